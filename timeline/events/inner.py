"""What a clause holds besides what it tells: infinitives, participles that tell more of a noun, grounds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from timeline.events.bits import (
    ADVERB,
    AND,
    AUXILIARY,
    BASE,
    BE,
    BLAME,
    BY,
    CAPITAL,
    DETERMINER,
    EVENT,
    GERUND,
    HAVE,
    MARK,
    NUMBER,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    REPORT,
    SUBJECT,
    TIME,
    TO,
    UNREAL,
)
from timeline.events.phrases import whole_phrase
from timeline.events.predicates import Predicate, Tense, is_sure, trails
from timeline.events.stretches import Clause, Role


def trailing(bits: list[int], found: list[Clause]) -> Iterator[Clause]:
    """Give the participles inside the clauses that tell more of a noun: "took in the men seized in May"."""
    end = len(bits)
    left = [
        n
        for n, here in enumerate(bits)
        if here & PAST
        and not here & CAPITAL
        and (_is_toll(bits, n) or (trails(bits, n, end) and not bits[n - 1] & MARK))
    ]
    if not left:
        return
    for parent, clause in sorted(enumerate(found), key=lambda pair: pair[1].last - pair[1].first):
        head = clause.predicate
        if head is None or not is_sure(bits, head, clause.first, clause.last):
            continue
        inside = slice(bisect_right(left, clause.first), bisect_left(left, clause.last))
        for place in left[inside]:
            toll = _is_toll(bits, place)
            apart = bits[head.head] & REPORT if toll else place < clause.last - 1
            if head.first <= place <= head.head + 1 - toll or not apart:
                continue
            first = max(whole_phrase(bits, place - 1), clause.first)
            last = _end_of_phrase(bits, place, head.first) if place < head.first else clause.last
            what = Predicate(place, place, Tense.PAST)
            role = Role.COMPLEMENT if toll else Role.RELATIVE
            yield Clause(first, place + 1 if toll else last, role, what, parent, clause.quoted, place)
        del left[inside]


def _is_toll(bits: list[int], place: int) -> bool:
    """Tell whether a participle tells what became of a number of people: "reported 12 killed and 30 hurt"."""
    following = bits[place + 1] if place + 1 < len(bits) else MARK
    before = bits[place - 1] if place else 0
    if not bits[place] & PARTICIPLE or not before & NUMBER or before & TIME:
        return False
    return bool(following & (MARK | AND | PREPOSITION | TIME))


def _end_of_phrase(bits: list[int], participle: int, verb: int) -> int:
    """Give where what goes with a participle ends before a verb: "In a letter dated 5 May | the king said"."""
    for place in range(participle + 2, verb):
        if bits[place - 1] & TIME and bits[place] & _BEGINS_SUBJECT:
            return place
    return _before_adverbs(bits, verb)


def _before_adverbs(bits: list[int], verb: int) -> int:
    """Give where the words that go with a verb begin: "the report published in May inadvertently | helped"."""
    while verb and bits[verb - 1] & ADVERB and not bits[verb - 1] & TIME:
        verb -= 1
    return verb


def purposes(bits: list[int], found: list[Clause]) -> Iterator[Clause]:
    """Give the infinitives, each in its narrowest clause: what somebody agreed, wants or has to do."""
    left = [n for n, here in enumerate(bits[:-1]) if here & TO and bits[n + 1] & (BASE | BE | HAVE)]
    for parent in sorted(range(len(found)), key=lambda n: found[n].last - found[n].first):
        clause = found[parent]
        begin = max(clause.predicate.head + 1 if clause.predicate else clause.first, clause.link)
        inside = slice(bisect_left(left, begin), bisect_left(left, clause.last - 1))
        for place in left[inside]:
            done = bits[place + 1] & HAVE and place + 2 < clause.last and bits[place + 2] & PARTICIPLE
            been = done and bits[place + 2] & BE and place + 3 < clause.last and bits[place + 3] & PARTICIPLE
            head = place + (3 if been else 2 if done else 1)
            what = Predicate(head, place, Tense.PERFECT if done else Tense.INFINITIVE)
            yield Clause(place, clause.last, Role.PURPOSE, what, parent, clause.quoted, place)
        del left[inside]


def grounds(bits: list[int], found: list[Clause]) -> Iterator[Clause]:
    """Give what somebody is blamed or praised for or denies, each in its narrowest clause: it was done before."""
    left = [n for n, here in enumerate(bits) if here & GERUND and n and _gives_ground(bits, n)]
    for parent in sorted(range(len(found)), key=lambda n: found[n].last - found[n].first) if left else ():
        clause = found[parent]
        inside = slice(bisect_right(left, clause.first), bisect_left(left, clause.last))
        for place in left[inside]:
            what = Predicate(place, place, Tense.PLUPERFECT)
            role = Role.COMPLEMENT if bits[place - 1] & UNREAL else Role.RELATIVE
            yield Clause(place, clause.last, role, what, parent, clause.quoted, place)
        del left[inside]


def _gives_ground(bits: list[int], gerund: int) -> bool:
    """Tell whether a gerund says for what: "jailed for stealing", "accused the mayor of lying", "denied lying"."""
    if bits[gerund - 1] & UNREAL and not bits[gerund] & EVENT:
        return True
    if not bits[gerund - 1] & PREPOSITION or bits[gerund - 1] & BY:
        return False
    for place in range(gerund - 2, max(gerund - 2 - _NEAR, -1), -1):
        if bits[place] & BLAME:
            return True
        if bits[place] & (MARK | AUXILIARY):
            return False
    return False


_BEGINS_SUBJECT: Final = MARK | DETERMINER | POSSESSIVE | SUBJECT | CAPITAL
_NEAR: Final = 5  # words between the blame and its ground
