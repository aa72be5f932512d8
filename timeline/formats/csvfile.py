"""CSV (RFC 4180): one row an event, with the report that its date rests on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import chain

from timeline.edtf import date_of, end_date_of
from timeline.formats.base import Articles, Format, counted, quote, speaker
from timeline.model import Entry
from timeline.published import published_text
from timeline.wire import entry_to_json

COLUMNS = (
    *("date", "end_date", "earliest", "latest", "certainty", "summary", "status", "actors", "places"),
    *("quote", "source", "title", "published", "because", "sources", "reports", "id"),
)
# A cell that starts so is a formula to a spreadsheet, and a text of the web may well carry one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def _render(entries: Sequence[Entry], _title: str, articles: Articles) -> str:
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows([_cell(value) for value in _row(entry, articles)] for entry in entries)
    return out.getvalue()


def _row(entry: Entry, articles: Articles) -> tuple[object, ...]:
    fields = entry_to_json(entry)
    report = speaker(entry)
    article = articles.get(report.article) if report else None
    return (
        *(date_of(entry.when), end_date_of(entry.when), fields["earliest"], fields["latest"]),
        *(entry.certainty, entry.summary, entry.status),
        _names(mention.actors for mention in entry.mentions),
        _names(mention.places for mention in entry.mentions),
        quote(report, articles) if report else "",
        *((article.source, article.title) if article else ("", "")),
        published_text(article.published, article.utc_offset) if article else "",
        *(str(entry.because), entry.sources, len(entry.mentions), entry.id),
    )


def _names(told: Iterable[tuple[str, ...]]) -> str:
    """Write the names that the reports of an entry tell, each once: "Aurora; Ben"."""
    return "; ".join(dict.fromkeys(chain.from_iterable(told)))


def _cell(value: object) -> str:
    """Write a value so that no spreadsheet runs it: what starts like a formula gets an apostrophe before it.

    A date before year 0 starts with a minus as well, and is no formula; the apostrophe shows it as it is.
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _leaves_out(entries: Sequence[Entry]) -> str:
    further = sum(len(entry.mentions) - 1 for entry in entries if len(entry.mentions) > 1)
    if not further:
        return ""
    return f"{counted(further, 'further report', 'further reports')} of the same events left out."


def _render_for_excel(entries: Sequence[Entry], title: str, articles: Articles) -> str:
    """Write the same after a byte order mark, without which Excel takes UTF-8 for the code page of the machine."""
    return f"\ufeff{_render(entries, title, articles)}"


FORMAT = Format("csv", "text/csv", ".csv", _render, _leaves_out)
EXCEL = Format("excel", "text/csv", ".csv", _render_for_excel, _leaves_out)
