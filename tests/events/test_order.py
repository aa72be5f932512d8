"""Before and after: by date, by the words, by the course of the telling."""

from __future__ import annotations

from msgspec.structs import replace

from tests.events.telling import events, on, told_by
from timeline.events.order import contradictions


def places(text: str, *words: str) -> list[int]:
    return [told_by(word, text).order for word in words]


def test_dates_come_first() -> None:
    first, second = places("The bridge fell on Friday. It was built in 1998.", "built", "fell")
    assert first < second


def test_after_and_before_are_facts_with_a_reason() -> None:
    text = "After the mayor resigned, the council met."
    met = told_by("met", text)
    assert [(event, str(why)) for event, why in met.after] == [
        (told_by("resigned", text).id, "the text says “after”")
    ]
    assert told_by("resigned", text).order < met.order


def test_what_is_reported_as_done_came_before_the_report() -> None:
    first, second = places("Police said on Friday that two men had fled.", "fled", "said")
    assert first < second


def test_a_fact_narrows_the_bounds_of_an_undated_event() -> None:
    text = "Mara Lind had resigned before the council met on Friday."
    assert told_by("resigned", text).bounds.end <= on("2022-08-05").end


def test_contradictions_are_reported_and_the_dates_stand() -> None:
    text = "After the mayor resigned, the council met."
    resigned, met = told_by("resigned", text), told_by("met", text)
    late, early = replace(resigned, when=on("2022-08-06")), replace(met, when=on("2022-08-01"))
    ((first, second, why),) = contradictions([late, early])
    assert (first, second, str(why)) == (early, late, "the text says “after”")


def test_facts_in_a_circle_still_give_every_event_a_place() -> None:
    text = "After he left, she came before he left after she came before it rained."
    assert sorted(e.order for e in events(text)) == list(range(len(events(text))))
