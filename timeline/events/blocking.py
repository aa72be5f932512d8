"""The keys under which reports of one event meet, so that a new report need not be compared with all others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, combinations
from typing import Final

from timeline.civil import DAY_SECONDS
from timeline.events.gist import Gist, gist_of
from timeline.events.similarity import SOON, is_narrow, is_stated, weeks_before
from timeline.interval import Interval
from timeline.model import Event

_SPAN: Final = 32 * DAY_SECONDS  # the stretches of time under which reports are looked for


def heads(event: Event) -> frozenset[str]:
    """Give the heads of which two reports of one event share one, none where nothing tells of an event.

    A day that an article tells of nothing else stands for one.
    """
    own = gist_of(event.terms).heads
    return (
        own | {f"{_DAY}{event.when.start // DAY_SECONDS}"} if event.alone and event.when is not None else own
    )


_DAY: Final = "@"  # before a day that stands for a head


def blocking_keys(event: Event) -> frozenset[str]:
    """Give short strings of which two reports of one event always share one.

    Reports that share none are not the same event, so nobody need compare them.
    """
    gist = gist_of(event.terms)
    return frozenset(key for head in heads(event) for key in _keys(event, head, gist, sorted(gist.around)))


def keys_among(head: str, events: Sequence[Event]) -> Iterator[tuple[str, ...]]:
    """Give the blocking keys of each event under a head that all share, without those that no other can have."""
    gists = [gist_of(event.terms) for event in events]
    told = Counter(chain.from_iterable(gist.around for gist in gists))
    for event, gist in zip(events, gists, strict=True):
        terms = sorted([term for term in gist.around if told[term] > 1])
        yield tuple(_keys(event, head, gist, terms))


def _keys(event: Event, head: str, gist: Gist, terms: Sequence[str]) -> Iterator[str]:
    if head[0] == _DAY:
        yield from (f"{head}|{name}" for name in event.story if name[0].isupper())
        return
    is_found_by_time = event.when is not None or event.story  # without either no rule looks at when it was
    for span in _spans(event.when or weeks_before(event), is_stated(event)) if is_found_by_time else ():
        for term in terms:
            yield f"{span}|{head}|{term}"
        for name in event.story if event.when is not None else ():
            if name[0].isupper():  # articles of one story share a name
                yield f"{span}|{head}|{name}"
    for first, second in combinations([term for term in terms if term in gist.all], 2):
        if first in gist.words or second in gist.words:
            yield f"{head}|{first}|{second}"


def _spans(when: Interval, surely: bool) -> range:
    """Give the stretches of `_SPAN` in which other reports of the event may begin, or the first of them."""
    first = when.start // _SPAN
    last = (when.end + surely * SOON) // _SPAN if is_narrow(when) else first
    return range(first, last + 1)
