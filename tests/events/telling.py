"""What the tests of events share: articles written in a line, and their events found with the real reader."""

from __future__ import annotations

from timeline.civil import days_from_civil
from timeline.edtf import date_of
from timeline.events import find
from timeline.interval import Interval
from timeline.model import Article, Event
from timeline.tagger import tag


def on(date: str) -> Interval:
    """The day written as YYYY-MM-DD."""
    year, month, day = map(int, date.split("-"))
    return Interval.of_day(days_from_civil(year, month, day))


def article(text: str, published: str = "2022-08-07", name: str = "a", title: str = "") -> Article:
    return Article(id=name, text=text, published=on(published), title=title, language="en")


def events(text: str, published: str = "2022-08-07", name: str = "a") -> tuple[Event, ...]:
    """All events of a text, in text order."""
    told = article(text, published, name)
    return find(told, tag(told))


def told_by(word: str, text: str, published: str = "2022-08-07") -> Event:
    """The event whose trigger is this word, the first such."""
    for event in events(text, published):
        if event.trigger and text[slice(*event.trigger)] == word:
            return event
    raise AssertionError(f"{word!r} tells of no event in {text!r}")


def date(event: Event) -> str | None:
    return date_of(event.when)
