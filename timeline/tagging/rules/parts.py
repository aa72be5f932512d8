"""The start, middle and end of a date, and times without a date: "late last month", "now", "recent weeks"."""

from __future__ import annotations

from timeline.civil import Granularity
from timeline.expression import (
    RUNNING,
    TEXT,
    Enclosing,
    Expr,
    Fields,
    Matching,
    Part,
    Side,
    Vague,
    When,
    Years,
)
from timeline.tagging.grammar import Rules

RULES = Rules()
rule = RULES.rule

RULES.alias("date", "part")
RULES.alias("reference", "ref")


@rule(
    "part",
    "SIDE DASH? base:day|period",
    "THE SIDE base:day|period",
    "THE SIDE DASH base:year|decade|century",
    "SIDE THE? base:period|MONTH",
    "SIDE ON base:day",
)
def part(side: Side, base: Expr) -> Part | None:
    """late last month · mid-2019 · early March"""
    return Part(base, side) if isinstance(base, Expr) and not _is_half(base) else None


@rule(
    "part",
    "SIDE_ADVERB base:day|period",
    "SIDE_ADVERB THE base:UNIT",
    "SIDE_ADVERB IN base:day|period",
    "SIDE_ADVERB IN? THE base:UNIT",
)
def adverbial_part(side_adverb: Side, base: Expr | Granularity) -> Expr | None:
    """earlier this month · later that year · late in 1986"""
    if isinstance(base, Granularity):
        return Part(Enclosing(RUNNING, base), side_adverb) if base >= Granularity.DAY else None
    return None if _is_half(base) else Part(base, side_adverb)


def _is_half(base: Expr) -> bool:
    """Whether it is a half without a year: "early in the second half" is told of games."""
    return isinstance(base, Matching) and base.fields.half is not None and base.fields.year is None


@rule(
    "part",
    "THE? SIDE_OF OF base:day|period|century",
    "THE? SIDE_OF OF THE? base:UNIT",
    "THE? YEAR_UNIT POSSESSIVE? DASH? END_WORD",
    "END_WORD DASH base:month|year",
)
def part_of(base: Expr | Granularity | None = None, side_of: Side = Side.END) -> Expr | None:
    """the end of November · the beginning of the year · year-end · end-June"""
    if base is None:
        return Part(Enclosing(RUNNING, Granularity.YEAR), Side.END)
    if isinstance(base, Granularity):
        return Part(Enclosing(RUNNING, base), side_of) if base >= Granularity.DAY else None
    return None if _is_half(base) else Part(base, side_of)


@rule("part", "THE FINAL UNITS OF base:month|year|decade|century", "THE FINAL UNITS OF THE base:UNIT")
@rule(
    "part",
    "THE ordinal:ORDINAL|OPENING UNITS OF base:month|year|decade|century",
    "THE ordinal:OPENING UNITS OF THE base:UNIT",
)
def units_of(units: Granularity, base: Expr | Granularity, ordinal: int = -1) -> Part | None:
    """the last days of July · the first weeks of 1905 · the early years of the 19th century"""
    whole = Enclosing(RUNNING, base) if isinstance(base, Granularity) else base
    size = base if isinstance(base, Granularity) else _size(base)
    if size is None or abs(ordinal) != 1 or not Granularity.DAY <= units < size:
        return None
    return Part(whole, Side.START if ordinal == 1 else Side.END)


def _size(date: Expr) -> Granularity | None:
    if isinstance(date, Years):
        return date.unit
    return date.fields.granularity if isinstance(date, Matching) else None


@rule("part", "THE? part_of_year OF month")
def half_of_month(part_of_year: Fields, month: Expr) -> Part | None:
    """the first half of May"""
    if part_of_year.half is None:
        return None
    return Part(month, Side.START if part_of_year.half == 1 else Side.END)


def part_of_unit(base: Granularity, side: Side | None = None, side_adverb: Side | None = None) -> Part | None:
    """à la fin du mois · a finales de mes"""
    said = side or side_adverb
    return Part(Enclosing(RUNNING, base), said) if said else None


@rule("part", "SIDE DASH base:WEEK_UNIT|MONTH_UNIT|DECADE_UNIT|CENTURY_UNIT")
def mid_unit(side: Side, base: Granularity) -> Part | None:
    """mid-century · mid-week"""
    return Part(Enclosing(RUNNING, base), side) if side is Side.MID else None


@rule("part", "THE? base:UNIT POSSESSIVE END_WORD", "base:UNIT DASH END_WORD")
def unit_end(base: Granularity) -> Part:
    """month's end"""
    return Part(Enclosing(RUNNING, base), Side.END)


@rule("date", "SOMETIME base:day|period")
def sometime(base: Expr) -> Expr:
    """sometime next year"""
    return base


@rule("ref", "THE REFERENCE_NOUN")
def the_past(reference_noun: When) -> Vague:
    """the past · the future"""
    return Vague(reference_noun)


@rule("ref", "REFERENCE", "REFERENCE_ADJECTIVE")
def vague(reference: When | None = None, reference_adjective: When | None = None) -> Vague | None:
    """now · recently · the future"""
    when = reference or reference_adjective
    return Vague(when) if when else None


@rule("ref", "EPITHET")
def epithet(epithet: When) -> Vague:
    """recent victories · the former king"""
    return Vague(epithet, TEXT)


@rule("ref", "THIS_TIME", "BY|NEAR this_time:TIME_HERE")
def this_time(this_time: When) -> Vague:
    """by this time: in a history, where it is"""
    return Vague(this_time, TEXT)


@rule("ref", "MODAL CARDINAL DAY_UNIT")
def some_day(cardinal: int) -> Vague | None:
    """will one day: not a day's length, but some day to come"""
    return Vague(When.FUTURE) if cardinal == 1 else None


@rule("ref", "REACH UNITS", "THE? REACH UNITS AND UNITS", "THE UNITS AHEAD")
def recent_units(reach: int = 1) -> Vague:
    """recent years · coming quarters"""
    return Vague(When.PAST if reach < 0 else When.FUTURE)
