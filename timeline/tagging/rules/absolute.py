"""Dates by the calendar: days, months, seasons, quarters, holidays."""

from __future__ import annotations

from msgspec.structs import replace

from timeline import civil
from timeline.calendar.holidays import only_year
from timeline.civil import Granularity
from timeline.expression import Expr, Fields, Matching, Near, Pair, Softened, Span, Years
from timeline.tagging.grammar import Rules
from timeline.tagging.rules.years import short_year

YearMonthDay = tuple[int, int, int]

RULES = Rules()
rule = RULES.rule

RULES.alias("period", "month", "quarter", "season")
RULES.alias("day", "feast")
RULES.alias("date", "day", "period", "range")


def dated(**said: int | str | None) -> Matching | None:
    """Give a date of the parts said, None where no such day exists (30 February)."""
    fields = Fields(**said)  # type: ignore[arg-type]
    if fields.day is not None and fields.month is not None:
        longest = civil.month_length(fields.year if fields.year is not None else 2000, fields.month)
        if not 1 <= fields.day <= longest:
            return None
    if fields.month is not None and not 1 <= fields.month <= 12:
        return None
    return Matching(fields)


# -- months and days -------------------------------------------------------------------------------


@rule("month", "MONTH", "MONTH OF? COMMA? year_number")
def month(month: int, year_number: int | None = None) -> Matching | None:
    """May · May 1998"""
    return dated(year=year_number, month=month)


@rule(
    "day",
    "MONTH THE? day:DAY|ORDINAL_DAY|ordinal",
    "MONTH THE? day:DAY|ORDINAL_DAY|ordinal OF|COMMA? year_number",
)
def month_day(month: int, day: int, year_number: int | None = None) -> Matching | None:
    """May 5 · May 5th, 1998 · May 5 of 1998"""
    return dated(year=year_number, month=month, day=day)


@rule(
    "day",
    "THE? day:DAY|ORDINAL_DAY|ordinal OF? MONTH",
    "THE? day:DAY|ORDINAL_DAY|ordinal OF? MONTH OF? COMMA? year_number",
)
def day_month(day: int, month: int, year_number: int | None = None) -> Matching | None:
    """5 May · the 5th of May 1998"""
    return dated(year=year_number, month=month, day=day)


@rule("day", "DAY DASH MONTH DASH year_number")
def day_dash_month(day: int, month: int, year_number: int) -> Matching | None:
    """8-May-1945"""
    return dated(year=year_number, month=month, day=day)


@rule("day", "year_number COMMA? MONTH DAY")
def year_month_day(year_number: int, month: int, day: int) -> Matching | None:
    """1998 May 5"""
    return dated(year=year_number, month=month, day=day)


@rule(
    "range",
    "MONTH first:DAY|ORDINAL_DAY DASH|TO last:DAY|ORDINAL_DAY (COMMA? year_number)?",
    "MONTH first:DAY|ORDINAL_DAY and_also:AND last:DAY|ORDINAL_DAY (COMMA? year_number)?",
    "THE? first:DAY|ORDINAL_DAY DASH|TO THE? last:DAY|ORDINAL_DAY OF? MONTH year_number?",
    "THE? first:DAY|ORDINAL_DAY and_also:AND THE? last:DAY|ORDINAL_DAY OF? MONTH year_number?",
)
def days_of_month(
    first: int, last: int, month: int, year_number: int | None = None, and_also: bool = False
) -> Pair | None:
    """May 5-7, 1998 · 5 to 7 May · 4 and 9 May"""
    start = dated(year=year_number, month=month, day=first)
    end = dated(year=year_number, month=month, day=last)
    return Pair(start, end, not and_also or last == first + 1) if start and end and first < last else None


@rule(
    "range",
    "MONTH day:DAY|ORDINAL_DAY COMMA|DASH second:DAY|ORDINAL_DAY COMMA? AND last:DAY|ORDINAL_DAY (COMMA? year_number)?",
    "day:DAY COMMA|DASH second:DAY COMMA? AND last:DAY OF? MONTH year_number?",
    "THE? day:ORDINAL_DAY COMMA|DASH second:ORDINAL_DAY COMMA? AND last:ORDINAL_DAY OF? MONTH year_number?",
)
def three_days(
    day: int, second: int, last: int, month: int, year_number: int | None = None, dash: bool = False
) -> Pair | None:
    """3, 4 and 6 January · 2-4 and 9 June"""
    first = dated(year=year_number, month=month, day=day)
    others = days_of_month(second, last, month, year_number, and_also=True)
    return Pair(first, replace(others, stretch=False), dash) if first and others and day < second else None


@rule("day", "DAY_PAIR OF? MONTH year_number?", "first:DAY SLASH last:DAY OF? MONTH year_number?")
def night_of_two(
    month: int,
    day_pair: tuple[int, int] = (0, 0),
    first: int = 0,
    last: int = 0,
    year_number: int | None = None,
) -> Span | None:
    """8/9 February: one time that begins on the first and ends on the second"""
    one, two = day_pair if first == 0 else (first, last)
    return between_days(one, two, month, year_number) if two == one + 1 else None


@rule(
    "range",
    "BETWEEN MONTH first:DAY AND last:DAY (COMMA? year_number)?",
    "BETWEEN first:DAY|ORDINAL_DAY AND last:DAY|ORDINAL_DAY OF? MONTH year_number?",
)
def between_days(first: int, last: int, month: int, year_number: int | None = None) -> Span | None:
    """between 3 and 5 August: one time, somewhere from the first to the last"""
    start = dated(year=year_number, month=month, day=first)
    end = dated(year=year_number, month=month, day=last)
    return Span(start, end) if start and end and first < last else None


@rule("day", "WEEKDAY COMMA? THE? day")
def weekday_and_day(weekday: int, day: Expr) -> Expr | None:
    """Monday, 5 May"""
    if not isinstance(day, Matching) or day.fields.day is None:
        return None
    return day if day.fields.year is not None else Matching(replace(day.fields, weekday=weekday))


@rule("day", "WEEKDAY")
def weekday(weekday: int) -> Matching:
    """Tuesday"""
    return Matching(Fields(weekday=weekday))


@rule("day", "THE DIGIT_ORDINAL", "THE DIGIT_ORDINAL OF THE text_unit")
def day_of_month(digit_ordinal: int) -> Matching:
    """the 5th"""
    return Matching(Fields(day=digit_ordinal))


@rule("range", "WEEKDAY DASH|TO last:WEEKDAY")
def weekdays(weekday: int, last: int) -> Pair | None:
    """Mon-Fri"""
    return (
        Pair(Matching(Fields(weekday=weekday)), Matching(Fields(weekday=last))) if weekday != last else None
    )


@rule("day", "ISO_DATE", "SLASHED_DATE")
def numeric_date(
    iso_date: YearMonthDay | None = None, slashed_date: YearMonthDay | None = None
) -> Matching | None:
    """1998-05-05 · 5/7/1998"""
    said = iso_date or slashed_date
    return dated(year=said[0], month=said[1], day=said[2]) if said else None


@rule("day", "NAMED_DAY")
def named_day(named_day: str) -> Matching:
    """D-Day · 9/11: one day of history"""
    return Matching(Fields(year=only_year(named_day), holiday=named_day))


@rule("feast", "THE? HOLIDAY (COMMA? year_number)?", "THE? HOLIDAY OF year_number")
def holiday(holiday: str, year_number: int | None = None) -> Matching:
    """Christmas · Easter 1916"""
    return Matching(Fields(holiday=holiday, year=year_number))


# -- parts of the year -----------------------------------------------------------------------------


@rule("season", "THE? SEASON", "THE? SEASON (OF|COMMA)? year_number")
def season(season: int, year_number: int | None = None) -> Matching:
    """the summer of 1955"""
    return Matching(Fields(season=season, year=year_number))


@rule("season", "THE? SEASON (OF|COMMA)? YEAR SLASH|DASH last:TWO_DIGITS|ONE_DIGIT|YEAR")
def winter_of(season: int, year: int, last: int) -> Matching | None:
    """the winter of 1941-42"""
    return Matching(Fields(season=season, year=year)) if (last - year) % 10 == 1 else None


@rule(
    "part_of_year",
    "ordinal DASH? FISCAL? DASH? QUARTER_UNIT",
    "FISCAL DASH? ordinal DASH? QUARTER_UNIT",
    "QUARTER_MARK",
)
def quarter_number(
    ordinal: int | None = None, quarter_mark: int | None = None, fiscal: bool = False
) -> Fields | None:
    """third quarter · fiscal fourth-quarter · Q3"""
    number = ordinal or quarter_mark
    return Fields(quarter=number, fiscal=fiscal) if number and number <= 4 else None


@rule(
    "part_of_year", "half:ORDINAL|FINAL DASH? HALF", "half:ORDINAL|FINAL CARDINAL QUARTER_UNITS", "HALF_MARK"
)
def half_number(half: int = 0, cardinal: int = 2, half_mark: int = 0) -> Fields | None:
    """first half · the latter half · first two quarters"""
    number = half_mark or (2 if half == -1 else half)
    return Fields(half=number) if number in (1, 2) and cardinal == 2 else None


@rule(
    "quarter",
    "THE|WHOSE? part_of_year",
    "THE|WHOSE? part_of_year FISCAL? OF? FISCAL? year_number",
    "THE? year_number POSSESSIVE? part_of_year",
    "part_of_year SLASH year_number",
    "part_of_year SLASH two_digits:TWO_DIGITS",
)
def part_of_year(
    part_of_year: Fields, year_number: int | None = None, two_digits: int | None = None
) -> Matching:
    """the third quarter · Q3 2021 · the first half of 1990 · Q1/20"""
    if two_digits is not None:
        year_number = short_year(two_digits)
    return Matching(replace(part_of_year, year=year_number))


@rule("period", "NEAR base:year|month|decade|century|quarter|day")
def about(near: Near, base: Expr) -> Softened | None:
    """about 1850 · around 1 May · but "he got around Wednesday's ruling" """
    is_weekday = isinstance(base, Matching) and base.fields.weekday is not None
    return None if is_weekday else Softened(base, near)


@rule("period", "THE? part_of_year OF decade|century", "THE? final:FINAL HALF|QUARTER_UNIT OF decade|century")
def part_of_years(
    decade: Years | None = None,
    century: Years | None = None,
    part_of_year: Fields | None = None,
    quarter_unit: Granularity | None = None,
) -> Years | None:
    """the second half of the 1980s · the last quarter of the 19th century"""
    whole = decade or century
    fields = part_of_year or (Fields(quarter=4) if quarter_unit else Fields(half=2))
    if whole is None or (fields.quarter is not None and whole.unit is Granularity.DECADE):
        return None
    number, parts = (fields.half, 2) if fields.half is not None else (fields.quarter or 1, 4)
    size = (whole.last + 1 - whole.first) // parts
    first = whole.first + size * (number - 1)
    return Years(first, first + size - 1, whole.unit)
