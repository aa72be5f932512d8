"""Dates reckoned from the publication: "yesterday", "last week", "two days ago", "next June"."""

from __future__ import annotations

from timeline.civil import Granularity
from timeline.expression import (
    PUBLICATION,
    RUNNING,
    Anchor,
    Direction,
    Enclosing,
    Expr,
    Fields,
    Length,
    Move,
    Reference,
    Seek,
    Shift,
    Vague,
    When,
    Within,
)
from timeline.shifting import shifted
from timeline.tagging.grammar import Rules
from timeline.tagging.rules.numbers import ONE, Amount

RULES = Rules()
rule = RULES.rule
_DAYS_OF_WEEK = 7
_WEEKDAYS_COUNTED = 52  # beyond it nobody counts them

RULES.alias("period", "this_unit", "whole_unit")  # in this order: "the current quarter" is this one
RULES.alias("date", "ago")


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


@rule(
    "this_unit",
    "DIRECTION UNIT",
    "DIRECTION ADJECTIVE UNIT",
    "DIRECTION FISCAL UNIT",
    "THE? REACH FISCAL? UNIT",
)
def calendar_unit(unit: Granularity, direction: int = 0, reach: int | None = None) -> Expr | None:
    """last week · this month · next year"""
    count = direction if reach is None else reach
    if unit is Granularity.DAY and not count:
        return Enclosing(RUNNING, unit)  # "on this day" of a history is the one it tells of
    if reach is not None and unit >= Granularity.DECADE:
        return None  # "the past decade" is ten years up to now
    if unit is Granularity.DAY and count < 0:
        return None  # "the last day" is that of something
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


@rule("day", "WEEKDAY DIRECTION_BEHIND")
@rule("month", "MONTH DIRECTION_BEHIND")
def directed_behind(direction_behind: int, weekday: int | None = None, month: int | None = None) -> Expr:
    """on Tuesday last · in May next: as older writers put it"""
    return _directed(direction_behind, None, Fields(weekday=weekday, month=month))


@rule("day", "THE WEEKDAY BEFORE_WORD LAST_WORD")
def weekday_beyond(weekday: int) -> Shift:
    """the Friday before last"""
    return Shift(Seek(PUBLICATION, Direction.PAST, Fields(weekday=weekday)), -7, Granularity.DAY)


@rule("day", "WEEKDAY WEEK_UNIT", "SPECIAL_DAY WEEK_UNIT", "WEEKDAY FORTNIGHT", "SPECIAL_DAY FORTNIGHT")
def day_week(weekday: int | None = None, special_day: int | None = None, fortnight: int = 1) -> Shift | None:
    """Tuesday week · tomorrow week · Monday fortnight: the one a week or two after the next"""
    if weekday is not None:
        following = Seek(PUBLICATION, Direction.FUTURE, Fields(weekday=weekday))
        return Shift(following, 7 * fortnight, Granularity.DAY)
    return (
        Shift(PUBLICATION, 7 * fortnight + special_day, Granularity.DAY) if special_day is not None else None
    )


@rule("month", "THE? DIRECTION MONTH", "THE? REACH MONTH")
def directed_month(
    month: int, direction: int | None = None, reach: int | None = None, the: bool = False
) -> Expr:
    """last April · next June · the next June"""
    return _directed(direction, reach, Fields(month=month), RUNNING if the else PUBLICATION)


@rule("season", "THE? DIRECTION SEASON", "THE? REACH SEASON")
def directed_season(
    season: int, direction: int | None = None, reach: int | None = None, the: bool = False
) -> Expr:
    """last fall · this summer · the next spring"""
    return _directed(direction, reach, Fields(season=season), RUNNING if the else PUBLICATION)


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


def _directed(direction: int | None, reach: int | None, fields: Fields, base: Anchor = PUBLICATION) -> Expr:
    said = direction if direction is not None else reach or 0
    if said == 0 and fields.weekday is not None:
        return Within(Enclosing(base, Granularity.WEEK), fields)
    if said == 0:
        return Within(Enclosing(base, Granularity.YEAR), fields)
    return Seek(base, Direction(said), fields)


@rule("ago", "ARTICLE YEAR_UNIT AGO")
def a_year_ago() -> Shift:
    """a year ago: where a report compares quarters, the same quarter of the year before"""
    return Shift(Anchor(Reference.YEAR_AGO), -1, Granularity.YEAR)


@rule("ago", "HOUR_UNITS AGO", "MINUTE_UNITS AGO", "SECOND_UNITS AGO")
def moments_ago() -> Vague:
    """hours ago"""
    return Vague(When.PAST)


@rule("day", "ARTICLE WEEK_UNIT ON|FROM WEEKDAY", "ARTICLE FORTNIGHT ON|FROM WEEKDAY")
def weekday_week(weekday: int, fortnight: int = 1) -> Shift | None:
    """a week on Tuesday · a fortnight on Tuesday"""
    return day_week(weekday, fortnight=fortnight)


@rule("day", "ARTICLE WEEK_UNIT SPECIAL_DAY")
def week_tomorrow(special_day: int) -> Shift | None:
    """a week tomorrow"""
    return day_week(special_day=special_day) if special_day > 0 else None


@rule("ago", "number SEASONS AGO")
def seasons_ago(number: float, seasons: int) -> Move | None:
    """two summers ago"""
    last = Seek(PUBLICATION, Direction.PAST, Fields(season=seasons))
    return Move(last, 1 - int(number), Granularity.YEAR) if number == int(number) >= 1 else None


@rule("day", "number WEEK_UNITS FROM SPECIAL_DAY|WEEKDAY", "ARTICLE WEEK_UNIT FROM SPECIAL_DAY")
def weeks_from(number: float = 1, special_day: int = 0, weekday: int | None = None) -> Shift:
    """two weeks from Saturday · a week from today"""
    base = (
        Seek(PUBLICATION, Direction.FUTURE, Fields(weekday=weekday)) if weekday is not None else PUBLICATION
    )
    return Shift(base, round(number * 7) + special_day, Granularity.DAY)


@rule("day", "number WEEKDAYS AGO", "ARTICLE WEEKDAY AGO")
def weekdays_ago(number: float = 1, weekday: int | None = None, weekdays: int = 0) -> Shift | None:
    """two Fridays ago"""
    if number != int(number) or not 1 <= number <= _WEEKDAYS_COUNTED:
        return None
    last = Seek(PUBLICATION, Direction.PAST, Fields(weekday=weekdays if weekday is None else weekday))
    return Shift(last, -_DAYS_OF_WEEK * (int(number) - 1), Granularity.DAY)


@rule("ago", "length AGO", "length AHEAD")
def ago(length: Expr, ahead: bool = False) -> Expr | None:
    """two months ago · three days from now"""
    return shifted(PUBLICATION, length, 1 if ahead else -1)


@rule("ago", "amount unit:UNITS POSSESSIVE TIME_WORD", "ARTICLE unit:UNIT POSSESSIVE TIME_WORD")
def in_time(unit: Granularity, amount: Amount = ONE) -> Expr | None:
    """two weeks' time · a year's time"""
    return shifted(PUBLICATION, Length(((amount.count, unit),)), 1)
