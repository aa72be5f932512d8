"""What has been done, as of today, and a date too old for it: "have arrested a man over the theft last August"."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from timeline.civil import DAY_SECONDS
from timeline.events.bits import DETERMINER, EVENT, POSSESSIVE, PREPOSITION, VERB
from timeline.events.predicates import Tense
from timeline.events.told import Told
from timeline.interval import Interval
from timeline.model import Timex

_RECENT: Final = 8 * DAY_SECONDS  # "has died last Monday" is written, "has died in 1996" is not


def is_too_old(timex: Timex, when: Interval, told: Told, published: Interval) -> bool:
    """Tell whether what has been done cannot have been done then: the words of time are another's."""
    return told.tense is Tense.PERFECT and when.end < published.start - _RECENT and _is_of_other(timex, told)


def _is_of_other(timex: Timex, told: Told) -> bool:
    """Tell whether an expression stands inside what comes before the verb, or behind the noun of another event.

    "Police have arrested a man over the theft of a painting last August". What opens the clause is of the verb.
    """
    predicate, starts, bits = told.predicate, told.tokens.starts, told.tokens.bits
    if predicate is None:
        return False
    if starts[min(told.clause.first + 1, len(starts) - 1)] < timex.start < starts[predicate.first]:
        return True
    around = range(predicate.head + 1, bisect_left(starts, timex.start))
    first = next((place for place in around if bits[place] & PREPOSITION), around.stop)
    return any(_names_event(bits, place) for place in around[first - around.start :])


def _names_event(bits: list[int], place: int) -> bool:
    if not bits[place] & EVENT:
        return False
    return not bits[place] & VERB or bool(bits[place - 1] & (DETERMINER | POSSESSIVE | PREPOSITION))
