"""Dates inside a period that is itself reckoned: "October last year", "the last week of August"."""

from __future__ import annotations

from timeline import civil
from timeline.civil import Granularity
from timeline.expression import (
    BUSINESS,
    COMPARED,
    PUBLICATION,
    RUNNING,
    TEXT,
    Counterpart,
    Enclosing,
    Expr,
    Fields,
    Matching,
    Move,
    Nth,
    Pair,
    Shift,
    Within,
)
from timeline.tagging.grammar import Rules

_HALF_A_QUARTER = 45  # days
_SATURDAY = 5

RULES = Rules()
rule = RULES.rule


@rule(
    "period",
    "WEEK_UNIT number:INTEGER OF|IN|COMMA? year_number",
    "THE? ordinal WEEK_UNIT OF year_number",
    "ISO_WEEK",
)
def iso_week(
    number: int = 0,
    ordinal: int = 0,
    year_number: int = 0,
    iso_week: tuple[int, int, int | None] | None = None,
) -> Expr | None:
    """week 12 of 2021 · 2021-W12"""
    year, week, weekday = iso_week or (year_number, number or ordinal, None)
    monday = civil.day_of_iso_week(year, week)
    if civil.iso_week(monday) != (year, week):
        return None
    if weekday is None:
        return Matching(Fields(year=year, week=week))
    of_year, month, day = civil.civil_from_days(monday + weekday - 1)
    return Matching(Fields(year=of_year, month=month, day=day))


@rule("period", "THE unit:WEEKEND_UNIT OF days:range")
def weekend_of(days: Expr) -> Enclosing | None:
    """the weekend of 4-5 March"""
    return Enclosing(days.first, Granularity.WEEKEND) if isinstance(days, Pair) else None


@rule(
    "period",
    "THE unit:WEEK_UNIT|WEEKEND_UNIT OF day",
    "THE? unit:WEEK_UNIT|WEEKEND_UNIT BEGINNING ON? day",
    "HOLIDAY unit:WEEK_UNIT|WEEKEND_UNIT",
)
def week_of(day: Expr | None = None, holiday: str = "", unit: Granularity = Granularity.WEEK) -> Enclosing:
    """the week of March 6 · the week beginning 6 March · Easter week"""
    return Enclosing(day or Matching(Fields(holiday=holiday)), unit)


@rule("day", "THE DAY_UNIT BEFORE_WORD day", "THE DAY_UNIT after_word:AFTER_WORD day")
def day_beside(day: Expr, after_word: bool = False) -> Shift:
    """the day before Christmas · the day after last Tuesday"""
    return Shift(day, 1 if after_word else -1, Granularity.DAY)


@rule("period", "MONTH OF? relative:text_unit|this_unit", "relative:text_unit|this_unit POSSESSIVE MONTH")
def month_of(month: int, relative: Expr) -> Within | None:
    """October last year · March of that year"""
    return Within(relative, Fields(month=month)) if _is_year(relative) else None


@rule(
    "day",
    "MONTH DAY COMMA? OF? relative:text_unit|this_unit",
    "DAY MONTH COMMA? OF? relative:text_unit|this_unit",
)
def day_of(month: int, day: int, relative: Expr) -> Within | None:
    """May 5 of that year"""
    return Within(relative, Fields(month=month, day=day)) if _is_year(relative) else None


@rule("period", "THE? SEASON OF? relative:text_unit|this_unit")
def season_of(season: int, relative: Expr) -> Within | None:
    """the spring of next year"""
    return Within(relative, Fields(season=season)) if _is_year(relative) else None


@rule(
    "quarter",
    "relative:text_unit|this_unit|whole_unit POSSESSIVE part_of_year",
    "THE? part_of_year OF? relative:text_unit|this_unit",
    "THE? part_of_year OF relative:whole_unit",
)
def quarter_of(relative: Expr, part_of_year: Fields) -> Within | None:
    """this year's third quarter · the first half of the year"""
    return Within(relative, part_of_year) if _is_year(relative) else None


@rule("quarter", "relative:text_unit|this_unit POSSESSIVE UNIT")
def unit_of(relative: Expr, unit: Granularity) -> Expr | None:
    """last year's quarter"""
    return (
        Shift(COMPARED, -1, Granularity.YEAR) if _is_year(relative) and unit is Granularity.QUARTER else None
    )


@rule("day", "relative:text_unit|this_unit ON? WEEKDAY", "WEEKDAY OF? relative:text_unit|this_unit")
def weekday_of(relative: Expr, weekday: int) -> Within | None:
    """Tuesday of last week"""
    return Within(relative, Fields(weekday=weekday)) if _unit(relative) is Granularity.WEEK else None


@rule("quarter", "THE year_number QUARTER_UNIT|PERIOD")
def quarter_of_year(year_number: int, quarter_unit: Granularity | None = None) -> Counterpart:
    """the 1988 quarter · the 1988 period"""
    return Counterpart(BUSINESS if quarter_unit else COMPARED, Matching(Fields(year=year_number)))


@rule(
    "quarter",
    "THE ALIKE QUARTER_UNIT|PERIOD OF|IN? relative:text_unit|this_unit",
    "THE ALIKE UNIT OF|IN? relative:text_unit|this_unit",
    "THE ALIKE QUARTER_UNIT|PERIOD OF|IN year_number",
    "THE ALIKE UNIT OF|IN year_number",
)
def same_unit_of(
    relative: Expr | None = None,
    year_number: int | None = None,
    unit: Granularity | None = None,
    quarter_unit: Granularity | None = None,
) -> Counterpart | None:
    """the same quarter last year · the same month of 2019"""
    year = Matching(Fields(year=year_number)) if year_number is not None else relative
    if year is None or not (year_number or _is_year(year)):
        return None
    if unit in (None, Granularity.QUARTER):
        return Counterpart(BUSINESS if quarter_unit or unit else COMPARED, year)
    return Counterpart(Enclosing(TEXT, unit), year) if unit < Granularity.YEAR else None


@rule("range", "THE|WHOSE? FISCAL? QUARTER_UNIT ENDED|TO IN? last:day|month")
def quarter_ended(last: Expr) -> Pair | None:
    """the quarter ended 31 July: of the calendar's the one with most of it, that in which its middle lies"""
    if not isinstance(last, Matching) or last.fields.month is None:
        return None
    is_day = last.fields.day is not None
    middle = Move(last, -_HALF_A_QUARTER, Granularity.DAY) if is_day else Move(last, -1, Granularity.MONTH)
    return Pair(Enclosing(middle, Granularity.QUARTER), last, stretch=False)


@rule("quarter", "THE|WHOSE? MONTH QUARTER_UNIT", "THE|WHOSE? first:MONTH DASH|TO MONTH QUARTER_UNIT")
def quarter_of_month(month: int, first: int | None = None) -> Enclosing | None:
    """the December quarter: the one that ends in that month, or holds it · the April-June quarter"""
    if first not in (None, month - 2):
        return None
    return Enclosing(Matching(Fields(month=month)), Granularity.QUARTER)


@rule("period", "THE ALIKE UNIT ARTICLE YEAR_UNIT AGO|EARLIER", "THE ALIKE UNIT OF|IN? THE YEAR_UNIT EARLIER")
def same_unit_year_ago(unit: Granularity) -> Counterpart | None:
    """the same month a year ago · the same week the year before"""
    year = Shift(Enclosing(TEXT, Granularity.YEAR), -1, Granularity.YEAR)
    return Counterpart(Enclosing(TEXT, unit), year) if unit < Granularity.QUARTER else None


@rule(
    "quarter",
    "THE ALIKE? QUARTER_UNIT ARTICLE YEAR_UNIT AGO|EARLIER",
    "THE ALIKE? PERIOD ARTICLE YEAR_UNIT AGO|EARLIER",
)
def quarter_year_ago(quarter_unit: Granularity | None = None) -> Shift:
    """the same period a year earlier"""
    return Shift(BUSINESS if quarter_unit else COMPARED, -1, Granularity.YEAR)


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


@rule("period", "ARTICLE WEEKDAY OF|IN period")
def some_weekday(period: Expr) -> Expr:
    """a Friday in May 1939: which one is not told"""
    return period


@rule("day", "DIRECTION DAY_UNIT IN year_number")
def this_day_in(direction: int, year_number: int) -> Counterpart | None:
    """this day in 1945"""
    today = Enclosing(RUNNING, Granularity.DAY)
    return None if direction else Counterpart(today, Matching(Fields(year=year_number)))


@rule("day", "THE? day:DIGIT_ORDINAL LETTER_MONTH")
def day_of_letter_month(day: int, letter_month: int) -> Within:
    """the 24th ult.: of the last month, as old letters and papers have it"""
    month = Shift(Enclosing(PUBLICATION, Granularity.MONTH), letter_month, Granularity.MONTH)
    return Within(month, Fields(day=day))


@rule("period", "THE? number:ordinal|FINAL UNIT OF|IN THE base:UNIT")
def nth_unit_of_unit(number: int, unit: Granularity, base: Granularity) -> Nth | None:
    """the last day of the month"""
    return Nth(Enclosing(RUNNING, base), number, unit) if unit < base and unit < Granularity.YEAR else None


@rule(
    "day",
    "THE day:DIGIT_ORDINAL|ordinal OF relative:text_unit|this_unit",
    "THE day:DIGIT_ORDINAL OF THE MONTH_UNIT",
)
def day_of_unit(day: int, relative: Expr | None = None) -> Within | None:
    """the 18th of last month · the 5th of the month"""
    month = relative or Enclosing(RUNNING, Granularity.MONTH)
    return Within(month, Fields(day=day)) if _unit(month) is Granularity.MONTH else None


@rule("period", "THE? number:ordinal|FINAL UNIT OF|IN period", "THE? number:ordinal|FINAL UNIT OF|IN MONTH")
def nth_unit(
    number: int, unit: Granularity, period: Expr | None = None, month: int | None = None
) -> Expr | None:
    """the last week of August · the first day of the month · the first weekend in May, by its Saturday"""
    base = period or (Matching(Fields(month=month)) if month else None)
    if base and unit is Granularity.WEEKEND:
        return Enclosing(Nth(base, number, Granularity.DAY, _SATURDAY), unit)
    return Nth(base, number, unit) if base and unit < Granularity.YEAR else None
