"""What an article is about: the few terms that it comes back to, by which articles of one story know each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from timeline.events.told import Told

_MOST: Final = 8  # terms
_SHORTEST: Final = 2  # letters
_NAME, _LEAD = 2, 2  # how much more a name counts than a word, and the first sentence than another


def about(told: Sequence[Told]) -> tuple[str, ...]:
    """Give the terms that most sentences of an article have, at most `_MOST`, sorted; names in their own case."""
    count: Counter[str] = Counter()
    for place, clause in enumerate(told):
        if clause.first != place:
            continue  # a sentence counts once
        for term in sorted(set(clause.tokens.terms)):
            if len(term) >= _SHORTEST:
                count[term] += (_NAME if term[0].isupper() else 1) * (1 if place else _LEAD)
    return tuple(sorted(term for term, _ in count.most_common(_MOST)))


def is_one_story(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two articles are about the same: a name and something else."""
    shared = frozenset(one).intersection(other)
    return len(shared) > 1 and any(term[0].isupper() for term in shared)
