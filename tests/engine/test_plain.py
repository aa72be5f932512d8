"""Dates in texts as programs leave them: with characters that no reader sees, entities, and broken lines."""

from __future__ import annotations

import time

import pytest

from timeline.civil import days_from_civil
from timeline.interval import Interval
from timeline.model import Article
from timeline.tagger import tag
from timeline.tagging.plain import plain

PUBLISHED = Interval.of_day(days_from_civil(2021, 8, 1))


def tagged(text: str) -> list[tuple[str, str]]:
    """Give the words and the TIMEX3 value of each time expression."""
    article = Article("plain", text, PUBLISHED)
    return [(text[timex.start : timex.end], timex.reading.value) for timex in tag(article)]


@pytest.mark.parametrize(
    "date",
    [
        pytest.param("5\u00a0May\u00a02020", id="no-break spaces"),
        pytest.param("5\u2009May\u202f2020", id="thin spaces"),
        pytest.param("5\u2002May\u20032020", id="wide spaces"),
        pytest.param("5\u3000May\u30002020", id="East Asian spaces"),
        pytest.param("5\u200b May\u200b 2020", id="spaces without width beside spaces"),
        pytest.param("5\u200bMay\u200b2020", id="spaces without width instead of spaces"),
        pytest.param("5 \u200fMay\u200f 2020", id="marks of direction"),
        pytest.param("5 \u2066May\u2069 2020", id="isolates"),
        pytest.param("5\u2060 May \ufeff2020", id="joiners"),
        pytest.param("5 M\u00aday 2020", id="soft hyphen"),
        pytest.param("5\nMay\r\n2020", id="line breaks"),
        pytest.param("5\u2028May 2020", id="line separator"),
        pytest.param("5&nbsp;May&#160;2020", id="entities"),
        pytest.param("5&thinsp;M&#97;y&#xA0;2020", id="entities of letters"),
        pytest.param("\uff15 \uff2d\uff41\uff59 \uff12\uff10\uff12\uff10", id="full width"),
        pytest.param("2020\u201005\u201005", id="hyphens"),
        pytest.param("5 MAY 2020", id="capitals"),
    ],
)
def test_a_date_is_read_as_a_reader_sees_it(date: str) -> None:
    assert tagged(f"The ferry sank on {date}.") == [(date, "2020-05-05")]


def test_a_word_broken_at_the_end_of_a_line_is_one_where_the_language_has_it() -> None:
    assert tagged("It sank on 5 Septem-\nber 2020, after a two-\nyear refit.") == [
        ("5 Septem-\nber 2020", "2020-09-05"),
        ("two-\nyear", "P2Y"),
    ]


def test_what_stands_behind_hidden_characters_keeps_its_place() -> None:
    text = "\ufeff&quot;It sank&quot;, she said on 5&nbsp;May 2020, a Tues\u00adday, not on 7 May 2020."

    assert [words for words, _ in tagged(text)] == ["5&nbsp;May 2020", "Tues\u00adday", "7 May 2020"]


@pytest.mark.parametrize(
    "text", ["It sank on 5 May 2020 & nobody drowned.", "A 1990s &c. look", "well-\nknown", ""]
)
def test_a_text_that_hides_nothing_is_left_alone(text: str) -> None:
    assert plain(text, frozenset({"september"})) is None


@pytest.mark.parametrize("piece", ["&", "&amp;", "a-\n", "\u00ad", "a\u200b", "a" * 50 + "-\n"])
def test_time_is_linear_in_what_is_hidden(piece: str) -> None:
    def seconds(times: int) -> float:
        def once() -> float:
            began = time.process_time()
            plain(piece * times, frozenset({"september"}))
            return time.process_time() - began

        return min(once() for _ in range(3))

    assert seconds(20_000) < 40 * max(seconds(2_000), 0.001)
