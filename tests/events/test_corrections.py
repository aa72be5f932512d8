"""Corrections by people: records on top of the evidence, in force until undone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.events.telling import on
from tests.events.test_merge import report
from timeline.events.corrections import Change, Correction, apply
from timeline.events.merge import entries
from timeline.model import Basis, Entry

FERRY, OTHER = report("a"), report("b")
DOCK = report("c", "2022-08-01", ("burn", "dock", "Lind"))


def timeline() -> tuple[Entry, ...]:
    return entries([FERRY, OTHER, DOCK])


def change(kind: Change, *events: str, at: str = "2022-08-09T10:00:00Z", **more: object) -> Correction:
    return Correction(f"{kind.value} {at}", "Ines", at, kind, events, **more)  # type: ignore[arg-type]


def entry(found: tuple[Entry, ...], event: str) -> Entry:
    return next(one for one in found if event == one.id or event in {m.id for m in one.mentions})


def test_a_date_is_set_and_says_by_whom() -> None:
    found = entry(apply(timeline(), [change(Change.DATE, "b", date=on("2022-08-04"))]), "a")
    assert (found.when, found.basis) == (on("2022-08-04"), Basis.STATED)
    assert str(found.because) == "Ines set the date on 2022-08-09"
    assert found.mentions == (FERRY, OTHER)  # the evidence is as it was


def test_the_later_of_two_dates_holds() -> None:
    first = change(Change.DATE, "a", date=on("2022-08-03"))
    second = change(Change.DATE, "a", at="2022-08-10T10:00:00Z", date=on("2022-08-02"))
    assert entry(apply(timeline(), [second, first]), "a").when == on("2022-08-02")


def test_a_date_can_be_taken_away() -> None:
    found = entry(apply(timeline(), [change(Change.DATE, "a")]), "a")
    assert (found.when, found.basis) == (None, Basis.BOUNDED)


def test_entries_are_merged_and_keep_a_date_set_on_a_part() -> None:
    made = [change(Change.DATE, "c", date=on("2022-08-05")), change(Change.MERGE, "a", "c")]
    (found,) = apply(timeline(), made)
    assert {m.id for m in found.mentions} == {"a", "b", "c"}
    assert found.when == on("2022-08-05")


def test_reports_are_split_off() -> None:
    found = apply(timeline(), [change(Change.SPLIT, "b")])
    assert {tuple(m.id for m in one.mentions) for one in found} == {("a",), ("b",), ("c",)}


def test_what_is_split_and_merged_again_is_one() -> None:
    made = [change(Change.SPLIT, "b"), change(Change.MERGE, "a", "b", at="2022-08-10T10:00:00Z")]
    assert {m.id for m in entry(apply(timeline(), made), "a").mentions} == {"a", "b"}


def test_an_entry_is_hidden() -> None:
    assert [one.id for one in apply(timeline(), [change(Change.HIDE, "c")])] == ["a"]


def test_an_entry_is_added_and_can_be_dated_and_merged() -> None:
    added = change(Change.ADD, date=on("2022-07-01"), summary="The ferry was inspected")
    (first, *_) = apply(timeline(), [added])
    assert (first.id, first.summary, first.when, first.sources) == (
        added.id,
        added.summary,
        on("2022-07-01"),
        0,
    )
    joined = apply(timeline(), [added, change(Change.MERGE, added.id, "a")])
    assert entry(joined, "a").when == on("2022-07-01")


def test_an_entry_is_confirmed() -> None:
    found = entry(apply(timeline(), [change(Change.CONFIRM, "b")]), "a")
    assert found.confirmed
    assert found.when == on("2022-08-05")


def test_a_detail_that_somebody_touches_is_shown() -> None:
    detail = entries([replace(DOCK, minor=True)])
    assert apply(detail, []) == ()
    assert [one.id for one in apply(detail, [change(Change.CONFIRM, "c")])] == ["c"]


@pytest.mark.parametrize("kind", list(Change))
def test_a_correction_undone_changes_nothing(kind: Change) -> None:
    undone = replace(change(kind, "a", "c", date=on("2022-07-01")), undone=True)
    assert apply(timeline(), [undone]) == apply(timeline(), [])


@pytest.mark.parametrize("kind", [kind for kind in Change if kind is not Change.ADD])
def test_a_correction_sleeps_while_its_events_are_away(kind: Change) -> None:
    away = change(kind, "gone", "gone too", date=on("2022-07-01"))
    assert apply(timeline(), [away]) == apply(timeline(), [])


def test_a_correction_holds_when_a_new_article_joins_the_entry() -> None:
    made = [change(Change.DATE, "b", date=on("2022-08-04"))]
    more = entries([FERRY, OTHER, DOCK, report("0 new")])
    assert entry(apply(more, made), "b").when == on("2022-08-04")
    assert entry(apply(more, made), "b").sources == 3


@given(
    st.permutations(
        [change(kind, "b", date=on("2022-07-01"), at=f"2022-08-1{n}") for n, kind in enumerate(Change)]
    )
)
@settings(deadline=None)
def test_the_order_in_which_corrections_are_handed_in_does_not_matter(made: list[Correction]) -> None:
    assert apply(timeline(), made) == apply(timeline(), made[::-1])
