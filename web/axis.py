"""A stretch of days laid out over the width of a drawing, with ticks where calendar units begin."""

from __future__ import annotations

from dataclasses import dataclass

from timeline import civil
from timeline.civil import DAY_SECONDS, MONTHS
from web.dates import short_day, short_month, year_words

_MOST_TICKS = 9
_DAY_STEPS = (1, 2, 5, 10)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 60_000, 120_000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis, in percent, and what it is called; `major` marks the first of a greater unit."""

    x: float
    label: str
    major: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from the first to the last, inclusive, over 0 to 100 percent."""

    first: int
    last: int

    def at(self, day: int) -> float:
        """Give where a day begins, in percent."""
        return self.of_second(day * DAY_SECONDS)

    def of_second(self, second: int) -> float:
        """Give where a second lies, in percent; what lies outside is at the edge."""
        share = (second / DAY_SECONDS - self.first) / (self.last + 1 - self.first)
        return round(100 * min(1.0, max(0.0, share)), 3)

    def ticks(self) -> tuple[Tick, ...]:
        """Give the finest ticks that are not too many."""
        length = self.last + 1 - self.first
        for step in _DAY_STEPS:
            if length / step <= _MOST_TICKS:
                return self._day_ticks(step)
        step = next(
            (step for step in _MONTH_STEPS if length / (30.4 * step) <= _MOST_TICKS), _MONTH_STEPS[-1]
        )
        return self._month_ticks(step)

    def _day_ticks(self, step: int) -> tuple[Tick, ...]:
        found = range(self.first, self.last + 1, step)
        return tuple(Tick(self.at(day), short_day(day), major=i == 0) for i, day in enumerate(found))

    def _month_ticks(self, step: int) -> tuple[Tick, ...]:
        begin = civil.month_of_second(self.first * DAY_SECONDS)
        end = civil.month_of_second(self.last * DAY_SECONDS)
        first = begin + -begin % step
        ticks = []
        for months in range(first, end + 1, step):
            second = civil.second_of_month(months)
            if self.first * DAY_SECONDS <= second:
                year, month = divmod(months, MONTHS)
                label = year_words(year) if month == 0 else short_month(month + 1)
                ticks.append(Tick(self.of_second(second), label, major=month == 0))
        return tuple(ticks)
