"""Everything that lasts: timelines, articles, jobs, entries and corrections, all of them in Redis and only here."""

from timeline.store.errors import NotFoundError, StoreDownError, StoreError, StoreFullError
from timeline.store.records import (
    ArticleError,
    ArticleInfo,
    Batch,
    Bucket,
    EntryPage,
    EntryQuery,
    Facets,
    Job,
    JobState,
    TimelineInfo,
)
from timeline.store.repository import Store

__all__ = [
    "ArticleError",
    "ArticleInfo",
    "Batch",
    "Bucket",
    "EntryPage",
    "EntryQuery",
    "Facets",
    "Job",
    "JobState",
    "NotFoundError",
    "Store",
    "StoreDownError",
    "StoreError",
    "StoreFullError",
    "TimelineInfo",
]
