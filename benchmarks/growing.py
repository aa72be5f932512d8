"""What one more article costs on a timeline that is already long: `python -m benchmarks.growing [ARTICLES ...]`.

Every event of the new article is told of by one that is there. Beside the time stand the entries that the change
rewrites: those of the article's own events, however long the timeline is.
"""

from __future__ import annotations

import statistics
import sys
import time
from random import Random

from msgspec.structs import replace

from benchmarks.jobs import articles
from benchmarks.stored import Timeline, server
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


def main() -> None:
    with server() as url:
        for count in [int(word) for word in sys.argv[1:]] or [100, 1_000, 10_000]:
            print(measure(url, count), flush=True)


if __name__ == "__main__":
    main()
