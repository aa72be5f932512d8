"""Speech, told from quoted words and phrases by how the quotation marks stand."""

from __future__ import annotations

from typing import Final

from timeline.events.bits import CAPITAL, MARK, OPENING, QUOTE, REPORT, SUBJECT, THAT, TIME

# What quotation marks say of a token, one bit each.
BOUND: Final = 1  # speech begins or ends there
PHRASE: Final = 2  # it stands in a quoted phrase, which is no speech
HEARD: Final = 4  # somebody spoke the words that lead up to it

_SAID: Final = REPORT | THAT | TIME


def speech_of(bits: list[int]) -> list[int]:
    """Tell speech from quoted words and phrases, for each token and the end."""
    found: list[int] = []
    quoting = speaking = False
    for place, here in enumerate(bits):
        heard = HEARD if speaking else 0
        if not here & QUOTE:
            found.append(heard or (PHRASE if quoting else 0))
            continue
        opening = bool(here & OPENING)
        closes = speaking or not quoting or _after_mark(bits, place)
        bound = _begins_speech(bits, place) if opening else closes
        found.append(heard | (BOUND if bound else 0))
        quoting, speaking = opening, opening and bound
    return [*found, HEARD if speaking else 0]


def _after_mark(bits: list[int], place: int) -> bool:
    """Tell whether a mark stands right before a token."""
    return place > 0 and bool(bits[place - 1] & MARK)


def _begins_speech(bits: list[int], place: int) -> bool:
    """Tell whether a quotation mark opens a sentence that somebody spoke, not a mere word or phrase.

    A name after any other word than one of saying is a phrase: "it served “Russian propaganda”".
    """
    if place == 0 or _after_mark(bits, place):
        return True
    following = bits[place + 1] if place + 1 < len(bits) else 0
    return bool(following & SUBJECT or (following & CAPITAL and bits[place - 1] & _SAID))
