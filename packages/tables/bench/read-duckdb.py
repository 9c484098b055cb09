# Reads a CSV file into a table of DuckDB, one thread; prints seconds, a sum and the peak memory in MB.
import json, resource, sys, time
import duckdb

connection = duckdb.connect()
connection.execute("set threads = 1")
start = time.perf_counter()
connection.execute("create table wave as select * from read_csv(?, header = true)", [sys.argv[1]])
seconds = time.perf_counter() - start
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
total = 0.0
for name, kind, *_ in connection.execute("describe wave").fetchall():
    of = f'sum(length("{name}"))' if kind == "VARCHAR" else f'sum("{name}"::double)'
    total += float(connection.execute(f"select coalesce({of}, 0) from wave").fetchone()[0])
print(json.dumps({"seconds": seconds, "sum": total, "megabytes": megabytes}))
