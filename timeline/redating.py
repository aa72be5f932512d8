"""What another publication date would change in what is read from an article."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from timeline import pipeline
from timeline.frozen import Frozen
from timeline.model import Article, Event, Published


class Difference(Frozen):
    """An event of the article as it is dated now, and as it would be."""

    before: Event
    after: Event


def differences(article: Article, published: Published) -> tuple[Difference, ...]:
    """Give the events whose date or bounds would be others, in text order."""
    dated_anew = replace(article, published=published.interval, utc_offset=published.utc_offset)
    return tuple(_differences(pipeline.read(article), pipeline.read(dated_anew)))


def _differences(now: tuple[Event, ...], then: tuple[Event, ...]) -> Iterator[Difference]:
    after = {event.id: event for event in then}
    for event in now:
        other = after.get(event.id)
        if other is not None and (other.when, other.bounds) != (event.when, event.bounds):
            yield Difference(event, other)
