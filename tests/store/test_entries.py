from dataclasses import replace

import pytest

from timeline.civil import DAY_SECONDS, Granularity, days_from_civil
from timeline.errors import InvalidInputError
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Basis, Certainty, Entry, Event
from timeline.store import EntryQuery, Weaving

ANY = Interval(BEGINNING, END, Granularity.DAY)


def entry(name, when=None, bounds=ANY, **fields):
    return Entry(name, fields.pop("summary", f"Event {name}"), when, when or bounds, (), **fields)


def day(year, month, day):
    return Interval.of_day(days_from_civil(year, month, day))


@pytest.fixture
def shown(desk):
    """Shows entries on a new timeline; gives its id."""

    def show(*entries, timeline=None):
        timeline = timeline or desk.store.create_timeline("Entries").id
        loom = desk.store.loom(timeline)
        with loom:
            assert loom.commit(Weaving((), {}, (), {}, (), {}, (), entries, {}))
        return timeline

    return show


def names(page):
    return [entry.id for entry in page.entries]


def test_entries_stand_in_time_order_whatever_the_calendar(store, shown):
    caesar = day(-43, 3, 15)
    timeline = shown(
        entry("today", day(2026, 11, 24)),
        entry("caesar", caesar),
        entry("year", Interval.of_unit(day(1914, 1, 1).start, Granularity.YEAR)),
        entry("new-year", day(1914, 1, 1)),
        entry("late", Interval(10 * DAY_SECONDS + 7_200, 10 * DAY_SECONDS + 7_260, Granularity.MINUTE)),
        entry("early", Interval(10 * DAY_SECONDS + 60, 10 * DAY_SECONDS + 120, Granularity.MINUTE)),
        entry("earth", Interval.of_unit(-4_000_000_000 * 366 * DAY_SECONDS, Granularity.MILLENNIUM)),
    )
    page = store.entries(timeline, EntryQuery())
    assert names(page) == ["earth", "caesar", "new-year", "year", "early", "late", "today"]
    assert [entry.order for entry in page.entries] == list(range(7))
    assert page.entries[1].when == caesar


def test_an_undated_entry_stands_within_its_bounds_and_one_without_any_at_the_end(store, shown):
    june = day(2022, 6, 1).start
    timeline = shown(
        entry("nowhere"),
        entry("before-june", bounds=Interval(BEGINNING, june, Granularity.DAY)),
        entry("may", day(2022, 5, 1)),
        entry("june", day(2022, 6, 1)),
        entry("between", bounds=Interval(day(2022, 5, 2).start, day(2022, 5, 20).start, Granularity.DAY)),
    )
    page = store.entries(timeline, EntryQuery())
    assert names(page) == ["may", "between", "before-june", "june", "nowhere"]
    assert page.entries[1].certainty is Certainty.UNDATED


def pages(store, timeline, query):
    found = []
    while True:
        page = store.entries(timeline, query)
        found += names(page)
        if not page.next_cursor:
            return found
        query = replace(query, cursor=page.next_cursor)


@pytest.mark.parametrize("text", ["", "event"])
@pytest.mark.parametrize("limit", [1, 7, 50, 99, 100, 101])
def test_pages_hold_each_entry_once(store, shown, limit, text):
    entries = [entry(f"{i:03}", Interval.of_day(i // 10)) for i in range(100)]
    timeline = shown(*reversed(entries))
    assert pages(store, timeline, EntryQuery(limit=limit, text=text)) == [entry.id for entry in entries]


def test_a_page_goes_on_behind_an_entry_that_has_since_moved(store, shown, desk):
    timeline = shown(*(entry(f"{i}", Interval.of_day(i)) for i in range(6)))
    first = store.entries(timeline, EntryQuery(limit=3))
    loom = store.loom(timeline)
    with loom:
        loom.commit(Weaving((), {}, (), {}, (), {}, ("2",), (entry("2", Interval.of_day(4)),), {}))
    assert names(store.entries(timeline, EntryQuery(limit=9, cursor=first.next_cursor))) == [
        "3",
        "2",
        "4",
        "5",
    ]


@pytest.mark.parametrize("cursor", ["x", "nonsense", "e30", "é", "MTIz", "=" * 9])
def test_a_cursor_that_no_page_gave_is_refused(store, shown, cursor):
    with pytest.raises(InvalidInputError) as refused:
        store.entries(shown(entry("a", Interval.of_day(1))), EntryQuery(cursor=cursor))
    assert refused.value.problems[0].pointer == "/cursor"


def test_a_window_holds_what_touches_it(store, shown):
    timeline = shown(
        entry("before", day(2022, 7, 31)),
        entry("year", Interval.of_unit(day(2022, 1, 1).start, Granularity.YEAR)),
        entry("first", day(2022, 8, 1)),
        entry("last", day(2022, 8, 31)),
        entry("after", day(2022, 9, 1)),
        entry("bounded", bounds=Interval(BEGINNING, day(2022, 8, 2).start, Granularity.DAY)),
    )
    august = EntryQuery(first_day=days_from_civil(2022, 8, 1), last_day=days_from_civil(2022, 8, 31))
    page = store.entries(timeline, august)
    assert set(names(page)) == {"year", "first", "last", "bounded"}
    assert page.total == 4


@pytest.fixture
def told(desk, article):
    """A timeline of two articles with sources; the second has a title that a search must find."""
    timeline = desk.store.create_timeline("Told").id
    articles = [
        article("a", "The bridge at Orlen collapsed on 3 May 2021.", source="The Orlen Post"),
        article("b", "The ferry sank on 9 March 2020.", source="Harbour News", title="Straße am Hafen"),
    ]
    desk.store.submit(timeline, articles)
    desk.work()
    return timeline


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (EntryQuery(), 2),
        (EntryQuery(source="The Orlen Post"), 1),
        (EntryQuery(source="The Orlen"), 0),
        (EntryQuery(text="FERRY"), 1),
        (EntryQuery(text="strasse"), 1),
        (EntryQuery(text="submarine"), 0),
        (EntryQuery(certainty=Certainty.STATED), 2),
        (EntryQuery(certainty=Certainty.UNDATED), 0),
        (EntryQuery(actor="Nobody"), 0),
        (EntryQuery(source="The Orlen Post", text="bridge", certainty=Certainty.STATED), 1),
    ],
)
def test_all_conditions_of_a_query_must_hold(store, told, query, found):
    page = store.entries(told, query)
    assert (page.total, len(page.entries)) == (found, found)


def test_sources_and_actors_are_counted(store, told):
    assert store.facets(told).sources == (("Harbour News", 1), ("The Orlen Post", 1))


@pytest.mark.parametrize(
    "query",
    [
        EntryQuery(limit=1),
        EntryQuery(certainty=Certainty.STATED, limit=1),
        EntryQuery(text="ferry"),
        EntryQuery(source="nobody"),
    ],
)
def test_a_survey_holds_what_page_density_and_facets_tell_one_by_one(store, told, query):
    survey = store.survey(told, query)
    assert survey.page == store.entries(told, query)
    assert survey.days == store.density(told, query)
    assert survey.facets == store.facets(told)
    if survey.page.next_cursor:
        later = replace(query, cursor=survey.page.next_cursor)
        assert store.survey(told, later).page == store.entries(told, later)


def test_a_survey_counts_each_degree_of_certainty_whatever_degree_is_asked_for(store, told):
    every = store.survey(told, EntryQuery()).certainties
    assert sum(every.values()) == 2
    assert every[Certainty.STATED] == 2
    undated = store.survey(told, EntryQuery(certainty=Certainty.UNDATED))
    assert undated.certainties == every
    assert undated.page.total == 0
    assert store.survey(told, EntryQuery(text="ferry")).certainties == {Certainty.STATED: 1}


def test_an_entry_is_found_by_its_id(store, told):
    (first, *_) = store.entries(told, EntryQuery()).entries
    assert store.entry(told, first.id).summary == first.summary
    assert store.entry(told, "never") is None
    assert store.entry("never", first.id) is None


def test_the_density_counts_every_entry_that_has_a_place(store, shown):
    sure = [entry(f"{i}", Interval.of_day(i)) for i in range(0, 1000, 10)]
    dated = Event("e", "a", 0, 1, "x", Interval.of_day(5), Interval.of_day(5), Basis.STATED, "", 0)
    stated = Entry("stated", "x", Interval.of_day(995), Interval.of_day(995), (dated,))
    vague = entry("vague", Interval.of_day(3).roughly())
    timeline = shown(*sure, stated, vague, entry("nowhere"))
    days = store.density(timeline, EntryQuery())
    assert len(days) == 102
    assert all(day.first_day == day.last_day for day in days)
    assert sum(day.entries for day in days) == 102
    assert sum(day.uncertain for day in days) == 1
    assert [day.first_day for day in days] == sorted(day.first_day for day in days)


def test_an_empty_timeline_has_no_density(store, shown):
    assert store.density(shown(), EntryQuery()) == ()
    assert store.density("never", EntryQuery()) == ()


def test_what_words_and_dates_put_in_different_order_is_found_wherever_it_stands(desk, article):
    timeline = desk.store.create_timeline("Orders").id
    text = "The mill at {0} closed in {1} after the owner died in {2}."
    told = {"right": ("Ulm", 1990, 1980), "wrong": ("Gera", 2001, 2011), "late": ("Hof", 2002, 2012)}
    desk.store.submit(timeline, [article(name, text.format(*said)) for name, said in told.items()])
    desk.work()
    found = desk.store.contradicted(timeline, 10)
    assert [(one.mentions[0].article, len(one.contradictions)) for one in found] == [
        ("wrong", 1),
        ("late", 1),
    ]
    assert desk.store.contradicted(timeline, 1) == found[:1]
