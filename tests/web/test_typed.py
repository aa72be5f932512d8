"""Dates that people type: one of any granularity, or a range, and nothing beside it."""

from __future__ import annotations

import pytest
from flask import Flask

from timeline.civil import days_from_civil
from timeline.errors import InvalidInputError
from timeline.interval import Interval
from timeline.timex3 import date_value
from web.typed import read_date

PUBLISHED = Interval.of_day(days_from_civil(2022, 8, 7))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3 to 5 August", "2022-08-03/2022-08-05"),
        ("5-7 May 2021", "2021-05-05/2021-05-07"),
        ("1939-1945", "1939/1945"),
        ("August 2021", "2021-08"),
        ("last Thursday", "2022-08-04"),
    ],
)
def test_a_date_or_a_range_is_read_whole(app: Flask, typed: str, meant: str) -> None:
    with app.test_request_context():
        assert date_value(read_date(typed, PUBLISHED, "/date")) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("07/08/2022", ("2022-07-08", "2022-08-07")),
        ("1.2.03", ("2001-02-03", "2003-01-02", "2003-02-01")),
    ],
)
def test_numbers_that_can_be_several_days_are_refused_with_each(
    app: Flask, typed: str, meant: tuple[str, ...]
) -> None:
    with app.test_request_context(), pytest.raises(InvalidInputError) as refused:
        read_date(typed, PUBLISHED, "/date")
    assert refused.value.problems[0].readings == meant
    assert all(day in str(refused.value) for day in meant)


def test_numbers_that_can_be_one_day_alone_are_read(app: Flask) -> None:
    with app.test_request_context():
        assert date_value(read_date("25/08/2022", PUBLISHED, "/date")) == "2022-08-25"


@pytest.mark.parametrize("typed", ["4 and 9 May 2021", "May 2021, rain", "soon or 1950"])
def test_two_dates_or_words_beside_one_are_refused(app: Flask, typed: str) -> None:
    with app.test_request_context(), pytest.raises(InvalidInputError):
        read_date(typed, PUBLISHED, "/date")
