"""Times on the clock: "noon Thursday", "5:30 p.m.", "three o'clock yesterday afternoon"."""

from __future__ import annotations

from timeline.civil import Granularity, month_length
from timeline.expression import (
    PUBLICATION,
    TEXT,
    Clock,
    Daypart,
    Enclosing,
    Expr,
    Fields,
    Matching,
    Pair,
    Shift,
)
from timeline.tagging.grammar import Rules
from timeline.tagging.rules.absolute import between_days
from timeline.tagging.rules.dayparts import THAT_DAY, TODAY

Moment = tuple[int, int | None, int | None]  # hour, minute, second

_HALF_DAY = 12  # hours
# The hours from which on a part of the day names those after noon: "three this afternoon", but "three at night".
_FIRST_HOUR = {"AF": 1, "EV": 4, "NI": 6}

RULES = Rules()
rule = RULES.rule


@rule("moment", "CLOCK ZONE?", "CLOCK MERIDIEM ZONE?", "clock:CLOCK|BARE_CLOCK HOURS_MARK ZONE?")
def clock(clock: tuple[int, int, int | None], meridiem: int | None = None) -> Moment | None:
    """17:30 · 5:30 p.m. · 0930 hours"""
    hour = _hour(clock[0], meridiem)
    return (hour, clock[1], clock[2]) if hour is not None else None


@rule("moment", "BARE_CLOCK ZONE")
def bare_clock(bare_clock: Moment, zone: str) -> Moment | None:
    """0930 GMT; but "31 May 2009 local time" has a year"""
    return bare_clock if zone == "X" else None


@rule(
    "moment", "HOUR MERIDIEM ZONE?", "HOUR OCLOCK MERIDIEM?", "CARDINAL OCLOCK MERIDIEM?", "CARDINAL MERIDIEM"
)
def hour(hour: int | None = None, cardinal: int = 0, meridiem: int | None = None) -> Moment | None:
    """5 p.m. · five o'clock"""
    of_day = _hour(hour if hour is not None else cardinal, meridiem)
    return (of_day, 0, None) if of_day is not None else None


@rule("moment", "CLOCK IN THE DAYPART")
def clock_in_part(clock: Moment, daypart: str) -> Moment | None:
    """5:30 in the morning"""
    of_day = _hour(clock[0], 0 if daypart == "MO" else 12)
    return (of_day, clock[1], clock[2]) if of_day is not None else None


@rule("moment", "PAST_HOUR hour_said:HOUR|CARDINAL")
def past_hour(past_hour: int, hour_said: int) -> Moment | None:
    """half past five · a quarter to six"""
    hour, minute = divmod(hour_said * 60 + past_hour, 60)
    return (hour, minute, None) if 1 <= hour_said <= 12 else None


@rule(
    "moment",
    "minutes:HOUR|CARDINAL|TENS|small_number MINUTE_UNITS? PAST hour_said:HOUR|CARDINAL",
    "minutes:HOUR|CARDINAL|TENS|small_number MINUTE_UNITS PAST|AFTER_WORD hour_said:CLOCK_WORD",
    "minutes:HOUR|CARDINAL|TENS|small_number MINUTE_UNITS before:TO|BEFORE_WORD hour_said:HOUR|CARDINAL|CLOCK_WORD",
)
def minutes_past(minutes: int, hour_said: int, before: bool = False) -> Moment | None:
    """five past three · ten minutes to midnight"""
    hour, minute = divmod(hour_said * 60 + (-minutes if before else minutes), 60)
    return (hour, minute, None) if 0 < minutes < 60 and 0 <= hour <= 24 else None


@rule(
    "moment",
    "HOUR IN THE DAYPART",
    "HOUR OCLOCK IN THE DAYPART",
    "HOUR daypart:SET_PART",
    "AT NEAR? hour:CARDINAL IN THE DAYPART",
)
def hour_in_part(hour: int, daypart: str) -> Moment | None:
    """4 in the morning"""
    of_day = _hour(hour, 0 if daypart == "MO" else 12)
    return (of_day, 0, None) if of_day is not None else None


@rule("moment", "CLOCK_WORD ZONE?", "MERIDIEM")
def clock_word(clock_word: int | None = None) -> Moment | None:
    """noon"""
    return (clock_word, 0, None) if clock_word is not None else None


def _hour(hour: int, meridiem: int | None) -> int | None:
    if meridiem is None:
        return hour
    return hour % 12 + meridiem if 1 <= hour <= 12 else None


@rule("time", "AT BARE_CLOCK ON? day", "AT BARE_CLOCK COMMA day")
def bare_clock_of_day(bare_clock: Moment, day: Expr) -> Clock:
    """at 0200 on 6 June 1944"""
    return Clock(day, *bare_clock)


@rule("time", "moment COMMA? ON? day", "day COMMA? AT? moment", "moment OF day")
def clock_of_day(moment: Moment, day: Expr) -> Clock:
    """10 p.m. Wednesday · May 8, 1:00 a.m."""
    return Clock(day, *moment)


@rule("time", "moment ON|IN THE DAYPART OF day", "moment COMMA? ON? day DAYPART")
def clock_in_part_of_day(moment: Moment, daypart: str, day: Expr) -> Clock:
    """5:30 on the morning of 8 August · three o'clock yesterday afternoon"""
    return Clock(day, _in_part(moment[0], daypart), *moment[1:])


@rule("time", "moment SPECIAL_PART", "AT NEAR? hour:HOUR|CARDINAL SPECIAL_PART")
def clock_of_special_part(special_part: str, moment: Moment | None = None, hour: int = 0) -> Clock | None:
    """8 p.m. tonight · midnight tonight · at eight tonight"""
    said, *finer = moment or (hour, 0, None)
    return Clock(TODAY, _in_part(said, special_part), *finer) if said <= 24 else None


@rule(
    "time",
    "moment THE? DIRECTION DAYPART",
    "moment THE? TEXT_DIRECTION DAYPART",
    "AT NEAR? hour_said:HOUR|CARDINAL DIRECTION DAYPART",
)
def clock_of_part(
    daypart: str,
    direction: int = 0,
    text_direction: int | None = None,
    the: bool = False,
    moment: Moment | None = None,
    hour_said: int = 0,
) -> Clock:
    """six o'clock this evening · nine o'clock the next morning · at one that afternoon · at four this morning"""
    moment = moment or (hour_said, 0, None)
    if the or text_direction is not None:
        count = text_direction or direction
        day: Expr = Shift(TEXT, count, Granularity.DAY) if count else THAT_DAY
    else:
        day = Shift(PUBLICATION, direction, Granularity.DAY)
    return Clock(day, _in_part(moment[0], daypart), *moment[1:])


def _in_part(hour: int, daypart: str) -> int:
    is_after_noon = _FIRST_HOUR.get(daypart, 24) <= hour < 12
    return hour + 12 * is_after_noon


@rule("time", "THE? DAYPART OF|FROM first:DAY TO|DASH last:DAY OF? MONTH year_number?")
def night_of_two_days(
    daypart: str, first: int, last: int, month: int, year_number: int | None = None
) -> Daypart | None:
    """the night of 11 to 12 November: the one that begins on the first"""
    days = between_days(first, last, month, year_number) if last == first + 1 else None
    return Daypart(days, daypart) if days else None


@rule("time", "moment COMMA? ON? relative:text_unit", "relative:text_unit COMMA? AT? moment")
def clock_of_text_day(moment: Moment, relative: Expr) -> Clock | None:
    """noon the next day · the same day at 4 p.m."""
    is_day = isinstance(relative, Enclosing | Shift) and relative.unit is Granularity.DAY
    return Clock(relative, *moment) if is_day else None


@rule(
    "range",
    "FROM? hour:HOUR TO|DASH last:HOUR MERIDIEM ZONE? (ON? day)?",
    "BETWEEN hour:HOUR AND last:HOUR MERIDIEM ZONE? (ON? day)?",
)
def hours(hour: int, last: int, meridiem: int, day: Expr = THAT_DAY) -> Pair | None:
    """from 4 to 8 p.m. on Monday · 11-2 p.m.: from before noon where it counts on beyond twelve"""
    end, start = _hour(last, meridiem), _hour(hour, meridiem)
    if end is None or start is None:
        return None
    if start >= end:
        start -= _HALF_DAY
    return Pair(Clock(day, start, 0), Clock(day, end, 0)) if start >= 0 else None


@rule("time", "moment")
def clock_alone(moment: Moment) -> Clock:
    """10:57"""
    return Clock(THAT_DAY, *moment)


@rule("time", "ISO_MOMENT ZONE?")
def iso_moment(iso_moment: tuple[tuple[int, int, int], Moment]) -> Clock | None:
    """2022-08-07T10:30:00Z"""
    (year, month, day), moment = iso_moment
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        return None
    return Clock(Matching(Fields(year=year, month=month, day=day)), *moment)
