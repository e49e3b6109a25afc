"""Feeds raw gazettes through `gongbao parse --ndjson`: one process for a whole partition.

This module goes to the executors by itself: it imports nothing but the standard library.
"""

from __future__ import annotations

import base64
import json
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO

#: A source by its name, with its bytes as they are in the file.
Source = tuple[str, bytes]

#: Spark tries a task four times. The first two read a partition at full speed; where both have failed, the next give
#: every source a filter of its own, so that one which kills its filter is told as an error and the others are read.
FULL_SPEED_ATTEMPTS = 2

#: So many lines of what a filter last said on standard error are told when it fails.
LINES_TOLD = 20


class FilterDied(RuntimeError):
    """The filter ended before it had answered for every source, or with an exit code other than 0."""


def parse_partition(command: Sequence[str], sources: Iterable[Source], attempt: int) -> Iterator[str]:
    """The filter's lines for the sources of a partition; `attempt` counts from 0.

    Raises FilterDied on the first attempts, so that Spark tries again, elsewhere where it can.
    """
    if attempt < FULL_SPEED_ATTEMPTS:
        yield from run_filter(command, sources)
        return
    for source in sources:
        yield from _lines_or_error(command, source)


def _lines_or_error(command: Sequence[str], source: Source) -> list[str]:
    """All lines of one source, or the one that tells how its filter died: never a part of them."""
    try:
        return list(run_filter(command, [source]))
    except FilterDied as died:
        return [error_line(source[0], str(died))]


def error_line(name: str, message: str) -> str:
    """A record of the form that the filter itself gives a source that it cannot read."""
    return json.dumps({"name": name, "kind": "error", "error": {"message": message}}, ensure_ascii=False)


def run_filter(command: Sequence[str], sources: Iterable[Source]) -> Iterator[str]:
    """The lines that one process of the filter writes for all sources, without those that describe its tables.

    A thread writes the sources, another drains standard error, and whoever takes the lines reads: the pipes hold back
    whoever is ahead, so that memory holds a source or two. Raises FilterDied, or what the sources raise.
    """
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin and process.stdout and process.stderr
    writer = _Writer(process.stdin, sources, process.kill)
    said: deque[bytes] = deque(maxlen=LINES_TOLD)
    drain = threading.Thread(target=_drain, args=(process.stderr, said), daemon=True)
    writer.start()
    drain.start()
    answered = 0
    try:
        for line in process.stdout:
            kind = kind_of(line)
            if kind == b"table":
                continue
            answered += kind in (b"report", b"error")
            yield line.decode("utf-8").rstrip("\n")
        code = process.wait()
        writer.join()
        drain.join()
        if writer.failure is not None:
            raise writer.failure
        if code != 0 or answered != writer.written:
            told = b"".join(said).decode("utf-8", "replace").strip()
            raise FilterDied(
                f"the filter ended with {code} after {answered} of {writer.written} sources: {told}"
            )
    finally:
        # Also where whoever reads has stopped: nothing is left running.
        process.kill()
        process.wait()
        process.stdout.close()


def _drain(pipe: IO[bytes], said: deque[bytes]) -> None:
    """Reads a pipe to its end and keeps the last lines."""
    with pipe:
        said.extend(pipe)


def kind_of(line: bytes) -> bytes:
    """What a record is, told by its first keys: `{"name":…,"kind":"row",…`. Quotes within a name are escaped."""
    return line.partition(b',"kind":"')[2].partition(b'"')[0]


class _Writer(threading.Thread):
    """Writes sources to a filter until there are no more, or until it takes none."""

    def __init__(self, pipe: IO[bytes], sources: Iterable[Source], stop: Callable[[], None]) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self._sources = sources
        self._stop_filter = stop
        self.written = 0
        self.failure: Exception | None = None

    def run(self) -> None:
        try:
            with self._pipe:
                for name, content in self._sources:
                    self.written += 1
                    self._write(name, content)
        except BrokenPipeError:
            # A filter that has ended takes nothing more; its exit code tells why.
            pass
        except Exception as failure:  # noqa: BLE001 - whatever the sources raise is raised to whoever reads
            self.failure = failure
            self._stop_filter()

    def _write(self, name: str, content: bytes) -> None:
        self._pipe.write(b'{"name":' + json.dumps(name).encode() + b',"base64":"')
        self._pipe.write(base64.b64encode(content))
        self._pipe.write(b'"}\n')
        self._pipe.flush()
