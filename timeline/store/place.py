"""Where an entry stands: a score and a member for a sorted set, so that the set keeps display order.

The score is the day number, exact for any year a calendar can name. What it leaves equal is settled by the
member, which sorted sets compare by bytes: the second of the day, then the end, then the entry's id.
"""

from __future__ import annotations

import base64
import binascii
from typing import NamedTuple

from timeline.civil import DAY_SECONDS
from timeline.errors import InvalidInputError, Problem
from timeline.events.merge import time_key
from timeline.interval import END
from timeline.model import Entry

NOWHERE = END // DAY_SECONDS - 1
"""The score from which on stand the entries that nothing places in time."""

_OFFSET = 2**63  # makes any end a number without a sign
_KEY = 5 + 16  # characters of the member in front of the id


class Place(NamedTuple):
    """Score and member; places compare as the entries stand."""

    day: int
    member: str

    @property
    def entry(self) -> str:
        """The id of the entry."""
        return self.member[_KEY:]


def place_of(entry: Entry) -> Place:
    """Give where the entry stands among the others."""
    start, end = time_key(entry)
    day, second = divmod(start, DAY_SECONDS)
    return Place(day, f"{second:05d}{end + _OFFSET:016x}{entry.id}")


def cursor_of(place: Place) -> str:
    """Give the cursor from which the page after this entry starts."""
    return base64.urlsafe_b64encode(f"{place.day} {place.member}".encode()).decode().rstrip("=")


def place_at(cursor: str) -> Place:
    """Give the place a cursor names. Raises `InvalidInputError` where it is none of ours."""
    try:
        day, member = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode().split(" ", 1)
        return Place(int(day), member)
    except (ValueError, binascii.Error) as error:
        raise InvalidInputError(
            Problem("/cursor", "not a cursor that a page of this timeline gave")
        ) from error
