"""Markdown (CommonMark): a list that reads well as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.formats.base import Articles, Format, date_words, headed, nothing, quotes, remarks
from timeline.model import Entry

# ASCII punctuation may be escaped anywhere (CommonMark §2.4); these can start something in running text.
_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~!#])")


def _render(entries: Sequence[Entry], title: str, articles: Articles) -> str:
    head = f"# {_escaped(title or 'Timeline')}\n"
    if not entries:
        return head + "\nNo events.\n"
    return head + "".join("\n" + "\n".join(_entry(entry, articles)) + "\n" for entry in entries)


def _entry(entry: Entry, articles: Articles) -> Iterator[str]:
    marks = remarks(entry)
    noted = f" *({marks})*" if marks else ""
    yield f"- **{date_words(entry.when, entry.bounds)}**{noted}: {_escaped(headed(entry.summary))}"
    for quote in quotes(entry, articles):
        if quote.words:
            yield f"  > {_escaped(quote.words)}"
            yield "  >"
        yield f"  > — {_escaped(quote.credit)}"
        yield ""
    if entry.because:
        yield f"  Why: {_escaped(str(entry.because))}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


FORMAT = Format("markdown", "text/markdown", ".md", _render, nothing)
