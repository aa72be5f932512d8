"""What works here and what is missing, in words."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.service import valkey
from timeline.service.errors import ServiceError
from timeline.service.settings import store_url
from timeline.store import Store, StoreError

_PACKAGES = ("celery", "dateparser", "flask", "flask_wtf", "gunicorn", "msgspec", "redis", "sentencex")
_ENOUGH = 200_000_000  # bytes of disk below which the store may soon refuse to write


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, and what was found."""

    well: bool
    words: str


def doctor(host: str, port: int, data: Path | str) -> int:
    """Tell what works and what is missing; give 0 where nothing keeps the service from running, else 1."""
    findings = list(examine(host, port, Path(data)))
    for finding in findings:
        sys.stdout.write(f"{'ok     ' if finding.well else 'MISSING'}  {finding.words}\n")
    return 0 if all(finding.well for finding in findings) else 1


def examine(host: str, port: int, data: Path) -> Iterator[Finding]:
    """Look at everything the service needs."""
    yield Finding(sys.version_info >= (3, 11), f"Python {sys.version.split()[0]} (3.11 or later is needed)")
    missing = [name for name in _PACKAGES if importlib.util.find_spec(name) is None]
    needed = f"not installed: {', '.join(missing)}; run make install" if missing else "all are installed"
    yield Finding(not missing, f"packages: {needed}")
    yield _data_folder(data)
    yield _store_program()
    running = _running_store(data)
    yield from _running(running) if running else [_not_running()]
    yield _port(host, port, running is not None)


def _data_folder(data: Path) -> Finding:
    existing = next(folder for folder in (data.resolve(), *data.resolve().parents) if folder.exists())
    if not os.access(existing, os.W_OK | os.X_OK):
        return Finding(False, f"data folder {data}: it cannot be written to")
    free = shutil.disk_usage(existing).free
    return Finding(free > _ENOUGH, f"data folder {data}: {free // 1_000_000} MB are free on its disk")


def _store_program() -> Finding:
    if os.environ.get("REDIS_URL"):
        return Finding(True, "store: REDIS_URL names it, none is started here")
    try:
        return Finding(True, f"store: {valkey.find_server()}")
    except ServiceError as error:
        return Finding(False, f"store: {error}")


def _running_store(data: Path) -> Store | None:
    """Give the store of a service that runs, or of REDIS_URL; None where none can be expected to answer."""
    if os.environ.get("REDIS_URL"):
        return Store.connect(store_url())
    path = valkey.socket_path(data)
    return Store.connect(valkey.url(path)) if valkey.answers(path) else None


def _not_running() -> Finding:
    return Finding(True, "service: not running; timeline serve starts it")


def _running(store: Store) -> Iterator[Finding]:
    try:
        store.ping()
        workers = store.workers()
    except StoreError as error:
        yield Finding(False, f"service: {error}")
        return
    yield Finding(True, f"service: its store answers and holds {len(store.timelines())} timelines")
    none = "no worker is running: articles wait until one does"
    yield Finding(workers > 0, f"workers: {workers} running" if workers else f"workers: {none}")


def _port(host: str, port: int, running: bool) -> Finding:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return Finding(running, f"port {port} on {host}: in use ({error.strerror})")
    return Finding(True, f"port {port} on {host}: free")
