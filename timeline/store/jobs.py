"""Jobs, as those who submit them see them: taken in at once or not at all, watched, cancelled, repeated."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import islice

from timeline.model import Article
from timeline.store import codec, keys, timelines
from timeline.store.client import Client
from timeline.store.commands import Command, flat
from timeline.store.errors import NotFoundError
from timeline.store.records import ArticleInfo, Job, JobState, Progress, Stage

LEASE = 60
"""Seconds after which a batch counts as abandoned; a batch is a second or two of work, and cut off at 50."""

_MOST_ARTICLES = 50
_MOST_CHARACTERS = 250_000
_NAPS = (0.02, 0.05, 0.1, 0.2)


def submit(
    client: Client, timeline: str, articles: Sequence[Article], commands: Sequence[Command] = ()
) -> tuple[Job, list[str]]:
    """Write a job with all its articles, and some commands, in one step; give it with the ids of its batches."""
    job = keys.new_job(timeline)
    batches = {f"{job}.{number}": batch for number, batch in enumerate(_batches(articles))}
    content = [(name, [codec.pack(article) for article in batch]) for name, batch in batches.items()]
    _write(client, timeline, job, len(articles), content, (), commands)
    return _known(client, job), list(batches)


def change(client: Client, timeline: str, dirty: Sequence[str], commands: Sequence[Command]) -> Job:
    """Write a job without articles: some commands, and what must be woven anew because of them."""
    job = keys.new_job(timeline)
    _write(client, timeline, job, 0, (), dirty, commands)
    return _known(client, job)


def find(client: Client, job: str) -> Job | None:
    """Give a job, None for an id that never was."""
    timeline = keys.timeline_of(job)
    name = keys.key(timeline, keys.JOB, job)
    with client.pipeline() as pipe:
        pipe.hgetall(name)
        pipe.lrange(f"{name}:errors", 0, -1)
        pipe.smembers(f"{name}:unwoven")
        pipe.hget(keys.key(timeline, keys.INFO), "deleted")
        found, errors, unwoven, deleted = pipe.execute()
    if not found or deleted:
        return None
    total = int(found[b"total"])
    waiting = sum(b":" not in field for field in unwoven)
    finished = found.get(b"finished")
    return Job(
        job,
        timeline,
        JobState(found[b"state"].decode()),
        max(0, min(int(found[b"read"]) - waiting, total)),
        total,
        tuple(codec.error(data) for data in errors),
        int(found[b"created"]),
        int(finished) if finished else None,
    )


def wait(client: Client, job: str, seconds: float) -> Job | None:
    """Give the job once it has ended, or as it is when the time is over."""
    deadline = time.monotonic() + seconds
    nap = 0
    while (found := find(client, job)) and not found.state.final and time.monotonic() < deadline:
        time.sleep(max(0.0, min(_NAPS[nap], deadline - time.monotonic())))
        nap = min(nap + 1, len(_NAPS) - 1)
    return found


def cancel(client: Client, job: str) -> Job:
    """End a job; what was read stays."""
    if not client.run("cancel", keys.slot(keys.timeline_of(job)), job):
        raise NotFoundError(f"there is no job {job}")
    return _known(client, job)


def unread(client: Client, job: str) -> tuple[str, tuple[Article, ...]]:
    """Give the timeline of a job and those of its articles that had an error."""
    known = _known(client, job)
    found = timelines.texts(client, known.timeline, (error.article for error in known.errors))
    return known.timeline, tuple(found.values())


def progress(client: Client, job: str, most: int) -> tuple[Progress, ...]:
    """Give at most `most` articles of a job, what waits or is being read after what has been."""
    timeline = keys.timeline_of(job)
    ids = client.lrange(keys.key(timeline, keys.JOB, job, "read"), 0, most - 1)
    known = client.hmget(keys.key(timeline, keys.OUTLINES), ids) if ids else ()
    read = [_read(codec.info(data)) for data in known if data]
    return (*read, *islice(_unread(client, timeline, job), most - len(read)))


def _read(info: ArticleInfo) -> Progress:
    stage = Stage.FAILED if info.failure else Stage.READ
    return Progress(info.id, info.title or info.source, stage, info.events, info.failure)


def _unread(client: Client, timeline: str, job: str) -> Iterator[Progress]:
    """Give the articles of a job's batches that are not committed."""
    for name in client.zrange(keys.key(timeline, keys.PENDING), 0, -1):
        batch = name.decode()
        if not batch.startswith(f"{job}."):
            continue
        held = client.hget(keys.key(timeline, keys.BATCH, batch), "until")
        stage = Stage.READING if held and int(held) > time.time() * 1000 else Stage.WAITING
        for data in client.lrange(keys.key(timeline, keys.BATCH, batch, "articles"), 0, -1):
            article = codec.article(data)
            yield Progress(article.id, article.title or article.source, stage)


def of_timeline(client: Client, timeline: str, most: int) -> tuple[Job, ...]:
    """Give the jobs of a timeline that are still known, latest first, no more than `most`."""
    names = client.zrange(keys.key(timeline, keys.JOBS), 0, most - 1, desc=True)
    return tuple(found for name in names if (found := find(client, name.decode())))


def _known(client: Client, job: str) -> Job:
    found = find(client, job)
    if found is None:
        raise NotFoundError(f"there is no job {job}")
    return found


def _write(
    client: Client,
    timeline: str,
    job: str,
    total: int,
    batches: Sequence[tuple[str, list[bytes]]],
    dirty: Sequence[str],
    commands: Sequence[Command],
) -> None:
    """Write a job in one step; that the timeline is named as active even if this fails does no harm."""
    client.zadd(keys.ACTIVE, {timeline: time.time()})
    parts = (codec.argument(batches), codec.argument(dirty), *flat(commands))
    answer = client.run("submit", keys.slot(timeline), job, total, LEASE * 1000, *parts)
    if answer == b"unknown timeline":
        raise NotFoundError(f"there is no timeline {timeline}")


def _batches(articles: Sequence[Article]) -> list[list[Article]]:
    """Cut the articles into batches of a second or two of work."""
    batches: list[list[Article]] = []
    size = 0
    for article in articles:
        if not batches or len(batches[-1]) == _MOST_ARTICLES or size + len(article.text) > _MOST_CHARACTERS:
            batches.append([])
            size = 0
        batches[-1].append(article)
        size += len(article.text)
    return batches
