"""Dates that stand over what they date, as in a chronology or a live report: "16 August, 21:40. The ship leaves".

A label is an expression of time that makes up a heading or a sentence, or that opens a paragraph before a colon or a
dash; a time of day may stand without one. It holds up to the next, one that is no heading up to the paragraph's end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from timeline.civil import DAY_SECONDS
from timeline.events.bits import MARK, TIME
from timeline.events.dated import Dating
from timeline.events.predicates import Tense
from timeline.events.stated import is_of_text, reason_of
from timeline.events.told import Told
from timeline.interval import Interval
from timeline.model import Basis, Timex
from timeline.reason import because

_LEAST: Final = 3  # labels that make a chronicle; a dateline is none
_SIGNS: Final = frozenset(":-–—|")
_HALF_DAY: Final = DAY_SECONDS // 2
_TOLD: Final[tuple[Tense | None, ...]] = (
    Tense.PRESENT,
    Tense.PAST,
    Tense.PERFECT,
    Tense.PARTICIPLE,
    Tense.NOMINAL,
    None,
)


def headed(text: str, told: list[Told], published: Interval) -> dict[int, Dating]:
    """Give place -> date of the clauses that stand under a label, whether or not they state a date themselves."""
    opened = (n for n, clause in enumerate(told) if clause.first == n and clause.tokens.present & TIME)
    labels = [(told[n], label) for n in opened if (label := label_of(text, _sentence(told, n))) is not None]
    if len(labels) < _LEAST:
        return {}
    found: dict[int, Dating] = {}
    dated = {clause.first: date for clause, date in _dated(text, labels, published)}
    over: Dating | None = None
    paragraph, lasts = -1, False
    for place, clause in enumerate(told):
        if clause.first in dated:
            over, paragraph, lasts = dated[clause.first], clause.sentence.paragraph, clause.sentence.heading
        elif clause.sentence.paragraph != paragraph and (clause.sentence.heading or not lasts):
            over = None
        if over is not None and clause.tense in _TOLD and not is_label(clause) and clause.parent == place:
            found[place] = over
    return found


def is_label(clause: Told) -> bool:
    """Tell whether a clause is nothing but an expression of time."""
    return clause.predicate is None and all(here & (TIME | MARK) for here in clause.tokens.bits)


def _sentence(told: list[Told], first: int) -> list[Told]:
    return [told[n] for n in takewhile(lambda n: told[n].first == first, range(first, len(told)))]


def label_of(text: str, sentence: list[Told]) -> Timex | None:
    """Give the expression that labels a sentence, of which the clauses are given; None where it has no label."""
    clause = sentence[0]
    bits, starts = clause.tokens.bits, clause.tokens.starts
    if not bits[0] & TIME:
        return None
    opening = (timex for one in sentence for timex in one.timexes if timex.start == starts[0])
    timex = next((timex for timex in opening if timex.reading.interval is not None), None)
    if timex is None or is_label(clause):
        return timex
    following = bisect_left(starts, timex.end)
    while following < len(bits) and bits[following] & MARK:
        following += 1
    if following == len(bits):
        return None
    between = text[timex.end : starts[following]].strip()
    opens = not between and is_of_text(timex) and text[timex.start].isdigit()
    return timex if between in _SIGNS or opens else None


def _dated(text: str, labels: list[tuple[Told, Timex]], published: Interval) -> Iterator[tuple[Told, Dating]]:
    """Give the labels with their dates: a time of day is of the day of the label before it, else of the publication."""
    day, last = published.start - published.start % DAY_SECONDS, -1
    for clause, timex in labels:
        when = timex.reading.interval
        if when is None:
            continue
        place, hour = timex.place, when.start % DAY_SECONDS
        if is_of_text(timex):
            day += DAY_SECONDS * (last - hour > _HALF_DAY)  # past midnight
            last = hour
            when = Interval(day + hour, day + hour + when.end - when.start, when.granularity)
            words = text[timex.start : timex.end]
            why = because("“%(words)s” stands over it, on %(date)s", words=words, date=when)
        else:
            day, last = when.start - hour, hour if when.end - when.start < DAY_SECONDS else -1
            why = because("it stands under %(why)s", why=reason_of(text, timex))
        yield clause, Dating(when, when, Basis.STATED, why, place)
