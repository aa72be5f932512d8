"""Plain text for a terminal: date, what happened, the words, and why this date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill

from timeline.events.merge import quotable
from timeline.formats.base import Articles, Format, credit, date_words, headed, nothing, quote, remarks
from timeline.model import Entry, Event

_WIDTH = 100
_INDENT = " " * 4


def _render(entries: Sequence[Entry], title: str, articles: Articles) -> str:
    blocks = ["\n".join(_entry(entry, articles)) for entry in entries] or ["No events."]
    return "\n\n".join([title, *blocks] if title else blocks) + "\n"


def _entry(entry: Entry, articles: Articles) -> Iterator[str]:
    marks = remarks(entry)
    yield date_words(entry.when, entry.bounds) + (f"  [{marks}]" if marks else "")
    yield _wrapped(headed(entry.summary))
    for mention in quotable(entry.mentions):
        yield from _mention(mention, entry, articles)
    if entry.because:
        yield _wrapped(f"Why: {entry.because}")


def _mention(mention: Event, entry: Entry, articles: Articles) -> Iterator[str]:
    words = quote(mention, articles)
    if not words:
        return
    if words != entry.summary:
        yield _wrapped(f"“{words}”")
    claim = f"{date_words(mention.when, mention.bounds)}: " if entry.conflict else ""
    yield _wrapped(f"— {claim}{credit(mention, articles)}")


def _wrapped(line: str) -> str:
    return fill(line, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)


FORMAT = Format("text", "text/plain", ".txt", _render, nothing)
