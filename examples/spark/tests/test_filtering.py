"""The child process: order, back-pressure, failure, and what is told of it. No Spark, and a filter made for this."""

from __future__ import annotations

import json
import os
import sys
import unittest
from collections.abc import Iterator

from filtering import FilterDied, error_line, kind_of, parse_partition, run_filter

#: Answers each source with as many rows as its bytes are long and a report; some bytes are orders.
FILTER = """
import base64, json, os, sys
print(json.dumps({"name": None, "kind": "table", "table": {"name": "t"}}, separators=(",", ":")))
for line in sys.stdin:
    source = json.loads(line)
    content = base64.b64decode(source["base64"])
    if content == b"die":
        sys.exit("cannot go on")
    if content == b"crash":
        os.kill(os.getpid(), 9)
    if content == b"leave":
        sys.exit(0)
    if content == b"chatter":
        sys.stderr.write("told at length\\n" * 100_000)
    for number in range(len(content)):
        row = {"name": source["name"], "kind": "row", "table": "t", "number": number, "row": "x" * 1000}
        print(json.dumps(row, separators=(",", ":")))
    print(json.dumps({"name": source["name"], "kind": "report", "report": {}}, separators=(",", ":")))
"""
COMMAND = [sys.executable, "-c", FILTER]


def kinds(lines: list[str]) -> list[str]:
    """Names and kinds of records."""
    return [f"{record['name']} {record['kind']}" for record in map(json.loads, lines)]


class RunFilter(unittest.TestCase):
    """One process, many sources."""

    def test_answers_in_order_without_the_tables(self) -> None:
        lines = list(run_filter(COMMAND, [("甲", b"12"), ('乙 "b"', b""), ("丙", b"1")]))
        self.assertEqual(
            kinds(lines), ["甲 row", "甲 row", "甲 report", '乙 "b" report', "丙 row", "丙 report"]
        )

    def test_no_sources_no_lines(self) -> None:
        self.assertEqual(list(run_filter(COMMAND, [])), [])

    def test_much_more_than_the_pipes_hold_in_both_ways(self) -> None:
        sources = [(f"{number}", b"x" * 3000) for number in range(20)]
        self.assertEqual(sum(1 for _ in run_filter(COMMAND, sources)), 20 * 3001)

    def test_sources_are_taken_as_the_filter_takes_them(self) -> None:
        taken = 0

        def endless() -> Iterator[tuple[str, bytes]]:
            nonlocal taken
            while True:
                taken += 1
                yield str(taken), b"x" * 3000

        lines = run_filter(COMMAND, endless())
        for _ in range(10):
            next(lines)
        lines.close()  # type: ignore[attr-defined]
        self.assertLess(taken, 40)

    def test_standard_error_is_drained(self) -> None:
        self.assertEqual(len(list(run_filter(COMMAND, [("甲", b"chatter"), ("乙", b"")]))), 9)

    def test_an_exit_code_is_told_with_what_was_said(self) -> None:
        with self.assertRaisesRegex(FilterDied, "ended with 1 after 1 of .*cannot go on"):
            list(run_filter(COMMAND, [("甲", b""), ("乙", b"die"), ("丙", b"")]))

    def test_a_signal_is_told(self) -> None:
        with self.assertRaisesRegex(FilterDied, "ended with -9 after 0"):
            list(run_filter(COMMAND, [("甲", b"crash")]))

    def test_ending_well_before_the_end_is_failing(self) -> None:
        with self.assertRaisesRegex(FilterDied, "ended with 0 after 1"):
            list(run_filter(COMMAND, [("甲", b""), ("乙", b"leave"), ("丙", b"")]))

    def test_what_the_sources_raise_is_raised(self) -> None:
        def broken() -> Iterator[tuple[str, bytes]]:
            yield "甲", b""
            raise OSError("the disk is gone")

        with self.assertRaisesRegex(OSError, "the disk is gone"):
            list(run_filter(COMMAND, broken()))

    def test_nothing_is_left_running(self) -> None:
        lines = run_filter(
            [sys.executable, "-c", "import os; print(os.getpid(), flush=True); input(); input()"],
            [("甲", b"")],
        )
        pid = int(next(lines))
        lines.close()  # type: ignore[attr-defined]
        with self.assertRaises(ProcessLookupError):
            os.kill(pid, 0)

    def test_a_filter_that_is_not_there(self) -> None:
        with self.assertRaises(FileNotFoundError):
            list(run_filter(["/no/such/filter"], [("甲", b"")]))


class ParsePartition(unittest.TestCase):
    """What is tried again, and what is told as an error."""

    SOURCES = [("甲", b"1"), ("乙", b"crash"), ("丙", b"1")]

    def test_first_attempts_fail(self) -> None:
        for attempt in (0, 1):
            with self.assertRaises(FilterDied):
                list(parse_partition(COMMAND, self.SOURCES, attempt))

    def test_later_ones_tell_the_source_that_kills_its_filter(self) -> None:
        lines = list(parse_partition(COMMAND, self.SOURCES, 2))
        self.assertEqual(kinds(lines), ["甲 row", "甲 report", "乙 error", "丙 row", "丙 report"])
        self.assertIn("ended with -9", json.loads(lines[2])["error"]["message"])

    def test_good_sources_give_the_same_on_every_attempt(self) -> None:
        sources = [("甲", b"12"), ("乙", b"")]
        first = list(parse_partition(COMMAND, sources, 0))
        self.assertEqual(first, list(parse_partition(COMMAND, sources, 3)))


class Records(unittest.TestCase):
    """What is told of a line without reading it whole."""

    def test_kind(self) -> None:
        hostile = {"name": ',"kind":"report"', "kind": "row", "row": {"kind": "error"}}
        self.assertEqual(kind_of(json.dumps(hostile, separators=(",", ":")).encode()), b"row")
        self.assertEqual(kind_of(b'{"name":null,"kind":"table","table":{}}'), b"table")

    def test_error_line(self) -> None:
        self.assertEqual(
            json.loads(error_line("甲", "坏了")),
            {"name": "甲", "kind": "error", "error": {"message": "坏了"}},
        )


if __name__ == "__main__":
    unittest.main()
