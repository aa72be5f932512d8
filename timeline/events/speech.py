"""Speech, told from quoted words and phrases by how the quotation marks stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.bits import CAPITAL, MARK, OPENING, QUOTE, SUBJECT


class Speech(NamedTuple):
    """What quotation marks say of a token."""

    bound: bool = False  # speech begins or ends there
    phrase: bool = False  # it stands in a quoted phrase, which is no speech
    heard: bool = False  # somebody spoke the words that lead up to it


_SILENT = Speech()


def speech_of(bits: Sequence[int]) -> list[Speech]:
    """Tell speech from quoted words and phrases, for each token and the end."""
    if not any(here & QUOTE for here in bits):
        return [_SILENT] * (len(bits) + 1)
    found: list[Speech] = []
    quoting = speaking = False
    for place, here in enumerate(bits):
        if not here & QUOTE:
            found.append(Speech(phrase=quoting and not speaking, heard=speaking))
            continue
        opening = bool(here & OPENING)
        closes = speaking or not quoting or _after_mark(bits, place)
        bound = _begins_speech(bits, place) if opening else closes
        found.append(Speech(bound=bound, heard=speaking))
        quoting, speaking = opening, opening and bound
    return [*found, Speech(heard=speaking)]


def _after_mark(bits: Sequence[int], place: int) -> bool:
    """Tell whether a mark stands right before a token."""
    return place > 0 and bool(bits[place - 1] & MARK)


def _begins_speech(bits: Sequence[int], place: int) -> bool:
    """Tell whether a quotation mark opens a sentence that somebody spoke, not a mere word or phrase."""
    following = bits[place + 1] if place + 1 < len(bits) else 0
    return bool(following & (CAPITAL | SUBJECT)) or place == 0 or _after_mark(bits, place)
