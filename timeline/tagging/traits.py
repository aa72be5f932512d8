"""What a reader must know of an expression before it is resolved, worked out once for each."""

from __future__ import annotations

from functools import lru_cache

from timeline.calendar.seek import fill
from timeline.civil import Granularity
from timeline.expression import (
    Anchor,
    Daypart,
    Direction,
    Enclosing,
    Expr,
    Fields,
    Length,
    Matching,
    Part,
    Reach,
    Reference,
    Repeat,
    Seek,
    Shift,
    Vague,
    Within,
    Years,
)
from timeline.frozen import Frozen
from timeline.interval import Interval


class Traits(Frozen):
    """What an expression says of itself.

    `reference` is what it says it is reckoned from, `open_fields` the fields of a date whose year the context must
    tell, `demonstrates` the unit that it points back to ("that month"), `year` the year that it names itself, `full`
    the date where it names year and month; each is None where it says nothing of the kind. `dates` tells that it
    names a date, and not a length, a repetition or "now", `beyond` that it is a unit or a part of the year beyond the
    date from which it is reckoned: "next summer".
    """

    reference: Reference | None
    open_fields: Fields | None
    demonstrates: Granularity | None
    year: int | None
    full: Interval | None
    dates: bool
    beyond: bool


@lru_cache(maxsize=65_536)
def traits_of(expression: Expr) -> Traits:
    """Give the traits of an expression."""
    core = _core(expression)
    fields = core.fields if isinstance(core, Matching) else None
    year = core.last if isinstance(core, Years) else fields.year if fields else None
    return Traits(
        reference=core.reference if isinstance(core, Anchor) else None,
        open_fields=fields if fields and fields.year is None else None,
        demonstrates=_demonstrated(expression),
        year=year,
        full=fill(fields, year) if fields and year is not None and fields.month is not None else None,
        dates=not isinstance(expression, Length | Repeat | Vague)
        and (year is not None or not isinstance(expression, Reach)),
        beyond=_is_beyond(expression),
    )


def _core(expression: Expr) -> Expr:
    """Give the innermost base of an expression, the first date of a range."""
    base = getattr(expression, "base", None) or getattr(expression, "first", None)
    return _core(base) if isinstance(base, Expr) else expression


def _is_beyond(expression: Expr) -> bool:
    match expression:
        case Shift(Enclosing(Anchor(reference)), count, unit) if unit > Granularity.DAY:
            return count > 0 and reference in (Reference.PUBLICATION, Reference.RUNNING)
        case Seek(Anchor(reference), Direction.FUTURE, fields) if fields.weekday is None:
            return reference in (Reference.PUBLICATION, Reference.RUNNING)
        case Within(base, _) | Part(base, _):
            return _is_beyond(base)
        case _:
            return False


def _demonstrated(expression: Expr) -> Granularity | None:
    match expression:
        case Enclosing(Anchor(Reference.TEXT), unit):
            return unit
        case Within(base, _) | Part(base, _) | Daypart(base, _):
            return _demonstrated(base)
        case _:
            return None
