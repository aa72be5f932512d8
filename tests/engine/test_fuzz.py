"""Bytes cut, doubled, swapped and joined at random from what the engine knows: it reads them all soundly.

The random numbers start from a fixed seed, so a failure comes again; the last lines of it hold the text.
"""

from __future__ import annotations

import random

import pytest

from tests.engine.test_properties import PHRASES, SEEDS, article, assert_sound
from timeline.tagger import tag

ROUNDS = 120
LANGUAGES = ("en", "fr", "es", "de", "ja", "ar", "hi", "th")
SAMPLES = [*(phrase.encode() for phrase in PHRASES), *(path.read_bytes()[:2_000] for path in SEEDS)]


def mutated(chance: random.Random) -> bytes:
    data = bytearray(chance.choice(SAMPLES))
    for _ in range(chance.randint(1, 8)):
        at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        match chance.randrange(6):
            case 0:
                del data[at:to]
            case 1:
                data[at:at] = data[at:to][:200]
            case 2:
                data[at:at] = b" " + chance.choice(SAMPLES)[:200] + b" "
            case 3:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 4:
                data[at:at] = chance.choice(
                    (b"\0", b"\n\n", "\u202f".encode(), "İ".encode(), b"999999999", b"-", b"'")
                )
            case _:
                data[at:to] = bytes(reversed(data[at:to]))
    return bytes(data[:4_000])


@pytest.mark.parametrize("code", LANGUAGES)
def test_mutated_bytes_are_read_soundly(code: str) -> None:
    chance = random.Random(code)
    for _ in range(ROUNDS):
        text = mutated(chance).decode("utf-8", "surrogateescape")
        assert_sound(text, tag(article(text, code)))
