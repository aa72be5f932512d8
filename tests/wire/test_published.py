"""What people type as a publication date, and what is refused."""

from __future__ import annotations

import subprocess
import sys

import pytest

from timeline.civil import Granularity
from timeline.errors import InvalidInputError
from timeline.published import published_text, read_published


def read(text: str, **options: bool) -> str:
    found = read_published(text, **options)
    return published_text(found.interval, found.utc_offset)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2022-08-07", "2022-08-07"),
        ("20220807", "2022-08-07"),
        ("2022-W31-7", "2022-08-07"),
        ("2022/08/07", "2022-08-07"),
        ("7 August 2022", "2022-08-07"),
        ("  Aug. 7th, 2022 ", "2022-08-07"),
        ("7th of August, 2022", "2022-08-07"),
        ("Sunday, 7 August 2022", "2022-08-07"),
        ("7 août 2022", "2022-08-07"),
        ("Sonntag, 7. August 2022", "2022-08-07"),
        ("2022年8月7日", "2022-08-07"),
        ("13/08/2022", "2022-08-13"),
        ("08/13/2022", "2022-08-13"),
        ("08/08/2022", "2022-08-08"),
        ("7 Aug 22", "2022-08-07"),
        ("0801-12-25", "0801-12-25"),
        ("2022-08-07T12:30", "2022-08-07T12:30:00"),
        ("2022-08-07T12:30:00Z", "2022-08-07T12:30:00+00:00"),
        ("2022-08-07T00:30:00-03:30", "2022-08-07T00:30:00-03:30"),
        ("Mon, 08 Aug 2022 10:15:00 +0530", "2022-08-08T10:15:00+05:30"),
        ("Sunday, 7 August 2022 at 10:15 GMT", "2022-08-07T10:15:00+00:00"),
    ],
)
def test_any_usual_way_to_write_a_date_is_read(typed: str, meant: str) -> None:
    assert read(typed) == meant


def test_a_day_stays_a_day_and_a_moment_a_moment() -> None:
    assert read_published("2022-08-07").interval.granularity is Granularity.DAY
    assert read_published("2022-08-07 10:15").interval.granularity is Granularity.MINUTE
    assert read_published("2022-08-07 10:15:01").interval.granularity is Granularity.SECOND


@pytest.mark.parametrize("typed", ["07/08/2022", "7.8.2022", "7-8-2022", "07/08/2022 10:15", "٠٧/٠٨/٢٠٢٢"])
def test_a_date_with_two_readings_is_refused_with_both(typed: str) -> None:
    with pytest.raises(InvalidInputError, match="2022-07-08 or 2022-08-07"):
        read_published(typed)


def test_a_date_with_two_readings_is_read_as_told() -> None:
    assert read("07/08/2022", day_first=True) == "2022-08-07"
    assert read("07/08/2022", day_first=False) == "2022-07-08"
    assert read("13/08/2022", day_first=False) == "2022-08-13"


@pytest.mark.parametrize(
    "typed",
    [
        *("yesterday", "today", "now", "5 days ago", "Sunday", "3 pm", "August 2022", "2022", "August 7"),
        *("31 February 2022", "2022-02-30", "2022-13-01", "2022/13/01"),
        *("7 or 8 August 2022", "banana", "1659866400"),
    ],
)
def test_what_is_not_one_full_date_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInputError, match="is not a date"):
        read_published(typed)


@pytest.mark.parametrize(
    "typed", ["44 BC", "15 March 44 B.C.E.", "-0043-03-15", "+12022-01-01", "12022-01-01"]
)
def test_years_outside_1_to_9999_are_refused_as_such(typed: str) -> None:
    with pytest.raises(InvalidInputError, match="outside the years 1 to 9999"):
        read_published(typed)


def test_an_empty_date_is_missing_and_an_endless_one_is_too_long() -> None:
    with pytest.raises(InvalidInputError, match="missing"):
        read_published("  ")
    with pytest.raises(InvalidInputError, match="100 characters"):
        read_published("7 " * 1000)


def test_a_refusal_points_at_the_field() -> None:
    with pytest.raises(InvalidInputError) as refusal:
        read_published("banana", pointer="/3/published")
    assert [problem.pointer for problem in refusal.value.problems] == ["/3/published"]


def test_once_prepared_no_date_has_to_wait_for_the_languages() -> None:
    code = (
        "import time; from timeline.errors import InvalidInputError; from timeline import published\n"
        "first = time.perf_counter(); published.prepare(); then = time.perf_counter()\n"
        "try: published.read_published('nonsense that no language reads')\n"
        "except InvalidInputError: print(10 * (time.perf_counter() - then) < then - first)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
