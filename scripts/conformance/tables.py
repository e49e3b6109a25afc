"""The tables for analysts, read by the tools that analysts have: frictionless, pandas, pyarrow, Datasette.

Usage: python tables.py <dist folder>

Prints one line a check and exits with 1 where one fails.
"""

import json
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import urlopen

import pandas
import pyarrow
import pyarrow.parquet
from frictionless import Package

ARROW_TYPES = {
    "string": pyarrow.string(),
    "integer": pyarrow.int32(),
    "number": pyarrow.float64(),
    "boolean": pyarrow.bool_(),
    "date": pyarrow.date32(),
}
SECONDS_TO_START = 60

failed = 0


def check(name, problem):
    """Prints a check's outcome; `problem` is None where there is none."""
    global failed
    failed += problem is not None
    print(f"{'ok    ' if problem is None else 'FAILED'} {name}" + ("" if problem is None else f": {problem}"), flush=True)


def check_package(data):
    """frictionless: types, constraints, keys, references, sizes and hashes of every resource."""
    report = Package(str(data / "datapackage.json")).validate()
    for task in report.tasks:
        errors = [error.message for error in task.errors]
        check(f"frictionless: {task.place}, {task.stats.get('rows')} rows", "; ".join(errors[:3]) or None)
    others = [error.message for error in report.errors]
    check(f"frictionless: the package, {len(report.tasks)} resources", "; ".join(others) or None)


def read_csv(path, fields):
    """A CSV file as rows of typed values, as its Table Schema says."""
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    names = [field["name"] for field in fields]
    if list(frame.columns) != names:
        raise ValueError(f"columns are {list(frame.columns)}")
    columns = [typed(frame[field["name"]], field) for field in fields]
    return pandas.concat(columns, axis=1) if columns else frame


def typed(column, field):
    if field["type"] == "string":
        # A text that is always there may be an empty one.
        return column if field["constraints"]["required"] else column.where(column != "", None)
    column = column.where(column != "", None)
    if field["type"] == "integer":
        return column.astype("Int64")
    if field["type"] == "number":
        return column.astype("Float64")
    if field["type"] == "boolean":
        return column.map({"true": True, "false": False}).astype("boolean")
    return pandas.to_datetime(column, format="%Y-%m-%d").dt.date


def plain(frame):
    """Rows as lists of Python's own values; an empty text and nothing are one, as in a CSV file."""
    return [
        [None if pandas.isna(value) or value == "" else value for value in row]
        for row in frame.astype(object).itertuples(index=False, name=None)
    ]


def check_parquet(data, resources):
    """pyarrow finds the types of the Table Schema, pandas the same values as in the CSV file."""
    for resource in resources:
        fields = resource["schema"]["fields"]
        path = (data / resource["path"]).with_suffix(".parquet")
        schema = pyarrow.parquet.read_schema(path)
        wrong = [
            f"{field['name']} is {schema.field(field['name'])}"
            for field in fields
            if schema.field(field["name"]).type != ARROW_TYPES[field["type"]]
            or schema.field(field["name"]).nullable == field["constraints"]["required"]
        ]
        check(f"pyarrow: types of {path.name}", "; ".join(wrong) or None)
        from_csv = plain(read_csv(data / resource["path"], fields))
        from_parquet = plain(pandas.read_parquet(path))
        differing = [at for at, (a, b) in enumerate(zip(from_csv, from_parquet, strict=False)) if a != b]
        problem = None
        if len(from_csv) != len(from_parquet):
            problem = f"{len(from_parquet)} rows, {len(from_csv)} in the CSV file"
        elif differing:
            at = differing[0]
            problem = f"row {at + 1} is {from_parquet[at]}, in the CSV file {from_csv[at]}"
        check(f"pandas: {path.name} and its CSV file, {len(from_csv)} rows", problem)


@contextmanager
def datasette(data):
    """Datasette over the database, on a free port of the loopback; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "datasette", "serve", "--immutable", str(data / "gongbao.sqlite")]
        + ["--metadata", str(data / "datasette.json"), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                urlopen(f"{address}/-/versions.json", timeout=5).close()
                break
            except (URLError, OSError):
                if server.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError("Datasette does not start") from None
                time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait()


def ask(address, path, **query):
    with urlopen(f"{address}/{path}?{urlencode(query)}", timeout=30) as answer:
        return json.load(answer)


def check_datasette(data, resources):
    """Over HTTP the database has the rows of the CSV files, sums as they do and finds the same text."""
    frames = {one["name"]: read_csv(data / one["path"], one["schema"]["fields"]) for one in resources}
    with datasette(data) as address:
        for name, frame in frames.items():
            count = ask(address, "gongbao.json", sql=f"SELECT count(*) AS n FROM {name}", _shape="array")[0]["n"]
            check(f"datasette: {name}, {count} rows", None if count == len(frame) else f"{len(frame)} in CSV")

        measures = frames["measures"]
        money = measures[measures["unit"].fillna("").str.endswith("元") & ~measures["is_total"]]
        expected = {
            body: round(float(own["value"].sum()), 6)
            for body, own in money[money["value"].notna()].groupby("organization")
        }
        sql = "SELECT organization, sum(value) AS money FROM money WHERE organization IS NOT NULL AND value IS NOT NULL GROUP BY 1"
        rows = ask(address, "gongbao.json", sql=sql, _shape="array")
        answered = {row["organization"]: round(row["money"], 6) for row in rows}
        check(f"datasette: money by body, {len(answered)} bodies", None if answered == expected else f"{answered}")

        texts = frames["passages"]["text"]
        names = [name for name in frames["organizations"]["name"] if len(name) >= 3 and not name.isascii()]
        word = max(names, key=lambda name: int(texts.str.contains(name, regex=False).sum()), default=None)
        if word is not None:
            hits = int(texts.str.contains(word, regex=False).sum())
            found = ask(address, "gongbao/passages.json", _search=word, _size=1)["filtered_table_rows_count"]
            check(f"datasette: search for {word}, {found} hits", None if found == hits else f"{hits} in CSV")

        for page in ["", "gongbao", *(f"gongbao/{name}" for name in [*frames, "duties", "money", "cited_documents"])]:
            try:
                with urlopen(f"{address}/{quote(page)}", timeout=30) as answer:
                    problem = None if answer.status == 200 else f"status {answer.status}"
            except HTTPError as error:
                problem = f"status {error.code}"
            check(f"datasette: page /{page}", problem)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    data = Path(sys.argv[1]) / "data"
    resources = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    corpus = [one for one in resources if one["path"].startswith("tables/")]
    check_package(data)
    check_parquet(data, corpus)
    check_datasette(data, corpus)
    print(f"{'all hold' if failed == 0 else f'{failed} failed'}")
    sys.exit(1 if failed else 0)


main()
