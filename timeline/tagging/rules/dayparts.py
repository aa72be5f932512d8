"""Parts of the day: "Saturday night", "this morning", "the small hours of Sunday"."""

from __future__ import annotations

from timeline.civil import Granularity
from timeline.expression import (
    PUBLICATION,
    TEXT,
    Daypart,
    Enclosing,
    Expr,
    Fields,
    Matching,
    Pair,
    Part,
    Repeat,
    Shift,
    Side,
)
from timeline.tagging.grammar import Rules

RULES = Rules()
rule = RULES.rule

TODAY = Enclosing(PUBLICATION, Granularity.DAY)
THAT_DAY = Enclosing(TEXT, Granularity.DAY)


@rule(
    "time",
    "day DAYPART",
    "day OVER:SPECIAL_PART",
    "DAYPART OF day",
    "THE DAYPART OF THE? day",
    "DAYPART COMMA? day",
    "THE SIDE? DAYPART UNITS OF day",
    "DAYPART ON day",
    "daypart:YESTERDAY_PART ON? day",
)
def part_of_day(day: Expr, daypart: str = "NI") -> Daypart:
    """Saturday night · the morning of 29 April"""
    return Daypart(day, daypart)


@rule(
    "time",
    "SIDE DASH? DAYPART day",
    "SIDE IN THE DAYPART OF day",
    "SIDE DASH? DAYPART ON day",
    "THE? SIDE DASH? DAYPART OF day",
    "SIDE ON day DAYPART",
    "SIDE day DAYPART",
)
def side_part_of_day(side: Side, daypart: str, day: Expr) -> Part:
    """mid-afternoon yesterday"""
    return Part(Daypart(day, daypart), side)


@rule("time", "THE? SIDE? DAYPART OF relative:text_unit")
def part_of_text_day(daypart: str, relative: Expr, side: Side | None = None) -> Expr | None:
    """the morning of the following day · the late afternoon of that day"""
    if not isinstance(relative, Enclosing | Shift) or relative.unit is not Granularity.DAY:
        return None
    return Part(Daypart(relative, daypart), side) if side else Daypart(relative, daypart)


@rule("time", "DIRECTION DAYPART", "SIDE_ADVERB DIRECTION DAYPART")
def directed_part(direction: int, daypart: str) -> Daypart:
    """this morning · last night"""
    return Daypart(Shift(PUBLICATION, direction, Granularity.DAY), daypart)


@rule("time", "SPECIAL_PART")
def special_part(special_part: str) -> Daypart:
    """tonight"""
    return Daypart(TODAY, special_part)


@rule("time", "SIDE? THE? TEXT_DIRECTION DAYPART", "SIDE? THE DIRECTION DAYPART")
def text_part(daypart: str, text_direction: int = 0, direction: int = 0) -> Expr:
    """that morning · the next morning"""
    count = text_direction or direction
    return Daypart(Shift(TEXT, count, Granularity.DAY) if count else THAT_DAY, daypart)


@rule("time", "THE DAYPART LATER", "THE DAYPART EARLIER")
def part_beside(daypart: str, earlier: bool = False) -> Daypart:
    """the night before · the morning after"""
    return Daypart(Shift(TEXT, -1 if earlier else 1, Granularity.DAY), daypart)


@rule("time", "SIDE DASH? DAYPART", "THE DAYPART", "THE SIDE DAYPART")
def the_part(daypart: str, side: Side | None = None) -> Expr:
    """the morning · mid afternoon"""
    return Part(Daypart(THAT_DAY, daypart), side) if side else Daypart(THAT_DAY, daypart)


@rule("set", "SET_PART")
def set_part(set_part: str) -> Repeat:
    """at night · by day"""
    return Repeat(Daypart(Matching(Fields()), set_part))


@rule(
    "set",
    "EVERY DAYPART",
    "WEEKDAY daypart:DAYPARTS",
    "WEEKDAYS DAYPART",
    "WEEKDAYS daypart:DAYPARTS",
    "EVERY WEEKDAY DAYPART",
)
def every_part(daypart: str, weekday: int | None = None, weekdays: int | None = None) -> Repeat:
    """every morning · Sunday mornings"""
    return Repeat(Daypart(Matching(Fields(weekday=weekday if weekday is not None else weekdays)), daypart))


@rule("set", "WEEKDAY AND other:WEEKDAY daypart:DAYPARTS")
def every_two_parts(weekday: int, other: int, daypart: str) -> Pair:
    """Monday and Tuesday nights"""
    first, last = (Repeat(Daypart(Matching(Fields(weekday=day)), daypart)) for day in (weekday, other))
    return Pair(first, last, stretch=False)


@rule("time", "THE? SMALL_HOURS OF day", "THE? SMALL_HOURS")
def small_hours(day: Expr = THAT_DAY) -> Part:
    """the small hours of Sunday"""
    return Part(Daypart(day, "MO"), Side.START)


@rule("time", "THE SIDE HOUR_UNITS OF day", "SIDE HOUR_UNITS OF day", "THE SIDE HOUR_UNITS OF day DAYPART")
def early_hours(side: Side, day: Expr) -> Part:
    """the early hours of Sunday"""
    return Part(Daypart(day, "MO" if side is Side.START else "NI"), side)
