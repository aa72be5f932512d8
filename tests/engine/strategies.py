"""Texts, expressions and contexts for the properties of the engine."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline.civil import Granularity, days_from_civil
from timeline.expression import (
    Anchor,
    Clock,
    Daypart,
    Direction,
    Enclosing,
    Expr,
    Fields,
    Length,
    Matching,
    Move,
    Near,
    Nth,
    Part,
    Reach,
    Reference,
    Repeat,
    Seek,
    Shift,
    Side,
    Softened,
    Span,
    Vague,
    When,
    Within,
    Years,
)
from timeline.interval import Interval
from timeline.resolve import Context

YEARS = st.one_of(st.integers(1000, 2200), st.integers(-12_000, 12_000))
UNITS = st.sampled_from(Granularity)
# The units that people count; parts of the day, seasons and halves are not among them.
COUNTED = st.sampled_from([u for u in Granularity if u.name not in ("DAYPART", "SEASON", "HALF")])
COUNTS = st.one_of(st.integers(-40, 40), st.integers(-(10**9), 10**9))

DATES = st.builds(
    Fields, year=st.none() | YEARS, month=st.integers(1, 12), day=st.none() | st.integers(1, 31)
)
FIELDS = st.one_of(
    DATES,
    st.builds(Fields, year=YEARS),
    st.builds(Fields, weekday=st.integers(0, 6)),
    st.builds(Fields, year=st.none() | YEARS, quarter=st.integers(1, 4)),
    st.builds(Fields, year=st.none() | YEARS, half=st.integers(1, 2)),
    st.builds(Fields, year=st.none() | YEARS, season=st.integers(1, 4)),
    st.builds(
        Fields, year=st.none() | YEARS, holiday=st.sampled_from(["easter", "christmas", "thanksgiving"])
    ),
    st.builds(Fields, day=st.integers(1, 31)),
)
AMOUNTS = st.none() | st.integers(0, 10**7) | st.floats(0, 1000)
LENGTHS = st.builds(Length, st.lists(st.tuples(AMOUNTS, COUNTED), min_size=1, max_size=3).map(tuple))
SIDES = st.sampled_from([Direction.PAST, Direction.FUTURE])


def _years(first: int, size: int, unit: Granularity) -> Years:
    return Years(first, first + size, unit)


LEAVES: st.SearchStrategy[Expr] = st.one_of(
    st.builds(Anchor, st.sampled_from(Reference)),
    st.builds(Matching, FIELDS),
    st.builds(_years, YEARS, st.integers(0, 2000), UNITS),
    st.builds(Vague, st.sampled_from(When)),
    LENGTHS,
)


def _larger(base: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    return st.one_of(
        st.builds(Enclosing, base, UNITS),
        st.builds(Shift, base, COUNTS, UNITS),
        st.builds(Move, base, COUNTS, UNITS),
        st.builds(Seek, base, SIDES, FIELDS, st.booleans()),
        st.builds(Within, base, FIELDS),
        st.builds(Nth, base, st.integers(1, 60) | st.integers(-5, -1), UNITS, st.none() | st.integers(0, 6)),
        st.builds(Part, base, st.sampled_from(Side)),
        st.builds(Softened, base, st.sampled_from(Near)),
        st.builds(Daypart, base, st.sampled_from(["MO", "MI", "AF", "EV", "NI", "DT"])),
        st.builds(
            Clock, base, st.integers(0, 24), st.none() | st.integers(0, 59), st.none() | st.integers(0, 59)
        ),
        st.builds(Span, st.none() | base, base),
        st.builds(Reach, base, SIDES, LENGTHS),
        st.builds(Repeat, LENGTHS),
    )


EXPRESSIONS = st.recursive(LEAVES, _larger, max_leaves=6)


def _day(year: int, month: int, day: int) -> Interval:
    return Interval.of_day(days_from_civil(year, month, day))


DAYS = st.builds(_day, YEARS, st.integers(1, 12), st.integers(1, 28))
UNITS_OF_TIME = st.builds(lambda day, unit: Interval.of_unit(day.start, unit), DAYS, UNITS)
CONTEXTS = st.builds(
    Context,
    published=DAYS,
    text=st.none() | UNITS_OF_TIME,
    direction=st.none() | st.sampled_from([Direction.PAST, Direction.FUTURE]),
    history=st.booleans(),
)
