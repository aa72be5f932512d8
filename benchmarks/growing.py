"""What one more article costs on a timeline that is already long: `python -m benchmarks.growing [ARTICLES ...]`.

Every event of the new article is told of by one that is there. Beside the time stand the entries that the change
rewrites: those of the article's own events, however long the timeline is. The last lines are of one event that every
article tells of, whose entry grows with them.
"""

from __future__ import annotations

import statistics
import sys
import time
from random import Random

from msgspec.structs import replace

from benchmarks.jobs import articles
from benchmarks.stored import Timeline, server
from timeline.model import Article
from timeline.service.weaving import plan

_ROUNDS = 25


def measure(url: str, count: int) -> str:
    """Give a line of figures for a timeline of so many articles."""
    timeline = Timeline(url, f"{count} articles")
    known = articles(count)
    timeline.add(known)
    before = timeline.entries
    took, rewritten = [], []
    for number, told in enumerate(Random(1).sample(known, _ROUNDS)):
        copy = replace(told, id=f"copy {number}")
        started = time.perf_counter()
        timeline.add([copy])
        took.append(1_000 * (time.perf_counter() - started))
        timeline.store.remove_article(timeline.id, copy.id)
        loom = timeline.store.loom(timeline.id)
        rewritten.append(len(plan(loom, loom.dirty(1)).entries))
        timeline.work()
    return (
        f"{before:7,d} entries: {statistics.median(took):5.1f} ms for one more article, which rewrites "
        f"{statistics.mean(rewritten):.1f} entries out of them"
    )


def measure_shared(url: str, count: int) -> str:
    """Give a line of figures for one event that so many articles report, each in a text of its own."""
    timeline = Timeline(url, f"{count} reports")
    timeline.add([_sharing(told) for told in articles(count)])
    took = []
    for told in articles(count + _ROUNDS)[count:]:
        started = time.perf_counter()
        timeline.add([_sharing(told)])
        took.append(1_000 * (time.perf_counter() - started))
    return f"{count:7,d} reports of one event: {statistics.median(took):5.1f} ms for one more"


def _sharing(told: Article) -> Article:
    return replace(told, text=f"The Orlen bridge collapsed into the river Wend on 3 May 2021. {told.text}")


def main() -> None:
    with server() as url:
        for count in [int(word) for word in sys.argv[1:]] or [100, 1_000, 10_000]:
            print(measure(url, count), flush=True)
        for count in (100, 1_000, 3_000):
            print(measure_shared(url, count), flush=True)


if __name__ == "__main__":
    main()
