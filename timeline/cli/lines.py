"""JSON lines in, JSON lines out: each line is answered in its place, a bad one with its error."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import BinaryIO

from timeline.errors import InvalidInputError
from timeline.model import Article
from timeline.wire import Json, article_from_json, decode, encode, event_to_json, timex_to_json


def answer_lines(lines: BinaryIO, answer: Callable[[Article], Json]) -> int:
    """Answer each article that comes in, as soon as it comes in; give the exit status.

    A line that cannot be read gives `{"id", "error"}`, a message on standard error, and status 1 at the end.
    Blank lines are passed over.
    """
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        value: object = None
        try:
            value = decode(line)
            article = article_from_json(value)
            out = {"id": article.id, **answer(article)}
        except InvalidInputError as error:
            print(f"line {number}: {error}", file=sys.stderr)  # noqa: T201
            out = {"id": _id_of(value), "error": str(error)}
            status = 1
        sys.stdout.buffer.write(encode(out) + b"\n")
        sys.stdout.buffer.flush()
    return status


def timexes_of(article: Article) -> Json:
    """Answer with the article's time expressions."""
    from timeline.tagger import tag

    return {"timexes": [timex_to_json(timex, article.text) for timex in tag(article)]}


def events_of(article: Article) -> Json:
    """Answer with the article's events."""
    from timeline.pipeline import read

    return {"events": [event_to_json(event) for event in read(article)]}


def _id_of(value: object) -> str | None:
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None
