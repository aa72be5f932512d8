"""Fixtures for whatever needs the whole service: the real command, as a user starts it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from timeline.service import valkey
from timeline.store import Store

PATIENCE = 60.0  # seconds after which something that should come counts as failed


def until(reached: Callable[[], object], what: str) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < deadline, f"never came: {what}"
        time.sleep(0.02)


def running(pid: int) -> bool:
    """Whether a process runs; one that has ended and is only waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def descendants(pid: int) -> dict[int, str]:
    """The processes that a process started, and those that they started, with their command lines."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return {child: _command(child) for child in found - {pid} if running(child)}


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except (FileNotFoundError, ProcessLookupError):
        return ""


class Service:
    """`timeline serve`, running."""

    def __init__(self, data: Path, port: int, *options: str) -> None:
        self.data, self.port, self.url = data, port, f"http://127.0.0.1:{port}"
        self.socket = valkey.socket_path(data)
        self.store = Store.connect(valkey.url(self.socket))
        command = [
            sys.executable,
            "-m",
            "timeline",
            "serve",
            "--port",
            str(port),
            "--data",
            str(data),
            *options,
        ]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("REDIS")}
        # In a folder of its own: nothing may depend on where the command is started.
        self.process = subprocess.Popen(
            command,
            env=environment,
            cwd=data.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ready(self) -> str:
        """Wait for the line that says so, and give it."""
        line = self.process.stdout.readline()
        assert "ready" in line, line + self.process.stderr.read()
        return line

    def ended(self) -> tuple[int, str]:
        """Wait for the end; give the exit status and what was said on standard error."""
        _, words = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, words

    def processes(self, part: str = "") -> dict[int, str]:
        """The processes of the service whose command holds a word."""
        return {pid: line for pid, line in descendants(self.process.pid).items() if part in line}

    def kill(self, part: str) -> None:
        """Kill a part of the service outright."""
        for pid in self.processes(part):
            os.kill(pid, signal.SIGKILL)

    def answers(self, path: str = "/healthz") -> bool:
        """Whether a page is served."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=2) as answer:
                return answer.status == 200
        except (OSError, urllib.error.URLError):
            return False


def unused_port() -> int:
    """A port that nothing uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def free_port() -> int:
    """A port that nothing uses."""
    return unused_port()


@pytest.fixture
def serve(tmp_path: Path, free_port: int) -> Iterator[Callable[..., Service]]:
    """Starts the service, by default without samples in a folder of its own, and ends it after the test."""
    started: list[Service] = []

    def start(*options: str, data: Path | None = None, port: int = 0) -> Service:
        service = Service(data or tmp_path / "data", port or free_port, *(options or ["--no-samples"]))
        started.append(service)
        return service

    yield start
    for service in started:
        if service.process.poll() is None:
            service.process.send_signal(signal.SIGTERM)
        service.process.communicate(timeout=PATIENCE)
