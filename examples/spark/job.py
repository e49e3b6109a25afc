"""Reads a country's gazettes on Spark: raw files in, Parquet tables by province and year out.

    spark-submit job.py <folder of raw gazettes> <folder for the tables>

The parser is `gongbao parse --ndjson`, a process beside each task; nothing of it is here. See README.md.
"""

from __future__ import annotations

import argparse
import json
import shlex
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyspark import SparkFiles, TaskContext
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

import filtering
from output import Output
from resolving import resolve
from sources import MAX_BYTES, PROVINCE_PATTERN, Sources
from tables import describe, doubts, errors, filter_command, reports, rows_of, stage

PROJECT = Path(__file__).resolve().parents[2]

#: The filter of the checkout that this file is part of, with the Node that the project pins.
FILTER = shlex.join(
    [
        str(PROJECT / "node_modules" / "node" / "bin" / "node"),
        "--max-semi-space-size=32",
        str(PROJECT / "src" / "commands" / "main.ts"),
        "parse",
        "--ndjson",
    ]
)

#: What stands in the filter's command for the folder of the files that were submitted with the run.
FILES = "{files}"

TABLES = "issues,documents,tasks,task_parties,measures,appointments,chronicle,citations,records"

#: The names by which documents are cited; not written.
CITABLES = "citables"

#: What a run sets unless it is told otherwise: some seventy issues of 200 KB a task, so that starting the filter costs
#: little beside reading them, and so does a task that is lost.
DEFAULTS = {
    "spark.sql.files.maxPartitionBytes": "32m",
    "spark.sql.files.openCostInBytes": "256k",
    "spark.sql.session.timeZone": "UTC",
}


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("input", help="folder of raw gazettes: a path, hdfs://…, s3a://…")
    parser.add_argument("output", help="folder for the tables")
    parser.add_argument(
        "--filter",
        default=FILTER,
        help="how the filter is started on every machine; {files}: where submitted archives are",
    )
    parser.add_argument("--tables", default=TABLES, help="which tables of the filter to write")
    parser.add_argument("--glob", default="*.txt", help="which file names are gazettes")
    parser.add_argument(
        "--province",
        default=PROVINCE_PATTERN,
        metavar="PATTERN",
        help="regular expression on the path below the input, its first group the province",
    )
    parser.add_argument(
        "--archive",
        choices=["folder", "all"],
        default="folder",
        help="what is one archive to citations: the gazettes of a folder, or all",
    )
    parser.add_argument("--max-bytes", type=int, default=MAX_BYTES, help="longer files are errors")
    return parser.parse_args()


def start_session() -> SparkSession:
    """The session, with our defaults where the run sets nothing else."""
    spark = SparkSession.builder.appName("gongbao").getOrCreate()
    given = spark.sparkContext.getConf()
    for key, value in DEFAULTS.items():
        if not given.contains(key):
            spark.conf.set(key, value)
    spark.sparkContext.addPyFile(filtering.__file__)
    return spark


def read_lines(spark: SparkSession, sources: Sources, command: list[str]) -> DataFrame:
    """The lines that the filter writes of all sources: `line`."""

    def parse(partition: Iterable[tuple[str, bytearray]]) -> Iterator[str]:
        context = TaskContext.get()
        attempt = context.attemptNumber() if context is not None else 0
        contents = ((name, bytes(raw)) for name, raw in partition)
        return filtering.parse_partition(located(command), contents, attempt)

    lines = sources.contents(spark).rdd.mapPartitions(parse)
    return spark.createDataFrame(lines, "string", verifySchema=False).toDF("line")


def located(command: list[str]) -> list[str]:
    """A command with the folder in which this machine has what the run was submitted with (`--archives`, `--files`)."""
    return [part.replace(FILES, SparkFiles.getRootDirectory()) for part in command]


@dataclass(frozen=True)
class Parsed:
    """What the filter wrote of all sources."""

    sources: Sources
    staged: DataFrame
    columns: dict[str, str]
    """The columns of each table of the filter."""

    def table(self, name: str) -> DataFrame:
        """A table of the filter, its citations resolved across all sources."""
        rows = rows_of(self.staged, name, self.columns[name])
        return self.placed(self._resolved(rows) if name == "citations" else rows)

    def reports(self) -> DataFrame:
        """What was read of each source."""
        return self.placed(reports(self.staged))

    def doubts(self) -> DataFrame:
        """What the parser doubts."""
        return self.placed(doubts(self.staged))

    def errors(self, listing: DataFrame) -> DataFrame:
        """The sources of the listing that were not read, and why."""
        failed = errors(self.staged).union(self._unread(listing))
        return failed.withColumn("province", self._province())

    def placed(self, rows: DataFrame) -> DataFrame:
        """Rows with the province and the year that they are filed under."""
        issue = "issue" if "issue" in rows.columns else "id"
        year = F.substring(issue, 1, 4).cast("int")
        return rows.withColumns({"province": self._province(), "issue_year": year})

    def _resolved(self, citations: DataFrame) -> DataFrame:
        archive = self.sources.archive_of(F.col("source"))
        citables = rows_of(self.staged, CITABLES, self.columns[CITABLES])
        return resolve(
            citations.withColumn("archive", archive), citables.withColumn("archive", archive)
        ).drop("archive")

    def _unread(self, listing: DataFrame) -> DataFrame:
        """The sources that never came to the filter."""
        limit = self.sources.max_bytes
        length = F.col("length")
        message = (
            F.when(length.isNull(), "文件是空的，或者已经不在")
            .when(length > limit, F.format_string(f"文件有 %d 字节，超过上限 {limit} 字节", length))
            .otherwise("文件打不开")
        )
        answered = self.staged.where(F.col("what").isin("report", "error")).select("source")
        return listing.join(answered, "source", "left_anti").select("source", message.alias("message"))

    def _province(self) -> Column:
        return self.sources.province_of(F.col("source"))


def run(spark: SparkSession, arguments: argparse.Namespace) -> dict[str, int]:
    """Reads all sources and writes all tables; gives how many were read, and how many could not be."""
    sources = Sources(
        arguments.input, arguments.glob, arguments.province, arguments.archive, arguments.max_bytes
    )
    names = arguments.tables.split(",")
    command = filter_command(
        shlex.split(arguments.filter), [*names, CITABLES] if "citations" in names else names
    )
    columns = describe(located(command))
    output = Output(spark, arguments.output)
    output.clear()
    parsed = Parsed(sources, output.stage(stage(read_lines(spark, sources, command))), columns)
    tables = {name: parsed.table(name) for name in names}
    tables |= {"reports": parsed.reports(), "doubts": parsed.doubts()}
    for name, rows in tables.items():
        output.write(name, rows)
    failed = parsed.errors(sources.listing(spark))
    output.write_whole("errors", failed)
    output.commit([*tables, "errors"])
    return {"read": output.count("reports", tables["reports"]), "errors": output.count("errors", failed)}


def main() -> None:
    """Runs the job and says what it wrote."""
    arguments = parse_arguments()
    spark = start_session()
    started = time.monotonic()
    counted = run(spark, arguments)
    print(json.dumps(counted | {"seconds": round(time.monotonic() - started, 1)}), flush=True)
    spark.stop()


if __name__ == "__main__":
    main()
