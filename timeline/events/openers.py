"""Where a clause could begin: the words that open one, and the role that they announce."""

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
    CAPITAL,
    CONDITION,
    DETERMINER,
    EVENT,
    LINK,
    MARK,
    NEGATION,
    NOMINATIVE,
    NUMBER,
    OF,
    PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    REACHED,
    REGARD,
    RELATIVE,
    REPORT,
    SINCE,
    THAT,
    TIME,
    TIME_LINK,
    TO,
    VERB,
    VOICE,
)
from timeline.events.stretches import Role


def taken_along(bits: list[int], place: int, here: int, opened: Role) -> int:
    """Give how many words before one that opens a clause belong to it: "in which", "the last of whom"."""
    if not here & RELATIVE or opened is not Role.RELATIVE or not place:
        return 0
    if not bits[place - 1] & (PREPOSITION | TIME_LINK):
        return 0
    for begin in range(place - 2, max(place - 2 - _COUNTED, -1), -1) if bits[place - 1] & OF else ():
        if bits[begin] & MARK:
            return place - 1 - begin
    return 1


def opened_at(bits: list[int], place: int, here: int, spoken: int, reporting: bool) -> Role | None:
    """Give the role of a clause that could begin at or right after a token, None where none could."""
    if here & MARK or spoken:
        return Role.MAIN
    if here & OPENERS and not _completes(bits, place, here):
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


def reports(bits: list[int], place: int, here: int) -> bool:
    """Tell whether a word is a verb of saying there, and not a noun ("the report")."""
    if not (here & REPORT and here & VERB) or here & CAPITAL:
        return False  # "United States" is no verb
    return not place or not bits[place - 1] & (DETERMINER | POSSESSIVE | PREPOSITION | NUMBER)


def is_to_tell(bits: list[int], place: int, here: int) -> bool:
    """Tell whether a word is what somebody is to do by speaking to somebody: "to persuade the board that ..."."""
    return bool(here & ADDRESS and here & BASE and place and bits[place - 1] & TO)


def _ends_report(bits: list[int], place: int) -> bool:
    """Tell whether what was said may begin after a word: the verb of saying itself, or the time of it."""
    return bool(bits[place] & TIME) or reports(bits, place, bits[place])


_COUNTED: Final = 3  # words that say how many "of whom"
OPENERS: Final = AND | THAT | RELATIVE | LINK | TIME_LINK
# After these, "she" begins a clause of its own: no "whom she".
_NO_RELATIVE: Final = OPENERS | VERB | PREPOSITION | MARK | ADVERB | TIME | QUOTE
# What cannot begin a clause that somebody said
_NO_COMPLEMENT: Final = PREPOSITION | ADVERB | TO | TIME | QUOTE
