"""Lengths of time: "two and a half years", "several weeks", "the past 18 months"."""

from __future__ import annotations

from timeline.civil import Granularity
from timeline.expression import (
    COMPARED,
    RUNNING,
    TEXT,
    Direction,
    Expr,
    Length,
    Near,
    Pair,
    Reach,
    Shift,
    Softened,
)
from timeline.tagging.grammar import Rules
from timeline.tagging.rules.numbers import Amount

RULES = Rules()
rule = RULES.rule

_UNTOLD = Amount(None)

RULES.alias("length", "plain_length")
RULES.alias("plain_length", "told_length", "untold_length", "attributive")


@rule("told_length", "amount ADJECTIVE? ADJECTIVE? unit:UNIT|UNITS", "amount unit:UNITS POSSESSIVE")
@rule(  # without the article, which is that of the noun: "the three-day summit"
    "attributive",
    "amount DASH ADJECTIVE? ADJECTIVE? DASH? unit:UNIT|UNITS",
    "amount ADJECTIVE ADJECTIVE? DASH unit:UNIT|UNITS",
)
def length(amount: Amount, unit: Granularity) -> Length | None:
    """two years · five-year · several months"""
    return Length(((amount.count, unit),)) if unit is not Granularity.WEEKEND else None


@rule("told_length", "ARTICLE ADJECTIVE? UNIT", "ARTICLE UNIT POSSESSIVE")
def one(unit: Granularity) -> Length | None:
    """a week · another year"""
    return Length(((1, unit),)) if unit not in (Granularity.QUARTER, Granularity.WEEKEND) else None


@rule("told_length", "WHOLE UNIT")
def whole(unit: Granularity) -> Length | None:
    """the whole week"""
    return Length(((1, unit),)) if unit >= Granularity.DAY and unit is not Granularity.WEEKEND else None


@rule("length", "length LATER|EARLIER THAN")
def than_planned(length: Expr) -> Expr:
    """a month later than planned: a length, and no date"""
    return length


@rule("untold_length", "UNITS", "UNITS OR UNITS", "UNITS AND UNITS")
def some(units: Granularity) -> Length | None:
    """years · weeks or months"""
    return Length(((None, units),)) if units >= Granularity.DAY and units is not Granularity.WEEKEND else None


@rule("told_length", "ARTICLE UNIT OR number", "ARTICLE UNIT OR amount UNITS")
def one_or(unit: Granularity) -> Length:
    """a year or two"""
    return Length(((None, unit),))


@rule("told_length", "ARTICLE|number UNIT|UNITS AND ARTICLE HALF", "UNIT DASH AND DASH ARTICLE DASH HALF")
def and_a_half(
    number: float = 1, unit: Granularity | None = None, units: Granularity | None = None
) -> Length | None:
    """a year and a half"""
    of = unit or units
    return Length(((number + 0.5, of),)) if of else None


@rule("told_length", "HALF DASH? UNIT", "HALF ARTICLE UNIT", "ARTICLE HALF DASH? UNIT")
def half(unit: Granularity) -> Length:
    """half a year · half-century"""
    return Length(((0.5, unit),))


@rule(
    "told_length",
    "ARTICLE QUARTER_UNIT OF ARTICLE unit:UNIT",
    "ARTICLE QUARTER_UNIT DASH? unit:CENTURY_UNIT|HOUR_UNIT",
    "number DASH? QUARTER_UNITS OF ARTICLE unit:UNIT",
)
def quarters(unit: Granularity, number: float = 1) -> Length | None:
    """a quarter of an hour · three-quarters of a century"""
    return Length(((number / 4, unit),)) if number < 4 and unit is not Granularity.QUARTER else None


@rule("told_length", "told_length COMMA? AND? told_length")
def compound(told_length: Length, told_length_2: Length) -> Length | None:
    """two years and three months"""
    (last, unit), (count, smaller) = told_length.parts[-1], told_length_2.parts[0]
    if last is None or last != int(last) or count is None or smaller >= unit:
        return None
    return Length(told_length.parts + told_length_2.parts)


@rule("told_length", "number FORTNIGHT", "ARTICLE FORTNIGHT")
def fortnight(fortnight: int, number: float = 1) -> Length:
    """a fortnight"""
    return Length(((number * fortnight, Granularity.WEEK),))


@rule("length", "plain_length DASH? LONG", "plain_length SO")
def long(plain_length: Length) -> Length:
    """ten days long · a year or so"""
    return plain_length


@rule("length", "told_length TO THE DAY_UNIT")
def to_the_day(told_length: Length) -> Length:
    """three months to the day: exactly so long"""
    return told_length


@rule("other", "IDIOM UNITS")
def as_many(units: Granularity) -> Amount | None:
    """as many years: the number told before"""
    return Amount(None) if units else None


@rule("other", "number DASH QUARTER_UNITS", "NEAR number DASH QUARTER_UNITS")
def fourths(number: float) -> Amount:
    """three-quarters: a fraction"""
    return Amount(number / 4)


@rule("other", "THE|WHOSE? plain_length DASH? OLD", "NEAR plain_length DASH? OLD")
def age(plain_length: Length) -> Length:
    """22 years old: an age, not a time"""
    return plain_length


@rule("length", "UNIT DASH? LONG", "UNITS DASH LONG")
def unit_long(unit: Granularity | None = None, units: Granularity | None = None) -> Length | None:
    """month-long · months-long"""
    return Length(((1, unit),)) if unit else Length(((None, units),)) if units else None


@rule("length", "WITHIN unit:HOUR_UNITS|MINUTE_UNITS")
def within_hours(unit: Granularity) -> Softened:
    """within hours"""
    return Softened(Length(((None, unit),)), Near.EQUAL_OR_LESS)


@rule(
    "length",
    "NEAR length",
    "THE NEAR length",
    "NEAR THE length",
    "near:NEAR_NUMBER plain_length",
    "WITHIN length",
)
def softened(
    near: Near = Near.EQUAL_OR_LESS, length: Expr | None = None, plain_length: Expr | None = None
) -> Softened | None:
    """about a week · more than two years · within days"""
    base = length or plain_length
    return Softened(base, near) if base else None


@rule("length", "THE ADJECTIVE? plain_length:told_length|untold_length")
def the_length(plain_length: Length) -> Length | None:
    """the four days · the years"""
    return plain_length


@rule("reached", "THE? REACH told_length SO?", "THE? REACH NEAR told_length")
def reach(reach: int, told_length: Length) -> Reach | None:
    """the past three months · the next two years"""
    return Reach(RUNNING, Direction(reach), told_length)


@rule("length", "THE FISCAL? YEAR_UNIT ENDED|TO")
def business_year() -> Length:
    """the year ended March 31 · the year to March"""
    return Length(((1, Granularity.YEAR),))


@rule("range", "THE unit:WEEK_UNIT|MONTH_UNIT|DECADE_UNIT ENDED|TO ON? last:day|month|year")
def unit_ended(unit: Granularity, last: Expr) -> Pair:
    """the week ended July 30 · the decade to 2010"""
    return Pair(Length(((1, unit),)), last, stretch=False)


@rule(
    "reached",
    "THE? TEXT_DIRECTION told_length",
    "THE amount TEXT_DIRECTION unit:UNITS",
    "THE TEXT_DIRECTION unit:UNITS",
)
def reach_from_text(
    text_direction: int,
    told_length: Length | None = None,
    amount: Amount = _UNTOLD,
    unit: Granularity | None = None,
) -> Reach | None:
    """the previous two years · the four previous weeks · the following days"""
    length = told_length or (Length(((amount.count, unit),)) if unit is not None else None)
    return Reach(TEXT, Direction(text_direction), length) if length and text_direction else None


@rule("reached", "THE REACH UNITS", "REACH shorter:UNITS")
def reach_untold(
    reach: int, units: Granularity | None = None, shorter: Granularity = Granularity.DAY
) -> Reach | None:
    """the coming years · recent weeks; "recent years" are no length"""
    if shorter >= Granularity.QUARTER:
        return None
    units = units or shorter
    return Reach(RUNNING, Direction(reach), Length(((None, units),)))


@rule("reached", "THE REACH UNIT AND ARTICLE HALF")
def reach_one_and_a_half(reach: int, unit: Granularity) -> Reach:
    """the past year and a half"""
    return Reach(RUNNING, Direction(reach), Length(((1.5, unit),)))


@rule("length", "NEAR reached", "reached")
def reached(reached: Reach) -> Reach:
    """at least the past 18 months"""
    return reached


@rule("length", "THE? ordinal:ORDINAL|OPENING plain_length", "THE? FINAL plain_length")
def opening_length(plain_length: Length, ordinal: int = 1) -> Length | None:
    """the first nine months"""
    return plain_length if ordinal == 1 and plain_length.parts[0] != (1, Granularity.QUARTER) else None


@rule("length", "THE? ALIKE? YEAR_UNIT DASH AGO|EARLIER plain_length")
def year_ago_length(plain_length: Length) -> Reach:
    """the year-earlier nine months: the first ones of the year that is compared"""
    return Reach(Shift(COMPARED, -1, Granularity.YEAR), Direction.FUTURE, plain_length)


@rule(
    "length",
    "THE? ordinal:ORDINAL|OPENING plain_length OF|IN base:year|month",
    "THE? FINAL plain_length OF|IN base:year|month",
)
def length_within(plain_length: Length, base: Expr, ordinal: int = -1) -> Reach | None:
    """the first ten months of 1915 · the last two weeks of May"""
    if abs(ordinal) != 1 or plain_length.parts[0][0] is None:
        return None
    return Reach(base, Direction.FUTURE if ordinal == 1 else Direction.PAST, plain_length)


@rule(
    "reached",
    "THE REACH unit:DECADE_UNIT|CENTURY_UNIT|MILLENNIUM_UNIT",
    "THE direction:DIRECTION unit:DECADE_UNIT|CENTURY_UNIT|MILLENNIUM_UNIT",
)
def reach_one(unit: Granularity, reach: int = 0, direction: int = 0) -> Reach:
    """the past decade"""
    return Reach(RUNNING, Direction(reach or direction), Length(((1, unit),)))
