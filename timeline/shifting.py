"""Moves by a length: what "two years and three months" does to a date."""

from __future__ import annotations

from timeline.civil import Granularity
from timeline.expression import (
    PUBLICATION,
    Anchor,
    Expr,
    Length,
    Move,
    Shift,
    Softened,
    Vague,
    When,
)


def shifted(anchor: Expr, length: Expr, sign: int, operator: type[Shift | Move] = Shift) -> Expr | None:
    """Give the anchor moved by a length, forward or back by `sign`; None for what is no plain length.

    `operator` says at which size the result is named: at that of the length, or at the anchor's own.
    """
    near = length.near if isinstance(length, Softened) else None
    plain = length.base if isinstance(length, Softened) else length
    if not isinstance(plain, Length):
        return None
    if plain.parts[0][0] is None:
        when = When.PAST if sign < 0 else When.FUTURE
        return Vague(when) if anchor == PUBLICATION or not isinstance(anchor, Anchor) else Vague(when, anchor)
    shifted: Expr = anchor
    for count, unit in plain.parts:
        shifted = moved(shifted, sign * (count or 0), unit, operator)
    return Softened(shifted, near) if near else shifted


def moved(base: Expr, count: float, unit: Granularity, operator: type[Shift | Move] = Shift) -> Expr:
    """Move by a count that may have a fraction: half a year is six months, half a week three days."""
    if count == int(count):
        return operator(base, int(count), unit)
    smaller, size = {
        Granularity.MILLENNIUM: (Granularity.YEAR, 1000),
        Granularity.CENTURY: (Granularity.YEAR, 100),
        Granularity.DECADE: (Granularity.YEAR, 10),
        Granularity.YEAR: (Granularity.MONTH, 12),
        Granularity.MONTH: (Granularity.DAY, 30),
        Granularity.WEEK: (Granularity.DAY, 7),
        Granularity.DAY: (Granularity.HOUR, 24),
        Granularity.HOUR: (Granularity.MINUTE, 60),
        Granularity.MINUTE: (Granularity.SECOND, 60),
    }.get(unit, (unit, 1))
    return operator(base, round(count * size), smaller)
