"""Hot words are found chunk by chunk exactly where one pattern over the whole text finds them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.tagging import language
from timeline.tagging.hot import HotWords
from timeline.tagging.numerals import Numerals
from timeline.tagging.scan import fold

PIECES = [
    *(
        "at present",
        "at",
        "present",
        "mid-may",
        "may",
        "maybe",
        "christmas day",
        "day",
        "new year's eve",
        "q3",
        "h1",
    ),
    *(
        "1998",
        "19980",
        "5/6/2020",
        "'90s",
        "1990s",
        "5th",
        "12:30",
        "a.m.",
        "a",
        "week",
        "(monday",
        "x" * 70,
        "7" * 70,
    ),
    *(" ", " ", " ", "\n\n", "\n", ",", "-", "'", "(", "é", "—"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def found(text: str, code: str) -> tuple[list[int], list[int]]:
    words, folded = language.load(code).scanner._hot, fold(text)
    return list(words.places(folded)), [match.start() for match in words._pattern.finditer(folded)]


@given(TEXTS, st.sampled_from(["en", "fr", "es", "de", "zh"]))
@settings(deadline=None)  # the first text of a language loads its pack
def test_every_hot_word_is_found_and_no_other(text: str, code: str) -> None:
    chunked, whole = found(text, code)
    assert chunked == whole


@pytest.mark.parametrize("space", [" ", "", "\n\n"])
def test_a_long_text_is_looked_through_to_its_end(space: str) -> None:
    chunked, whole = found(f"may,{space}" * 40_000, "en")
    assert chunked == whole
    assert len(chunked) == 40_000


def test_a_word_of_several_is_found_where_it_starts() -> None:
    words = HotWords(["as soon as possible"], Numerals(), spaced=True)
    assert list(words.places("as soon as they come, as soon as possible")) == [22]
