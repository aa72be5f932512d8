"""From articles to a timeline: read each, merge what they report, put it in order."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events import find
from timeline.events.contradictions import among
from timeline.events.merge import entries
from timeline.model import Article, Entry, Event
from timeline.tagger import tag


def read(article: Article) -> tuple[Event, ...]:
    """Give the events that one article tells of, in text order."""
    return find(article, tag(article))


def build(articles: Iterable[Article]) -> tuple[Entry, ...]:
    """Give the one timeline of all the articles, in time order."""
    return among(entries(event for article in articles for event in read(article)))
