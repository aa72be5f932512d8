"""TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html): a slide for each entry that can be placed."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from timeline import civil
from timeline.civil import Granularity
from timeline.edtf import moment_text
from timeline.formats.base import Articles, Format, counted, date_words, headed, remarks
from timeline.formats.markup import escaped, evidence
from timeline.interval import BEGINNING, Interval
from timeline.model import Entry
from timeline.wire import Json, encode


def _render(entries: Sequence[Entry], title: str, articles: Articles) -> str:
    document = {
        "title": {"text": {"headline": escaped(title or "Timeline")}},
        "events": [
            _slide(entry, entry.when, articles)
            for entry in entries
            if entry.when is not None and _placed(entry.when)
        ],
        "scale": "human",
    }
    return msgspec.json.format(encode(document), indent=2).decode() + "\n"


def _slide(entry: Entry, when: Interval, articles: Articles) -> Json:
    marks = remarks(entry)
    start = _parts(when.start, when)
    slide: Json = {
        "unique_id": entry.id,
        "start_date": start,
        "display_date": _words(when) + (f" ({marks})" if marks else ""),
        "text": {"headline": escaped(headed(entry.summary)), "text": "".join(evidence(entry, articles))},
    }
    if when.bounded and (end := _parts(when.end - 1, when)) != start:
        slide["end_date"] = end
    return slide


def _placed(when: Interval) -> bool:
    return when.start > BEGINNING


def _words(when: Interval) -> str:
    """Write a date as the other formats do, and the clock time where one was told."""
    words = date_words(when, when)
    if when.granularity > Granularity.HOUR:
        return words
    first, last = (moment_text(second).partition("T")[2][:5] for second in (when.start, when.end))
    return f"{words}, {first} to {last}" if when.granularity is Granularity.HOUR else f"{words}, {first}"


def _parts(second: int, when: Interval) -> dict[str, int]:
    """Give the parts of a date down to the unit told; vague edges are days, as `date_words` writes them.

    TimelineJS has no year 0: 1 BCE is -1.
    """
    unit = min(when.granularity, Granularity.DAY) if when.approximate else when.granularity
    year, month, day = civil.civil_from_days(civil.day_of(second))
    clock = second % civil.DAY_SECONDS
    parts = {"year": year if year > 0 else year - 1}
    if unit < Granularity.YEAR:
        parts["month"] = month
    if unit < Granularity.MONTH:
        parts["day"] = day
    if unit <= Granularity.HOUR:
        parts["hour"] = clock // 3600
    if unit <= Granularity.MINUTE:
        parts["minute"] = clock // 60 % 60
    return parts


def _leaves_out(entries: Sequence[Entry]) -> str:
    undated = sum(entry.when is None or not _placed(entry.when) for entry in entries)
    return f"{counted(undated, 'entry', 'entries')} without a date left out." if undated else ""


FORMAT = Format("timelinejs", "application/json", ".timelinejs.json", _render, _leaves_out)
