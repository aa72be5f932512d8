"""Finds the dates that have given fields: in a year, on one side of a date, nearest to it, inside an interval."""

from __future__ import annotations

from msgspec.structs import replace

from timeline import civil
from timeline.calendar import holidays
from timeline.civil import DAY_SECONDS, Granularity
from timeline.expression import Direction, Fields
from timeline.interval import Interval

# News speaks of what was more often than of what will be, the more so where it names no day.
_FUTURE_COSTS = {None: 2.0, Direction.PAST: 8.0, Direction.FUTURE: 0.25}
_FUTURE_COSTS_OF_MONTHS = 4
_NEWS = 100 * DAY_SECONDS  # "expects a loss for the third quarter" is said for so long after its end
_YEARS_TRIED = 13  # the longest wait for a date to fall on a weekday again, a 29 February aside
_DAYS_BACK = 15 * DAY_SECONDS  # a day of the month this far behind belongs to the next month
_RUNNING_BACK = 270 * DAY_SECONDS  # in a history a date this far behind belongs to the next year
_RUNNING_BACK_OF_SEASONS = 60 * DAY_SECONDS  # a season that is long over is rather the one to come
_WINTER = 4


def fill(fields: Fields, year: int) -> Interval | None:
    """Give the date with these fields in a year; None where that year has none."""
    if fields.holiday is not None:
        return holidays.holiday(fields.holiday, year)
    if fields.day is not None:
        if fields.month is None or fields.day > civil.month_length(year, fields.month):
            return None
        return Interval.of_day(civil.days_from_civil(year, fields.month, fields.day))
    if fields.month is not None:
        return _months(year, fields.month, Granularity.MONTH)
    if fields.season is not None:
        return _months(year, fields.season * 3, Granularity.SEASON)
    if fields.week is not None:
        return Interval.of_unit(civil.day_of_iso_week(year, fields.week) * DAY_SECONDS, Granularity.WEEK)
    if fields.quarter is not None:
        return _months(year, fields.quarter * 3 - 2, Granularity.QUARTER)
    if fields.half is not None:
        return _months(year, fields.half * 6 - 5, Granularity.HALF)
    return _months(year, 1, Granularity.YEAR)


def _months(year: int, month: int, unit: Granularity) -> Interval:
    start = civil.days_from_civil(year, month, 1) * DAY_SECONDS
    return Interval(start, civil.unit_end(start, unit), unit)


def within(fields: Fields, base: Interval) -> Interval | None:
    """Give the date with these fields inside the base, None where there is none."""
    if not base.bounded:
        return None
    if fields.weekday is not None:
        first = civil.day_of(base.start)
        return Interval.of_day(first + (fields.weekday - civil.weekday(first)) % 7)
    if fields.day is not None and fields.month is None:
        fields = replace(fields, month=civil.month_of_second(base.start) % civil.MONTHS + 1)
    return fill(fields, base.year)


def seek(fields: Fields, base: Interval, direction: Direction, *, inclusive: bool) -> Interval | None:
    """Give the nearest date with these fields wholly on one side of the base.

    Where `inclusive`, a date that holds or is held by the base counts too.
    """
    if not base.bounded:
        return None
    if fields.weekday is not None and fields.day is None:
        return _seek_weekday(fields.weekday, base, direction, inclusive=inclusive)
    if fields.day is not None and fields.month is None:
        return _seek_day_of_month(fields.day, base, direction, inclusive=inclusive)
    year = base.year
    step = -1 if direction is Direction.PAST else 1
    for candidate in range(year - step, year + step * _YEARS_TRIED, step):
        found = fill(fields, candidate)
        if found and _fits(fields, found) and _is_on_side(found, base, direction, inclusive=inclusive):
            return found
    return None


def _fits(fields: Fields, found: Interval) -> bool:
    """Whether a day falls on the weekday that is said with it: "Monday, 5 May"."""
    return fields.weekday is None or civil.weekday(civil.day_of(found.start)) == fields.weekday


def _is_on_side(found: Interval, base: Interval, direction: Direction, *, inclusive: bool) -> bool:
    if inclusive and found.overlaps(base):
        return True
    return found.before(base) if direction is Direction.PAST else base.before(found)


def _seek_weekday(weekday: int, base: Interval, direction: Direction, *, inclusive: bool) -> Interval:
    first, last = civil.day_of(base.start), civil.day_of(base.end - 1)
    if direction is Direction.PAST:
        edge = last if inclusive else first - 1
        return Interval.of_day(edge - (civil.weekday(edge) - weekday) % 7)
    edge = first if inclusive else last + 1
    return Interval.of_day(edge + (weekday - civil.weekday(edge)) % 7)


def _seek_day_of_month(day: int, base: Interval, direction: Direction, *, inclusive: bool) -> Interval | None:
    months = civil.month_of_second(base.start)
    step = -1 if direction is Direction.PAST else 1
    for candidate in range(months, months + 3 * step, step):
        year, month = divmod(candidate, 12)
        found = fill(Fields(month=month + 1, day=day), year)
        if found and _is_on_side(found, base, direction, inclusive=inclusive):
            return found
    return None


def nearest(
    fields: Fields, base: Interval, direction: Direction | None, *, certain: bool = False
) -> Interval | None:
    """Give the date meant by fields without a year.

    The sentence tells the side, and where it does not, weekdays and quarters are past (the present one included) and
    other dates the nearest, where a day ahead counts as more than one behind. Of a day of a month the sentence tells
    no more than how much more, unless it is `certain`.
    """
    if fields.quarter is not None or fields.half is not None:
        past = seek(fields, base, Direction.PAST, inclusive=True)
        is_foretold = direction is Direction.FUTURE and past is not None and base.start - past.end > _NEWS
        return seek(fields, base, Direction.FUTURE, inclusive=True) if is_foretold else past
    if fields.weekday is not None and fields.day is None:
        return seek(fields, base, direction or Direction.PAST, inclusive=True)
    if direction is not None and fields.day is None:
        return seek(fields, base, direction, inclusive=True)
    past = seek(fields, base, Direction.PAST, inclusive=True)
    future = seek(fields, base, Direction.FUTURE, inclusive=True)
    if past is None or future is None:
        if past is None and future is None and fields.weekday is not None:
            return nearest(replace(fields, weekday=None), base, direction)
        return past or future
    if certain and direction is not None:
        return past if direction is Direction.PAST else future
    costs = _FUTURE_COSTS[direction] if fields.granularity is Granularity.DAY else _FUTURE_COSTS_OF_MONTHS
    return past if base.start - past.end <= costs * (future.start - base.end) else future


def running(
    fields: Fields, base: Interval, ahead: Interval | None, latest: int | None = None
) -> Interval | None:
    """Give the date meant by fields without a year in a history, which goes on from the base.

    It is in the same year, or the next where that lies well behind. `ahead`, the next date that the text gives in
    full, decides between the two years: a history rather goes on towards it than back, through all the dates
    between, for which the year may not be after `latest`.
    """
    if not base.bounded:
        return None
    if fields.weekday is not None:
        return _running_weekday(fields, base, ahead, latest)
    if fields.day is not None and fields.month is None:
        return _running_day(fields, base)
    year = year_of_season(fields, base)
    same, following = fill(fields, year), fill(fields, year + 1)
    if same is None:
        return following
    if ahead is not None and following is not None:
        if (latest is None or year < latest) and following.end <= ahead.start and same.end <= base.start:
            return following
        if following.start >= ahead.end:
            return same
    back = _RUNNING_BACK if fields.season is None else _RUNNING_BACK_OF_SEASONS
    if base.granularity >= Granularity.YEAR or base.start - same.end < back:
        return same
    return following


def year_of_season(fields: Fields, base: Interval) -> int:
    """Give the year in which dates with these fields start that belong to the base: early in it, the winter's before.

    "The winter" in January and shortly after it is the one that began in December.
    """
    year = base.year
    if fields.season != _WINTER or base.granularity >= Granularity.YEAR:
        return year
    begun = fill(fields, year - 1)
    return year - (begun is not None and base.start - begun.end < _RUNNING_BACK_OF_SEASONS)


def _running_day(fields: Fields, base: Interval) -> Interval | None:
    """Give the day of the month where the text is, of the next one where it lies well behind."""
    if base.granularity > Granularity.MONTH:
        return base.roughly()  # no finer than what the text has told
    months = civil.month_of_second(base.start)
    (year, month), (next_year, next_month) = divmod(months, civil.MONTHS), divmod(months + 1, civil.MONTHS)
    same = fill(replace(fields, month=month + 1), year)
    if base.granularity <= Granularity.DAY and (same is None or base.start - same.end > _DAYS_BACK):
        return fill(replace(fields, month=next_month + 1), next_year)
    return same


def _running_weekday(
    fields: Fields, base: Interval, ahead: Interval | None, latest: int | None
) -> Interval | None:
    if fields.day is None and fields.weekday is not None:
        return _seek_weekday(fields.weekday, base, Direction.FUTURE, inclusive=True)
    plain = replace(fields, weekday=None)
    found = running(plain, base, ahead, latest)
    if found is None or _fits(fields, found):
        return found
    year = found.year
    beside = (fill(plain, year + step) for step in (-1, 1))
    return next((other for other in beside if other and _fits(fields, other)), found)
