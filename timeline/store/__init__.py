"""Everything that lasts: timelines, articles, jobs, entries and corrections, all in Redis and only here."""

from timeline.store.errors import (
    KeyBusyError,
    KeyTakenError,
    NotFoundError,
    StoreDownError,
    StoreError,
    StoreFullError,
)
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
    Outcome,
    Progress,
    Stage,
    Survey,
    TimelineInfo,
    Weaving,
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
    "KeyBusyError",
    "KeyTakenError",
    "NotFoundError",
    "Outcome",
    "Progress",
    "Stage",
    "Store",
    "StoreDownError",
    "StoreError",
    "StoreFullError",
    "Survey",
    "TimelineInfo",
    "Weaving",
]
