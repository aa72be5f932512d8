"""Stretches of days laid out over the width of a drawing, with ticks where calendar units begin.

Where nothing is for long, the axis is broken: what lies between two breaks has a scale of its own, and as much of the
width as it has to show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log2, sqrt
from typing import NamedTuple

from timeline import civil
from timeline.civil import DAY_SECONDS, MONTHS
from web.dates import days, short_day, short_month, year_words

_TICK = 11.0  # percent of the width that a tick's label takes
_BREAK = 3.0  # percent of the width that a gap is drawn together to
_LEAST = 8.0  # percent of the width that the smallest piece takes
_MOST_BREAKS = 5
_LONG = 0.3  # the share of the days that are left from which on a gap is drawn together
_SHORTEST_GAP = 30  # days
_MARGIN = 40  # the part of its length that an axis has around it on each side; the pieces of a broken one twice that
_LEAST_MARGIN = 7  # days beside a gap
_YEAR = 366  # days
_HOUR_STEPS = (1, 2, 3, 6, 12)
_DAY_STEPS = (1, 2, 5, 10)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 60_000, 120_000)


class Taken(NamedTuple):
    """The days from the first to the last, inclusive, that so many things take."""

    first: int
    last: int
    things: int = 1


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis, in percent, and what it is called; `year` stands under the first of a year.

    Where the drawing is narrow, `minor` ones go, and `low` ones stand a line lower.
    """

    x: float
    label: str
    year: str = ""
    minor: bool = False
    low: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """Where days are left out, from `x` to `end` percent; `left_out` names them."""

    x: float
    end: float
    left_out: str


@dataclass(frozen=True, slots=True)
class Piece:
    """The days from the first to the last, inclusive, drawn from `x` to `end` percent.

    `begin` is the first day that has something, after the margin.
    """

    first: int
    last: int
    x: float
    end: float
    begin: int

    @property
    def length(self) -> int:
        """The number of days."""
        return self.last + 1 - self.first

    @property
    def width(self) -> float:
        """The percent of the width that it takes."""
        return self.end - self.x


@dataclass(frozen=True, slots=True)
class Axis:
    """Pieces in time order; the days between two of them are left out."""

    pieces: tuple[Piece, ...]

    @property
    def breaks(self) -> tuple[Break, ...]:
        """Where days are left out."""
        return tuple(
            Break(left.end, right.x, days(left.last + 1, right.first - 1))
            for left, right in pairwise(self.pieces)
        )

    def at(self, day: float) -> float:
        """Give where a day begins, in percent; what lies outside is at the edge."""
        before = 0.0
        for piece in self.pieces:
            if day < piece.first:
                return round((before + piece.x) / 2, 3)
            if day <= piece.last + 1:
                share = (day - piece.first) / piece.length
                return round(piece.x + share * piece.width, 3)
            before = piece.end
        return 100.0

    def of_second(self, second: int) -> float:
        """Give where a second lies, in percent."""
        return self.at(second / DAY_SECONDS)

    def ticks(self) -> tuple[Tick, ...]:
        """Give the finest ticks whose labels do not meet; every piece has one at least."""
        return tuple(tick for piece in self.pieces for tick in self._of_piece(piece))

    def _of_piece(self, piece: Piece) -> Iterator[Tick]:
        narrow = piece.width < 1.5 * _TICK and piece.length < 2 * _YEAR
        is_last = piece is self.pieces[-1]
        found = () if narrow else self._ticks(piece)
        fitting = [tick for tick in found if is_last or tick.x + _TICK <= piece.end + _BREAK]
        for number, tick in enumerate(fitting or [self._only_tick(piece)]):
            yield replace(tick, minor=number % 2 == 1)

    def _only_tick(self, piece: Piece) -> Tick:
        year, month, _day = civil.civil_from_days(piece.begin)
        years = [civil.year_of_day(one.begin) for one in self.pieces]
        if years.count(year) > 1:
            return Tick(piece.x, short_month(month), year_words(year))
        return Tick(piece.x, year_words(year), low=self.pieces.index(piece) % 2 == 1)

    def _ticks(self, piece: Piece) -> Iterator[Tick]:
        room = piece.width / _TICK
        hours = next((step for step in _HOUR_STEPS if piece.length * 24 / step <= room), 0)
        if hours:
            yield from self._hour_ticks(piece, hours)
            return
        day_step = next((step for step in _DAY_STEPS if piece.length / step <= room), 0)
        if day_step or piece.length < 31:
            yield from self._day_ticks(piece, day_step or piece.length)
            return
        months = piece.length / 30.4
        yield from self._month_ticks(
            piece, next((step for step in _MONTH_STEPS if months / step <= room), _MONTH_STEPS[-1])
        )

    def _hour_ticks(self, piece: Piece, step: int) -> Iterator[Tick]:
        for hour in range(0, piece.length * 24, step):
            day, of_day = piece.first + hour // 24, hour % 24
            year = year_words(civil.year_of_day(day)) if not hour else ""
            yield Tick(self.at(day + of_day / 24), f"{of_day:02d}:00" if of_day else short_day(day), year)

    def _day_ticks(self, piece: Piece, step: int) -> Iterator[Tick]:
        former = ""
        for day in range(piece.first, piece.last + 1, step):
            year = year_words(civil.year_of_day(day))
            yield Tick(self.at(day), short_day(day), year if year != former else "")
            former = year

    def _month_ticks(self, piece: Piece, step: int) -> Iterator[Tick]:
        begin = civil.month_of_second(piece.first * DAY_SECONDS)
        end = civil.month_of_second(piece.last * DAY_SECONDS)
        former = ""
        for months in range(begin + -begin % step, end + 1, step):
            second = civil.second_of_month(months)
            if piece.first * DAY_SECONDS <= second:
                number, month = divmod(months, MONTHS)
                year = year_words(number)
                named = year if year != former and step < MONTHS else ""
                yield Tick(self.of_second(second), short_month(month + 1) if step < MONTHS else year, named)
                former = year


def axis_of(
    first: int,
    last: int,
    taken: Iterable[Taken] = (),
    *,
    room: tuple[int, int] = (0, 0),
) -> Axis:
    """Lay out the days from `first` to `last`; long gaps between what is `taken` are left out.

    `room` is the least number of days to leave before the first and after the last.
    """
    stretches = sorted(taken)
    parts = [(first, last)]
    for begin, end in _gaps(first, last, stretches):
        parts[-1:] = [(parts[-1][0], begin), (end, parts[-1][1])]
    counts = [sum(one.things for one in stretches if a <= one.first <= b) for a, b in parts]
    weights = [sqrt(max(1, count)) * log2(2 + b - a) for count, (a, b) in zip(counts, parts, strict=True)]
    return Axis(tuple(_pieces(parts, _with_margins(parts, room), weights)))


def _with_margins(parts: Sequence[tuple[int, int]], room: tuple[int, int]) -> list[tuple[int, int]]:
    """Give the parts with some days around them: beside a gap no more than a quarter of it, outside as `room` asks."""
    share = _MARGIN if len(parts) == 1 else _MARGIN // 2
    found = []
    for number, (begin, end) in enumerate(parts):
        margin = (end + 1 - begin) // share
        before, after = (max(least, margin) if least else 0 for least in room)
        if number:
            before = min(max(_LEAST_MARGIN, margin), (begin - parts[number - 1][1]) // 4)
        if number < len(parts) - 1:
            after = min(max(_LEAST_MARGIN, margin), (parts[number + 1][0] - end) // 4)
        found.append((begin - before, end + after))
    return found


def _pieces(
    parts: Sequence[tuple[int, int]], wider: Sequence[tuple[int, int]], weights: Sequence[float]
) -> Iterator[Piece]:
    """Give each part the least width and, of what is left, its share by weight."""
    left = 100.0 - _BREAK * (len(parts) - 1) - _LEAST * len(parts)
    x = 0.0
    for (begin, _end), (first, last), weight in zip(parts, wider, weights, strict=True):
        width = _LEAST + left * weight / sum(weights)
        yield Piece(first, last, round(x, 3), round(x + width, 3), begin)
        x += width + _BREAK


def _gaps(first: int, last: int, taken: Sequence[Taken]) -> list[tuple[int, int]]:
    """Give the gaps to leave out, as the last day before each and the first after it, in time order."""
    free: list[tuple[int, int]] = []
    reach = first
    for one in taken:
        if one.first > reach + _SHORTEST_GAP:
            free.append((reach, one.first))
        reach = max(reach, one.last)
    left, chosen = last + 1 - first, []
    for gap in sorted(free, key=lambda gap: gap[0] - gap[1])[:_MOST_BREAKS]:
        if gap[1] - gap[0] < _LONG * left:
            break
        left -= gap[1] - gap[0]
        chosen.append(gap)
    return sorted(chosen)
