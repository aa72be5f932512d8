"""Which events an article tells of, on which dates, in which order; and one timeline from many articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from timeline.events.sentences import sentences
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Article, Basis, Event, Timex

__all__ = ["find"]


def find(article: Article, timexes: Sequence[Timex]) -> tuple[Event, ...]:
    """Give every stretch of the article that could be an event, dated or not,
    in text order with `order` set.
    """
    story = article.published
    dated = [t for t in timexes if t.reading.interval is not None and t.reading.interval.bounded]
    found = []
    for s in sentences(article.text, article.language):
        own = [t for t in dated if s.start <= t.start < s.end]
        quote = article.text[s.start : s.end]
        when = own[0].reading.interval if own else story
        key = sha256(f"{article.id}\0{s.start}\0{quote}".encode()).hexdigest()[:16]
        found.append(
            Event(
                id=key,
                article=article.id,
                start=s.start,
                end=s.end,
                summary=quote[:120],
                when=when,
                bounds=when or Interval(BEGINNING, END, article.published.granularity),
                basis=Basis.STATED if own else Basis.PUBLISHED,
                because=own[0].reading.because if own else "the article gives no other day",
                order=0,
                timex=(own[0].start, own[0].end) if own else None,
                terms=tuple(w for w in quote.split() if len(w) > 4),
            )
        )
    places = {key: i for i, key in enumerate(sorted({e.bounds.start for e in found}))}
    return tuple(replace(e, order=places[e.bounds.start]) for e in found)
