"""What weaving reads and writes: components of reports, how to find them, and the entries that show them."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.events.corrections import Correction
from timeline.model import Article, Event
from timeline.store import codec, keys, timelines
from timeline.store.client import Client
from timeline.store.commands import Command, flat, with_each, with_pairs
from timeline.store.records import Weaving
from timeline.store.rows import decoder, row_of

_LOCK = 60  # seconds; a weaver that outlives its lock cannot commit, so the length matters only for waiting


class Loom:
    """One timeline's reports and entries, for the one weaver that holds its lock.

    `holder` is the id of the message that the weaver works off.
    """

    def __init__(self, client: Client, timeline: str, holder: str = "") -> None:
        self._client = client
        self._timeline = timeline
        self._holder = f"{holder}:"
        self._token = f"{self._holder}{secrets.token_hex(8)}"
        self._known: dict[str, tuple[Event, ...]] = {}

    def __enter__(self) -> bool:
        """Take the lock; False where another weaver has it."""
        return bool(self._client.set(self._key(keys.WEAVING), self._token, nx=True, ex=_LOCK))

    def __exit__(self, *_: object) -> None:
        self._unlock(self._token)

    def holder_died(self) -> None:
        """Let go of the lock if a weaver had it that worked off the same message; should it live, it cannot commit."""
        self._unlock(self._holder)

    def _unlock(self, token: str) -> None:
        self._client.run("unlock", keys.slot(self._timeline), token)

    def dirty(self, most: int) -> tuple[tuple[str, str], ...]:
        """Give some of what waits to be woven, as pairs of field (article id or correction) and version."""
        found = self._client.hrandfield(self._key(keys.DIRTY), most, withvalues=True)
        parts = [part.decode() for part in found or ()]
        return tuple(sorted(zip(parts[::2], parts[1::2], strict=True)))

    def read(self, articles: Iterable[str]) -> dict[str, Event]:
        """Give the events that were last read from the articles, by id."""
        found = self._mget(keys.EVENTS, articles)
        return {event.id: event for data in found if data for event in codec.events(data)}

    def woven(self, articles: Iterable[str]) -> set[str]:
        """Give the ids of the articles' events that are in components."""
        return {event for data in self._hmget(keys.WOVEN, articles) if data for event in codec.names(data)}

    def homes(self, events: Iterable[str]) -> dict[str, str]:
        """Give the component of each event that is in one."""
        wanted = tuple(events)
        found = zip(wanted, self._hmget(keys.HOME, wanted), strict=True)
        return {event: component.decode() for event, component in found if component}

    def components(self, ids: Iterable[str]) -> dict[str, tuple[Event, ...]]:
        """Give the events of components. Each is asked for once: nobody else changes it while the lock is held."""
        wanted = set(ids)
        missing = tuple(wanted - self._known.keys())
        found = zip(missing, self._hmget(keys.COMPONENTS, missing), strict=True)
        self._known |= {component: codec.events(data) for component, data in found if data}
        return {component: self._known[component] for component in wanted & self._known.keys()}

    def blocks(self, blocking_keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Give the ids of the events that have each blocking key; keys that none has are left out."""
        wanted = tuple(blocking_keys)
        found = zip(wanted, self._hmget(keys.BLOCKS, wanted), strict=True)
        return {name: codec.names(data) for name, data in found if data}

    def shown(self, components: Iterable[str]) -> set[str]:
        """Give the ids of the entries that show the components."""
        return {entry for data in self._hmget(keys.SHOWN, components) if data for entry in codec.names(data)}

    def corrections(self) -> tuple[Correction, ...]:
        """Give all corrections, in the order in which they were made."""
        return corrections(self._client, self._timeline)

    def commit(self, weaving: Weaving) -> bool:
        """Put the change into effect in one step: False where the lock was lost in the meantime."""
        mentioned = {mention.article for entry in weaving.entries for mention in entry.mentions}
        articles = timelines.texts(self._client, self._timeline, mentioned)
        changed = ("HINCRBY", keys.INFO, "revision", 1)
        commands = (*_components(weaving), *self._cleared(weaving), *_entries(weaving, articles), changed)
        marks = codec.argument(weaving.marks)
        return bool(self._client.run("weave", keys.slot(self._timeline), self._token, marks, *flat(commands)))

    def _cleared(self, weaving: Weaving) -> Iterator[Command]:
        """Give the commands that take away the entries that are no longer shown."""
        rows = [decoder.decode(row) for row in self._hmget(keys.ROWS, weaving.hidden) if row]
        yield from with_each("ZREM", keys.ORDER, (row.member for row in rows))
        yield from with_each("HDEL", keys.ROWS, weaving.hidden)
        yield from with_each("HDEL", keys.ENTRIES, weaving.hidden)

    def _key(self, *parts: str) -> str:
        return keys.key(self._timeline, *parts)

    def _hmget(self, name: str, fields: Iterable[str]) -> list[bytes | None]:
        wanted = list(fields)
        return self._client.hmget(self._key(name), wanted) if wanted else []

    def _mget(self, name: str, ids: Iterable[str]) -> list[bytes | None]:
        wanted = [self._key(name, one) for one in ids]
        return self._client.mget(wanted) if wanted else []


def corrections(client: Client, timeline: str) -> tuple[Correction, ...]:
    """Give all corrections of a timeline, in the order in which they were made."""
    found = (codec.correction(data) for data in client.hvals(keys.key(timeline, keys.CORRECTIONS)))
    return tuple(sorted(found, key=lambda correction: (correction.when, correction.id)))


def _components(weaving: Weaving) -> Iterator[Command]:
    """Give the commands that change the components and the ways to find them."""
    homes = ((event.id, name) for name, events in weaving.components.items() for event in events)
    yield from _fields(keys.BLOCKS, weaving.blocks)
    yield from _fields(keys.WOVEN, weaving.articles)
    yield from with_each("HDEL", keys.COMPONENTS, weaving.dropped)
    yield from with_each("HDEL", keys.SHOWN, weaving.dropped)
    yield from with_each("HDEL", keys.HOME, weaving.homeless)
    yield from _fields(keys.COMPONENTS, weaving.components)
    yield from with_pairs("HSET", keys.HOME, homes)
    yield from _fields(keys.SHOWN, weaving.shown)


def _fields(name: str, values: Mapping[str, Sequence[object]]) -> Iterator[Command]:
    """Give the commands that set fields of a hash, and take away those that are to hold nothing."""
    yield from with_each("HDEL", name, (field for field, value in values.items() if not value))
    packed = ((field, codec.pack(value)) for field, value in values.items() if value)
    yield from with_pairs("HSET", name, packed)


def _entries(weaving: Weaving, articles: Mapping[str, Article]) -> Iterator[Command]:
    """Give the commands that show the entries."""
    rows = {entry.id: row_of(entry, articles) for entry in weaving.entries}
    yield from with_pairs("ZADD", keys.ORDER, ((row.day, row.member) for row in rows.values()))
    yield from with_pairs("HSET", keys.ROWS, ((name, codec.pack(row)) for name, row in rows.items()))
    entries = ((entry.id, codec.pack(entry)) for entry in weaving.entries)
    yield from with_pairs("HSET", keys.ENTRIES, entries)
