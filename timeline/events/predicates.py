"""The predicate of a stretch of words by their classes alone: its head, its tense, and whether it is denied."""

from __future__ import annotations

from enum import Enum
from typing import Final

from timeline.events.bits import (
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    BE_PAST,
    CAPITAL,
    COMMON,
    COPULA,
    COUNT,
    CROWD,
    DETERMINER,
    DO,
    DO_PAST,
    EVENT,
    GERUND,
    HAVE,
    HAVE_PAST,
    KIND,
    MARK,
    MODAL,
    NEGATION,
    NUMBER,
    OF,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    REPORT,
    SOON,
    SUBJECT,
    THAT,
    THIRD,
    TIME,
    TIME_LINK,
    TO,
    VERB,
    WILL,
)


class Tense(Enum):
    """When a predicate puts its event, seen from the text."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"  # "has resigned"
    PLUPERFECT = "pluperfect"  # "had resigned"
    FUTURE = "future"
    MODAL = "modal"  # "could resign"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"  # "accusing", "accused by": takes its time from its clause
    NOMINAL = "nominal"  # "the attack"


_DEPENDENT: Final[tuple[Tense, ...]] = (Tense.INFINITIVE, Tense.PARTICIPLE, Tense.NOMINAL)


class Predicate:
    """The place of the head among the tokens, where its group of verbs starts, its tense, whether it is denied.

    `finite` tells whether it can carry a clause of its own.
    """

    __slots__ = ("denied", "finite", "first", "head", "state", "tense")

    def __init__(
        self, head: int, first: int, tense: Tense, denied: bool = False, state: bool = False
    ) -> None:
        self.head: Final = head
        self.first: Final = first
        self.tense: Final = tense
        self.denied: Final = denied
        self.state: Final = state
        self.finite: Final = tense not in _DEPENDENT


_TELLING: Final = AUXILIARY | VERB | EVENT
_NO_VERB_AFTER: Final = DETERMINER | POSSESSIVE | PREPOSITION | NUMBER


def predicate(bits: list[int], first: int, last: int, heading: bool = False) -> Predicate | None:
    """Give the predicate of the tokens [first, last): a finite verb, else another form, else an event's noun.

    An auxiliary or a past tense settles it, a `possible` one may be a noun; what is `trailing` may only tell more of
    the noun before it.
    """
    possible: Predicate | None = None
    trailing: Predicate | None = None
    other: Predicate | None = None
    noun = -1
    place = first
    while place < last:
        here = bits[place]
        if not here & _TELLING:
            place += 1
            continue
        found = _at(bits, place, first, last, heading) if here & (AUXILIARY | VERB) else None
        if found is not None:
            place = found.head
            if not found.finite:
                if heading and found.tense is Tense.INFINITIVE:
                    return Predicate(found.head, found.first, Tense.FUTURE, found.denied, found.state)
                other = other or found
            elif trailing is None and _may_trail(bits, found, first, last):
                trailing = found
            elif trailing is None or _surely_finite(bits, found, last):
                if here & (AUXILIARY | PAST) or possible is not None:
                    return found if here & (AUXILIARY | PAST) else possible
                possible = found
        if noun < 0 and here & EVENT and not here & (AUXILIARY | PREPOSITION):
            noun = place
        place += 1
    if trailing is not None:
        opens = other is not None and other.head == first + 1 and bits[first] & TIME_LINK
        return other if opens else trailing  # "while gathering goods sold in May"
    if possible is not None or (other is not None and other.tense is not Tense.INFINITIVE):
        return possible or other
    return Predicate(noun, noun, Tense.NOMINAL) if noun >= 0 else other


def _may_trail(bits: list[int], found: Predicate, first: int, last: int) -> bool:
    """Tell whether a finite verb, not the first word, may be a participle that tells more of the noun before it."""
    return first < found.head == found.first and trails(bits, found.head, last)


def trails(bits: list[int], place: int, last: int) -> bool:
    """Tell whether a past tense may be a participle that tells more of the noun before it: "goods sold in May"."""
    if bits[place] & _PAST_PARTICIPLE != _PAST_PARTICIPLE or bits[place] & SOON or not place:
        return False
    if bits[place - 1] & COPULA and bits[place - 1] & VERB:
        return False  # "will stay closed today"
    following = bits[place + 1] if place + 1 < last else 0
    return bool(following & (PREPOSITION | TIME)) and not bits[place - 1] & _NO_NOUN_BEFORE


_PAST_PARTICIPLE: Final = PAST | PARTICIPLE
_NO_NOUN_BEFORE: Final = SUBJECT | ADVERB | TIME | AUXILIARY | PREPOSITION | DETERMINER | TO | NEGATION


def is_sure(bits: list[int], found: Predicate, first: int, last: int) -> bool:
    """Tell whether a predicate carries its clause for sure.

    A bare "was" does not, nor what may be a participle: "the last paid astronomer", "goods sold in May".
    """
    if not found.finite or found.state:
        return False
    head = found.head
    if found.first != head or bits[head] & REPORT or bits[head] & _PAST_PARTICIPLE != _PAST_PARTICIPLE:
        return True
    return head + 1 < last and bool(bits[head + 1]) and not (head > first and trails(bits, head, last))


def _surely_finite(bits: list[int], found: Predicate, last: int) -> bool:
    """Tell whether a verb after such a participle is the one that carries the clause."""
    head = found.head
    if bits[found.first] & AUXILIARY or not bits[head] & PARTICIPLE:
        return True
    following = bits[head + 1] if head + 1 < last else 0
    return bool(bits[head] & REPORT or (head + 1 < last and not following & PREPOSITION))


def _at(bits: list[int], place: int, first: int, last: int, heading: bool) -> Predicate | None:
    """Give the predicate whose group of verbs starts at `place`, None where the word is no verb there."""
    here = bits[place]
    before = bits[place - 1] if place > first else 0
    denied = before & _NEVER == _NEVER
    if here & (WILL | MODAL | DO) or (here & (HAVE | BE) and not before & TO):
        return _group(bits, place, last, denied)
    if before & TO and here & BASE:
        return Predicate(place, place, Tense.INFINITIVE)
    if before & _NO_VERB_AFTER and not (before & (SUBJECT | THAT) and not here & EVENT):
        return Predicate(place, place, Tense.PARTICIPLE) if here & GERUND and before & PREPOSITION else None
    if before & COUNT and not before & CROWD and _tells_what_sort(bits, place, last):
        return None
    if here & CAPITAL and not heading:
        opens = place == first and here & (GERUND | PARTICIPLE) and bits[place + 1 : place + 2] != [0]
        return Predicate(place, place, Tense.PARTICIPLE) if opens else None  # "Born in Oslo"; "United States"
    if here & PAST:
        return Predicate(place, place, Tense.PAST, denied)
    if here & THIRD and _takes_object(bits, place, last):
        return Predicate(place, place, Tense.PRESENT)
    if here & BASE and before & SUBJECT and not before & DETERMINER:
        return Predicate(place, place, Tense.PRESENT)
    if here & BASE and here & REPORT and place > first and _says(bits, place):
        return Predicate(place, place, Tense.PRESENT)
    if here & (GERUND | PARTICIPLE) and not here & EVENT:
        return Predicate(place, place, Tense.PARTICIPLE)
    return None


def _tells_what_sort(bits: list[int], place: int, last: int) -> bool:
    """Tell whether a participle after a count says what is counted, as a verb follows: "three masked men fled"."""
    if bits[place] & _PAST_PARTICIPLE != _PAST_PARTICIPLE:
        return False
    after = next((n for n in range(place + 1, last) if bits[n] & ~_NOUN), last)
    return place + 1 < after < last and bool(bits[after] & (AUXILIARY | PAST))


_NOUN: Final = COMMON | KIND  # all that is known of a word that stands for nothing but a noun
_NEVER: Final = NEGATION | ADVERB


def _says(bits: list[int], place: int) -> bool:
    """Tell whether a verb of saying is one after a plural: "officials say the road is closed"."""
    following = bits[place + 1] if place + 1 < len(bits) else 0
    return bool(following & _BEGINS_SAID) and not bits[place - 1] & _NO_PLURAL and not bits[place] & EVENT


_BEGINS_SAID: Final = SUBJECT | DETERMINER | THAT | POSSESSIVE | NUMBER
_NO_PLURAL: Final = TO | AUXILIARY | ADVERB | VERB | MARK


def _takes_object(bits: list[int], place: int, last: int) -> bool:
    """Tell a verb in -s from a plural by what follows it; an event's noun needs clearer signs than other words."""
    following = bits[place + 1] if place + 1 < last else 0
    if bits[place] & EVENT:
        return bool(following & (DETERMINER | POSSESSIVE | NUMBER | CAPITAL | TO | ADVERB))
    return not following & OF


def _group(bits: list[int], place: int, last: int, denied: bool) -> Predicate | None:
    """Read auxiliaries, adverbs and the verb they serve."""
    first = head = place
    tense: Tense | None = None
    wanted = 0
    while place < last:
        here = bits[place]
        denied = denied or bool(here & NEGATION)
        if here & (WILL | MODAL):
            tense, wanted = (Tense.FUTURE if here & WILL else Tense.MODAL), BASE
        elif (here & wanted and not here & (BE | HAVE)) or (wanted == BASE and not here):
            head = place
            break
        elif here & HAVE and wanted != PARTICIPLE:
            tense = tense or (Tense.PLUPERFECT if here & HAVE_PAST else Tense.PERFECT)
            wanted = PARTICIPLE
        elif here & BE:
            tense = tense or (Tense.PAST if here & BE_PAST else Tense.PRESENT)
            wanted = PARTICIPLE | GERUND | SOON
        elif here & DO:
            tense, wanted = (Tense.PAST if here & DO_PAST else Tense.PRESENT), BASE
        elif not here & (ADVERB | NEGATION):
            break
        if not here & (ADVERB | NEGATION) or here & AUXILIARY:
            head = place
        place += 1
    return _settled(bits, Predicate(head, first, tense or Tense.PRESENT, denied))


def _settled(bits: list[int], found: Predicate) -> Predicate:
    """Mend the tense where the group ends on an auxiliary ("has a plan")."""
    head, tense = found.head, found.tense
    if bits[head] & HAVE and tense in (Tense.PERFECT, Tense.PLUPERFECT):
        plain = Tense.PAST if tense is Tense.PLUPERFECT else Tense.PRESENT
        return Predicate(head, found.first, plain, found.denied, state=True)
    return Predicate(head, found.first, tense, found.denied, bool(bits[head] & (BE | HAVE)))
