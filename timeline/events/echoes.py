"""Nouns that take up an event which the article dates elsewhere: "the attack" after "attacked on Friday"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from msgspec.structs import replace

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


def echoes(
    told: Sequence[Told], dates: Sequence[Dating], sets: Container[int], words: Words
) -> dict[int, int]:
    """Give the place of each noun that names again what a clause of the article dates to the day.

    With the place of that clause. What a date is set for (`sets`) may be set for a month or a year.
    """
    known = _known(told, dates, sets, words)
    return {
        place: known[stem]
        for place, clause in enumerate(told)
        if clause.clause.role is Role.NOUN
        and dates[place].basis is not Basis.STATED
        and place not in sets
        and (stem := _stem(clause, words)) in known
    }


def taken_up(dates: Sequence[Dating], again: Mapping[int, int]) -> list[Dating]:
    """Give the dates, those of the nouns in `again` taken from the clauses that they name."""
    return [_told_again(dates[again[n]]) if n in again else date for n, date in enumerate(dates)]


def _told_again(date: Dating) -> Dating:
    why = because("told again of what is dated %(why)s", why=date.because)
    return replace(date, basis=Basis.CARRIED, because=why)


def _stem(clause: Told, words: Words) -> str:
    predicate = clause.clause.predicate
    return words.stems[clause.tokens.words[predicate.head]] if predicate else ""


def _known(
    told: Sequence[Told], dates: Sequence[Dating], sets: Container[int], words: Words
) -> dict[str, int]:
    """Give stem -> place of the clause that states the narrowest date, for what is told with one throughout."""
    stated: defaultdict[str, list[int]] = defaultdict(list)
    for place, (clause, date) in enumerate(zip(told, dates, strict=True)):
        surely = date.basis is Basis.STATED and date.bounds.granularity <= Granularity.DAY
        if not surely and place not in sets:
            continue
        stem = _stem(clause, words)
        if len(stem) >= _SHORTEST and not clause.bits & _EMPTY and clause.tense is not Tense.INFINITIVE:
            stated[stem].append(place)
    narrowest = {
        stem: min(own, key=lambda n: dates[n].bounds.end - dates[n].bounds.start)
        for stem, own in stated.items()
    }
    return {
        stem: place
        for stem, place in narrowest.items()
        if all(dates[other].bounds.overlaps(dates[place].bounds) for other in stated[stem])
    }
