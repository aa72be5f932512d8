"""How else the words that date an event can be read: kept with it, so that a person's choice follows what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.interval import Interval
from timeline.meaning import ways
from timeline.model import Timex, Way

Readings = tuple[tuple[Way, Interval], ...]


def readings_by_place(timexes: Iterable[Timex]) -> Mapping[tuple[int, int] | None, Readings]:
    """Give what expressions mean in each way in which they can be read, by their place in the text.

    Those whose words leave no choice are left out.
    """
    return {timex.place: _readings(timex) for timex in timexes if timex.context is not None}


def _readings(timex: Timex) -> Readings:
    return tuple(
        (way, reading.interval)
        for way, reading in ways(timex)
        if reading.interval is not None and reading.interval.bounded
    )
