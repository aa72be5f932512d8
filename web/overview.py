"""How a view lies in time, as shapes: bars and dots for some entries, a histogram for many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from timeline.civil import Granularity
from timeline.edtf import day_text
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Certainty, Entry
from timeline.store import Bucket
from web.axis import Axis, Tick, axis_of
from web.dates import date_words, days

MOST_BARS = 100
"""More entries than these are counted, not drawn one by one."""

_TITLE = 80  # characters
_LANE = 15  # pixels
_AXIS = 34  # pixels that the axis and its names take
_MOST_LANES = 16
_DOT = 2.4  # percent of the width that a dot and the gap beside it take on a small screen
_TALLEST = 90  # pixels
_OPEN = ("between", "until", "since")


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry: at `x` percent of the width and `width` percent wide (0: a dot), in the lane at `y` pixels.

    `dots` are the places of claims that disagree, in percent. `kind` is what the style sheet draws it by.
    """

    entry: str
    kind: str
    title: str
    x: float
    width: float
    y: int = 0
    dots: tuple[float, ...] = ()

    @property
    def end(self) -> float:
        """Where it ends, with the room that a dot takes."""
        return self.x + max(self.width, _DOT)


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the histogram: `sure` and `unsure` are heights in pixels, `first` and `last` the days."""

    first: str
    last: str
    title: str
    count: int
    x: float
    width: float
    sure: float
    unsure: float


@dataclass(frozen=True, slots=True)
class Overview:
    """The drawing: marks or bars, and the axis under them. `height` is in pixels, axis included.

    `unplaced` counts the entries that nothing places in time.
    """

    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    height: int
    first_day: int
    last_day: int
    breaks: tuple[float, ...] = ()
    unplaced: int = 0

    @property
    def base(self) -> int:
        """Where the axis is, in pixels from the top."""
        return self.height - _AXIS


def of_entries(entries: Sequence[Entry], window: tuple[int | None, int | None]) -> Overview | None:
    """Draw entries one by one; None where nothing can be drawn so: no entry has a place, or too many overlap."""
    placed = [entry for entry in entries if _span(entry).start > BEGINNING or _span(entry).end < END]
    if not placed:
        return None
    first, last = _extent(placed, window)
    axis = axis_of(first, last, _occupied(placed, first, last), room=(window[0] is None, window[1] is None))
    marks = _in_lanes([_mark(entry, axis) for entry in placed])
    lanes = max(mark.y for mark in marks) // _LANE + 1
    if lanes > _MOST_LANES:
        return None
    height = lanes * _LANE + _AXIS + 16
    unplaced = len(entries) - len(placed)
    return Overview(marks, (), axis.ticks(), height, first, last, axis.breaks, unplaced)


def of_buckets(buckets: Sequence[Bucket], window: tuple[int | None, int | None]) -> Overview | None:
    """Draw how many entries there are in each stretch of time; None where there are none."""
    inside = [
        bucket
        for bucket in buckets
        if (window[0] is None or bucket.last_day >= window[0])
        and (window[1] is None or bucket.first_day <= window[1])
    ]
    if not inside:
        return None
    first, last = inside[0].first_day, inside[-1].last_day
    axis, most = axis_of(first, last), max(bucket.entries for bucket in inside)
    bars = tuple(_bar(bucket, axis, most) for bucket in inside if bucket.entries)
    return Overview((), bars, axis.ticks(), _TALLEST + _AXIS + 16, first, last)


def _bar(bucket: Bucket, axis: Axis, most: int) -> Bar:
    scale = _TALLEST / most
    unsure = bucket.uncertain * scale
    x, end = axis.at(bucket.first_day), axis.at(bucket.last_day + 1)
    return Bar(
        day_text(bucket.first_day),
        day_text(bucket.last_day),
        days(bucket.first_day, bucket.last_day),
        bucket.entries,
        x,
        round((end - x) * 0.86, 3),
        round(max(2.0 if bucket.entries > bucket.uncertain else 0.0, bucket.entries * scale - unsure), 1),
        round(max(2.0 if bucket.uncertain else 0.0, unsure), 1),
    )


def _span(entry: Entry) -> Interval:
    return entry.when or entry.bounds


def _extent(entries: Sequence[Entry], window: tuple[int | None, int | None]) -> tuple[int, int]:
    """Give the first and the last day to show: the window's, else those of the entries."""
    spans = [_span(entry) for entry in entries]
    known = [day for span in spans for day in (span.first_day, span.last_day) if day is not None]
    first = min(known) if window[0] is None else window[0]
    return first, max(first, max(known) if window[1] is None else window[1])


def _occupied(entries: Sequence[Entry], first: int, last: int) -> list[tuple[int, int]]:
    """Give the days that the entries take between the first and the last day; bounds take only their ends."""
    found = []
    for entry in entries:
        begin, end = _span(entry).first_day, _span(entry).last_day
        pairs = ((begin, end),) if entry.when else ((begin, begin), (end, end))
        found += [(a, b) for a, b in pairs if a is not None and b is not None]
    return [(max(first, a), min(last, b)) for a, b in found if a <= last and b >= first]


def _mark(entry: Entry, axis: Axis) -> Mark:
    span = _span(entry)
    x = axis.of_second(span.start) if span.start > BEGINNING else 0.0
    end = axis.of_second(span.end) if span.end < END else 100.0
    title = f"{date_words(entry.when, entry.bounds)}: {shorten(entry.summary, _TITLE, placeholder='…')}"
    kind = _kind(entry)
    if entry.conflict:
        claims = {axis.of_second(m.when.start) for m in entry.mentions if m.when and m.when.start > BEGINNING}
        return Mark(entry.id, kind, title, x, round(end - x, 3), dots=tuple(sorted(claims)))
    is_dot = kind in ("day", "inferred") and end - x < _DOT
    return Mark(entry.id, kind, title, x, 0.0 if is_dot else round(max(end - x, _DOT / 2), 3))


def _kind(entry: Entry) -> str:
    """Tell how an entry is drawn. Bounds that are open on a side fade out on it."""
    certainty, span = entry.certainty, _span(entry)
    if certainty is Certainty.UNDATED:
        return "until" if span.start <= BEGINNING else "since" if span.end >= END else "between"
    if certainty is Certainty.STATED:
        return "day" if span.granularity < Granularity.WEEKEND else "unit"
    return {Certainty.INFERRED: "inferred", Certainty.APPROXIMATE: "about"}.get(certainty, "claims")


def _in_lanes(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Put each mark into the first lane in which it overlaps no other; those without a date come last."""
    ends: list[float] = []
    placed = []
    for mark in sorted(marks, key=lambda mark: (mark.kind in _OPEN, mark.x, -mark.width)):
        lane = next((i for i, end in enumerate(ends) if end <= mark.x), len(ends))
        ends[lane : lane + 1] = [mark.end]
        placed.append(replace(mark, y=lane * _LANE))
    return tuple(placed)
