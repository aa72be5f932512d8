"""The names of the keys. Those of a timeline have its id as hash tag, so that they lie in one slot."""

from __future__ import annotations

import secrets

TIMELINES = "tl:timelines"  # sorted set: timeline id by moment of creation
ACTIVE = "tl:active"  # sorted set: timelines that may have work, by moment of their last submission
WORKERS = "tl:workers"  # sorted set: worker names by the moment at which they count as dead
SIGNING = "tl:signing"  # the key with which pages sign their forms
ONCE = "tl:once"  # once:<key that a request came with>, what was asked and the job that came of it
RESENDER = "tl:resender"  # the lock of the one re-sender that is at work

INFO = "info"  # hash: title, created, deleted, revision
ARTICLES = "articles"  # sorted set: article id by moment of arrival
ARTICLE = "article"  # article:<id>, the packed article
OUTLINES = "outlines"  # hash: article id -> the article without its text
EVENTS = "events"  # events:<article id>, what was read from it
JOBS = "jobs"  # sorted set: job id by moment of submission
JOB = "job"  # job:<id>, a hash; job:<id>:errors and job:<id>:read, lists; job:<id>:unwoven, a set of fields of `dirty`
BATCH = "batch"  # batch:<id>, a hash: job, attempts, until; batch:<id>:articles, a list
PENDING = "pending"  # sorted set: batch id by the moment at which its lease ends
DIRTY = "dirty"  # hash: article id or correction:<id> -> version, what is not woven into the entries yet
WEAVING = "weaving"  # the lock of the one weaver
ASKED = "asked"  # there is a message on its way that will weave
WOVEN = "woven"  # hash: article id -> the ids of its events that are in components
HOME = "home"  # hash: event id -> component id
COMPONENTS = "components"  # hash: component id -> its events
SHOWN = "shown"  # hash: component id -> the ids of the entries that show it
BLOCKS = "blocks"  # hash: blocking key -> the ids of the events that have it
ORDER = "order"  # sorted set: the entries in time order, see `timeline.store.place`
ENTRIES = "entries"  # hash: entry id -> entry
ROWS = "rows"  # hash: entry id -> what filters look at
CORRECTION = "correction:"  # what marks a correction among the fields of `dirty`
CORRECTIONS = "corrections"  # hash: correction id -> correction


def slot(timeline: str) -> str:
    """Give what the keys of a timeline start with."""
    return f"tl:{{{timeline}}}"


def key(timeline: str, *parts: str) -> str:
    """Give a key of a timeline."""
    return ":".join((slot(timeline), *parts))


def new_timeline() -> str:
    """Give a new timeline id, not to be guessed."""
    return secrets.token_hex(8)


def new_job(timeline: str) -> str:
    """Give a new job id; it starts with the timeline's, so that the job is found by its id alone."""
    return f"{timeline}-{secrets.token_hex(4)}"


def timeline_of(job: str) -> str:
    """Give the timeline a job id belongs to."""
    return job.partition("-")[0]
