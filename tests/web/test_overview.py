"""The drawing: what stands where, what is drawn how, and that nothing lies outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline.civil import DAY_SECONDS, Granularity
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Basis, Entry
from timeline.store import Bucket
from web.axis import axis_of
from web.overview import of_buckets, of_entries


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
    assert of_buckets((), (None, None)) is None


def test_more_than_can_lie_side_by_side_is_left_to_the_histogram():
    assert of_entries([entry(str(i), day(3)) for i in range(60)], (None, None)) is None


def test_a_window_is_drawn_from_its_first_to_its_last_day():
    drawn = of_entries([entry("a", day(3)), entry("b", day(0, 40, Granularity.MONTH))], (2, 10))
    assert (drawn.first_day, drawn.last_day) == (2, 10)
    for mark in drawn.marks:
        assert mark.x >= 0
        assert mark.x + mark.width <= 100.01


def test_bars_are_as_high_as_their_counts_and_tell_what_is_unsure():
    drawn = of_buckets([Bucket(0, 9, 10, 5), Bucket(10, 19, 0, 0), Bucket(20, 29, 20, 0)], (None, None))
    first, second = drawn.bars
    assert first.sure == first.unsure == 22.5
    assert (second.sure, second.unsure) == (90.0, 0)


@given(
    st.lists(st.tuples(st.integers(-800_000, 800_000), st.integers(1, 4000)), min_size=1, max_size=40),
)
def test_days_keep_their_order_on_any_axis_and_stay_on_it(stretches):
    occupied = [(first, first + length - 1) for first, length in stretches]
    first, last = min(a for a, _ in occupied), max(b for _, b in occupied)
    axis = axis_of(first, last, occupied, room=(True, True))
    edges = sorted(edge for pair in occupied for edge in pair)
    places = [axis.at(edge) for edge in edges]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    pieces = [(piece.x, piece.end) for piece in axis.pieces]
    assert pieces == sorted(pieces)
    assert axis.pieces[-1].end == pytest.approx(100, abs=0.01)
    assert len(axis.breaks) == len(axis.pieces) - 1
    assert all(0 <= tick.x <= 100 for tick in axis.ticks())


def test_a_long_empty_stretch_is_drawn_together():
    axis = axis_of(0, 100_000, [(0, 100), (99_900, 100_000)])
    assert len(axis.pieces) == 2
    assert axis.at(100) > 40
    assert axis.at(99_900) < 60
