"""What the job leaves to Spark: where sources stand, which document a citation means, what is put in place."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from cluster import LOOPBACK
from output import Output
from resolving import resolve
from sources import PROVINCE_PATTERN, Sources
from tables import ORDINAL

spark: SparkSession

CITATION = "source string, archive string, cited_document_id string, by string, key string"
CITABLE = (
    "source string, archive string, document_id string, issue string, type string, by string, key string,"
    f" {ORDINAL} int"
)


def setUpModule() -> None:  # noqa: N802 - the name that unittest looks for
    """Starts Spark once for all."""
    global spark
    settings: dict[str, bool | float | int | str | None] = {
        "spark.master": "local[1]",
        "spark.driver.host": LOOPBACK,
        "spark.driver.bindAddress": LOOPBACK,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.log.level": "ERROR",
    }
    spark = SparkSession.builder.config(map=settings).getOrCreate()


def tearDownModule() -> None:  # noqa: N802
    """Stops it."""
    spark.stop()


class Found(unittest.TestCase):
    """Sources by name, whatever their names are."""

    def setUp(self) -> None:
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))

    def put(self, name: str, content: bytes) -> None:
        """Writes a file below the folder."""
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_bytes(content)

    def sources(self, archive: str = "folder") -> Sources:
        """The folder as sources, of 10 bytes at most."""
        return Sources(str(self.folder) + "/", "*.txt", PROVINCE_PATTERN, archive, max_bytes=10)

    def test_contents_and_listing(self) -> None:
        names = ["宁夏/平罗县/一 号.txt", "province=四川/a+b%20c#1.txt", "top.txt"]
        for name in names:
            self.put(name, b"abc")
        self.put("宁夏/empty.txt", b"")
        self.put("宁夏/long.txt", b"x" * 11)
        self.put("宁夏/other.pdf", b"abc")
        sources = self.sources()
        contents = {row["source"]: bytes(row["content"]) for row in sources.contents(spark).collect()}
        self.assertEqual(contents, dict.fromkeys(names, b"abc"))
        listing = {row["source"]: row["length"] for row in sources.listing(spark).collect()}
        self.assertEqual(listing, dict.fromkeys(names, 3) | {"宁夏/empty.txt": None, "宁夏/long.txt": 11})

    def test_provinces_and_archives(self) -> None:
        names = ["宁夏/平罗县/1.txt", "province=四川/1.txt", "1.txt"]
        rows = spark.createDataFrame([(name,) for name in names], "source string")
        for archive, expected in [("folder", ["宁夏/平罗县", "province=四川", ""]), ("all", ["", "", ""])]:
            sources = self.sources(archive)
            placed = rows.select(
                sources.province_of(F.col("source")).alias("province"),
                sources.archive_of(F.col("source")).alias("archive"),
            ).collect()
            self.assertEqual([row["province"] for row in placed], ["宁夏", "四川", None])
            self.assertEqual([row["archive"] for row in placed], expected)


#: A document as it may be cited: its archive, id and type.
Document = tuple[str, str, str]

EARLY: Document = ("A", "2021-01/a", "notice")
LATE: Document = ("A", "2021-02/b", "notice")
DECIDED: Document = ("A", "2020-01/c", "appointment")
ELSEWHERE: Document = ("B", "2021-01/a", "notice")

#: What is said, the documents that bear a name, by what kind of name and from which archive it is cited, and which of
#: the documents is meant.
CASES: list[tuple[str, list[Document], str, str, Document | None]] = [
    ("the first issue keeps a number", [LATE, EARLY], "number", "A", EARLY),
    ("notices come before appointments", [DECIDED, LATE], "number", "A", LATE),
    ("an appointment has a number too", [DECIDED], "number", "A", DECIDED),
    ("a title of one names it", [EARLY], "title", "A", EARLY),
    ("a title of several names none", [EARLY, LATE], "title", "A", None),
    ("nor in another archive", [EARLY, LATE], "title", "B", None),
    ("one document printed twice is one", [EARLY, EARLY], "title", "A", EARLY),
    ("its own archive comes first, by number", [EARLY, ELSEWHERE], "number", "B", ELSEWHERE),
    ("its own archive comes first, by title", [EARLY, ELSEWHERE], "title", "B", ELSEWHERE),
    ("another archive has it alone, by number", [EARLY], "number", "C", EARLY),
    ("another archive has it alone, by title", [EARLY], "title", "C", EARLY),
    ("two others have it, by number", [EARLY, ELSEWHERE], "number", "C", None),
    ("two others have it, by title", [EARLY, ELSEWHERE], "title", "C", None),
    ("nobody has it", [], "number", "A", None),
]


class Resolved(unittest.TestCase):
    """Citations and what they mean."""

    def test_cases(self) -> None:
        # Each case has a key of its own: all are one query.
        citables = [
            (f"{archive}/{document}", archive, document, document[:7], kind, by, str(case), at)
            for case, (_, documents, by, _, _) in enumerate(CASES)
            for at, (archive, document, kind) in enumerate(documents)
        ]
        citations = [
            (str(case), archive, None, by, str(case)) for case, (_, _, by, archive, _) in enumerate(CASES)
        ]
        own = ("own", "A", "2021-01/a", None, None)
        resolved = resolve(
            spark.createDataFrame([*citations, own], CITATION), spark.createDataFrame(citables, CITABLE)
        )
        found = {row["source"]: (row["cited_source"], row["cited_document_id"]) for row in resolved.collect()}
        self.assertEqual(found.pop("own"), ("own", "2021-01/a"), "what a source cites of itself stays")
        self.assertEqual(len(found), len(CASES))
        for case, (said, _, _, _, meant) in enumerate(CASES):
            expected = (None, None) if meant is None else (f"{meant[0]}/{meant[1]}", meant[1])
            with self.subTest(said):
                self.assertEqual(found[str(case)], expected)


class Written(unittest.TestCase):
    """Output that is whole, or untouched."""

    def setUp(self) -> None:
        self.folder = self.enterContext(tempfile.TemporaryDirectory())

    def rows(self, *numbers: int) -> DataFrame:
        """Rows of three provinces, one of them unknown."""
        provinces = ["宁夏", "四川", None]
        return spark.createDataFrame(
            [(number, "s", number, provinces[number % 3], 2020 + number % 2) for number in numbers],
            "id int, source string, _ordinal int, province string, issue_year int",
        )

    def read(self, name: str) -> list[int]:
        """The ids of a table, as they stand in its files."""
        return [row["id"] for row in spark.read.parquet(f"{self.folder}/{name}").collect()]

    def write(self, *numbers: int) -> Output:
        """A run up to its commit."""
        output = Output(spark, self.folder)
        output.clear()
        output.write("tasks", self.rows(*numbers))
        output.write_whole("errors", self.rows(*numbers).select("id"))
        return output

    def test_a_run_replaces_the_last_one(self) -> None:
        self.write(*range(12)).commit(["tasks", "errors"])
        output = self.write(5, 4, 3)
        self.assertEqual(sorted(self.read("tasks")), list(range(12)), "until the new one is whole")
        output.commit(["tasks", "errors"])
        self.assertEqual(sorted(self.read("tasks")), [3, 4, 5])
        self.assertEqual(self.read("errors"), [3, 4, 5])
        self.assertEqual(sorted(path.name for path in Path(self.folder).iterdir()), ["errors", "tasks"])

    def test_one_file_for_a_province_and_year_its_rows_in_order(self) -> None:
        output = self.write(*reversed(range(36)))
        output.commit(["tasks", "errors"])
        files = sorted(Path(self.folder, "tasks").rglob("*.parquet"))
        self.assertEqual(len(files), 6)
        for file in files:
            ids = [row["id"] for row in spark.read.parquet(str(file)).collect()]
            self.assertEqual(ids, sorted(ids))
        self.assertEqual(output.count("tasks", self.rows()), 36)

    def test_no_errors_are_a_table_too(self) -> None:
        self.write().commit(["tasks", "errors"])
        self.assertEqual(self.read("errors"), [])


if __name__ == "__main__":
    unittest.main()
