"""The chunks of a sentence: it is cut wherever a clause could begin."""

from __future__ import annotations

from typing import Final

from timeline.events.bits import (
    ADDRESS,
    ADVERB,
    AND,
    AUXILIARY,
    BASE,
    BE,
    BETWEEN,
    BY,
    CAPITAL,
    CONDITION,
    COPULA,
    DETERMINER,
    EVENT,
    GERUND,
    HAVE,
    HAVE_PAST,
    LINK,
    MARK,
    NEGATION,
    NOMINATIVE,
    NUMBER,
    OF,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    REACHED,
    REGARD,
    RELATIVE,
    REPORT,
    SINCE,
    SOON,
    SUBJECT,
    THAT,
    TIME,
    TIME_LINK,
    TO,
    VERB,
    VOICE,
)
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
        opened = None if said & PHRASE else _opened(bits, place, here, said & BOUND, reporting or persuading)
        mark = bool(here & (MARK | QUOTE))
        if here & TIME_LINK and first < place and opened is Role.TIME and _is_time(bits[first:place]):
            role = opened  # "three years after"
        elif opened is not None:
            cut = place - _taken_along(bits, place, here, opened)
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
        persuading = persuading or _is_to_tell(bits, place, here)
        reporting = (reporting and not told_already) or _reports(bits, place, here)
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


def _taken_along(bits: list[int], place: int, here: int, opened: Role) -> int:
    """Give how many words before one that opens a clause belong to it: "in which", "the last of whom"."""
    if not here & RELATIVE or opened is not Role.RELATIVE or not place:
        return 0
    if not bits[place - 1] & (PREPOSITION | TIME_LINK):
        return 0
    for begin in range(place - 2, max(place - 2 - _COUNTED, -1), -1) if bits[place - 1] & OF else ():
        if bits[begin] & MARK:
            return place - 1 - begin
    return 1


def _is_time(bits: list[int]) -> bool:
    """Tell whether all the words are those of an expression of time."""
    return all(here & TIME for here in bits)


def _is_manner(bits: list[int]) -> bool:
    """Tell whether all the words only tell how what follows is meant: ", well" before "before it closed"."""
    return all(here & ADVERB for here in bits)


def _opened(bits: list[int], place: int, here: int, spoken: int, reporting: bool) -> Role | None:
    """Give the role of a clause that could begin at or right after a token, None where none could."""
    if here & MARK or spoken:
        return Role.MAIN
    if here & _OPENERS and not _completes(bits, place, here):
        return _role_of(here, reporting or _moved(bits, place))
    if here & NOMINATIVE and place and not bits[place - 1] & _NO_RELATIVE:
        return Role.COMPLEMENT if reporting else Role.RELATIVE
    if reporting and not here & _NO_COMPLEMENT and place and _ends_report(bits, place - 1):
        return Role.MAIN if here & CAPITAL and here & DETERMINER else Role.COMPLEMENT  # "... in May The ship"
    return None


def _completes(bits: list[int], place: int, here: int) -> bool:
    """Tell whether a word that could open a clause does not.

    It only goes on ("described as a liar", "as of May"), or is the subject of its clause: "That was in May".
    """
    before = bits[place - 1] if place else 0
    following = bits[place + 1] if place + 1 < len(bits) else 0
    if here & THAT and (not place or before & QUOTE) and following & AUXILIARY:
        return True
    if here & THAT and before & CONDITION and following & (AUXILIARY | VERB):
        return True  # "if that fails"
    if here & TIME_LINK and (before & DETERMINER or (here & ADVERB and before & BE)):
        return True  # "for a while", "was once a farm"
    if here & AND and (_joins_times(bits, place) or (here & ADVERB and before & (AUXILIARY | NEGATION))):
        return True  # "has not yet left"
    if here & TIME_LINK and here & PREPOSITION and following & OF:
        return True
    if here & SINCE and place and following & TIME and not before & MARK:
        return True  # "has led it since 2016, denied"
    return bool(here & TIME_LINK and here & PREPOSITION and before & (REPORT | VOICE | REGARD))


def _joins_times(bits: list[int], place: int) -> bool:
    """Tell whether an "and" only joins the two ends of a stretch: "between 2009 and 2013"."""
    if place + 1 >= len(bits) or not bits[place + 1] & TIME:
        return False
    before = place - 1
    while before > 0 and bits[before] & TIME:
        before -= 1
    return before >= 0 and bool(bits[before] & BETWEEN)


def _moved(bits: list[int], place: int) -> bool:
    """Tell whether the word before tells how somebody takes what follows: "shocked that ...", "it appears that ..."."""
    before = bits[place - 1] if place else 0
    return bool(before & PARTICIPLE or before & REACHED) and not before & (EVENT | CAPITAL)


def _role_of(bits: int, reporting: bool) -> Role:
    """Give the role that an opening word announces."""
    if bits & AND:
        return Role.COORDINATE
    if bits & THAT:
        return Role.COMPLEMENT if reporting else Role.RELATIVE
    if bits & RELATIVE:
        return Role.RELATIVE
    return Role.TIME if bits & TIME_LINK else Role.LINK


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


def _reports(bits: list[int], place: int, here: int) -> bool:
    """Tell whether a word is a verb of saying there, and not a noun ("the report")."""
    if not (here & REPORT and here & VERB) or here & CAPITAL:
        return False  # "United States" is no verb
    return not place or not bits[place - 1] & (DETERMINER | POSSESSIVE | PREPOSITION | NUMBER)


def _is_to_tell(bits: list[int], place: int, here: int) -> bool:
    """Tell whether a word is what somebody is to do by speaking to somebody: "to persuade the board that ..."."""
    return bool(here & ADDRESS and here & BASE and place and bits[place - 1] & TO)


def _ends_report(bits: list[int], place: int) -> bool:
    """Tell whether what was said may begin after a word: the verb of saying itself, or the time of it."""
    return bool(bits[place] & TIME) or _reports(bits, place, bits[place])


_COUNTED: Final = 3  # words that say how many "of whom"
_INTERRUPTIONS: Final = 3  # chunks between an auxiliary and its verb, at most, the verb's own counted
_NO_RESUMING: Final = AUXILIARY | DETERMINER | POSSESSIVE | PREPOSITION | SUBJECT | TO
_OPENERS: Final = AND | THAT | RELATIVE | LINK | TIME_LINK
# After these, "she" begins a clause of its own: no "whom she".
_NO_RELATIVE: Final = _OPENERS | VERB | PREPOSITION | MARK | ADVERB | TIME | QUOTE
# What cannot begin a clause that somebody said
_NO_COMPLEMENT: Final = PREPOSITION | ADVERB | TO | TIME | QUOTE
# All other words only go on with what has begun
_TURNING: Final = _OPENERS | MARK | QUOTE | NOMINATIVE | REPORT | ADDRESS
