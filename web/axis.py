"""A stretch of days laid out over the width of a drawing, with ticks where calendar units begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from timeline import civil
from timeline.civil import DAY_SECONDS, MONTHS
from web.dates import short_day, short_month, year_words

_TICK = 11.0  # percent of the width that a tick's label takes
_BREAK = 3.0  # percent of the width that a gap is drawn together to
_MOST_BREAKS = 5
_LONG = 0.3  # the share of the days that are left from which on a gap is drawn together
_DAY_STEPS = (1, 2, 5, 10)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 60_000, 120_000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis, in percent, and what it is called; `year` stands under the first of a year."""

    x: float
    label: str
    year: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """The days from the first to the last, inclusive, drawn from `x` to `end` percent."""

    first: int
    last: int
    x: float
    end: float

    @property
    def length(self) -> int:
        """The number of days."""
        return self.last + 1 - self.first


@dataclass(frozen=True, slots=True)
class Axis:
    """Pieces of one scale in time order; the days between two of them are drawn together to a small gap."""

    pieces: tuple[Piece, ...]

    @property
    def breaks(self) -> tuple[float, ...]:
        """Where gaps are drawn together: their middles, in percent."""
        return tuple(round((left.end + right.x) / 2, 3) for left, right in pairwise(self.pieces))

    def at(self, day: float) -> float:
        """Give where a day begins, in percent; what lies outside is at the edge."""
        before = 0.0
        for piece in self.pieces:
            if day < piece.first:
                return round((before + piece.x) / 2, 3)
            if day <= piece.last + 1:
                share = (day - piece.first) / piece.length
                return round(piece.x + share * (piece.end - piece.x), 3)
            before = piece.end
        return 100.0

    def of_second(self, second: int) -> float:
        """Give where a second lies, in percent."""
        return self.at(second / DAY_SECONDS)

    def ticks(self) -> tuple[Tick, ...]:
        """Give the finest ticks whose labels do not meet."""
        return tuple(tick for piece in self.pieces for tick in self._ticks(piece))

    def _ticks(self, piece: Piece) -> Iterator[Tick]:
        room = (piece.end - piece.x) / _TICK
        day_step = next((step for step in _DAY_STEPS if piece.length / step <= room), 0)
        if day_step or room < 1 or piece.length < 31:
            yield from self._day_ticks(piece, day_step or piece.length)
            return
        months = piece.length / 30.4
        yield from self._month_ticks(
            piece, next((step for step in _MONTH_STEPS if months / step <= room), _MONTH_STEPS[-1])
        )

    def _day_ticks(self, piece: Piece, step: int) -> Iterator[Tick]:
        former = ""
        for day in range(piece.first, piece.last + 1, step):
            year = year_words(civil.civil_from_days(day)[0])
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
    occupied: Iterable[tuple[int, int]] = (),
    *,
    room: tuple[bool, bool] = (False, False),
) -> Axis:
    """Lay out the days from `first` to `last`; long gaps between the `occupied` stretches are drawn together.

    `room` tells on which of the two sides to leave some.
    """
    gaps = _gaps(first, last, sorted(occupied))
    edges = [first, *(day for gap in gaps for day in gap), last]
    left = sum(end + 1 - begin for begin, end in zip(edges[::2], edges[1::2], strict=True))
    margin = max(1, left // 40)
    edges = [day + margin * (-1) ** (i % 2 == 0) for i, day in enumerate(edges)]
    edges[0], edges[-1] = edges[0] if room[0] else first, edges[-1] if room[1] else last
    return Axis(tuple(_pieces(list(zip(edges[::2], edges[1::2], strict=True)))))


def _pieces(stretches: list[tuple[int, int]]) -> Iterator[Piece]:
    """Give each stretch its share of the width, all at one scale."""
    scale = (100.0 - _BREAK * (len(stretches) - 1)) / sum(end + 1 - begin for begin, end in stretches)
    x = 0.0
    for begin, end in stretches:
        width = scale * (end + 1 - begin)
        yield Piece(begin, end, round(x, 3), round(x + width, 3))
        x += width + _BREAK


def _gaps(first: int, last: int, occupied: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the gaps to draw together, as the last day before each and the first after it, in time order."""
    free: list[tuple[int, int]] = []
    reach = first
    for begin, end in occupied:
        if begin > reach + 1:
            free.append((reach, begin))
        reach = max(reach, end)
    left, chosen = last + 1 - first, []
    for gap in sorted(free, key=lambda gap: gap[0] - gap[1])[:_MOST_BREAKS]:
        if gap[1] - gap[0] < _LONG * left:
            break
        left -= gap[1] - gap[0]
        chosen.append(gap)
    return sorted(chosen)
