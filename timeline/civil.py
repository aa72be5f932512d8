"""Calendar arithmetic on integers: proleptic Gregorian, astronomical years (year 0 is 1 BCE), no time zones.

A *day* is a number of days since 1970-01-01, a *second* a number of civil seconds since that day's midnight.
Integers hold any year, where `datetime` ends at the years 1 and 9999.
"""

from __future__ import annotations

from enum import IntEnum

DAY_SECONDS = 86_400
MONTHS = 12


class Granularity(IntEnum):
    """The size of the calendar unit that a date names, smallest first."""

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    DAYPART = 4
    DAY = 5
    WEEKEND = 6
    WEEK = 7
    MONTH = 8
    SEASON = 9
    QUARTER = 10
    HALF = 11
    YEAR = 12
    DECADE = 13
    CENTURY = 14
    MILLENNIUM = 15


# How many months each unit of the year's calendar holds; the smaller ones are counted in seconds.
_MONTHS_IN = {
    Granularity.MONTH: 1,
    Granularity.SEASON: 3,
    Granularity.QUARTER: 3,
    Granularity.HALF: 6,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1_200,
    Granularity.MILLENNIUM: 12_000,
}
_SECONDS_IN = {
    Granularity.SECOND: 1,
    Granularity.MINUTE: 60,
    Granularity.HOUR: 3_600,
    Granularity.DAYPART: 21_600,
    Granularity.DAY: DAY_SECONDS,
    Granularity.WEEKEND: 7 * DAY_SECONDS,
    Granularity.WEEK: 7 * DAY_SECONDS,
}


def days_from_civil(year: int, month: int, day: int) -> int:
    """Give the day number of a date (Hinnant, "chrono-compatible low-level date algorithms")."""
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719_468


def civil_from_days(day: int) -> tuple[int, int, int]:
    """Give (year, month, day of month) of a day number; the inverse of `days_from_civil`."""
    era, day_of_era = divmod(day + 719_468, 146_097)
    year_of_era = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


def is_leap(year: int) -> bool:
    """Tell whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Give the number of days in a month, 28 to 31."""
    return 30 + (month + (month > 7)) % 2 if month != 2 else 28 + is_leap(year)


def weekday(day: int) -> int:
    """Give the weekday of a day number, Monday 0 to Sunday 6."""
    return (day + 3) % 7


def iso_week(day: int) -> tuple[int, int]:
    """Give (ISO year, week 1 to 53): the week that holds the day's Thursday (ISO 8601)."""
    thursday = day - weekday(day) + 3
    year = year_of_day(thursday)
    return year, (thursday - days_from_civil(year, 1, 1)) // 7 + 1


def day_of_iso_week(year: int, week: int) -> int:
    """Give the day number of the Monday of an ISO week."""
    fourth = days_from_civil(year, 1, 4)
    return fourth - weekday(fourth) + 7 * (week - 1)


def day_of(second: int) -> int:
    """Give the day number that holds a civil second."""
    return second // DAY_SECONDS


def second_of_month(months: int) -> int:
    """Give the first second of a month counted from year 0 (`year * 12 + month - 1`)."""
    year, month = divmod(months, MONTHS)
    return days_from_civil(year, month + 1, 1) * DAY_SECONDS


def month_of_second(second: int) -> int:
    """Give the month that holds a second, counted from year 0 (`year * 12 + month - 1`)."""
    year, month, _ = civil_from_days(day_of(second))
    return year * MONTHS + month - 1


def year_of_day(day: int) -> int:
    """Give the astronomical year that holds a day number."""
    return civil_from_days(day)[0]


def floor(second: int, unit: Granularity) -> int:
    """Give the first second of the calendar unit that holds `second`.

    Weeks start on Monday, a weekend is the Saturday of its week, a season starts in March, June, September or
    December, a daypart is a quarter of the day, a century starts with its year 00. Before the common era decades and
    centuries are counted back: the 470s BC start with 479 BC, the fourth century BC with 400 BC.
    """
    if unit in (Granularity.WEEK, Granularity.WEEKEND):
        day = day_of(second)
        monday = day - weekday(day)
        return (monday + 5 * (unit is Granularity.WEEKEND)) * DAY_SECONDS
    if unit in _SECONDS_IN:
        return second - second % _SECONDS_IN[unit]
    size = _MONTHS_IN[unit]
    months = month_of_second(second)
    if unit >= Granularity.DECADE and months < 0:
        return second_of_month(MONTHS * _start_before_common_era(months // MONTHS, size // MONTHS))
    offset = 2 if unit is Granularity.SEASON else 0
    return second_of_month(months - (months - offset) % size)


def _start_before_common_era(year: int, size: int) -> int:
    before = 1 - year  # as it is counted, 1 for 1 BC
    last = before - before % size if size == 10 else (before - 1) // size * size + 1
    return 1 - (last + size - 1)


def shift(second: int, count: int, unit: Granularity) -> int:
    """Move by `count` units; a day of the month that does not exist becomes the month's last."""
    if unit in _SECONDS_IN:
        return second + count * _SECONDS_IN[unit]
    year, month, day = civil_from_days(day_of(second))
    year, month = divmod(year * MONTHS + month - 1 + count * _MONTHS_IN[unit], MONTHS)
    day = min(day, month_length(year, month + 1))
    return days_from_civil(year, month + 1, day) * DAY_SECONDS + second % DAY_SECONDS


def unit_end(start: int, unit: Granularity) -> int:
    """Give the end (exclusive) of the unit that starts at `start`."""
    if unit is Granularity.WEEKEND:
        return start + 2 * DAY_SECONDS
    return shift(start, 1, unit)
