"""Reasons: data until they are drawn, and drawn whole in whatever language."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.civil import Granularity, days_from_civil
from timeline.interval import Interval
from timeline.reason import NO_REASON, Reason, because, in_words, sentence

SUNDAY = Interval.of_day(days_from_civil(2022, 8, 7))
PLACED = st.one_of(
    st.text(), st.integers(0, 1_000_000), st.builds(Interval.of_day, st.integers(-800_000, 800_000))
)
REASONS = st.recursive(
    st.builds(lambda value: because("so says %(value)s", value=value), PLACED),
    lambda inner: st.builds(lambda a, b: because("%(first)s; %(second)s", first=a, second=b), inner, inner),
    max_leaves=8,
)


def test_a_reason_is_drawn_with_what_stands_in_it() -> None:
    anchor = because("the publication, %(date)s", date=SUNDAY)
    reason = because("“%(words)s”: %(count)s days before %(anchor)s", words="lately", count=3, anchor=anchor)
    assert str(reason) == "“lately”: 3 days before the publication, Sunday 7 August 2022"


def test_the_same_reason_is_drawn_in_another_language_to_its_last_part() -> None:
    french = {"the day of %(what)s": "le jour de %(what)s", "the news": "la nouvelle"}
    reason = because("the day of %(what)s", what=because("the news"))
    assert sentence(reason, french.__getitem__, in_words) == "le jour de la nouvelle"


@pytest.mark.parametrize("words", ["100%", "%(date)s", "%s", "“”", "\n"])
def test_quoted_words_stay_as_they_are(words: str) -> None:
    assert str(because("“%(words)s”", words=words)) == f"“{words}”"


def test_a_message_without_places_may_hold_anything() -> None:
    assert str(Reason("100% sure")) == "100% sure"
    assert not NO_REASON
    assert str(NO_REASON) == ""


@given(REASONS)
def test_a_reason_can_be_kept_and_read_back(reason: Reason) -> None:
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(reason), type=Reason) == reason


def test_units_are_named_in_english() -> None:
    named = {unit: in_words(Interval.of_unit(SUNDAY.start, unit)) for unit in Granularity}
    assert named[Granularity.WEEK] == "the week of 1 August 2022"
    assert named[Granularity.SEASON] == "the summer of 2022"
    assert named[Granularity.HALF] == "the second half of 2022"
    assert named[Granularity.DECADE] == "the 2020s"
