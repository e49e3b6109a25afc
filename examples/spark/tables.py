"""The filter's lines as typed tables. What columns a table has is asked of the filter: none is written down here."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import StructType

#: The filter's types of columns as Spark's.
TYPES = {
    "string": "string",
    "integer": "int",
    "number": "double",
    "boolean": "boolean",
    "date": "date",
    "strings": "array<string>",
}

#: `report.json` of the data model, as far as the tables of reports and doubts need it.
REPORT = """
    issue string,
    coverage struct<characters: int, inDocuments: int, inFurniture: int, unaccounted: int>,
    counts struct<notices: int, taskTables: int, tasks: int, tables: int, appointments: int, decisions: int,
                  chronicleEntries: int>,
    messages array<struct<ruleId: string, severity: string, reason: string, document: string,
                          place: struct<start: struct<line: int, column: int>, end: struct<line: int, column: int>>>>
"""

#: A line that is not what it should be stops the job: nothing is lost in silence.
STRICT = {"mode": "FAILFAST", "dateFormat": "yyyy-MM-dd"}

#: The place of a row among those of its source and table, from 1. It sorts rows and is not written.
ORDINAL = "_ordinal"


def filter_command(command: Sequence[str], tables: Sequence[str]) -> list[str]:
    """The filter that writes rows of these tables."""
    return [*command, "--tables", ",".join(tables)]


def describe(command: Sequence[str]) -> dict[str, str]:
    """The tables that a filter writes, by name, with their columns in Spark's words (`id string, date date`)."""
    answer = subprocess.run(command, input=b"", stdout=subprocess.PIPE, check=True).stdout
    tables = [json.loads(line)["table"] for line in answer.splitlines()]
    return {
        table["name"]: ", ".join(f"`{column['name']}` {TYPES[column['type']]}" for column in table["columns"])
        for table in tables
    }


def stage(lines: DataFrame) -> DataFrame:
    """The filter's lines (`line`), each with its `source` and `what` it is: a table's name, `report` or `error`."""
    head = F.from_json("line", "name string, kind string, table string", STRICT)
    return lines.withColumn("head", head).select(
        F.col("head.name").alias("source"), F.coalesce("head.table", "head.kind").alias("what"), "line"
    )


def rows_of(staged: DataFrame, name: str, columns: str) -> DataFrame:
    """The rows of a table with its columns, their source and their ordinal."""
    record = F.from_json("line", f"number int, row struct<{_fields(columns)}>", STRICT)
    lines = staged.where(F.col("what") == name).select("source", record.alias("record"))
    return lines.select("source", F.col("record.number").alias(ORDINAL), "record.row.*")


def reports(staged: DataFrame) -> DataFrame:
    """A row for each source that was read: what it holds, and how many of its characters are accounted for."""
    return _reports(staged).select(
        "source",
        F.lit(1).alias(ORDINAL),
        "issue",
        F.col("coverage.characters").alias("characters"),
        F.col("coverage.inDocuments").alias("in_documents"),
        F.col("coverage.inFurniture").alias("in_furniture"),
        F.col("coverage.unaccounted").alias("unaccounted"),
        F.col("counts.notices").alias("notices"),
        F.col("counts.taskTables").alias("task_tables"),
        F.col("counts.tasks").alias("tasks"),
        F.col("counts.tables").alias("tables"),
        F.col("counts.appointments").alias("appointments"),
        F.col("counts.decisions").alias("decisions"),
        F.col("counts.chronicleEntries").alias("chronicle_entries"),
    )


def doubts(staged: DataFrame) -> DataFrame:
    """A row for each doubt of the parser, with its place in the source."""
    each = _reports(staged).select("source", "issue", F.posexplode("messages").alias("at", "message"))

    def place(side: str, which: str) -> Column:
        return F.col(f"message.place.{side}.{which}").alias(f"{which}_{side}")

    return each.select(
        "source",
        (F.col("at") + 1).alias(ORDINAL),
        "issue",
        F.col("message.ruleId").alias("rule"),
        "message.severity",
        "message.reason",
        F.col("message.document").alias("document_id"),
        place("start", "line"),
        place("start", "column"),
        place("end", "line"),
        place("end", "column"),
    )


def errors(staged: DataFrame) -> DataFrame:
    """A row for each source that the filter could not read: `source`, `message`."""
    error = F.from_json("line", "error struct<message: string>", STRICT)
    lines = staged.where(F.col("what") == "error").select("source", error.alias("record"))
    return lines.select("source", "record.error.message")


def _reports(staged: DataFrame) -> DataFrame:
    record = F.from_json("line", f"report struct<{_fields(REPORT)}>", STRICT)
    lines = staged.where(F.col("what") == "report").select("source", record.alias("record"))
    return lines.select("source", "record.report.*")


def _fields(columns: str) -> str:
    """Columns as the fields of a struct: `id string` → `id: string`."""
    table = StructType.fromDDL(columns)
    assert isinstance(table, StructType)
    return ", ".join(f"`{field.name}`: {field.dataType.simpleString()}" for field in table.fields)
