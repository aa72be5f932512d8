"""A view of a timeline as a file, with what that file leaves out said beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from flask import Response

from timeline.errors import InvalidInputError, Problem
from timeline.formats import FORMATS, Format
from timeline.model import Entry
from timeline.store import TimelineInfo
from web.query import View
from web.storage import store

_ALL = 1_000_000
_NAME = re.compile(r"[^a-z0-9]+")


def everything(timeline_id: str, view: View) -> tuple[Entry, ...]:
    """Give all entries of a view, whatever page of it is shown."""
    return store().entries(timeline_id, replace(view.query, cursor="", limit=_ALL)).entries


def export_file(info: TimelineInfo, view: View, name: str) -> Response:
    """Give the view in the format of that name, as a download.

    The header `Left-Out` says what the file does not hold. Raises `InvalidInputError` for an unknown format.
    """
    form = FORMATS.get(name)
    if form is None:
        raise InvalidInputError(Problem("/format", f"expected one of {', '.join(FORMATS)}"))
    entries = everything(info.id, view)
    texts = store().texts(info.id, {mention.article for entry in entries for mention in entry.mentions})
    content = form.render(entries, info.title, texts)
    response = Response(content, content_type=f"{form.media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name(info.title, form)}"'
    if left_out := form.leaves_out(entries):
        response.headers["Left-Out"] = left_out
    return response


def file_name(title: str, form: Format) -> str:
    """Give a file name that any system takes."""
    return (_NAME.sub("-", title.casefold()).strip("-")[:60] or "timeline") + form.suffix
