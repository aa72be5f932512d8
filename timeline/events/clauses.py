"""The clauses of a sentence: cut wherever one could begin.

Then joined until each stretch tells of something.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from msgspec import Struct

from timeline.events.bits import (
    ADVERB,
    AND,
    BASE,
    BE,
    DETERMINER,
    GERUND,
    HAVE,
    LINK,
    MARK,
    NOMINATIVE,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    REPORT,
    THAT,
    TIME,
    TIME_LINK,
    TO,
    VERB,
)
from timeline.events.predicates import Predicate, Tense, predicate
from timeline.events.speech import BOUND, HEARD, PHRASE, speech_of
from timeline.events.tokens import Tokens


class Role(Enum):
    """What a clause is to the one that it hangs on."""

    MAIN = "main"
    COORDINATE = "coordinate"  # "and sold it"
    COMPLEMENT = "complement"  # what somebody said
    RELATIVE = "relative"
    TIME = "time"  # "after it was sold"
    LINK = "link"  # "because", "if"
    PARTICIPLE = "participle"  # ", accusing ..."
    QUOTED = "quoted"
    NOUN = "noun"  # "the 2009 crash"
    PURPOSE = "purpose"  # "to sell it": may never come about


class Clause(Struct, frozen=True, gc=False):
    """Tokens [first, last) of a sentence with their predicate, None where none is to be found.

    `parent` is the place among the sentence's clauses of the one it hangs on, its own where it hangs on none;
    `link` is the token that opens it. A clause may hold others that interrupt it.
    """

    first: int
    last: int
    role: Role
    predicate: Predicate | None
    parent: int
    quoted: bool
    link: int


class _Chunk(Struct, frozen=True, gc=False):
    """A stretch between two places where a clause could begin, the marks around it left out."""

    first: int
    last: int
    role: Role
    predicate: Predicate | None
    quoted: bool
    after_mark: bool


@dataclass(slots=True)
class _Draft:
    """A clause while chunks are being joined to it."""

    first: int
    last: int
    chunk: _Chunk


def clauses(tokens: Tokens, heading: bool = False) -> tuple[Clause, ...]:
    """Give the clauses of a sentence in the order of their predicates.

    At least one where there is a token.
    """
    if not tokens.bits:
        return ()
    chunks = list(_chunks(tokens, heading))
    drafts: list[_Draft] = []
    pending: _Chunk | None = None  # begins a clause whose predicate has not come yet
    for place, chunk in enumerate(chunks):
        if not _stands_alone(chunk):
            if pending is None and (not drafts or _leads_on(chunks, place)):
                pending = chunk
            elif pending is None:
                _host(drafts, chunk).last = chunk.last
        elif pending is not None and chunk.role in _RESUMING and chunk.quoted is pending.quoted:
            drafts.append(_Draft(pending.first, chunk.last, chunk))
            pending = None
        else:
            drafts.append(_Draft(chunk.first, chunk.last, chunk))
    if pending is not None:
        _close(drafts, pending, len(tokens.bits))
    linked = _linked(drafts)
    return linked if heading or not tokens.present & TO else (*linked, *_purposes(tokens.bits, linked))


def _chunks(tokens: Tokens, heading: bool) -> Iterator[_Chunk]:
    """Cut the sentence wherever a clause could begin."""
    bits = tokens.bits
    speech = speech_of(bits) if tokens.present & QUOTE else [0] * (len(bits) + 1)
    first, role = 0, Role.MAIN
    after_mark = reporting = False
    for place, (here, said) in enumerate(zip([*bits, MARK], speech, strict=True)):
        if not (reporting or here & _TURNING):
            continue
        opened = None if said & PHRASE else _opened(bits, place, here, said & BOUND, reporting)
        mark = bool(here & (MARK | QUOTE))
        if here & TIME_LINK and first < place and opened is Role.TIME and _is_time(bits[first:place]):
            role = opened  # "three years after"
        elif opened is not None:
            if place > first:
                found = predicate(bits, first, place, heading)
                quoted = bool(said & HEARD)
                kind = _sharpened(bits, first, role, quoted, after_mark)
                yield _Chunk(first, place, kind, found, quoted, after_mark)
                reporting = found is not None and bool(bits[found.head] & REPORT) and not here & QUOTE
                after_mark = False
            first, role, after_mark = place + mark, opened, after_mark or mark
        reporting = reporting or _reports(bits, place, here)


def _is_time(bits: Sequence[int]) -> bool:
    """Tell whether all the words are those of an expression of time."""
    return all(here & TIME for here in bits)


def _opened(bits: list[int], place: int, here: int, spoken: int, reporting: bool) -> Role | None:
    """Give the role of a clause that could begin at or right after a token, None where none could."""
    if here & MARK or spoken:
        return Role.MAIN
    if here & _OPENERS:
        return _role_of(here, reporting)
    if here & NOMINATIVE and place and not bits[place - 1] & _NO_RELATIVE:
        return Role.COMPLEMENT if reporting else Role.RELATIVE
    if reporting and not here & _NO_COMPLEMENT and place and _ends_report(bits, place - 1):
        return Role.COMPLEMENT
    return None


def _role_of(bits: int, reporting: bool) -> Role:
    """Give the role that an opening word announces."""
    if bits & AND:
        return Role.COORDINATE
    if bits & THAT:
        return Role.COMPLEMENT if reporting else Role.RELATIVE
    if bits & RELATIVE:
        return Role.RELATIVE
    return Role.TIME if bits & TIME_LINK else Role.LINK


def _sharpened(bits: list[int], first: int, role: Role, quoted: bool, after_mark: bool) -> Role:
    """Tell participles and quotations from main clauses."""
    if role is not Role.MAIN:
        return role
    if after_mark and bits[first] & GERUND:
        return Role.PARTICIPLE
    return Role.QUOTED if quoted else role


def _reports(bits: list[int], place: int, here: int) -> bool:
    """Tell whether a word is a verb of saying there, and not a noun ("the report")."""
    if not (here & REPORT and here & VERB):
        return False
    return not place or not bits[place - 1] & (DETERMINER | POSSESSIVE | PREPOSITION | NUMBER)


def _ends_report(bits: list[int], place: int) -> bool:
    """Tell whether what was said may begin after the word at `place`.

    The verb itself or the time of saying.
    """
    return bool(bits[place] & TIME) or _reports(bits, place, bits[place])


def _stands_alone(chunk: _Chunk) -> bool:
    """Tell whether the chunk tells of something by itself."""
    found = chunk.predicate
    if found is None:
        return False
    if found.tense is Tense.NOMINAL:
        return chunk.role is Role.TIME
    return found.finite or (found.tense is Tense.PARTICIPLE and chunk.role is not Role.COMPLEMENT)


def _leads_on(chunks: list[_Chunk], place: int) -> bool:
    """Tell whether the chunk without a predicate begins what follows rather than ending what came before.

    "..., and in 1958, shortly after the birth of a son, she left": what interrupts it is passed over.
    """
    if chunks[place].role is not Role.COORDINATE or not chunks[place].after_mark:
        return False
    ahead = chunks[place + 1 : place + 1 + _INTERRUPTIONS]
    following = next((chunk for chunk in ahead if chunk.predicate and chunk.predicate.finite), None)
    return following is not None and following.role is Role.MAIN and following.after_mark


def _host(drafts: list[_Draft], chunk: _Chunk) -> _Draft:
    """Give the clause that a stretch without a predicate belongs to: the last.

    Or the one that it interrupts.
    """
    if chunk.after_mark and drafts[-1].chunk.role is Role.RELATIVE and drafts[-1].chunk.after_mark:
        return next((draft for draft in reversed(drafts) if draft.chunk.role is Role.MAIN), drafts[-1])
    return drafts[-1]


def _close(drafts: list[_Draft], pending: _Chunk, last: int) -> None:
    """Give a stretch whose predicate never came to the clause that follows it, else let it stand."""
    following = next((draft for draft in drafts if draft.first >= pending.first), None)
    if following is not None:
        following.first = pending.first
    else:
        drafts.append(_Draft(pending.first, last, pending))


def _linked(drafts: list[_Draft]) -> tuple[Clause, ...]:
    """Tie each clause to the one it hangs on: the main clause before it.

    For want of one the first after it.
    """
    found: list[Clause] = []
    main = next((place for place, draft in enumerate(drafts) if draft.chunk.role in _LEADING), -1)
    for place, draft in enumerate(drafts):
        chunk = draft.chunk
        role, parent = chunk.role, place
        if role in _LEADING:
            main = place
            if role is Role.COORDINATE and place:
                parent = place - 1
        elif main >= 0:
            parent = main
        found.append(
            Clause(draft.first, draft.last, role, chunk.predicate, parent, chunk.quoted, chunk.first)
        )
    return tuple(found)


def _purposes(bits: list[int], found: Sequence[Clause]) -> Iterator[Clause]:
    """Give the infinitives inside the clauses: what somebody agreed, wants or has to do.

    Each in its narrowest.
    """
    left = [n for n, here in enumerate(bits[:-1]) if here & TO and bits[n + 1] & (BASE | BE | HAVE)]
    for parent in sorted(range(len(found)), key=lambda n: found[n].last - found[n].first):
        clause = found[parent]
        begin = max(clause.predicate.head + 1 if clause.predicate else clause.first, clause.link)
        inside = slice(bisect_left(left, begin), bisect_left(left, clause.last - 1))
        for place in left[inside]:
            what = Predicate(place + 1, place, Tense.INFINITIVE)
            yield Clause(place, clause.last, Role.PURPOSE, what, parent, clause.quoted, place)
        del left[inside]


_OPENERS = AND | THAT | RELATIVE | LINK | TIME_LINK
_INTERRUPTIONS = 4  # chunks between the opening of a clause and its subject, at most
# After these, "she" begins a clause of its own: no "whom she".
_NO_RELATIVE = _OPENERS | VERB | PREPOSITION | MARK | ADVERB | TIME
_NO_COMPLEMENT = PREPOSITION | ADVERB | TO | TIME | QUOTE  # what cannot begin a clause that somebody said
_TURNING = _OPENERS | MARK | QUOTE | NOMINATIVE | REPORT  # all other words only go on with what has begun
_RESUMING = (Role.MAIN, Role.COORDINATE, Role.QUOTED)
_LEADING = (Role.MAIN, Role.QUOTED, Role.COORDINATE)
