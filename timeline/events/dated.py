"""The date of an event, as the stages hand it on."""

from __future__ import annotations

from typing import Final

from timeline.interval import Interval
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
