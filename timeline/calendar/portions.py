"""Portions of an interval: its start, middle and end, its n-th unit, a part or a time of its day."""

from __future__ import annotations

from msgspec.structs import replace

from timeline import civil
from timeline.civil import DAY_SECONDS, Granularity
from timeline.expression import Clock, Side
from timeline.interval import Interval

_DAYPART_HOURS = {
    "MO": (5, 12),
    "MI": (11, 14),
    "AF": (12, 18),
    "EV": (17, 22),
    "NI": (19, 24),
    "DT": (6, 18),
}
# What the parts of a unit are made of: "late 2019" is whole months, "the late 18th century" whole years.
_PARTED_BY = {
    Granularity.WEEK: Granularity.DAY,
    Granularity.MONTH: Granularity.DAY,
    Granularity.SEASON: Granularity.DAY,
    Granularity.QUARTER: Granularity.DAY,
    Granularity.HALF: Granularity.MONTH,
    Granularity.YEAR: Granularity.MONTH,
    Granularity.DECADE: Granularity.YEAR,
    Granularity.CENTURY: Granularity.YEAR,
    Granularity.MILLENNIUM: Granularity.YEAR,
}


def part(found: Interval, side: Side) -> Interval:
    """Give the third of the base; TIMEX3 gives no fraction, "late July" is the 21st to the 31st for most people."""
    if not found.bounded:
        return found
    unit = _PARTED_BY.get(found.granularity)
    if unit is None:
        return found.roughly()
    size = _count(found, unit)
    third = max(1, size // 3)
    first, last = {Side.START: (0, third), Side.MID: (third, size - third), Side.END: (2 * third, size)}[side]
    start, end = civil.shift(found.start, first, unit), civil.shift(found.start, last, unit)
    return replace(found, start=start, end=end, approximate=True) if start < end else found.roughly()


def _count(found: Interval, unit: Granularity) -> int:
    """Give how many units an interval holds, rounded down."""
    if unit <= Granularity.DAY:
        return (found.end - found.start) // DAY_SECONDS
    months = civil.month_of_second(found.end) - civil.month_of_second(found.start)
    return months if unit is Granularity.MONTH else months // civil.MONTHS


def part_of_day(found: Interval, code: str) -> Interval:
    """Give the hours that a TIMEX3 code of a part of the day names, roughly; anything but a day stays as it is."""
    if not found.bounded or found.granularity is not Granularity.DAY or code not in _DAYPART_HOURS:
        return found
    first, last = _DAYPART_HOURS[code]
    return Interval(
        found.start + first * 3600, found.start + last * 3600, Granularity.DAYPART, approximate=True
    )


def time_of_day(found: Interval, clock: Clock) -> Interval:
    """Give the minute or second of a day; anything but a day stays as it is.

    The midnight that ends a day is its last minute: "midnight on Saturday" is no time of Sunday.
    """
    if not found.bounded or found.granularity is not Granularity.DAY or not 0 <= clock.hour <= 24:
        return found
    if clock.hour == 24:
        return Interval.of_unit(found.end - 1, Granularity.MINUTE)
    second = found.start + clock.hour * 3600 + (clock.minute or 0) * 60 + (clock.second or 0)
    unit = Granularity.MINUTE if clock.second is None else Granularity.SECOND
    return Interval.of_unit(second, unit)


def nth(found: Interval, number: int, unit: Granularity) -> Interval | None:
    """Give the n-th unit, counted from the end where negative; None where the interval holds fewer."""
    if not found.bounded or found.granularity <= unit:
        return None
    if number > 0:
        start = civil.shift(found.start, number - 1, unit)
        end = civil.shift(start, 1, unit)
    else:
        end = civil.shift(found.end, number + 1, unit)
        start = civil.shift(end, -1, unit)
    if not (found.start <= start and end <= found.end):
        return None
    if unit is Granularity.WEEK:  # "the last week of August" is seven days, not a week from Monday to Sunday
        return Interval(start, end, Granularity.DAY)
    return Interval(start, end, unit)


def nth_weekday(found: Interval, number: int, weekday: int) -> Interval | None:
    """Give the n-th such weekday, counted from the end where negative; None where the interval holds fewer."""
    if not found.bounded:
        return None
    first, last = civil.day_of(found.start), civil.day_of(found.end - 1)
    if number > 0:
        day = first + (weekday - civil.weekday(first)) % 7 + 7 * (number - 1)
    else:
        day = last - (civil.weekday(last) - weekday) % 7 + 7 * (number + 1)
    return Interval.of_day(day) if first <= day <= last else None
