"""What the pages share: messages with an undo, the way back, waiting a moment for a correction to show."""

from __future__ import annotations

from collections.abc import Mapping

from flask import flash, get_flashed_messages, redirect, request, session, url_for
from werkzeug.wrappers import Response

from timeline.store import Job
from web.cards import certainty_words
from web.doubts import waiting
from web.published_words import chosen_date
from web.storage import store

_PATIENCE = 3.0
"""Seconds that a page waits for a correction to be shown before it goes on without."""


def context() -> dict[str, object]:
    """Give the templates what every page says about the service."""
    return {
        "certainties": certainty_words(),
        "who": session.get("who", ""),
        "workers": store().workers,
        "waiting": waiting,
    }


def messages() -> dict[str, object]:
    """Give the templates the messages that are to be shown once: a text, and the address that undoes it."""
    return {"messages": lambda: get_flashed_messages(category_filter=["done"])}


def say(text: str, undo: str = "") -> None:
    """Show a message on the next page, with a button that undoes what it tells of."""
    flash((text, undo), "done")  # type: ignore[arg-type]


def typed_date(values: Mapping[str, str], name: str) -> str:
    """Give the date in a field, or the one that was chosen below it where it can be read in several ways."""
    return chosen_date(values.get(name, ""), values.get(f"{name}-is", ""))


def back(otherwise: str) -> Response:
    """Go back to where the form stood; to this site's pages only."""
    wanted = request.form.get("back", "")
    local = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    return redirect(wanted if local else otherwise, 303)


def settle(job: Job) -> Response | None:
    """Wait for a change to show; where that takes long, give the way to its job's page."""
    found = store().wait(job.id, _PATIENCE)
    if found is None or found.state.final:
        return None
    return redirect(url_for("pages.job", job_id=job.id), 303)


def remember_who() -> str:
    """Give the name that a correction is made under, and keep it for the next one."""
    who = " ".join(request.form.get("who", session.get("who", "")).split())[:100]
    if who != session.get("who", ""):
        session["who"] = who
    return who
