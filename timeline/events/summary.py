"""A line that a person can read out, cut from the text: the clause.

With its subject where that stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from timeline.events.bits import (
    ADVERB,
    AND,
    AUXILIARY,
    LINK,
    MARK,
    OF,
    PAST,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    REPORT,
    THAT,
    TIME_LINK,
)
from timeline.events.clauses import Role
from timeline.events.phrases import noun_phrase
from timeline.events.told import Told

_LONGEST = 160  # characters
_OPENING = AND | THAT
_NO_SUBJECT = (Role.COORDINATE, Role.PARTICIPLE, Role.PURPOSE)
_SAID = (Role.COMPLEMENT, Role.QUOTED, Role.COORDINATE, Role.RELATIVE)
_APART = 3  # characters between a verb of saying and what was said: a comma, a quotation mark
_GAP = " … "
_sentence = attrgetter("first")
_NO_NOUN = PAST | AUXILIARY | ADVERB | PREPOSITION | MARK | QUOTE


def summaries(text: str, told: Sequence[Told]) -> list[str]:
    """Give each clause in its own words, in the order of what is told.

    What interrupts the clause is left out, what it lacks of its subject is taken from the clause it hangs on;
    "…" stands for every gap. What somebody is to do is told with who is to do it.
    """
    found: list[str] = []
    for _, group in groupby(told, key=_sentence):
        beside = list(group)
        relatives = [clause for clause in beside if clause.clause.role is Role.RELATIVE]
        found += [_summary(text, clause, told[clause.parent], beside, relatives) for clause in beside]
    return found


def _summary(text: str, told: Told, parent: Told, beside: Sequence[Told], relatives: Sequence[Told]) -> str:
    if told.clause.role is Role.NOUN:
        return " ".join(text[told.start : told.end].split())
    whole = told.clause.role is Role.PURPOSE and parent.start <= told.start < parent.end <= told.end
    own = text[_opening(parent) : told.end] if whole else _pieces(text, told, relatives)
    said = "" if whole else _said(text, told, beside)
    subject = "" if whole else _subject(text, told, parent)
    line = " ".join(((subject + _GAP + own if subject else own) + said).split())
    if len(line) <= _LONGEST:
        return line
    return line[: line.rfind(" ", 0, _LONGEST)].rstrip(" ,;:…") + "…"


def _pieces(text: str, told: Told, relatives: Sequence[Told]) -> str:
    """Cut out the relative clauses that interrupt it."""
    start, last = _opening(told), told.end
    pieces = []
    for other in relatives:
        if start < other.start and other.end < last:
            pieces.append(text[start : other.start].rstrip(" ,("))
            start = other.end
    pieces.append(text[start:last].lstrip(" ,)"))
    return _GAP.join(piece for piece in pieces if piece)


def _said(text: str, told: Told, beside: Sequence[Told]) -> str:
    """Give what follows a verb of saying as what was said: "maintained last Friday" alone tells nothing."""
    if not told.bits & REPORT:
        return ""
    end = told.end
    for other in beside:
        if end <= other.start <= end + _APART and other.clause.role in _SAID:
            end = other.end
    return text[told.end : end]


def _opening(told: Told) -> int:
    """Give where the clause starts without the word that only ties it to another."""
    clause = told.clause
    first = clause.first
    ties = TIME_LINK if clause.role is Role.TIME else _OPENING
    if first + 1 < clause.last and (told.tokens.bits[first] & ties or _stands_for_subject(told)):
        first += 1
    return told.tokens.starts[first]


def _stands_for_subject(told: Told) -> bool:
    """Tell whether the clause opens with a "which" or "who" that is its subject."""
    clause, bits = told.clause, told.tokens.bits
    if clause.role is not Role.RELATIVE or clause.predicate is None or clause.first != clause.link:
        return False
    between = bits[clause.first + 1 : clause.predicate.first]
    return bool(bits[clause.first] & (RELATIVE | THAT)) and all(here & ADVERB for here in between)


def _antecedent(text: str, told: Told) -> str:
    """Give the phrase that a "which" or "who" stands for: "the head of the agency, who", with what hangs on it."""
    bits, noun = told.tokens.bits, told.clause.link - 1
    while noun > 0 and bits[noun] & MARK:
        noun -= 1
    if noun < 0:
        return ""
    begin = noun_phrase(bits, noun)
    while begin > 1 and bits[begin - 1] & (OF | PREPOSITION) and not bits[begin - 2] & _NO_NOUN:
        begin = noun_phrase(bits, begin - 2)
    return text[told.tokens.starts[begin] : told.tokens.ends[noun]]


def _subject(text: str, told: Told, parent: Told) -> str:
    """Give the subject of the clause it hangs on where it has none of its own."""
    clause, tokens = told.clause, told.tokens
    if _stands_for_subject(told):
        return _antecedent(text, told)
    if clause.role not in _NO_SUBJECT or parent is told or parent.clause.predicate is None:
        return ""
    first = clause.first
    while first < clause.last and tokens.bits[first] & (_OPENING | ADVERB | MARK):
        first += 1
    if clause.predicate is None or clause.predicate.first > first:
        return ""
    begin, end = parent.clause.first, parent.clause.predicate.first
    while begin < end and tokens.bits[begin] & (_OPENING | LINK | TIME_LINK | RELATIVE):
        begin += 1
    return text[tokens.starts[begin] : tokens.ends[end - 1]] if begin < end else ""
