"""The two tasks. Their messages carry ids only, and either may come twice or late."""

from __future__ import annotations

from celery import Task

from timeline.service.reading import read_batch
from timeline.service.weaving import weave
from timeline.store.outbox import READ, WEAVE
from workers.app import app, store


@app.task(name=READ, bind=True)  # type: ignore[untyped-decorator]
def read(self: Task, timeline: str, batch: str) -> None:
    """Read the articles of a batch."""
    read_batch(store, timeline, batch, holder_died=_holder_died(self))


@app.task(name=WEAVE, bind=True)  # type: ignore[untyped-decorator]
def weave_timeline(self: Task, timeline: str) -> None:
    """Bring a timeline's entries up to date."""
    weave(store, timeline, self.request.id, holder_died=_holder_died(self))


def _holder_died(task: Task) -> bool:
    """Tell whether a message is delivered again: only when its worker died, or must have."""
    return bool(task.request.delivery_info.get("redelivered"))
