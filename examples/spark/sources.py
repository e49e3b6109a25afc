"""The raw gazettes: found by Spark's own binary source, named by their paths, placed by their folders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

from hadoop import Folder

#: The first folder under the input, `province=宁夏/…` or `宁夏/…`; what stands under none has no province.
PROVINCE_PATTERN = r"^(?:province=)?([^/]+)/"

#: The parser's own bound: a gazette is at most 100 MB.
MAX_BYTES = 100_000_000


@dataclass(frozen=True)
class Sources:
    """Where the gazettes lie, and how their paths are read."""

    folder: str
    """A folder of any file system that Spark reads: a path, `hdfs://…`, `s3a://…`."""
    glob: str
    """Which names are gazettes: `*.txt`."""
    province: str
    """A regular expression (Java) on the path below the folder; its first group is the province."""
    archive: str
    """`folder`: the gazettes of one folder are one archive; `all`: all are."""
    max_bytes: int

    def contents(self, spark: SparkSession) -> DataFrame:
        """The files that are not too long, one a row: `source`, the path below the folder, and `content`.

        Those that are empty or cannot be opened are left out.
        """
        return self._files(spark).where(F.col("length") <= self.max_bytes).select("source", "content")

    def listing(self, spark: SparkSession) -> DataFrame:
        """Every file, none opened: `source` and `length` in bytes, null where it is empty or has gone since."""
        files = self._files(spark)
        folder = Folder(spark, self.folder).address
        names = [(_below(folder, address),) for address in files.inputFiles()]
        lengths = files.select("source", "length")
        return spark.createDataFrame(names, "source string").join(lengths, "source", "left")

    def province_of(self, source: Column) -> Column:
        """The province that a source's path tells, else null."""
        return F.nullif(F.regexp_extract(source, self.province, 1), F.lit(""))

    def archive_of(self, source: Column) -> Column:
        """What tells the archive of a source from others."""
        return F.lit("") if self.archive == "all" else F.regexp_extract(source, "^(.*)/", 1)

    def _files(self, spark: SparkSession) -> DataFrame:
        found = (
            spark.read.format("binaryFile")
            .option("recursiveFileLookup", "true")
            .option("pathGlobFilter", self.glob)
            .option("ignoreCorruptFiles", "true")
            .option("ignoreMissingFiles", "true")
            .load(self.folder)
        )
        start = len(Folder(spark, self.folder).address) + 2
        return found.withColumn("source", F.substr("path", F.lit(start)))


def _below(folder: str, address: str) -> str:
    """The path below a folder that a file's address has: escaped, and with its own number of slashes in front."""
    path = re.sub(r"^(\w+):/+", r"\1:/", unquote(address))
    return path.removeprefix(re.sub(r"^(\w+):/+", r"\1:/", folder) + "/")
