"""Why something is dated as it is, as data: a message with places, and what stands in them.

The message is the English sentence with `%(name)s` where something stands, and by it a catalogue (gettext) finds the
same sentence in another language. What stands in the places keeps its type until the sentence is drawn: a stretch of
time becomes a date in the reader's words, quoted words stay as they are, another reason is drawn in its turn.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from timeline import civil
from timeline.civil import Granularity
from timeline.interval import Interval


class Reason(NamedTuple):
    """A message and the pairs of name and value that stand in it; made by `because`, `str` gives the English of it.

    An empty message stands for no reason, and is false. A tuple, so that what is kept of it tells it from an interval.
    """

    message: str
    arguments: tuple[tuple[str, Reason | Interval | str | int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.message)

    def __str__(self) -> str:
        return _english(self)


NO_REASON = Reason("")


def because(message: str, /, **arguments: Reason | Interval | str | int) -> Reason:
    """Give a reason. The message is written out where this is called, since catalogues are made from such calls."""
    return Reason(message, tuple(arguments.items()))


def root(reason: Reason) -> Reason:
    """Give the reason behind those that only pass one on: what dates "told with what is dated “1998”"."""
    while len(reason.arguments) == 1 and isinstance(reason.arguments[0][1], Reason):
        reason = reason.arguments[0][1]
    return reason


def sentence(reason: Reason, translate: Callable[[str], str], date: Callable[[Interval], str]) -> str:
    """Draw a reason: `translate` gives a message in the language wanted, `date` a stretch of time in its words."""
    message = translate(reason.message) if reason.message else ""
    if not reason.arguments:
        return message
    return message % {name: _drawn(value, translate, date) for name, value in reason.arguments}


def _drawn(
    value: Reason | Interval | str | int, translate: Callable[[str], str], date: Callable[[Interval], str]
) -> str:
    if isinstance(value, Reason):
        return sentence(value, translate, date)
    return date(value) if isinstance(value, Interval) else str(value)


@lru_cache(maxsize=65_536)
def _english(reason: Reason) -> str:
    return sentence(reason, str, in_words)


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def in_words(interval: Interval) -> str:
    """Write the unit that an interval names in English: "Sunday 7 August 2022", "the third quarter of 1998"."""
    if not interval.bounded:
        return "an open stretch of time"
    unit, day = interval.granularity, civil.day_of(interval.start)
    year, month, of_month = civil.civil_from_days(day)
    name = f"{1 - year} BCE" if year <= 0 else str(year)
    if unit <= Granularity.DAY:
        return f"{_WEEKDAYS[civil.weekday(day)]} {of_month} {MONTHS[month - 1]} {name}"
    if unit is Granularity.MONTH:
        return f"{MONTHS[month - 1]} {name}"
    if unit is Granularity.WEEK:
        return f"the week of {of_month} {MONTHS[month - 1]} {name}"
    if unit is Granularity.WEEKEND:
        return f"the weekend of {of_month} {MONTHS[month - 1]} {name}"
    if unit is Granularity.SEASON:
        return f"the {_SEASONS.get(month, 'season')} of {name}"
    if unit is Granularity.QUARTER:
        return f"the {('first', 'second', 'third', 'fourth')[(month - 1) // 3]} quarter of {name}"
    if unit is Granularity.HALF:
        return f"the {'first' if month <= 6 else 'second'} half of {name}"
    if unit is Granularity.DECADE:
        return f"the {year - year % 10}s" if year > 0 else f"the years from {name}"
    return name if unit is Granularity.YEAR else f"the years from {name}"
