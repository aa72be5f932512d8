"""The telling words of a clause, by which reports of one event in several articles are known."""

from __future__ import annotations

from itertools import islice

from timeline.events.bits import AUXILIARY, LIGHT, REPORT
from timeline.events.told import Told
from timeline.events.words import Words

_MOST = 16
_EMPTY = REPORT | LIGHT | AUXILIARY
_TAKEN_ALONG = 3


def terms_of(clause: Told, words: Words) -> tuple[str, ...]:
    """Give the stem of the head first, then the clause's other terms, last the names of its sentence.

    Names start with a capital; those of several words come as their initials too, by which other reports
    may call them. A head that says little by itself ("said", "has") takes the words after it along, in a
    report those of what was said too.
    """
    tokens, predicate = clause.tokens, clause.clause.predicate
    if predicate is None:
        return ()
    terms = tokens.terms
    head = words.stems[tokens.words[predicate.head]]
    telling = dict.fromkeys(terms[clause.clause.first : clause.clause.last])
    if clause.bits & _EMPTY:
        until = None if clause.bits & REPORT else clause.clause.last
        along = islice(filter(None, terms[predicate.head + 1 : until]), _TAKEN_ALONG)
        head = " ".join((head, *along)).lower()
    telling |= dict.fromkeys(tokens.names)
    telling.pop("", None)
    telling.pop(head, None)
    return (head, *telling)[:_MOST]
