"""The filter bar as it stands in the URL: what list, overview and export are all asked for with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.errors import InvalidInputError, Problem
from timeline.model import Certainty
from timeline.store import EntryQuery
from web.language import gettext as _
from web.typed import read_date

MOST = 500
"""The most entries that one answer of the API holds."""

_FILTERS = ("q", "from", "to", "source", "actor", "certainty")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at: the filters that are set, as they stand in the URL, and as the store reads them.

    `problems` names the filters that could not be read; those are left out of `query`.
    """

    filters: Mapping[str, str]
    query: EntryQuery
    problems: tuple[Problem, ...] = ()

    def checked(self) -> View:
        """Give the view, or raise `InvalidInputError` where a filter could not be read."""
        if self.problems:
            raise InvalidInputError(*self.problems)
        return self


def view_of(args: Mapping[str, str], limit: int) -> View:
    """Read the filters, the cursor and the limit from a query string; `limit` is the one for want of one."""
    filters = {name: value for name in _FILTERS if (value := args.get(name, "").strip())}
    read = _Reading()
    first, last = read.date(filters, "from"), read.date(filters, "to")
    query = EntryQuery(
        first_day=first[0] if first else None,
        last_day=last[1] if last else None,
        source=filters.get("source", ""),
        text=read.text(filters, "q"),
        certainty=read.certainty(filters),
        actor=filters.get("actor", ""),
        cursor=args.get("cursor", ""),
        limit=read.limit(args.get("limit", ""), limit),
    )
    if query.first_day is not None and query.last_day is not None and query.first_day > query.last_day:
        read.problems.append(Problem("/to", _("the last day lies before the first")))
    return View(filters, query, tuple(read.problems))


class _Reading:
    """Reads values one by one and gathers what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def date(self, filters: Mapping[str, str], name: str) -> tuple[int | None, int | None] | None:
        if name not in filters:
            return None
        try:
            interval = read_date(filters[name], None, f"/{name}")
        except InvalidInputError as error:
            self.problems += error.problems
            return None
        return interval.first_day, interval.last_day

    def text(self, filters: Mapping[str, str], name: str) -> str:
        value = filters.get(name, "")
        if len(value) > _LONGEST:
            self.problems.append(
                Problem(f"/{name}", _("expected no more than %(most)s characters", most=_LONGEST))
            )
            return ""
        return value

    def certainty(self, filters: Mapping[str, str]) -> Certainty | None:
        value = filters.get("certainty", "")
        if not value:
            return None
        try:
            return Certainty(value)
        except ValueError:
            self.problems.append(Problem("/certainty", f"expected one of {', '.join(Certainty)}"))
            return None

    def limit(self, value: str, default: int) -> int:
        if not value:
            return default
        if value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= MOST:
            return int(value)
        self.problems.append(Problem("/limit", f"expected a number from 1 to {MOST}"))
        return default
