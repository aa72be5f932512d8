"""The century of a year that is told by its last two digits: "from 1815 to '70", "the men of '89" of a history."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.tagging.genre import hangs_on_publication
from timeline.tagging.language import Pack
from timeline.tagging.pairs import in_year, join
from timeline.tagging.phrase import Phrase

_SHORT = re.compile(r"'\d\d(?!\w)")
_JOINS = frozenset({"TO", "DASH", "AND", "OR", "COMMA"})
_CENTURY = 100
_NEAR = 30  # years from the one that a history has named last


def with_centuries(phrases: list[Phrase], folded: str, pack: Pack) -> list[Phrase]:
    """Give the phrases with the years of two digits in the century of the year before them.

    That is so where the two stand together, and all over a text that names no day by its distance from the
    publication; elsewhere they are of the last hundred years.
    """
    if not any(_is_short(phrase, folded) for phrase in phrases):
        return phrases
    is_history = not any(hangs_on_publication(phrase, folded, pack) for phrase in phrases)
    return list(_in_centuries(phrases, folded, pack, is_history))


def _is_short(phrase: Phrase, folded: str) -> bool:
    if phrase.said.traits.year is None or folded.find("'", phrase.start, phrase.end) < 0:
        return False
    return _SHORT.search(folded, phrase.start, phrase.end) is not None


def _in_centuries(phrases: Sequence[Phrase], folded: str, pack: Pack, is_history: bool) -> Iterator[Phrase]:
    last: Phrase | None = None
    for phrase in phrases:
        told = phrase
        if last is not None and last.said.traits.year is not None and _is_short(phrase, folded):
            joined = not _JOINS.isdisjoint(join(last.end, phrase.start, folded, pack))
            year = _year(phrase.said.traits.year or 0, last.said.traits.year, joined, is_history)
            told = phrase.saying(in_year(phrase.said.expression, year))
        last = told if told.said.traits.year is not None else last
        yield told


def _year(said: int, last: int, joined: bool, is_history: bool) -> int:
    same = last - last % _CENTURY + said % _CENTURY
    if joined and same > last:
        return same
    nearest = min(same, same - _CENTURY, key=lambda year: abs(year - last))
    return nearest if is_history and abs(nearest - last) <= _NEAR < abs(said - last) else said
