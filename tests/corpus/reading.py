"""The corpus files: what phrases mean, in every language, and what tells no time at all."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.civil import days_from_civil
from timeline.interval import Interval
from timeline.model import Article

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.toml"))
CHECKED = ("kind", "mod", "because", "earliest", "latest")


@dataclass(frozen=True)
class Case:
    """One phrase in its sentence; `means` is the TIMEX3 value of each expression that lies in the phrase.

    A phrase that tells no time means nothing: `means` is empty. `also` holds further fields that must be so, `range`
    the stretch that the expressions are the first and last date of, "" for none.
    """

    language: str
    published: str
    sentence: str
    start: int
    end: int
    means: tuple[str, ...]
    also: tuple[tuple[str, Any], ...] = ()
    range: str | None = None

    @property
    def phrase(self) -> str:
        return self.sentence[self.start : self.end]

    @property
    def name(self) -> str:
        return f"{self.language}: {self.phrase} = {' '.join(self.means) or 'no time'}"

    @property
    def article(self) -> Article:
        day = datetime.date.fromisoformat(self.published)
        published = Interval.of_day(days_from_civil(day.year, day.month, day.day))
        return Article("corpus", self.sentence, published, language=self.language)


def cases(path: Path) -> Iterator[Case]:
    """Give the cases of a file: each of `says`, put where `text` has {}; `published` holds for the whole file."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    for table in tables["case"]:
        means = table["means"]
        for phrase in table["says"]:
            text = table.get("text", "{}")
            start = text.index("{}")
            yield Case(
                language=path.stem,
                published=str(table.get("published", tables["published"])),
                sentence=text.replace("{}", phrase),
                start=start,
                end=start + len(phrase),
                means=tuple(means) if isinstance(means, list) else (means,),
                also=tuple((name, table[name]) for name in CHECKED if name in table),
                range=table.get("range"),
            )
    for sentence in tables.get("no_time", ()):
        yield Case(path.stem, str(tables["published"]), sentence, 0, len(sentence), ())
