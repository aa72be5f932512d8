"""TIMEX3 as an export: the type, value and mod of an expression that has been resolved (ISO-TimeML, 2012)."""

from __future__ import annotations

from timeline import civil
from timeline.civil import Granularity
from timeline.expression import (
    Anchor,
    Clock,
    Daypart,
    Enclosing,
    Expr,
    Fields,
    Length,
    Matching,
    Part,
    Reach,
    Reference,
    Repeat,
    Seek,
    Shift,
    Softened,
    Vague,
    Within,
)
from timeline.interval import Interval

_LETTER = {
    Granularity.SECOND: "S",
    Granularity.MINUTE: "M",
    Granularity.HOUR: "H",
    Granularity.DAY: "D",
    Granularity.WEEKEND: "WE",
    Granularity.WEEK: "W",
    Granularity.MONTH: "M",
    Granularity.QUARTER: "Q",
    Granularity.YEAR: "Y",
    Granularity.DECADE: "DE",
    Granularity.CENTURY: "CE",
    Granularity.MILLENNIUM: "L",
}
# Values in years, where people and corpora agree more than on the letters of the long units.
_IN_YEARS = {Granularity.DECADE: 10, Granularity.CENTURY: 100, Granularity.MILLENNIUM: 1000}
_SMALLER = {
    Granularity.YEAR: (Granularity.MONTH, 12),
    Granularity.WEEK: (Granularity.DAY, 7),
    Granularity.DAY: (Granularity.HOUR, 24),
    Granularity.HOUR: (Granularity.MINUTE, 60),
    Granularity.MINUTE: (Granularity.SECOND, 60),
}
_DIGITS = {Granularity.DECADE: 3, Granularity.CENTURY: 2, Granularity.MILLENNIUM: 1}
_OPEN = frozenset({Granularity.MONTH, Granularity.YEAR})  # a day of one of these is 1998-10-XX, 1998-XX-XX
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_SEASON_NUMBERS = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}


def kind_of(expression: Expr, interval: Interval | None) -> str:
    """Give the TIMEX3 type of an expression that means `interval`: DATE, TIME, DURATION or SET."""
    match expression:
        case Length() | Reach():
            return "DURATION"
        case Shift() if _within_day(expression, interval):
            return "DURATION"
        case Shift() if interval is not None and interval.granularity < Granularity.DAYPART:
            return "TIME"
        case Repeat():
            return "SET"
        case Clock() | Daypart():
            return "TIME"
        case Part(base, _) | Softened(base, _):
            return kind_of(base, interval)
        case _:
            return "DATE"


def mod_of(expression: Expr) -> str:
    """Give the TIMEX3 mod of an expression, "" for none."""
    match expression:
        case Part(_, side):
            return side.value
        case Softened(_, near):
            return near.value
        case _:
            return ""


def value_of(expression: Expr, interval: Interval | None) -> str:
    """Give the TIMEX3 value of an expression that means `interval`."""
    match expression:
        case Length(parts):
            return duration(parts)
        case Reach(_, _, length):
            return duration(length.parts)
        case Repeat(every):
            return _every(every)
        case Vague(when):
            return when.value
        case Shift() if _within_day(expression, interval):
            return duration(_steps(expression))
        case Softened(base, _):
            return value_of(base, interval)
        case Part(base, _) if isinstance(base, Daypart | Clock | Length | Vague):
            return value_of(base, interval)
        case _ if interval is None or not interval.bounded:
            return "XXXX-XX-XX"
        case Daypart(_, code):
            return f"{_day_or_wider(interval)}T{code}"
        case Clock():
            return _clock(interval, expression)
        case Enclosing(_, Granularity.DAY) | Shift(_, _, Granularity.DAY) if interval.granularity in _OPEN:
            return _day_or_wider(interval)
        case Shift() if interval.granularity < Granularity.DAYPART:
            return _moment(interval.start, seconds=interval.granularity is Granularity.SECOND)
        case _ if interval.granularity is Granularity.SEASON and not _tells_year(expression):
            return _untold_season(interval)
        case _:
            return date_value(interval, whole=isinstance(expression, Part))


def _within_day(expression: Shift, interval: Interval | None) -> bool:
    """Whether something is told to be hours or minutes from what has no time of day: all it tells is the length."""
    if interval is None or not expression.unit < Granularity.DAYPART <= interval.granularity:
        return False
    return _reference(expression) in (Reference.TEXT, Reference.BEFORE_TEXT)


def _reference(expression: Expr) -> Reference | None:
    match expression:
        case Shift(base, _, _):
            return _reference(base)
        case Anchor(reference):
            return reference
        case _:
            return None


def _steps(expression: Expr) -> tuple[tuple[float, Granularity], ...]:
    if not isinstance(expression, Shift):
        return ()
    count, unit = abs(expression.count), expression.unit
    minutes, seconds = divmod(count, 60)
    if unit is Granularity.SECOND and minutes and seconds:  # "a minute and a half"
        return (*_steps(expression.base), (minutes, Granularity.MINUTE), (seconds, unit))
    return (*_steps(expression.base), (count, unit))


def duration(parts: tuple[tuple[float | None, Granularity], ...]) -> str:
    """Write a length: P2Y6M, PT30M, PXW."""
    if len(parts) == 1 and parts[0][0] is None:
        return _untold(parts[0][1])
    dates, times = "", ""
    for count, unit in _whole(parts):
        letter = _LETTER[unit]
        if unit < Granularity.DAY:
            times += f"{_count(count)}{letter}"
        else:
            dates += f"{_count(count)}{letter}"
    return f"P{dates}{'T' if times else ''}{times}"


def _count(count: float) -> str:
    return str(int(count)) if count == int(count) else f"{count:.2f}".rstrip("0").rstrip(".")


def _untold(unit: Granularity) -> str:
    letter = _LETTER[Granularity.YEAR if unit in _IN_YEARS else unit]
    return f"P{'T' if unit < Granularity.DAY else ''}X{letter}"


def _whole(parts: tuple[tuple[float | None, Granularity], ...]) -> list[tuple[float, Granularity]]:
    """Turn fractions into the next smaller unit where it divides evenly: 2.5 years are 2 years 6 months."""
    whole: list[tuple[float, Granularity]] = []
    for told, unit in parts:
        count = told or 0
        if unit in _IN_YEARS:
            count, unit = count * _IN_YEARS[unit], Granularity.YEAR
        if count != int(count) and unit in _SMALLER:
            smaller, size = _SMALLER[unit]
            rest = (count - int(count)) * size
            whole += [(int(count), unit)] * (count >= 1) + [(round(rest), smaller)]
        else:
            whole.append((count, unit))
    return whole


def _every(every: Expr) -> str:
    match every:
        case Length(parts):
            return duration(parts)
        case Fields():
            return _open_fields(every)
        case Enclosing(_, Granularity.WEEKEND):
            return "XXXX-WXX-WE"
        case Daypart(Matching(fields), code):
            return f"{_open_fields(fields)}T{code}"
        case _:
            return "P1D"


def _open_fields(fields: Fields) -> str:
    if fields.weekday is not None:
        return f"XXXX-WXX-{fields.weekday + 1}"
    if fields.season is not None:
        return f"XXXX-{_SEASON_NUMBERS[fields.season]}"
    if fields.quarter is not None:
        return f"XXXX-Q{fields.quarter}"
    if fields.month is not None:
        return f"XXXX-{fields.month:02d}"
    return "XXXX-XX-XX"


def _year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def _day_or_wider(interval: Interval) -> str:
    if interval.granularity <= Granularity.DAY:
        return _unit(interval.start, Granularity.DAY)
    if interval.granularity is Granularity.MONTH:
        return f"{_unit(interval.start, Granularity.MONTH)}-XX"
    if interval.granularity >= Granularity.DECADE:
        return "XXXX-XX-XX"
    return f"{_unit(interval.start, Granularity.YEAR)}-XX-XX"


def _clock(interval: Interval, clock: Clock) -> str:
    if interval.granularity > Granularity.HOUR or clock.hour == 24:
        second = "" if clock.second is None else f":{clock.second:02d}"
        return f"{_day_or_wider(interval)}T{clock.hour:02d}:{clock.minute or 0:02d}{second}"
    return _moment(interval.start, seconds=clock.second is not None)


def _moment(start: int, *, seconds: bool) -> str:
    of_day = start % civil.DAY_SECONDS
    second = f":{of_day % 60:02d}" if seconds else ""
    return f"{_unit(start, Granularity.DAY)}T{of_day // 3600:02d}:{of_day // 60 % 60:02d}{second}"


def _tells_year(expression: Expr) -> bool:
    match expression:
        case Part(base, _):
            return _tells_year(base)
        case Matching(fields):
            return fields.year is not None
        case Within(Enclosing(Anchor(), _), _) | Seek():
            return False
        case _:
            return True


def _untold_season(interval: Interval) -> str:
    """Write a season whose year is not told: a winter by the year in which it ends, as in climatology."""
    start = civil.floor(interval.start, Granularity.SEASON)
    months = civil.month_of_second(civil.unit_end(start, Granularity.SEASON))
    return f"{_year(months // civil.MONTHS)}-{_SEASONS[civil.month_of_second(start) % civil.MONTHS + 1]}"


def date_value(interval: Interval, *, whole: bool = False) -> str:
    """Write the unit that an interval names, or the first and the last of several: 2022-08-03/2022-08-05.

    `whole` is for a part of a unit ("late July"), which is written as the unit.
    """
    first = _unit(interval.start, interval.granularity)
    if whole or interval.granularity >= Granularity.DECADE:
        return first
    last = _unit(interval.end - 1, interval.granularity)
    return first if first == last else f"{first}/{last}"


def _unit(second: int, unit: Granularity) -> str:
    day = civil.day_of(second)
    year, month, of_month = civil.civil_from_days(day)
    match unit:
        case Granularity.WEEK | Granularity.WEEKEND:
            iso_year, week = civil.iso_week(day)
            return f"{_year(iso_year)}-W{week:02d}{'-WE' if unit is Granularity.WEEKEND else ''}"
        case Granularity.MONTH:
            return f"{_year(year)}-{month:02d}"
        case Granularity.SEASON:
            start = civil.month_of_second(civil.floor(second, Granularity.SEASON))
            return f"{_year(start // 12)}-{_SEASONS[start % 12 + 1]}"
        case Granularity.QUARTER:
            return f"{_year(year)}-Q{(month + 2) // 3}"
        case Granularity.HALF:
            return f"{_year(year)}-H{(month + 5) // 6}"
        case Granularity.YEAR:
            return _year(year)
        case Granularity.DECADE | Granularity.CENTURY | Granularity.MILLENNIUM:
            return _years(year, _DIGITS[unit])
        case _:
            return f"{_year(year)}-{month:02d}-{of_month:02d}"


def _years(year: int, digits: int) -> str:
    """Write the leading digits of a year: 199 for the 1990s, 19 for the 20th century, BC03 for the 4th BC."""
    if year > 0 or (year == 0 and digits < 3):  # the first century and millennium are counted from the year 0
        return f"{year:04d}"[:digits]
    before = 1 - year if digits > 2 else -year  # centuries are counted: 400 to 301 BC is the fourth, BC03
    return f"BC{before:04d}"[: digits + 2]
