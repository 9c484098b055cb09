# An expert's data.table for the same 20 indicators x 6 breakdowns: PSU totals by grouped sums, then the linearised variance; estimate,
# se, limits, deff and n, on two threads. against-data-table.R <csv> <out>
suppressMessages(library(data.table))
setDTthreads(2)
args <- commandArgs(trailingOnly = TRUE)
d <- fread(args[1])
by <- grep("^(province|by)", names(d), value = TRUE)
indicators <- grep("^(share|value)", names(d), value = TRUE)
W <- paste0("W.", indicators); Y <- paste0("Y.", indicators); N <- paste0("N.", indicators); Q <- paste0("Q.", indicators)
started <- proc.time()[["elapsed"]]
for (i in seq_along(indicators)) {
  y <- d[[indicators[i]]]
  there <- !is.na(y)
  shift <- mean(y, na.rm = TRUE)
  w <- d$weight * there
  y <- ifelse(there, y - shift, 0)
  set(d, j = c(W[i], Y[i], Q[i], N[i]), value = list(w, w * y, w * y * y, as.numeric(there)))
}
shift <- sapply(indicators, function(i) mean(d[[i]], na.rm = TRUE))
nh <- d[, .(n = uniqueN(psu)), keyby = strata]
df <- function(b) d[!is.na(get(b)), .(p = uniqueN(psu), s = uniqueN(strata)), keyby = b][, p - s]
out <- rbindlist(lapply(by, function(b) {
  cells <- d[!is.na(get(b)), lapply(.SD, sum), by = c("strata", "psu", b), .SDcols = c(W, Y, Q, N)]
  total <- cells[, lapply(.SD, sum), keyby = b, .SDcols = c(W, Y, Q, N)]
  at <- match(cells[[b]], total[[b]])
  n <- nh$n[match(cells$strata, nh$strata)]
  dfs <- df(b)
  rbindlist(lapply(seq_along(indicators), function(i) {
    w <- total[[W[i]]]; m <- total[[Y[i]]] / w; rows <- total[[N[i]]]
    z <- data.table(l = cells[[b]], h = cells$strata, n = n, z = (cells[[Y[i]]] - m[at] * cells[[W[i]]]) / w[at])
    v <- z[, .(s = sum(z), q = sum(z * z), n = n[1L]), by = .(l, h)][, .(v = sum(n / (n - 1) * (q - s * s / n))), keyby = l]$v
    s2 <- rows / (rows - 1) * (total[[Q[i]]] - w * m * m) / w
    se <- sqrt(v); t <- qt(0.975, dfs)
    list(variable = indicators[i], by = b, group = total[[b]], estimate = m + shift[[i]], se = se, ci_low = m + shift[[i]] - t * se, ci_high = m + shift[[i]] + t * se, deff = v / (s2 * (w - rows) / (w * rows)), n = rows)
  }))
}))
cat(proc.time()[["elapsed"]] - started, "\n")
fwrite(out, args[2])
