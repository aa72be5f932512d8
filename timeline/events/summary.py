"""A line that a person can read out, cut from the text: the clause, with its subject where that stands elsewhere."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import Final

from timeline.events.antecedents import Named, antecedents
from timeline.events.bits import (
    ADVERB,
    AFTER,
    AND,
    AUXILIARY,
    BEFORE,
    LINK,
    MARK,
    OF,
    PAST,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    REPORT,
    THAT,
    TIME,
    TIME_LINK,
)
from timeline.events.chronicle import label_of
from timeline.events.distance import is_beside
from timeline.events.phrases import whole_phrase
from timeline.events.stretches import Role
from timeline.events.told import Told
from timeline.events.words import QUOTES

_LONGEST: Final = 160  # characters
_OPENING: Final = AND | THAT
_NO_SUBJECT: Final[tuple[Role, ...]] = (Role.COORDINATE, Role.PARTICIPLE, Role.PURPOSE, Role.TIME)
_OPEN: Final[tuple[Role, ...]] = (Role.MAIN, Role.QUOTED)  # "That was in May" begins with its subject
_SAID: Final[tuple[Role, ...]] = (Role.COMPLEMENT, Role.QUOTED, Role.COORDINATE, Role.RELATIVE)
_SAID_BEFORE: Final[tuple[Role, ...]] = (Role.MAIN, Role.QUOTED, Role.COORDINATE, Role.COMPLEMENT)
_APART: Final = 3  # characters between a verb of saying and what was said: a comma, a quotation mark
_AFTER_LABEL: Final = " .:-–—|"
_GAP: Final = " … "
_sentence = attrgetter("first")
_NO_NOUN: Final = PAST | AUXILIARY | ADVERB | PREPOSITION | MARK | QUOTE | TIME


def summaries(text: str, told: list[Told]) -> list[str]:
    """Give each clause in its own words, in the order of what is told.

    What interrupts the clause is left out, what it lacks of its subject is taken from the clause it hangs on or
    from what it tells more of; "…" stands for every gap. What somebody is to do is told with who is to do it, what
    somebody says with what was said.
    """
    found: list[str] = []
    sentences = [list(group) for _, group in groupby(told, key=_sentence)]
    for beside, named in zip(sentences, antecedents(sentences), strict=True):
        relatives = [clause for clause in beside if _interrupts(clause)]
        label = label_of(text, beside)
        for clause in beside:
            line = _line(text, clause, told[clause.parent], beside, relatives)
            line = _without(text[label.start : label.end], line) if label else line
            found.append(_cut(_with_names(line, named) if named else line))
    return found


def _with_names(line: str, named: Named) -> str:
    """Give a line with the name of its first pronoun in brackets, as editors write it: "[Ann Lee] left school"."""
    words = line.split(" ")
    for place, word in enumerate(words):
        if QUOTES.intersection(word):
            break
        name = named.get(word.lower())
        if name is not None and name not in line:
            return " ".join([*words[:place], f"[{name}]", *words[place + 1 :]])
    return line


_QUOTES_BEFORE: Final = ('" ', "” ", "» ", "’ ", "' ")  # of a quotation that ended before the clause


def _cut(words: str) -> str:
    line = _evenly_spaced(words)
    line = line[2:] if line.startswith(_QUOTES_BEFORE) else line
    if len(line) <= _LONGEST:
        return line
    return line[: line.rfind(" ", 0, _LONGEST)].rstrip(" ,;:…") + "…"


def _without(label: str, line: str) -> str:
    """Give a line without the date or the hour that stands over it: "07:10: Trains stopped" is told beside its date."""
    rest = line.removeprefix(label).lstrip(_AFTER_LABEL)
    return rest or line


def _evenly_spaced(words: str) -> str:
    """Give a text with single spaces between its words and none around them."""
    if words.isprintable() and "  " not in words:  # the space is the only white space that is printable
        return words.strip()
    return " ".join(words.split())


def _interrupts(told: Told) -> bool:
    """Tell whether a clause may stand in the middle of another: not "the goods sold in May", which needs its noun."""
    return told.role is Role.RELATIVE and told.clause.link == told.clause.first


def _line(text: str, told: Told, parent: Told, beside: list[Told], relatives: list[Told]) -> str:
    clause = told.clause
    if clause.role is Role.NOUN:
        return text[told.start : told.end]
    if clause.role is Role.PURPOSE and parent.start <= told.start < parent.end <= told.end:
        begin, end = _subject(parent, beside[parent.clause.parent])
        own = text[_opening(parent) : told.end]
        return text[begin:end] + _GAP + own if begin < end <= parent.start else own
    begin, end = _subject(told, parent)
    if begin < end and (begin <= told.start < end or not (_stands_for_subject(told) or _bare(told))):
        return text[begin : told.end]  # "The mill, burned in 1910"; "the house where she lived"
    is_whole = told is parent and clause.role is Role.TIME  # "Two days after the crash police ..."
    own = _pieces(text, told, told.start if is_whole else _opening(told), relatives, beside)
    own = text[begin:end] + _GAP + own if begin < end else own
    own += _beside_what(text, told, beside)
    return (
        _with_what_was_said(text, own, told, beside)
        if told.bits & REPORT
        else own + _content(text, told, beside)
    )


def _content(text: str, told: Told, beside: list[Told]) -> str:
    """Give the "that ..." right after a clause that says nothing without it: "It was not until May | that it shut"."""
    end = told.end
    for other in beside:
        opener = other.tokens.bits[other.clause.link]
        is_next = end <= other.start <= end + 1 and other.clause.first == other.clause.link
        tells_more = other.role is Role.RELATIVE and not told.tokens.bits[told.clause.last - 1] & TIME
        if is_next and opener & THAT and not tells_more and not _stands_for_subject(other):
            end = other.end
    return text[told.end : end]


def _pieces(text: str, told: Told, start: int, relatives: list[Told], beside: list[Told]) -> str:
    """Cut out the relative clauses that interrupt it."""
    last = told.end
    pieces = []
    for other in relatives:
        if start < other.start and other.end < last:
            pieces.append(text[start : other.start].rstrip(" ,("))
            start = _end_with_what_was_said(other, beside)
    pieces.append(text[start:last].lstrip(" ,)"))
    return _GAP.join(piece for piece in pieces if piece)


def _beside_what(text: str, told: Told, beside: list[Told]) -> str:
    """Give what a clause that ends with a length is so long before or after: " after the fire" of "closed a year"."""
    if not told.tokens.bits[told.clause.last - 1] & TIME:
        return ""
    behind = (other for other in beside if other.clause.first == told.clause.last)
    after = next((other for other in behind if is_beside(other, told)), None)
    return text[told.end : after.end] if after else ""


def _end_with_what_was_said(relative: Told, beside: list[Told]) -> int:
    """Give where a relative clause ends, with what somebody says in it: ", who told them that she was ill,"."""
    if not relative.bits & REPORT:
        return relative.end
    first = relative.first
    said = (
        other.end
        for other in beside
        if other.role is Role.COMPLEMENT and beside[other.parent - first] is relative
    )
    return max(relative.end, *said, relative.end)


def _with_what_was_said(text: str, own: str, told: Told, beside: list[Told]) -> str:
    """Add what a verb of saying tells, after it or else before it: "the firm said last Friday" alone tells nothing."""
    end = told.end
    said = None
    for other in beside:
        if end <= other.start <= end + _APART and other.role in _SAID:
            end = other.end
        elif other.end <= told.start <= other.end + _APART and _may_be_said(other, told, beside):
            said = other
    if end > told.end or said is None:
        return own + text[told.end : end]
    before_it = beside[said.clause.parent]
    if said.role is Role.COORDINATE and before_it.start < said.start:
        said = before_it
    begin = _opening(said)
    begin -= said.clause.quoted and text[begin - 1 : begin] in QUOTES
    before = text[begin : told.start]
    room = _LONGEST - len(own) - len(_GAP)
    if len(before) <= room:
        return before + own
    return before[: max(before.rfind(" ", 0, room), 0)].rstrip(" ,;:") + _GAP + own


def _may_be_said(other: Told, told: Told, beside: list[Told]) -> bool:
    """Tell whether a verb of saying may be that of the clause before it: not "He rose | and told them"."""
    if told.role is Role.RELATIVE or other.role is Role.PURPOSE:
        return False
    if other.clause.quoted:
        return True
    goes_on = told.role is Role.COORDINATE and beside[told.clause.parent] is other
    link = told.tokens.bits[told.clause.link]
    tells_when = told.role is Role.TIME and (link & (AFTER | BEFORE) or not link & PREPOSITION)
    return other.role in _SAID_BEFORE and not goes_on and not tells_when


def _opening(told: Told) -> int:
    """Give where the clause starts without the word that only ties it to another."""
    clause, bits = told.clause, told.tokens.bits
    is_time = clause.role is Role.TIME and not _bare(told)
    first = clause.link if is_time else clause.first  # "three years after" ties as "after" does
    ties = TIME_LINK if is_time else AND if clause.role in _OPEN else _OPENING
    if is_time and first + 1 < clause.last and bits[first + 1] & TIME:
        ties = 0  # "Since 1994 it has been closed"
    if first + 1 < clause.last and (bits[first] & ties or _stands_for_subject(told)):
        first += 1
    return told.tokens.starts[first]


def _stands_for_subject(told: Told) -> bool:
    """Tell whether the clause opens with a "which" or "who" that is its subject."""
    clause, bits = told.clause, told.tokens.bits
    if clause.role is not Role.RELATIVE or clause.predicate is None or clause.first != clause.link:
        return False
    between = bits[clause.first + 1 : clause.predicate.first]
    return bool(bits[clause.first] & (RELATIVE | THAT)) and all(here & ADVERB for here in between)


def _bare(told: Told) -> bool:
    """Tell whether a clause begins with its verb."""
    clause, bits = told.clause, told.tokens.bits
    first = clause.first
    while first < clause.last and bits[first] & (_OPENING | ADVERB | MARK | TIME | TIME_LINK):
        first += 1
    return clause.predicate is not None and clause.predicate.first <= first


def _subject(told: Told, parent: Told) -> tuple[int, int]:
    """Give the place of the subject that a clause lacks, or of what it tells more of; else an empty one."""
    tokens, nothing = told.tokens, (told.end, told.end)
    if told.role is Role.RELATIVE:
        return _antecedent(told) or nothing
    if told.role not in _NO_SUBJECT or parent is told or parent.predicate is None:
        return nothing
    if not _bare(told):
        return nothing
    begin, end = parent.clause.first, parent.predicate.first
    while begin < end and tokens.bits[begin] & (_OPENING | LINK | TIME_LINK | RELATIVE):
        begin += 1
    return (tokens.starts[begin], tokens.ends[end - 1]) if begin < end else nothing


def _antecedent(told: Told) -> tuple[int, int] | None:
    """Give the place of what a "which" or "who" stands for: "the head of the agency, who", with what hangs on it."""
    bits, noun = told.tokens.bits, told.clause.first - 1
    if told.clause.link > told.clause.first and not bits[told.clause.first] & PREPOSITION:
        return None  # "the goods sold in May" begins with it
    while noun > 0 and (bits[noun] & (MARK | TIME) or (bits[noun] & PREPOSITION and bits[noun + 1] & TIME)):
        noun -= 1  # "a contract on Friday that ..."
    if noun < 0 or bits[noun] & (PREPOSITION | PAST):
        return None  # "for stealing a boat", "promised in 2010 that"
    begin = whole_phrase(bits, noun)
    while begin > 1 and bits[begin - 1] & OF and not bits[begin - 2] & _NO_NOUN:
        begin = whole_phrase(bits, begin - 2)
    return told.tokens.starts[begin], told.tokens.ends[noun]
