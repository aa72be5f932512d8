"""The clauses of a sentence: its chunks, joined until each tells of something."""

from __future__ import annotations

from typing import Final

from timeline.events.bits import (
    BLAME,
    DETERMINER,
    GERUND,
    MARK,
    PARTICIPLE,
    PREPOSITION,
    RELATIVE,
    REPORT,
    THAT,
    TIME,
    TO,
    UNREAL,
)
from timeline.events.chunks import chunks_of, completed
from timeline.events.inner import grounds, purposes, trailing
from timeline.events.predicates import Tense, trails
from timeline.events.stretches import Chunk, Clause, Role
from timeline.events.tokens import Tokens


class _Draft:
    """A clause while chunks are being joined to it."""

    __slots__ = ("chunk", "first", "last")

    def __init__(self, first: int, last: int, chunk: Chunk) -> None:
        self.first = first
        self.last = last
        self.chunk: Final = chunk


def clauses(tokens: Tokens, heading: bool = False) -> list[Clause]:
    """Give the clauses of a sentence in the order of their predicates, at least one where there is a token."""
    if not tokens.bits:
        return []
    chunks = completed(tokens.bits, chunks_of(tokens, heading))
    drafts: list[_Draft] = []
    pending: Chunk | None = None  # begins a clause whose predicate has not come yet
    for place, chunk in enumerate(chunks):
        if not _stands_alone(chunk) or _leads_in(tokens.bits, chunks, place):
            if pending is None and (not drafts or _leads_on(tokens.bits, chunks, place)):
                pending = chunk
            elif pending is None:
                _host(drafts, chunk).last = chunk.last
            elif drafts and chunk.role is Role.COMPLEMENT and not chunk.after_mark:
                drafts[-1].last = max(drafts[-1].last, chunk.last)  # "who told | reporters"
        elif pending is not None and chunk.role in _RESUMING and chunk.quoted is pending.quoted:
            resumed = pending.role in _HANGING and (
                _lacks_subject(chunk) or _opens_content(tokens.bits, pending)
            )
            goes_on = chunk.role is Role.COORDINATE or not chunk.after_mark or resumed
            whole = _begun(pending, chunk) if goes_on else chunk
            drafts.append(_Draft(pending.first, chunk.last, whole))
            pending = None
        else:
            drafts.append(_Draft(chunk.first, chunk.last, chunk))
    if pending is not None:
        _close(drafts, pending, len(tokens.bits))
    linked = _linked(tokens.bits, drafts)
    if heading:
        return linked
    inner = purposes(tokens.bits, linked) if tokens.present & TO else ()
    more = trailing(tokens.bits, linked) if tokens.present & PARTICIPLE else ()
    blame = (
        grounds(tokens.bits, linked) if tokens.present & (BLAME | UNREAL) and tokens.present & GERUND else ()
    )
    return [*linked, *inner, *more, *blame]


def _begun(opening: Chunk, chunk: Chunk) -> Chunk:
    """Give a chunk with the one that begins its clause."""
    return Chunk(opening.first, chunk.last, opening.role, chunk.predicate, chunk.quoted, chunk.after_mark)


def _stands_alone(chunk: Chunk) -> bool:
    """Tell whether the chunk tells of something by itself."""
    found = chunk.predicate
    if found is None:
        return False
    if found.tense is Tense.NOMINAL:
        return chunk.role is Role.TIME
    return found.finite or (found.tense is Tense.PARTICIPLE and chunk.role is not Role.COMPLEMENT)


def _leads_in(bits: list[int], chunks: list[Chunk], place: int) -> bool:
    """Tell whether a sentence opens with where its main clause is told: "In a letter sent in May, the mayor ...".

    A comma may stand before what tells more of that: "In the first round, held in May, five ran".
    """
    if place == 1 and place + 1 < len(chunks):
        return _tells_more_of_opening(bits, chunks)
    if place or len(chunks) < 2 or bits[0] & PREPOSITION == 0 or not bits[min(1, len(bits) - 1)] & DETERMINER:
        return False
    opening, following = chunks[0].predicate, chunks[1]
    if opening is None or opening.first != opening.head or not trails(bits, opening.head, chunks[0].last):
        return False
    return following.role is Role.MAIN and following.after_mark and _stands_alone(following)


def _tells_more_of_opening(bits: list[int], chunks: list[Chunk]) -> bool:
    opening, more, following = chunks[:3]
    found = more.predicate
    if opening.predicate is not None or not bits[0] & PREPOSITION or found is None or not more.after_mark:
        return False
    if not more.first == found.first == found.head or not bits[more.first] & PARTICIPLE:
        return False
    alone = following.role is Role.MAIN and following.after_mark and _stands_alone(following)
    return alone and not _lacks_subject(following)


def _leads_on(bits: list[int], chunks: list[Chunk], place: int) -> bool:
    """Tell whether the chunk without a predicate begins what follows rather than ending what came before.

    "..., and in 1958, shortly after the birth of a son, she left": what interrupts it is passed over. "which Lind
    and Berg signed" is one.
    """
    if _opens_content(bits, chunks[place]):
        return _content_follows(chunks, place)
    if chunks[place].role in _HANGING and place + 1 < len(chunks):
        if bits[chunks[place].last - 1] & TIME:
            return False  # "since 2004"
        if _is_resumed(chunks, place):
            return True
        following = chunks[place + 1]
        if following.role is Role.RELATIVE and place + 2 < len(chunks):
            following = chunks[place + 2]
            return following.role is Role.MAIN and not following.after_mark and _stands_alone(following)
        return following.role is Role.COORDINATE and not following.after_mark and _stands_alone(following)
    # '"...," its head, Ann Lee, said'
    speaks = place > 0 and chunks[place - 1].quoted and not chunks[place].quoted
    if not speaks and (chunks[place].role is not Role.COORDINATE or not chunks[place].after_mark):
        return False
    ahead = chunks[place + 1 : place + 1 + _INTERRUPTIONS]
    begun = next((chunk for chunk in ahead if chunk.predicate and chunk.predicate.finite), None)
    return begun is not None and begun.role is Role.MAIN and begun.after_mark


def _opens_content(bits: list[int], chunk: Chunk) -> bool:
    """Tell whether a chunk only opens what was said: "said that in May, after a quarrel, | he left"."""
    return chunk.predicate is None and bool(bits[chunk.first] & THAT) and not bits[chunk.first] & RELATIVE


def _content_follows(chunks: list[Chunk], place: int) -> bool:
    """Tell whether the clause that such a chunk opens comes after it, past what has no predicate."""
    ahead = chunks[place + 1 : place + 1 + _INTERRUPTIONS]
    following = next((chunk for chunk in ahead if chunk.predicate is not None), None)
    return following is not None and following.role is Role.MAIN and _stands_alone(following)


def _is_resumed(chunks: list[Chunk], place: int) -> bool:
    """Tell whether what interrupts a subject is followed by its verb: "after its owner, Emil Brandt, died"."""
    if place + 2 >= len(chunks):
        return False
    between, following = chunks[place + 1 : place + 3]
    interrupts = between.after_mark and (between.role is Role.RELATIVE or between.predicate is None)
    return interrupts and following.after_mark and following.role is Role.MAIN and _lacks_subject(following)


def _lacks_subject(chunk: Chunk, skipped: int = 0) -> bool:
    """Tell whether a chunk begins with its verb, behind as many `skipped` words."""
    found = chunk.predicate
    return found is not None and found.finite and found.first == chunk.first + skipped


def _host(drafts: list[_Draft], chunk: Chunk) -> _Draft:
    """Give the clause that a stretch without a predicate belongs to: the last, or the one that it interrupts."""
    if chunk.after_mark and drafts[-1].chunk.role is Role.RELATIVE and drafts[-1].chunk.after_mark:
        return next((draft for draft in reversed(drafts) if draft.chunk.role is Role.MAIN), drafts[-1])
    return drafts[-1]


def _close(drafts: list[_Draft], pending: Chunk, last: int) -> None:
    """Give a stretch whose predicate never came to the clause that follows it, else let it stand."""
    following = next((draft for draft in drafts if draft.first >= pending.first), None)
    if following is not None:
        following.first = pending.first
    else:
        drafts.append(_Draft(pending.first, last, pending))


def _linked(bits: list[int], drafts: list[_Draft]) -> list[Clause]:
    """Tie each clause to the one it hangs on: the main clause before it, for want of one the first after it."""
    found: list[Clause] = []
    leading = [place for place, draft in enumerate(drafts) if draft.chunk.role in _LEADING]
    aloud = [place for place in leading if drafts[place].chunk.quoted is drafts[0].chunk.quoted]
    main = next(iter(aloud), -1)  # what opens an article's sentence does not hang on what somebody says in it
    for place, draft in enumerate(drafts):
        chunk = draft.chunk
        role, parent = chunk.role, place
        if role in _LEADING:
            main = place
            if role is Role.COORDINATE and place:
                parent = _conjoined(bits, found, chunk)
        elif place and (
            _goes_on_from_report(bits, found[-1], role) or _goes_with_what_was_said(found, chunk)
        ):
            parent = place - 1
        elif main >= 0:
            parent = main
        found.append(
            Clause(draft.first, draft.last, role, chunk.predicate, parent, chunk.quoted, _link(bits, chunk))
        )
    return found


def _goes_on_from_report(bits: list[int], last: Clause, role: Role) -> bool:
    """Tell whether the clause before tells that somebody said what follows: "although she confirmed | that ..."."""
    if role is not Role.COMPLEMENT:
        return False
    return last.predicate is not None and bool(bits[last.predicate.head] & REPORT)


def _goes_with_what_was_said(found: list[Clause], chunk: Chunk) -> bool:
    """Tell whether a clause tells when or why of what was said: "said that he ran | after it rang".

    Not of the saying: "said that he was glad, | before leaving". Or when of what tells more of somebody: "the man, who
    left two days | before it burned".
    """
    last = found[-1]
    if chunk.role is Role.TIME and last.role is Role.RELATIVE and chunk.first == last.last:
        return not chunk.after_mark
    said = found[last.parent] if last.role is Role.COORDINATE else last
    if chunk.role not in (Role.TIME, Role.LINK) or said.role is not Role.COMPLEMENT:
        return False
    of_saying = chunk.after_mark and chunk.predicate is not None and chunk.predicate.tense is Tense.PARTICIPLE
    return chunk.quoted is last.quoted and not of_saying


def _link(bits: list[int], chunk: Chunk) -> int:
    """Give the word that ties a clause to another: past what comes before it ("two days after", "in which")."""
    place = chunk.first
    before = PREPOSITION if chunk.role is Role.RELATIVE else TIME
    while place + 1 < chunk.last and bits[place] & before:
        place += 1
    return place


def _conjoined(bits: list[int], found: list[Clause], chunk: Chunk) -> int:
    """Give the clause that an "and" goes on with: the last, or the one that the last hangs on.

    After what somebody said, where it says on, the saying. And past what tells when, where a comma closes that: "It
    lost money after two ships lay idle, and sold them".
    """
    last = found[-1]
    says_on = chunk.predicate is not None and bits[chunk.predicate.head] & REPORT
    if says_on and last.role is Role.COMPLEMENT:
        return last.parent
    is_closed = chunk.after_mark and last.role is Role.TIME and last.first > 0
    if is_closed and not bits[last.first - 1] & MARK and _lacks_subject(chunk, 1):
        return last.parent
    return len(found) - 1


_INTERRUPTIONS: Final = 4  # chunks between the opening of a clause and its subject, at most
_HANGING: Final[tuple[Role, ...]] = (Role.RELATIVE, Role.COMPLEMENT, Role.TIME, Role.LINK)
_RESUMING: Final[tuple[Role, ...]] = (Role.MAIN, Role.COORDINATE, Role.QUOTED)
_LEADING: Final[tuple[Role, ...]] = (Role.MAIN, Role.QUOTED, Role.COORDINATE)
