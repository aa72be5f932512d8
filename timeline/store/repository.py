"""The one door to the store: what pages, API, workers and the service may ask of it."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from timeline.events.corrections import Change, Correction, publication
from timeline.model import Article, Certainty, Entry, Event
from timeline.store import client as redis
from timeline.store import codec, entries, jobs, keys, loom, timelines
from timeline.store.commands import Command
from timeline.store.errors import NotFoundError
from timeline.store.once import once
from timeline.store.outbox import READ, WEAVE, Outbox
from timeline.store.records import (
    ArticleInfo,
    Bucket,
    EntryPage,
    EntryQuery,
    Facets,
    Job,
    Progress,
    Survey,
    TimelineInfo,
)

Sender = Callable[[str, tuple[str, ...]], None]
"""Hands a task's name and arguments to the broker. It must not raise: the re-sender mends what it loses."""


class Store:
    """All that lasts, behind one object that threads may share.

    Every call may raise `StoreDownError`, every writing one `StoreFullError`; then nothing was half done. An
    id that never was raises `NotFoundError` where something is to be changed, and gives None, or nothing,
    where it is only asked for.
    """

    def __init__(self, client: redis.Client, send: Sender | None = None) -> None:
        self._client = client
        self._send = send
        self.outbox = Outbox(client)

    @classmethod
    def connect(cls, url: str, send: Sender | None = None) -> Store:
        """Open the store at a `redis://`, `rediss://` or `unix://` URL.

        `send` is called for each batch of work, to hand it to Celery; without it the work waits for the
        re-sender. A sender's Celery app is set up with `timeline.service.broker.celery_settings`.
        """
        return cls(redis.connect(url), send)

    # Timelines

    def create_timeline(self, title: str) -> TimelineInfo:
        """Give a new, empty timeline."""
        return timelines.create(self._client, title)

    def timelines(self) -> tuple[TimelineInfo, ...]:
        """Give all timelines that are not deleted, latest first."""
        return timelines.everything(self._client)

    def deleted_timelines(self) -> tuple[TimelineInfo, ...]:
        """Give the timelines that are deleted and can still be restored, latest first."""
        return timelines.everything(self._client, deleted=True)

    def timeline(self, timeline_id: str) -> TimelineInfo | None:
        """Give one timeline, None where there is none or it is deleted."""
        return next(iter(timelines.find(self._client, [timeline_id])), None)

    def rename_timeline(self, timeline_id: str, title: str) -> TimelineInfo:
        """Change the title."""
        timelines.change(self._client, timeline_id, "title", title)
        return self._timeline(timeline_id)

    def delete_timeline(self, timeline_id: str) -> None:
        """Take a timeline off the list. It can be restored for a week, then all of it is erased."""
        timelines.change(self._client, timeline_id, "deleted", str(time.time_ns() // 1_000_000))

    def restore_timeline(self, timeline_id: str) -> TimelineInfo:
        """Undo a deletion."""
        timelines.change(self._client, timeline_id, "deleted", "", deleted=True)
        return self._timeline(timeline_id)

    def erase_timeline(self, timeline_id: str) -> None:
        """Erase a deleted timeline without waiting for the week; nothing brings it back."""
        timelines.erase(self._client, timeline_id)

    # Articles

    def article(self, timeline_id: str, article_id: str) -> Article | None:
        """Give one article with its text."""
        return timelines.texts(self._client, timeline_id, [article_id]).get(article_id)

    def articles(self, timeline_id: str) -> tuple[ArticleInfo, ...]:
        """Give all articles of a timeline without their texts, in the order in which they came."""
        return timelines.outlines(self._client, timeline_id)

    def texts(self, timeline_id: str, article_ids: Iterable[str]) -> Mapping[str, Article]:
        """Give several articles with their texts in one call, by id; unknown ids are left out."""
        return timelines.texts(self._client, timeline_id, article_ids)

    def events_of(self, timeline_id: str, article_id: str) -> tuple[Event, ...]:
        """Give what was read from one article, in text order."""
        return timelines.events(self._client, timeline_id, article_id)

    def remove_article(self, timeline_id: str, article_id: str) -> Job:
        """Take an article and its evidence away; the job ends when the timeline no longer shows it."""
        self._article(timeline_id, article_id)
        return self._change(timeline_id, article_id, timelines.removal(article_id))

    # Entries

    def entries(self, timeline_id: str, query: EntryQuery) -> EntryPage:
        """Give a page of the timeline in time order.

        Raises `InvalidInputError` where the cursor is none of ours.
        """
        return entries.page(self._client, timeline_id, query)

    def entry(self, timeline_id: str, entry_id: str) -> Entry | None:
        """Give one entry, by its own id or that of an event that it holds."""
        return entries.one(self._client, timeline_id, entry_id)

    def contradicted(self, timeline_id: str, most: int) -> tuple[Entry, ...]:
        """Give the entries whose words and dates disagree on the order, in time order, `most` at most."""
        return entries.contradicted(self._client, timeline_id, most)

    def unconfirmed(self, timeline_id: str) -> Mapping[Certainty, int]:
        """Count the entries of each degree of certainty that nobody has confirmed."""
        return entries.unconfirmed(self._client, timeline_id)

    def density(self, timeline_id: str, query: EntryQuery) -> tuple[Bucket, ...]:
        """Give how many of the entries that match stand on each day that has any, in time order."""
        return entries.density(self._client, timeline_id, query)

    def facets(self, timeline_id: str) -> Facets:
        """Give the sources and actors that one may filter by."""
        return entries.facets(self._client, timeline_id)

    def survey(self, timeline_id: str, query: EntryQuery) -> Survey:
        """Give a page of the timeline with its density, facets and degrees of certainty, all from one look.

        Raises `InvalidInputError` where the cursor is none of ours.
        """
        return entries.survey(self._client, timeline_id, query)

    # Jobs

    def submit(self, timeline_id: str, articles: Sequence[Article]) -> Job:
        """Take articles in: all of them or, on any error, none. They are read in the background.

        An article whose id is on the timeline already replaces the former one; where a person has corrected its
        publication date, that date stays.
        """
        standing = [one for one in self.corrections(timeline_id) if not one.undone]
        return self._submit(timeline_id, articles, standing)

    def once(self, key: str, asked: str, make: Callable[[], Job]) -> Job:
        """Make a job, or give the one made before for the same key; `asked` stands for all that was asked for.

        Raises `KeyTakenError` where the key came with something else, `KeyBusyError` while the first is at work.
        """
        return once(self._client, key, asked, make)

    def _submit(
        self,
        timeline_id: str,
        articles: Iterable[Article],
        made: Sequence[Correction],
        commands: Sequence[Command] = (),
    ) -> Job:
        dated = [_dated(article, made) for article in articles]
        job, batches = jobs.submit(self._client, timeline_id, dated, commands)
        for batch in batches:
            self.send(READ, (timeline_id, batch))
        return job

    def job(self, job_id: str) -> Job | None:
        """Give a job, None for an id that never was."""
        return jobs.find(self._client, job_id)

    def progress(self, job_id: str, most: int = 100) -> tuple[Progress, ...]:
        """Give at most `most` articles of a job, each with how far it is; nothing for an id that never was."""
        return jobs.progress(self._client, job_id, most)

    def wait(self, job_id: str, seconds: float) -> Job | None:
        """Give the job as soon as it has ended, or as it is after `seconds`."""
        return jobs.wait(self._client, job_id, seconds)

    def cancel(self, job_id: str) -> Job:
        """End a job. What was read stays, the rest is dropped; a job that has ended stays as it is."""
        return jobs.cancel(self._client, job_id)

    def retry(self, job_id: str) -> Job:
        """Read the articles of a job again that had an error, as a new job."""
        return self.submit(*jobs.unread(self._client, job_id))

    def jobs(self, timeline_id: str, most: int = 20) -> tuple[Job, ...]:
        """Give the latest jobs of a timeline, latest first. Jobs that ended are kept for a month."""
        return jobs.of_timeline(self._client, timeline_id, most)

    # Corrections

    def correct(self, timeline_id: str, correction: Correction) -> Job:
        """Record what a person corrected; the job ends when the timeline shows it.

        An article whose publication date is corrected is read anew.
        """
        record = ("HSET", keys.CORRECTIONS, correction.id, codec.pack(correction))
        redated = correction.kind is Change.PUBLICATION and self.texts(timeline_id, correction.events)
        if redated:
            made = [*(one for one in self.corrections(timeline_id) if one.id != correction.id), correction]
            return self._submit(timeline_id, redated.values(), made, [record])
        return self._change(timeline_id, f"{keys.CORRECTION}{correction.id}", [record])

    def corrections(self, timeline_id: str) -> tuple[Correction, ...]:
        """Give all corrections, undone ones too, in the order in which they were made."""
        return loom.corrections(self._client, timeline_id)

    def undo(self, timeline_id: str, correction_id: str) -> Job:
        """Take a correction back. The record stays, marked as undone."""
        for correction in self.corrections(timeline_id):
            if correction.id == correction_id:
                return self.correct(timeline_id, replace(correction, undone=True))
        raise NotFoundError(f"there is no correction {correction_id}")

    # The service

    def workers(self) -> int:
        """Give how many workers are alive."""
        return self.outbox.workers()

    def ping(self) -> None:
        """Return if the store answers, else raise `StoreDownError`."""
        self._client.ping()

    def secret(self) -> bytes:
        """Give the key with which pages sign their forms: made once, the same in every process."""
        self._client.set(keys.SIGNING, secrets.token_bytes(32), nx=True)
        return bytes(self._client.get(keys.SIGNING))

    def send(self, task: str, arguments: tuple[str, ...]) -> None:
        """Hand a task to the broker, or leave it to the re-sender."""
        if self._send is not None:
            self._send(task, arguments)

    def ask_to_weave(self, timeline_id: str) -> None:
        """Have the entries brought up to date, unless that has just been asked for."""
        if self.outbox.ask_to_weave(timeline_id):
            self.send(WEAVE, (timeline_id,))

    def loom(self, timeline_id: str, holder: str = "") -> loom.Loom:
        """Give what weaving works on; `holder` is the id of the message that asks for it."""
        return loom.Loom(self._client, timeline_id, holder)

    def erase_deleted(self) -> None:
        """Erase the timelines that were deleted more than a week ago."""
        timelines.erase_deleted(self._client)

    def _change(self, timeline_id: str, dirty: str, commands: Sequence[Command]) -> Job:
        job = jobs.change(self._client, timeline_id, [dirty], commands)
        self.ask_to_weave(timeline_id)
        return job

    def _timeline(self, timeline_id: str) -> TimelineInfo:
        found = self.timeline(timeline_id)
        if found is None:
            raise NotFoundError(f"there is no timeline {timeline_id}")
        return found

    def _article(self, timeline_id: str, article_id: str) -> Article:
        found = self.article(timeline_id, article_id)
        if found is None:
            raise NotFoundError(f"there is no article {article_id}")
        return found


def _dated(article: Article, made: Iterable[Correction]) -> Article:
    """Give the article with the publication date that people's corrections say, its own where none does."""
    told = publication(article.id, made)
    return replace(article, published=told.interval, utc_offset=told.utc_offset) if told else article
