"""JSON out: how places on the calendar are written for each granularity, and what is left null."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from timeline.civil import Granularity, days_from_civil
from timeline.expression import Length
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Article, Basis, Entry, Event, Kind, Reading, Timex
from timeline.reason import because
from timeline.tagger import tag
from timeline.wire import entry_to_json, event_to_json, timex_to_json

DAY = days_from_civil(2021, 3, 4) * 86_400
EVER = Interval(BEGINNING, END, Granularity.DAY)


def event(when: Interval | None, bounds: Interval = EVER) -> Event:
    return Event("e1", "a1", 4, 9, "It rained", when, bounds, Basis.STATED, "it says so", 3, (4, 6))


@pytest.mark.parametrize(
    ("unit", "date", "earliest", "latest"),
    [
        (Granularity.MINUTE, "2021-03-04", "2021-03-04T00:00:00", "2021-03-04T00:00:59"),
        (Granularity.DAY, "2021-03-04", "2021-03-04", "2021-03-04"),
        (Granularity.WEEK, "2021-W09", "2021-03-01", "2021-03-07"),
        (Granularity.MONTH, "2021-03", "2021-03-01", "2021-03-31"),
        (Granularity.QUARTER, "2021-Q1", "2021-01-01", "2021-03-31"),
        (Granularity.YEAR, "2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_a_date_is_written_at_its_granularity_with_its_first_and_last_day(
    unit: Granularity, date: str, earliest: str, latest: str
) -> None:
    fields = event_to_json(event(Interval.of_unit(DAY, unit)))
    assert (fields["date"], fields["earliest"], fields["latest"]) == (date, earliest, latest)
    assert fields["granularity"] == unit.name.lower()
    assert "end_date" not in fields


def test_days_in_a_row_have_an_end_date() -> None:
    fields = event_to_json(event(Interval(DAY, DAY + 3 * 86_400, Granularity.DAY)))
    assert (fields["date"], fields["end_date"]) == ("2021-03-04", "2021-03-06")


def test_what_has_no_date_keeps_its_bounds_and_an_open_side_is_null() -> None:
    before = event_to_json(event(None, Interval(BEGINNING, DAY, Granularity.DAY)))
    assert (before["date"], before["earliest"], before["latest"]) == (None, None, "2021-03-03")
    assert "granularity" not in before
    nothing = event_to_json(event(None))
    assert (nothing["earliest"], nothing["latest"], nothing["edtf"]) == (None, None, None)


def test_a_length_of_time_has_no_place_on_the_calendar() -> None:
    reading = Reading(Kind.DURATION, "P7Y", None, "a length of time", mod="APPROX")
    timex = Timex(4, 9, Length(((7, Granularity.YEAR),)), reading, "length")
    fields = timex_to_json(timex, "For seven years")
    assert fields["text"] == "seven"
    assert (fields["mod"], fields["earliest"], fields["latest"], fields["edtf"]) == (
        "APPROX",
        None,
        None,
        None,
    )
    assert "alternatives" not in fields


def test_a_date_that_could_be_another_comes_with_the_others() -> None:
    text = "The bridge opened on 5 May."
    (timex,) = tag(Article("a", text, Interval.of_unit(DAY, Granularity.DAY), language="en"))
    fields = timex_to_json(timex, text)
    assert fields["value"] == "2020-05-05"
    assert [other["value"] for other in fields["alternatives"]] == ["2021-05-05"]  # type: ignore[attr-defined]


def test_the_first_and_the_last_date_of_a_range_carry_it() -> None:
    stretch = Interval(DAY, DAY + 3 * 86_400, Granularity.DAY)
    reading = Reading(
        Kind.DATE, "2021-03-04", Interval.of_unit(DAY, Granularity.DAY), because("said outright")
    )
    timex = Timex(0, 1, Length(()), reading, "day", range=stretch)
    assert timex_to_json(timex, "4-6 March")["range"] == "2021-03-04/2021-03-06"
    assert "range" not in timex_to_json(replace(timex, range=None), "4-6 March")


def test_an_event_quotes_the_text_when_it_is_at_hand() -> None:
    assert "quote" not in event_to_json(event(None))
    assert event_to_json(event(None), "and rain came")["quote"] == "rain "


def test_an_entry_tells_how_sure_it_is_and_keeps_every_report() -> None:
    first = event(Interval.of_unit(DAY, Granularity.DAY))
    entry = Entry(
        "e1",
        "It rained",
        None,
        EVER,
        (first, first),
        sources=2,
        conflict=True,
        because=because("they differ"),
    )
    fields = entry_to_json(entry)
    assert (fields["certainty"], fields["conflict"], fields["sources"]) == ("conflicting", True, 2)
    assert [(m["article"], m["start"], m["end"]) for m in fields["mentions"]] == [("a1", 4, 9)] * 2  # type: ignore[attr-defined]
