"""Which dates clauses lend each other. The articles are published on Sunday 7 August 2022."""

from __future__ import annotations

import pytest

from tests.events.telling import date, told_by
from timeline.model import Basis

OPENED = "The bank opened a branch on Thursday.\n\n"


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("sent", "Just after joining the bank in 2011, Berg was sent to Oslo.", "2011"),
        ("sold", "Shortly after it moved to Oslo in 2011, it was sold.", "2011"),
        ("wrote", "While visiting Oslo in May, Lind wrote two books.", "2022-05"),
        ("visited", "After it moved to Oslo in 2011, Lind visited it.", "2022-08-04"),
    ],
)
def test_what_came_right_after_something_has_its_date(word: str, text: str, expected: str) -> None:
    assert date(told_by(word, OPENED + text)) == expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("denounced", "In a letter sent on Saturday, the mayor denounced the bank.", "2022-08-06"),
        ("praised", "In an interview broadcast the following day, Berg praised the bank.", "2022-08-05"),
        (
            "asked",
            "In a statement issued on Friday, the mayor denounced it. She asked for calm.",
            "2022-08-05",
        ),
        ("praised", "In a hall built in 1998, Berg praised the bank.", "2022-08-04"),
    ],
)
def test_what_was_said_has_the_date_of_the_words_that_said_it(word: str, text: str, expected: str) -> None:
    assert date(told_by(word, OPENED + text)) == expected


def test_a_treaty_named_by_its_day_does_not_take_the_text_there() -> None:
    text = "Ministers met on Wednesday and called the July 27 treaty void. The mayor resigned the next day."
    assert date(told_by("resigned", text)) == "2022-08-04"


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("held", "The board earlier held a meeting."),
        ("ran", "The bank previously ran a mill."),
        ("named", "The bank was originally named after its founder."),
    ],
)
def test_what_was_earlier_than_the_story_has_bounds_and_no_date(word: str, text: str) -> None:
    event = told_by(word, OPENED + text)
    assert (event.when, event.bounds.last_day) == (None, 19_208)  # Thursday 4 August 2022


@pytest.mark.parametrize("word", ["injured", "killed"])
def test_a_toll_is_of_the_day_that_took_it_not_of_the_report(word: str) -> None:
    text = f"The ferry sank on Thursday.\n\nThe radio reported on Friday 12 dead and 30 {word}."
    assert date(told_by(word, text)) == "2022-08-04"


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("won", "The Union won Friday's election, the results showed on Saturday.", "2022-08-05"),
        ("won", "The Union won the 2019 election with ease.", "2019"),
        (
            "closed",
            "The Union won Friday's vote, results showed on Saturday. Polls closed at 8 p.m.",
            "2022-08-05",
        ),
    ],
)
def test_who_took_part_did_so_on_the_day_of_what_is_named(word: str, text: str, expected: str) -> None:
    event = told_by(word, text)
    assert (date(event), event.basis) == (expected, Basis.STATED)
