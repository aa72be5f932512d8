"""Articles on their way in: what was typed or dropped, how it is understood, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from werkzeug.datastructures import FileStorage, MultiDict

from timeline.errors import InvalidInputError, Problem
from timeline.files import articles_from_file
from timeline.interval import Interval
from timeline.model import Article, Published
from timeline.published import published_text
from timeline.wire import article_from_json
from web.problems import problem_words
from web.published_words import Possible, chosen_date, possible_dates, published_words

_UNTOLD = Published(Interval.of_day(-(10**9)))
"""Stands for the date of a file that tells none; no calendar that is typed reaches it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as it stands in the form. `article` is None where something is wrong; `problems` says what.

    `understood` is the publication date that was shown to the person as read, in ISO 8601.
    """

    title: str
    text: str
    source: str
    published: str
    understood: str
    article: Article | None
    problems: tuple[Problem, ...] = ()

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
    columns = [form.getlist(name) for name in ("title", "text", "source", "published", "understood")]
    found: list[Draft] = []
    for number, (title, text, source, typed, shown) in enumerate(zip(*columns, strict=False), start=1):
        if text.strip() or title.strip():
            published = chosen_date(typed, form.get(f"published-{number}-is", ""))
            draft = draft_of(title, text.replace("\r\n", "\n"), source, published, shown)
            found.append(draft if published == typed else replace(draft, understood=draft.reading))
    return tuple(found)


def draft_of(title: str, text: str, source: str, published: str, understood: str = "") -> Draft:
    """Read one article as it was typed."""
    fields = {"title": title, "text": text, "source": source, "published": published}
    draft = Draft(title, text, source, published, understood, None)
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
        if not file.filename:
            continue
        try:
            drafts += _of_file(file.filename, file.read(), published)
        except InvalidInputError as error:
            problems += error.problems
    return tuple(drafts), tuple(problems)


def _of_file(name: str, data: bytes, published: str) -> Iterator[Draft]:
    for article in articles_from_file(name, data, _UNTOLD):
        untold = article.published == _UNTOLD.interval
        when = published if untold else published_text(article.published, article.utc_offset)
        yield draft_of(article.title or name, article.text, article.source, when)
