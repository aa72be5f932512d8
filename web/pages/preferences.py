"""What readers set for themselves, and the page that explains signs and keys."""

from __future__ import annotations

from flask import Blueprint, render_template, request, session
from flask.typing import ResponseReturnValue

from web.language import READERS
from web.pages.shared import back

_THEMES = ("light", "dark")


def route(pages: Blueprint) -> None:
    """Add the pages."""
    pages.get("/help")(help_page)
    pages.post("/preferences")(preferences)


def help_page() -> ResponseReturnValue:
    """Explain the signs, the degrees of certainty and the keys."""
    return render_template("help.html")


def preferences() -> ResponseReturnValue:
    """Keep language, way of writing dates, colours and whether single keys act in the reader's own cookie."""
    session.permanent = True
    if (wanted := request.form.get("reader")) in READERS:
        session["reader"] = wanted
    if "theme" in request.form:
        theme = request.form["theme"]
        session["theme"] = theme if theme in _THEMES else ""
    if "keys" in request.form:
        session["keys"] = "off" if request.form["keys"] == "off" else ""
    return back("/")
