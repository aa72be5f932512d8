"""The drawing: what stands where, what is drawn how, and that nothing lies outside."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline.civil import DAY_SECONDS, Granularity
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Basis, Entry
from timeline.store import Bucket
from web.axis import Taken, axis_of
from web.overview import of_days, of_entries
from web.stretches import calendar_stretches, equal_stretches
from web.zoom import zooms


def entry(name, when, bounds=None, **fields):
    made = Entry(id=name, summary=name, when=when, bounds=bounds or when, mentions=(), basis=Basis.STATED)
    return replace(made, **fields)


def day(number, length=1, granularity=Granularity.DAY, approximate=False):
    return Interval(number * DAY_SECONDS, (number + length) * DAY_SECONDS, granularity, approximate)


@pytest.fixture(autouse=True)
def _reading(app):
    with app.test_request_context("/"):
        yield


def kinds(*entries):
    return {mark.entry: mark.kind for mark in of_entries(entries, (None, None)).marks}


def test_each_degree_of_certainty_is_drawn_in_its_own_way():
    until, since = Interval(BEGINNING, DAY_SECONDS * 9, Granularity.DAY), Interval(0, END, Granularity.DAY)
    drawn = kinds(
        entry("day", day(3)),
        entry("month", day(0, 30, Granularity.MONTH)),
        entry("late", day(5, 9, Granularity.MONTH, approximate=True)),
        entry("carried", day(3), basis=Basis.CARRIED),
        entry("before", None, until),
        entry("after", None, since),
        entry("within", None, day(1, 9)),
        entry("claims", None, day(1, 9), conflict=True),
    )
    assert drawn == {
        "day": "day",
        "month": "unit",
        "late": "about",
        "carried": "inferred",
        "before": "until",
        "after": "since",
        "within": "between",
        "claims": "claims",
    }


def test_entries_of_one_day_lie_in_lanes_of_their_own():
    drawn = of_entries([entry(name, day(3)) for name in "abc"] + [entry("later", day(90))], (None, None))
    assert len({mark.y for mark in drawn.marks if mark.entry in "abc"}) == 3
    assert drawn.height > max(mark.y for mark in drawn.marks) + 20


def test_what_nothing_places_in_time_is_counted_and_not_drawn():
    drawn = of_entries(
        [entry("a", day(3)), entry("b", None, Interval(BEGINNING, END, Granularity.DAY))], (None, None)
    )
    assert [mark.entry for mark in drawn.marks] == ["a"]
    assert drawn.unplaced == 1


def test_entries_without_any_place_give_no_drawing():
    assert of_entries([], (None, None)) is None
    assert of_days((), (None, None)) is None


def test_more_than_can_lie_side_by_side_is_left_to_the_histogram():
    assert of_entries([entry(str(i), day(3)) for i in range(60)], (None, None)) is None


def test_a_window_is_drawn_from_its_first_to_its_last_day():
    drawn = of_entries([entry("a", day(3)), entry("b", day(0, 40, Granularity.MONTH))], (2, 10))
    assert (drawn.first_day, drawn.last_day) == (2, 10)
    for mark in drawn.marks:
        assert mark.x >= 0
        assert mark.x + mark.width <= 100.01


def test_bars_are_as_high_as_their_counts_and_tell_what_is_unsure():
    drawn = of_days([Bucket(0, 0, 10, 5), Bucket(20, 20, 20, 0)], (None, None))
    first, second = drawn.bars
    assert first.sure == first.unsure == 22.5
    assert (second.sure, second.unsure) == (90.0, 0)
    assert first.title == "1 January 1970: 10 entries, 5 not surely dated"
    assert drawn.most == 20


def test_a_few_old_entries_leave_most_of_the_width_to_the_many_of_today():
    old = [Bucket(day, day, 1, 0) for day in (-736_000, -570_000, -330_000, -110_000)]
    new = [Bucket(day, day, 5, 0) for day in range(19_000, 20_000, 3)]
    drawn = of_days(old + new, (None, None))
    bars = [bar for bar in drawn.bars if bar.first >= "2022"]
    assert len(bars) > 10
    assert bars[-1].x + bars[-1].width - bars[0].x > 40
    assert len(drawn.breaks) == 4
    assert all(a.end < b.x for a, b in pairwise(drawn.breaks))
    assert sum(bar.count for bar in drawn.bars) == 4 + 5 * len(new)


def test_zooming_in_leads_to_where_most_is():
    counts = [
        Bucket(0, 0, 1, 0),
        *(Bucket(day, day, 9, 0) for day in range(300, 340)),
        Bucket(365, 365, 1, 0),
    ]
    near = {zoom.name: zoom for zoom in zooms(of_days(counts, (0, 365)))}
    assert near["Zoom in"].first <= "1970-10-28"
    assert near["Zoom in"].last >= "1970-12-06"
    assert near["Zoom in"].first > near["Zoom out"].first


def test_a_single_day_does_not_fill_the_drawing_and_its_hours_do():
    (mark,) = of_entries([entry("a", day(100))], (None, None)).marks
    assert 40 < mark.x < 60
    hour = Interval(DAY_SECONDS * 100 + 43_200, DAY_SECONDS * 100 + 46_800, Granularity.HOUR)
    drawn = of_entries([entry("noon", hour)], (None, None))
    assert [tick.label for tick in drawn.ticks][:3] == ["11 Apr", "03:00", "06:00"]
    assert drawn.marks[0].x == 50


@given(
    st.lists(st.tuples(st.integers(-800_000, 800_000), st.integers(1, 9)), min_size=1, max_size=60),
    st.integers(1, 60),
)
def test_stretches_hold_every_day_once_and_are_no_more_than_asked_for(days, most):
    counts = dict(days)
    found = [Bucket(day, day, counts[day], 0) for day in sorted(counts)]
    first, last = found[0].first_day, found[-1].last_day
    for stretches in (equal_stretches(found, most), calendar_stretches(found, first, last, most)):
        assert sum(stretch.entries for stretch in stretches) == sum(counts.values())
        assert all(a.last_day < b.first_day for a, b in pairwise(stretches))
        assert first == stretches[0].first_day
        assert len(stretches) <= most + 1  # a calendar unit is cut at each end


def test_stretches_are_such_as_the_calendar_names():
    days = [Bucket(day, day, 1, 0) for day in range(0, 3650, 10)]
    months = calendar_stretches(days, 0, 3649, 130)
    assert [(stretch.first_day, stretch.last_day) for stretch in months[:3]] == [(0, 30), (31, 58), (59, 89)]
    years = calendar_stretches(days, 0, 3649, 12)
    assert (years[1].first_day, years[1].last_day) == (365, 729)


@given(
    st.lists(st.tuples(st.integers(-800_000, 800_000), st.integers(1, 4000)), min_size=1, max_size=40),
)
def test_days_keep_their_order_on_any_axis_and_stay_on_it(stretches):
    taken = [Taken(first, first + length - 1) for first, length in stretches]
    first, last = min(one.first for one in taken), max(one.last for one in taken)
    axis = axis_of(first, last, taken, room=(1, 1))
    edges = sorted(edge for one in taken for edge in (one.first, one.last))
    places = [axis.at(edge) for edge in edges]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    pieces = [(piece.x, piece.end) for piece in axis.pieces]
    assert pieces == sorted(pieces)
    assert axis.pieces[-1].end == pytest.approx(100, abs=0.01)
    assert len(axis.breaks) == len(axis.pieces) - 1
    ticks = axis.ticks()
    assert all(0 <= tick.x <= 100 for tick in ticks)
    for piece in axis.pieces:
        assert any(piece.x <= tick.x <= piece.end for tick in ticks)


def test_a_long_empty_stretch_is_drawn_together():
    axis = axis_of(0, 100_000, [Taken(0, 100), Taken(99_900, 100_000)])
    assert len(axis.pieces) == 2
    assert axis.at(100) > 40
    assert axis.at(99_900) < 60
    (gap,) = axis.breaks
    assert gap.left_out == "19 April 1970 – 1 July 2243"
