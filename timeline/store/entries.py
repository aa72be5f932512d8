"""Pages of entries, and the counts beside them."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import islice

from msgspec.structs import replace

from timeline.events import contradictions
from timeline.model import Certainty, Entry
from timeline.store import codec, keys, rows
from timeline.store.client import Client
from timeline.store.place import Place, cursor_of, place_at, place_of
from timeline.store.records import Bucket, EntryPage, EntryQuery, Facets, Survey

_STRETCH = 200  # entries opened at a time where their words are to be compared with the dates of others


def page(client: Client, timeline: str, query: EntryQuery) -> EntryPage:
    """Give a page in time order."""
    if _filters(query):
        return _page_of(client, timeline, query, matching(client, timeline, query))
    order = keys.key(timeline, keys.ORDER)
    first = _rank_after(client, order, place_at(query.cursor)) if query.cursor else 0
    start = _start_of_earlier(first, query)
    stretch = client.zrange(order, start, first + query.limit - 1, withscores=True)
    places = [Place(int(score), member.decode()) for member, score in stretch]
    return _page(client, timeline, query, places, first, client.zcard(order))


def survey(client: Client, timeline: str, query: EntryQuery) -> Survey:
    """Give a page and what stands around it, from one look at the rows."""
    everything = _rows(client, timeline)
    however_sure = rows.matching(everything, dataclasses.replace(query, certainty=None))
    found = [row for row in however_sure if query.certainty in (None, row.certainty)]
    return Survey(
        _page_of(client, timeline, query, found),
        rows.days_of(found),
        rows.facets_of(everything),
        Counter(row.certainty for row in however_sure),
    )


def one(client: Client, timeline: str, entry: str) -> Entry | None:
    """Give the entry of that id, or the one that shows the event of that id."""
    data = client.hget(keys.key(timeline, keys.ENTRIES), entry)
    found = codec.entry(data) if data else _holders(client, timeline, {entry}).get(entry)
    if found is None:
        return None
    place = client.zrank(keys.key(timeline, keys.ORDER), place_of(found).member) or 0
    return _checked(client, timeline, (replace(found, order=place),))[0]


def unconfirmed(client: Client, timeline: str) -> Counter[Certainty]:
    """Count the entries of each degree that nobody has confirmed."""
    return Counter(row.certainty for row in _rows(client, timeline) if not row.confirmed)


def contradicted(client: Client, timeline: str, most: int) -> tuple[Entry, ...]:
    """Give the first entries, `most` at most, whose words and dates disagree on the order.

    Opened are only those whose rows seem to.
    """
    everything = _rows(client, timeline)
    seeming = rows.disordered(
        everything, _shown(client, timeline, {e for row in everything for e in row.earlier})
    )
    return tuple(islice(_contradicted(client, timeline, [row.place for row in seeming]), most))


def _contradicted(client: Client, timeline: str, places: list[Place]) -> Iterator[Entry]:
    for first in range(0, len(places), _STRETCH):
        stretch = _entries(client, timeline, places[first : first + _STRETCH])
        yield from (entry for entry in _checked(client, timeline, stretch) if entry.contradictions)


def _checked(client: Client, timeline: str, found: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Give the entries with what contradicts them, wherever on the timeline that stands."""
    return contradictions.reported(found, _holders(client, timeline, contradictions.put_before(found)))


def _holders(client: Client, timeline: str, events: Collection[str]) -> dict[str, Entry]:
    """Give the entry that shows each event; events that none shows are left out."""
    homes = _known(client, keys.key(timeline, keys.HOME), events)
    shown = _known(client, keys.key(timeline, keys.SHOWN), set(homes))
    names = {name for data in shown for name in codec.names(data)}
    entries = map(codec.entry, _known(client, keys.key(timeline, keys.ENTRIES), names))
    return {mention.id: entry for entry in entries for mention in entry.mentions if mention.id in events}


def _shown(client: Client, timeline: str, events: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Give the entries that show the component of each event; events that are in none are left out."""
    wanted = tuple(events)
    if not wanted:
        return {}
    found = zip(wanted, client.hmget(keys.key(timeline, keys.HOME), wanted), strict=True)
    homes = {event: component for event, component in found if component}
    components = tuple(set(homes.values()))
    packed = client.hmget(keys.key(timeline, keys.SHOWN), components) if components else []
    entries = {one: codec.names(data) for one, data in zip(components, packed, strict=True) if data}
    return {event: entries.get(component, ()) for event, component in homes.items()}


def _known(client: Client, name: str, fields: Collection[str | bytes]) -> list[bytes]:
    return [data for data in client.hmget(name, list(fields)) if data] if fields else []


def density(client: Client, timeline: str, query: EntryQuery) -> tuple[Bucket, ...]:
    """Count the entries that match by days."""
    return rows.days_of(matching(client, timeline, query))


def facets(client: Client, timeline: str) -> Facets:
    """Count sources and actors."""
    return rows.facets_of(_rows(client, timeline))


def matching(client: Client, timeline: str, query: EntryQuery) -> list[rows.Row]:
    """Give the rows of the entries that match."""
    return rows.matching(_rows(client, timeline), query)


def _page_of(client: Client, timeline: str, query: EntryQuery, found: list[rows.Row]) -> EntryPage:
    """Give the page of the rows that match."""
    first = bisect_right(found, place_at(query.cursor), key=lambda row: row.place) if query.cursor else 0
    start = _start_of_earlier(first, query)
    places = [row.place for row in found[start : first + query.limit]]
    return _page(client, timeline, query, places, first, len(found))


def _start_of_earlier(first: int, query: EntryQuery) -> int:
    """Give the rank of the entry after which the page before starts, 0 where it starts with the first of all."""
    return max(0, first - query.limit - 1)


def _page(
    client: Client, timeline: str, query: EntryQuery, places: list[Place], first: int, total: int
) -> EntryPage:
    """Give the page whose first entry has that rank; `places` begin with those of the page before."""
    before = first - _start_of_earlier(first, query)
    earlier = None if first == 0 else cursor_of(places[0]) if before > query.limit else ""
    places = places[before:]
    more = cursor_of(places[-1]) if places and first + len(places) < total else ""
    shown = _entries(client, timeline, places)
    placed = tuple(replace(entry, order=first + i) for i, entry in enumerate(shown))
    return EntryPage(_checked(client, timeline, placed), more, total, earlier)


def _rows(client: Client, timeline: str) -> list[rows.Row]:
    return [rows.decoder.decode(data) for data in client.hvals(keys.key(timeline, keys.ROWS))]


def _filters(query: EntryQuery) -> bool:
    """Tell whether the query asks for less than the whole timeline."""
    words = query.source or query.text or query.actor or query.certainty
    return bool(words) or query.first_day is not None or query.last_day is not None


def _rank_after(client: Client, order: str, place: Place) -> int:
    """Give the rank of the first entry after a place, whether or not its own entry is still there."""
    rank = client.zrank(order, place.member)
    if rank is not None and client.zscore(order, place.member) == place.day:
        return int(rank) + 1
    ties = client.zrange(order, place.day, place.day, byscore=True)
    before = int(client.zcount(order, "-inf", f"({place.day}"))
    return before + sum(1 for tie in ties if tie <= place.member.encode())


def _entries(client: Client, timeline: str, places: list[Place]) -> tuple[Entry, ...]:
    if not places:
        return ()
    found = client.hmget(keys.key(timeline, keys.ENTRIES), [place.entry for place in places])
    return tuple(codec.entry(data) for data in found if data)
