"""Times that come again: "every other Thursday", "annually", "twice a week"."""

from __future__ import annotations

from timeline.civil import Granularity
from timeline.expression import TEXT, Daypart, Enclosing, Fields, Length, Matching, Repeat
from timeline.tagging.grammar import Rules

RULES = Rules()
rule = RULES.rule


@rule("set", "EVERY ADJECTIVE? UNIT", "EVERY number UNITS", "EVERY ordinal UNIT")
def every(
    every: int,
    unit: Granularity | None = None,
    units: Granularity | None = None,
    number: float = 1,
    ordinal: int = 1,
) -> Repeat:
    """every day · every other day · every two years · every third week"""
    of = unit or units or Granularity.DAY
    return Repeat(Length(((every * number * ordinal, of),)))


@rule("set", "EVERY OF THE? REACH? plain_length")
def each_of(plain_length: Length) -> Repeat:
    """each of the past three years"""
    return Repeat(Length(((1, plain_length.parts[0][1]),)))


@rule("set", "THE? REACH amount SEASONS|WEEKDAYS")
def the_last_ones(seasons: int | None = None, weekdays: int | None = None) -> Repeat:
    """the past three summers · the last few Sundays"""
    return Repeat(Fields(season=seasons, weekday=weekdays))


@rule(
    "set",
    "MOST UNITS",
    "MOST|SEVERAL WEEKDAYS",
    "MOST|SEVERAL WEEKDAYS daypart:DAYPARTS",
    "MOST daypart:DAYPARTS",
)
def most(units: Granularity | None = None, weekdays: int | None = None, daypart: str = "") -> Repeat:
    """most days · most Saturdays · many Sunday mornings · most nights"""
    if units is not None:
        return Repeat(Length(((1, units),)))
    days = Matching(Fields(weekday=weekdays))
    return Repeat(Daypart(days, daypart) if daypart else days.fields)


@rule("set", "WEEKEND_UNITS")
def weekends() -> Repeat:
    """weekends"""
    return Repeat(Enclosing(TEXT, Granularity.WEEKEND))


@rule("set", "FREQUENCY")
def frequency(frequency: Granularity) -> Repeat:
    """daily · annually"""
    return Repeat(Length(((1, frequency),)))


@rule("other", "number HOUR_UNITS ARTICLE DAY_UNIT")
def always(number: float) -> Repeat | None:
    """24 hours a day: always, as 24/7 is"""
    return Repeat(Length(((1, Granularity.DAY),))) if number == 24 else None


@rule(
    "set",
    "number HOUR_UNITS|MINUTE_UNITS ARTICLE unit:DAY_UNIT|WEEK_UNIT",
    "number DAY_UNITS ARTICLE unit:WEEK_UNIT|MONTH_UNIT",
)
def hours_a_day(unit: Granularity) -> Repeat:
    """eight hours a day · three days a week"""
    return Repeat(Length(((1, unit),)))


@rule("set", "PER UNIT", "TIMES ARTICLE UNIT", "TIMES PER UNIT", "TIMES EVERY UNIT")
def per(unit: Granularity, times: bool = False) -> Repeat | None:
    """per month · twice a week; a speed per hour or second tells no time"""
    return Repeat(Length(((1, unit),))) if times or unit >= Granularity.DAY else None


@rule("set", "EVERY WEEKDAY", "EVERY ordinal WEEKDAY", "EVERY WEEKDAY AND|OR other:WEEKDAY", "WEEKDAYS")
def every_weekday(weekday: int | None = None, weekdays: int | None = None) -> Repeat:
    """every Thursday · every second Friday · Mondays"""
    return Repeat(Fields(weekday=weekday if weekday is not None else weekdays))


@rule("set", "EVERY HOLIDAY")
def every_holiday() -> Repeat:
    """every Christmas"""
    return Repeat(Length(((1, Granularity.YEAR),)))


@rule("set", "EVERY MONTH", "EVERY SEASON")
def every_month(month: int | None = None, season: int | None = None) -> Repeat:
    """each July · every summer"""
    return Repeat(Fields(month=month, season=season))


@rule(
    "set",
    "THE? number:ordinal|FINAL WEEKDAY OF|IN EVERY MONTH_UNIT",
    "EVERY ordinal WEEKDAY OF THE MONTH_UNIT",
)
def weekday_of_every_month(month_unit: Granularity) -> Repeat:
    """the first Monday of every month"""
    return Repeat(Length(((1, month_unit),)))
