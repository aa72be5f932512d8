"""An entry's page, with every report of it and what can be corrected; and the form for an entry of one's own."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from timeline.errors import InvalidInputError, Problem
from timeline.model import Entry
from timeline.store import EntryQuery
from web.cards import card_of, cards
from web.pages.corrections import record
from web.readings import choices
from web.storage import entry_or_404, store, timeline_or_404

_NEAR = 10  # days
_NEIGHBOURS = 30


def route(pages: Blueprint) -> None:
    """Add the pages."""
    pages.get("/timelines/<timeline_id>/entries/<entry_id>")(entry)
    pages.post("/timelines/<timeline_id>/entries/<entry_id>")(correct_entry)
    pages.get("/timelines/<timeline_id>/add")(add)
    pages.post("/timelines/<timeline_id>/add")(add_entry)


def entry(timeline_id: str, entry_id: str) -> ResponseReturnValue:
    """Show one entry; the id of any event that it holds leads here too."""
    found = entry_or_404(timeline_id, entry_id)
    if found.id != entry_id:
        return redirect(url_for("pages.entry", timeline_id=timeline_id, entry_id=found.id))
    return _page(timeline_id, found)


def correct_entry(timeline_id: str, entry_id: str) -> ResponseReturnValue:
    """Record a correction of this entry, or show what is wrong with it beside the form."""
    found = entry_or_404(timeline_id, entry_id)
    try:
        return record(timeline_id, found)
    except InvalidInputError as error:
        return _page(timeline_id, found, error.problems), 400


def add(timeline_id: str) -> ResponseReturnValue:
    """Show the form for an entry that no article reports."""
    return render_template("add.html", info=timeline_or_404(timeline_id), problems=())


def add_entry(timeline_id: str) -> ResponseReturnValue:
    """Add an entry that no article reports."""
    info = timeline_or_404(timeline_id)
    try:
        return record(timeline_id, None)
    except InvalidInputError as error:
        return render_template("add.html", info=info, problems=error.problems), 400


def _page(timeline_id: str, found: Entry, problems: tuple[Problem, ...] = ()) -> str:
    texts = store().texts(timeline_id, (mention.article for mention in found.mentions))
    made = {one.id: one for one in store().corrections(timeline_id)}
    return render_template(
        "entry.html",
        info=timeline_or_404(timeline_id),
        card=card_of(found, texts),
        choices=choices(found, texts),
        neighbours=cards(timeline_id, _neighbours(timeline_id, found)),
        corrections=[made[name] for name in found.corrections if name in made],
        problems=problems,
        typed=request.form,
    )


def _neighbours(timeline_id: str, found: Entry) -> tuple[Entry, ...]:
    """Give what lies near in time: what this entry may be another report of."""
    span = found.when or found.bounds
    near = EntryQuery(limit=_NEIGHBOURS + 1)
    if span.first_day is not None:
        near = replace(near, first_day=span.first_day - _NEAR)
    if span.last_day is not None:
        near = replace(near, last_day=span.last_day + _NEAR)
    page = store().entries(timeline_id, near)
    return tuple(one for one in page.entries if one.id != found.id)[:_NEIGHBOURS]
