"""The phrase that ends with a noun."""

from __future__ import annotations

from timeline.events.bits import (
    ADVERB,
    AUXILIARY,
    BASE,
    CAPITAL,
    DETERMINER,
    MARK,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    TIME,
    VERB,
)


def whole_phrase(bits: list[int], noun: int) -> int:
    """Give where the phrase begins too where a word before the noun could be a verb: "the waste plant"."""
    first = noun_phrase(bits, noun)
    could_be_verb = first > 1 and bits[first - 1] & BASE and not bits[first - 1] & AUXILIARY
    return first - 2 if could_be_verb and bits[first - 2] & (DETERMINER | POSSESSIVE) else first


def noun_phrase(bits: list[int], noun: int) -> int:
    """Give where the phrase that ends with a noun begins: with its article, its owner, its adjectives."""
    first = noun
    while first and noun - first < 4:
        before = bits[first - 1]
        if before & TIME and first > 1 and bits[first - 2] & (DETERMINER | POSSESSIVE):
            return first - 2  # "a 1987 killing"
        if before & (MARK | QUOTE | AUXILIARY | PREPOSITION | TIME | ADVERB) or before & VERB:
            break
        first -= 1
        is_named = first and before & NUMBER and bits[first - 1] & CAPITAL  # "Phase 2 study"
        if before & (DETERMINER | POSSESSIVE | NUMBER) and not is_named:
            break
    return first
