"""What the words put first and the dates put last: reported on the entry, and nothing is decided.

Only dates that an article states, or a person has set, can contradict what a text says of before and after: one
that was inferred is no claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from timeline.events.order import contradicted
from timeline.model import Basis, Contradiction, Entry
from timeline.reason import because


def put_before(entries: Iterable[Entry]) -> set[str]:
    """Give the ids of the events that the texts put before those of the entries, where these are surely dated."""
    return {
        name
        for entry in entries
        if surely_dated(entry)
        for mention in entry.mentions
        for name, _ in mention.after
    }


def reported(entries: Iterable[Entry], holders: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """Give the entries with what their texts put before them and their dates do not.

    `holders` gives the entry of each event that `put_before` names; those without one contradict nothing.
    """
    return tuple(replace(entry, contradictions=tuple(_of(entry, holders))) for entry in entries)


def among(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give the entries of a whole timeline with what contradicts them among the others."""
    every = tuple(entries)
    return reported(every, {mention.id: entry for entry in every for mention in entry.mentions})


def _of(entry: Entry, holders: Mapping[str, Entry]) -> Iterator[Contradiction]:
    """Give the contradictions of an entry, one for each other entry."""
    named = {
        other.id: (other, why)
        for mention in entry.mentions
        for name, why in mention.after
        if (other := holders.get(name)) is not None and other.id != entry.id
    }
    for other, why in named.values() if surely_dated(entry) else ():
        if other.when is not None and surely_dated(other) and contradicted(other.when, entry.when):
            yield Contradiction(
                other.id,
                because(
                    "the words put “%(event)s” before it (%(why)s), but the date of that is %(date)s",
                    event=other.summary,
                    why=why,
                    date=other.when,
                ),
            )


def surely_dated(entry: Entry) -> bool:
    """Tell whether an entry has a date that an article states, or a person has set."""
    return entry.when is not None and entry.basis is Basis.STATED
