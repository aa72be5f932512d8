from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import descendants, until
from timeline.service import valkey
from timeline.service.supervisor import RESENDER, WORKER
from timeline.store import Store
from timeline.store.client import connect


class Crew:
    """Workers and a re-sender on an empty store, each a process of its own and started by hand."""

    def __init__(self, url: str, folder: Path) -> None:
        self.store = Store.connect(url)
        self._folder = folder
        self._environment = {**os.environ, "REDIS_URL": url}
        self.processes: list[subprocess.Popen[bytes]] = []

    def worker(self, app: str = "workers.app") -> subprocess.Popen[bytes]:
        """Start a worker and wait for its sign of life."""
        before = self.store.workers()
        started = self._start([app if part == "workers.app" else part for part in WORKER])
        until(lambda: self.store.workers() > before, "a worker")
        return started

    def resender(self) -> subprocess.Popen[bytes]:
        """Start a re-sender."""
        return self._start(RESENDER)

    def log(self) -> str:
        """All that the processes said."""
        return "".join(path.read_text() for path in self._folder.glob("*.log"))

    def _start(self, arguments: list[str] | tuple[str, ...]) -> subprocess.Popen[bytes]:
        with (self._folder / f"{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", *arguments], env=self._environment, stdout=log, stderr=log
            )
        self.processes.append(process)
        return process

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """Kill a process and all that it started."""
        for pid in [process.pid, *descendants(process.pid)]:
            os.kill(pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def crew(store_socket: Path, tmp_path: Path) -> Iterator[Crew]:
    client = connect(valkey.url(store_socket))
    client.flushall()
    client.close()
    made = Crew(valkey.url(store_socket), tmp_path)
    yield made
    for process in made.processes:
        if process.poll() is None:
            made.kill(process)
