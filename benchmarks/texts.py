"""Texts for the measurements, made from the sample articles: prose of any size, and ten that are hard on a reader."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import timeline.tagging.scan

SEEDS = Path(__file__).parents[1] / "seeds"
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


def built() -> str:
    """Tell how what is measured was built: compiled by `make fast`, or as it is written."""
    return "compiled" if Path(timeline.tagging.scan.__file__).suffix != ".py" else "plain Python"


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


def _filled(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


_CHANCE = random.Random(2)

# Texts of any size that lead a careless reader astray, by name.
HOSTILE: dict[str, Callable[[int], str]] = {
    "one endless line": lambda size: prose(size).replace("\n", " "),
    "a million digits": _filled("31415926535897932384626433832795"),
    "nested brackets": _filled("(" * 500 + "May" + ")" * 500),
    "the day before the day before": _filled("the day before "),
    "every word a month": _filled(" ".join(_CHANCE.choices(_MONTHS, k=2_000)) + " "),
    "every word a number": _filled(" ".join(str(_CHANCE.randrange(1, 3_000)) for _ in range(5_000)) + " "),
    "slashes and dashes": _filled("1/2/3-4-5/6.7.8:9-"),
    "one endless word": _filled("september"),
    "only spaces": _filled(" "),
    "and and and": _filled("two years and "),
}

# The same of one sentence each, for a careless finder of events.
UNENDING: dict[str, Callable[[int], str]] = {
    "to go and to go and": _filled("to go and "),
    "the attack that the attack that": _filled("the attack that "),
    "in May the attack in May the attack": _filled("in May the attack "),
    "he said that he said that": _filled("he said that "),
    "capitals throughout": _filled("Ann Lee "),
    "quotation marks throughout": _filled('he "said" '),
    "after it was sold after it was sold": _filled("after it was sold "),
    "the 2009 crash which killed the 2009": _filled("the 2009 crash which killed "),
    "goods sold in May goods sold in May": _filled("goods sold in May "),
}
