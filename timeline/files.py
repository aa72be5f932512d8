"""Files as they are dropped or named on the command line, read as articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import PurePath

from timeline import archive
from timeline.documents import KINDS
from timeline.errors import InvalidInputError, Problem, refusal
from timeline.model import Article, Published
from timeline.wire import article_from_json, articles_from_json, decode

JSON_SUFFIXES = (".json",)
JSON_LINES_SUFFIXES = (".jsonl", ".ndjson")
SUFFIXES = (*filter(None, KINDS), *JSON_SUFFIXES, *JSON_LINES_SUFFIXES, archive.SUFFIX)
"""The kinds of file that can be read."""


def articles_from_file(
    name: str, data: bytes, published: Published | None = None, *, json_lines: bool = False
) -> tuple[Article, ...]:
    """Read the articles in a file; its suffix tells the kind: `.json`, `.jsonl`, or a document (`documents.KINDS`).

    A document is one article, and may say itself what its title, source and publication date are. `published`
    dates the articles that name no date of their own. `json_lines` reads JSON lines whatever the suffix.
    Raises `InvalidInputError` with all that is wrong in the file; each message starts with the file's name.
    """
    suffix = ".jsonl" if json_lines else PurePath(name).suffix.lower()
    try:
        if suffix in JSON_LINES_SUFFIXES:
            return _json_lines(data, published)
        if suffix in JSON_SUFFIXES:
            return _json_file(data, published)
        return (_document(suffix, data, published),)
    except InvalidInputError as error:
        raise InvalidInputError(
            *(
                Problem(p.pointer, "%(file)s: %(problem)s", (("file", name), ("problem", p)), p.readings)
                for p in error.problems
            )
        ) from error


def is_data(name: str) -> bool:
    """Whether a file of that name holds articles as a program wrote them, with each field told apart."""
    return PurePath(name).suffix.lower() in (*JSON_SUFFIXES, *JSON_LINES_SUFFIXES)


def numbered_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not blank with their numbers from 1."""
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield number, line


def _document(suffix: str, data: bytes, published: Published | None) -> Article:
    read = KINDS.get(suffix)
    if read is None:
        raise refusal(
            "",
            "a file of kind %(kind)s cannot be read: save it as text, HTML, PDF or .docx",
            kind=suffix,
        )
    fields = {name: value for name, value in asdict(read(data)).items() if value or name == "text"}
    if not fields["text"].strip():
        raise refusal("/text", "the file is empty")
    if published is None and "published" not in fields:
        raise refusal(
            "/published",
            "the file tells no publication date: name one, or begin the text with a line like Published: 7 August 2022",
        )
    return article_from_json(fields, published=published)


def _json_file(data: bytes, published: Published | None) -> tuple[Article, ...]:
    return articles_from_json(decode(data), published=published)


def _json_lines(data: bytes, published: Published | None) -> tuple[Article, ...]:
    articles: list[Article] = []
    problems: list[Problem] = []
    for number, line in numbered_lines(data):
        try:
            articles.append(article_from_json(decode(line), published=published))
        except InvalidInputError as error:
            problems += (
                Problem(
                    p.pointer, "line %(line)s: %(problem)s", (("line", number), ("problem", p)), p.readings
                )
                for p in error.problems
            )
    if problems:
        raise InvalidInputError(*problems)
    return tuple(articles)
