"""The chunks of a sentence: it is cut wherever a clause could begin."""

from __future__ import annotations

from typing import Final

from timeline.events.bits import (
    ADDRESS,
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    BY,
    CAPITAL,
    COPULA,
    DETERMINER,
    GERUND,
    HAVE,
    HAVE_PAST,
    MARK,
    NOMINATIVE,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    REPORT,
    SOON,
    SUBJECT,
    TIME,
    TIME_LINK,
    TO,
    VERB,
)
from timeline.events.openers import OPENERS, is_to_tell, opened_at, reports, taken_along
from timeline.events.predicates import Predicate, Tense, predicate, trails
from timeline.events.speech import BOUND, HEARD, PHRASE, speech_of
from timeline.events.stretches import Chunk, Role
from timeline.events.tokens import Tokens


def chunks_of(tokens: Tokens, heading: bool) -> list[Chunk]:
    """Cut the sentence wherever a clause could begin."""
    bits, chunks = tokens.bits, list[Chunk]()
    speech = speech_of(bits) if tokens.present & QUOTE else []
    first, role = 0, Role.MAIN
    after_mark = reporting = waiting = persuading = False
    for place, here in enumerate([*bits, MARK]):
        if not (reporting or here & _TURNING):
            continue
        said = speech[place] if speech else 0
        opened = (
            None if said & PHRASE else opened_at(bits, place, here, said & BOUND, reporting or persuading)
        )
        mark = bool(here & (MARK | QUOTE))
        if here & TIME_LINK and first < place and opened is Role.TIME and _is_time(bits[first:place]):
            role = opened  # "three years after"
        elif opened is not None:
            cut = place - taken_along(bits, place, here, opened)
            if cut > first and not (here & TIME_LINK and opened is Role.TIME and _is_manner(bits[first:cut])):
                found = predicate(bits, first, cut, heading)
                quoted = bool(said & HEARD)
                kind = _sharpened(bits, first, cut, role, quoted, after_mark)
                last = _relative_end(bits, found, cut) if waiting and kind is Role.RELATIVE else cut
                chunks.append(Chunk(first, last, kind, found, quoted, after_mark))
                if last < cut:
                    found = predicate(bits, last, cut, heading)
                    chunks.append(Chunk(last, cut, Role.MAIN, found, quoted, False))
                waiting = found is None or not found.finite
                reporting = found is not None and bool(bits[found.head] & REPORT) and not here & QUOTE
                after_mark = persuading = False
            first, role, after_mark = max(cut, first) + mark, opened, after_mark or mark
        told_already = role is Role.COMPLEMENT and here & (AUXILIARY | PAST) and place > first
        persuading = persuading or is_to_tell(bits, place, here)
        reporting = (reporting and not told_already) or reports(bits, place, here)
    return chunks


def completed(bits: list[int], chunks: list[Chunk]) -> list[Chunk]:
    """Give the chunks, those that end on an auxiliary joined to their verb: "had, without meaning to, served".

    What interrupts them stays a chunk only where it tells of something.
    """
    found: list[Chunk] = []
    done = 0
    for place, chunk in enumerate(chunks):
        if place < done:
            continue
        verb = _verb_of(bits, chunks, place)
        if verb:
            found.append(_joined(bits, chunk, chunks[verb]))
            found += [one for one in chunks[place + 1 : verb] if one.predicate and one.predicate.finite]
            done = verb + 1
        else:
            found.append(chunk)
    return found


def _verb_of(bits: list[int], chunks: list[Chunk], place: int) -> int:
    """Give the place of the chunk that begins with the verb which an auxiliary at the end awaits, 0 for none."""
    chunk = chunks[place]
    if (
        chunk.predicate is None
        or chunk.predicate.head != chunk.last - 1
        or not bits[chunk.last - 1] & AUXILIARY
    ):
        return 0
    wanted = PARTICIPLE if bits[chunk.last - 1] & (HAVE | BE) else BASE
    for later in range(place + 1, min(place + 1 + _INTERRUPTIONS, len(chunks))):
        other = chunks[later]
        if not other.after_mark or other.quoted is not chunk.quoted:
            return 0
        if later > place + 1 and other.role is Role.MAIN and bits[other.first] & wanted:
            return later
    return 0


def _joined(bits: list[int], chunk: Chunk, verb: Chunk) -> Chunk:
    tense = chunk.predicate.tense if chunk.predicate else Tense.PAST
    if bits[chunk.last - 1] & HAVE:
        tense = Tense.PLUPERFECT if bits[chunk.last - 1] & HAVE_PAST else Tense.PERFECT
    first, denied = (
        (chunk.predicate.first, chunk.predicate.denied) if chunk.predicate else (verb.first, False)
    )
    whole = Predicate(verb.first, first, tense, denied)
    return Chunk(chunk.first, verb.last, chunk.role, whole, chunk.quoted, chunk.after_mark)


def _relative_end(bits: list[int], found: Predicate | None, last: int) -> int:
    """Give where a relative clause ends and the clause that it interrupts goes on: "The man who fell | has died"."""
    if found is None or not found.finite:
        return last
    for place in range(found.head + 1, last):
        here, before = bits[place], bits[place - 1]
        if before & _NO_RESUMING or not here & (AUXILIARY | PAST):
            continue
        if here & AUXILIARY or not (before & VERB or _told_more(bits, place, last)):
            return place
        if place == found.head + 1 and _is_done(bits, found) and not _verb_in(bits, place + 1, last):
            return place
    return last


def _is_done(bits: list[int], found: Predicate) -> bool:
    """Tell whether a verb is a participle with all its auxiliaries: "who had not been seen | died"."""
    return bits[found.head] & (PARTICIPLE | COPULA) == PARTICIPLE and found.first < found.head


def _verb_in(bits: list[int], first: int, last: int) -> bool:
    return any(here & (AUXILIARY | PAST) for here in bits[first:last])


def _told_more(bits: list[int], place: int, last: int) -> bool:
    """Tell whether a past tense rather tells more of the noun before it: "the dam built in May" in mid-sentence."""
    return trails(bits, place, last) and (last < len(bits) or bool(bits[place + 1] & BY))


def _is_time(bits: list[int]) -> bool:
    """Tell whether all the words are those of an expression of time."""
    return all(here & TIME for here in bits)


def _is_manner(bits: list[int]) -> bool:
    """Tell whether all the words only tell how what follows is meant: ", well" before "before it closed"."""
    return all(here & ADVERB for here in bits)


def _sharpened(bits: list[int], first: int, last: int, role: Role, quoted: bool, after_mark: bool) -> Role:
    """Tell participles and quotations from main clauses."""
    if role is not Role.MAIN:
        return role
    if after_mark and _tells_more(bits, first, last) and _resumes(bits, last):
        return Role.PARTICIPLE  # ", built in 1990, was ..."; "(born in 1990) was ..."
    if after_mark and bits[first] & GERUND and not bits[first] & CAPITAL:  # "Boeing" is a name
        return Role.PARTICIPLE
    return Role.QUOTED if quoted else role


def _tells_more(bits: list[int], first: int, last: int) -> bool:
    """Tell whether a stretch begins with a participle and tells more of what stands before it."""
    here, following = bits[first], bits[first + 1] if first + 1 < last else 0
    surely = here & PARTICIPLE and (here & SOON or not here & PAST) and not here & AUXILIARY
    return trails(bits, first, last) or bool(surely and following & (PREPOSITION | TIME))


def _resumes(bits: list[int], mark: int) -> bool:
    """Tell whether a clause that was interrupted goes on with its verb after a mark."""
    return mark + 1 < len(bits) and bool(bits[mark] & MARK and bits[mark + 1] & (AUXILIARY | PAST))


_INTERRUPTIONS: Final = 3  # chunks between an auxiliary and its verb, at most, the verb's own counted
_NO_RESUMING: Final = AUXILIARY | DETERMINER | POSSESSIVE | PREPOSITION | SUBJECT | TO
# All other words only go on with what has begun
_TURNING: Final = OPENERS | MARK | QUOTE | NOMINATIVE | REPORT | ADDRESS
