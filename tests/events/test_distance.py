"""Events dated by how far they are told to lie from another."""

from __future__ import annotations

import pytest

from tests.events.telling import article, date, events, on, told_by
from timeline.edtf import date_of
from timeline.model import Basis
from timeline.pipeline import build


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("founded", "The firm was sold in May 2019, three years after it was founded.", "2016"),
        ("launch", "The rocket failed in 2015, five years after its launch.", "2010"),
        ("flood", "The bridge closed on 4 May 2021, two days before the flood.", "2021-05-06"),
        ("killed", "Ten years after a fire had killed a guard, the mill burned on 5 June 2014.", "2004"),
        ("resigned", "He resigned two days after the vote on 3 May 2021.", "2021-05-05"),
        (
            "admitted",
            "She called a vote on 3 May 2021, a day after the mayor, Karl Eide, admitted it.",
            "2021-05-02",
        ),
        ("fled", "Ten days after the coup on 3 May 2010, he fled.", "2010-05-13"),
    ],
)
def test_so_long_before_or_after_a_dated_event_is_a_date(word: str, text: str, expected: str) -> None:
    event = told_by(word, text)
    assert (date(event), event.basis) == (expected, Basis.STATED)
    assert "reckons it from" in str(event.because)


def test_a_length_that_is_not_told_gives_bounds() -> None:
    event = told_by("built", "The ship sank on 3 May 2020, several years after it was built.")
    assert (date(event), event.basis) == (None, Basis.BOUNDED)
    assert event.bounds.last_day == told_by("sank", "The ship sank on 3 May 2020.").bounds.last_day


def test_how_long_something_lasted_is_no_distance() -> None:
    event = told_by("closed", "The port was closed for two days after a fire broke out on 3 May 2021.")
    assert "reckons" not in str(event.because)


def test_since_and_until_measure_no_distance() -> None:
    event = told_by("opened", "It has had two owners in the years since it opened.")
    assert "reckons" not in str(event.because)


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("left", "The port closed its gates. The move comes a day after its rival left.", "2022-08-06"),
        ("derailed", "A bus crashed on Friday. It comes a week after a train derailed.", "2022-W30"),
        ("blast", "Carters walked out on Friday. It comes two months after the blast.", "2022-06"),
    ],
)
def test_what_the_news_came_so_long_after_is_reckoned_from_the_story(
    word: str, text: str, expected: str
) -> None:
    event = told_by(word, text)
    assert (date(event), event.basis, event.minor) == (expected, Basis.STATED, False)


def test_what_tells_when_hangs_on_what_was_said() -> None:
    text = "The court was told that she began to steal in 2014, two years after she joined the council."
    assert date(told_by("joined", text)) == "2012"


def test_nothing_is_reckoned_from_a_later_past_tense_without_a_date() -> None:
    text = "The dam broke in 2016.\n\nThe firm opened a new one three months after the disaster."
    assert told_by("disaster", text).basis is not Basis.STATED


def test_nothing_is_reckoned_from_what_did_not_happen() -> None:
    text = "The hall was full on Friday. It wasn't until twenty years after the club was founded that women came."
    assert told_by("founded", text).when is None


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        (
            "elected",
            "The mayor resigned on 3 June. Two days after the resignation, the council elected Ida Hill.",
            "2022-06-05",
        ),
        (
            "elected",
            "The mayor resigned on 3 June. The council elected Ida Hill the day after the resignation.",
            "2022-06-04",
        ),
        (
            "elected",
            "The mayor resigned on 3 June. The day after he resigned, the council elected Ida Hill.",
            "2022-06-04",
        ),
        ("met", "The dam broke on Friday. They met the day after it broke.", "2022-08-06"),
        ("left", "The ship sank on Friday. They left it the day before it sank.", "2022-08-04"),
        ("left", "He left the day before the vote on Friday.", "2022-08-04"),
        ("won", "Weil was arrested in 2014. Three years before his arrest Weil had won a seat.", "2011"),
        ("crash", "A week after the crash, the airline paid a fine.", "2022-W30"),
        ("paid", "A week after the crash, the airline paid a fine.", "2022-08-07"),
    ],
)
def test_what_is_told_beside_an_event_named_again_is_reckoned_from_it(
    word: str, text: str, expected: str
) -> None:
    assert date(told_by(word, text)) == expected


def test_what_lies_so_long_beside_an_event_of_a_year_is_reckoned_and_summed_up_with_it() -> None:
    text = (
        "A fire destroyed the mill in 1998. Ida Hill, who had been dismissed two months before the fire, was tried."
        " The mill closed a year after the fire."
    )
    closed, dismissed = told_by("closed", text), told_by("dismissed", text)
    assert (date(closed), closed.summary) == ("1999", "The mill closed a year after the fire")
    assert (date(dismissed), dismissed.summary) == (
        "1997",
        "Ida Hill … had been dismissed two months before the fire",
    )


def test_what_is_told_as_past_is_not_reckoned_past_the_publication() -> None:
    text = "Ann Lee was appointed on Monday.\n\nThe dock opened its yard a year after the appointment of Otto Lind."
    opened = told_by("opened", text)
    assert (opened.when, opened.bounds.last_day) == (None, on("2022-08-07").last_day)


def test_so_many_weeks_after_a_day_are_told_to_a_few_days_and_contradict_no_day_beside_them() -> None:
    one = article("The Green Alliance won the election in Tarmont on Sunday.", "2018-04-23")
    text = (
        "Tarmont's Green Alliance rules since Tuesday, five weeks after the Green Alliance won the election."
    )
    (won,) = (e for e in build([one, article(text, "2018-05-30", "b")]) if "won" in e.summary)
    assert (won.sources, won.conflict, date_of(won.when)) == (2, False, "2018-04-22")


def test_what_is_told_as_new_beside_a_deed_of_the_same_verb_is_another() -> None:
    text = "A quake killed 200 people on Tuesday, two weeks after a larger quake killed ninety."
    first, second = (
        event for event in events(text) if event.trigger and text[slice(*event.trigger)] == "killed"
    )
    assert (date(first), date(second)) == ("2022-08-02", "2022-W29")
