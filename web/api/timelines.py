"""Timelines: made, listed, renamed, deleted and restored."""

from __future__ import annotations

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue

from web.api.answers import answer, fields, timeline_to_json
from web.storage import store, timeline_or_404
from web.typed import title_of


def route(api: Blueprint) -> None:
    """Add the calls."""
    api.get("/timelines")(timelines)
    api.post("/timelines")(create)
    api.get("/timelines/<timeline_id>")(timeline)
    api.patch("/timelines/<timeline_id>")(rename)
    api.delete("/timelines/<timeline_id>")(delete)
    api.post("/timelines/<timeline_id>/restore")(restore)


def timelines() -> ResponseReturnValue:
    """All timelines, latest first."""
    return answer({"timelines": [timeline_to_json(info) for info in store().timelines()]})


def create() -> ResponseReturnValue:
    """A new, empty timeline."""
    info = store().create_timeline(title_of(fields(title=str).get("title")))
    return answer(timeline_to_json(info), 201, {"Location": url_for("api.timeline", timeline_id=info.id)})


def timeline(timeline_id: str) -> ResponseReturnValue:
    """One timeline, without its entries."""
    return answer(timeline_to_json(timeline_or_404(timeline_id)))


def rename(timeline_id: str) -> ResponseReturnValue:
    """Change the title."""
    title = title_of(fields(title=str).get("title"))
    return answer(timeline_to_json(store().rename_timeline(timeline_id, title)))


def delete(timeline_id: str) -> ResponseReturnValue:
    """Take the timeline off the list; it can be restored for a week."""
    store().delete_timeline(timeline_id)
    return Response(status=204)


def restore(timeline_id: str) -> ResponseReturnValue:
    """Undo a deletion."""
    return answer(timeline_to_json(store().restore_timeline(timeline_id)))
