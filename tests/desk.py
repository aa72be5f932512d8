"""Fixtures for whatever needs the store: a real server, and a store on it whose tasks are done in place."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from timeline.interval import Interval
from timeline.model import Article
from timeline.service import valkey
from timeline.service.reading import read_batch
from timeline.service.weaving import weave
from timeline.store import Store
from timeline.store.client import connect
from timeline.store.outbox import READ

_SYLLABLES = [consonant + vowel for consonant in "bdfghklmnprstvz" for vowel in "aeiou"]


@pytest.fixture(scope="session")
def store_socket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The socket of a store server of these tests' own."""
    data = tmp_path_factory.mktemp("store")
    path = valkey.socket_path(data)
    command = valkey.command(valkey.find_server(), data, path)
    with (
        (data / "store.log").open("wb") as log,
        subprocess.Popen(command, stdout=log, env=os.environ) as server,
    ):
        while not valkey.answers(path):
            assert server.poll() is None, (data / "store.log").read_text()
            time.sleep(0.01)
        yield path
        server.terminate()


class Desk:
    """A store whose tasks are kept instead of sent, to be done in place: no broker, no worker process."""

    def __init__(self, url: str) -> None:
        self.sent: list[tuple[str, tuple[str, ...]]] = []
        self.store = Store.connect(url, lambda task, arguments: self.sent.append((task, arguments)))

    def work(self) -> None:
        """Do all tasks, and those that they lead to."""
        while self.sent:
            self.do(*self.sent.pop(0))

    def do(self, task: str, arguments: tuple[str, ...]) -> None:
        """Do one task."""
        (read_batch if task == READ else weave)(self.store, *arguments)


@pytest.fixture
def desk(store_socket: Path) -> Desk:
    """A desk on an empty store."""
    client = connect(valkey.url(store_socket))
    client.flushall()
    client.close()
    return Desk(valkey.url(store_socket))


@pytest.fixture
def store(desk: Desk) -> Store:
    """An empty store; what is submitted waits."""
    return desk.store


@pytest.fixture
def article() -> Callable[..., Article]:
    """Makes an article published on 8 January 2022, a Saturday."""

    def make(name: str, text: str = "", **fields: object) -> Article:
        text = text or (
            f"The bridge at Orlen collapsed on 3 May 2021. The mayor of {name} resigned on 4 June 2021."
        )
        return Article(**{"id": name, "text": text, "published": Interval.of_day(19_000), **fields})

    return make


def distinct_text(number: int) -> str:
    """A small text with events of its own and one that the texts of nine other numbers report too."""
    sunk = f"The ferry {_name(number)} sank off {_name(number + 5_000)}"
    own = f"{sunk} on {number % 28 + 1} March {1500 + number % 500}."
    shared = f"{_name(number // 10 + 9_000)} married {_name(number // 10 + 12_000)} on 3 May {1800 + number // 10}."
    return f"{own} {shared} " + "".join(
        f"{_name(number * 9 + 20_000 + line)} met {_name(number * 9 + 60_000 + line)} in April {1200 + number % 800}. "
        for line in range(5)
    )


def _name(number: int) -> str:
    """A word of three syllables that stands for no other number below 421,875."""
    syllables = []
    for _ in range(3):
        number, place = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[place])
    return "".join(syllables).capitalize()
