"""What an article is about: the few terms that it comes back to, by which articles of one story know each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from timeline.events.bits import KIND
from timeline.events.tokens import Tokens
from timeline.events.told import Told
from timeline.events.words import OF_KIND

_MOST: Final = 16  # terms
_SHARED: Final = 0.3  # of the terms of the shorter article


def about(told: list[Told]) -> tuple[str, ...]:
    """Give the terms that most sentences of an article have, at most `_MOST`, sorted; names in their own case.

    A name counts for two words, and the first sentence for two.
    """
    terms: list[str] = []
    for place, clause in enumerate(told):
        if clause.first != place:
            continue  # a sentence counts once
        own = dict.fromkeys(_without_kind(clause.tokens))
        names = {name for _, name in clause.tokens.names if name in own}
        terms += (*own, *names) if place else (*own, *names) * 2
    count = Counter(terms)
    del count[""]
    often = sorted(count, key=count.__getitem__, reverse=True)  # of as many the one told first
    return tuple(sorted(often[:_MOST]))


def _without_kind(tokens: Tokens) -> list[str]:
    """Give the terms of a sentence, those of nouns without the kind of thing that they name."""
    if not tokens.present & KIND:
        return tokens.terms
    return [term.partition(OF_KIND)[0] for term in tokens.terms]


def is_one_story(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two articles are about the same: a name and something else, of long ones more; names count twice."""
    shared = frozenset(one).intersection(other)
    names = sum(term[0].isupper() for term in shared)
    enough = max(3.0, _SHARED * min(len(one), len(other)))
    return names > 0 and len(shared) + names >= enough
