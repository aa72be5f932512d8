"""Intervals written as dates: ISO 8601 at their own granularity, and EDTF (ISO 8601-2:2019)."""

from __future__ import annotations

from timeline import civil
from timeline.civil import Granularity
from timeline.interval import BEGINNING, END, Interval

_LAST_YEAR = 9999  # of those that EDTF writes with four digits
_SEASONS = {3: 21, 6: 22, 9: 23, 12: 24}  # EDTF level 1: spring, summer, autumn, winter, by the first month
_QUARTER = 32  # EDTF level 2: 33 to 36 are the quarters
_HALF = 39  # EDTF level 2: 40 and 41 are the semestrals


def year_text(year: int) -> str:
    """Write an astronomical year with four digits, a sign before year 0, and EDTF's Y past four digits."""
    if abs(year) > _LAST_YEAR:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def day_text(day: int) -> str:
    """Write a day number as YYYY-MM-DD."""
    year, month, of_month = civil.civil_from_days(day)
    return f"{year_text(year)}-{month:02d}-{of_month:02d}"


def moment_text(second: int) -> str:
    """Write a civil second as YYYY-MM-DDThh:mm:ss."""
    clock = second % civil.DAY_SECONDS
    return f"{day_text(civil.day_of(second))}T{clock // 3600:02d}:{clock // 60 % 60:02d}:{clock % 60:02d}"


def date_of(interval: Interval | None) -> str | None:
    """Write the unit that an interval names: YYYY-MM-DD, YYYY-MM, YYYY, YYYY-Qn, YYYY-Wnn, YYYX for a decade.

    A finer unit is written as its day. An interval of several units gives its first; see `end_date_of`.
    """
    if interval is None or interval.start <= BEGINNING:
        return None
    return _unit_text(interval.start, interval.granularity)


def end_date_of(interval: Interval | None) -> str | None:
    """Write the last unit of an interval that holds several ("3 to 5 August"), None where it holds one."""
    if interval is None or not interval.bounded:
        return None
    last = _unit_text(interval.end - 1, interval.granularity)
    return None if last == _unit_text(interval.start, interval.granularity) else last


def _unit_text(second: int, unit: Granularity) -> str:
    day = civil.day_of(second)
    year, month, _ = civil.civil_from_days(day)
    if unit <= Granularity.DAY:
        return day_text(day)
    if unit in (Granularity.WEEK, Granularity.WEEKEND):
        iso_year, week = civil.iso_week(day)
        return f"{year_text(iso_year)}-W{week:02d}"
    if unit is Granularity.MONTH or unit is Granularity.SEASON:
        return f"{year_text(year)}-{month:02d}"
    if unit is Granularity.QUARTER:
        return f"{year_text(year)}-Q{(month + 2) // 3}"
    return year_text(year)


def edtf(interval: Interval | None) -> str | None:
    """Write an interval as EDTF; None where it has no place on the calendar, or one that EDTF has no form for.

    A unit that EDTF can name is named (2022-08, 199X, 2022-21 for spring), any other is an interval of days;
    an open side is "..", edges that are not meant exactly are marked "~".
    """
    if interval is None or (interval.start <= BEGINNING and interval.end >= END):
        return None
    name = _edtf_unit(interval) if interval.bounded else None
    if name is not None:
        return name
    mark = "~" if interval.approximate else ""
    edges = [
        ".." if side is None else None if _is_far(side) else day_text(side) + mark
        for side in (interval.first_day, interval.last_day)
    ]
    return None if None in edges else "/".join(map(str, edges))


def _is_far(day: int) -> bool:
    """Tell whether a day lies past the years of four digits, where EDTF names only whole years."""
    return abs(civil.year_of_day(day)) > _LAST_YEAR


def _edtf_unit(interval: Interval) -> str | None:
    """Name the one unit that the interval fills, None where EDTF has no name for it."""
    unit, start = interval.granularity, interval.start
    year, month, _ = civil.civil_from_days(civil.day_of(start))
    mark = "~" if interval.approximate else ""
    if _is_far(civil.day_of(start)):
        return year_text(year) if interval == Interval.of_unit(start, Granularity.YEAR) else None
    if unit < Granularity.DAYPART and interval.end - start <= civil.DAY_SECONDS:
        return moment_text(start)
    if unit <= Granularity.DAY:
        first, last = day_text(civil.day_of(start)), day_text(civil.day_of(interval.end - 1))
        return first + mark if first == last else None
    if civil.floor(start, unit) != start or civil.unit_end(start, unit) != interval.end:
        return None
    if unit in (Granularity.MONTH, Granularity.YEAR):
        return year_text(year) + (f"-{month:02d}" if unit is Granularity.MONTH else "") + mark
    return None if mark else _unmarked(unit, year, month)


def _unmarked(unit: Granularity, year: int, month: int) -> str | None:
    """Name a unit that cannot be marked as approximate: parts of a year, decades, centuries."""
    names = {
        Granularity.SEASON: f"{year_text(year)}-{_SEASONS.get(month, 21)}",
        Granularity.QUARTER: f"{year_text(year)}-{_QUARTER + (month + 2) // 3}",
        Granularity.HALF: f"{year_text(year)}-{_HALF + (month + 5) // 6}",
    }
    if year >= 0:
        names[Granularity.DECADE] = f"{year // 10:03d}X"
        names[Granularity.CENTURY] = f"{year // 100:02d}XX"
    return names.get(unit)
