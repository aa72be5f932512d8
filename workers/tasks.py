"""The two tasks. Their messages carry ids only, and either may come twice or late."""

from __future__ import annotations

from celery import Task

from timeline.service.reading import read_batch
from timeline.service.weaving import weave
from timeline.store.outbox import READ, WEAVE
from workers.app import app, store


@app.task(name=READ, bind=True)  # type: ignore[untyped-decorator]
def read(self: Task, timeline: str, batch: str) -> None:
    """Read the articles of a batch. It is delivered again only when its worker died, or must have."""
    read_batch(store, timeline, batch, holder_died=bool(self.request.delivery_info.get("redelivered")))


@app.task(name=WEAVE)  # type: ignore[untyped-decorator]
def weave_timeline(timeline: str) -> None:
    """Bring a timeline's entries up to date."""
    weave(store, timeline)
