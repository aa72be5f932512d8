"""Dates that stand over what they date. Published on Sunday 7 August 2022."""

from __future__ import annotations

import pytest

from tests.events.telling import date, events, told_by
from timeline.model import Basis

_VOYAGE = """The ferry sank on 5 August. This is what is known.

4 August, 21:40. The ferry leaves port. A cook hears a noise.

5 August, 00:15. The captain slows the ship after a pump fails.

00:50. Water enters the deck.

6 August. The police search the port and seize papers."""

_LIVE = """09:05 The storm has reached the coast. A roof has come off.

11:20 The bridge is closed. It was hit by a ship last night.

12:40 The warning has been lowered."""

_YEARS = """1922: Axel Lind opens a forge.

1936 – A fire destroys it.

1951: His daughter sells the firm."""


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("leaves", _VOYAGE, "2022-08-04"),
        ("hears", _VOYAGE, "2022-08-04"),
        ("slows", _VOYAGE, "2022-08-05"),
        ("enters", _VOYAGE, "2022-08-05"),
        ("reached", _LIVE, "2022-08-07"),
        ("come", _LIVE, "2022-08-07"),
        ("hit", _LIVE, "2022-08-06"),
        ("lowered", _LIVE, "2022-08-07"),
        ("opens", _YEARS, "1922"),
        ("destroys", _YEARS, "1936"),
        ("sells", _YEARS, "1951"),
    ],
)
def test_what_stands_under_a_date_has_that_date(word: str, text: str, expected: str) -> None:
    event = told_by(word, text)
    assert (date(event), event.basis, event.minor) == (expected, Basis.STATED, False)


def test_what_comes_while_it_happens_has_its_date() -> None:
    assert date(told_by("fails", _VOYAGE)) == "2022-08-05"


def test_a_label_is_no_event_to_show() -> None:
    labels = [event for event in events(_VOYAGE) if _VOYAGE[event.start : event.end] in ("00:50", "6 August")]
    assert [event.minor for event in labels] == [True, True]


def test_after_midnight_is_the_next_day() -> None:
    text = "3 August, 23:50. The mill burns.\n\n00:20. The roof falls.\n\n01:10. The owner leaves the house."
    assert date(told_by("falls", text)) == date(told_by("leaves", text)) == "2022-08-04"


def test_a_heading_holds_for_the_paragraphs_below_it() -> None:
    text = (
        "4 August\n\nThe ferry leaves.\n\nA cook sleeps.\n\n5 August\n\nIt sinks.\n\n6 August\n\nDivers came."
    )
    found = [date(told_by(word, text)) for word in ("leaves", "sleeps", "sinks", "came")]
    assert found == ["2022-08-04", "2022-08-04", "2022-08-05", "2022-08-06"]


def test_a_single_dateline_labels_nothing() -> None:
    text = "August 7, 2022\n\nThe mill burned on Friday. The owner wept."
    assert date(told_by("wept", text)) == "2022-08-05"
