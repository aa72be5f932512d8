"""Years and what is made of them: decades, centuries, eras, spans of years."""

from __future__ import annotations

from timeline.civil import Granularity
from timeline.expression import RUNNING, Enclosing, Fields, Matching, Pair, Part, Shift, Side, Span, Years
from timeline.tagging.grammar import Rules

# Years in which a unit is still called new before it begins: in 1998 "the new millennium" is the one to come.
_BEGINNING = {Granularity.DECADE: 1, Granularity.CENTURY: 5, Granularity.MILLENNIUM: 5}

RULES = Rules()
rule = RULES.rule

RULES.alias("period", "year", "decade", "century")


@rule("year_number", "YEAR", "THE YEAR_UNIT OF? YEAR", "YEAR_UNIT YEAR", "CALENDAR YEAR_UNIT? YEAR")
def year_number(year: int) -> int:
    """1998 · the year 2000"""
    return year


@rule("year_number", "FISCAL_MARK")
def business_year(fiscal_mark: int) -> int:
    """FY2013"""
    return fiscal_mark


@rule("year_number", "ERA_YEAR ERA", "era:ERA ERA_YEAR", "NEAR ERA_YEAR ERA")
def year_of_era(era_year: int, era: int) -> int:
    """480 BC · AD 79"""
    return era_year if era > 0 else 1 - era_year


@rule(
    "year_number",
    "century:CENTURY_WORD rest:TENS",
    "century:CENTURY_WORD rest:TENS DASH? CARDINAL",
    "century:CENTURY_WORD HUNDRED_WORD",
    "century:CENTURY_WORD rest:CARDINAL",
)
def spoken_year(century: int, rest: int = 0, cardinal: int = 0) -> int | None:
    """nineteen ninety-six"""
    return century * 100 + rest + cardinal if rest == 0 or (rest >= 10 and cardinal < 10) else None


@rule("year_number", "THE YEAR_UNIT CARDINAL SCALE", "THE YEAR_UNIT CARDINAL SCALE AND? rest:CARDINAL")
def spoken_thousand(cardinal: int, scale: int, rest: int = 0) -> int | None:
    """the year two thousand"""
    return cardinal * scale + rest if scale == 1000 and cardinal <= 2 else None


@rule("year_number", "SHORT_YEAR")
def short_year(short_year: int) -> int:
    """'98"""
    return 1900 + short_year if short_year > 30 else 2000 + short_year


@rule("year", "year_number", "FISCAL YEAR_UNIT? year_number", "year_number FISCAL YEAR_UNIT")
def year(year_number: int) -> Matching:
    """1998 · fiscal 1989"""
    return Matching(Fields(year=year_number))


@rule(
    "range",
    "FISCAL? YEAR DASH TWO_DIGITS",
    "FISCAL? YEAR SLASH TWO_DIGITS",
    "YEAR DASH ONE_DIGIT",
    "YEAR SLASH ONE_DIGIT",
    "year:FISCAL_MARK DASH TWO_DIGITS",
    "year:FISCAL_MARK SLASH TWO_DIGITS",
    "THE? YEAR DASH TWO_DIGITS FISCAL YEAR_UNIT",
    "THE? YEAR SLASH TWO_DIGITS FISCAL YEAR_UNIT",
)
def short_year_range(
    year: int, two_digits: int = 0, one_digit: int | None = None, slash: bool = False
) -> Pair | Span | None:
    """1957-58 · 1957/58, a single season or year of account · 1957/8"""
    last = year - year % 100 + two_digits if one_digit is None else year - year % 10 + one_digit
    dates = Matching(Fields(year=year)), Matching(Fields(year=last))
    if year >= last or (one_digit is not None and last != year + 1):
        return None
    return Span(*dates) if slash else Pair(*dates)


@rule("range", "THE YEARS_WORD year_number DASH|TO year_number")
def year_range(year_number: int, year_number_2: int) -> Pair:
    """the years 1961-1965"""
    return Pair(Matching(Fields(year=year_number)), Matching(Fields(year=year_number_2)))


@rule("range", "FROM? ERA_YEAR DASH|TO ERA_YEAR ERA", "ERA_YEAR and_also:AND ERA_YEAR ERA")
def years_of_era(era_year: int, era_year_2: int, era: int, and_also: bool = False) -> Pair | None:
    """499-493 BC · 496 and 495 BC"""
    first, last = (era_year, era_year_2) if era > 0 else (1 - era_year, 1 - era_year_2)
    dates = Matching(Fields(year=first)), Matching(Fields(year=last))
    return Pair(*dates, stretch=not and_also) if first < last else None


@rule(
    "range",
    "THE first:DECADE_SHORT|DECADE_YEARS and_also:AND THE? last:DECADE_SHORT",
    "THE? first:DECADE_SHORT|DECADE_YEARS TO|DASH THE? last:DECADE_SHORT",
)
def short_decades(first: int, last: int, and_also: bool = False) -> Pair | None:
    """the 70s and 80s · the 1870s and 80s"""
    one, other = decade(first), decade(first - first % 100 + last % 100)
    return Pair(one, other, stretch=not and_also) if one and other and one.first < other.first else None


@rule("decade", "THE? DECADE_YEARS ERA?", "THE decade_years:DECADE_SHORT", "THE? DECADE_WORD")
def decade(decade_years: int | None = None, decade_word: int | None = None, era: int = 1) -> Years | None:
    """the 1990s · the nineties · the 480s BC"""
    first = decade_years if decade_years is not None else decade_word
    if first is None or (era > 0 and first < 1000):
        return None
    size = 99 if first % 100 == 0 and decade_years and first < 1900 else 9
    unit = Granularity.CENTURY if size == 99 else Granularity.DECADE
    return Years(first, first + size, unit) if era > 0 else Years(1 - first - size, 1 - first, unit)


@rule("century", "THE? ordinal AND|TO|DASH last:ordinal CENTURY_UNITS ERA?")
def centuries(ordinal: int, last: int, era: int = 1) -> Years | None:
    """the 17th and 18th centuries"""
    first, final = century(ordinal, Granularity.CENTURY, era), century(last, Granularity.CENTURY, era)
    if first is None or final is None or first.last >= final.last:
        return None
    return Years(first.first, final.last, Granularity.CENTURY)


@rule(
    "range",
    "THE? side:SIDE? DASH? ordinal TO|DASH THE? side_of_last:SIDE? DASH? last:ordinal CENTURY_UNIT|CENTURY_UNITS ERA?",
)
def century_range(
    ordinal: int, last: int, side: Side | None = None, side_of_last: Side | None = None, era: int = 1
) -> Pair | None:
    """the late 19th to the early 20th century"""
    first, final = century(ordinal, Granularity.CENTURY, era), century(last, Granularity.CENTURY, era)
    if first is None or final is None or first.last >= final.last:
        return None
    return Pair(Part(first, side) if side else first, Part(final, side_of_last) if side_of_last else final)


@rule("century", "THE? ordinal DASH? unit:CENTURY_UNIT|MILLENNIUM_UNIT ERA?")
def century(ordinal: int, unit: Granularity, era: int = 1) -> Years | None:
    """the 20th century · the 4th century BC"""
    if ordinal > 40:
        return None
    size = 100 if unit is Granularity.CENTURY else 1000
    if era > 0:
        return Years(size * (ordinal - 1), size * ordinal - 1, unit)
    return Years(1 - size * ordinal, -size * (ordinal - 1), unit)


@rule("decade", "THE? number:ordinal|FINAL|OPENING DECADE_UNIT OF century")
def decade_of(number: int, century: Years) -> Years | None:
    """the first decade of the 20th century"""
    if century.unit is not Granularity.CENTURY or not (1 <= number <= 10 or number == -1):
        return None
    first = century.first + 10 * (number - 1 if number > 0 else 9)
    return Years(first, first + 9, Granularity.DECADE)


@rule("century", "NEW_UNIT")
def new_unit(new_unit: Granularity) -> Enclosing:
    """the new millennium: the one that has begun, or soon will"""
    return Enclosing(Shift(RUNNING, _BEGINNING[new_unit], Granularity.YEAR), new_unit)
