"""iCalendar (RFC 5545): an all-day event for each entry of known days; vaguer ones are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline import civil
from timeline.civil import Granularity
from timeline.formats.base import Articles, Format, counted, credit, headed, quote, speaker
from timeline.interval import Interval
from timeline.model import Entry, Status

_LINE_OCTETS = 75  # RFC 5545 §3.1
# DTSTAMP is required (§3.8.7.2). It is fixed, so that the same timeline gives the same file.
_STAMP = "19700101T000000Z"


def _render(entries: Sequence[Entry], title: str, articles: Articles) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//event timeline//EN", "CALSCALE:GREGORIAN"]
    if title:
        lines.append(f"X-WR-CALNAME:{_escaped(title)}")
    for entry in entries:
        if (days := _days(entry.when)) is not None:
            lines += _event(entry, days, articles)
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) for line in lines)


def _event(entry: Entry, days: tuple[str, str], articles: Articles) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.id}@timeline"
    yield f"DTSTAMP:{_STAMP}"
    yield f"DTSTART;VALUE=DATE:{days[0]}"
    yield f"DTEND;VALUE=DATE:{days[1]}"
    status = "" if entry.status is Status.ACTUAL else f" ({entry.status.value})"
    yield f"SUMMARY:{_escaped(headed(entry.summary) + status)}"
    yield f"DESCRIPTION:{_escaped(_description(entry, articles))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(entry: Entry, articles: Articles) -> str:
    report = speaker(entry)
    words = quote(report, articles) if report else ""
    said = f"“{words}” — {credit(report, articles)}" if report and words else ""
    return "\n".join(part for part in (said, f"Why: {entry.because}" if entry.because else "") if part)


def _days(when: Interval | None) -> tuple[str, str] | None:
    """Give first day and the day after the last, None for what is vaguer or no calendar can hold."""
    if when is None or _is_vague(when):
        return None
    first, end = _edges(when)
    if not all(1 <= civil.year_of_day(day) <= 9999 for day in (first, end)):
        return None
    return _basic(first), _basic(end)


def _is_vague(when: Interval) -> bool:
    if not when.bounded or when.granularity > Granularity.WEEK:
        return True
    first, end = _edges(when)
    return when.approximate and end - first > 1


def _edges(when: Interval) -> tuple[int, int]:
    return civil.day_of(when.start), civil.day_of(when.end - 1) + 1


def _basic(day: int) -> str:
    year, month, of_month = civil.civil_from_days(day)
    return f"{year:04d}{month:02d}{of_month:02d}"


def _escaped(text: str) -> str:
    """Escape a text value (§3.3.11); other control characters are not allowed there and become spaces."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return "".join(" " if ord(char) < 32 or ord(char) == 127 else char for char in text)


def _folded(line: str) -> str:
    """Fold a line at 75 octets, never within a character, and end it (§3.1)."""
    parts, width = [""], 0
    for char in line:
        size = len(char.encode())
        if width + size > _LINE_OCTETS:
            parts.append("")
            width = 1
        parts[-1] += char
        width += size
    return "\r\n ".join(parts) + "\r\n"


def _leaves_out(entries: Sequence[Entry]) -> str:
    dates = [entry.when for entry in entries]
    told = [when for when in dates if when is not None]
    kinds = (
        (len(dates) - len(told), "without a date"),
        (sum(_is_vague(when) for when in told), "vaguer than a week"),
        (sum(not _is_vague(when) and _days(when) is None for when in told), "outside the years 1 to 9999"),
    )
    *parts, last = [counted(n, f"entry {kind}", f"entries {kind}") for n, kind in kinds if n] or [""]
    named = f"{', '.join(parts)} and {last}" if parts else last
    return f"{named} left out." if named else ""


FORMAT = Format("ics", "text/calendar", ".ics", _render, _leaves_out)
