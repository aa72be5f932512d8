"""The timeline itself: entries in time order, how they lie in time, and the files to take them away in."""

from __future__ import annotations

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from timeline.edtf import day_text
from timeline.model import Entry
from timeline.wire import Json, entry_to_json
from web.api.answers import answer
from web.export import export_file
from web.query import view_of
from web.storage import entry_or_404, store, timeline_or_404
from web.stretches import equal_stretches

_MOST_BUCKETS = 60


def route(api: Blueprint) -> None:
    """Add the calls."""
    api.get("/timelines/<timeline_id>/events")(events)
    api.get("/timelines/<timeline_id>/events/<entry_id>")(event)
    api.get("/timelines/<timeline_id>/density")(density)
    api.get("/timelines/<timeline_id>/export")(export)


def events(timeline_id: str) -> ResponseReturnValue:
    """A page of entries in time order; `next` is the cursor of the page after, null on the last."""
    timeline_or_404(timeline_id)
    view = view_of(request.args, 50).checked()
    page = store().entries(timeline_id, view.query)
    texts = store().texts(
        timeline_id, (mention.article for entry in page.entries for mention in entry.mentions)
    )
    shown = [entry_to_json(entry, texts) for entry in page.entries]
    following = page.next_cursor or None
    link = {}
    if following:
        again = {**view.filters, "limit": view.query.limit, "cursor": following}
        link["Link"] = f'<{url_for("api.events", timeline_id=timeline_id, **again)}>; rel="next"'  # type: ignore[arg-type]
    return answer({"events": shown, "next": following, "total": page.total}, headers=link)


def event(timeline_id: str, entry_id: str) -> ResponseReturnValue:
    """One entry with every report of it."""
    return answer(_with_texts(timeline_id, entry_or_404(timeline_id, entry_id)))


def density(timeline_id: str) -> ResponseReturnValue:
    """How the entries that match lie in time."""
    timeline_or_404(timeline_id)
    counts = store().density(timeline_id, view_of(request.args, 1).checked().query)
    return answer(
        {
            "buckets": [
                {
                    "first": day_text(bucket.first_day),
                    "last": day_text(bucket.last_day),
                    "entries": bucket.entries,
                    "uncertain": bucket.uncertain,
                }
                for bucket in equal_stretches(counts, _MOST_BUCKETS)
            ]
        }
    )


def export(timeline_id: str) -> ResponseReturnValue:
    """All entries that match, as a file."""
    info = timeline_or_404(timeline_id)
    return export_file(info, view_of(request.args, 50).checked(), request.args.get("format", "json"))


def _with_texts(timeline_id: str, entry: Entry) -> Json:
    texts = store().texts(timeline_id, (mention.article for mention in entry.mentions))
    return entry_to_json(entry, texts)
