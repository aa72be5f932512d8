"""Orders of words that other languages use for what English says otherwise: "la semaine dernière", "hace dos días"."""

from __future__ import annotations

from timeline import civil
from timeline.calendar.seek import fill
from timeline.civil import Granularity
from timeline.expression import (
    PUBLICATION,
    RUNNING,
    TEXT,
    Daypart,
    Direction,
    Enclosing,
    Expr,
    Length,
    Matching,
    Pair,
    Reach,
    Repeat,
    Shift,
    Years,
)
from timeline.tagging.grammar import Rules
from timeline.tagging.rules import absolute, clock, dayparts, deictic, lengths, narrative, parts, sets, years
from timeline.tagging.rules.numbers import Amount

RULES = Rules()
rule = RULES.rule

# -- what English puts first stands last -----------------------------------------------------------

rule("this_unit", "THE? UNIT direction:DIRECTION_AFTER", "DIRECTION UNIT DASH HERE")(deictic.calendar_unit)
rule("day", "THE? WEEKDAY direction:DIRECTION_AFTER")(deictic.directed_weekday)
rule("month", "THE? MONTH direction:DIRECTION_AFTER", "THE? DIRECTION MONTH_UNIT OF MONTH")(
    deictic.directed_month
)
rule("season", "THE? SEASON direction:DIRECTION_AFTER")(deictic.directed_season)
rule("day", "THE? HOLIDAY direction:DIRECTION_AFTER")(deictic.directed_holiday)
rule("text_unit", "THE? UNIT text_direction:TEXT_DIRECTION_AFTER")(narrative.text_unit)
rule("day", "THE? WEEKDAY text_direction:TEXT_DIRECTION_AFTER")(narrative.text_weekday)
rule("month", "THE? MONTH text_direction:TEXT_DIRECTION_AFTER")(narrative.text_month)
rule("season", "THE? SEASON text_direction:TEXT_DIRECTION_AFTER")(narrative.text_season)
rule("time", "THE DAYPART text_direction:TEXT_DIRECTION_AFTER")(dayparts.text_part)


@rule("text_unit", "DIRECTION UNIT DASH THERE")
def that_unit(unit: Granularity, direction: int) -> Enclosing | None:
    """cette année-là"""
    return Enclosing(TEXT, unit) if direction == 0 else None


@rule("day", "THE? TEXT_DAY")
def text_day(text_day: int) -> Shift:
    """la veille · le lendemain"""
    return Shift(Enclosing(TEXT, Granularity.DAY), text_day, Granularity.DAY)


# -- "ago" and "in" before the length ----------------------------------------------------------------


@rule("ago", "AGO_FIRST length")
def ago_first(length: Expr) -> Expr | None:
    """il y a deux ans · hace dos días · vor zwei Jahren"""
    return deictic.ago(length)


@rule("ago", "AHEAD_FIRST length:plain_length", "AHEAD_FIRST NEAR length:plain_length")
def ahead_first(length: Expr) -> Expr | None:
    """dans trois jours; but "dans les années" names no time to come"""
    return deictic.ago(length, ahead=True)


rule("ago", "AGO_FIRST number SEASONS")(deictic.seasons_ago)


@rule("ago", "number UNIT_AGO", "number UNIT_AHEAD")
def fused_ago(
    number: float, unit_ago: Granularity | None = None, unit_ahead: Granularity | None = None
) -> Expr | None:
    """3 दिवसांपूर्वी · 3 დღეში"""
    unit = unit_ago or unit_ahead
    return deictic.ago(Length(((number, unit),)), ahead=unit_ago is None) if unit else None


@rule("ago", "unit:UNIT|UNITS number AGO", "AHEAD_FIRST unit:UNIT|UNITS number")
def unit_first_ago(number: float, unit: Granularity, ahead_first: bool = False) -> Expr | None:
    """siku 3 zilizopita"""
    return deictic.ago(Length(((number, unit),)), ahead=ahead_first)


@rule("ago", "number SPECIAL_WEEK", "number SPECIAL_MONTH", "number SPECIAL_YEAR")
def special_units_ago(
    number: float,
    special_week: int | None = None,
    special_month: int | None = None,
    special_year: int | None = None,
) -> Expr | None:
    """2 minggu lalu: the words for last week with a number"""
    for count, unit in (
        (special_week, Granularity.WEEK),
        (special_month, Granularity.MONTH),
        (special_year, Granularity.YEAR),
    ):
        if count in (-1, 1):
            return deictic.ago(Length(((number, unit),)), ahead=count > 0)
    return None


@rule("day", "WEEKDAY IN_DAYS number")
def weekday_in(weekday: int, number: float) -> Shift | None:
    """vendredi en huit · lundi en quinze"""
    weeks = {8: 1, 15: 2}.get(int(number))
    return deictic.day_week(weekday, fortnight=weeks) if weeks else None


@rule("reached", "THE amount REACH unit:UNITS", "OF amount REACH unit:UNITS", "THE? REACH amount unit:UNITS")
def reach_after_number(reach: int, amount: Amount, unit: Granularity) -> Reach | None:
    """les trois derniers mois"""
    if amount.count == 1:
        return None
    return Reach(RUNNING, Direction(reach), Length(((amount.count, unit),)))


rule("plain_length", "ARTICLE|number UNIT|UNITS AND HALF")(lengths.and_a_half)

# -- dates -----------------------------------------------------------------------------------------

rule("day", "THE WEEKDAY COMMA? THE? day")(absolute.weekday_and_day)
rule("month", "THE? MONTH_UNIT OF MONTH", "THE? MONTH_UNIT OF MONTH OF? year_number")(absolute.month)
rule("century", "THE? unit:CENTURY_UNIT ordinal:ROMAN ERA?")(years.century)
rule(
    "range",
    "BETWEEN THE first:DAY|ORDINAL_DAY AND THE? last:DAY|ORDINAL_DAY OF? MONTH (OF? year_number)?",
    "BETWEEN first:DAY|ORDINAL_DAY AND last:DAY|ORDINAL_DAY OF MONTH OF year_number",
)(absolute.between_days)
rule(
    "range",
    "THE? first:DAY|ORDINAL_DAY TO THE? last:DAY|ORDINAL_DAY OF? MONTH OF year_number",
    "THE? first:DAY|ORDINAL_DAY DASH last:DAY|ORDINAL_DAY OF MONTH OF year_number",
    "THE? DAY_UNITS? first:DAY and_also:AND last:DAY OF MONTH (OF year_number)?",
)(absolute.days_of_month)
rule("range", "THE? DAY_UNITS? day:DAY COMMA|DASH second:DAY AND last:DAY OF MONTH (OF year_number)?")(
    absolute.three_days
)
rule(
    "range",
    "THE? side:SIDE? OF ordinal TO THE? side_of_last:SIDE? OF? last:ordinal CENTURY_UNIT ERA?",
    "CENTURY_UNIT ordinal:ROMAN TO THE? CENTURY_UNIT? last:ROMAN ERA?",
)(years.century_range)


@rule(
    "decade",
    "THE? DECADE_OPENER year:YEAR|TWO_DIGITS|DECADE_WORD",
    "SEVERAL DECADE_OPENER year:YEAR|DECADE_WORD",
    "THE? DECADE_UNIT OF THE? DECADE_OPENER? year:YEAR|TWO_DIGITS|DECADE_WORD",
)
def opened_decade(year: int) -> Years | None:
    """les années 1990 · los años noventa · la década de 1990"""
    first = year + 1900 if year < 100 else year
    return Years(first, first + 9, Granularity.DECADE) if first % 10 == 0 else None


@rule(
    "range",
    "THE? DECADE_OPENER first:YEAR|TWO_DIGITS and_also:AND last:YEAR|TWO_DIGITS",
    "THE? DECADE_OPENER first:YEAR|TWO_DIGITS TO last:YEAR|TWO_DIGITS",
)
def opened_decades(first: int, last: int, and_also: bool = False) -> Pair | None:
    """les années 70 et 80 · los años 1970 y 1980"""
    one, other = opened_decade(first), opened_decade(last)
    return Pair(one, other, stretch=not and_also) if one and other and one.first < other.first else None


# -- dotted days and numbered parts, as in "3. August 2022" --------------------------------------------

rule(
    "day",
    "THE? day:DAY ORDINAL_DOT MONTH",
    "THE? day:DAY ORDINAL_DOT MONTH year_number",
    "THE? WEEKDAY COMMA? THE? day:DAY ORDINAL_DOT MONTH year_number?",
)(absolute.day_month)
rule("century", "THE? ordinal:DAY ORDINAL_DOT unit:CENTURY_UNIT")(years.century)
rule("part_of_year", "ordinal:DAY ORDINAL_DOT QUARTER_UNIT")(absolute.quarter_number)

# -- years, months and days each with their mark, as in 2022年8月7日 ------------------------------------


@rule(
    "day",
    "year:YEAR YEAR_MARK month:DAY MONTH_MARK day:DAY DAY_MARK?",
    "year:YEAR YEAR_MARK ORDINAL_DOT? MONTH day:DAY (DAY_MARK ORDINAL_DOT?)?",
    "month:DAY MONTH_MARK day:DAY DAY_MARK",
    "MONTH day:DAY DAY_MARK",
    "year:YEAR ORDINAL_DOT MONTH day:DAY ORDINAL_DOT?",
    "year:YEAR DASH|ORDINAL_DOT? YEAR_MARK ORDINAL_DOT? COMMA? day:DAY DASH|ORDINAL_DOT? MONTH",
    "day:DAY DASH MONTH COMMA? year:YEAR",
    "day:DAY COMMA MONTH year:YEAR",
)
def marked_date(month: int, day: int, year: int | None = None) -> Matching | None:
    """2022年8月7日"""
    return absolute.dated(year=year, month=month, day=day)


@rule("day", "day COMMA? WEEKDAY")
def weekday_behind(day: Expr, weekday: int) -> Expr | None:
    """2022年8月7日日曜日; another weekday than the date's own begins something new"""
    date = fill(day.fields, day.fields.year) if isinstance(day, Matching) and day.fields.year else None
    return day if date is not None and civil.weekday(civil.day_of(date.start)) == weekday else None


@rule("month", "year:YEAR YEAR_MARK month:DAY MONTH_MARK", "year:YEAR YEAR_MARK MONTH")
def marked_month(year: int, month: int) -> Matching | None:
    """2022年8月"""
    return absolute.dated(year=year, month=month)


@rule("year", "YEAR YEAR_MARK")
def marked_year(year: int) -> Matching | None:
    """2022年"""
    return absolute.dated(year=year)


# -- parts of the day and the clock ----------------------------------------------------------------

rule(
    "time",
    "THE? day IN THE? DAYPART",
    "day AT THE DAYPART",
    "THE DAYPART OF|FROM day TO day",
    "THE? TEXT_DAY DAYPART",
)(dayparts.part_of_day)


@rule("time", "YESTERDAY_PART")
def yesterday_part(yesterday_part: str) -> Daypart:
    """anoche"""
    return Daypart(Shift(PUBLICATION, -1, Granularity.DAY), yesterday_part)


rule("moment", "AT_CLOCK CLOCK OCLOCK|HOUR_UNITS?", "CLOCK OCLOCK")(clock.clock)


@rule(
    "moment",
    "AT_CLOCK HOUR HOUR_UNITS?",
    "AT HOUR HOUR_UNITS",
    "AT_CLOCK CARDINAL",
)
def at_hour(hour: int = 0, cardinal: int = 0) -> clock.Moment | None:
    """à 10 heures · a las 10"""
    said = hour or cardinal
    return (said, 0, None) if said <= 24 else None


@rule("moment", "AT_CLOCK hour:HOUR|CARDINAL OF|IN THE? DAYPART", "HOUR HOUR_UNITS OF|IN THE? DAYPART")
def at_hour_in_part(hour: int, daypart: str) -> clock.Moment | None:
    """a las 5 de la tarde"""
    return clock.hour_in_part(hour, daypart)


# -- what comes again ------------------------------------------------------------------------------


@rule("set", "EVERY UNITS")
def every_units(every: int, units: Granularity) -> Repeat:
    """tous les jours · todos los días"""
    return Repeat(Length(((every, units),)))


rule("set", "EVERY WEEKDAYS", "THE WEEKDAYS", "ARTICLE WEEKDAY ONE_IN number")(sets.every_weekday)
rule("part", "SIDE_ADVERB base:WEEK_UNIT|MONTH_UNIT|YEAR_UNIT", "SIDE base:WEEK_UNIT|MONTH_UNIT|YEAR_UNIT")(
    parts.part_of_unit
)


# -- one word for a unit beside the publication's ----------------------------------------------------


@rule("this_unit", "SPECIAL_WEEK", "SPECIAL_MONTH", "SPECIAL_YEAR")
def special_unit(
    special_week: int | None = None, special_month: int | None = None, special_year: int | None = None
) -> Expr | None:
    """先週 · kuluva kuukausi"""
    for count, unit in (
        (special_week, Granularity.WEEK),
        (special_month, Granularity.MONTH),
        (special_year, Granularity.YEAR),
    ):
        if count is not None:
            return deictic.calendar_unit(unit, count)
    return None
