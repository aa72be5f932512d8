"""What an article tells of years ago is no news of its publication. Published on Sunday 7 August 2022."""

from __future__ import annotations

import pytest

from tests.events.telling import date, told_by
from timeline.model import Basis

_HISTORY = """The smith Axel Lind founded the firm in 1922. His first catalogue listed nineteen tools.

In 1936 a fire destroyed the forge. Axel rebuilt it. He wrote to every customer.

His daughter took over in 1951. Last week the firm turned a hundred. Guests danced."""


@pytest.mark.parametrize("word", ["listed", "rebuilt", "wrote"])
def test_the_undated_past_among_events_of_years_ago_has_no_date(word: str) -> None:
    event = told_by(word, _HISTORY)
    assert (event.when, event.basis) == (None, Basis.BOUNDED)
    assert "years ago" in str(event.because)


def test_a_paragraph_that_comes_to_the_present_is_news_again() -> None:
    assert date(told_by("danced", _HISTORY)) == "2022-08-07"


def test_one_date_of_years_ago_makes_no_history() -> None:
    text = "The mayor resigned on Friday.\n\nHe was elected in 2010.\n\nHe wept."
    assert date(told_by("wept", text)) == "2022-08-05"


def test_what_the_dead_did_was_before_their_death() -> None:
    text = "Elsie Brandt, who died on 28 July aged 90, built the first mill and ran it."
    for word in ("built", "ran"):
        event = told_by(word, text)
        assert (event.when, event.bounds.last_day) == (None, told_by("died", text).bounds.last_day)
    assert not told_by("built", text).minor


def test_what_tells_who_has_died_was_before_the_death() -> None:
    for text in (
        "Ines Calder, who proved that grass can swim, has died at home. She was 84.",
        "Ines Calder, the botanist who proved that grass can swim, died on Friday.",
    ):
        event = told_by("proved", text)
        assert (event.when, event.basis) == (None, Basis.BOUNDED)


def test_what_was_done_with_the_dead_is_no_deed_of_theirs() -> None:
    text = "A climber who died on Friday was named by police."
    assert told_by("named", text).when is not None


_NEWS = "The council met on Friday. It heard nobody.\n\n"


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("closed", "The mill burned in March 2019. Its owner closed the yard beside it."),
        ("left", "The mill burned in March 2019. Its owner closed the yard beside it. Many families left."),
        ("seized", "The bank sold the bonds in 2016. They failed when the state seized it."),
    ],
)
def test_what_goes_on_from_something_told_of_long_ago_is_no_news(word: str, text: str) -> None:
    event = told_by(word, _NEWS + text)
    assert (event.when, event.basis) == (None, Basis.BOUNDED)
    why = str(event.because)
    assert "long ago" in why
    assert "“March 2019”" in why or "“2016”" in why


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned in March 2019. It stands empty now. Police closed the yard.",
        "The mill burned in March 2019. The council has bought it. Police closed the yard.",
        "The mill burned in March 2019. A judge said so twice. Police closed the yard.",
        "The mill burned in March 2019.\n\nPolice closed the yard beside it.",
        "The mill burned in July. Police closed the yard beside it.",
    ],
)
def test_another_tense_a_report_or_a_paragraph_comes_back_to_the_news(text: str) -> None:
    assert date(told_by("closed", _NEWS + text)) == "2022-08-05"
