"""Whether two reports tell of one event, from nothing but the two;
and the keys under which such pairs meet.
"""

from __future__ import annotations

from itertools import combinations

from timeline.model import Event

_KEY_TERMS = 4  # how many of the longest telling words take part in keys
_COPY = 0.8  # share of words that two stretches have in common when one repeats the other
_COPY_WORDS = 5  # shorter stretches are alike by chance


def blocking_keys(event: Event) -> frozenset[str]:
    """Give the keys of which two reports of one event always share one; short strings, fewer than twenty.

    Reports that share none are not the same event, so nobody need compare them.
    """
    trigger, others = event.terms[:1], _telling(event)
    if not trigger:
        return frozenset()
    keys = {f"{trigger[0]}|{a}|{b}" for a, b in combinations(others, 2)}
    if event.when is not None:
        keys |= {f"{event.when.start}|{trigger[0]}|{term}" for term in others}
    return frozenset(keys)


def same_event(a: Event, b: Event) -> bool:
    """Tell whether two reports, of one article or two, tell of the same event; symmetric."""
    if not a.terms or not b.terms or a.terms[0] != b.terms[0]:
        return False
    if a.status is not b.status:
        return False
    shared = len(set(a.terms) & set(b.terms))
    if a.when is not None and b.when is not None and a.when.start == b.when.start:
        return shared >= 2
    return shared >= 4 and overlap(a, b) >= 0.5


def copies(a: Event, b: Event) -> bool:
    """Tell whether the stretches of two reports say the same in (nearly) the same words."""
    return min(len(a.terms), len(b.terms)) >= _COPY_WORDS and overlap(a, b) >= _COPY


def overlap(a: Event, b: Event) -> float:
    """Give the share of all their terms that both have, 0 to 1 (Jaccard)."""
    mine, theirs = set(a.terms), set(b.terms)
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def _telling(event: Event) -> list[str]:
    """Give the terms most likely to be rare: the longest, names before words, in a fixed order."""
    others = sorted(set(event.terms[1:]), key=lambda term: (term.islower(), -len(term), term))
    return sorted(others[:_KEY_TERMS])
