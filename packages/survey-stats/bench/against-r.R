# R's side of the benchmark: against-r.R <folder> <rows> <light|heavy|heavy-part>. Columns are as estimate.ts wrote them. R at its
# best: whole-number PSU ids unique over strata, so that nest = TRUE is not needed. One line an item: name, seconds, numbers.
suppressMessages(library(survey))
options(digits = 17)
args <- commandArgs(trailingOnly = TRUE)
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "../test/fixtures/r/lib/ginv.R"))
folder <- args[1]; rows <- as.integer(args[2]); part <- args[3]
read <- function(name, n = rows) readBin(file.path(folder, name), "double", n)
names <- readLines(file.path(folder, "names"))
data <- as.data.frame(setNames(lapply(names, read), names))
by <- grep("^(province|by)", names, value = TRUE); margins <- grep("^margin", names, value = TRUE)
indicators <- grep("^(share|value)", names, value = TRUE)
for (name in c("strata", "psu", by, margins)) data[[name]] <- as.integer(data[[name]])
for (name in margins) data[[name]] <- factor(data[[name]])
seconds <- function(expr) { gc(FALSE); system.time(expr)[["elapsed"]] }
say <- function(name, s, numbers = NULL) cat(name, format(s), paste(sprintf("%.17g", numbers), collapse = " "), sep = "\t", fill = FALSE, append = FALSE, "\n")
both <- function(m) c(coef(m), SE(m))
s <- seconds(design <- svydesign(ids = ~psu, strata = ~strata, weights = ~weight, data = data))
y <- ~value2
if (part == "light") {
  say("design", s)
  s <- seconds(m <- svymean(y, design, na.rm = TRUE, deff = TRUE)); say("mean", s, both(m))
  s <- seconds(m <- svyby(y, ~province, design, svymean, na.rm = TRUE, deff = TRUE)); say("mean by province", s, both(m))
  s <- seconds(m <- svyby(y, ~province, design, svyquantile, quantiles = 0.5, ci = TRUE, na.rm = TRUE)); say("median by province", s, both(m))
} else {
  in_part <- part == "heavy-part"
  s <- seconds(nested <- svydesign(ids = ~psu, strata = ~strata, weights = ~weight, data = data, nest = TRUE)); say("nest design", s)
  s <- seconds(m <- svymean(y, nested, na.rm = TRUE, deff = TRUE)); say("nest mean", s, both(m))
  s <- seconds(m <- svyby(y, ~province, nested, svymean, na.rm = TRUE, deff = TRUE)); say("nest mean by province", s, both(m))
  some <- if (in_part) indicators[1:2] else indicators
  found <- NULL
  s <- seconds(found <- lapply(some, function(i) lapply(by, function(b) svyby(reformulate(i), reformulate(b), design, svymean, na.rm = TRUE, deff = TRUE))))
  flat <- unlist(found, recursive = FALSE)
  say("20 x 6", s * length(indicators) / length(some), c(unlist(lapply(flat, coef)), unlist(lapply(flat, SE))))
  factors <- matrix(read("factors", length(unique(data$psu)) * 200), ncol = 200)
  n <- table(unique(data[c("psu", "strata")])$strata)
  made <- NULL
  s <- seconds(made <- as.svrepdesign(design, type = "subbootstrap", replicates = 200)); say("make 200 replicates", s)
  given <- svrepdesign(repweights = factors[match(data$psu, sort(unique(data$psu))), ], weights = ~weight, data = data, type = "other", combined.weights = FALSE, scale = 1 / 199, rscales = rep(1, 200), mse = FALSE, degf = nrow(factors))
  s <- seconds(m <- svyby(y, ~province, given, svymean, na.rm = TRUE)); say("200 replicates by province", s, both(m))
  rm(made, given, factors)
  totals <- read("totals", sum(sapply(data[margins], nlevels)))
  at <- 0; population <- sum(totals[seq_len(nlevels(data[[margins[1]]]))])
  population <- c(`(Intercept)` = population)
  for (name in margins) { k <- nlevels(data[[name]]); population <- c(population, setNames(totals[at + 2:k], paste0(name, levels(data[[name]])[-1]))); at <- at + k }
  margin_formula <- reformulate(margins)
  s <- seconds(raked <- calibrate(design, margin_formula, population, calfun = "raking", epsilon = 1e-7)); say("raking", s)
  raked <- calibrate(design, margin_formula, population, calfun = "raking", epsilon = 1e-12, maxit = 60)
  writeBin(as.numeric(weights(raked)), file.path(folder, "raking.r")); rm(raked)
  s <- seconds(greg <- calibrate(design, margin_formula, population, calfun = "linear")); say("GREG", s)
  writeBin(as.numeric(weights(greg)), file.path(folder, "greg.r"))
  some <- if (in_part) by[1] else by
  s <- seconds(found <- lapply(some, function(b) svyby(y, reformulate(b), greg, svymean, na.rm = TRUE, deff = TRUE)))
  say("20 x 6 calibrated", s * length(indicators) * (if (in_part) length(by) else 1), c(unlist(lapply(found, coef)), unlist(lapply(found, SE))))
}
