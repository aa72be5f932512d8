"""A text cut where something in it begins or ends, so that it can be shown marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.model import Event, Timex


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text within one time expression, or within none."""

    text: str
    timex: Timex | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces that belong to the same event, or to none; `opens` and `closes` tell whether it begins and ends here."""

    pieces: tuple[Piece, ...]
    event: Event | None = None
    opens: bool = False
    closes: bool = False


def quoted(text: str, start: int, end: int, mark: tuple[int, int] | None) -> tuple[tuple[str, bool], ...]:
    """Give `text[start:end]` in parts, with whether each is the marked one; white space is drawn together."""
    if mark is None or not (start <= mark[0] < mark[1] <= end):
        return ((_tidy(text[start:end]), False),)
    cuts = ((start, mark[0], False), (mark[0], mark[1], True), (mark[1], end, False))
    return tuple((_tidy(text[first:last]), marked) for first, last, marked in cuts if first < last)


def paragraphs(text: str, timexes: Sequence[Timex], events: Sequence[Event]) -> Iterator[tuple[Stretch, ...]]:
    """Cut a text into paragraphs with their time expressions and events.

    Where events overlap, the shorter one is shown in its place and the longer one around it.
    """
    longest = max((event.end - event.start for event in events), default=0)
    ordered = sorted(events, key=lambda event: event.start)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            first = bisect_left(ordered, start - longest, key=lambda event: event.start)
            last = bisect_left(ordered, end, key=lambda event: event.start)
            inside = [event for event in ordered[first:last] if start < event.end]
            from_here = bisect_left(timexes, start, key=lambda timex: timex.end)
            to_here = bisect_left(timexes, end, key=lambda timex: timex.start)
            yield tuple(_stretches(text, start, end, timexes[from_here:to_here], inside))
        start = end + 1


def _stretches(
    text: str, start: int, end: int, timexes: Sequence[Timex], events: Sequence[Event]
) -> Iterator[Stretch]:
    inner = {edge for event in events for edge in (event.start, event.end) if start < edge < end}
    shortest_first = sorted(events, key=lambda event: event.end - event.start)
    for first, last in pairwise(sorted({start, end} | inner)):
        owner = next((event for event in shortest_first if event.start <= first and last <= event.end), None)
        yield Stretch(
            tuple(_pieces(text, first, last, timexes)),
            owner,
            opens=owner is not None and owner.start == first,
            closes=owner is not None and owner.end == last,
        )


def _pieces(text: str, start: int, end: int, timexes: Sequence[Timex]) -> Iterator[Piece]:
    at = start
    for timex in timexes:
        if timex.end <= at or timex.start >= end:
            continue
        if at < timex.start:
            yield Piece(text[at : timex.start])
        first = max(at, timex.start)
        at = min(timex.end, end)
        yield Piece(text[first:at], timex)
    if at < end:
        yield Piece(text[at:end])


def _tidy(text: str) -> str:
    """Draw white space together, but keep that at the ends, where the next part follows."""
    inner = " ".join(text.split())
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and inner else ""
    return f"{before}{inner}{after}"
