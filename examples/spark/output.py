"""The job's output: written beside what is there, and put in its place when all of it is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from tables import ORDINAL

#: What rows are filed under.
PARTITIONS = ["province", "issue_year"]

#: Where a run works, which readers pass over by the first letter of its name; and what it has there.
RUN = "_run"
STAGING, NEW, OLD = f"{RUN}/staging", f"{RUN}/new", f"{RUN}/old"


class Output:
    """A folder of Parquet tables of any file system that Spark writes.

    A run that fails leaves the tables of the last one as they were; one that is repeated writes the same rows.
    """

    def __init__(self, spark: SparkSession, folder: str) -> None:
        self._spark = spark
        self._folder = folder.rstrip("/")
        context = spark.sparkContext
        self._hadoop: Any = context._jvm.org.apache.hadoop.fs  # noqa: SLF001 - PySpark has no other way to Hadoop
        configuration = context._jsc.hadoopConfiguration()  # noqa: SLF001
        self._system: Any = self._path("").getFileSystem(configuration)

    def clear(self) -> None:
        """Removes what a run leaves: its own, or that of one that was broken off."""
        self._system.delete(self._path(RUN), True)

    def stage(self, staged: DataFrame) -> DataFrame:
        """Keeps the filter's lines, by what they are, so that a lost machine costs no second parse."""
        folder = f"{self._folder}/{STAGING}"
        staged.write.partitionBy("what").parquet(folder)
        return self._spark.read.schema("source string, line string, what string").parquet(folder)

    def write(self, name: str, rows: DataFrame) -> None:
        """Writes a table by province and year, one file for each, its rows in printed order."""
        (
            rows.repartition(*PARTITIONS)
            .sortWithinPartitions(*PARTITIONS, "source", ORDINAL)
            .drop(ORDINAL)
            .write.partitionBy(*PARTITIONS)
            .parquet(f"{self._folder}/{NEW}/{name}")
        )

    def write_whole(self, name: str, rows: DataFrame) -> None:
        """Writes a small table as one file, which is there even where there are no rows."""
        rows.coalesce(1).sortWithinPartitions(*rows.columns).write.parquet(f"{self._folder}/{NEW}/{name}")

    def commit(self, names: Sequence[str]) -> None:
        """Puts the new tables in the place of the old."""
        self._system.mkdirs(self._path(OLD))
        for name in names:
            if self._system.exists(self._path(name)):
                self._rename(name, f"{OLD}/{name}")
            self._rename(f"{NEW}/{name}", name)
        self.clear()

    def count(self, tables: Mapping[str, DataFrame]) -> dict[str, int]:
        """How many rows each table has, given with the columns that were written."""
        counts = [
            self._spark.read.schema(rows.schema).parquet(f"{self._folder}/{name}").select(
                F.lit(name).alias("name"), F.count(F.lit(1)).alias("rows")
            )
            for name, rows in tables.items()
        ]
        return {row["name"]: row["rows"] for row in reduce(DataFrame.union, counts).collect()}

    def _path(self, name: str) -> Any:
        return self._hadoop.Path(f"{self._folder}/{name}".rstrip("/"))

    def _rename(self, old: str, new: str) -> None:
        if not self._system.rename(self._path(old), self._path(new)):
            raise OSError(f"{old} cannot be renamed to {new} in {self._folder}")
