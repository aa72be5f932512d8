"""The store of the application that answers the current request."""

from __future__ import annotations

from typing import cast

from flask import Flask, current_app
from werkzeug.exceptions import NotFound

from timeline.model import Article, Entry
from timeline.store import Job, Store, TimelineInfo
from web.language import gettext as _


def attach(app: Flask, store: Store) -> None:
    """Give the application its store, and the key in it that signs forms."""
    app.extensions["timeline"] = store
    app.secret_key = app.secret_key or store.secret()


def store() -> Store:
    """Give the store."""
    return cast("Store", current_app.extensions["timeline"])


def timeline_or_404(timeline_id: str) -> TimelineInfo:
    """Give a timeline, or answer that there is none."""
    found = store().timeline(timeline_id)
    if found is None:
        raise NotFound(_("There is no timeline %(id)s.", id=timeline_id))
    return found


def article_or_404(timeline_id: str, article_id: str) -> Article:
    """Give an article of a timeline, or answer that there is none."""
    timeline_or_404(timeline_id)
    found = store().article(timeline_id, article_id)
    if found is None:
        raise NotFound(_("There is no article %(id)s on this timeline.", id=article_id))
    return found


def entry_or_404(timeline_id: str, entry_id: str) -> Entry:
    """Give an entry of a timeline, or answer that there is none."""
    timeline_or_404(timeline_id)
    found = store().entry(timeline_id, entry_id)
    if found is None:
        raise NotFound(_("There is no entry %(id)s on this timeline.", id=entry_id))
    return found


def job_or_404(job_id: str, wait: float = 0.0) -> Job:
    """Give a job, at most `wait` seconds later if it has not ended, or answer that there is none."""
    found = store().wait(job_id, wait) if wait else store().job(job_id)
    if found is None:
        raise NotFound(_("There is no job %(id)s.", id=job_id))
    return found
