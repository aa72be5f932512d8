"""What holds for any text, any expression and any day."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.corpus.reading import FILES, cases
from tests.engine.strategies import CONTEXTS, DAYS, EXPRESSIONS, UNITS, UNITS_OF_TIME
from tests.engine.timex3_grammar import VALUE
from timeline import civil, explain, timex3
from timeline.civil import Granularity
from timeline.edtf import edtf
from timeline.expression import Expr
from timeline.interval import Interval
from timeline.meaning import alternatives
from timeline.model import Article, Timex
from timeline.resolve import Context, resolve
from timeline.tagger import tag
from timeline.tagging import language
from timeline.tagging.scan import fold

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PHRASES = sorted({case.phrase for path in FILES for case in cases(path)})
PIECES = st.one_of(
    st.sampled_from(PHRASES),
    st.sampled_from(sorted(word for word in language.load("en").lexicon)),
    st.from_regex(r"\d{1,5}[-/.:' ]?\d{0,4}", fullmatch=True),
    st.text(max_size=8),
)
SEPARATORS = st.sampled_from([" ", " ", " ", ", ", ". ", "-", "\n", "\n\n", "", "\u00a0", "/"])
TEXTS = st.lists(st.tuples(PIECES, SEPARATORS), max_size=14).map(
    lambda pairs: "".join(a + b for a, b in pairs)
)
LANGUAGES = st.sampled_from(["en", "fr", "es", "de", "ja", "ar", "tr"])


def article(text: str, code: str = "en", published: Interval | None = None) -> Article:
    return Article("a", text, published or Interval.of_day(civil.days_from_civil(2022, 8, 7)), language=code)


def assert_sound(text: str, timexes: tuple[Timex, ...]) -> None:
    at = 0
    for timex in timexes:
        assert at <= timex.start < timex.end <= len(text)
        at = timex.end
        for reading in (timex.reading, *alternatives(timex)):
            assert VALUE.fullmatch(reading.value), (text[timex.start : timex.end], reading.value)
            assert reading.because
            assert_edtf_is_read_elsewhere(reading.interval)


def assert_edtf_is_read_elsewhere(interval: Interval | None) -> None:
    written = edtf(interval)
    if written is not None:
        parse_edtf(written)


@given(TEXTS, LANGUAGES, DAYS)
@settings(max_examples=250, deadline=None)
@example("İİİ May 5 and ß ŉ on Friday", "en", Interval.of_day(0))
@example("\ud800 yesterday", "en", Interval.of_day(0))
def test_any_text_is_read_soundly_and_always_alike(text: str, code: str, published: Interval) -> None:
    found = tag(article(text, code, published))

    assert_sound(text, found)
    assert tag(article(text, code, published)) == found


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_soundly(content: bytes) -> None:
    text = content.decode("latin-1")

    assert_sound(text, tag(article(text)))


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(EXPRESSIONS, CONTEXTS)
@settings(max_examples=500, deadline=None)
def test_every_expression_has_a_meaning_or_none_and_can_be_written(
    expression: Expr, context: Context
) -> None:
    interval = resolve(expression, context)

    assert VALUE.fullmatch(value := timex3.value_of(expression, interval)), value
    assert str(explain.why(expression, interval, context))
    assert_edtf_is_read_elsewhere(interval)


@given(DAYS, UNITS)
def test_a_unit_holds_the_moment_it_was_made_for(day: Interval, unit: Granularity) -> None:
    found = Interval.of_unit(day.start, unit)

    assert found.start <= day.start or unit is Granularity.WEEKEND
    assert civil.floor(found.start, unit) == found.start


@given(st.dates())
def test_days_are_those_of_the_standard_library(date: datetime.date) -> None:
    day = civil.days_from_civil(date.year, date.month, date.day)

    assert day == date.toordinal() - datetime.date(1970, 1, 1).toordinal()
    assert civil.civil_from_days(day) == (date.year, date.month, date.day)
    assert civil.weekday(day) == date.weekday()
    assert civil.iso_week(day) == date.isocalendar()[:2]
    assert civil.day_of_iso_week(*date.isocalendar()[:2]) == day - date.weekday()


@given(st.integers(-(10**7), 10**7))
def test_every_day_number_is_a_date_and_back(day: int) -> None:
    assert civil.days_from_civil(*civil.civil_from_days(day)) == day


@given(
    UNITS_OF_TIME,
    st.integers(-500, 500),
    st.sampled_from([Granularity.DAY, Granularity.WEEK, Granularity.HOUR]),
)
def test_moving_forth_and_back_by_fixed_units_changes_nothing(
    of: Interval, count: int, unit: Granularity
) -> None:
    assert civil.shift(civil.shift(of.start, count, unit), -count, unit) == of.start


@given(UNITS_OF_TIME, UNITS_OF_TIME)
def test_the_hull_holds_both_and_the_intersection_lies_in_both(one: Interval, two: Interval) -> None:
    hull, shared = one.hull(two), one.intersection(two)

    assert hull.contains(one)
    assert hull.contains(two)
    assert (shared is not None) == one.overlaps(two)
    assert shared is None or (one.contains(shared) and two.contains(shared))
    assert one.before(two) <= (not one.overlaps(two))


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")), ids=lambda path: path.stem
)
def test_the_sample_articles_are_read_soundly(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert_sound(text, tag(article(text)))
