"""Who acts and where, as far as capital letters and the words around them tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.events.bits import (
    AND,
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    EVENT,
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
from timeline.events.told import Told

_FUNCTION = AND | AUXILIARY | DETERMINER | LINK | PREPOSITION | STOP | SUBJECT | TIME_LINK
_COMMON = _FUNCTION | EVENT | VERB  # what a capital at the start of a sentence says nothing about


class Names(NamedTuple):
    """The names in a clause: those who act or are acted on, and the places, in the order of the text."""

    actors: tuple[str, ...]
    places: tuple[str, ...]


def names_of(text: str, told: Told) -> Names:
    """Give the names that stand in a clause."""
    actors: dict[str, None] = {}
    places: dict[str, None] = {}
    tokens = told.tokens
    for first, last in _runs(tokens, told.clause.first, told.clause.last):
        name = text[tokens.starts[first] : tokens.ends[last - 1]].removesuffix("'s").removesuffix("’s")
        before = tokens.bits[first - 1] if first else 0
        following = tokens.bits[last] if last < len(tokens.bits) else 0
        person = any(bits & PERSON for bits in tokens.bits[first:last])
        if before & WHERE and not person and not following & (VERB | REPORT):
            places[name] = None
        else:
            actors[name] = None
    return Names(tuple(actors), tuple(places))


def _runs(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of capitalised words, with an "of" between two of them.

    No adjectives ("Dutch farmers").
    """
    bits = [*tokens.bits, 0]
    place = first
    while place < last:
        begin = place
        place += 1
        if not _begins(bits, begin):
            continue
        while place < last and (bits[place] & CAPITAL or (bits[place] & OF and bits[place + 1] & CAPITAL)):
            place += 1
        if place - begin > 1 or bits[place] & _AFTER_NAME or place == len(tokens.bits):
            yield begin, place


_AFTER_NAME = _FUNCTION | VERB | MARK | QUOTE | TIME | CAPITAL


def _begins(bits: list[int], place: int) -> bool:
    """Tell whether a word begins a name; the first word of a sentence has its capital anyway."""
    here = bits[place]
    if not here & CAPITAL:
        return False
    first = place == 0 or bool(bits[place - 1] & QUOTE)
    return not here & (_COMMON if first else _FUNCTION) or bool(bits[place + 1] & CAPITAL)
