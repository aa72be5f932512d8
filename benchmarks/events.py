"""How fast events are found: `python -m benchmarks.events [MEGABYTES]`, one core, 2 MB unless told.

Prose of the seeds, repeated with other numbers, in articles of their own size. The expressions of time are found
beforehand; beside the figure stands what tagging and finding give together.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from timeline.events import find
from timeline.interval import Interval
from timeline.model import Article
from timeline.tagger import tag

_SEEDS = Path(__file__).parent.parent / "seeds"
_PUBLISHED = Interval.of_day(19_211)


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


def main() -> None:
    made = articles(float(sys.argv[1]) if len(sys.argv) > 1 else 2.0)
    size = sum(len(article.text.encode()) for article in made) / 1e6
    started = time.process_time()
    tagged = [tag(article) for article in made]
    read = time.process_time()
    found = sum(len(find(article, timexes)) for article, timexes in zip(made, tagged, strict=True))
    done = time.process_time()
    print(f"{size:.2f} MB in {len(made):,d} articles, {found:,d} events")
    print(f"find         {size / (done - read):6.2f} MB/s")
    print(f"tag and find {size / (done - started):6.2f} MB/s")


if __name__ == "__main__":
    main()
