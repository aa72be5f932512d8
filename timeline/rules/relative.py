"""Dates reckoned from the publication ("two days ago", "last week") or from where the text is ("the next day")."""

from __future__ import annotations

from timeline.civil import Granularity
from timeline.expression import (
    PUBLICATION,
    RUNNING,
    TEXT,
    Anchor,
    Direction,
    Enclosing,
    Expr,
    Fields,
    Length,
    Matching,
    Nth,
    Part,
    Reference,
    Seek,
    Shift,
    Side,
    Softened,
    Vague,
    When,
    Within,
)
from timeline.grammar import Rules

RULES = Rules()
rule = RULES.rule

COMPARED = Anchor(Reference.BEFORE_TEXT)

RULES.alias("period", "text_unit", "this_unit", "whole_unit")
RULES.alias("date", "part", "ago", "later")
RULES.alias("reference", "ref")


# -- from the publication --------------------------------------------------------------------------


@rule("day", "SPECIAL_DAY")
def special_day(special_day: int) -> Shift:
    """yesterday · today · tomorrow"""
    return Shift(PUBLICATION, special_day, Granularity.DAY)


@rule("day", "THE UNIT BEFORE_WORD SPECIAL_DAY", "THE UNIT AFTER_WORD SPECIAL_DAY")
def day_beyond(unit: Granularity, special_day: int) -> Shift | None:
    """the day before yesterday · the day after tomorrow"""
    return (
        Shift(PUBLICATION, 2 * special_day, Granularity.DAY)
        if unit is Granularity.DAY and special_day
        else None
    )


@rule("this_unit", "DIRECTION UNIT", "DIRECTION ADJECTIVE UNIT", "DIRECTION FISCAL UNIT", "THE? REACH UNIT")
def calendar_unit(unit: Granularity, direction: int = 0, reach: int | None = None) -> Expr:
    """last week · this month · next year"""
    count = direction if reach is None else reach
    if unit is Granularity.DAY and count:
        return Shift(PUBLICATION, count, unit)
    return Shift(Enclosing(PUBLICATION, unit), count, unit) if count else Enclosing(PUBLICATION, unit)


@rule("this_unit", "THE CURRENT FISCAL? UNIT")
def current_unit(unit: Granularity) -> Enclosing:
    """the current quarter"""
    return Enclosing(PUBLICATION, unit)


@rule("this_unit", "THE UNIT BEFORE_WORD LAST_WORD", "THE UNIT AFTER_WORD NEXT_WORD")
def unit_beyond(unit: Granularity, last_word: bool = False) -> Shift:
    """the week before last · the week after next"""
    return Shift(Enclosing(PUBLICATION, unit), -2 if last_word else 2, unit)


@rule("day", "THE? DIRECTION WEEKDAY", "THE? REACH WEEKDAY", "DIRECTION WEEKDAY COMMA day")
def directed_weekday(
    weekday: int, direction: int | None = None, reach: int | None = None, day: Expr | None = None
) -> Expr:
    """last Friday · next Tuesday · this Thursday"""
    return day or _directed(direction, reach, Fields(weekday=weekday))


@rule("day", "WEEKDAY WEEK_UNIT", "SPECIAL_DAY WEEK_UNIT")
def day_week(weekday: int | None = None, special_day: int | None = None) -> Shift | None:
    """Tuesday week · tomorrow week: the one a week after the next"""
    if weekday is not None:
        return Shift(Seek(PUBLICATION, Direction.FUTURE, Fields(weekday=weekday)), 7, Granularity.DAY)
    return Shift(PUBLICATION, 7 + special_day, Granularity.DAY) if special_day is not None else None


@rule("month", "THE? DIRECTION MONTH", "THE? REACH MONTH")
def directed_month(month: int, direction: int | None = None, reach: int | None = None) -> Expr:
    """last April · next June"""
    return _directed(direction, reach, Fields(month=month))


@rule("season", "THE? DIRECTION SEASON", "THE? REACH SEASON")
def directed_season(season: int, direction: int | None = None, reach: int | None = None) -> Expr:
    """last fall · this summer"""
    return _directed(direction, reach, Fields(season=season))


@rule("quarter", "THE? DIRECTION FISCAL? part_of_year")
def directed_quarter(direction: int, part_of_year: Fields) -> Expr:
    """last third quarter"""
    return _directed(direction, None, part_of_year)


@rule("day", "THE? DIRECTION HOLIDAY", "THE? REACH HOLIDAY")
def directed_holiday(holiday: str, direction: int | None = None, reach: int | None = None) -> Expr:
    """last Christmas"""
    return _directed(direction, reach, Fields(holiday=holiday))


@rule("day", "THE? DIRECTION MONTH DAY")
def directed_date(direction: int, month: int, day: int) -> Expr:
    """last May 5"""
    return _directed(direction, None, Fields(month=month, day=day))


def _directed(direction: int | None, reach: int | None, fields: Fields) -> Expr:
    said = direction if direction is not None else reach or 0
    if said == 0 and fields.weekday is not None:
        return Within(Enclosing(PUBLICATION, Granularity.WEEK), fields)
    if said == 0:
        return Within(Enclosing(PUBLICATION, Granularity.YEAR), fields)
    return Seek(PUBLICATION, Direction(said), fields)


@rule("ago", "ARTICLE YEAR_UNIT AGO")
def a_year_ago() -> Shift:
    """a year ago: where a report compares quarters, the same quarter of the year before"""
    return Shift(Anchor(Reference.YEAR_AGO), -1, Granularity.YEAR)


@rule("ago", "HOUR_UNITS AGO", "MINUTE_UNITS AGO", "SECOND_UNITS AGO")
def moments_ago() -> Vague:
    """hours ago"""
    return Vague(When.PAST)


@rule("day", "ARTICLE WEEK_UNIT ON|FROM WEEKDAY")
def weekday_week(weekday: int) -> Shift:
    """a week on Tuesday"""
    return Shift(Seek(PUBLICATION, Direction.FUTURE, Fields(weekday=weekday)), 7, Granularity.DAY)


@rule("ago", "length AGO", "length AHEAD")
def ago(length: Expr, ahead: bool = False) -> Expr | None:
    """two months ago · three days from now"""
    return _shifted(PUBLICATION, length, 1 if ahead else -1)


@rule("later", "length LATER", "length EARLIER", "THE length LATER")
def later(length: Expr, earlier: bool = False) -> Expr | None:
    """three days later · a year earlier"""
    return _shifted(COMPARED if earlier else TEXT, length, -1 if earlier else 1)


@rule(
    "quarter",
    "THE? ADJECTIVE? YEAR_UNIT DASH AGO|EARLIER part_of_year",
    "THE? ADJECTIVE? YEAR_UNIT DASH AGO|EARLIER QUARTER_UNIT|PERIOD|length?",
    "ARTICLE YEAR_UNIT DASH AGO|EARLIER",
)
def year_ago(part_of_year: Fields | None = None) -> Expr | None:
    """the year-ago quarter · year-earlier"""
    year = Shift(COMPARED, -1, Granularity.YEAR)
    return year if part_of_year is None else Within(Enclosing(year, Granularity.YEAR), part_of_year)


def _shifted(anchor: Expr, length: Expr, sign: int) -> Expr | None:
    near = length.near if isinstance(length, Softened) else None
    plain = length.base if isinstance(length, Softened) else length
    if not isinstance(plain, Length):
        return None
    if plain.parts[0][0] is None:
        return Vague(When.PAST if sign < 0 else When.FUTURE)
    shifted: Expr = anchor
    for count, unit in plain.parts:
        shifted = _moved(shifted, sign * (count or 0), unit)
    return Softened(shifted, near) if near else shifted


def _moved(base: Expr, count: float, unit: Granularity) -> Expr:
    """Move by a count that may have a fraction: half a year is six months, half a week three days."""
    if count == int(count):
        return Shift(base, int(count), unit)
    smaller, size = {
        Granularity.MILLENNIUM: (Granularity.YEAR, 1000),
        Granularity.CENTURY: (Granularity.YEAR, 100),
        Granularity.DECADE: (Granularity.YEAR, 10),
        Granularity.YEAR: (Granularity.MONTH, 12),
        Granularity.MONTH: (Granularity.DAY, 30),
        Granularity.WEEK: (Granularity.DAY, 7),
        Granularity.DAY: (Granularity.HOUR, 24),
        Granularity.HOUR: (Granularity.MINUTE, 60),
    }.get(unit, (unit, 1))
    return Shift(base, round(count * size), smaller)


# -- from where the text is ------------------------------------------------------------------------


@rule(
    "text_unit", "THE? TEXT_DIRECTION UNIT", "TEXT_DIRECTION FISCAL UNIT", "THE TEXT_DIRECTION ADJECTIVE UNIT"
)
def text_unit(unit: Granularity, text_direction: int) -> Expr:
    """that month · the previous day · the same year"""
    if not text_direction:
        return Enclosing(TEXT, unit)
    return Shift(Enclosing(TEXT, unit), text_direction, unit)


@rule("text_unit", "THE UNIT LATER", "THE UNIT EARLIER")
def text_unit_beside(unit: Granularity, earlier: bool = False) -> Expr:
    """the day before · the year after"""
    return Shift(Enclosing(TEXT, unit), -1 if earlier else 1, unit)


@rule("text_unit", "THE DIRECTION FISCAL? UNIT")
def next_unit(unit: Granularity, direction: int) -> Expr:
    """the next day · the last week"""
    anchor = TEXT if unit is Granularity.DAY else RUNNING
    return Shift(Enclosing(anchor, unit), direction, unit) if direction else Enclosing(anchor, unit)


@rule("day", "THE? TEXT_DIRECTION WEEKDAY", "THE WEEKDAY BEFORE_WORD|AFTER_WORD")
def text_weekday(weekday: int, text_direction: int = -1) -> Expr:
    """the following Friday"""
    if text_direction == 0:
        return Within(Enclosing(TEXT, Granularity.WEEK), Fields(weekday=weekday))
    return Seek(TEXT, Direction(text_direction), Fields(weekday=weekday))


@rule("month", "THE? TEXT_DIRECTION MONTH")
def text_month(month: int, text_direction: int) -> Expr:
    """the following March"""
    if text_direction == 0:
        return Within(Enclosing(TEXT, Granularity.YEAR), Fields(month=month))
    return Seek(TEXT, Direction(text_direction), Fields(month=month))


@rule("season", "THE? TEXT_DIRECTION SEASON")
def text_season(season: int, text_direction: int) -> Expr:
    """the following spring"""
    if text_direction == 0:
        return Within(Enclosing(TEXT, Granularity.YEAR), Fields(season=season))
    return Seek(TEXT, Direction(text_direction), Fields(season=season))


@rule(
    "whole_unit",
    "THE|WHOSE FISCAL? QUARTER_UNIT",
    "THE CURRENT QUARTER_UNIT|PERIOD",
    "THE REACH QUARTER_UNIT|PERIOD",
)
def the_quarter() -> Enclosing:
    """the quarter · the latest period"""
    return Enclosing(COMPARED, Granularity.QUARTER)


@rule("whole_unit", "THE WEEKEND_UNIT")
def the_weekend() -> Enclosing:
    """the weekend"""
    return Enclosing(Shift(RUNNING, -5, Granularity.DAY), Granularity.WEEKEND)


@rule("whole_unit", "THE ADJECTIVE? FISCAL? YEAR_UNIT", "THE CURRENT FISCAL YEAR_UNIT")
def the_year() -> Enclosing:
    """the year · the full year"""
    return Enclosing(RUNNING, Granularity.YEAR)


# -- dates inside a relative period ----------------------------------------------------------------


@rule("period", "MONTH OF? relative:this_unit|text_unit", "relative:this_unit|text_unit POSSESSIVE MONTH")
def month_of(month: int, relative: Expr) -> Within | None:
    """October last year · March of that year"""
    return Within(relative, Fields(month=month)) if _is_year(relative) else None


@rule(
    "day",
    "MONTH DAY COMMA? OF? relative:this_unit|text_unit",
    "DAY MONTH COMMA? OF? relative:this_unit|text_unit",
)
def day_of(month: int, day: int, relative: Expr) -> Within | None:
    """May 5 of that year"""
    return Within(relative, Fields(month=month, day=day)) if _is_year(relative) else None


@rule("period", "THE? SEASON OF? relative:this_unit|text_unit")
def season_of(season: int, relative: Expr) -> Within | None:
    """the spring of next year"""
    return Within(relative, Fields(season=season)) if _is_year(relative) else None


@rule(
    "quarter",
    "relative:this_unit|text_unit POSSESSIVE part_of_year",
    "THE? part_of_year OF? relative:this_unit|text_unit",
)
def quarter_of(relative: Expr, part_of_year: Fields) -> Within | None:
    """this year's third quarter"""
    return Within(relative, part_of_year) if _is_year(relative) else None


@rule("quarter", "relative:this_unit|text_unit POSSESSIVE UNIT")
def unit_of(relative: Expr, unit: Granularity) -> Expr | None:
    """last year's quarter"""
    return (
        Shift(COMPARED, -1, Granularity.YEAR) if _is_year(relative) and unit is Granularity.QUARTER else None
    )


@rule("day", "relative:this_unit|text_unit ON? WEEKDAY", "WEEKDAY OF? relative:this_unit|text_unit")
def weekday_of(relative: Expr, weekday: int) -> Within | None:
    """Tuesday of last week"""
    return Within(relative, Fields(weekday=weekday)) if _unit(relative) is Granularity.WEEK else None


def _unit(expression: Expr) -> Granularity | None:
    return expression.unit if isinstance(expression, Enclosing | Shift) else None


def _is_year(expression: Expr) -> bool:
    return _unit(expression) is Granularity.YEAR


@rule(
    "day",
    "THE? number:ordinal|FINAL|LAST_WORD WEEKDAY OF|IN period",
    "THE? number:ordinal|FINAL WEEKDAY OF|IN THE MONTH_UNIT",
)
def nth_weekday(number: int, weekday: int, period: Expr | None = None) -> Nth | None:
    """the first Monday in May · the last Friday of the month"""
    base = period or Enclosing(RUNNING, Granularity.MONTH)
    return Nth(base, number, Granularity.DAY, weekday)


@rule("period", "THE? number:ordinal|FINAL UNIT OF|IN THE base:UNIT")
def nth_unit_of_unit(number: int, unit: Granularity, base: Granularity) -> Nth | None:
    """the last day of the month"""
    return Nth(Enclosing(RUNNING, base), number, unit) if unit < base and unit < Granularity.YEAR else None


@rule(
    "day",
    "THE day:DIGIT_ORDINAL|ordinal OF relative:this_unit|text_unit",
    "THE day:DIGIT_ORDINAL OF THE MONTH_UNIT",
)
def day_of_unit(day: int, relative: Expr | None = None) -> Within | None:
    """the 18th of last month · the 5th of the month"""
    month = relative or Enclosing(RUNNING, Granularity.MONTH)
    return Within(month, Fields(day=day)) if _unit(month) is Granularity.MONTH else None


@rule("period", "THE? number:ordinal|FINAL UNIT OF|IN period", "THE? number:ordinal|FINAL UNIT OF|IN MONTH")
def nth_unit(
    number: int, unit: Granularity, period: Expr | None = None, month: int | None = None
) -> Nth | None:
    """the last week of August · the first day of the month"""
    base = period or (Matching(Fields(month=month)) if month else None)
    return Nth(base, number, unit) if base and unit < Granularity.YEAR else None


# -- parts -----------------------------------------------------------------------------------------


@rule(
    "part",
    "SIDE DASH? base:day|period",
    "THE SIDE DASH? base:day|period",
    "SIDE THE? base:period|MONTH",
    "SIDE ON base:day",
)
def part(side: Side, base: Expr) -> Part | None:
    """late last month · mid-2019 · early March"""
    return Part(base, side) if isinstance(base, Expr) else None


@rule(
    "part",
    "SIDE_ADVERB base:day|period",
    "SIDE_ADVERB THE base:UNIT",
    "SIDE_ADVERB IN base:day|period",
    "SIDE_ADVERB IN? THE base:UNIT",
)
def adverbial_part(side_adverb: Side, base: Expr | Granularity) -> Expr:
    """earlier this month · later that year · late in 1986"""
    if isinstance(base, Granularity):
        return Part(Enclosing(RUNNING, base), side_adverb)
    return Part(base, side_adverb)


@rule(
    "part",
    "THE? SIDE_OF OF base:day|period|century",
    "THE? SIDE_OF OF THE? base:UNIT",
    "THE? YEAR_UNIT POSSESSIVE? DASH? END_WORD",
)
def part_of(base: Expr | Granularity | None = None, side_of: Side = Side.END) -> Expr | None:
    """the end of November · the beginning of the year · year-end"""
    if base is None:
        return Part(Enclosing(RUNNING, Granularity.YEAR), Side.END)
    if isinstance(base, Granularity):
        return Part(Enclosing(RUNNING, base), side_of) if base >= Granularity.DAY else None
    return Part(base, side_of)


@rule("part", "THE? base:UNIT POSSESSIVE END_WORD", "base:UNIT DASH END_WORD")
def unit_end(base: Granularity) -> Part:
    """month's end"""
    return Part(Enclosing(RUNNING, base), Side.END)


@rule("date", "SOMETIME base:day|period")
def sometime(base: Expr) -> Expr:
    """sometime next year"""
    return base


# -- no date ---------------------------------------------------------------------------------------


@rule("ref", "THE REFERENCE_NOUN")
def the_past(reference_noun: When) -> Vague:
    """the past · the future"""
    return Vague(reference_noun)


@rule("ref", "REFERENCE", "REFERENCE_ADJECTIVE")
def vague(reference: When | None = None, reference_adjective: When | None = None) -> Vague | None:
    """now · recently · the future"""
    when = reference or reference_adjective
    return Vague(when) if when else None


@rule("ref", "THE? REACH UNITS", "THE? REACH UNITS AND UNITS", "THE UNITS AHEAD")
def recent_units(reach: int = 1) -> Vague:
    """recent months · coming weeks"""
    return Vague(When.PAST if reach < 0 else When.FUTURE)
