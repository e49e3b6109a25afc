"""The job's output: written beside what is there, and put in its place when all of it is there."""

from __future__ import annotations

from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession

from hadoop import Folder
from tables import ORDINAL

#: What rows are filed under.
PARTITIONS = ["province", "issue_year"]

#: Where a run works, which readers pass over by the first letter of its name; and what it has there.
RUN = "_run"
STAGING, NEW, OLD = f"{RUN}/staging", f"{RUN}/new", f"{RUN}/old"


class Output:
    """A folder of Parquet tables.

    A run that fails leaves the tables of the last one as they were; one that is repeated writes the same rows.
    """

    def __init__(self, spark: SparkSession, folder: str) -> None:
        self._spark = spark
        self._folder = Folder(spark, folder)

    def clear(self) -> None:
        """Removes what a run leaves: its own, or that of one that was broken off."""
        self._folder.delete(RUN)

    def stage(self, staged: DataFrame) -> DataFrame:
        """Keeps the filter's lines, by what they are, so that a lost machine costs no second parse."""
        staged.write.partitionBy("what").parquet(self._at(STAGING))
        return self._spark.read.schema("source string, line string, what string").parquet(self._at(STAGING))

    def write(self, name: str, rows: DataFrame) -> None:
        """Writes a table by province and year, one file for each, its rows in printed order."""
        (
            rows.repartition(*PARTITIONS)
            .sortWithinPartitions(*PARTITIONS, "source", ORDINAL)
            .drop(ORDINAL)
            .write.partitionBy(*PARTITIONS)
            .parquet(self._at(f"{NEW}/{name}"))
        )

    def write_whole(self, name: str, rows: DataFrame) -> None:
        """Writes a small table as one file, which is there even where there are no rows."""
        rows.coalesce(1).sortWithinPartitions(*rows.columns).write.parquet(self._at(f"{NEW}/{name}"))

    def commit(self, names: Sequence[str]) -> None:
        """Puts the new tables in the place of the old."""
        self._folder.make(OLD)
        for name in names:
            if self._folder.exists(name):
                self._folder.rename(name, f"{OLD}/{name}")
            self._folder.rename(f"{NEW}/{name}", name)
        self.clear()

    def count(self, name: str, rows: DataFrame) -> int:
        """How many rows a table has, given with the columns that were written."""
        return self._spark.read.schema(rows.schema).parquet(self._at(name)).count()

    def _at(self, name: str) -> str:
        return f"{self._folder.address}/{name}"
