"""What filters look at: a small row for each entry, so that a search need not open the entries themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from timeline.civil import DAY_SECONDS
from timeline.events.contradictions import put_before, surely_dated
from timeline.frozen import Frozen
from timeline.model import Article, Certainty, Entry
from timeline.store.place import NOWHERE, Place, place_of
from timeline.store.records import Bucket, EntryQuery, Facets

_SURE = (Certainty.STATED, Certainty.INFERRED)


class Row(Frozen, array_like=True):
    """An entry's place, the seconds between which it lies, and what else one may ask for.

    `stated` tells that its date is stated or set by a person, `earlier` are then the events that its words put before
    it, so that their dates may contradict them; `confirmed` that a person vouches for it.
    """

    day: int
    member: str
    start: int
    end: int
    certainty: Certainty
    sources: tuple[str, ...]
    actors: tuple[str, ...]
    text: str
    stated: bool = False
    confirmed: bool = False
    earlier: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """Where the entry stands."""
        return Place(self.day, self.member)


decoder = msgspec.msgpack.Decoder(Row)


def row_of(entry: Entry, articles: Mapping[str, Article]) -> Row:
    """Give the row of an entry; `articles` holds those of its mentions."""
    place, span = place_of(entry), entry.when or entry.bounds
    reports = [
        (mention, articles[mention.article]) for mention in entry.mentions if mention.article in articles
    ]
    words = [entry.summary, *(a.title for _, a in reports), *(a.text[m.start : m.end] for m, a in reports)]
    return Row(
        place.day,
        place.member,
        span.start,
        span.end,
        entry.certainty,
        tuple(sorted({article.source for _, article in reports if article.source})),
        tuple(sorted({actor for mention in entry.mentions for actor in mention.actors})),
        "\n".join(dict.fromkeys(words)).casefold(),
        surely_dated(entry),
        entry.confirmed,
        tuple(sorted(put_before([entry]))),
    )


def matching(rows: Iterable[Row], query: EntryQuery) -> list[Row]:
    """Give the rows that the query asks for, in time order; cursor and limit are left to the caller."""
    after = query.first_day * DAY_SECONDS if query.first_day is not None else None
    before = (query.last_day + 1) * DAY_SECONDS if query.last_day is not None else None
    text = query.text.casefold()
    found = [
        row
        for row in rows
        if (after is None or row.end > after)
        and (before is None or row.start < before)
        and (not text or text in row.text)
        and (not query.source or query.source in row.sources)
        and (not query.actor or query.actor in row.actors)
        and (query.certainty is None or row.certainty is query.certainty)
    ]
    return sorted(found, key=lambda row: (row.day, row.member))


def disordered(rows: Iterable[Row], shown: Mapping[str, Sequence[str]]) -> list[Row]:
    """Give the rows, in time order, whose words put something before them that seems to come after.

    `shown` gives the entries that may show an event.
    """
    by_entry = {row.place.entry: row for row in rows}
    return sorted(
        (
            row
            for row in by_entry.values()
            if any(
                (other := by_entry.get(name)) is not None and other.stated and row.end <= other.start
                for event in row.earlier
                for name in shown.get(event, ())
            )
        ),
        key=lambda row: row.place,
    )


def days_of(rows: Sequence[Row]) -> tuple[Bucket, ...]:
    """Count the rows, in time order, by the day on which they stand; those that nothing places are left out."""
    placed = [row for row in rows if row.day < NOWHERE]
    counts = Counter(row.day for row in placed)
    unsure = Counter(row.day for row in placed if row.certainty not in _SURE)
    return tuple(Bucket(day, day, count, unsure[day]) for day, count in counts.items())


def facets_of(rows: Iterable[Row]) -> Facets:
    """Count the sources and the actors."""
    sources: Counter[str] = Counter()
    actors: Counter[str] = Counter()
    for row in rows:
        sources.update(row.sources)
        actors.update(row.actors)
    return Facets(_ranked(sources), _ranked(actors))


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold(), item[0])))
