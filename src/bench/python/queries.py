"""Times each of jobs/queries on a warehouse in Spark and in DuckDB, and compares what they answer, cell by cell.

    jobs/bench queries WAREHOUSE [QUERY ...]

Spark: one session of "jobmart sql", the statements one after the other, each result written as JSON. DuckDB: the views
of jobs/duckdb, results fetched. Both times are from the statement to the last row, without the start of the engine; the
first query in Spark pays for what the virtual machine compiles. Numbers are the same when they differ by no more than
the order of a sum of floats may make; rows are compared as a set, since an order may leave ties open.
Ends with 1 when a query fails in one of the engines or the answers differ.
"""

import datetime
import decimal
import json
import math
import re
import subprocess
import sys
import time
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parents[3]
WORK = ROOT / "target" / "bench" / "queries"
DONE = re.compile(r"\(([\d,]+) rows? in \S*?([a-z-]+)\.json, ([\d.]+) s\)")


def spark(warehouse, queries):
    """Seconds by query. A query that fails has none; what Spark says of it goes to the screen."""
    WORK.mkdir(parents=True, exist_ok=True)
    script = ""
    for query in queries:
        result = WORK / f"{query.stem}.json"
        result.unlink(missing_ok=True)
        script += f"\\o {result}\n{query.read_text()}\n"
    shell = subprocess.run(
        [ROOT / "jobs" / "jobmart", "sql", "--warehouse", warehouse],
        input=script,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return {name: float(seconds) for _, name, seconds in DONE.findall(shell.stdout)}


def duck(warehouse):
    views = subprocess.run(
        [ROOT / "jobs" / "duckdb", "--warehouse", warehouse, "--sql"], stdout=subprocess.PIPE, text=True, check=True
    )
    connection = duckdb.connect()
    connection.execute(views.stdout)
    return connection


def plain(value):
    """As JSON has it."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, decimal.Decimal):
        return float(value)
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ")
    return str(value)


def same(one, other):
    if isinstance(one, (int, float)) and isinstance(other, (int, float)) and not isinstance(one, bool):
        return one == other or math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


def order(row):
    """Rows that are the same up to a rounding stand at the same place."""
    return [f"{value:.6g}" if isinstance(value, float) else str(value) for value in row]


def differences(columns, rows, name):
    """What the first cell is in which Spark's answer is another one; None when none is."""
    answer = json.loads((WORK / f"{name}.json").read_text(), parse_int=int)
    if len(answer) != len(rows):
        return f"{len(answer)} rows in Spark, {len(rows)} in DuckDB"
    if answer and list(answer[0]) != columns:
        return f"columns {list(answer[0])} in Spark, {columns} in DuckDB"
    ours = sorted(([plain(value) for value in row] for row in rows), key=order)
    theirs = sorted((list(row.values()) for row in answer), key=order)
    for one, other in zip(theirs, ours):
        for column, left, right in zip(columns, one, other):
            if not same(left, right):
                return f"{column}: {left} in Spark, {right} in DuckDB"
    return None


def main(warehouse, names):
    queries = sorted((ROOT / "jobs" / "queries").glob("*.sql"))
    unknown = set(names) - {query.stem for query in queries}
    if unknown:
        sys.exit(f"There is no query {', '.join(sorted(unknown))}")
    queries = [query for query in queries if not names or query.stem in names]
    seconds = spark(warehouse, queries)
    connection = duck(warehouse)
    postings = connection.execute("SELECT count(*) FROM fact_posting").fetchone()[0]
    print(f"{postings:,} postings\n")
    print("| query | rows | Spark s | DuckDB s | the same |\n|---|---:|---:|---:|---|")
    good = True
    for query in queries:
        start = time.perf_counter()
        try:
            result = connection.execute(query.read_text())
            rows = result.fetchall()
        except duckdb.Error as mistake:
            print(f"{query.stem} fails in DuckDB: {mistake}", file=sys.stderr)
            good = False
            continue
        taken = time.perf_counter() - start
        columns = [column[0] for column in result.description]
        if query.stem in seconds:
            difference = differences(columns, rows, query.stem)
        else:
            difference = "fails in Spark"
        good = good and difference is None
        print(
            f"| {query.stem} | {len(rows):,} | {seconds.get(query.stem, '')} | {taken:.2f} | {difference or 'yes'} |",
            flush=True,
        )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
