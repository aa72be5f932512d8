"""Markdown (CommonMark): a list that reads well as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.merge import quotable
from timeline.formats.base import Articles, Format, credit, date_words, headed, nothing, quote, remarks
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
    for mention in quotable(entry.mentions):
        if words := quote(mention, articles):
            claim = f"{date_words(mention.when, mention.bounds)}: " if entry.conflict else ""
            if words != entry.summary:
                yield f"  > {_escaped(words)}"
                yield "  >"
            yield f"  > — {claim}{_escaped(credit(mention, articles))}"
            yield ""
    if entry.because:
        yield f"  Why: {_escaped(str(entry.because))}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


FORMAT = Format("markdown", "text/markdown", ".md", _render, nothing)
