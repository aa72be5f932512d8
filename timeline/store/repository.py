"""The one door to the store: what pages, API, workers and the service may ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from timeline.interval import Interval
from timeline.model import Article, Entry, Event
from timeline.store.records import ArticleInfo, Bucket, EntryPage, EntryQuery, Facets, Job, TimelineInfo

if TYPE_CHECKING:
    from timeline.events.corrections import Correction

Sender = Callable[[str, tuple[str, ...]], None]
"""Hands a task's name and arguments to the broker. It must not raise: what it loses, the re-sender sends again."""


class Store:
    """All that lasts, behind one object that threads may share.

    Every call may raise `StoreDownError`, every writing one `StoreFullError`; then nothing was half done. A call
    is safe to repeat. An id that never was raises `NotFoundError` where something is to be changed, and gives
    None, or nothing, where it is only asked for.
    """

    @classmethod
    def connect(cls, url: str, send: Sender | None = None) -> Store:
        """Open the store at a `redis://`, `rediss://` or `unix://` URL.

        `send` is called with the names in `timeline.service.broker` for each batch of work; without it the work
        waits for the re-sender.
        """
        raise NotImplementedError

    # Timelines

    def create_timeline(self, title: str) -> TimelineInfo:
        """Give a new, empty timeline."""
        raise NotImplementedError

    def timelines(self) -> tuple[TimelineInfo, ...]:
        """Give all timelines that are not deleted, latest first."""
        raise NotImplementedError

    def timeline(self, timeline_id: str) -> TimelineInfo | None:
        """Give one timeline, None where there is none or it is deleted."""
        raise NotImplementedError

    def rename_timeline(self, timeline_id: str, title: str) -> TimelineInfo:
        """Change the title."""
        raise NotImplementedError

    def delete_timeline(self, timeline_id: str) -> None:
        """Take a timeline off the list. It can be restored for a week, then all of it is erased."""
        raise NotImplementedError

    def restore_timeline(self, timeline_id: str) -> TimelineInfo:
        """Undo a deletion."""
        raise NotImplementedError

    # Articles

    def article(self, timeline_id: str, article_id: str) -> Article | None:
        """Give one article with its text."""
        raise NotImplementedError

    def articles(self, timeline_id: str) -> tuple[ArticleInfo, ...]:
        """Give all articles of a timeline without their texts, in the order in which they came."""
        raise NotImplementedError

    def texts(self, timeline_id: str, article_ids: Iterable[str]) -> Mapping[str, Article]:
        """Give several articles with their texts in one call, by id; unknown ids are left out."""
        raise NotImplementedError

    def events_of(self, timeline_id: str, article_id: str) -> tuple[Event, ...]:
        """Give what was read from one article, in text order."""
        raise NotImplementedError

    def remove_article(self, timeline_id: str, article_id: str) -> Job:
        """Take an article and its evidence away; the job ends when the timeline no longer shows it."""
        raise NotImplementedError

    def redate_article(
        self, timeline_id: str, article_id: str, published: Interval, utc_offset: int | None
    ) -> Job:
        """Change an article's publication date; the job ends when all that hung on it is resolved anew."""
        raise NotImplementedError

    # Entries

    def entries(self, timeline_id: str, query: EntryQuery) -> EntryPage:
        """Give a page of the timeline in time order.

        Raises `InvalidInputError` where the cursor is none of ours.
        """
        raise NotImplementedError

    def entry(self, timeline_id: str, entry_id: str) -> Entry | None:
        """Give one entry."""
        raise NotImplementedError

    def density(self, timeline_id: str, query: EntryQuery, buckets: int = 60) -> tuple[Bucket, ...]:
        """Give how the entries that match lie in time, in at most `buckets` equal stretches of whole days."""
        raise NotImplementedError

    def facets(self, timeline_id: str) -> Facets:
        """Give the sources and actors that one may filter by."""
        raise NotImplementedError

    # Jobs

    def submit(self, timeline_id: str, articles: Sequence[Article]) -> Job:
        """Take articles in: all of them or, on any error, none. They are read in the background.

        An article whose id is on the timeline already replaces the former one.
        """
        raise NotImplementedError

    def job(self, job_id: str) -> Job | None:
        """Give a job, None for an id that never was."""
        raise NotImplementedError

    def wait(self, job_id: str, seconds: float) -> Job | None:
        """Give the job as soon as it has ended, or as it is after `seconds`."""
        raise NotImplementedError

    def cancel(self, job_id: str) -> Job:
        """End a job. What was read stays, the rest is dropped; a job that has ended stays as it is."""
        raise NotImplementedError

    def retry(self, job_id: str) -> Job:
        """Read the articles of a job again that had an error, as a new job."""
        raise NotImplementedError

    def jobs(self, timeline_id: str) -> tuple[Job, ...]:
        """Give the jobs of a timeline, latest first. Jobs that ended are kept for a month."""
        raise NotImplementedError

    # Corrections

    def correct(self, timeline_id: str, correction: Correction) -> Job:
        """Record what a person corrected; the job ends when the timeline shows it."""
        raise NotImplementedError

    def corrections(self, timeline_id: str) -> tuple[Correction, ...]:
        """Give all corrections, undone ones too, in the order in which they were made."""
        raise NotImplementedError

    def undo(self, timeline_id: str, correction_id: str) -> Job:
        """Take a correction back. The record stays, marked as undone."""
        raise NotImplementedError

    # The service

    def workers(self) -> int:
        """Give how many workers are alive."""
        raise NotImplementedError

    def ping(self) -> None:
        """Return if the store answers, else raise `StoreDownError`."""
        raise NotImplementedError
