"""HTML: one page that stands alone, for a screen or for paper; no script, and nothing loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.formats.base import Articles, Format, date_words, headed, nothing, remarks
from timeline.formats.markup import escaped, evidence
from timeline.model import Entry

# The dates that <time datetime> takes: years of four digits, their months, days and weeks, none before year 1.
_DATE = re.compile(r"(?<![\w-])\d{4}(?:-W\d\d|-\d\d(?:-\d\d)?)?(?![\w-])(?! BCE)")

_STYLE = """\
:root { color-scheme: light dark; --ink: #1a1a1a; --faint: #595959; --rule: #c8c8c8; --paper: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --faint: #a8a8a8; --rule: #4a4a4a; --paper: #161616 }
}
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
ol { list-style: none; padding: 0 }
li { border-top: 1px solid var(--rule); padding: 1rem 0; break-inside: avoid }
.date { font-weight: bold; margin: 0 }
.date small { color: var(--faint); font-weight: normal }
blockquote { border-inline-start: 3px solid var(--rule); margin: .5rem 0; padding-inline-start: 1rem }
p { margin: .25rem 0 }
footer, blockquote ~ p { color: var(--faint); font-size: .9rem }
@media print {
  :root { --ink: #000; --faint: #333; --rule: #999; --paper: #fff }
  body { margin: 0; max-width: none }
}"""


def _render(entries: Sequence[Entry], title: str, articles: Articles) -> str:
    return "\n".join(
        (*_head(escaped(title or "Timeline")), *_body(entries, articles), "</body>", "</html>", "")
    )


def _head(title: str) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>"
    yield f'<body>\n<h1 dir="auto">{title}</h1>'


def _body(entries: Sequence[Entry], articles: Articles) -> Iterator[str]:
    """Write the entries that have a date, and then those that have none, with what is known of it."""
    if not entries:
        yield "<p>No events.</p>"
    if dated := [entry for entry in entries if entry.when is not None]:
        yield from _list(dated, articles)
    if undated := [entry for entry in entries if entry.when is None]:
        yield "<h2>Without one date</h2>"
        yield from _list(undated, articles)


def _list(entries: Sequence[Entry], articles: Articles) -> Iterator[str]:
    yield "<ol>"
    for entry in entries:
        yield f'<li id="{escaped(entry.id)}">'
        yield f'<p class="date">{_date(entry)} <small>{remarks(entry) or entry.certainty}</small></p>'
        yield f'<p dir="auto">{escaped(headed(entry.summary))}</p>'
        yield from evidence(entry, articles)
        yield "</li>"
    yield "</ol>"


def _date(entry: Entry) -> str:
    return _DATE.sub(r'<time datetime="\g<0>">\g<0></time>', date_words(entry.when, entry.bounds))


FORMAT = Format("html", "text/html", ".html", _render, nothing)
