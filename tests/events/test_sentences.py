"""Sentences and paragraphs with their places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events.sentences import sentences
from timeline.events.words import words_of


def cut(text: str, language: str = "en") -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, language)]


def test_abbreviations_do_not_end_a_sentence() -> None:
    assert cut("Dr. Adeyemi met Mr. Novak. They talked.") == ["Dr. Adeyemi met Mr. Novak.", "They talked."]


def test_each_line_is_a_paragraph_of_its_own() -> None:
    found = sentences("The mill burned.\nNobody was hurt.", "en")
    assert [s.paragraph for s in found] == [0, 1]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "The old mill on the river burned to\nthe ground, and the fire brigade\ncould save only the\nhouse.\n"
    )
    assert len(cut(text)) == 1


def test_a_line_that_does_not_end_as_sentences_do_is_a_heading() -> None:
    found = sentences("Mill burns down\n\nThe old mill burned on Tuesday.", "en")
    assert [s.heading for s in found] == [True, False]


@pytest.mark.parametrize("language", ["", "en", "xx", "zh"])
def test_any_language_code_is_accepted(language: str) -> None:
    assert cut("One. Two.", language)


@given(st.text(max_size=300))
@settings(deadline=None)
def test_the_places_are_in_order_and_hold_no_outer_space(text: str) -> None:
    last = 0
    for sentence in sentences(text, "en"):
        assert last <= sentence.start < sentence.end <= len(text)
        stretch = text[sentence.start : sentence.end]
        assert stretch == stretch.strip()
        last = sentence.end


def test_what_nobody_wrote_as_one_sentence_is_read_in_parts() -> None:
    text = "he went to sea and " * 400
    parts = sentences(text, "en")
    assert len(parts) > 1
    assert max(part.end - part.start for part in parts) <= 1_500
    assert " ".join(text[part.start : part.end] for part in parts) == text.strip()


def test_a_word_without_end_is_read_in_parts() -> None:
    text = "x" * 4_000 + "."
    assert "".join(text[part.start : part.end] for part in sentences(text, "en")) == text


def test_words_that_look_like_abbreviations_end_a_sentence_before_a_capital() -> None:
    text = "The ship sank on 3 May. Police said no. He met May. 5 men came at No. 7 Mill Road, Mr. May. A boy saw."
    ends = [text[s.start : s.end] for s in sentences(text, "en", words_of("en").whole)]
    assert ends == [
        "The ship sank on 3 May.",
        "Police said no.",
        "He met May. 5 men came at No. 7 Mill Road, Mr. May.",
        "A boy saw.",
    ]
