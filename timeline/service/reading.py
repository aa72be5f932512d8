"""What a worker does with a batch: read each article, and keep what it tells."""

from __future__ import annotations

import logging

from timeline import pipeline
from timeline.model import Article
from timeline.store import Batch, Outcome, Store
from timeline.store.outbox import READ

_log = logging.getLogger(__name__)
_DEADLY = "reading it ended the worker three times"


def read_batch(store: Store, timeline: str, batch: str, holder_died: bool = False) -> None:
    """Read the articles of a batch, keep what they tell, and have it woven into the entries.

    `holder_died` says that whoever held the batch did not live to commit it, so that its lease need not end.
    """
    match store.outbox.take(timeline, batch, holder_died):
        case None:
            return
        case Batch() as taken:
            outcomes = [Outcome(a, failure=_DEADLY) if taken.exhausted else _read(a) for a in taken.articles]
            if store.outbox.commit(taken, outcomes):
                store.ask_to_weave(timeline)
        case parts:
            for part in parts:
                store.send(READ, (timeline, part))


def _read(article: Article) -> Outcome:
    try:
        return Outcome(article, pipeline.read(article))
    except Exception as error:  # noqa: BLE001 - one bad article must not take the others of its batch with it
        _log.exception("article %s could not be read", article.id)
        return Outcome(article, failure=f"it could not be read ({type(error).__name__}: {error})")
