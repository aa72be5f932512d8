"""Dates reckoned from one that is named with them: "two days before Christmas", "three years ago today"."""

from __future__ import annotations

from timeline.civil import Granularity
from timeline.expression import Direction, Expr, Fields, Move, Seek
from timeline.shifting import shifted
from timeline.tagging.grammar import Rules

RULES = Rules()
rule = RULES.rule


@rule("day", "length BEFORE_WORD feast", "length AFTER_WORD feast")
def beside_feast(length: Expr, feast: Expr, before_word: bool = False) -> Expr | None:
    """two days before Christmas · a week after Easter 1916"""
    return shifted(feast, length, -1 if before_word else 1, Move)


@rule("day", "THE UNIT BEFORE_WORD feast", "THE UNIT AFTER_WORD feast")
def day_beside_feast(unit: Granularity, feast: Expr, before_word: bool = False) -> Move | None:
    """the day before Christmas"""
    return Move(feast, -1 if before_word else 1, unit) if unit is Granularity.DAY else None


@rule("day", "THE? WEEKDAY BEFORE_WORD feast", "THE? WEEKDAY AFTER_WORD feast")
def weekday_beside_feast(weekday: int, feast: Expr, before_word: bool = False) -> Seek:
    """the Friday before Easter 2019"""
    return Seek(feast, Direction.PAST if before_word else Direction.FUTURE, Fields(weekday=weekday))


@rule(
    "date",
    "length AGO base:day|this_unit",
    "length AGO ON base:day",
    "AGO_FIRST length base:day|this_unit",
)
def ago_beside(length: Expr, base: Expr) -> Expr | None:
    """three years ago this month · a year ago today · ten years ago on Monday"""
    return shifted(base, length, -1, Move)
