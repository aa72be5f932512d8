"""Articles on their way in: what was typed or dropped, how it is understood, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from werkzeug.datastructures import FileStorage, MultiDict

from timeline.archive import unpacked
from timeline.errors import InvalidInputError, Problem
from timeline.files import articles_from_file, is_data
from timeline.interval import Interval
from timeline.model import Article, Published
from timeline.published import published_text
from timeline.wire import article_from_json
from web.problems import problem_words
from web.published_words import Possible, chosen_date, possible_dates, published_words

_FIELDS = ("title", "text", "source", "published", "understood", "url", "language")
_DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_UNTOLD = Published(Interval.of_day(-(10**9)))
"""Stands for the date of a file that tells none; no calendar that is typed reaches it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as it stands in the form. `article` is None where something is wrong; `problems` says what.

    `understood` is the publication date that was shown to the person as read, in ISO 8601. `dated` tells that the
    file itself names it.
    """

    title: str
    text: str
    source: str
    published: str
    understood: str
    article: Article | None
    problems: tuple[Problem, ...] = ()
    url: str = ""
    language: str = ""
    dated: bool = False

    @property
    def reading(self) -> str:
        """The publication date as it is read, in ISO 8601; "" where it cannot be read."""
        return published_text(self.article.published, self.article.utc_offset) if self.article else ""

    @property
    def words(self) -> str:
        """The same in words."""
        article = self.article
        return published_words(Published(article.published, article.utc_offset)) if article else ""

    @property
    def settled(self) -> bool:
        """Whether the date that will be used is the one that was shown."""
        return self.article is not None and self.understood == self.reading

    @property
    def readings(self) -> tuple[Possible, ...]:
        """The dates that the publication date may be where it can be read in several ways."""
        return tuple(date for one in self.problems for date in possible_dates(one))

    def problem(self, name: str) -> str:
        """Say what is wrong with a field, "" where nothing is."""
        return "; ".join(problem_words(one) for one in self.problems if one.pointer == f"/{name}")


def drafts_of(form: MultiDict[str, str]) -> tuple[Draft, ...]:
    """Read the articles in the fields of a form, of which there is one set for each; empty ones are left out.

    A date that was chosen among several was shown in words, and so is settled.
    """
    columns = [form.getlist(name) for name in _FIELDS]
    found: list[Draft] = []
    for number, values in enumerate(zip_longest(*columns, fillvalue=""), start=1):
        fields = dict(zip(_FIELDS, values, strict=True))
        if fields["text"].strip() or fields["title"].strip():
            typed = fields["published"]
            fields["published"] = chosen_date(typed, form.get(f"published-{number}-is", ""))
            draft = draft_of(**fields | {"text": fields["text"].replace("\r\n", "\n")})
            settled = draft.published != typed
            found.append(replace(draft, understood=draft.reading) if settled else draft)
    return tuple(found)


def draft_of(
    title: str,
    text: str,
    source: str,
    published: str,
    understood: str = "",
    url: str = "",
    language: str = "",
) -> Draft:
    """Read one article as it was typed."""
    fields = {"title": title, "text": text, "source": source, "published": published}
    fields |= {"url": url, "language": language}
    draft = Draft(title, text, source, published, understood, None, (), url, language)
    try:
        return replace(draft, article=article_from_json(fields))
    except InvalidInputError as error:
        return replace(draft, problems=error.problems)


def drafts_of_files(
    files: list[FileStorage], published: str
) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """Read files, and say which of them cannot be read; `published` is for those that tell no date."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for file in files:
        for name, data in _unpacked(file, problems):
            try:
                drafts += _of_file(name, data, published)
            except InvalidInputError as error:
                problems += error.problems
    return tuple(drafts), tuple(problems)


def _unpacked(file: FileStorage, problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    """Give the file, or the files in it; what is wrong with a zip file goes to `problems`."""
    try:
        yield from unpacked(file.filename, file.read()) if file.filename else ()
    except InvalidInputError as error:
        problems += error.problems


def _of_file(name: str, data: bytes, published: str) -> Iterator[Draft]:
    """Read a file's articles.

    What a program wrote is settled where it tells its date: no person typed it, and thousands need not be looked at.
    A date in the name of the file ("2021-03-04 ferry.txt") is proposed, and so shown before it is used.
    """
    for article in articles_from_file(name, data, _UNTOLD):
        told = published_text(article.published, article.utc_offset)
        dated = article.published != _UNTOLD.interval
        if not dated:
            told = published or _day_in(name)
        draft = draft_of(
            article.title or name,
            article.text,
            article.source,
            told,
            url=article.url,
            language=article.language,
        )
        if dated:
            draft = replace(draft, article=article, dated=True, understood=told if is_data(name) else "")
        yield draft


def _day_in(name: str) -> str:
    """Give the day that a file's name holds, in ISO 8601, "" where it holds none or several."""
    days = set()
    for year, _dash, month, day in _DAY_IN_NAME.findall(name):
        with suppress(ValueError):
            days.add(date(int(year), int(month), int(day)).isoformat())
    return days.pop() if len(days) == 1 else ""
