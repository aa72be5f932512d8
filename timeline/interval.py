"""A stretch of civil time, half open, with the granularity at which it was named."""

from __future__ import annotations

from msgspec.structs import replace

from timeline import civil
from timeline.civil import DAY_SECONDS, Granularity
from timeline.frozen import Sparse

BEGINNING = -(2**62)  # stands for "no lower bound"; far outside any calendar date, so that it compares as one
END = 2**62  # stands for "no upper bound"


class Interval(Sparse):
    """`[start, end)` in civil seconds; `BEGINNING` and `END` leave a side open.

    `granularity` is the size of the unit named, not the length: "in 24 hours" is not "tomorrow".
    `approximate` marks edges that are not meant exactly ("late July", "about 1850").
    """

    start: int
    end: int
    granularity: Granularity
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"an interval ends after it starts: {self.start} >= {self.end}")

    @classmethod
    def of_day(cls, day: int) -> Interval:
        """Give the whole day of a day number."""
        return cls(day * DAY_SECONDS, (day + 1) * DAY_SECONDS, Granularity.DAY)

    @classmethod
    def of_unit(cls, second: int, unit: Granularity) -> Interval:
        """Give the calendar unit that holds `second`."""
        start = civil.floor(second, unit)
        return cls(start, civil.unit_end(start, unit), unit)

    @property
    def bounded(self) -> bool:
        """Whether both sides are closed."""
        return self.start > BEGINNING and self.end < END

    @property
    def year(self) -> int:
        """The astronomical year in which it starts."""
        return civil.year_of_day(civil.day_of(self.start))

    @property
    def first_day(self) -> int | None:
        """The day number of the first day, None where the side is open."""
        return civil.day_of(self.start) if self.start > BEGINNING else None

    @property
    def last_day(self) -> int | None:
        """The day number of the last day (inclusive), None where the side is open."""
        return civil.day_of(self.end - 1) if self.end < END else None

    def contains(self, other: Interval) -> bool:
        """Tell whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Interval) -> bool:
        """Tell whether the two share a moment."""
        return self.start < other.end and other.start < self.end

    def before(self, other: Interval) -> bool:
        """Tell whether all of this lies before all of the other."""
        return self.end <= other.start

    def hull(self, other: Interval) -> Interval:
        """Give the smallest interval that holds both, at the coarser granularity."""
        return Interval(
            min(self.start, other.start),
            max(self.end, other.end),
            max(self.granularity, other.granularity),
            self.approximate or other.approximate,
        )

    def intersection(self, other: Interval) -> Interval | None:
        """Give what the two share, at the finer granularity, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        if start >= end:
            return None
        finer = min(self.granularity, other.granularity)
        return Interval(start, end, finer, self.approximate or other.approximate)

    def roughly(self) -> Interval:
        """Give the same with edges that are not meant exactly."""
        return replace(self, approximate=True)


ALWAYS = Interval(BEGINNING, END, Granularity.DAY)
"""What nothing bounds."""
