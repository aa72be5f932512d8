"""Who acts and where, as far as capital letters and the words around them tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from timeline.events.bits import (
    AND,
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    EVENT,
    KIND,
    LINK,
    MARK,
    OF,
    PERSON,
    PREPOSITION,
    QUOTE,
    REPORT,
    STOP,
    SUBJECT,
    TIME,
    TIME_LINK,
    VERB,
    WHERE,
)
from timeline.events.tokens import Tokens

_FUNCTION: Final = AND | AUXILIARY | DETERMINER | LINK | PREPOSITION | STOP | SUBJECT | TIME_LINK
_COMMON: Final = (
    _FUNCTION | EVENT | KIND | VERB
)  # a capital at the start of a sentence says nothing about these


class Name:
    """The tokens [first, last) that make up a name; `place` tells that it says where."""

    __slots__ = ("first", "last", "place", "text")

    def __init__(self, first: int, last: int, text: str, place: bool) -> None:
        self.first: Final = first
        self.last: Final = last
        self.text: Final = text
        self.place: Final = place


def names_of(text: str, tokens: Tokens) -> list[Name]:
    """Give the names in a sentence, in the order of the text."""
    found = []
    for first, last in _runs(tokens.bits) if tokens.present & CAPITAL else ():
        name = text[tokens.starts[first] : tokens.ends[last - 1]].removesuffix("'s").removesuffix("’s")
        before = tokens.bits[first - 1] if first else 0
        following = tokens.bits[last] if last < len(tokens.bits) else 0
        person = any(here & PERSON for here in tokens.bits[first:last])
        place = bool(before & WHERE) and not person and not following & (VERB | REPORT)
        found.append(Name(first, last, name, place))
    return found


def _runs(own: list[int]) -> Iterator[tuple[int, int]]:
    """Give the stretches of capitalised words, "of" between two included; adjectives ("Dutch farmers") are none."""
    bits = [*own, 0]
    last = 0
    for begin in [place for place, here in enumerate(own) if here & CAPITAL]:
        if begin < last or not _begins(bits, begin):
            continue
        last = begin + 1
        while bits[last] & CAPITAL or (bits[last] & OF and bits[last + 1] & CAPITAL):
            last += 1
        if last - begin > 1 or bits[last] & _AFTER_NAME or last == len(own):
            yield begin, last


_AFTER_NAME: Final = _FUNCTION | VERB | MARK | QUOTE | TIME | CAPITAL


def _begins(bits: list[int], place: int) -> bool:
    """Tell whether a word begins a name; the first word of a sentence has its capital anyway."""
    here, named_on = bits[place], bool(bits[place + 1] & CAPITAL)
    if here & _FUNCTION:
        return named_on and bool(here & DETERMINER)
    first = place == 0 or bool(bits[place - 1] & QUOTE)
    return named_on or not first or not here & _COMMON
