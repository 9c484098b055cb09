# Reads a file with haven; prints seconds, a sum and the peak memory in MB.
suppressMessages(library(haven))
path <- commandArgs(TRUE)[1]
seconds <- system.time(data <- if (grepl('dta$', path)) read_dta(path) else read_sav(path))[['elapsed']]
peak <- as.numeric(sub('\\D*(\\d+).*', '\\1', grep('VmHWM', readLines('/proc/self/status'), value = TRUE))) / 1024
sums <- vapply(data, function(x) if (is.character(x)) sum(nchar(x)) else sum(as.numeric(x), na.rm = TRUE), 0)
cat(sprintf('{"seconds": %.4f, "sum": %.17g, "megabytes": %.1f}\n', seconds, sum(sums), peak))
