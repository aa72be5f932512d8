"""What an expression means in its context: the reading taken, and those that were considered."""

from __future__ import annotations

from functools import lru_cache

from timeline import explain, timex3
from timeline.expression import Direction, Expr
from timeline.model import Kind, Reading, Timex
from timeline.resolve import Context, resolve

_REMEMBERED = 65_536  # readings: news says the same of the same days


@lru_cache(maxsize=_REMEMBERED)
def read(expression: Expr, context: Context) -> tuple[Reading, Context]:
    """Give the reading of an expression, and the context: that one which all who ask the same share."""
    interval = resolve(expression, context)
    reading = Reading(
        kind=Kind(timex3.kind_of(expression)),
        value=timex3.value_of(expression, interval),
        interval=interval,
        because=explain.why(expression, interval, context),
        mod=timex3.mod_of(expression),
    )
    return reading, context


def alternatives(timex: Timex) -> tuple[Reading, ...]:
    """Give the readings not taken of a date whose year or week the text does not tell, likeliest first."""
    return _others(timex.expression, timex.context, timex.reading.value) if timex.context else ()


@lru_cache(maxsize=_REMEMBERED)
def _others(expression: Expr, context: Context, taken: str) -> tuple[Reading, ...]:
    contexts = [
        Context(context.published, direction=direction) for direction in (Direction.PAST, Direction.FUTURE)
    ]
    if context.text is not None:
        contexts.append(Context(context.published, context.text, history=True))
    others: dict[str, Reading] = {}
    for other, _ in (read(expression, another) for another in contexts):
        if other.value != taken:
            others.setdefault(other.value, other)
    return tuple(others.values())
