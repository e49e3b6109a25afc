"""Files where Spark has them, on a disk, in HDFS or an object store: Hadoop's own classes, which PySpark does not wrap."""

from __future__ import annotations

from typing import Any

from pyspark.sql import SparkSession


class Folder:
    """A folder of any file system that Spark knows; what it holds is named from it."""

    def __init__(self, spark: SparkSession, address: str) -> None:
        context: Any = spark.sparkContext
        self._hadoop = context._jvm.org.apache.hadoop.fs  # noqa: SLF001
        path = self._hadoop.Path(address)
        self._system = path.getFileSystem(context._jsc.hadoopConfiguration())  # noqa: SLF001
        #: The folder as Spark writes it in the paths of its files: `file:/data/gazettes`, no slash at its end.
        self.address = str(self._system.makeQualified(path).toString()).rstrip("/")

    def exists(self, name: str) -> bool:
        """Whether a file or folder is there."""
        return bool(self._system.exists(self._path(name)))

    def make(self, name: str) -> None:
        """Makes a folder, and those that it stands in."""
        self._system.mkdirs(self._path(name))

    def rename(self, old: str, new: str) -> None:
        """Renames a file or folder. Raises OSError where it cannot."""
        if not self._system.rename(self._path(old), self._path(new)):
            raise OSError(f"{old} cannot be renamed to {new} in {self.address}")

    def delete(self, name: str) -> None:
        """Removes a file or a folder with all that is in it, if it is there."""
        self._system.delete(self._path(name), True)

    def _path(self, name: str) -> Any:
        return self._hadoop.Path(f"{self.address}/{name}")
