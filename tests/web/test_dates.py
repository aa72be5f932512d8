"""Dates in words, as readers of three conventions write them."""

import pytest

from timeline.civil import DAY_SECONDS, Granularity, days_from_civil
from timeline.interval import BEGINNING, END, Interval
from web.dates import date_words, days, granularity_words, machine


def day(year, month, of_month):
    return days_from_civil(year, month, of_month)


def unit(year, month, of_month, granularity):
    return Interval.of_unit(day(year, month, of_month) * DAY_SECONDS, granularity)


def span(first, last, granularity=Granularity.DAY, approximate=False):
    return Interval(day(*first) * DAY_SECONDS, (day(*last) + 1) * DAY_SECONDS, granularity, approximate)


def at(year, month, of_month, hour, minute):
    second = day(year, month, of_month) * DAY_SECONDS + hour * 3600 + minute * 60
    return Interval.of_unit(second, Granularity.MINUTE)


CASES = [
    (
        unit(2022, 8, 4, Granularity.DAY),
        "Thursday 4 August 2022",
        "Thursday August 4, 2022",
        "jeudi 4 août 2022",
    ),
    (
        unit(2022, 6, 9, Granularity.MONTH),
        "some day in June 2022",
        "some day in June 2022",
        "un jour en juin 2022",
    ),
    (unit(2022, 6, 9, Granularity.YEAR), "some time in 2022", "some time in 2022", "courant 2022"),
    (unit(1994, 6, 9, Granularity.DECADE), "in the 1990s", "in the 1990s", "les années 1990"),
    (unit(-43, 6, 9, Granularity.YEAR), "some time in 44 BCE", "some time in 44 BCE", "courant 44 av. J.-C."),
    (unit(43, 6, 9, Granularity.YEAR), "some time in AD 43", "some time in AD 43", "courant 43 apr. J.-C."),
    (
        unit(2022, 8, 4, Granularity.WEEK),
        "in the week of 1–7 August 2022",
        "in the week of August 1–7, 2022",
        "la semaine du 1er–7 août 2022",
    ),
    (
        unit(2022, 4, 4, Granularity.SEASON),
        "some time in spring 2022",
        "some time in spring 2022",
        "courant printemps 2022",
    ),
    (
        unit(2022, 8, 4, Granularity.QUARTER),
        "some time in July–September 2022",
        "some time in July–September 2022",
        "courant juillet–septembre 2022",
    ),
    (
        span((2022, 7, 21), (2022, 7, 31), Granularity.MONTH, approximate=True),
        "about 21–31 July 2022",
        "about July 21–31, 2022",
        "vers 21–31 juillet 2022",
    ),
    (
        span((2022, 8, 30), (2022, 9, 2)),
        "Tuesday to Friday 30 August – 2 September 2022",
        "Tuesday to Friday August 30–September 2, 2022",
        "mardi à vendredi 30 août – 2 septembre 2022",
    ),
    (
        at(2022, 8, 6, 23, 5),
        "Saturday 6 August 2022 23:05 UTC+3",
        "Saturday August 6, 2022 23:05 UTC+3",
        "samedi 6 août 2022 23:05 UTC+3",
    ),
]


@pytest.mark.parametrize(("when", "british", "american", "french"), CASES)
def test_a_date_is_written_as_its_reader_does(app, when, british, american, french):
    for code, expected in (("en-GB", british), ("en-US", american), ("fr", french)):
        with app.test_request_context("/", headers={"Accept-Language": code}):
            assert str(date_words(when, when, 180)) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (BEGINNING, day(2022, 8, 8), "by 7 August 2022"),
        (day(2022, 8, 7), END, "from 7 August 2022 on"),
        (day(2022, 8, 5), day(2022, 8, 8), "between 5–7 August 2022"),
        (day(2022, 8, 5), day(2022, 9, 1), "between 5–31 August 2022"),
        (day(2022, 8, 5), day(2022, 8, 6), "5 August 2022"),
        (day(2022, 8, 1), day(2022, 9, 1), "some day in August 2022"),
        (day(2022, 1, 1), day(2023, 1, 1), "some time in 2022"),
        (day(2022, 1, 1), day(2024, 1, 1), "between 2022–2023"),
        (BEGINNING, END, "no date"),
    ],
)
def test_bounds_are_told_where_there_is_no_date(app, start, end, expected):
    def second(edge):
        return edge if edge in (BEGINNING, END) else edge * DAY_SECONDS

    bounds = Interval(second(start), second(end), Granularity.DAY)
    with app.test_request_context("/"):
        assert str(date_words(None, bounds)) == expected


def test_a_time_without_a_zone_says_so(app):
    with app.test_request_context("/"):
        assert (
            date_words(at(2022, 8, 6, 9, 0), at(2022, 8, 6, 9, 0)).tail == "09:00 local time, zone not given"
        )


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (unit(2022, 8, 4, Granularity.DAY), "2022-08-04"),
        (unit(2022, 8, 4, Granularity.MONTH), "2022-08"),
        (unit(2022, 8, 4, Granularity.YEAR), "2022"),
        (unit(-43, 8, 4, Granularity.YEAR), ""),
        (at(2022, 8, 6, 23, 5), "2022-08-06T23:05"),
        (None, ""),
    ],
)
def test_time_elements_name_no_more_than_is_known(when, expected):
    assert machine(when) == expected


def test_a_whole_month_or_year_is_named_as_such(app):
    with app.test_request_context("/"):
        assert days(day(2022, 2, 1), day(2022, 2, 28)) == "February 2022"
        assert days(day(2021, 12, 1), day(2022, 2, 28)) == "December 2021 – February 2022"
        assert days(day(2021, 1, 1), day(2022, 12, 31)) == "2021–2022"


def test_every_granularity_has_a_name(app):
    with app.test_request_context("/"):
        for granularity in Granularity:
            assert granularity_words(unit(2022, 8, 4, granularity))
