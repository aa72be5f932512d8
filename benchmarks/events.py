"""How fast events are found: `python -m benchmarks.events [MEGABYTES]`, one core, 2 MB unless told.

Prose of the seeds, repeated with other numbers, in articles of their own size. The expressions of time are found
beforehand; beside the figure stands what tagging and finding give together, and how many articles of 2 KB that is a
second. Then time per byte as one text grows tenfold, of prose, of the texts that are hard on a reader of time, and
of some that are hard on a finder of events: it is to stay within a factor of 1.5.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

from benchmarks.texts import HOSTILE, UNENDING, built, prose
from timeline.events import find
from timeline.frozen import ALLOCATIONS
from timeline.interval import Interval
from timeline.model import Article
from timeline.tagger import tag

SIZES = (50_000, 500_000)
MOST_TIME = 1.5
_SEEDS = Path(__file__).parent.parent / "seeds"
_PUBLISHED = Interval.of_day(19_211)
_ARTICLE = 2_000  # bytes of an article of the news


def articles(megabytes: float) -> list[Article]:
    """Give articles of together so many MB, none the same as another."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_SEEDS.glob("*.txt"))]
    made: list[Article] = []
    size = 0
    while size < megabytes * 1e6:
        number = len(made)
        text = texts[number % len(texts)] + f" Reader {number} wrote in to say so."
        made.append(Article(str(number), text, _PUBLISHED, language="en"))
        size += len(text.encode())
    return made


def main() -> int:
    made = articles(float(sys.argv[1]) if len(sys.argv) > 1 else 2.0)
    size = sum(len(article.text.encode()) for article in made)
    started = time.process_time()
    tagged = [tag(article) for article in made]
    read = time.process_time()
    found = sum(len(find(article, timexes)) for article, timexes in zip(made, tagged, strict=True))
    done = time.process_time()
    print(f"{size / 1e6:.2f} MB in {len(made):,d} articles, {found:,d} events; {built()}")
    print(f"find         {size / (done - read) / 1e6:6.2f} MB/s")
    print(
        f"tag and find {size / (done - started) / 1e6:6.2f} MB/s,"
        f" {size / (done - started) / _ARTICLE:,.0f} articles of 2 KB a second"
    )
    return 0 if grow() else 1


def grow() -> bool:
    """Print the time per byte of each text as it grows; tell whether all stay within the limit."""
    print(f"\n{'ns per byte of text':42}" + "".join(f"{size:>12,}" for size in SIZES))
    within = True
    for name, text in ({"prose": prose} | HOSTILE | UNENDING).items():
        small, large = (measured(text(size)) for size in SIZES)
        good = large <= small * MOST_TIME
        within &= good
        told = f"{small:9.0f} ns{large:9.0f} ns   x{large / small:.2f}"
        print(f"  {name:40}{told}{'' if good else '   over the limit'}", flush=True)
    return within


def measured(text: str) -> float:
    """Give nanoseconds per byte."""
    article = Article("a", text, _PUBLISHED, language="en")
    timexes = tag(article)
    begun = time.process_time()
    find(article, timexes)
    return (time.process_time() - begun) / len(text) * 1e9


gc.set_threshold(ALLOCATIONS)  # as the workers and the command line have it

if __name__ == "__main__":
    sys.exit(main())
