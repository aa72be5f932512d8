"""Languages without a file of their own: what CLDR writes (by babel) is read back, in 58 of them."""

from __future__ import annotations

import datetime

import pytest
from babel.dates import format_date, format_timedelta

from timeline.civil import days_from_civil
from timeline.interval import Interval
from timeline.model import Article
from timeline.tagger import tag
from timeline.tagging import derived, language

SAMPLED = (
    "de it pt nl sv da nb fi et ar fa pl cs sk sl hr sr bg mk ru uk be el hu ro tr az id ms vi hi ta te af is ca cy "
    "ja zh ko he gl lv kk sq nn fo bn mr pa gu kn ne uz ky sw fil eu mn"
)
SAMPLE = SAMPLED.split()
PUBLISHED = Interval.of_day(days_from_civil(2022, 8, 10))
DATE = datetime.date(2019, 8, 7)


def values(text: str, code: str) -> list[str]:
    return [timex.reading.value for timex in tag(Article("a", text, PUBLISHED, language=code))]


def test_so_many_languages_are_sampled() -> None:
    assert len(set(SAMPLE)) >= 58


@pytest.mark.parametrize("code", SAMPLE)
def test_a_long_date_is_read(code: str) -> None:
    text = format_date(DATE, "long", locale=code)

    assert values(text, code) == ["2019-08-07"], text


@pytest.mark.parametrize("code", SAMPLE)
def test_a_date_with_its_weekday_is_one(code: str) -> None:
    text = format_date(DATE, "full", locale=code)

    assert values(text, code) == ["2019-08-07"], text


@pytest.mark.parametrize("code", SAMPLE)
def test_every_month_is_read(code: str) -> None:
    for month in range(1, 13):
        text = format_date(datetime.date(2019, month, 20), "long", locale=code)
        assert values(text, code) == [f"2019-{month:02d}-20"], text


@pytest.mark.parametrize("code", SAMPLE)
def test_a_weekday_is_the_last_one(code: str) -> None:
    text = format_date(datetime.date(2022, 8, 6), "EEEE", locale=code)

    assert values(text, code) == ["2022-08-06"], text


@pytest.mark.parametrize("code", SAMPLE)
def test_days_ago_are_read(code: str) -> None:
    text = format_timedelta(datetime.timedelta(days=-3), granularity="day", add_direction=True, locale=code)

    assert values(text, code) == ["2022-08-07"], text


DUALS = {"he", "sl"}  # "two weeks" in one word, which dateparser lacks


@pytest.mark.parametrize("code", sorted(set(SAMPLE) - DUALS))
def test_weeks_and_years_ago_are_read(code: str) -> None:
    for unit, days, value in (("week", 14, "2022-W30"), ("year", 5 * 366, "2017")):
        ago = datetime.timedelta(days=-days)
        text = format_timedelta(ago, granularity=unit, threshold=0.5, add_direction=True, locale=code)
        assert values(text, code) == [value], text


@pytest.mark.parametrize("code", SAMPLE)
def test_yesterday_today_and_tomorrow_are_read(code: str) -> None:
    said = language.load(code).lexicon
    days = {value for entries in said.values() for symbol, value in entries if symbol == "SPECIAL_DAY"}
    assert {-1, 0, 1} <= days


def test_a_pack_can_be_derived_for_every_language_that_dateparser_knows() -> None:
    for code in derived.codes():
        assert derived.tables(code)["month"].keys() == {str(month) for month in range(1, 13)}


def test_a_language_nobody_knows_has_no_pack() -> None:
    with pytest.raises(KeyError):
        language.load("xx")
