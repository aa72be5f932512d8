"""The words of a sentence with their places, and what each can be."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import reduce
from itertools import accumulate
from operator import or_
from typing import Final

from timeline.events.bits import CAPITAL, COMMON, KIND, MARK, OPENING, QUOTE, TIME
from timeline.events.words import OF_KIND, Words
from timeline.model import Timex

# Where a sentence ends inside what somebody said, which is cut as one sentence: "I left. Nobody came."
_STOP_INSIDE: Final = r"[.!?](?<=[^\WA-Z_][^\WA-Z_].)(?=\s+[^\W\da-z_])"
_WORD: Final = r"\w++(?:['’&.-]\w++|[,:](?=\d)\w++)*+"
# Space begins nothing: said beforehand, not every way to begin is tried there.
_TOKEN: Final = re.compile(rf"((?=\S)(?:{_WORD}|[\"“”„«»,;:()\[\]—–…]|--|{_STOP_INSIDE}))")


class Tokens:
    """Parallel lists: the words, where they start and end in the text, their bits, and their terms.

    A term is what reports of one event are compared by: the stem, with a capital in names; "" for words
    that tell nothing. `names` are the places and terms of the words with a capital, and of initials. `present` has
    the bits of all of them: what is not there need not be looked for.
    """

    __slots__ = ("bits", "ends", "names", "present", "starts", "terms", "words")

    def __init__(
        self,
        words: list[str],
        starts: list[int],
        ends: list[int],
        bits: list[int],
        terms: list[str],
        present: int,
    ) -> None:
        self.words: Final = words
        self.starts: Final = starts
        self.ends: Final = ends
        self.bits: Final = bits
        self.terms: Final = terms
        self.names: Final = _names(bits, terms) if present & CAPITAL else []
        self.present: Final = present


def tokens_of(text: str, start: int, end: int, words: Words, timexes: list[Timex]) -> Tokens:
    """Give the tokens of `text[start:end]`; those inside an expression of time are that and nothing else."""
    # What lies between and the tokens, in turn: far quicker than matches.
    parts = _TOKEN.split(text[start:end])
    places = list(accumulate(map(len, parts), initial=start))
    surfaces, starts, ends = parts[1::2], places[1:-1:2], places[2::2]
    bits = list(map(words.bits.__getitem__, surfaces))
    terms = list(map(words.terms.__getitem__, surfaces))
    present = reduce(or_, bits, 0)
    if present & QUOTE:
        for place in _openings(bits, starts, ends):
            bits[place] = QUOTE | OPENING
    if present & KIND:
        for place in _owning(bits):
            terms[place] = terms[place].partition(OF_KIND)[0]
    for timex in timexes:
        for place in range(bisect_left(starts, timex.start), bisect_left(starts, timex.end)):
            bits[place], terms[place] = TIME, ""
            present |= TIME
    return Tokens(surfaces, starts, ends, bits, terms, present)


def _owning(bits: list[int]) -> list[int]:
    """Give the nouns of a kind that only say whose another noun is: "a ferry line" is no ship."""
    return [place for place, here in enumerate(bits[:-1]) if here & KIND and not bits[place + 1] & ~_NOUN]


_NOUN: Final = COMMON | KIND  # all that is known of a word that stands for nothing but a noun


def _openings(bits: list[int], starts: list[int], ends: list[int]) -> list[int]:
    """Give the quotation marks that a word follows at once: those that open."""
    return [
        place
        for place, here in enumerate(bits[:-1])
        if here & QUOTE and starts[place + 1] == ends[place] and not bits[place + 1] & (MARK | QUOTE)
    ]


def _names(bits: list[int], terms: list[str]) -> list[tuple[int, str]]:
    """Give the terms with a capital and their places; after a name of several words its initials, as some call it."""
    found: list[tuple[int, str]] = []
    initials, last = "", -1
    for place in [place for place, here in enumerate(bits) if here & CAPITAL and terms[place]]:
        if place > last + 1:
            if len(initials) > 1:
                found.append((last, initials.capitalize()))
            initials = ""
        found.append((place, terms[place]))
        initials += terms[place][0]
        last = place
    return [*found, (last, initials.capitalize())] if len(initials) > 1 else found
