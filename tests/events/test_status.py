"""Facts, plans, denials, conditions; news and details."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.events.telling import article, events, on, told_by
from timeline.events import find
from timeline.model import Basis, Status
from timeline.tagger import tag


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("burned", "The mill burned.", Status.ACTUAL),
        ("reopen", "The mill will reopen.", Status.PLANNED),
        ("sell", "The firm plans to sell its docks.", Status.PLANNED),
        ("sell", "The firm began to sell its docks.", Status.ACTUAL),
        ("landed", "The first ships are thought to have landed in 1850.", Status.ACTUAL),
        ("pay", "The firm did not pay its workers.", Status.DENIED),
        ("sell", "The firm refused to sell its docks.", Status.DENIED),
        ("close", "The school could close.", Status.CONDITIONAL),
        ("stopped", "She never stopped to rest.", Status.DENIED),
        ("published", "The court opened an inquiry but has not yet published it.", Status.DENIED),
        ("sink", "The ferry began to sink.", Status.ACTUAL),
        ("landed", "The Romans are thought to have landed here in AD 43.", Status.ACTUAL),
        ("burned", "Nobody believed that the mill had burned.", Status.ACTUAL),
        ("acted", "Police did not believe that the two had acted alone.", Status.DENIED),
        ("fails", "The town will leave if the dam fails.", Status.CONDITIONAL),
        ("leave", "The town will leave if the dam fails.", Status.CONDITIONAL),
        ("leave", "Unless the dam holds, the town will leave.", Status.CONDITIONAL),
        ("leave", "The town will leave even if the dam holds.", Status.PLANNED),
        ("leave", "The town is to leave if the dam fails.", Status.CONDITIONAL),
        (
            "opens",
            "The town will leave if the inquiry, which opens on Monday, finds a fault.",
            Status.PLANNED,
        ),
        ("asked", "The town asked if the dam would hold.", Status.ACTUAL),
        ("returned", "Contrary to reports, no train was returned to the maker.", Status.DENIED),
        ("took", "The lawyer said no such meeting took place.", Status.DENIED),
        ("hurt", "Nobody was hurt.", Status.DENIED),
        ("came", "It asked the ministry, but no answer came.", Status.DENIED),
        ("died", "No fewer than 30 people died.", Status.ACTUAL),
        ("taking", "He denied taking the money.", Status.DENIED),
        ("denied", "He denied taking the money.", Status.ACTUAL),
    ],
)
def test_the_verb_group_tells_how_an_event_is_put_forward(word: str, text: str, expected: Status) -> None:
    assert told_by(word, text).status is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une réunion publique aura lieu le 11 août 2022.", Status.PLANNED),
        ("La piscine a fermé le 2 février 2022.", Status.ACTUAL),
    ],
)
def test_without_a_verb_that_is_known_what_is_still_to_come_is_a_plan(text: str, expected: Status) -> None:
    told = replace(article(text), language="fr")
    (found,) = find(told, tag(told))
    assert found.status is expected


@pytest.mark.parametrize("word", ["debate", "election"])
def test_a_noun_that_is_dated_after_the_publication_is_a_plan(word: str) -> None:
    text = "MPs debate the budget next Tuesday. The general election in November will decide who pays."
    assert told_by(word, text).status is Status.PLANNED


def test_what_somebody_denies_having_done_has_the_date_beside_it() -> None:
    text = "Police on Friday named the man. He denies taking part in the robbery on Wednesday."
    assert str(told_by("taking", text).because).startswith("“Wednesday”")
    assert told_by("denies", text).basis is Basis.PUBLISHED
    assert not told_by("taking", text).minor
    assert told_by("ignoring", "It fell on Tuesday.\n\nThe builder denied ignoring the wind.").minor


def test_what_somebody_says_is_marked_as_reported() -> None:
    text = "Mara Lind said that the bridge had collapsed."
    assert told_by("collapsed", text).reported
    assert not told_by("said", text).reported


def test_a_timeline_shows_what_is_dated_and_what_the_article_opens_with() -> None:
    text = "The harbour closed on Friday.\n\nThe wind was strong. Boats lay at the quay. A crane fell on Saturday."
    assert [text[e.start : e.end] for e in events(text) if not e.minor] == [
        "The harbour closed on Friday",
        "A crane fell on Saturday",
    ]


def test_who_said_it_and_what_it_is_compared_with_are_details() -> None:
    text = "Two men were held on Friday, police said. The firm lost money, compared with a profit in 2021."
    shown = [text[e.start : e.end] for e in events(text) if not e.minor]
    assert shown == ["Two men were held on Friday"]


def test_what_was_due_is_shown_once() -> None:
    text = "The probe was launched on Friday. It had been due to arrive last year."
    assert len([event for event in events(text) if not event.minor and "arrive" in event.summary]) == 1


def test_what_was_confirmed_is_not_denied_with_the_clause_that_goes_on() -> None:
    text = (
        "Although the agency confirmed that it had called the ministry last month, it did not get an answer."
    )
    assert told_by("called", text).status is Status.ACTUAL
    assert told_by("get", text).status is Status.DENIED


def test_who_set_out_did_so() -> None:
    assert told_by("set", "They set out from the hut on 12 July.").status is Status.ACTUAL


def test_what_the_text_sets_a_limit_to_is_shown_and_rests_on_its_words() -> None:
    text = "He quit on Thursday. New elections must be held by the end of November."
    held = told_by("held", text)
    assert not held.minor
    assert held.timex is not None
    assert text[slice(*held.timex)] == "the end of November"


def test_what_is_told_in_the_present_of_a_day_to_come_is_a_plan_and_closed_is_no_event_of_its_own() -> None:
    text = "He will stay on until the recess begins on 24 August. Schools will stay closed today."
    assert told_by("begins", text).status is Status.PLANNED
    assert "closed" not in {text[slice(*event.trigger)] for event in events(text) if event.trigger}


@pytest.mark.parametrize(
    ("word", "text", "status"),
    [
        ("close", "The board said it would close the plant.", Status.PLANNED),
        ("close", "The board said it could close the plant.", Status.CONDITIONAL),
        ("close", "The board said it would not close the plant.", Status.DENIED),
        ("fails", "If that fails, the plant closes.", Status.CONDITIONAL),
        ("are", "About 300 homes are without power.", Status.ACTUAL),
        ("pleaded", "She had pleaded guilty in January.", Status.ACTUAL),
    ],
)
def test_what_is_foretold_is_planned(word: str, text: str, status: Status) -> None:
    assert told_by(word, text).status is status


def test_what_is_so_now_is_no_event() -> None:
    text = "The board met on Friday. It now expects sales to fall. It will close the plant by May."
    assert told_by("expects", text).minor
    assert not told_by("close", text).minor


def test_who_says_what_stands_under_an_hour_is_no_event_beside_it() -> None:
    text = "08:10 Trains stop.\n\n08:40 A wall falls, police say.\n\n09:10 The ferry leaves."
    assert [event.summary for event in events(text) if not event.minor] == [
        "Trains stop",
        "A wall falls, police say",
        "The ferry leaves",
    ]


def test_what_is_reported_is_shown_once() -> None:
    text = 'The ferry sank, police said on Friday. "We will leave," she said on Saturday. They won Thursday\'s vote.'
    assert [event.summary for event in events(text) if not event.minor] == [
        "The ferry sank",
        '"We will leave," she said on Saturday',
        "They won Thursday's vote",
    ]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("killed", "It was cold. A shell hit the queue on Friday and killed two."),
        ("warned", "It was cold. A memo dated 3 May 2020 warned of it."),
        ("spotted", "It was cold. Two frogs, known as harlequins, were spotted in March."),
        ("died", "It was cold. A boy who had not been vaccinated died on Friday."),
    ],
)
def test_what_a_sentence_dates_is_shown(word: str, text: str) -> None:
    event = told_by(word, text)
    assert event.when is not None
    assert not event.minor


def test_what_is_counted_over_a_time_is_not_of_it() -> None:
    event = told_by("is", "The drivers walked out on Friday. It is the third such strike this autumn.")
    assert (event.when, event.minor) == (on("2022-08-07"), True)


def test_who_had_set_out_did_so_too() -> None:
    assert told_by("set", "The team had set out in late February.").status is Status.ACTUAL
