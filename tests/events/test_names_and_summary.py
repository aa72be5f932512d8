"""Who and where, and the line that a person can read out: both are cut from the text."""

from __future__ import annotations

import pytest

from tests.events.telling import events, told_by


def test_names_are_runs_of_capitals_and_places_follow_their_prepositions() -> None:
    event = told_by("met", "Mara Lind met the Bank of Samoa in Apia on Friday.")
    assert event.actors == ("Mara Lind", "Bank of Samoa")
    assert event.places == ("Apia",)


def test_the_first_word_of_a_sentence_is_no_name_for_its_capital() -> None:
    assert told_by("burned", "Nobody knows why it burned.").actors == ()


def test_what_interrupts_a_clause_is_left_out_of_its_summary() -> None:
    text = "The ship, which left Oslo in May, sank off Iceland."
    assert told_by("sank", text).summary == "The ship … sank off Iceland"


def test_a_clause_without_a_subject_takes_it_from_the_one_it_hangs_on() -> None:
    text = "The union signed the deal on Monday and ended the strike."
    assert told_by("ended", text).summary == "The union … ended the strike"


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("built", "The bridge, which was built in 1931, carries cars.", "The bridge … was built in 1931"),
        (
            "resigned",
            "They praised the head of the agency, who resigned in 2001.",
            "the head of the agency … resigned in 2001",
        ),
        ("burned", "They moved to the town, which burned in 1888.", "the town … burned in 1888"),
    ],
)
def test_a_clause_that_tells_more_of_something_names_it(word: str, text: str, expected: str) -> None:
    assert told_by(word, text).summary == expected


def test_the_word_that_ties_a_clause_to_another_in_time_is_no_part_of_what_happened() -> None:
    assert told_by("failed", "It shut after a pump failed in 1960.").summary == "a pump failed in 1960"


def test_a_clause_ends_before_the_word_that_tells_how_long_before_the_next() -> None:
    text = "The oak was felled in 1950, well before the first ship came in 1993."
    assert told_by("felled", text).summary == "The oak was felled in 1950"
    assert told_by("came", text).summary == "the first ship came in 1993"
    assert told_by("came", text).after == told_by("came", text.replace("well ", "")).after


@pytest.mark.parametrize("word", ["sank", "left"])
def test_a_summary_holds_no_word_that_the_text_does_not(word: str) -> None:
    text = "The ship, which left Oslo in May, sank off Iceland."
    assert all(part in text for part in told_by(word, text).summary.split(" … "))


def test_a_long_clause_is_cut_between_words() -> None:
    text = "The council praised " + "the patient and careful work of the " * 12 + "builders."
    (first, *_) = events(text)
    assert len(first.summary) <= 161
    assert first.summary.endswith("…")
