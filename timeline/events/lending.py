"""The dates that clauses have from what hangs on them, where they state none themselves.

From the clause that tells when ("When it opened in May, she came"); from an expression that it tells more of ("until
May, when she left"); from a dated noun that is their subject, their occasion or what they tell more of ("the 2009
crash, which killed two"); a noun has that of what tells more of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from timeline.events.bits import (
    AFTER,
    BEFORE,
    CAPITAL,
    CLOSE,
    DETERMINER,
    EVENT,
    MARK,
    MEANWHILE,
    PARTAKE,
    PREPOSITION,
    REPORT,
    SINCE,
    TIME,
    UTTER,
    VERB,
    VOICE,
    WHERE,
)
from timeline.events.dated import Dating
from timeline.events.predicates import Tense
from timeline.events.stated import reason_of
from timeline.events.stretches import Role
from timeline.events.told import Told
from timeline.model import Basis, Timex

_Own = list[Dating | None]


def lent(told: list[Told], own: _Own) -> dict[int, Dating]:
    """Give place -> date of the clauses dated so; `own` are the dates that clauses state, in their order."""
    found: dict[int, Dating] = {}
    place = 0
    while place < len(told):
        sentence = told[place].tokens
        end = place
        while end < len(told) and told[end].tokens is sentence:
            end += 1
        if any(own[place:end]):
            found.update(_in_sentence(told[place:end], own[place:end], place))
        place = end
    return found


def told_more_of(text: str, told: list[Told]) -> Iterator[tuple[int, Dating]]:
    """Give (place, date) of what tells more of a time, a limit or none: "He denied it until May, when he gave in"."""
    for place, clause in enumerate(told):
        first, bits = clause.clause.first, clause.tokens.bits
        if clause.role is not Role.TIME or first < 2 or bits[clause.clause.link] & _ELSEWHEN:
            continue
        if not (bits[first - 1] & MARK and bits[first - 2] & TIME):
            continue
        end = clause.tokens.ends[first - 2]
        for timex in told[clause.parent].timexes:
            when = timex.reading.interval
            if timex.end == end and when is not None and when.bounded:
                told_with = reason_of(text, timex), timex.place
                yield place, Dating(when, when, Basis.STATED, *told_with)


def taken_part_in(told: list[Told]) -> Iterator[tuple[int, Timex]]:
    """Give the place of each clause that tells who took part in what it names with its day, and the expression.

    "They won Sunday's election" is of Sunday.
    """
    for noun in told:
        clause = told[noun.parent]
        predicate = clause.predicate
        if noun.role is not Role.NOUN or predicate is None or not clause.bits & PARTAKE:
            continue
        first = noun.clause.first
        first -= bool(noun.tokens.bits[first - 1] & DETERMINER) if first else 0  # "the 2009 election"
        if noun.timexes and first == predicate.head + 1 and not clause.timexes:
            yield noun.parent, noun.timexes[0]


_ELSEWHEN: Final = AFTER | BEFORE | SINCE | MEANWHILE | PREPOSITION


def _in_sentence(clauses: list[Told], own: _Own, offset: int) -> Iterator[tuple[int, Dating]]:
    """Give (place, date) for the clauses of one sentence, the first of which is at `offset`."""
    begins, ends = defaultdict(list), defaultdict(list)
    relatives = []
    for place, clause in enumerate(clauses):
        if clause.role is Role.NOUN:
            ends[clause.clause.last].append(place)
            continue
        begins[clause.clause.first].append(place)
        if clause.role is Role.RELATIVE:
            relatives.append((clause.clause.first, place))
    relatives.sort()
    for clause, date in zip(clauses, own, strict=True):
        role = clause.role
        if date is None:
            continue
        if role is Role.TIME and _at_once(clause, clauses[clause.parent - offset]):
            yield clause.parent, date
        elif role is Role.RELATIVE or (role is Role.PARTICIPLE and clause.tense is Tense.PAST):
            marked = clause.clause.first and clause.tokens.bits[clause.clause.first - 1] & MARK
            named = ends[clause.clause.first - 1 if marked else clause.clause.first]
            yield from ((offset + noun, date) for noun in named)
            if _is_utterance(clause, clauses[clause.parent - offset]):
                yield clause.parent, date
        elif role is Role.NOUN:
            yield from ((offset + place, date) for place in _told_of(clause, clauses, begins, relatives))
            if _is_occasion(clause):
                yield clause.parent, date


def _at_once(clause: Told, parent: Told) -> bool:
    """Tell whether a clause that tells when is of the same time as the one it hangs on."""
    link, bits = clause.clause.link, clause.tokens.bits
    if bits[link] & (BEFORE | AFTER | SINCE) and not (link and bits[link - 1] & CLOSE):
        return False
    return (clause.tense, parent.tense) in _AT_ONCE


_AT_ONCE: Final[tuple[tuple[Tense, Tense], ...]] = (
    (Tense.PAST, Tense.PAST),
    (Tense.PLUPERFECT, Tense.PAST),
    (Tense.PARTICIPLE, Tense.PAST),  # "While visiting Rome in May, she fell"
    (Tense.PRESENT, Tense.FUTURE),
)


def _is_utterance(clause: Told, parent: Told) -> bool:
    """Tell whether a clause dates the words by which the one around it speaks: "In a letter sent in May, he said"."""
    predicate, opening = parent.predicate, clause.tokens.bits[parent.clause.first]
    if not (clause.bits & UTTER and parent.bits & (REPORT | VOICE) and opening & WHERE):
        return False
    return predicate is not None and clause.clause.first < predicate.first


def is_utterance_of(clause: Told, parent: Told) -> bool:
    """Tell whether a clause dates what speaks as the subject of its parent: "A memo dated 3 May warned of it"."""
    predicate = parent.predicate
    if predicate is None or not clause.bits & UTTER or not parent.bits & (REPORT | VOICE):
        return False
    opens = clause.clause.first <= parent.clause.first + 1
    is_said = clause.role is Role.RELATIVE and parent.tense is Tense.PAST
    return is_said and opens and clause.clause.last == predicate.first


def _is_occasion(noun: Told) -> bool:
    first = noun.clause.first
    return first > 0 and bool(noun.tokens.bits[first - 1] & WHERE)


def _told_of(
    noun: Told,
    clauses: list[Told],
    begins: dict[int, list[int]],
    relatives: list[tuple[int, int]],
) -> Iterator[int]:
    """Give the places of the clauses that a noun is the subject of, and of the one right after it about it."""
    named, bits = noun.clause, noun.tokens.bits
    for first in (named.first - 1, named.first):
        for place in begins.get(first, ()):
            predicate = clauses[place].predicate
            if predicate is not None and named.last <= predicate.first and not _is_occasion(noun):
                yield place
    following = bisect_left(relatives, (named.last, 0))
    if following < len(relatives):
        first, place = relatives[following]
        if not any(here & (VERB | EVENT) and not here & CAPITAL for here in bits[named.last : first]):
            yield place
