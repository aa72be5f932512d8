"""The telling words of a clause, by which reports of one event in several articles are known."""

from __future__ import annotations

from timeline.events.bits import AUXILIARY, CAPITAL, DETERMINER, MARK, PREPOSITION, QUOTE, STOP, TIME
from timeline.events.told import Told
from timeline.events.words import Words

_MOST = 16
_SAYS_NOTHING = AUXILIARY | DETERMINER | MARK | PREPOSITION | QUOTE | STOP | TIME


def terms_of(clause: Told, words: Words) -> tuple[str, ...]:
    """Give the stem of the head first, then the stems of the other telling words, names in their own case."""
    tokens, predicate = clause.tokens, clause.clause.predicate
    head = predicate.head if predicate else -1
    terms = {words.stems[tokens.words[head]]: None} if predicate else {}
    for place in range(clause.clause.first, clause.clause.last):
        here = tokens.bits[place]
        if here & _SAYS_NOTHING or place == head:
            continue
        word = tokens.words[place]
        if here & CAPITAL:
            terms[word.removesuffix("'s").removesuffix("’s")] = None
        elif len(word) > 2:
            terms[words.stems[word]] = None
        if len(terms) >= _MOST:
            break
    return tuple(terms)
