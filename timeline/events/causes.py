"""Which of the events that a clause names came first, by its verb: "the landslide that followed the eruption"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from timeline.events.bits import BY, FOLLOWS, LEADS, MARK, PARTICIPLE
from timeline.events.order import Fact
from timeline.events.stretches import Role
from timeline.events.told import Told, is_passive
from timeline.reason import because


def causes(told: list[Told]) -> Iterator[Fact]:
    """Give what verbs of cause and of sequence say of the nouns before and after them."""
    # By the first clause of their sentence.
    nouns: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, noun in enumerate(told):
        if noun.role is Role.NOUN:
            nouns[noun.first].append((noun.clause.last - 1, place))
    for clause in told:
        if clause.bits & (LEADS | FOLLOWS) and clause.role is not Role.NOUN and clause.first in nouns:
            yield from _told_by(clause, nouns[clause.first])


def _told_by(clause: Told, nouns: list[tuple[int, int]]) -> Iterator[Fact]:
    """Give the fact that a clause tells of the first of the `nouns`, (token, place), before its verb and after it."""
    predicate = clause.predicate
    if predicate is None or predicate.denied:
        return
    subject = bisect_left(nouns, (_subject_from(clause, predicate.first), 0))
    after = bisect_left(nouns, (predicate.head + 1, 0))
    if after == len(nouns) or nouns[after][0] >= clause.clause.last or nouns[subject][0] >= predicate.first:
        return
    first, second = nouns[subject][1], nouns[after][1]
    if bool(clause.bits & FOLLOWS) is not _is_done_by(clause):
        first, second = second, first
    word = clause.tokens.words[predicate.head].lower()
    yield Fact(first, second, because("the text says “%(word)s”", word=word))


def _subject_from(clause: Told, verb: int) -> int:
    """Give the token from which the subject is looked for: the noun before, where nothing but "that" or "which" is."""
    first = clause.clause.first
    if not first or verb > first + 1:
        return first
    return first - 2 if clause.tokens.bits[first - 1] & MARK else first - 1


def _is_done_by(clause: Told) -> bool:
    """Tell whether what a verb names first is what it is done to: "was caused by", "caused by"."""
    predicate, bits = clause.predicate, clause.tokens.bits
    if predicate is None or not bits[predicate.head] & PARTICIPLE:
        return False
    following = bits[predicate.head + 1] if predicate.head + 1 < len(bits) else 0
    return bool(following & BY) or is_passive(clause)
