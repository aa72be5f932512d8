"""What an article is about: the few terms that it comes back to, by which articles of one story know each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from timeline.events.told import Told

_MOST: Final = 16  # terms
_SHARED: Final = 6  # one term in so many is shared by articles of one story


def about(told: list[Told]) -> tuple[str, ...]:
    """Give the terms that most sentences of an article have, at most `_MOST`, sorted; names in their own case.

    A name counts for two words, and the first sentence for two.
    """
    count: Counter[str] = Counter()
    for place, clause in enumerate(told):
        if clause.first != place:
            continue  # a sentence counts once
        terms = list(dict.fromkeys(clause.tokens.terms))
        names = {name for _, name in clause.tokens.names}.intersection(terms)
        for _ in range(1 if place else 2):
            count.update(terms)
            count.update(names)
    del count[""]
    often = sorted(count, key=count.__getitem__, reverse=True)  # of as many the one told first
    return tuple(sorted(often[:_MOST]))


def is_one_story(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two articles are about the same: a name and something else, of two long ones two things more."""
    shared = frozenset(one).intersection(other)
    enough = max(2, min(len(one), len(other)) / _SHARED)
    return len(shared) >= enough and any(term[0].isupper() for term in shared)
