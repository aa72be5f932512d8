"""A publication date as it was understood, shown back before it is used."""

from __future__ import annotations

from timeline.model import Published
from web.dates import date_words, zone_words


def published_words(published: Published) -> str:
    """Write the date in words, with its zone where one was told."""
    words = date_words(published.interval, published.interval, published.utc_offset)
    zone = zone_words(published.utc_offset)
    return f"{words} ({zone})" if published.utc_offset is not None and zone not in words.tail else str(words)
