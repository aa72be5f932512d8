"""The telling words of a clause, by which reports of one event in several articles are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from timeline.events.bits import (
    ADVERB,
    AND,
    AUXILIARY,
    CAPITAL,
    EVENT,
    LIGHT,
    MARK,
    NOMINATIVE,
    OBJECTIVE,
    PAST,
    PERFORM,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    REPORT,
    SUBJECT,
    THAT,
    THIRD,
    TIME,
    TIME_LINK,
    TO,
)
from timeline.events.heads import head_of, nouns_told_of, stem_of, verb_of
from timeline.events.stretches import Role
from timeline.events.told import Told
from timeline.events.words import Words

BORROWED: Final = "^"  # before a name that an earlier sentence told
_MOST: Final = 16
_EMPTY: Final = REPORT | LIGHT | AUXILIARY
_TAKEN_ALONG: Final = 3
_PRONOUN: Final = NOMINATIVE | POSSESSIVE | SUBJECT


def terms_of_all(told: list[Told], same: Mapping[int, int], words: Words) -> list[tuple[str, ...]]:
    """Give the terms of each clause; `same` leads to the one that says what the event is.

    A noun that names again what was told ("its launch") says little itself, and so does a verb that sets a
    date for what a noun names: they have that one's head, and its terms after their own.
    """
    nouns = nouns_told_of(told, words)
    terms = [
        terms_of(clause, words, told[nouns[place]] if place in nouns else None)
        for place, clause in enumerate(told)
    ]
    for place, named in nouns.items():
        terms[named] = terms[place][:1] + terms[named][1:]  # its date is that of the beginning, or the end
    for place, clause in enumerate(told):
        if meant := _meant(told, place, clause):
            terms[place] = tuple(dict.fromkeys((*terms[place], *meant)))[:_MOST]
    for place, names in _named_before(told):
        terms[place] = (*terms[place], *names)[:_MOST]
    for place, named in same.items():
        head, *rest = terms[named] or ("",)
        terms[place] = tuple(dict.fromkeys((head, *terms[place][1:], *rest)))[:_MOST]
    return terms


def _named_before(told: list[Told]) -> Iterator[tuple[int, list[str]]]:
    """Give the place of each clause in a sentence without a name, with the names that were told last."""
    last: list[tuple[int, str]] = []
    for place, clause in enumerate(told):
        names = clause.tokens.names
        if names and names[-1][0]:  # the first word of any sentence has a capital
            last = names
        elif last and clause.number > 0:
            yield place, [f"{BORROWED}{name}" for _, name in last]


def terms_of(clause: Told, words: Words, noun: Told | None = None) -> tuple[str, ...]:
    """Give the stem of the head (those of all that it may mean), the clause's other terms, the names of its sentence.

    `noun` names the event of which the clause only tells what became; it is the head then.

    What follows the head says more of the event than what comes before it, and so comes first. Names start
    with a capital, those nearest to the head come first; those of several words come as their initials too,
    by which other reports may call them. Where the head says nothing by itself ("took", "had") it is what it
    tells of; one of saying takes the first words of what was said along.
    """
    tokens, predicate = clause.tokens, clause.predicate
    if predicate is None:
        return ()
    terms, (verb, end) = tokens.terms, verb_of(clause, words)
    head = _head(clause, verb, words) if noun is None else head_of(clause, noun, words)
    after, before = terms[predicate.head : clause.clause.last], terms[clause.clause.first : predicate.head]
    telling = after + before if _has_object(clause, predicate.head) else before + after
    if clause.role is Role.NOUN:
        telling += _complement(clause)
    empty = [head]
    if noun is not None or not clause.bits & _EMPTY:
        empty.append(words.stems[verb])
    if verb != tokens.words[predicate.head]:
        empty += [terms[predicate.head], terms[end - 1]]  # "was taken into custody" has no custody
    if noun is not None:
        empty.append(stem_of(noun, words))
        if noun.clause.first < clause.clause.first:
            telling += terms[noun.clause.first : clause.clause.first]
    near = [(abs(place - predicate.head), place, name) for place, name in tokens.names]
    near.sort()
    said = dict.fromkeys(telling + [name for _, _, name in near])
    for word in empty:
        said.pop(word, None)
        said.pop(word.capitalize(), None)
    return (head, *filter(None, said))[:_MOST]


def _head(clause: Told, verb: str, words: Words) -> str:
    """Give the head of what a clause tells by itself, with the `verb` that it means."""
    tokens, predicate = clause.tokens, clause.predicate
    if predicate is None:
        return ""
    head = words.senses[verb]
    if verb != tokens.words[predicate.head]:
        return head
    if clause.bits & PERFORM and (event := _performed(clause, predicate.head)) is not None:
        return words.senses[tokens.words[event]]
    if clause.bits & REPORT:
        along = islice(filter(None, tokens.terms[predicate.head + 1 :]), _TAKEN_ALONG)
        return " ".join((head, *along)).lower()
    if clause.bits & _EMPTY and (place := _told_by(clause, predicate.head)) is not None:
        return words.senses[tokens.words[place]]
    return head


def _has_object(clause: Told, head: int) -> bool:
    """Tell whether what follows a verb at once is what it is done to: "sank the ferry", not "sank off Bergen"."""
    bits = clause.tokens.bits
    for place in range(head + 1, clause.clause.last):
        if not bits[place] & ADVERB:
            return not bits[place] & _NO_OBJECT
    return False


_NO_OBJECT: Final = AND | MARK | PREPOSITION | QUOTE | TIME | TO


def _complement(noun: Told) -> list[str]:
    """Give the terms of what tells more of a noun: "a blast at the paint factory in Elva killed two"."""
    bits, first = noun.tokens.bits, noun.clause.last
    last, most = first, min(len(bits), first + _MOST)
    while last < most and (bits[last] & CAPITAL or not bits[last] & _ENDS_COMPLEMENT):
        last += 1
    return noun.tokens.terms[first:last]


_ENDS_COMPLEMENT: Final = AND | AUXILIARY | MARK | PAST | QUOTE | RELATIVE | THAT | THIRD | TIME_LINK


def _meant(told: list[Told], place: int, clause: Told) -> Sequence[str]:
    """Give the terms of what "which", "it", "its" or "them" stands for in a clause, none where it has no such word.

    Of "which" the words right before it; else the subject of the clause that it hangs on, or what the sentence before
    tells of.
    """
    if clause.predicate is None:
        return ()
    if clause.role is Role.RELATIVE:
        terms, first = clause.tokens.terms, clause.clause.first
        return [term for term in terms[max(0, first - 1 - _TAKEN_ALONG) : first][::-1] if term]
    if not _has_pronoun(clause, clause.predicate.head):
        return ()
    if clause.parent != place:
        other = told[clause.parent]
        end = other.predicate.first if other.predicate else other.clause.last
    elif clause.first and told[clause.first - 1].number >= 0:
        other = told[told[clause.first - 1].first]
        end = other.clause.last
    else:
        return ()
    first, head = other.clause.first, other.predicate.head if other.predicate else -1
    near = range(first, min(end, first + _MOST))
    return [term for n in near if n != head and (term := other.tokens.terms[n])]


def _has_pronoun(clause: Told, head: int) -> bool:
    """Tell whether a word of the subject, or the object right after the head, stands for what was named before."""
    bits, last = clause.tokens.bits, clause.clause.last
    subject = any(here & _PRONOUN for here in bits[clause.clause.first : head])
    return subject or (head + 1 < last and bool(bits[head + 1] & OBJECTIVE))


def _told_by(clause: Told, head: int) -> int | None:
    """Give where the word stands that a verb tells of which says nothing by itself: "took place", "gave a speech".

    The event's noun of its object, else the object's first term, else the event's noun before it.
    """
    terms = clause.tokens.terms
    after = [n for n in range(head + 1, clause.clause.last) if terms[n]]
    told = _events_of_object(clause, head) or after or _events_before(clause, head)
    return told[0] if told else None


def _performed(clause: Told, head: int) -> int | None:
    """Give where the event's noun stands that a verb only says was brought about: "imposed a ban"."""
    told = _events_of_object(clause, head) or _events_before(clause, head)
    return told[0] if told else None


def _events_of_object(clause: Told, head: int) -> list[int]:
    """Give the places of the event's nouns in the phrase that follows the head."""
    bits, terms = clause.tokens.bits, clause.tokens.terms
    first = next((n for n in range(head + 1, clause.clause.last) if terms[n]), clause.clause.last)
    ends = (n for n in range(first + 1, clause.clause.last) if bits[n] & _ENDS_PHRASE)
    return [n for n in range(first, next(ends, clause.clause.last)) if terms[n] and _names_event(bits[n])]


def _events_before(clause: Told, head: int) -> list[int]:
    """Give the places of the event's nouns before the head, the nearest first."""
    return [n for n in range(head - 1, clause.clause.first - 1, -1) if _names_event(clause.tokens.bits[n])]


_ENDS_PHRASE: Final = MARK | PREPOSITION | TO


def _names_event(here: int) -> bool:
    return bool(here & EVENT) and not here & CAPITAL
