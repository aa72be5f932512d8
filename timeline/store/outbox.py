"""Work that is promised: what workers take and commit, and what the re-sender finds abandoned."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from timeline.store import codec, keys
from timeline.store.client import Client
from timeline.store.commands import Command, flat, with_pairs
from timeline.store.jobs import LEASE
from timeline.store.records import ArticleError, ArticleInfo, Batch, Outcome

READ = "timeline.read"
"""The task that reads the articles of a batch, and its queue; its arguments are the ids of timeline and batch."""

WEAVE = "timeline.weave"
"""The task that merges what was read into the entries, and its queue; its argument is the id of the timeline."""

ATTEMPTS = 3
"""How often a batch may end with the death of its worker; at the third its articles are tried one by one."""

BEAT = 6
"""Seconds after which a worker that gave no sign of life counts as dead."""

_ASKED = 5  # seconds within which one message to weave is enough
_LEAD = 5  # seconds after which another re-sender takes over
_IDLE = 3600  # seconds after which a timeline without work is no longer looked at


class Outbox:
    """The batches that wait, are held by a worker, or have lost their message.

    The broker may lose any message and deliver any twice. A batch is pending until the one script that
    commits its events takes it off the list; so its effect happens once, however often it is delivered.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def take(self, timeline: str, batch: str, holder_died: bool = False) -> Batch | tuple[str, ...] | None:
        """Lease a batch, None where it is done, dropped or held by a worker that is not known to have died.

        Instead of a batch that has ended twice with the death of its worker come the ids of batches of one
        article each.
        """
        limits = LEASE * 1000, ATTEMPTS, int(holder_died)
        answer = self._client.run("take", keys.slot(timeline), batch, *limits)
        match answer[0]:
            case b"taken":
                articles = tuple(codec.article(data) for data in answer[2])
                return Batch(batch, timeline, articles, exhausted=answer[1] > ATTEMPTS)
            case b"split":
                return tuple(name.decode() for name in answer[1])
        return None

    def commit(self, batch: Batch, outcomes: Sequence[Outcome]) -> bool:
        """Keep what was read, once: False where another delivery did it, or the job was cancelled."""
        arrival = time.time()
        errors = [codec.pack(_error(outcome)) for outcome in outcomes if outcome.failure]
        dirty = [outcome.article.id for outcome in outcomes]
        parts = (codec.argument(errors), codec.argument(dirty), *flat(_kept(outcomes, arrival)))
        return bool(self._client.run("commit", keys.slot(batch.timeline), batch.id, len(outcomes), *parts))

    def ask_to_weave(self, timeline: str) -> bool:
        """Tell whether a message to weave should be sent: not when one is on its way already."""
        return bool(self._client.set(keys.key(timeline, keys.ASKED), 1, nx=True, ex=_ASKED))

    def asked_to_weave(self, timeline: str) -> None:
        """Note that a message to weave has come: whatever changes from now on needs another."""
        self._client.delete(keys.key(timeline, keys.ASKED))

    def active(self) -> list[str]:
        """Give the timelines that may have work; forget those that have had none for an hour."""
        found = []
        for name, touched in self._client.zrange(keys.ACTIVE, 0, -1, withscores=True):
            timeline = name.decode()
            if self.pending(timeline) or self._client.hlen(keys.key(timeline, keys.DIRTY)):
                found.append(timeline)
            elif touched < time.time() - _IDLE:
                self._client.zrem(keys.ACTIVE, name)
        return found

    def pending(self, timeline: str) -> int:
        """Count the batches that are not committed."""
        return int(self._client.zcard(keys.key(timeline, keys.PENDING)))

    def in_broker(self, prefix: str) -> int:
        """Count the messages in the broker, delivered ones too; `prefix` is that of its keys."""
        waiting = (int(self._client.llen(f"{prefix}{queue}")) for queue in (READ, WEAVE))
        return sum(waiting) + int(self._client.hlen(f"{prefix}unacked"))

    def abandoned(self, timeline: str, lost: int, idle: bool) -> list[str]:
        """Give the batches whose message must be sent again, and lease them for the way.

        Those are the batches whose worker let the lease run out; and of those that no worker ever held and
        whose lease is over, at most `lost`: the others may just stand in a long queue. `idle` says that the
        broker holds no message at all: then no lease need be over.
        """
        due = self._client.run("due", keys.slot(timeline), int(idle), lost, LEASE * 1000)
        return [name.decode() for name in due]

    def unwoven(self, timeline: str) -> bool:
        """Tell whether something waits to be woven and nobody is at it."""
        dirty = self._client.hlen(keys.key(timeline, keys.DIRTY))
        return bool(dirty) and not self._client.exists(keys.key(timeline, keys.WEAVING))

    def release(self, prefix: str) -> None:
        """Let go of all that dead workers held: the broker is emptied, every pending batch is due at once.

        Only for a service whose workers are all known to be dead.
        """
        broker = (READ, WEAVE, "unacked", "unacked_index", "unacked_mutex")
        self._client.delete(keys.WORKERS, *(f"{prefix}{name}" for name in broker))
        for timeline in self.active():
            self._client.run("release", keys.slot(timeline))

    def lead(self, name: str) -> bool:
        """Tell whether this re-sender is the one at work; it stays so while it goes on asking."""
        if self._client.set(keys.RESENDER, name, nx=True, ex=_LEAD):
            return True
        leads = bool(self._client.get(keys.RESENDER) == name.encode())
        return leads and bool(self._client.expire(keys.RESENDER, _LEAD))

    def beat(self, worker: str) -> None:
        """Note that a worker is alive."""
        now = time.time()
        self._client.zremrangebyscore(keys.WORKERS, "-inf", now)
        self._client.zadd(keys.WORKERS, {worker: now + BEAT})

    def leave(self, worker: str) -> None:
        """Note that a worker has stopped."""
        self._client.zrem(keys.WORKERS, worker)

    def workers(self) -> int:
        """Count the workers that are alive."""
        return int(self._client.zcount(keys.WORKERS, time.time(), "+inf"))


def _error(outcome: Outcome) -> ArticleError:
    return ArticleError(outcome.article.id, outcome.article.title, outcome.failure)


def _kept(outcomes: Sequence[Outcome], arrival: float) -> Iterator[Command]:
    """Give the commands that keep articles and what was read from them."""
    for outcome in outcomes:
        yield "SET", f"{keys.ARTICLE}:{outcome.article.id}", codec.pack(outcome.article)
        yield "SET", f"{keys.EVENTS}:{outcome.article.id}", codec.pack(outcome.events)
        yield "ZADD", keys.ARTICLES, "NX", arrival, outcome.article.id
    outlines = ((outcome.article.id, codec.pack(_outline(outcome))) for outcome in outcomes)
    yield from with_pairs("HSET", keys.OUTLINES, outlines)


def _outline(outcome: Outcome) -> ArticleInfo:
    article = outcome.article
    return ArticleInfo(
        article.id,
        article.title,
        article.source,
        article.url,
        article.published,
        len(article.text),
        len(outcome.events),
        outcome.failure,
    )
