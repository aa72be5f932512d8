"""How long pages of a timeline of 10,000 entries take on the server, beside a bare Flask page."""

from __future__ import annotations

import argparse
import calendar
import statistics
import sys
import time
from collections.abc import Callable

from flask import Flask

from benchmarks.stored import Timeline, server
from timeline.civil import days_from_civil
from timeline.interval import Interval
from timeline.model import Article
from web import create_app

_MONTHS = calendar.month_name
_PER_ARTICLE = 20
_LIMIT = 200.0  # milliseconds
_ROUNDS = 15


def main() -> None:
    """Fill a store of its own, measure each kind of page, and fail where one takes longer than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    wanted = parser.parse_args().entries
    with server() as url:
        slowest = _measure(url, wanted)
    sys.exit(slowest > _LIMIT)


def _measure(url: str, wanted: int) -> float:
    timeline = Timeline(url, f"{wanted} entries")
    timeline.add(article(number) for number in range(wanted // _PER_ARTICLE))
    client = create_app({"STORE_URL": url}).test_client()
    bare = Flask("bare")
    bare.add_url_rule("/", view_func=lambda: "<!doctype html><title>bare</title>")
    base = _median(lambda: bare.test_client().get("/"))
    print(f"{timeline.entries} entries; a bare Flask page takes {base:.2f} ms")
    page = f"/timelines/{timeline.id}"
    slowest = 0.0
    for path in (
        page,
        f"{page}?from=1950",
        f"{page}?q=salt",
        f"{page}?certainty=stated&from=1950&to=1960",
        f"{page}/embed",
    ):
        took = _median(lambda path=path: client.get(path))  # type: ignore[misc]
        size = len(client.get(path).data)
        name = path.removeprefix(page) or "(first page)"
        print(f"{took:7.1f} ms  {took / base:6.0f} times  {size / 1000:5.1f} KB  {name}")
        slowest = max(slowest, took)
    return slowest


def article(number: int, name: str = "") -> Article:
    """Give an article with `_PER_ARTICLE` events that no other number's tells of; `name` is its id."""
    sentences = (_sentence(number * _PER_ARTICLE + line) for line in range(_PER_ARTICLE))
    return Article(
        id=name or f"a{number}",
        text=" ".join(sentences),
        published=Interval.of_day(days_from_civil(2020, 1, 1)),
        title=f"Ledger {number}",
        source=f"Archive {number % 40}",
        language="en",
    )


def _sentence(number: int) -> str:
    day, month, year = number % 28 + 1, _MONTHS[number // 28 % 12 + 1], 1900 + number // 336 % 110
    return f"Ship {number} left harbour {number % 97} with {number % 31 + 2} crates of salt on {day} {month} {year}."


def _median(ask: Callable[[], object]) -> float:
    """The median of some rounds, in milliseconds, after one that warms up."""
    ask()
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        ask()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main()
