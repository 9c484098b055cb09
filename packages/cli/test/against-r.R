# Rscript against-r.R FOLDER : reads FOLDER/cases.json and the clean tables it names, writes FOLDER/r.json, what R survey gives.
suppressPackageStartupMessages({library(survey); library(jsonlite)})
invisible(Sys.setlocale("LC_COLLATE", "C"))
folder <- commandArgs(TRUE)[1]
patched <- function(name, text) {
  f <- eval(parse(text = text), new.env(parent = asNamespace("survey")))
  assignInNamespace(name, f, "survey")
}
source_of <- function(name) paste(deparse(getFromNamespace(name, "survey")), collapse = "\n")
swap <- function(text, old, new) { stopifnot(grepl(old, text, fixed = TRUE)); gsub(old, new, text, fixed = TRUE) }
# Debian's r-cran-survey may lack MASS, of which grake needs ginv alone
assign(".ginv", function(X, tol) {
  s <- svd(X); ok <- s$d > max(tol * s$d[1L], 0)
  s$v[, ok, drop = FALSE] %*% ((1 / s$d[ok]) * t(s$u[, ok, drop = FALSE]))
}, globalenv())
patched("grake", swap(source_of("grake"), "MASS::ginv", ".ginv"))
# 4.1-1 skips the smallest value below the first weight share (4.5 does not)
patched("qrule_math", paste("function(x, w, p) { old <-", source_of("qrule_math"),
  "; x <- x[w > 0]; w <- w[w > 0]; if (w[order(x)][1] > p * sum(w)) min(x) else old(x, w, p) }"))
# adjust centres a lonely PSU at 0 in 4.1-1, at the mean over the strata present since 4.3
.centre <- 0
patched("onestage", swap(source_of("onestage"), "stratvars <-",
  "assign('.centre', colSums(as.matrix(x)) / sum(nPSU[!duplicated(strata)]), globalenv())\n stratvars <-"))
patched("onestrat", swap(source_of("onestrat"), "if (nPSU > 1) {",
  "if (nPSU == 1 && lonely.psu == 'adjust') x <- sweep(x, 2, .centre)\n if (nPSU > 1) {"))

number <- function(x) suppressWarnings(as.numeric(x))
natural <- function(x) {
  values <- number(x)
  if (anyNA(values)) rep(0, length(x)) else values
}
ids <- function(...) { key <- paste(..., sep = "\x1f"); match(key, unique(key)) }
tables <- list()
table_of <- function(file) {
  if (is.null(tables[[file]])) tables[[file]] <<- read.csv(file.path(folder, file), colClasses = "character", na.strings = "",
    encoding = "UTF-8", check.names = FALSE, strip.white = FALSE)
  tables[[file]]
}

# glm's stop rule of 1e-8 is felt in the eighth digit of logit limits
patched("svyciprop", swap(source_of("svyciprop"), "family = quasibinomial", "family = quasibinomial, control = glm.control(1e-15, 200)"))
design_of <- function(case, data) {
  d <- case$design
  w <- if (is.null(d$weight)) rep(1, nrow(data)) else number(data[[d$weight]])
  h <- if (is.null(d$strata)) rep(1, nrow(data)) else ids(data[[d$strata]])
  fpc <- unlist(d$fpc); stages <- unlist(d$psu)
  units <- list(); above <- h
  for (i in seq_len(max(1, length(fpc)))) {
    above <- if (length(stages) < i) seq_len(nrow(data)) else ids(above, data[[stages[i]]])
    units[[i]] <- above
  }
  des <- svydesign(ids = as.data.frame(units, col.names = paste0("u", seq_along(units))), strata = data.frame(h), nest = TRUE,
    weights = data.frame(w), data = data, check.strata = FALSE,
    fpc = if (length(fpc)) as.data.frame(lapply(fpc, function(f) number(data[[f]])), col.names = fpc))
  des$has.strata <- !is.null(d$strata)
  des
}

margins_of <- function(case, data) {
  formula <- character(); population <- c("(Intercept)" = NA)
  for (i in seq_along(case$margins)) {
    m <- case$margins[[i]]
    cells <- do.call(paste, c(unname(as.list(data[unlist(m$columns)])), sep = "\x1f"))
    levels <- vapply(m$levels, function(l) paste(unlist(l), collapse = "\x1f"), "")
    totals <- unlist(m$totals); keep <- levels %in% cells
    stopifnot(cells %in% levels, totals[!keep] == 0)
    name <- paste0("m", i)
    data[[name]] <- factor(match(cells, levels[keep]), levels = seq_len(sum(keep)))
    population["(Intercept)"] <- sum(totals)
    if (sum(keep) < 2) next
    formula <- c(formula, name)
    population <- c(population, setNames(totals[keep][-1], paste0(name, seq_len(sum(keep))[-1])))
  }
  list(data = data, formula = as.formula(paste("~", if (length(formula)) paste(formula, collapse = "+") else "1")), population = population)
}
calibrated <- function(des, case, m, ...) {
  free <- list(lower = -1e200, upper = 1e200)
  bounds <- if (length(case$bounds)) { b <- unlist(case$bounds); list(lower = b[1], upper = b[2]) } else free
  calibrate(des, m$formula, m$population, calfun = case$calfun, bounds = bounds, epsilon = 1e-13, maxit = 500, ...)
}

# Korn and Graubard; nchs: the effective size cut at n
kg <- function(p, se, n, df, level, nchs) {
  size <- p * (1 - p) / se^2 * (qt((1 - level) / 2, n - 1) / qt((1 - level) / 2, df))^2
  if (nchs) size <- if (p %in% c(0, 1) || se == 0) n else min(n, size)
  if (is.na(size) || size <= 0 || (!nchs && p %in% c(0, 1))) return(c(NA, NA))
  c(if (p == 0) 0 else qbeta((1 - level) / 2, size * p, size * (1 - p) + 1),
    if (p == 1) 1 else qbeta((1 + level) / 2, size * p + 1, size * (1 - p)))
}
share_interval <- function(sub, p, se, n, df, method, level, replicates) {
  if (is.na(p) || is.na(se) || !(df > 0)) return(c(NA, NA))
  t <- qt((1 + level) / 2, df)
  if (method == "mean") return(p + c(-1, 1) * t * se)
  if (method == "beta_nchs") return(kg(p, se, n, df, level, TRUE))
  if (p <= 0 || p >= 1) return(c(NA, NA))
  if (method == "wilson") {
    e <- p * (1 - p) / se^2
    return((p + t^2 / (2 * e) + c(-1, 1) * t / (2 * e) * sqrt(4 * e * p * (1 - p) + t^2)) / (1 + t^2 / e))
  }
  closed <- replicates || p < 1e-3 || p > 1 - 1e-3 || se < 1e-12 || n < 2 || t > 4.5
  if (method %in% c("logit", "xlogit") && closed) return(plogis(qlogis(p) + c(-1, 1) * t * se / (p * (1 - p))))
  if (method == "asin" && closed) return(sin(asin(sqrt(p)) + c(-1, 1) * t * se / (2 * sqrt(p * (1 - p))))^2)
  if (method == "beta") return(kg(p, se, sub$beta_rows, df, level, FALSE))
  as.vector(confint(survey:::svyciprop(~.y, sub, method = method, level = level, df = df, na.rm = TRUE)))
}
quality <- function(statistic, p, se, n, df, w, y) {
  general <- function() {
    cv <- if (isTRUE(p == 0)) NA else se / abs(p)
    if (n < 30 || is.na(cv)) "unreliable" else if (df < 8) "review" else if (cv > 0.3) "use_with_caution" else "reliable"
  }
  if (statistic == "total" && all(y >= 0)) {
    e <- n / (n * sum(w^2) / sum(w)^2)
    if (is.na(e) || e < 10) return("unreliable")
    half <- qt(0.975, e - 1) * se / p
    width <- if (p > 0) exp(half) - exp(-half) else NA
    return(if (!is.finite(width) || width > 1.6) "unreliable" else if (df < 8) "review" else "reliable")
  }
  if (statistic != "proportion") return(general())
  if (n < 30) return("unreliable")
  if (p %in% c(0, 1)) return("review")
  if (!isTRUE(min(n, p * (1 - p) / se^2) >= 30)) return("unreliable")
  width <- if (df > 0) diff(kg(p, se, n, df, 0.95, TRUE)) else NA
  if (is.na(width) || width >= 0.3 || (width > 0.05 && width / p > 1.3)) return("unreliable")
  if (df < 8) "review" else if (width / (1 - p) > 1.3) "use_with_caution" else "reliable"
}

rows_of <- function(case) {
  options(survey.lonely.psu = case$design$lonely)
  data <- table_of(case$data)
  m <- NULL
  if (length(case$margins)) { m <- margins_of(case, data); data <- m$data }
  des <- design_of(case, data)
  des <- des[weights(des) != 0, ]
  rep <- NULL
  if (!is.null(case$replicates)) {
    rep <- as.svrepdesign(des, type = case$replicates, compress = FALSE)
    if (!is.null(m)) { rep <- calibrated(rep, case, m, compress = FALSE); rep$degf <- NULL }
  }
  if (!is.null(m)) des <- calibrated(des, case, m)
  v <- des$variables
  inside <- if (is.null(case$where)) rep.int(TRUE, nrow(v)) else {
    r <- eval(parse(text = case$where, encoding = "UTF-8"), list2env(list(v = v, number = number), parent = globalenv())); r & !is.na(r)
  }
  level <- case$level; all_rows <- nrow(des)
  domains <- function(by) {
    by <- unlist(by)
    if (length(by) == 0) return(list(list(label = "", in_domain = inside)))
    g <- unique(v[inside & complete.cases(v[by]), by, drop = FALSE])
    if (nrow(g) == 0) return(list())
    keys <- do.call(c, lapply(by, function(b) { all <- unique(table_of(case$data)[[b]]); n <- natural(all[!is.na(all)]); names(n) <- all[!is.na(all)]; list(n[g[[b]]], g[[b]]) }))
    g <- g[do.call(order, c(unname(keys), method = "radix")), , drop = FALSE]
    lapply(seq_len(nrow(g)), function(i) {
      here <- inside
      for (b in by) here <- here & !is.na(v[[b]]) & v[[b]] == g[[b]][i]
      list(label = paste(gsub(":", "\\:", unlist(g[i, ]), fixed = TRUE), collapse = ":"), in_domain = here)
    })
  }
  one <- function(asked, variable, category, by, g, y, x) {
    own <- weights(des)
    answered <- g$in_domain & !is.na(y) & !is.na(x)
    n <- sum(answered & own != 0); nw <- sum(own[answered])
    sub <- des; sub$variables$.y <- y; sub$variables$.x <- x; sub <- sub[g$in_domain, ]
    df <- degf(sub); sub$beta_rows <- if (length(case$margins)) all_rows else sum(g$in_domain)
    statistic <- asked$statistic
    out <- list(statistic = statistic, variable = variable, category = category, by = paste(gsub(":", "\\:", unlist(by), fixed = TRUE), collapse = ":"),
      group = g$label, estimate = NA, se = NA, ci_low = NA, ci_high = NA, cv = NA, deff = NA, df = df, n = n, n_weighted = nw, quality = NA)
    if (n == 0) { out$quality <- "unreliable"; return(out) }
    N <- nw; ci <- NULL
    own_y <- y[answered & own != 0]; flat <- statistic == "proportion" && length(unique(own_y)) == 1
    if (statistic == "quantile" && is.null(rep)) {
      p <- asked$probability
      method <- if (case$method %in% c("mean", "xlogit", "asin", "beta")) case$method else "mean"
      q <- suppressWarnings(svyquantile(~.y, sub, p, ci = TRUE, alpha = 1 - level, qrule = "math", interval.type = method, na.rm = TRUE, df = if (df > 0) df else 1))
      e <- as.vector(coef(q)); se <- if (df > 0) as.vector(SE(q)) else NA; ci <- if (df > 0) as.vector(confint(q)) else c(NA, NA); deff <- NA
      # an angle (asin) past 0 or 1 comes back: limits in the wrong order, which are no interval here
      if (isTRUE(se < 0)) { se <- NA; ci <- c(NA, NA) }
    } else {
      s <- suppressWarnings(switch(statistic, mean = , proportion = svymean(~.y, sub, na.rm = TRUE, deff = n > 1),
        total = svytotal(~.y, sub, na.rm = TRUE, deff = n > 1), ratio = svyratio(~.y, ~.x, sub, na.rm = TRUE, deff = n > 1)))
      e <- as.vector(coef(s)); se <- as.vector(SE(s)); deff <- as.vector(attr(s, "deff"))
      if (!(N > n) || n < 2) deff <- NA
      if (flat) { e <- own_y[1]; deff <- NA; if (is.null(m) && is.finite(se)) se <- 0 }
      if (!is.null(rep)) {
        r <- rep; r$variables$.y <- y; r$variables$.x <- x; r <- r[answered, ]
        s <- switch(statistic, total = svytotal(~.y, r), ratio = svyratio(~.y, ~.x, r), svymean(~.y, r))
        deff <- deff * (as.vector(SE(s)) / se)^2; se <- as.vector(SE(s))
        if (statistic != "total" && any(colSums(as.matrix(weights(rep, "analysis"))[answered, , drop = FALSE]) == 0)) { se <- NA; deff <- NA }
      }
      t <- if (df > 0) qt((1 + level) / 2, df) else NA
      ci <- if (statistic == "proportion") share_interval(sub, e, se, n, df, case$method, level, !is.null(rep)) else e + c(-1, 1) * t * se
    }
    finite <- function(x) if (length(x) == 0 || !is.finite(x)) NA else x
    out$estimate <- e; out$se <- finite(se); out$ci_low <- finite(ci[1]); out$ci_high <- finite(ci[2])
    out$cv <- if (isTRUE(e == 0)) NA else finite(se / abs(e)); out$deff <- finite(deff)
    out$quality <- tryCatch(quality(statistic, e, se, n, df, own[answered], y[answered]), error = function(e) "error")
    out
  }
  rows <- list()
  for (asked in case$statistics) for (by in if (length(case$by)) case$by else list(list())) for (g in domains(by)) {
    add <- function(...) rows[[length(rows) + 1]] <<- one(asked, ..., x = 0)
    if (asked$statistic == "proportion") {
      a <- v[[asked$variable]]
      answers <- unique(a[inside & !is.na(a)])
      for (answer in answers[order(natural(answers), answers, method = "radix")])
        rows[[length(rows) + 1]] <- one(asked, asked$variable, answer, by, g, as.numeric(a == answer), rep.int(0, nrow(v)))
    } else if (asked$statistic == "ratio") {
      rows[[length(rows) + 1]] <- one(asked, paste0(asked$numerator, "/", asked$denominator), "", by, g, number(v[[asked$numerator]]), number(v[[asked$denominator]]))
    } else if (asked$statistic == "quantile") {
      for (p in unlist(asked$probabilities)) rows[[length(rows) + 1]] <-
        one(list(statistic = "quantile", probability = p), asked$variable, as.character(p), by, g, number(v[[asked$variable]]), rep.int(0, nrow(v)))
    } else rows[[length(rows) + 1]] <- one(asked, asked$variable, "", by, g, number(v[[asked$variable]]), rep.int(0, nrow(v)))
  }
  rows
}
weights_of <- function(case) {
  data <- table_of(case$data)
  w <- number(data[[case$design$weight]])
  m <- margins_of(case, data[w != 0, , drop = FALSE])
  des <- svydesign(ids = ~1, weights = data.frame(w = w[w != 0]), data = m$data)
  if (length(case$trim)) {
    limits <- unlist(case$trim); own <- w[w != 0]
    g_bounds <- if (length(case$bounds)) unlist(case$bounds) else c(-Inf, Inf)
    case$bounds <- NULL
    bounds <- list(lower = pmax(limits[1] / own, g_bounds[1]), upper = pmin(limits[2] / own, g_bounds[2]))
    new <- weights(calibrate(des, m$formula, m$population, calfun = case$calfun, bounds = bounds, epsilon = 1e-13, maxit = 500))
  } else new <- weights(calibrated(des, case, m))
  all <- numeric(length(w)); all[w != 0] <- new
  all
}
cases <- fromJSON(file.path(folder, "cases.json"), simplifyVector = FALSE)
results <- lapply(cases, function(case) tryCatch(
  if (identical(case$command, "weight")) list(weights = weights_of(case)) else list(rows = rows_of(case)),
  error = function(e) list(error = paste(conditionMessage(e), paste(deparse(conditionCall(e))[1], collapse="")))))
writeLines(toJSON(results, auto_unbox = TRUE, digits = I(17), na = "null", null = "null"), file.path(folder, "r.json"))
