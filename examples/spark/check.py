"""Checks the job: on a cluster that loses a worker in the middle, the rows are those of one machine.

    python check.py <folder>

The folder has `sources/`, raw gazettes by province, and `expected/`, the tables that `gongbao build` and the product's
exports make of them, each a file of JSON lines; scripts/conformance/spark.ts writes both. Prints one line a check and
ends with 1 where one fails.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow  # type: ignore[import-untyped]
import pyarrow.dataset  # type: ignore[import-untyped]

from cluster import LOOPBACK, SPARK, Cluster, spark_environment

HERE = Path(__file__).resolve().parent

Row = dict[str, Any]

#: What the job adds to the product's columns.
ADDED = {"source", "province", "issue_year", "cited_source"}

#: Doubts of these rules may need the other issues, which a build has and a filter has not.
ACROSS_ISSUES = {"citation-title", "duplicate-number"}

#: So many tasks of the first stage are left to end before a worker is killed.
TASKS_BEFORE_KILL = 3

#: So many tasks the first stage has, however many gazettes there are.
TASKS = 14

#: What Spark reckons for opening a file.
OPEN_BYTES = 1 << 18

SECONDS_TO_RUN = 600

failed = 0


def check(name: str, problem: str | None) -> None:
    """Prints a check's outcome; `problem` is None where there is none."""
    global failed
    failed += problem is not None
    print(f"ok     {name}" if problem is None else f"FAILED {name}: {problem}", flush=True)


def run_job(folder: Path, cluster: Cluster) -> Path:
    """Runs the job, kills a worker in its middle, and gives the folder of its tables."""
    tables = folder / "tables"
    log = folder / "job.log"
    settings = {
        "spark.driver.host": LOOPBACK,
        "spark.driver.bindAddress": LOOPBACK,
        "spark.driver.memory": "1g",
        "spark.executor.memory": "1g",
        "spark.executor.cores": "1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "8",
        "spark.sql.files.openCostInBytes": str(OPEN_BYTES),
        "spark.sql.files.maxPartitionBytes": str(task_bytes(folder / "sources")),
    }
    options = [part for key, value in settings.items() for part in ("--conf", f"{key}={value}")]
    submit = [str(SPARK / "bin" / "spark-submit"), "--master", cluster.address, *options]
    job = [str(HERE / "job.py"), str(folder / "sources"), str(tables), "--archive", "all"]
    started = time.monotonic()
    with log.open("wb") as written:
        process = subprocess.Popen(
            [*submit, *job], env=spark_environment(), stdout=subprocess.PIPE, stderr=written
        )
        try:
            done = kill_in_the_middle(process, cluster, tables)
            said, _ = process.communicate(timeout=SECONDS_TO_RUN)
        finally:
            process.kill()
            process.wait()
    text = log.read_text("utf-8", "replace")
    check("the job ends well", None if process.returncode == 0 else f"{process.returncode}\n{text[-4000:]}")
    check(f"a worker was killed after {done} tasks", None if done else "the first stage was over before")
    check("its executor was lost", None if "Lost executor" in text else f"the log does not say so: {log}")
    print(f"       {said.decode().strip()} in {time.monotonic() - started:.0f} s", flush=True)
    return tables


def task_bytes(sources: Path) -> int:
    """How much a task reads where all sources make the tasks that there should be."""
    sizes = [file.stat().st_size for file in sources.rglob("*.txt")]
    return sum(size + OPEN_BYTES for size in sizes) // TASKS


def kill_in_the_middle(job: subprocess.Popen[bytes], cluster: Cluster, tables: Path) -> int:
    """Kills a worker while the gazettes are read; gives how many tasks had ended, 0 where it came too late."""
    staging = tables / "_run" / "staging"
    while job.poll() is None:
        done = len(list(staging.glob("_temporary/0/task_*")))
        if done >= TASKS_BEFORE_KILL:
            cluster.kill("worker-1")
            return 0 if (staging / "_SUCCESS").exists() else done
        time.sleep(0.05)
    return 0


def rows_in(table: Path) -> tuple[list[Row], pyarrow.Schema]:
    """The rows of a table as they stand in its files, with the columns of its folders, and its schema."""
    partitioning = pyarrow.dataset.partitioning(flavor="hive")
    read = pyarrow.dataset.dataset(table, format="parquet", partitioning=partitioning).to_table()
    return read.to_pylist(), read.schema


def expected_in(path: Path) -> list[Row]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def differences(found: Iterable[Row], expected: Iterable[Row]) -> str | None:
    """What is in one and not in the other; None where every issue has the same rows in the same order."""
    left, right = in_order(found), in_order(expected)
    if left == right:
        return None
    here, there = Counter(left), Counter(right)
    only, lacking = list((here - there).elements()), list((there - here).elements())
    return f"{len(left)} rows, {len(right)} expected; only here {only[:2]}; lacking {lacking[:2]}; else in another order"


def in_order(rows: Iterable[Row]) -> list[str]:
    """Rows as texts that can be compared, issue by issue, those of an issue as they stand."""
    return [
        json.dumps(row, ensure_ascii=False, sort_keys=True, default=str) for row in sorted(rows, key=issue_of)
    ]


def issue_of(row: Row) -> str:
    """The issue that a row comes from; where none could be read, the source."""
    return str(row.get("issue", row.get("id", row.get("source"))))


def check_table(tables: Path, expected: Path) -> None:
    """A table has the product's columns and its rows, each filed where its source stands."""
    name = expected.stem
    rows, schema = rows_in(tables / name)
    wanted = expected_in(expected)
    columns = set(wanted[0])
    numbers = {field.name for field in schema if field.type == pyarrow.float64()}
    own = [column for column in schema.names if column not in ADDED]
    check(f"{name}: {len(columns)} columns", None if set(own) == columns else f"{own}")
    plain = [{column: row[column] for column in own} for row in rows]
    # JSON knows no difference between 5 and 5.0.
    for row in wanted:
        row.update({column: float(row[column]) for column in numbers if row[column] is not None})
    check(f"{name}: {len(rows)} rows", differences(plain, wanted))
    misplaced = [row for row in rows if not is_placed(row)]
    check(f"{name}: by province and year", f"{misplaced[:2]}" if misplaced else None)


def is_placed(row: Row) -> bool:
    """Every source of the check is `province=<province>/<issue>.txt`."""
    issue = issue_of(row)
    source = f"province={row['province']}/{issue}.txt"
    return (row["source"], row["issue_year"]) == (source, int(issue[:4]))


def check_reports(tables: Path, expected: Path) -> None:
    """The reports of a build, as a row each and a row for each doubt."""
    reports = expected_in(expected)
    found, _ = rows_in(tables / "reports")
    counted = [report["coverage"] | report["counts"] | {"issue": report["issue"]} for report in reports]
    snake = [{_snake(key): value for key, value in row.items()} for row in counted]
    plain = [{key: value for key, value in row.items() if key not in ADDED} for row in found]
    check(f"reports: {len(found)} rows", differences(plain, snake))
    doubts = [doubt_row(report["issue"], message) for report in reports for message in report["messages"]]
    rows, _ = rows_in(tables / "doubts")
    own = [{key: value for key, value in row.items() if key not in ADDED} for row in rows]
    check(
        f"doubts: {len(rows)} rows, beside {', '.join(sorted(ACROSS_ISSUES))}",
        differences(within_issues(own), within_issues(doubts)),
    )


def within_issues(doubts: Iterable[Row]) -> list[Row]:
    """The doubts that need no other issue."""
    return [row for row in doubts if row["rule"] not in ACROSS_ISSUES]


def doubt_row(issue: str, message: Row) -> Row:
    """A message of a report as the row that the job makes of it."""
    places = {
        f"{which}_{side}": message["place"][side][which]
        for side in ("start", "end")
        for which in ("line", "column")
    }
    return {
        "issue": issue,
        "rule": message["ruleId"],
        "severity": message["severity"],
        "reason": message["reason"],
        "document_id": message["document"],
        **places,
    }


def check_errors(tables: Path, expected: Path) -> None:
    """Every source that cannot be read, and no other, is an error that says why."""
    rows, _ = rows_in(tables / "errors")
    found = [{"source": row["source"]} for row in rows if row["message"]]
    check(f"errors: {len(rows)} rows", differences(found, expected_in(expected)))


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


SPECIAL = {"reports": check_reports, "errors": check_errors}


def main() -> None:
    """Runs the job and all checks."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1]).resolve()
    with Cluster(folder, workers=2, memory="1g") as cluster:
        tables = run_job(folder, cluster)
    if failed == 0:
        for expected in sorted((folder / "expected").glob("*.ndjson")):
            SPECIAL.get(expected.stem, check_table)(tables, expected)
    print("all hold" if failed == 0 else f"{failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
