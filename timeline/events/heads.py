"""Under which head reports of one event meet: the verb, or the noun that the verb only says began, ended or happened.

"The walkout began", "they launched a strike" and "the start of the strike" are the same phase of the same event;
"an explosion tore through the mill" is the explosion.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import Final

from timeline.events.bits import (
    AND,
    BEFALL,
    LIGHT,
    MARK,
    OF,
    PHASE,
    PHRASAL,
    PREPOSITION,
    TIME,
    TO,
)
from timeline.events.phrases import noun_phrase
from timeline.events.predicates import Tense
from timeline.events.stretches import Role
from timeline.events.told import Told, names_subject
from timeline.events.words import Words

PART: Final = "|"  # between the stem of what a noun names and the part of it that is told of
_NEAR: Final = 10  # words in which the other half of a verb stands: "found the former mayor guilty"


def stem_of(clause: Told, words: Words) -> str:
    """Give the stem of a clause's head, of the verb that it makes with a word after it where it does; "" for none."""
    told, _ = verb_of(clause, words)
    return words.stems[told] if told else ""


def verb_of(clause: Told, words: Words) -> tuple[str, int]:
    """Give the word that is a clause's head, or the verb that it means with a word after it, and the place behind.

    The word is "" where there is none. A verb that says nothing by itself does not begin or end with a word after it:
    "went on strike" is no "went on".
    """
    verb, end = _verb(clause, words)
    if clause.bits & LIGHT and verb in words.phases and clause.predicate is not None:
        return clause.tokens.words[clause.predicate.head], clause.predicate.head + 1
    return verb, end


def _verb(clause: Told, words: Words) -> tuple[str, int]:
    """Give the word that is the head, or the one that means what "stepped down" does, and the place behind it."""
    predicate = clause.predicate
    if predicate is None:
        return "", 0
    tokens, head, end = clause.tokens, predicate.head, clause.clause.last
    if clause.bits & PHRASAL:
        meant = words.phrases[words.bases[tokens.words[head]]]
        for place in range(head + 1, min(head + _NEAR, end)):
            if place > head + 1 and tokens.bits[place] & PREPOSITION and not _ends_phrase(clause, place):
                continue  # "called on the firm to go off the gas" is no "call off", "called the vote off" is one
            one = tokens.words[place].lower()
            if place + 1 < end and (both := f"{one} {tokens.words[place + 1].lower()}") in meant:
                return meant[both], place + 2
            if one in meant:
                return meant[one], place + 1
    return tokens.words[head], head + 1


def _ends_phrase(clause: Told, place: int) -> bool:
    """Tell whether nothing hangs on a preposition, as on one that goes with the verb: "waved it through on Friday"."""
    return place + 1 >= clause.clause.last or bool(clause.tokens.bits[place + 1] & _NEW_PHRASE)


_NEW_PHRASE: Final = AND | MARK | PREPOSITION | TIME | TO


def nouns_told_of(told: list[Told], words: Words) -> dict[int, int]:
    """Give the place of each clause that only tells what became of an event, with that of the noun that names it.

    A noun in "the end of the strike" tells it of itself.
    """
    found: dict[int, int] = {}
    nouns: defaultdict[int, list[int]] = defaultdict(list)  # by sentence
    seen: set[int] = set()  # clauses of which the first noun has been looked at
    for place, noun in enumerate(told):
        if noun.tense is Tense.NOMINAL and _phase_before(noun) is not None:
            found[place] = place
        if noun.role is Role.NOUN:
            nouns[noun.first].append(place)
            if _named_by(noun, told[noun.parent], noun.parent not in seen, words):
                found.setdefault(noun.parent, place)
            seen.add(noun.parent)
        elif noun.role is Role.TIME and noun.tense is Tense.NOMINAL:
            nouns[noun.first].append(place)  # "before the flood, which began at night"
    for own in nouns.values():
        own.sort(key=lambda noun: told[noun].clause.last)
    for place, clause in enumerate(told):
        if clause.role is Role.RELATIVE and place not in found and _tells_what_became(clause, words):
            before = nouns[clause.first]
            last = bisect_right(before, clause.clause.first, key=lambda noun: told[noun].clause.last)
            found.update((place, noun) for noun in before[max(0, last - 1) : last])
    return found


def head_of(clause: Told, noun: Told, words: Words) -> str:
    """Give the head of a clause that tells what became of what a noun names, or of that noun itself."""
    phase = clause.tokens.words[_phase_before(noun) or 0] if clause is noun else _verb(clause, words)[0]
    part = words.phases.get(words.bases[phase])
    head = words.senses[verb_of(noun, words)[0]]
    return f"{head}{PART}{part}" if part else head


def _tells_what_became(clause: Told, words: Words) -> int:
    """Give the bits by which a verb tells of a phase of an event, or that it happened; 0 for other verbs."""
    bits = words.bits[_verb(clause, words)[0]] if clause.bits & PHRASAL else clause.bits
    return bits & (PHASE | BEFALL)


def _phase_before(noun: Told) -> int | None:
    """Give the place of "end" in "the end of the strike"."""
    if noun.predicate is None:
        return None
    bits = noun.tokens.bits
    first = noun_phrase(bits, noun.predicate.head)
    return first - 2 if first > 1 and bits[first - 1] & OF and bits[first - 2] & PHASE else None


def _named_by(noun: Told, clause: Told, first: bool, words: Words) -> bool:
    """Tell whether a noun names what a verb tells the phase of: its subject, or the object that follows at once.

    `first` tells that it is the first of its clause's nouns, as only that can be the subject.
    """
    predicate, became = clause.predicate, _tells_what_became(clause, words)
    if predicate is None or not became:
        return False
    follows = noun.clause.first <= _verb(clause, words)[1] < noun.clause.last
    return (first and names_subject(noun, clause)) or (follows and bool(became & PHASE))
