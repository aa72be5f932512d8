"""Corrections: recorded, listed with an undo for each; and the queue of what needs a look."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from timeline.errors import InvalidInputError, Problem
from timeline.events.corrections import Change, Correction
from timeline.interval import Interval
from timeline.model import Entry
from web.correcting import correction_of, ids_of
from web.dates import date_words
from web.doubts import queue
from web.language import gettext as _
from web.pages.shared import back, remember_who, say, settle, typed_date
from web.published_words import published_words
from web.readings import choice_of
from web.storage import entry_or_404, store, timeline_or_404
from web.typed import read_date


def route(pages: Blueprint) -> None:
    """Add the pages."""
    pages.get("/timelines/<timeline_id>/history")(history)
    pages.get("/timelines/<timeline_id>/review")(review)
    pages.post("/timelines/<timeline_id>/correct")(correct)
    pages.post("/timelines/<timeline_id>/corrections/<correction_id>/undo")(undo)


def history(timeline_id: str) -> ResponseReturnValue:
    """List what people corrected, latest first."""
    info = timeline_or_404(timeline_id)
    made = [(one, told(one)) for one in reversed(store().corrections(timeline_id))]
    return render_template("history.html", info=info, corrections=made)


def review(timeline_id: str) -> ResponseReturnValue:
    """Show what needs a person's look."""
    info = timeline_or_404(timeline_id)
    return render_template("review_queue.html", info=info, queue=queue(timeline_id))


def correct(timeline_id: str) -> ResponseReturnValue:
    """Record a correction of the entries that are ticked in a list."""
    timeline_or_404(timeline_id)
    ticked = [entry_or_404(timeline_id, one) for one in dict.fromkeys(request.form.getlist("entry"))]
    return _done(
        timeline_id, _change(), tuple(name for entry in ticked for name in ids_of(entry)), len(ticked)
    )


def undo(timeline_id: str, correction_id: str) -> ResponseReturnValue:
    """Take a correction back."""
    timeline_or_404(timeline_id)
    job = store().undo(timeline_id, correction_id)
    say(_("Taken back. The history keeps the record."))
    return settle(job) or back(url_for("pages.history", timeline_id=timeline_id))


def record(timeline_id: str, entry: Entry | None) -> ResponseReturnValue:
    """Record the correction that the form on an entry's page holds, or, without an entry, one that is added.

    Raises `InvalidInputError` where the form lacks something.
    """
    kind = _change() if entry else Change.ADD
    form, date = request.form, None
    if entry and kind is Change.READING:
        return _chosen(timeline_id, entry)
    if kind in (Change.DATE, Change.ADD) and not form.get("undated"):
        date = read_date(typed_date(form, "date"), _reckoned_from(timeline_id, entry), "/date")
    events = _events(timeline_id, kind, entry) if entry else ()
    summary = form.get("summary", "")
    correction = correction_of(
        kind, who=remember_who(), events=events, date=date, summary=summary, note=form.get("note", "")
    )
    return _recorded(timeline_id, correction, entry.id if entry else "")


def told(correction: Correction) -> str:
    """Say in a few words what a correction does."""
    date = str(date_words(correction.date, correction.date)) if correction.date else _("no date")
    words = {
        Change.DATE: _("set the date to %(date)s", date=date),
        Change.READING: _("chose the reading %(date)s", date=date),
        Change.MERGE: _("merged entries into one"),
        Change.SPLIT: _("made some reports an entry of their own"),
        Change.HIDE: _("hid an entry"),
        Change.ADD: _("added “%(summary)s”, %(date)s", summary=correction.summary, date=date),
        Change.CONFIRM: _("confirmed an entry"),
        Change.PUBLICATION: _redated(correction),
    }
    return words[correction.kind]


def _redated(correction: Correction) -> str:
    now, was = correction.published, correction.was
    if now is None or was is None:
        return ""
    return _("dated an article %(now)s, not %(was)s", now=published_words(now), was=published_words(was))


def _change() -> Change:
    try:
        return Change(request.form.get("kind", ""))
    except ValueError as error:
        raise InvalidInputError(Problem("/kind", f"expected one of {', '.join(Change)}")) from error


def _chosen(timeline_id: str, entry: Entry) -> ResponseReturnValue:
    """Record the choice of one of the dates that the evidence allows."""
    texts = store().texts(timeline_id, (mention.article for mention in entry.mentions))
    choice = choice_of(entry, texts, request.form.get("choice", ""))
    if choice is None:
        raise InvalidInputError(Problem("/choice", _("choose one of the dates")))
    correction = correction_of(
        choice.kind,
        who=remember_who(),
        events=ids_of(entry),
        date=choice.date,
        chosen=choice.chosen,
        note=request.form.get("note", ""),
    )
    return _recorded(timeline_id, correction, entry.id)


def _events(timeline_id: str, kind: Change, entry: Entry) -> tuple[str, ...]:
    """Give the events that the form means: all of the entry's, the ticked ones, or those of two entries."""
    if kind is Change.SPLIT:
        ticked = set(request.form.getlist("event"))
        events = tuple(mention.id for mention in entry.mentions if mention.id in ticked)
        if not events or len(events) == len(entry.mentions):
            raise InvalidInputError(Problem("/event", _("tick some of the reports, but not all of them")))
        return events
    if kind is Change.MERGE:
        if not request.form.get("with"):
            raise InvalidInputError(Problem("/with", _("choose the entry to merge with")))
        return ids_of(entry) + ids_of(entry_or_404(timeline_id, request.form["with"]))
    return ids_of(entry)


def _reckoned_from(timeline_id: str, entry: Entry | None) -> Interval | None:
    """Give the publication date from which words like "last Thursday" are reckoned."""
    first = entry.mentions[0].article if entry and entry.mentions else ""
    article = store().article(timeline_id, first) if first else None
    return article.published if article else None


def _done(timeline_id: str, kind: Change, events: Sequence[str], entries: int) -> ResponseReturnValue:
    if kind is Change.MERGE and entries < 2:
        raise InvalidInputError(Problem("/entry", _("tick at least two entries to merge")))
    return _recorded(timeline_id, correction_of(kind, who=remember_who(), events=tuple(events)), "")


def _recorded(timeline_id: str, correction: Correction, entry_id: str) -> ResponseReturnValue:
    job = store().correct(timeline_id, correction)
    taken_back = url_for("pages.undo", timeline_id=timeline_id, correction_id=correction.id)
    say(_("Done: %(told)s.", told=told(correction)), taken_back)
    if waiting := settle(job):
        return waiting
    if entry_id and "back" not in request.form and store().entry(timeline_id, entry_id):
        return redirect(url_for("pages.entry", timeline_id=timeline_id, entry_id=entry_id), 303)
    place = f"e-{correction.id}" if correction.kind is Change.ADD else None
    return back(url_for("pages.timeline", timeline_id=timeline_id, _anchor=place))
