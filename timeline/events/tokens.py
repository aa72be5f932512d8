"""The words of a sentence with their places, and what each can be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.bits import MARK, OPENING, QUOTE, TIME
from timeline.events.words import Words
from timeline.model import Timex

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)+|\w+(?:['’&.-]\w+)*|[\"“”„«»]|[,;:()\[\]—–…]|--")


class Tokens(NamedTuple):
    """Parallel lists: the words, where they start and end in the text, their bits, and their terms.

    A term is what reports of one event are compared by: the stem, with a capital in names; "" for words
    that tell nothing.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    bits: list[int]
    terms: list[str]
    names: list[str]


def tokens_of(text: str, start: int, end: int, words: Words, timexes: Sequence[Timex]) -> Tokens:
    """Give the tokens of `text[start:end]`; those inside an expression of time are that and nothing else."""
    matches = list(_TOKEN.finditer(text, start, end))
    surfaces = [match[0] for match in matches]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    bits_of, terms_of = words.bits, words.terms
    bits = [bits_of[surface] for surface in surfaces]
    terms = [terms_of[surface] for surface in surfaces]
    for place in _openings(bits, starts, ends):
        bits[place] = QUOTE | OPENING
    for timex in timexes:
        for place in range(bisect_left(starts, timex.start), bisect_left(starts, timex.end)):
            bits[place], terms[place] = TIME, ""
    return Tokens(surfaces, starts, ends, bits, terms, _names(terms))


def _openings(bits: list[int], starts: list[int], ends: list[int]) -> list[int]:
    """Give the quotation marks that a word follows at once: those that open."""
    return [
        place
        for place, here in enumerate(bits[:-1])
        if here & QUOTE and starts[place + 1] == ends[place] and not bits[place + 1] & (MARK | QUOTE)
    ]


def _names(terms: list[str]) -> list[str]:
    """Give the terms with a capital; after a name of several words its initials.

    By which others may call it.
    """
    found: list[str] = []
    initials = ""
    for term in terms:
        if term[:1].isupper():
            found.append(term)
            initials += term[0]
        elif initials:
            if len(initials) > 1:
                found.append(initials.capitalize())
            initials = ""
    return found
