"""How a view lies in time, as shapes: bars and dots for some entries, a histogram for many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from timeline.civil import Granularity
from timeline.edtf import day_text
from timeline.formats.base import headed
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Certainty, Entry
from timeline.store import Bucket
from web.axis import Axis, Break, Taken, Tick, axis_of
from web.dates import date_words, days
from web.language import ngettext
from web.stretches import calendar_stretches

MOST_BARS = 100
"""More entries than these are counted, not drawn one by one."""

_TITLE = 80  # characters
_LANE = 15  # pixels
_AXIS = 34  # pixels that the axis and its names take
_MOST_LANES = 16
_DOT = 2.4  # percent of the width that a dot and the gap beside it take on a small screen
_TALLEST = 90  # pixels
_BAR = 1.7  # percent of the width that a bar of the histogram takes at least
_CONTEXT = 14  # days that a drawing shows at least where no hours are told
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

    `dense` are the first and last day of where most of it is, None where no smaller window can be told. `most` is
    what the tallest bar stands for, `unplaced` counts the entries that nothing places in time.
    """

    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    height: int
    first_day: int
    last_day: int
    breaks: tuple[Break, ...] = ()
    dense: tuple[int, int] | None = None
    most: int = 0
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
    taken = _taken(placed, first, last)
    axis = axis_of(first, last, taken, room=_room(placed, last + 1 - first, window))
    marks = _in_lanes([_mark(entry, axis) for entry in placed])
    lanes = max(mark.y for mark in marks) // _LANE + 1
    if lanes > _MOST_LANES:
        return None
    return Overview(
        marks,
        (),
        axis.ticks(),
        lanes * _LANE + _AXIS + 16,
        first,
        last,
        axis.breaks,
        dense=_dense(axis, taken, last + 1 - first),
        unplaced=len(entries) - len(placed),
    )


def of_days(counts: Sequence[Bucket], window: tuple[int | None, int | None]) -> Overview | None:
    """Draw how many entries there are in each stretch of time, from days with counts; None where there are none."""
    inside = [
        day
        for day in counts
        if (window[0] is None or day.last_day >= window[0])
        and (window[1] is None or day.first_day <= window[1])
    ]
    if not inside:
        return None
    first, last = inside[0].first_day, inside[-1].last_day
    taken = [Taken(day.first_day, day.last_day, day.entries) for day in inside]
    axis = axis_of(first, last, taken)
    stretches = [
        stretch
        for piece in axis.pieces
        for stretch in calendar_stretches(inside, piece.first, piece.last, max(1, int(piece.width / _BAR)))
    ]
    most = max(stretch.entries for stretch in stretches)
    bars = tuple(_bar(stretch, axis, most) for stretch in stretches)
    height, dense = _TALLEST + _AXIS + 16, _dense(axis, taken, last + 1 - first)
    return Overview((), bars, axis.ticks(), height, first, last, axis.breaks, dense, most)


def _bar(bucket: Bucket, axis: Axis, most: int) -> Bar:
    scale = _TALLEST / most
    unsure = bucket.uncertain * scale
    x, end = axis.at(bucket.first_day), axis.at(bucket.last_day + 1)
    return Bar(
        day_text(bucket.first_day),
        day_text(bucket.last_day),
        _counted(bucket),
        bucket.entries,
        x,
        round((end - x) * 0.86, 3),
        round(max(2.0 if bucket.entries > bucket.uncertain else 0.0, bucket.entries * scale - unsure), 1),
        round(max(2.0 if bucket.uncertain else 0.0, unsure), 1),
    )


def _counted(bucket: Bucket) -> str:
    """Say what a bar stands for."""
    when = days(bucket.first_day, bucket.last_day)
    words = ngettext("%(when)s: %(num)d entry", "%(when)s: %(num)d entries", bucket.entries, when=when)
    unsure = ngettext("%(num)d not surely dated", "%(num)d not surely dated", bucket.uncertain)
    return f"{words}, {unsure}" if bucket.uncertain else words


def _dense(axis: Axis, taken: Sequence[Taken], length: int) -> tuple[int, int] | None:
    """Give where most is: the fullest piece of a broken axis, else the fullest half of an unbroken one."""
    if len(axis.pieces) > 1:
        inside = [(sum(t.things for t in taken if p.first <= t.first <= p.last), p) for p in axis.pieces]
        fullest = max(inside, key=lambda pair: pair[0])[1]
        return fullest.first, fullest.last
    half = length // 2
    if not half:
        return None
    begins = sorted((one.first, one.things) for one in taken)
    best, count, start = (0, begins[0][0]), 0, 0
    for day, number in begins:
        count += number
        while begins[start][0] <= day - half:
            count -= begins[start][1]
            start += 1
        best = max(best, (count, begins[start][0]), key=lambda pair: pair[0])
    return best[1], best[1] + half - 1


def _span(entry: Entry) -> Interval:
    return entry.when or entry.bounds


def _extent(entries: Sequence[Entry], window: tuple[int | None, int | None]) -> tuple[int, int]:
    """Give the first and the last day to show: the window's, else those of the entries."""
    spans = [_span(entry) for entry in entries]
    known = [day for span in spans for day in (span.first_day, span.last_day) if day is not None]
    first = min(known) if window[0] is None else window[0]
    return first, max(first, max(known) if window[1] is None else window[1])


def _taken(entries: Sequence[Entry], first: int, last: int) -> list[Taken]:
    """Give the days that the entries take between the first and the last day; bounds take only their ends."""
    found = []
    for entry in entries:
        begin, end = _span(entry).first_day, _span(entry).last_day
        pairs = ((begin, end),) if entry.when else ((begin, begin), (end, end))
        found += [(a, b) for a, b in pairs if a is not None and b is not None]
    return [Taken(max(first, a), min(last, b)) for a, b in found if a <= last and b >= first]


def _room(entries: Sequence[Entry], length: int, window: tuple[int | None, int | None]) -> tuple[int, int]:
    """Give the least number of days to leave on each side that the window does not set.

    None where the hours of a day or two are told, else so much that a single day does not fill the drawing.
    """
    hours = any(entry.when and entry.when.granularity < Granularity.DAY for entry in entries)
    least = (length > 2) if hours else max(1, (_CONTEXT - length) // 2)
    return least * (window[0] is None), least * (window[1] is None)


def _mark(entry: Entry, axis: Axis) -> Mark:
    span = _span(entry)
    x = axis.of_second(span.start) if span.start > BEGINNING else 0.0
    end = axis.of_second(span.end) if span.end < END else 100.0
    title = (
        f"{date_words(entry.when, entry.bounds)}: {shorten(headed(entry.summary), _TITLE, placeholder='…')}"
    )
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
