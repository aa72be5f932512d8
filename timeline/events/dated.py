"""The date of an event, or what bounds it, as the stages hand it on."""

from __future__ import annotations

from typing import Final

from timeline.civil import Granularity
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Basis
from timeline.reason import Reason


class Dating:
    """The date of an event, or its bounds; what it rests on, why, and the expression's place."""

    __slots__ = ("basis", "because", "bounds", "timex", "when")

    def __init__(
        self,
        when: Interval | None,
        bounds: Interval,
        basis: Basis,
        because: Reason,
        timex: tuple[int, int] | None = None,
    ) -> None:
        self.when: Final = when
        self.bounds: Final = bounds
        self.basis: Final = basis
        self.because: Final = because
        self.timex: Final = timex

    def resting(self, basis: Basis, because: Reason) -> Dating:
        """Give the same date, resting on something else."""
        return Dating(self.when, self.bounds, basis, because, self.timex)


def undated(bounds: Interval, because: Reason, timex: tuple[int, int] | None = None) -> Dating:
    """Give no date, only bounds."""
    return Dating(None, bounds, Basis.BOUNDED, because, timex)


def over_by(limit: Interval, because: Reason) -> Dating:
    """Give no date, only that it was over by the end of an interval."""
    return undated(Interval(BEGINNING, limit.end, Granularity.DAY), because)


def not_before(limit: Interval, because: Reason) -> Dating:
    """Give no date, only that it was not before the start of an interval."""
    return undated(Interval(limit.start, END, Granularity.DAY), because)
