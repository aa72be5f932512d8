"""Timelines and the articles on them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from contextlib import suppress

from timeline.model import Article, Event
from timeline.store import codec, keys
from timeline.store.client import Client
from timeline.store.commands import Command
from timeline.store.errors import NotFoundError, StoreError
from timeline.store.place import NOWHERE
from timeline.store.records import ArticleInfo, TimelineInfo

ERASED_AFTER = 7 * 24 * 3600
"""Seconds for which a deleted timeline can be restored."""


def create(client: Client, title: str) -> TimelineInfo:
    """Give a new, empty timeline."""
    now = time.time_ns()
    created = TimelineInfo(keys.new_timeline(), title, now // 1_000_000)
    with client.pipeline() as pipe:
        pipe.hset(keys.key(created.id, keys.INFO), mapping={"title": title, "created": created.created})
        pipe.zadd(keys.TIMELINES, {created.id: now / 1_000_000})  # to the microsecond: no two share a place
        pipe.execute()
    return created


def find(client: Client, ids: Iterable[str], *, deleted: bool = False) -> tuple[TimelineInfo, ...]:
    """Give the timelines of these ids that are there and not deleted; or just those that are deleted."""
    wanted = tuple(ids)
    with client.pipeline(transaction=False) as pipe:
        for timeline in wanted:
            order = keys.key(timeline, keys.ORDER)
            pipe.hgetall(keys.key(timeline, keys.INFO))
            pipe.zcard(keys.key(timeline, keys.ARTICLES))
            pipe.zcard(order)
            pipe.zrange(order, "-inf", f"({NOWHERE}", byscore=True, offset=0, num=1, withscores=True)
            pipe.zrange(
                order, f"({NOWHERE}", "-inf", desc=True, byscore=True, offset=0, num=1, withscores=True
            )
        answers = iter(pipe.execute())
    found = zip(wanted, *[answers] * 5, strict=True)
    return tuple(
        TimelineInfo(
            timeline,
            info[b"title"].decode(),
            int(info[b"created"]),
            articles,
            entries,
            _days(first, last),
            int(info.get(b"revision", 0)),
        )
        for timeline, info, articles, entries, first, last in found
        if b"created" in info and (b"deleted" in info) is deleted
    )


def _days(first: list[tuple[bytes, float]], last: list[tuple[bytes, float]]) -> tuple[int, int] | None:
    return (int(first[0][1]), int(last[0][1])) if first and last else None


def everything(client: Client, *, deleted: bool = False) -> tuple[TimelineInfo, ...]:
    """Give all timelines that are not deleted, or just those that are; latest first."""
    names = client.zrange(keys.TIMELINES, 0, -1, desc=True)
    return find(client, (name.decode() for name in names), deleted=deleted)


def change(client: Client, timeline: str, field: str, value: str, deleted: bool = False) -> None:
    """Set a field of a timeline (no value: take it away); of a deleted one only where that is said."""
    if not client.run("timeline", keys.slot(timeline), field, value, "yes" if deleted else "no"):
        raise NotFoundError(f"there is no timeline {timeline}")


def erase_deleted(client: Client, older_than: int = ERASED_AFTER) -> None:
    """Erase what was deleted more than so many seconds ago; until then it can be restored."""
    limit = (time.time() - older_than) * 1000
    for name in client.zrange(keys.TIMELINES, 0, -1):
        timeline = name.decode()
        deleted = client.hget(keys.key(timeline, keys.INFO), "deleted")
        if deleted is not None and int(deleted) < limit:
            _erase(client, timeline)


def erase(client: Client, timeline: str) -> None:
    """Erase a deleted timeline now, from the store's file too. Raises `NotFoundError` where it is not deleted."""
    if not client.hexists(keys.key(timeline, keys.INFO), "deleted"):
        raise NotFoundError(f"there is no deleted timeline {timeline}")
    _erase(client, timeline)
    if client.info("persistence").get("aof_enabled"):
        with suppress(StoreError):  # it is being written anew already
            client.bgrewriteaof()


def _erase(client: Client, timeline: str) -> None:
    """Take away first what a worker must hold to write and what restoring needs, then all of it."""
    client.unlink(*(keys.key(timeline, name) for name in (keys.INFO, keys.PENDING, keys.WEAVING, keys.DIRTY)))
    for found in client.scan_iter(match=f"{keys.slot(timeline)}:*", count=1000):
        client.unlink(found)
    client.zrem(keys.TIMELINES, timeline)


def removal(article: str) -> list[Command]:
    """Give the commands that take an article away; what it told is then taken off the entries by weaving."""
    return [
        ("DEL", f"{keys.ARTICLE}:{article}"),
        ("DEL", f"{keys.EVENTS}:{article}"),
        ("HDEL", keys.OUTLINES, article),
        ("ZREM", keys.ARTICLES, article),
    ]


def texts(client: Client, timeline: str, ids: Iterable[str]) -> Mapping[str, Article]:
    """Give articles with their texts, by id."""
    wanted = tuple(dict.fromkeys(ids))
    if not wanted:
        return {}
    found = client.mget([keys.key(timeline, keys.ARTICLE, article) for article in wanted])
    return {article: codec.article(data) for article, data in zip(wanted, found, strict=True) if data}


def outlines(client: Client, timeline: str) -> tuple[ArticleInfo, ...]:
    """Give all articles without their texts, in the order in which they came."""
    ids = client.zrange(keys.key(timeline, keys.ARTICLES), 0, -1)
    if not ids:
        return ()
    found = client.hmget(keys.key(timeline, keys.OUTLINES), ids)
    return tuple(codec.info(data) for data in found if data)


def events(client: Client, timeline: str, article: str) -> tuple[Event, ...]:
    """Give what was read from an article."""
    data = client.get(keys.key(timeline, keys.EVENTS, article))
    return codec.events(data) if data else ()
