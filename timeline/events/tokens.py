"""The words of a sentence with their places and what each can be."""

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
    """Parallel lists: the words, where they start and end in the text, and their bits."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    bits: list[int]


def tokens_of(text: str, start: int, end: int, words: Words, timexes: Sequence[Timex]) -> Tokens:
    """Give the tokens of `text[start:end]`; those inside an expression of time are that and nothing else."""
    surfaces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text, start, end):
        surfaces.append(match.group())
        first, last = match.span()
        starts.append(first)
        ends.append(last)
    lookup = words.bits
    bits = [lookup[surface] for surface in surfaces]
    for place, here in enumerate(bits[:-1]):
        if here & QUOTE and starts[place + 1] == ends[place] and not bits[place + 1] & (MARK | QUOTE):
            bits[place] = QUOTE | OPENING
    for timex in timexes:
        for place in range(bisect_left(starts, timex.start), bisect_left(starts, timex.end)):
            bits[place] = TIME
    return Tokens(surfaces, starts, ends, bits)
