"""Moves of an interval on the calendar: by units, to the unit that holds it, out from one of its ends."""

from __future__ import annotations

from msgspec.structs import replace

from timeline import civil
from timeline.civil import Granularity
from timeline.expression import Direction, Length, When
from timeline.interval import BEGINNING, END, Interval

MOST_YEARS = 1_000_000  # beyond it a shift is nonsense ("3 million years ago" keeps its length, not a date)


def moved(found: Interval, count: int, unit: Granularity) -> Interval:
    """Move an interval as a whole: a calendar unit stays one, anything else keeps its length."""
    start = civil.shift(found.start, count, unit)
    if found.granularity is Granularity.WEEK and unit > Granularity.WEEK:
        return Interval.of_unit(start + (found.end - found.start) // 2, Granularity.WEEK)
    if found.granularity >= Granularity.DAY and is_unit(found):
        return replace(found, start=start, end=civil.unit_end(start, found.granularity))
    return replace(found, start=start, end=start + found.end - found.start)


def is_unit(found: Interval) -> bool:
    """Tell whether an interval is one whole unit of its granularity."""
    return found == Interval.of_unit(found.start, found.granularity)


def moved_whole(found: Interval, count: int, unit: Granularity) -> Interval | None:
    """Move an interval by units that are no smaller than it; by smaller ones it is only about there."""
    if abs(count) > MOST_YEARS or not found.bounded:
        return None
    return moved(found, count, unit) if unit >= found.granularity else found.roughly()


def is_financial(found: Interval, unit: Granularity) -> bool:
    """Tell whether a move by a year leads from one quarter or half to another, as reports compare them."""
    return unit is Granularity.YEAR and found.granularity in (Granularity.QUARTER, Granularity.HALF)


def enclosing(found: Interval, unit: Granularity) -> Interval | None:
    """Give the unit that holds an interval, None for one with an open side."""
    if not found.bounded:
        return None
    if found.granularity > unit:
        return found  # "that day" of a month: no finer than what the text has told
    return Interval.of_unit(found.start, unit)


def reach(found: Interval, direction: Direction, length: Length) -> Interval | None:
    """Give the stretch of a length up to or from an interval, open on its far side where the length is not told."""
    if not found.bounded:
        return None
    if length.parts[0][0] is None:
        return vague(When.PAST if direction is Direction.PAST else When.FUTURE, found)
    moment = found.end if direction is Direction.PAST else found.start
    reached = moment
    for count, unit in length.parts:
        if count is None or abs(count) > MOST_YEARS or count != int(count):
            return None
        reached = civil.shift(reached, int(count) * direction.value, unit)
    start, end = min(moment, reached), max(moment, reached)
    return Interval(start, end, Granularity.DAY, approximate=True) if start < end else None


def vague(when: When, base: Interval) -> Interval:
    """Give all that lies before, at or after an interval."""
    if when is When.PRESENT:
        return base
    if when is When.PAST:
        return Interval(BEGINNING, base.end, base.granularity, approximate=True)
    return Interval(base.start, END, base.granularity, approximate=True)
