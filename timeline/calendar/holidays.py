"""The day of a holiday in a year, computed from rules in `holidays.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from msgspec.structs import replace

from timeline import civil
from timeline.calendar import lunar, moon
from timeline.interval import Interval

_REFORM = 1583  # the first Easter of the Gregorian calendar


@cache
def _rules() -> dict[str, str]:
    source = resources.files("timeline.calendar").joinpath("holidays.toml").read_text(encoding="utf-8")
    return {name: str(rule) for name, rule in tomllib.loads(source).items()}


def easter(year: int) -> int:
    """Give the day number of Easter Sunday (Meeus, "Astronomical Algorithms", chapter 8, Gregorian)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    skipped, leap = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * leap + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return civil.days_from_civil(year, month, day + 1)


def julian_easter(year: int) -> int:
    """Give the day number of Easter Sunday by the Julian calendar, which the Orthodox churches keep (Meeus, ch. 8)."""
    behind = year // 100 - year // 400 - 2  # days between the two calendars from March on
    return _julian_sunday(year) + behind


def _julian_sunday(year: int) -> int:
    """Give the day that bears the Julian date, as texts date what was before the reform."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return civil.days_from_civil(year, month, day + 1)


def holiday(name: str, year: int) -> Interval:
    """Give the day or days of a holiday in a year; raises KeyError for a name without a rule.

    Islamic months begin on one of two days, as the moon is seen: what is reckoned from them is meant roughly.
    """
    kind, *numbers = _rules()[name].split()
    if kind != "islamic":
        return Interval.of_day(_day(kind, [int(number) for number in numbers], year))
    month, day, *end = (int(number) for number in numbers)
    first = lunar.islamic(year, month, day)
    last = lunar.after(first, *end) if end else first + 1
    return replace(Interval.of_day(first), end=(last + 1) * civil.DAY_SECONDS, approximate=True)


def _day(kind: str, numbers: list[int], year: int) -> int:
    match kind:
        case "easter":
            return (easter(year) if year >= _REFORM else _julian_sunday(year)) + numbers[0]
        case "julian":
            return julian_easter(year) + numbers[0]
        case "passover":
            return lunar.passover(year) + numbers[0]
        case "hanukkah":
            return lunar.hanukkah(year)
        case "chinese-new-year":
            return moon.chinese_new_year(year)
        case "diwali":
            return moon.diwali(year)
        case "nth":
            month, nth, weekday, *beyond = numbers
            return nth_weekday(year, month, nth, weekday) + sum(beyond)
        case _:
            *_, month, day = (int(part) for part in kind.split("-"))
            return civil.days_from_civil(year, month, day)


def only_year(name: str) -> int:
    """Give the year of a day that was only once; raises ValueError for one that comes every year."""
    year, _, _ = _rules()[name].split("-")
    return int(year)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> int:
    """Give the day number of the n-th weekday of a month, counted from the month's end where `nth` is negative."""
    if nth > 0:
        first = civil.days_from_civil(year, month, 1)
        return first + (weekday - civil.weekday(first)) % 7 + 7 * (nth - 1)
    last = civil.days_from_civil(year, month, civil.month_length(year, month))
    return last - (civil.weekday(last) - weekday) % 7 + 7 * (nth + 1)
