"""Plain text for a terminal: date, what happened, the words, and why this date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill

from timeline.formats.base import Articles, Format, date_words, headed, nothing, quotes, remarks
from timeline.model import Entry

_WIDTH = 100
_INDENT = " " * 4


def _render(entries: Sequence[Entry], title: str, articles: Articles) -> str:
    blocks = ["\n".join(_entry(entry, articles)) for entry in entries] or ["No events."]
    return "\n\n".join([title, *blocks] if title else blocks) + "\n"


def _entry(entry: Entry, articles: Articles) -> Iterator[str]:
    marks = remarks(entry)
    yield date_words(entry.when, entry.bounds) + (f"  [{marks}]" if marks else "")
    yield _wrapped(headed(entry.summary))
    for quote in quotes(entry, articles):
        if quote.words:
            yield _wrapped(f"“{quote.words}”")
        yield _wrapped(f"— {quote.credit}")
    if entry.because:
        yield _wrapped(f"Why: {entry.because}")


def _wrapped(line: str) -> str:
    return fill(line, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)


FORMAT = Format("text", "text/plain", ".txt", _render, nothing)
