"""Dates reckoned from where the text is: "three days later", "the next day", "that month", "a year earlier"."""

from __future__ import annotations

from timeline.civil import Granularity
from timeline.expression import (
    BUSINESS,
    COMPARED,
    MENTIONED,
    RUNNING,
    TEXT,
    Direction,
    Enclosing,
    Expr,
    Fields,
    Seek,
    Shift,
    Vague,
    Within,
)
from timeline.shifting import shifted
from timeline.tagging.grammar import Rules

RULES = Rules()
rule = RULES.rule

RULES.alias("period", "text_unit")
RULES.alias("date", "later")


@rule("later", "length LATER", "length EARLIER", "THE length LATER")
def later(length: Expr, earlier: bool = False) -> Expr | None:
    """three days later · a year earlier"""
    return shifted(COMPARED if earlier else TEXT, length, -1 if earlier else 1)


@rule("later", "length AFTER_THAT", "length BEFORE_THAT")
def after_that(length: Expr, before_that: bool = False) -> Expr | None:
    """ten years after that; "for months before that" is a length"""
    reckoned = shifted(MENTIONED, length, -1 if before_that else 1)
    return None if isinstance(reckoned, Vague) else reckoned


@rule(
    "quarter",
    "THE? ADJECTIVE|ALIKE? YEAR_UNIT DASH AGO|EARLIER part_of_year",
    "THE? ADJECTIVE|ALIKE? YEAR_UNIT DASH AGO|EARLIER QUARTER_UNIT|PERIOD?",
    "ARTICLE YEAR_UNIT DASH AGO|EARLIER",
)
def year_ago(part_of_year: Fields | None = None) -> Expr | None:
    """the year-ago quarter · year-earlier"""
    year = Shift(COMPARED, -1, Granularity.YEAR)
    return year if part_of_year is None else Within(Enclosing(year, Granularity.YEAR), part_of_year)


@rule(
    "text_unit", "THE? TEXT_DIRECTION UNIT", "TEXT_DIRECTION FISCAL UNIT", "THE TEXT_DIRECTION ADJECTIVE UNIT"
)
def text_unit(unit: Granularity, text_direction: int) -> Expr:
    """that month · the previous day · the same year"""
    if not text_direction:
        return Enclosing(TEXT, unit)
    return Shift(Enclosing(TEXT, unit), text_direction, unit)


@rule(
    "text_unit", "THE UNIT LATER", "THE UNIT EARLIER", "THE UNIT AFTER_THAT", "THE UNIT earlier:BEFORE_THAT"
)
def text_unit_beside(unit: Granularity, earlier: bool = False) -> Expr:
    """the day before · the year after · the week after that"""
    return Shift(Enclosing(TEXT, unit), -1 if earlier else 1, unit)


@rule("date", "THE DAY_UNIT BEFORE_WORD", "THE DAY_UNIT AFTER_WORD")
def day_beside_event(after_word: bool = False) -> Expr:
    """the day after (he was born) · the day before (the vote)"""
    return text_unit_beside(Granularity.DAY, earlier=not after_word)


@rule("text_unit", "THE DIRECTION FISCAL? UNIT")
def next_unit(unit: Granularity, direction: int) -> Expr | None:
    """the next day · the last week; "the last day" is that of something"""
    if unit is Granularity.DAY and direction < 0:
        return None
    anchor = TEXT if unit is Granularity.DAY else RUNNING
    return Shift(Enclosing(anchor, unit), direction, unit) if direction else Enclosing(anchor, unit)


@rule("day", "THE WEEKDAY LATER", "THE WEEKDAY EARLIER")
def text_weekday_beside(weekday: int, earlier: bool = False) -> Expr:
    """the Friday before · the Saturday after"""
    return Seek(TEXT, Direction.PAST if earlier else Direction.FUTURE, Fields(weekday=weekday))


@rule("day", "THE? TEXT_DIRECTION WEEKDAY")
def text_weekday(weekday: int, text_direction: int) -> Expr:
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


@rule("day", "THE? TEXT_DIRECTION HOLIDAY")
def text_holiday(holiday: str, text_direction: int) -> Expr:
    """the following Christmas"""
    if text_direction == 0:
        return Within(Enclosing(TEXT, Granularity.YEAR), Fields(holiday=holiday))
    return Seek(TEXT, Direction(text_direction), Fields(holiday=holiday))


@rule("season", "THE SEASON AFTER_THAT", "THE SEASON BEFORE_THAT")
def season_beside(season: int, before_that: bool = False) -> Seek:
    """the summer after that"""
    return Seek(TEXT, Direction.PAST if before_that else Direction.FUTURE, Fields(season=season))


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
    return Enclosing(BUSINESS, Granularity.QUARTER)


@rule("whole_unit", "THE WEEKEND_UNIT")
def the_weekend() -> Enclosing:
    """the weekend"""
    return Enclosing(Shift(RUNNING, -5, Granularity.DAY), Granularity.WEEKEND)


@rule("whole_unit", "THE ADJECTIVE? FISCAL? YEAR_UNIT", "THE CURRENT FISCAL YEAR_UNIT")
def the_year() -> Enclosing:
    """the year · the full year"""
    return Enclosing(RUNNING, Granularity.YEAR)
