# Times R survey on the columns that estimate.ts wrote: integer PSU ids unique over strata, so that R is at its best.
suppressMessages(library(survey))
folder <- commandArgs(trailingOnly = TRUE)[1]
rows <- as.integer(commandArgs(trailingOnly = TRUE)[2])
read <- function(name) readBin(file.path(folder, name), "double", rows)
data <- data.frame(w = read("weight"), h = as.integer(read("strata")), i = as.integer(read("psu")), d = as.integer(read("domain")), y = read("y"))
design <- svydesign(ids = ~i, strata = ~h, weights = ~w, data = data)
ms <- function(expr) { gc(FALSE); 1000 * system.time(expr)[["elapsed"]] }
cat(ms(m <- svymean(~y, design, na.rm = TRUE)), ms(b <- svyby(~y, ~d, design, svymean, na.rm = TRUE)),
    sprintf("%.17g", c(coef(m), SE(m), coef(b)[1], SE(b)[1])), "\n")
