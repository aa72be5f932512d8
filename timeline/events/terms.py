"""The telling words of a clause, by which reports of one event in several articles are known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from timeline.events.bits import (
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    LIGHT,
    MARK,
    PREPOSITION,
    QUOTE,
    REPORT,
    STOP,
    TIME,
)
from timeline.events.told import Told
from timeline.events.words import Words

_MOST = 16
_SAYS_NOTHING = AUXILIARY | DETERMINER | MARK | PREPOSITION | QUOTE | STOP | TIME
_EMPTY = REPORT | LIGHT | AUXILIARY


def terms_of(clause: Told, words: Words) -> tuple[str, ...]:
    """Give the stem of the head first, then those of its other telling words.

    Last the names of its sentence.

    Names start with a capital. A head that says little by itself ("said", "has") takes the words that
    follow along.
    """
    tokens, predicate = clause.tokens, clause.clause.predicate
    if predicate is None:
        return ()
    head = words.stems[tokens.words[predicate.head]]
    telling = dict.fromkeys(_telling(clause, words, clause.clause.first, clause.clause.last))
    telling.pop(head, None)
    if clause.bits & _EMPTY:
        following = islice(_telling(clause, words, predicate.head + 1, len(tokens.bits)), 3)
        head = " ".join((head, *following)).lower()
    telling |= dict.fromkeys(_telling(clause, words, 0, len(tokens.bits), CAPITAL))
    return (head, *telling)[:_MOST]


def _telling(clause: Told, words: Words, first: int, last: int, wanted: int = 0) -> Iterator[str]:
    """Give the stems of the telling words among the tokens [first.

    Last) that have one of the wanted bits, if any.

    After a name of several words come its initials, by which other reports may call it.
    """
    tokens, initials = clause.tokens, ""
    for place in range(first, last):
        here, word = tokens.bits[place], tokens.words[place]
        if here & CAPITAL and not here & _SAYS_NOTHING:
            yield words.stems[word].capitalize()
            initials += word[0]
            continue
        if len(initials) > 1:
            yield initials.capitalize()
        initials = ""
        if not here & _SAYS_NOTHING and len(word) > 2 and (not wanted or here & wanted):
            yield words.stems[word]
    if len(initials) > 1:
        yield initials.capitalize()
