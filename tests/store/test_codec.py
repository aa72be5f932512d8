"""What is kept can be read again, that of earlier versions too."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from timeline.interval import Interval
from timeline.model import Article, Entry, Event
from timeline.pipeline import build, read
from timeline.reason import Reason
from timeline.store import codec, rows

ARTICLE = Article(
    "a", "After the mayor resigned on 3 May 2021, the council met. It will vote.", Interval.of_day(19_000)
)

CLAIMING = replace(ARTICLE, text="The mill closed in 2006 after the owner died in 2005.")


def with_sentences(event: Event) -> Event:
    """The event as version 0.1 kept it: every reason an English sentence."""
    after = tuple((name, str(why)) for name, why in event.after)
    return replace(event, because=str(event.because), after=after)


def with_sentence_reasons(event: Event) -> Event:
    """The event as it is read from there: every reason says just that sentence."""
    after = tuple((name, Reason(str(why))) for name, why in event.after)
    return replace(event, because=Reason(str(event.because)), after=after)


def test_events_come_back_as_they_went() -> None:
    events = read(ARTICLE)
    assert any(event.after for event in events)
    assert codec.events(codec.pack(events)) == events


@pytest.mark.parametrize("entry", build([ARTICLE]), ids=lambda entry: entry.summary)
def test_entries_come_back_as_they_went(entry: Entry) -> None:
    assert codec.entry(codec.pack(entry)) == entry


def test_the_events_of_an_earlier_version_are_read() -> None:
    events = read(ARTICLE)
    kept = codec.pack(tuple(with_sentences(event) for event in events))
    assert codec.events(kept) == tuple(with_sentence_reasons(event) for event in events)


def test_the_entries_of_an_earlier_version_are_read() -> None:
    for entry in build([ARTICLE]):
        mentions = tuple(with_sentences(mention) for mention in entry.mentions)
        found = codec.entry(codec.pack(replace(entry, because=str(entry.because), mentions=mentions)))
        assert found.because == Reason(str(entry.because))
        assert found.mentions == tuple(with_sentence_reasons(mention) for mention in entry.mentions)
        assert replace(found, because=entry.because, mentions=entry.mentions) == entry


def test_what_is_no_record_at_all_is_refused() -> None:
    with pytest.raises((msgspec.ValidationError, KeyError, TypeError)):
        codec.entry(codec.pack({"id": "e1"}))


def test_a_row_of_an_earlier_version_is_read() -> None:
    (row,) = (rows.row_of(entry, {}) for entry in build([CLAIMING]) if entry.mentions[0].after)
    assert row.earlier
    former = msgspec.msgpack.encode(msgspec.to_builtins(row)[:-3])
    assert rows.decoder.decode(former) == replace(row, stated=False, earlier=())
