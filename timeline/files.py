"""Files as they are dropped or named on the command line, read as articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from timeline.errors import InvalidInputError, Problem, refusal
from timeline.model import Article, Published
from timeline.wire import article_from_json, articles_from_json, decode

TEXT_SUFFIXES = ("", ".txt", ".text", ".md")
JSON_SUFFIXES = (".json",)
JSON_LINES_SUFFIXES = (".jsonl", ".ndjson")
HEADER_FIELDS = ("title", "published", "source", "url", "language", "id")

_NOT_YET = {".pdf": "PDF", ".docx": "Word", ".doc": "Word", ".html": "HTML", ".htm": "HTML", ".xml": "XML"}
_BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def articles_from_file(
    name: str, data: bytes, published: Published | None = None, *, json_lines: bool = False
) -> tuple[Article, ...]:
    """Read the articles in a file; its suffix tells the kind: text, `.json` or `.jsonl`.

    A text file holds one article and may start with header lines (`Title:`, `Published:`, `Source:`, `URL:`,
    `Language:`) and an empty line. `published` dates the articles that name no date of their own.
    `json_lines` reads JSON lines whatever the suffix.
    Raises `InvalidInputError` with all that is wrong in the file; each message starts with the file's name.
    """
    suffix = ".jsonl" if json_lines else PurePath(name).suffix.lower()
    try:
        if suffix in JSON_LINES_SUFFIXES:
            return _json_lines(data, published)
        if suffix in JSON_SUFFIXES:
            return _json_file(data, published)
        if suffix in TEXT_SUFFIXES:
            return (_text_file(data, published),)
        kind = _NOT_YET.get(suffix)
        if kind:
            raise refusal(
                "",
                "%(kind)s files cannot be read yet: save it as plain text (.txt), or give .json or .jsonl",
                kind=kind,
            )
        raise refusal(
            "",
            "a file of kind %(kind)s cannot be read: save it as plain text (.txt), or give .json or .jsonl",
            kind=suffix,
        )
    except InvalidInputError as error:
        raise InvalidInputError(
            *(
                Problem(p.pointer, "%(file)s: %(problem)s", (("file", name), ("problem", p)), p.readings)
                for p in error.problems
            )
        ) from error


def text_of(data: bytes) -> str:
    """Decode UTF-8 text; raises `InvalidInputError` that says what the bytes are or which does not fit."""
    encoding = _BYTE_ORDER_MARKS.get(data[:2])
    if encoding:
        raise refusal("", "the text is %(encoding)s, not UTF-8: save it as UTF-8", encoding=encoding)
    if b"\0" in data:
        raise refusal("", "this is a binary file, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = data[error.start]
        raise refusal(
            "",
            "the text is not UTF-8 (byte %(byte)s at %(place)s): save it as UTF-8",
            byte=f"0x{byte:02X}",
            place=error.start,
        ) from error


def numbered_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not blank with their numbers from 1."""
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield number, line


def _text_file(data: bytes, published: Published | None) -> Article:
    header, body = _split_header(text_of(data).replace("\r\n", "\n"))
    return article_from_json({**header, "text": body}, published=published)


def _split_header(text: str) -> tuple[dict[str, str], str]:
    """Split off the header, if every line up to the first empty one is a field that is known."""
    head, _, body = text.partition("\n\n")
    fields = {}
    for line in head.split("\n"):
        name, colon, value = line.partition(":")
        if not colon or name.strip().lower() not in HEADER_FIELDS:
            return {}, text
        fields[name.strip().lower()] = value.strip()
    return fields, body


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
