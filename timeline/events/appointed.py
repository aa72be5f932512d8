"""Dates that are set for something: "due in May", "put off until June", "not expected until July".

Such a date is neither that of the news nor a limit: it is when the thing is to be, the one that the clause tells
of and the one that its subject names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from timeline.events.bits import BASE, BE, BEFORE, BY, DEFER, LENGTH, OCCUR, PARTICIPLE, SOON, UNTIL
from timeline.events.dated import Dating
from timeline.events.stated import word_before
from timeline.events.stretches import Role
from timeline.events.told import Told, names_subject
from timeline.model import Basis, Timex
from timeline.reason import because


def appointments(told: list[Told]) -> dict[int, Timex]:
    """Give the place of each clause that sets a date for something, that of the noun that names it, and the date."""
    found = {place: timex for place, clause in enumerate(told) if (timex := _set_by(clause)) is not None}
    expected = {
        clause.parent: timex
        for clause in told
        if (timex := _expected(clause, told[clause.parent])) is not None
    } | found
    nouns = {
        place: expected[noun.parent]
        for place, noun in enumerate(told)
        if noun.role is Role.NOUN and noun.parent in expected and names_subject(noun, told[noun.parent])
    }
    return found | nouns


def as_appointed(
    text: str, told: list[Told], dates: list[Dating], appointed: Mapping[int, Timex]
) -> list[Dating]:
    """Give the dates, those that were `appointed` as they were set."""
    return [
        _as_set(text, clause, appointed[place]) or date if place in appointed else date
        for place, (clause, date) in enumerate(zip(told, dates, strict=True))
    ]


def _as_set(text: str, clause: Told, timex: Timex) -> Dating | None:
    when = timex.range or timex.reading.interval
    if when is None:
        return None
    words, place = text[timex.start : timex.end], timex.place
    why = because("“%(words)s” is when it is to be: %(why)s", words=words, why=timex.reading.because)
    basis = Basis.CARRIED if clause.role is Role.NOUN else Basis.STATED
    return Dating(when, when, basis, why, place)


def _set_by(clause: Told) -> Timex | None:
    """Give the first expression after a verb of setting or putting off that says for when."""
    predicate = clause.predicate
    if not clause.bits & (SOON | DEFER) or predicate is None:
        return None
    verb = clause.tokens.bits[predicate.first : predicate.head]
    if clause.bits & SOON and clause.bits & BASE and not any(here & BE for here in verb):
        return None  # "They set out in May"
    timex = _first_after(clause, predicate.head)
    if timex is not None and clause.bits & SOON and clause.bits & BASE:
        return (
            timex if word_before(timex, clause) & LENGTH else None
        )  # "set for May", no record "set in 2007"
    return timex


def _first_after(clause: Told, head: int) -> Timex | None:
    """Give the first expression after the head of a clause, where it says for when."""
    tokens = clause.tokens
    for timex in clause.timexes:
        place = bisect_left(tokens.starts, timex.start)
        when = timex.reading.interval
        if place > head and when is not None and when.bounded:
            return timex if _says_when(clause, tokens.bits[place - 1]) else None
    return None


def _expected(clause: Told, parent: Told) -> Timex | None:
    """Give the date on which what a clause is about is to come about: "is expected to begin in May"."""
    predicate, bits = clause.predicate, clause.tokens.bits
    if clause.role is not Role.PURPOSE or not parent.bits & SOON or predicate is None:
        return None
    following = bits[predicate.head + 1] if predicate.head + 1 < clause.clause.last else 0
    telling = following if following & PARTICIPLE else OCCUR
    if not (clause.bits & OCCUR or (clause.bits & BE and telling & OCCUR)):
        return None
    return _first_after(clause, predicate.head)


def _says_when(clause: Told, before: int) -> bool:
    """Tell by the word before it whether an expression is the date set, not a limit or the day it was set on."""
    if clause.bits & DEFER:
        return bool(before & UNTIL)
    denied = clause.predicate is not None and clause.predicate.denied
    return bool(before & UNTIL) if denied else not before & (BY | BEFORE)
