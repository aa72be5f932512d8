"""Texts for the measurements, made from the sample articles: prose of any size, and ten that are hard on a reader."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


def _paragraphs() -> list[str]:
    bodies = (path.read_text(encoding="utf-8").partition("\n\n")[2] for path in sorted(SEEDS.glob("*.txt")))
    return [paragraph for body in bodies for paragraph in body.split("\n\n") if len(paragraph) > 80]


def paragraphs(seed: int) -> Iterator[str]:
    """Give paragraphs without end, their months, weekdays and years drawn anew, so that no memory can know them."""
    chance = random.Random(seed)
    told = _paragraphs()
    while True:
        paragraph = _MONTH.sub(lambda _: chance.choice(_MONTHS), chance.choice(told))
        paragraph = _WEEKDAY.sub(lambda _: chance.choice(_WEEKDAYS), paragraph)
        yield _YEAR.sub(lambda _: str(chance.randrange(1850, 2030)), paragraph)


def prose(size: int, seed: int = 1) -> str:
    """Give prose of `size` characters."""
    parts, length = [], 0
    for paragraph in paragraphs(seed):
        parts.append(paragraph)
        length += len(paragraph) + 2
        if length >= size:
            break
    return "\n\n".join(parts)[:size]


def _filled(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def hostile(size: int) -> dict[str, str]:
    """Give ten texts of `size` characters that lead a careless reader astray."""
    chance = random.Random(2)
    return {
        "one endless line": prose(size).replace("\n", " "),
        "a million digits": _filled("31415926535897932384626433832795", size),
        "nested brackets": _filled("(" * 500 + "May" + ")" * 500, size),
        "the day before the day before": _filled("the day before ", size),
        "every word a month": _filled(" ".join(chance.choices(_MONTHS, k=2_000)) + " ", size),
        "every word a number": _filled(
            " ".join(str(chance.randrange(1, 3_000)) for _ in range(5_000)) + " ", size
        ),
        "slashes and dashes": _filled("1/2/3-4-5/6.7.8:9-", size),
        "one endless word": _filled("september", size),
        "only spaces": _filled(" ", size),
        "and and and": _filled("two years and ", size),
    }


def unending(size: int) -> dict[str, str]:
    """Give texts of `size` characters, one sentence each, that lead a careless finder of events astray."""
    pieces = {
        "to go and to go and": "to go and ",
        "the attack that the attack that": "the attack that ",
        "in May the attack in May the attack": "in May the attack ",
        "he said that he said that": "he said that ",
        "capitals throughout": "Ann Lee ",
        "quotation marks throughout": 'he "said" ',
        "after it was sold after it was sold": "after it was sold ",
    }
    return {name: _filled(piece, size) for name, piece in pieces.items()}
