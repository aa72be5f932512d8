"""What an expression means in its context: the reading taken, and those that were considered."""

from __future__ import annotations

from functools import lru_cache

from timeline import explain, timex3
from timeline.expression import Direction, Expr
from timeline.model import Kind, Meaning, Reading, Timex, Way
from timeline.resolve import Context, resolve

_REMEMBERED = 65_536  # readings: news says the same of the same days


@lru_cache(maxsize=_REMEMBERED)
def read(expression: Expr, context: Context) -> Meaning:
    """Give what an expression means in a context: that one answer which all who ask the same share."""
    interval = resolve(expression, context)
    reading = Reading(
        kind=Kind(timex3.kind_of(expression, interval)),
        value=timex3.value_of(expression, interval),
        interval=interval,
        because=explain.why(expression, interval, context),
        mod=timex3.mod_of(expression),
    )
    return Meaning(reading, context)


def alternatives(timex: Timex) -> tuple[Reading, ...]:
    """Give the readings not taken of a date whose year or week the text does not tell, likeliest first."""
    others: dict[str, Reading] = {}
    for _, other in ways(timex):
        if other.value != timex.reading.value:
            others.setdefault(other.value, other)
    return tuple(others.values())


def ways(timex: Timex) -> tuple[tuple[Way, Reading], ...]:
    """Give each way in which an expression can be read with what it means then, likeliest first.

    Two ways may lead to one date. Nothing where the words leave no choice.
    """
    return _ways(timex.expression, timex.context) if timex.context else ()


@lru_cache(maxsize=_REMEMBERED)
def _ways(expression: Expr, context: Context) -> tuple[tuple[Way, Reading], ...]:
    published, text = context.published, context.text
    contexts = {
        Way.PAST: Context(published, direction=Direction.PAST, certain=True),
        Way.FUTURE: Context(published, direction=Direction.FUTURE, certain=True),
    }
    if text is not None:
        contexts[Way.TEXT] = Context(published, text, history=True)
    return tuple((way, read(expression, other).reading) for way, other in contexts.items())
