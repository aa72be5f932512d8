"""The events to which an article gives a past day of their own: articles of one story that do so tell of the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from timeline.civil import DAY_SECONDS, Granularity
from timeline.model import Basis, Event

_NEWS = 3 * DAY_SECONDS  # before the publication, in which many things of one day are told


def with_alone(events: Iterable[Event]) -> list[Event]:
    """Give the events of an article with `alone` set on those whose day it tells of nothing else, a past one."""
    found = list(events)
    told = Counter([_day(event) for event in found if not event.minor])
    return [
        replace(event, alone=True) if _is_past(event) and told[_day(event)] == 1 else event for event in found
    ]


def _is_past(event: Event) -> bool:
    """Tell whether an event that is shown has a stated day which is no more in the news."""
    if event.minor or event.basis is not Basis.STATED or _day(event) is None or event.when is None:
        return False
    return event.published - event.when.end >= _NEWS


def _day(event: Event) -> int | None:
    when = event.when
    return when.start // DAY_SECONDS if when is not None and when.granularity <= Granularity.DAY else None
