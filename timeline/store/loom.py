"""What weaving reads and writes: components of reports, how to find them, and the entries that show them."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping

from timeline.events.corrections import Correction
from timeline.model import Article, Event
from timeline.store import codec, keys, timelines
from timeline.store.client import Client, Command
from timeline.store.place import place_of
from timeline.store.records import Weaving
from timeline.store.rows import decoder, row_of

_LOCK = 60  # seconds; a weaver that outlives its lock cannot commit, so the length matters only for waiting


class Loom:
    """One timeline's reports and entries, for the one weaver that holds its lock."""

    def __init__(self, client: Client, timeline: str) -> None:
        self._client = client
        self._timeline = timeline
        self._token = secrets.token_hex(8)

    def __enter__(self) -> bool:
        """Take the lock; False where another weaver has it."""
        held = bool(self._client.set(self._key(keys.WEAVING), self._token, nx=True, ex=_LOCK))
        if held:
            self._client.delete(self._key(keys.ASKED))
        return held

    def __exit__(self, *_: object) -> None:
        self._client.run("unlock", keys.slot(self._timeline), self._token)

    def dirty(self, most: int) -> tuple[tuple[str, str], ...]:
        """Give what waits to be woven, as pairs of field (article id or correction) and version."""
        found = self._client.hgetall(self._key(keys.DIRTY))
        return tuple(sorted((field.decode(), version.decode()) for field, version in found.items())[:most])

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
        """Give the events of components."""
        wanted = tuple(ids)
        found = zip(wanted, self._hmget(keys.COMPONENTS, wanted), strict=True)
        return {component: codec.events(data) for component, data in found if data}

    def sharing(self, blocking_keys: Iterable[str]) -> dict[str, set[str]]:
        """Give the ids of the events that have each blocking key; keys that none has are left out."""
        wanted = list(blocking_keys)
        found = self._client.run("sharing", keys.slot(self._timeline), codec.argument(wanted))
        return {wanted[place - 1]: {event.decode() for event in events} for place, events in found}

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
        commands = [*_components(weaving), *self._cleared(weaving), *_entries(weaving, articles)]
        parts = (codec.argument(part) for part in (weaving.marks, commands))
        return bool(self._client.run("weave", keys.slot(self._timeline), self._token, *parts))

    def _cleared(self, weaving: Weaving) -> Iterable[Command]:
        """Give the commands that take away the entries that are no longer shown."""
        hidden = weaving.hidden
        for name, row in zip(hidden, self._hmget(keys.ROWS, hidden), strict=True):
            if row:
                yield "ZREM", keys.ORDER, decoder.decode(row).member
                yield "HDEL", keys.ROWS, name
                yield "HDEL", keys.ENTRIES, name

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


def _components(weaving: Weaving) -> Iterable[Command]:
    """Give the commands that change the components and the ways to find them."""
    for blocking_key, event in weaving.unblocked:
        yield "SREM", f"{keys.BLOCK}:{blocking_key}", event
    for blocking_key, event in weaving.blocked:
        yield "SADD", f"{keys.BLOCK}:{blocking_key}", event
    for component in weaving.dropped:
        yield "HDEL", keys.COMPONENTS, component
        yield "HDEL", keys.SHOWN, component
    for event in weaving.homeless:
        yield "HDEL", keys.HOME, event
    for component, reports in weaving.components.items():
        yield "HSET", keys.COMPONENTS, component, codec.pack(reports)
        for report in reports:
            yield "HSET", keys.HOME, report.id, component
    for component, shown in weaving.shown.items():
        yield "HSET", keys.SHOWN, component, codec.pack(shown)
    for article, ids in weaving.articles.items():
        yield ("HSET", keys.WOVEN, article, codec.pack(ids)) if ids else ("HDEL", keys.WOVEN, article)


def _entries(weaving: Weaving, articles: Mapping[str, Article]) -> Iterable[Command]:
    """Give the commands that show the entries."""
    for entry in weaving.entries:
        place = place_of(entry)
        yield "ZADD", keys.ORDER, place.day, place.member
        yield "HSET", keys.ENTRIES, entry.id, codec.pack(entry)
        yield "HSET", keys.ROWS, entry.id, codec.pack(row_of(entry, articles))
