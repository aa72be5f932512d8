"""JSON: everything, as the API gives it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from timeline.formats.base import Articles, Format, nothing
from timeline.model import Entry
from timeline.wire import encode, entry_to_json


def _render(entries: Sequence[Entry], title: str, articles: Articles) -> str:
    document = {"title": title, "events": [entry_to_json(entry, articles) for entry in entries]}
    return msgspec.json.format(encode(document), indent=2).decode() + "\n"


FORMAT = Format("json", "application/json", ".json", _render, nothing)
