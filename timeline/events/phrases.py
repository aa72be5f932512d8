"""The phrase that ends with a noun."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.bits import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    MARK,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    TIME,
    VERB,
)


def noun_phrase(bits: Sequence[int], noun: int) -> int:
    """Give where the phrase that ends with a noun begins: with its article, its owner, its adjectives."""
    first = noun
    while first and noun - first < 4:
        before = bits[first - 1]
        if before & (MARK | QUOTE | AUXILIARY | PREPOSITION | TIME | ADVERB) or before & VERB:
            break
        first -= 1
        if before & (DETERMINER | POSSESSIVE | NUMBER):
            break
    return first
