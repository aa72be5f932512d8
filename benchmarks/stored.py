"""A store of a benchmark's own, whose tasks are done in place: no broker, no worker."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline.model import Article
from timeline.service import valkey
from timeline.service.reading import read_batch
from timeline.service.weaving import weave
from timeline.store import Store
from timeline.store.outbox import READ

Tasks = list[tuple[str, tuple[str, ...]]]


@contextmanager
def server() -> Iterator[str]:
    """Start a store in a folder of its own and give its address; it ends with the block."""
    with tempfile.TemporaryDirectory() as folder:
        path = valkey.socket_path(Path(folder))
        process = subprocess.Popen(
            valkey.command(valkey.find_server(), Path(folder), path), stdout=subprocess.DEVNULL
        )
        try:
            while not valkey.answers(path):
                time.sleep(0.02)
            yield valkey.url(path)
        finally:
            process.terminate()
            process.wait()


class Timeline:
    """One timeline on a store."""

    def __init__(self, url: str, title: str) -> None:
        self._waiting: Tasks = []
        self.store = Store.connect(url, lambda task, arguments: self._waiting.append((task, arguments)))
        self.id = self.store.create_timeline(title).id

    def add(self, articles: Iterable[Article]) -> None:
        """Add articles; they are read and woven when this returns."""
        self.store.submit(self.id, list(articles))
        self.work()

    def work(self) -> None:
        """Do all that waits, and what it leads to."""
        while self._waiting:
            task, arguments = self._waiting.pop(0)
            (read_batch if task == READ else weave)(self.store, *arguments)

    @property
    def entries(self) -> int:
        """How many entries it shows."""
        found = self.store.timeline(self.id)
        return found.entries if found else 0
