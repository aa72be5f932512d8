"""Reading any text: places lie inside it, ids stay, nothing raises."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.events.telling import article, events
from timeline.pipeline import build, read

WORDS = [
    "after",
    "before",
    "said",
    "that",
    "will",
    "to",
    "had",
    '"',
    ",",
    "(",
    "on Monday",
    "in 1998",
    "Apple",
    "sank",
]


@given(
    st.one_of(
        st.text(max_size=200), st.lists(st.sampled_from([*WORDS, ".", "\n"]), max_size=40).map(" ".join)
    )
)
@example("to to to to")
@example('"" " "')
@example("After after after")
@settings(deadline=None)
def test_any_text_is_read(text: str) -> None:
    found = events(text)
    assert len({event.id for event in found}) == len(found)
    for event in found:
        assert 0 <= event.start < event.end <= len(text)
        assert event.because
        assert event.when is None or event.when.bounded


@given(
    st.lists(
        st.sampled_from(["The mill burned on Friday.", "It had rained.", "The mayor will resign.", "\n"]),
        max_size=8,
    )
)
@settings(deadline=None)
def test_reading_again_gives_the_same(parts: list[str]) -> None:
    text = " ".join(parts)
    assert events(text) == events(text)


def test_ids_tell_articles_apart() -> None:
    text = "The mill burned on Friday."
    assert {e.id for e in events(text, name="a")}.isdisjoint(e.id for e in events(text, name="b"))


def test_an_id_does_not_hang_on_the_publication_date() -> None:
    text = "The mill burned on Friday."
    assert [e.id for e in events(text, "2022-08-07")] == [e.id for e in events(text, "2020-01-01")]


def test_an_empty_text_has_no_events() -> None:
    assert events("") == ()
    assert events(" \n\n ") == ()


def test_two_articles_give_one_timeline_in_time_order() -> None:
    one = article("A storm sank the ferry Aurora on Friday near Bergen.", name="one")
    two = article("The ferry Aurora sank on Friday.\n\nThe owner bought the ferry in 2015.", name="two")
    timeline = build([one, two])
    assert [entry.order for entry in timeline] == sorted(entry.order for entry in timeline)
    assert timeline[0].when == min((e.when for e in read(two) if e.when), key=lambda when: when.start)
