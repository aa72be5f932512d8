"""What an article says of before and after: facts with a reason, and a stable display order drawn from them.

A fact holds between two events whatever their dates. Display order follows the dates first, then the facts,
then the course of the telling; where dates and a fact contradict each other, the dates stand and the fact
is reported (`contradictions`).
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from timeline.civil import DAY_SECONDS, Granularity
from timeline.events.bits import AFTER, BEFORE, MEANWHILE, REPORT
from timeline.events.dated import Dating
from timeline.events.predicates import Tense
from timeline.events.stretches import Role
from timeline.events.told import Told
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Basis
from timeline.reason import Reason, because


class Fact(NamedTuple):
    """The clause at `earlier` tells of something before what the clause at `later` tells of, and why."""

    earlier: int
    later: int
    because: Reason


def facts_of(told: list[Told]) -> list[Fact]:
    """Give what the words say of before and after, between a clause and the one that it hangs on."""
    return [
        fact
        for place, clause in enumerate(told)
        if clause.parent != place
        for fact in _between(place, clause, told)
    ]


def _between(place: int, clause: Told, told: list[Told]) -> Iterator[Fact]:
    parent = clause.parent
    role, tense = clause.role, clause.tense
    if role is Role.COORDINATE and told[parent].role is Role.TIME:
        clause = told[parent]  # "before he was seen and caught"
        role, parent = Role.TIME, clause.parent
    if role is Role.TIME:
        opener = clause.tokens.bits[clause.clause.link]
        word = clause.tokens.words[clause.clause.link].lower()
        if opener & AFTER or (opener & MEANWHILE and tense is Tense.PARTICIPLE):  # "while looking for it"
            yield Fact(place, parent, because("the text says “%(word)s”", word=word))
        elif opener & BEFORE:
            yield Fact(parent, place, because("the text says “%(word)s”", word=word))
    elif tense in (Tense.FUTURE, Tense.INFINITIVE) and role in (Role.COMPLEMENT, Role.PURPOSE):
        yield Fact(parent, place, because("it is told as still to come"))
    elif role is Role.COMPLEMENT and told[parent].bits & REPORT and tense in _DONE:
        yield Fact(place, parent, because("it is told as done when it was said"))
    elif tense is Tense.PLUPERFECT and role is not Role.COORDINATE and told[parent].tense is Tense.PAST:
        yield Fact(place, parent, because("it is told as already past"))


_DONE: Final[tuple[Tense, ...]] = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


def narrowed(dates: list[Dating], facts: Iterable[Fact]) -> list[Dating]:
    """Give the dates with the bounds of undated events drawn in to what the facts leave them."""
    result = list(dates)
    for earlier, later, why in facts:
        first, second = dates[earlier], dates[later]
        if first.when is None and second.when is not None:
            result[earlier] = _within(
                result[earlier], Interval(BEGINNING, second.when.end, second.when.granularity), why
            )
        elif second.when is None and first.when is not None:
            result[later] = _within(
                result[later], Interval(first.when.start, END, first.when.granularity), why
            )
    return result


def _within(date: Dating, limit: Interval, why: Reason) -> Dating:
    bounds = date.bounds.intersection(limit)
    if bounds is None or bounds == date.bounds:
        return date
    both = because("%(why)s; %(limit)s", why=date.because, limit=why)
    return Dating(date.when, bounds, date.basis, both, date.timex)


def places(told: list[Told], dates: list[Dating], facts: Iterable[Fact]) -> list[int]:
    """Give the place of each event on the article's own timeline, from 0; no fact is broken but by a date."""
    in_turn = [place for *_, place in sorted(_keys(told, dates))]
    rank = [0] * len(told)
    for number, place in enumerate(in_turn):
        rank[place] = number
    binding = [
        (earlier, later)
        for earlier, later, _ in facts
        if not contradicted(dates[earlier].when, dates[later].when)
    ]
    binding += _by_the_hour(dates)
    if all(rank[earlier] < rank[later] for earlier, later in binding):
        return rank
    return _reordered(in_turn, rank, binding)


def _reordered(in_turn: list[int], rank: list[int], binding: list[tuple[int, int]]) -> list[int]:
    """Give the places of the events, which are `in_turn` by their `rank`, such that no fact is broken."""
    waits: defaultdict[int, list[int]] = defaultdict(list)
    needs = [0] * len(rank)
    for earlier, later in binding:
        waits[earlier].append(later)
        needs[later] += 1
    ready = [number for number, place in enumerate(in_turn) if not needs[place]]  # in order, and so a heap
    found = [-1] * len(rank)
    for number in range(len(rank)):
        if not ready:  # facts in a circle: go on with the earliest of them
            ready = [next(rank[place] for place in in_turn if found[place] < 0)]
        place = in_turn[heapq.heappop(ready)]
        found[place] = number
        for later in waits[place]:
            needs[later] -= 1
            if needs[later] == 0 and found[later] < 0:
                heapq.heappush(ready, rank[later])
    return found


def contradicted(earlier: Interval | None, later: Interval | None) -> bool:
    """Tell whether the dates of two events say that the one said to be earlier came after the other."""
    return earlier is not None and later is not None and later.end <= earlier.start


# The course of one day: what was over by then, its background, events, what is said of them, plans.
_OVER, _PAST, _TOLD, _SAID, _AHEAD = range(5)


def _keys(told: list[Told], dates: list[Dating]) -> Iterator[tuple[int, int, int, int]]:
    """Give (second, turn, place in the text, number) of each event to sort by.

    The date's first day, else that of the bound that is closed. What is not bounded at all comes where it is told,
    after the last that has a date; what is only named is mostly older than what is told, and comes first. What was
    that morning was before what only the day dates: "He resigned on Friday. That morning police searched his house".
    """
    last, news = BEGINNING, dict[int, int]()  # day -> where the first event is told that only the day dates
    for place, (clause, date) in enumerate(zip(told, dates, strict=True)):
        if date.when is not None:
            last = _day(date.when.start)
            turn, start = _turn(clause, date, told[clause.parent]), clause.start
            if date.when.granularity is Granularity.DAY and date.basis is Basis.STATED and turn == _TOLD:
                news.setdefault(last, start)
            elif _is_of_morning(date.when):
                start = min(start, news.get(last, start) - 1)
            yield last, turn, start, place
        elif date.bounds.end < END:
            over = _OVER if clause.tense is Tense.PLUPERFECT else _PAST
            yield _day(date.bounds.end - 1), over, clause.start, place
        elif date.bounds.start > BEGINNING:
            yield date.bounds.start, _AHEAD, clause.start, place
        elif clause.role is Role.NOUN:
            yield BEGINNING, _PAST, clause.start, place
        else:
            yield last, _AHEAD, clause.start, place


def _is_of_morning(when: Interval) -> bool:
    return when.granularity is Granularity.DAYPART and when.end <= _day(when.start) + DAY_SECONDS // 2


def _day(second: int) -> int:
    return second - second % DAY_SECONDS


def _by_the_hour(dates: list[Dating]) -> list[tuple[int, int]]:
    """Give (earlier, later) for events of one day whose hours the text gives."""
    timed: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, date in enumerate(dates):
        if date.when is not None and date.when.granularity < Granularity.DAY:
            timed[_day(date.when.start)].append((date.when.start, place))
    found: list[tuple[int, int]] = []
    for events in timed.values():
        found += (
            (earlier[1], later[1]) for earlier, later in pairwise(sorted(events)) if earlier[0] < later[0]
        )
    return found


_ABOUT: Final[tuple[Role, ...]] = (Role.RELATIVE, Role.COMPLEMENT)


def _turn(clause: Told, date: Dating, parent: Told) -> int:
    """Give the place in the course of a day: what is said comes last, what it was about first."""
    if clause.role is Role.NOUN:
        return _PAST  # "the fire" before what it did
    role = parent.role if clause.role is Role.COORDINATE else clause.role
    about = role in _ABOUT
    if about and clause.tense in _DONE and date.basis is not Basis.STATED:
        return _PAST
    return _SAID if clause.bits & REPORT else _TOLD
