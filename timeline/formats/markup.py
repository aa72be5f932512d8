"""What the formats with tags share: text made safe for HTML and XML, and the words an entry rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from timeline.formats.base import Articles, quotes
from timeline.model import Entry

# All that is no character of XML 1.0 (§2.2): neither XML nor HTML can hold it, not even escaped.
_NO_CHARACTER = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escaped(text: str) -> str:
    """Write text for an element or a quoted attribute; a character that markup cannot hold becomes U+FFFD."""
    return escape(_NO_CHARACTER.sub("\ufffd", text))


def evidence(entry: Entry, articles: Articles) -> Iterator[str]:
    """Give the quoted words of an entry, each with its source, and why it has its date, as elements of HTML.

    Words that are the summary as well are not quoted again: it stands above them.
    """
    for quote in quotes(entry, articles):
        source = f"— {escaped(quote.credit)}"
        if not quote.words:
            yield f"<p>{source}</p>"
            continue
        spoken = f' lang="{escaped(quote.language)}"' if quote.language else ""
        yield f'<blockquote><p{spoken} dir="auto">{escaped(quote.words)}</p>'
        yield f"<footer>{source}</footer></blockquote>"
    if entry.because:
        yield f"<p>Why: {escaped(str(entry.because))}</p>"
