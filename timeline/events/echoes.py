"""Nouns that take up an event which the article dates elsewhere: "the attack" after "attacked on Friday"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline.civil import Granularity
from timeline.events.bits import (
    AUXILIARY,
    EVENT,
    LIGHT,
    MARK,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    QUOTE,
    REPORT,
    STOP,
    THIRD,
    TIME,
)
from timeline.events.clauses import Role
from timeline.events.dating import Dating
from timeline.events.predicates import Tense
from timeline.events.told import Told, noun_clause, noun_phrase
from timeline.events.words import Words
from timeline.model import Basis

_SHORTEST = 4  # letters of a stem that tells one event from another
_EMPTY = REPORT | LIGHT | STOP
_NO_NOUN = TIME | STOP | MARK | QUOTE | AUXILIARY | PREPOSITION
_VERB_ONLY = PAST | THIRD | PARTICIPLE


def echoes(told: Sequence[Told], dates: Sequence[Dating], words: Words) -> list[tuple[Told, Dating]]:
    """Give the nouns that name again what a clause of the article dates to the day, each with that date."""
    known = _known(told, dates, words)
    if not known:
        return []
    heads = {(clause.first, clause.clause.predicate.head) for clause in told if clause.clause.predicate}
    return [
        (clause._replace(clause=noun_clause(noun_phrase(clause.tokens, place), place, ()), timexes=()), date)
        for clause in told
        if clause.clause.role not in (Role.PURPOSE, Role.NOUN)
        for place, date in _taken_up(clause, known, words)
        if (clause.first, place) not in heads
    ]


def _known(told: Sequence[Told], dates: Sequence[Dating], words: Words) -> dict[str, Dating]:
    """Give stem -> date of what is stated to the day and told with one date throughout."""
    stated: defaultdict[str, list[Dating]] = defaultdict(list)
    for clause, date in zip(told, dates, strict=True):
        predicate = clause.clause.predicate
        if date.basis is not Basis.STATED or predicate is None or date.bounds.granularity > Granularity.DAY:
            continue
        if not clause.bits & _EMPTY and predicate.tense is not Tense.INFINITIVE:
            stated[words.stems[clause.tokens.words[predicate.head]]].append(date)
    narrowest = {
        stem: min(dates, key=lambda d: d.bounds.end - d.bounds.start) for stem, dates in stated.items()
    }
    return {
        stem: date._replace(basis=Basis.CARRIED, because=f"told again of what is dated {date.because}")
        for stem, date in narrowest.items()
        if len(stem) >= _SHORTEST and all(other.bounds.overlaps(date.bounds) for other in stated[stem])
    }


def _taken_up(clause: Told, known: Mapping[str, Dating], words: Words) -> Iterator[tuple[int, Dating]]:
    """Give the places of the clause's nouns with a known stem, with the date."""
    tokens = clause.tokens
    for place in range(clause.clause.first, clause.clause.last):
        here = tokens.bits[place]
        if not here & _NO_NOUN and (here & EVENT or not here & _VERB_ONLY):
            date = known.get(words.stems[tokens.words[place]])
            if date is not None:
                yield place, date
