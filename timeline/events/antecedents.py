"""Whom "she" or "it" stands for where this sentence or the one before leaves no doubt: a summary can name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from timeline.events.bits import (
    ADVERB,
    AGENT,
    AND,
    DETERMINER,
    HUMAN,
    MARK,
    NEUTER,
    PREPOSITION,
    REPORT,
    VOICE,
)
from timeline.events.names import Name
from timeline.events.stretches import Role
from timeline.events.told import Told, is_passive

_CARRYING: Final[tuple[Role, ...]] = (Role.MAIN, Role.COORDINATE, Role.QUOTED)
_ACTING: Final = AGENT | REPORT | VOICE
Named = dict[str, str]  # pronoun, in small letters -> the name it stands for


def antecedents(sentences: Sequence[Sequence[Told]]) -> list[Named]:
    """Give for each sentence, of which the clauses are given, whom the pronouns stand for that are its subjects.

    A pronoun stands for the subject of the sentence before, and a "he" or "she" in the same sentence for its own, if
    that is a name and no other is told there, or if that sentence was itself told of the same pronoun. "It" only
    where it does what takes somebody to do: "it sold the docks".
    """
    found: list[Named] = []
    known: Named = {}  # by name, the pronoun that stood for it
    for place, clauses in enumerate(sentences):
        if not clauses[0].tokens.present & (HUMAN | NEUTER):
            found.append({})
            continue
        named = dict(_told_on(clauses, found[place - 1], sentences[place - 1], known)) if place else {}
        known |= {name: pronoun for pronoun, name in named.items()}
        found.append(named or dict(_told_within(clauses, known)))
    return found


def _told_on(
    clauses: Sequence[Told], before: Named, last: Sequence[Told], known: Named
) -> Iterator[tuple[str, str]]:
    """Give pronoun and name where a sentence goes on from the `last`, of which the pronouns stood for `before`."""
    subject = _only_name(last)
    for pronoun, clause in _pronouns(_subjects(clauses)):
        name = before.get(pronoun) or (subject.text if subject else "")
        if name and known.get(name, pronoun) == pronoun and _may_stand_for(clause):
            yield pronoun, name


def _told_within(clauses: Sequence[Told], known: Named) -> Iterator[tuple[str, str]]:
    """Give pronoun and name of the clauses that hang on one with the name: "Ann Lee said that she fell"."""
    if (own := _only_name(clauses)) is None:
        return
    for pronoun, clause in _pronouns(_dependent(clauses)):
        is_human = clause.tokens.bits[_subject_place(clause)] & HUMAN
        if is_human and known.get(own.text, pronoun) == pronoun:
            yield pronoun, own.text


def _subjects(clauses: Sequence[Told]) -> list[Told]:
    """Give the clauses that carry a sentence with their own subject, none where somebody speaks in it."""
    if any(clause.clause.quoted for clause in clauses):
        return []
    carrying = [clause for clause in clauses if clause.role in _CARRYING and _subject_place(clause) >= 0]
    return [clause for clause in carrying if clause is carrying[0] or not clause.bits & REPORT]


def _dependent(clauses: Sequence[Told]) -> list[Told]:
    return [c for c in clauses if c.role not in _CARRYING and not c.clause.quoted and _subject_place(c) >= 0]


def _pronouns(clauses: Iterable[Told]) -> list[tuple[str, Told]]:
    """Give the pronouns that are subjects, in small letters, each with its clause; none where there are several."""
    found = [
        (clause.tokens.words[place].lower(), clause)
        for clause in clauses
        if clause.tokens.bits[place := _subject_place(clause)] & (HUMAN | NEUTER)
    ]
    return found if len({pronoun for pronoun, _ in found}) == 1 else []


def _subject_place(clause: Told) -> int:
    """Give the token right before the predicate, adverbs passed over; -1 where the clause begins with its verb."""
    predicate = clause.predicate
    if predicate is None or not predicate.finite:
        return -1
    place = predicate.first - 1
    while place >= clause.clause.first and clause.tokens.bits[place] & ADVERB:
        place -= 1
    return place if place >= clause.clause.first else -1


def _only_name(clauses: Sequence[Told]) -> Name | None:
    """Give the name that is the subject of a sentence, None where another that is no place is told in it."""
    here = _subjects(clauses)
    names = {name.text: name for clause in clauses for name in clause.names if _may_be_meant(name, clause)}
    if len(names) != 1 or not here:
        return None
    (name,) = names.values()
    return name if _is_subject(name, here[0]) and all(_goes_on(name, clause) for clause in here[1:]) else None


def _may_be_meant(name: Name, clause: Told) -> bool:
    """Tell whether the next sentence's "she" may be whom a name names: not "to Spain", "of the Museum of Art"."""
    bits, first = clause.tokens.bits, name.first
    first -= bool(first and bits[first - 1] & DETERMINER)
    return not name.place and not (first and bits[first - 1] & PREPOSITION)


def _is_subject(name: Name, clause: Told) -> bool:
    """Tell whether a name is what a clause is about: before its verb, nobody's owner, and no part of another phrase."""
    predicate, bits = clause.predicate, clause.tokens.bits
    if predicate is None or not clause.clause.first <= name.first < predicate.first:
        return False
    before, last = bits[name.first - 1] if name.first else 0, clause.tokens.words[name.last - 1]
    if before & (PREPOSITION | AND) or not last[-1].isalnum() or (len(last) > 1 and not last[-2].isalnum()):
        return False
    between = bits[name.last : predicate.first]
    return not between or all(here & ADVERB for here in between) or bool(between[0] & MARK)


def _goes_on(name: Name, clause: Told) -> bool:
    """Tell whether a further clause has the same subject, by its pronoun or its name."""
    place = _subject_place(clause)
    return bool(clause.tokens.bits[place] & (HUMAN | NEUTER)) or _is_subject(name, clause)


def _may_stand_for(clause: Told) -> bool:
    """Tell whether a pronoun can be told for certain: a person, or an "it" that does what takes somebody to do."""
    if clause.tokens.bits[_subject_place(clause)] & HUMAN:
        return True
    return bool(clause.bits & _ACTING) and not is_passive(clause)
