"""What of a view is certain and what is not, in numbers; and the filters that shape it, each with a way out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.model import Certainty
from web.cards import certainty_words
from web.language import gettext as _
from web.query import View


@dataclass(frozen=True, slots=True)
class Degree:
    """How many entries have one degree of certainty. `share` is in percent of those that all other filters leave.

    `filters` are those of the view that shows just these entries, or, where it does already, all of them again.
    """

    certainty: Certainty
    words: str
    count: int
    share: float
    chosen: bool
    filters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Applied:
    """A filter that is set: in words, and the filters that stay when it is taken away."""

    words: str
    filters: Mapping[str, str]


def ledger(view: View, certainties: Mapping[Certainty, int]) -> tuple[Degree, ...]:
    """Give the degrees of certainty that the view holds, surest first."""
    found = []
    others, total = _without(view, "certainty"), sum(certainties.values())
    for certainty, words in certainty_words().items():
        count, chosen = certainties.get(certainty, 0), view.query.certainty is certainty
        if count or chosen:
            filters = others if chosen else {**others, "certainty": certainty.value}
            share = round(100 * count / max(1, total), 2)
            found.append(Degree(certainty, words, count, share, chosen, filters))
    return tuple(found)


def applied(view: View) -> tuple[Applied, ...]:
    """Give the filters that are set, in the order of the filter bar."""
    return tuple(Applied(_words(name, value), _without(view, name)) for name, value in view.filters.items())


def _words(name: str, value: str) -> str:
    certainty = next((words for known, words in certainty_words().items() if known == value), value)
    words = {
        "q": _("“%(text)s”", text=value),
        "from": _("from %(date)s on", date=value),
        "to": _("up to %(date)s", date=value),
        "certainty": certainty,
    }
    return words.get(name, value)


def _without(view: View, name: str) -> Mapping[str, str]:
    return {other: value for other, value in view.filters.items() if other != name}
