"""JSON: every event as the API gives it, and the articles without their texts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from timeline.formats.base import Articles, Format, nothing
from timeline.model import Article, Entry
from timeline.wire import Json, article_to_json, encode, entry_to_json


def _render(entries: Sequence[Entry], title: str, articles: Articles) -> str:
    document = {
        "title": title,
        "events": [entry_to_json(entry, articles) for entry in entries],
        "articles": [_head(article) for article in articles.values()],
    }
    return msgspec.json.format(encode(document), indent=2).decode() + "\n"


def _head(article: Article) -> Json:
    """Write what an article is, without its text: the quotes are with the events."""
    fields = article_to_json(article)
    del fields["text"]
    return fields


FORMAT = Format("json", "application/json", ".json", _render, nothing)
