"""How many articles a second go through the whole of it: `python -m benchmarks.jobs [ARTICLES]`.

A real store, a real Celery worker, small articles. Beside the figures stand two limits, measured in the same
run: what one client can push into the store one by one, and what the reading alone does on one core.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from os import environ
from pathlib import Path

from timeline import pipeline
from timeline.interval import Interval
from timeline.model import Article
from timeline.service import valkey
from timeline.service.supervisor import RESENDER, WORKER
from timeline.store import EntryQuery, Store
from timeline.store.client import connect
from web.sending import sender

_TEXT = (
    "{person} of {place} {verb} {other} on {day} March 2021. Two days later {other} answered {person}."
    " {other} will leave {place} in September, {person} said on Friday."
)
_VERBS = (
    "sued",
    "met",
    "praised",
    "visited",
    "accused",
    "married",
    "hired",
    "dismissed",
    "defeated",
    "succeeded",
)
_SYLLABLES = [consonant + vowel for consonant in "bdfghklmnprstvz" for vowel in "aeiou"]


def name(number: int) -> str:
    """Give a word of three syllables that stands for no other number below 421,875."""
    syllables = []
    for _ in range(3):
        number, place = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[place])
    return "".join(syllables).capitalize()


def articles(count: int) -> list[Article]:
    """Give small articles of which no two tell of the same."""
    texts = (
        _TEXT.format(
            person=name(number),
            other=name(number + 50_000),
            place=name(number + 100_000),
            verb=_VERBS[number % len(_VERBS)],
            day=number % 28 + 1,
        )
        for number in range(count)
    )
    return [Article(f"a{n}", text, Interval.of_day(19_000)) for n, text in enumerate(texts)]


@contextmanager
def running() -> Iterator[str]:
    """Run a store, a worker and a re-sender; give the URL of the store."""
    with tempfile.TemporaryDirectory() as folder:
        path = valkey.socket_path(Path(folder))
        url = valkey.url(path)
        python = [sys.executable, "-m"]
        environment = {**environ, "REDIS_URL": url}
        commands = [
            valkey.command(valkey.find_server(), Path(folder), path),
            [*python, *WORKER],
            [*python, *RESENDER],
        ]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
        processes = []
        try:
            for command in commands:
                processes.append(subprocess.Popen(command, **quiet))
                while not valkey.answers(path):
                    time.sleep(0.01)
            while not Store.connect(url).workers():
                time.sleep(0.05)
            yield url
        finally:
            for process in reversed(processes):
                process.terminate()
                process.wait(20)


def pushes(url: str, seconds: float = 2.0) -> float:
    """Give how many small values a second one client pushes into the store, one by one."""
    client = connect(url)
    deadline, done = time.perf_counter() + seconds, 0
    while time.perf_counter() < deadline:
        for _ in range(100):
            client.lpush("benchmark", b"x" * 100)
        done += 100
    client.delete("benchmark")
    return done / seconds


def reads(some: list[Article]) -> float:
    """Give how many articles a second are read on one core, without store or queue."""
    for article in some[:50]:
        pipeline.read(article)
    begun = time.perf_counter()
    for article in some:
        pipeline.read(article)
    return len(some) / (time.perf_counter() - begun)


def main(count: int = 5_000) -> None:
    """Measure and print."""
    given = articles(count)
    with running() as url:
        store = Store.connect(url, sender(url))
        timeline = store.create_timeline("Benchmark").id
        begun = time.perf_counter()
        job = store.submit(timeline, given)
        submitted = time.perf_counter()
        read = submitted
        while store.outbox.pending(timeline):
            time.sleep(0.01)
            read = time.perf_counter()
        ended = store.wait(job.id, 600)
        woven = time.perf_counter()
        raw, reading = pushes(url), reads(given[:1_000])
        total = store.entries(timeline, EntryQuery()).total
    print(f"{count} articles, {ended.state}, {total} entries")
    print(f"taken in        {count / (submitted - begun):10.0f} articles/s")
    print(f"read            {count / (read - begun):10.0f} articles/s")
    print(f"on the timeline {count / (woven - begun):10.0f} articles/s")
    print(f"limits: {raw:.0f} pushes/s into the store, {reading:.0f} articles/s read on one core")
    print(
        f"read / pushes = {count / (read - begun) / raw:.2f}; read / one core = {count / (read - begun) / reading:.2f}"
    )
    print(f"on the timeline / one core = {count / (woven - begun) / reading:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
