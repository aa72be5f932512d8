"""People's corrections: made, listed, taken back. The evidence stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint
from flask.typing import ResponseReturnValue

from timeline.edtf import edtf
from timeline.errors import InvalidInputError, Problem
from timeline.events.corrections import Change, Chosen, Correction
from timeline.interval import Interval
from timeline.published import published_text
from timeline.wire import Json
from web.api.answers import accepted, answer, fields
from web.correcting import correction_of
from web.readings import reading_of
from web.storage import store, timeline_or_404
from web.typed import read_date


def route(api: Blueprint) -> None:
    """Add the calls."""
    api.get("/timelines/<timeline_id>/corrections")(corrections)
    api.post("/timelines/<timeline_id>/corrections")(correct)
    api.post("/timelines/<timeline_id>/corrections/<correction_id>/undo")(undo)


def corrections(timeline_id: str) -> ResponseReturnValue:
    """All corrections, undone ones too, in the order in which they were made."""
    timeline_or_404(timeline_id)
    return answer({"corrections": [_to_json(one) for one in store().corrections(timeline_id)]})


def correct(timeline_id: str) -> ResponseReturnValue:
    """Record a correction; the job ends when the timeline shows it.

    A reading whose date the words allow follows the article's publication date, as one chosen on a page does.
    """
    timeline_or_404(timeline_id)
    given = fields(kind=str, who=str, events=list, date=str, summary=str, note=str)
    kind, events, typed = _kind(given.get("kind")), _ids(given.get("events", [])), str(given.get("date", ""))
    date = read_date(typed, None, "/date") if typed else None
    correction = correction_of(
        kind,
        who=str(given.get("who", "")),
        events=events,
        date=date,
        summary=str(given.get("summary", "")),
        note=str(given.get("note", "")),
        chosen=_chosen(timeline_id, events, date) if kind is Change.READING and date else None,
    )
    return accepted(store().correct(timeline_id, correction))


def undo(timeline_id: str, correction_id: str) -> ResponseReturnValue:
    """Take a correction back; its record stays, marked as undone."""
    timeline_or_404(timeline_id)
    return accepted(store().undo(timeline_id, correction_id))


def _chosen(timeline_id: str, events: Sequence[str], date: Interval) -> Chosen | None:
    entries = (store().entry(timeline_id, event) for event in events)
    return next(filter(None, (reading_of(entry, date, events) for entry in entries if entry)), None)


def _kind(value: object) -> Change:
    try:
        return Change(str(value))
    except ValueError as error:
        raise InvalidInputError(Problem("/kind", f"expected one of {', '.join(Change)}")) from error


def _ids(value: object) -> tuple[str, ...]:
    given = value if isinstance(value, list) else []
    if not all(isinstance(one, str) for one in given):
        raise InvalidInputError(Problem("/events", "expected ids of events or entries"))
    return tuple(given)


def _to_json(correction: Correction) -> Json:
    return {
        "id": correction.id,
        "who": correction.who,
        "when": correction.when,
        "kind": correction.kind.value,
        "events": list(correction.events),
        "date": edtf(correction.date),
        "summary": correction.summary,
        "note": correction.note,
        "undone": correction.undone,
    } | _more(correction)


def _more(correction: Correction) -> Json:
    dates = {"published": correction.published, "was": correction.was}
    more: Json = {
        name: published_text(date.interval, date.utc_offset) for name, date in dates.items() if date
    }
    if correction.chosen is not None:
        more["chosen"] = {"event": correction.chosen.event, "way": correction.chosen.way.value}
    return more
