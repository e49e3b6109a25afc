"""A standalone cluster of Spark on this machine's loopback, for the check: a master and workers, each a process."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from urllib.error import URLError
from urllib.request import urlopen

import pyspark

LOOPBACK = "127.0.0.1"
SPARK = Path(pyspark.__file__).parent
SECONDS_TO_START = 60


def spark_environment() -> dict[str, str]:
    """What Spark's programs need around them to stay on the loopback, with this Python."""
    return {
        **os.environ,
        "SPARK_HOME": str(SPARK),
        "SPARK_LOCAL_IP": LOOPBACK,
        "SPARK_PUBLIC_DNS": LOOPBACK,
        "SPARK_DAEMON_MEMORY": "256m",
        "PYSPARK_PYTHON": sys.executable,
    }


class Cluster:
    """One master and so many workers of one core each; all end with the block."""

    def __init__(self, folder: Path, workers: int, memory: str) -> None:
        self._folder = folder
        self._count = workers
        self._memory = memory
        self._port, self._web = _free_ports(2)
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def address(self) -> str:
        """What a job is submitted to."""
        return f"spark://{LOOPBACK}:{self._port}"

    def __enter__(self) -> Cluster:
        try:
            self._start(
                "master", "master.Master", ["--port", str(self._port), "--webui-port", str(self._web)]
            )
            self._wait_for_workers(0)
            for number in range(self._count):
                name = f"worker-{number + 1}"
                size = ["--cores", "1", "--memory", self._memory, "--work-dir", str(self._folder / name)]
                self._start(name, "worker.Worker", [*size, "--webui-port", "0", self.address])
            self._wait_for_workers(self._count)
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def kill(self, name: str) -> None:
        """Ends a process of the cluster as a power cut would."""
        process = self._processes[name]
        process.send_signal(signal.SIGKILL)
        process.wait()

    def _start(self, name: str, main: str, arguments: list[str]) -> None:
        command = [str(SPARK / "bin" / "spark-class"), f"org.apache.spark.deploy.{main}", "--host", LOOPBACK]
        with (self._folder / f"{name}.log").open("wb") as log:
            self._processes[name] = subprocess.Popen(
                [*command, *arguments], env=spark_environment(), stdout=log, stderr=log
            )

    def _wait_for_workers(self, count: int) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while self._alive() != count:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self._alive()} workers instead of {count}; logs in {self._folder}")
            time.sleep(0.2)

    def _alive(self) -> int:
        """How many workers the master knows; -1 where it does not answer."""
        try:
            with urlopen(f"http://{LOOPBACK}:{self._web}/json/", timeout=5) as answer:
                state: Mapping[str, int] = json.load(answer)
            return state["aliveworkers"]
        except (URLError, OSError):
            return -1

    def _stop(self) -> None:
        for process in reversed(self._processes.values()):
            process.terminate()
        for process in self._processes.values():
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _free_ports(count: int) -> list[int]:
    """Ports of the loopback that nobody has at present."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind((LOOPBACK, 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports
