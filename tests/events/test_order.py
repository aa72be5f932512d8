"""Before and after: by date, by the words, by the course of the telling."""

from __future__ import annotations

import pytest

from tests.events.telling import article, events, on, told_by
from timeline.pipeline import build


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


CLOSED = "The mill closed in October 2006 after the owner died in March 2007."


def test_what_the_words_and_the_dates_order_differently_is_reported_and_the_dates_stand() -> None:
    timeline = build([article(CLOSED)])
    closed = next(entry for entry in timeline if "closed" in entry.summary)
    died = next(entry for entry in timeline if "died" in entry.summary)
    ((other, why),) = ((one.entry, str(one.because)) for one in closed.contradictions)
    assert other == died.id
    assert why.startswith("the words put “")
    assert why.endswith("before it (the text says “after”), but the date of that is March 2007")
    assert (closed.order, died.order, died.contradictions) == (0, 1, ())


def test_a_date_that_was_inferred_contradicts_nothing() -> None:
    timeline = build([article("The mill closed in October 2006 after the owner died.")])
    assert not any(entry.contradictions for entry in timeline)
    told = build([article(CLOSED.replace("March 2007", "March 2006"))])
    assert not any(entry.contradictions for entry in told)


def test_facts_in_a_circle_still_give_every_event_a_place() -> None:
    text = "After he left, she came before he left after she came before it rained."
    assert sorted(e.order for e in events(text)) == list(range(len(events(text))))


def test_the_time_that_leads_up_to_after_does_not_hide_it() -> None:
    first, second = places("Divers lost the bus ten minutes after it left.", "left", "lost")
    assert first < second


def test_what_goes_on_from_a_clause_of_time_has_its_place() -> None:
    first, second = places(
        "She warned the crew on Friday before she was seen and caught.", "warned", "caught"
    )
    assert first < second


def test_what_an_event_is_called_comes_before_what_it_did() -> None:
    first, second = places("A 2009 flood drowned six people.", "flood", "drowned")
    assert first < second


def test_an_hour_does_not_put_an_event_after_what_is_told_of_its_day() -> None:
    first, second = places("A man shot two guards this morning. A boy was hurt.", "shot", "hurt")
    assert first < second


def test_hours_of_one_day_come_in_their_order() -> None:
    text = "The dock burned at 5 p.m. on Friday. The crane fell at 3 p.m. on Friday."
    first, second = places(text, "fell", "burned")
    assert first < second


def test_what_could_happen_comes_where_it_is_told() -> None:
    first, second = places("The mill burned on Friday. The dam could fail.", "burned", "fail")
    assert first < second


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("eruption", "landslide", "Officials spoke of a landslide that followed the eruption of Etna."),
        ("explosion", "fire", "The fire, which was caused by an explosion, went on for a week."),
        ("strike", "riot", "The strike led to a riot."),
        ("storm", "flood", "A flood caused by the storm closed the road."),
        ("conducting", "found", "The guard found a door on Friday while conducting a search."),
    ],
)
def test_what_set_something_going_comes_before_it(first: str, second: str, text: str) -> None:
    earlier, later = places(text, first, second)
    assert earlier < later


def test_a_cause_that_is_denied_says_nothing_of_before() -> None:
    assert not told_by("strike", "The crash was not caused by a strike.").after
    assert not told_by("crash", "The crash was not caused by a strike.").after


def test_what_was_said_in_quotes_comes_where_it_is_told() -> None:
    text = 'The mill burned on Friday. "It fell on us," a boy said.'
    assert sorted(places(text, "burned", "fell", "said")) == places(text, "burned", "fell", "said")


def test_what_goes_on_from_what_was_said_comes_before_the_saying() -> None:
    first, second = places("The cook told police on Friday that he ate and left.", "left", "told")
    assert first < second


def test_what_was_that_morning_came_before_what_only_the_day_dates() -> None:
    text = "The mayor resigned on Friday. He wept. That morning police searched his house. That evening he flew off."
    assert places(text, "searched", "resigned", "wept", "flew") == sorted(
        places(text, "searched", "resigned", "wept", "flew")
    )
    text = "The ferry sank on Friday. At 9 a.m. a boat found two men."
    assert places(text, "sank", "found") == sorted(places(text, "sank", "found"))
