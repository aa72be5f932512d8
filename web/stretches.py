"""Days with their counts, drawn together to stretches: equal ones, or such as the calendar names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline import civil
from timeline.civil import DAY_SECONDS
from timeline.store import Bucket

_WEEK = 7
_MONDAY = 3  # the days that day 0, a Thursday, is after a Monday
_MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 60_000, 120_000)
_MONTH = 30.44  # days


def equal_stretches(days: Sequence[Bucket], most: int) -> tuple[Bucket, ...]:
    """Give at most `most` equal stretches of whole days from the first to the last, empty ones included."""
    if not days:
        return ()
    first, last = days[0].first_day, days[-1].last_day
    width = -(-(last - first + 1) // most)
    sums = _sums(((day.first_day - first) // width, day) for day in days)
    return tuple(
        Bucket(first + i * width, first + (i + 1) * width - 1, *sums[i])
        for i in range((last - first) // width + 1)
    )


def calendar_stretches(days: Sequence[Bucket], first: int, last: int, most: int) -> tuple[Bucket, ...]:
    """Give the days from `first` to `last` by the finest unit of which no more than `most` fit in, without empty ones.

    Units are the day, the week from Monday, the month, quarter, half year, year, 2, 5, 10, 20, 50, 100 years and so on.
    """
    length = last + 1 - first
    inside = [day for day in days if first <= day.first_day <= last]
    for step in (1, _WEEK):
        if length <= step * most:
            sums = _sums(((day.first_day + _MONDAY) // step, day) for day in inside)
            return tuple(
                Bucket(max(first, i * step - _MONDAY), min(last, (i + 1) * step - _MONDAY - 1), *sums[i])
                for i in sorted(sums)
            )
    step = next((s for s in _MONTH_STEPS if length <= s * _MONTH * most), _MONTH_STEPS[-1])
    sums = _sums((civil.month_of_second(day.first_day * DAY_SECONDS) // step, day) for day in inside)
    return tuple(
        Bucket(max(first, _day_of(i * step)), min(last, _day_of((i + 1) * step) - 1), *sums[i])
        for i in sorted(sums)
    )


def _sums(numbered: Iterable[tuple[int, Bucket]]) -> defaultdict[int, tuple[int, int]]:
    """Add up what is counted under the same number: entries, and those that are not sure."""
    sums: defaultdict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for number, day in numbered:
        entries, uncertain = sums[number]
        sums[number] = entries + day.entries, uncertain + day.uncertain
    return sums


def _day_of(month: int) -> int:
    return civil.second_of_month(month) // DAY_SECONDS
