"""Nouns that take up an event which the article dates elsewhere: "the attack" after "attacked on Friday"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from timeline.civil import Granularity
from timeline.events.bits import LIGHT, REPORT, STOP
from timeline.events.clauses import Role
from timeline.events.dating import Dating
from timeline.events.predicates import Tense
from timeline.events.told import Told
from timeline.events.words import Words
from timeline.model import Basis
from timeline.reason import because

_SHORTEST = 3  # letters of a stem that tells one event from another
_EMPTY = REPORT | LIGHT | STOP


def taken_up(told: Sequence[Told], dates: Sequence[Dating], words: Words) -> list[Dating]:
    """.

    Give the dates, those of nouns replaced that name again what a clause of the article dates to the day.
    """
    known = _known(told, dates, words)
    return [
        _again(clause, known, words) or date
        if clause.clause.role is Role.NOUN and date.basis is not Basis.STATED
        else date
        for clause, date in zip(told, dates, strict=True)
    ]


def _again(noun: Told, known: Mapping[str, Dating], words: Words) -> Dating | None:
    return known.get(_stem(noun, words))


def _stem(clause: Told, words: Words) -> str:
    predicate = clause.clause.predicate
    return words.stems[clause.tokens.words[predicate.head]] if predicate else ""


def _known(told: Sequence[Told], dates: Sequence[Dating], words: Words) -> dict[str, Dating]:
    """Give stem -> date of what is stated to the day and told with one date throughout."""
    stated: defaultdict[str, list[Dating]] = defaultdict(list)
    for clause, date in zip(told, dates, strict=True):
        if date.basis is not Basis.STATED or date.bounds.granularity > Granularity.DAY:
            continue
        stem = _stem(clause, words)
        if len(stem) >= _SHORTEST and not clause.bits & _EMPTY and clause.tense is not Tense.INFINITIVE:
            stated[stem].append(date)
    narrowest = {stem: min(own, key=lambda d: d.bounds.end - d.bounds.start) for stem, own in stated.items()}
    return {
        stem: date._replace(
            basis=Basis.CARRIED, because=because("told again of what is dated %(why)s", why=date.because)
        )
        for stem, date in narrowest.items()
        if all(other.bounds.overlaps(date.bounds) for other in stated[stem])
    }
