"""Quality only goes up: no figure may be lower than the floor in floors.json, on the same data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.quality import measure

FLOORS = Path(__file__).with_name("floors.json")
Floors = dict[str, dict[str, str | float]]


def fallen(name: str, data: str, figures: measure.Figures, accept: bool) -> list[str]:
    """Name the figures below the floors of a name; with `accept`, first raise those that are passed."""
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    if accept:
        floors[name] = raised(floors.get(name, {}), data, figures)
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    old = floors.get(name, {"data": ""})
    assert old["data"] == data, f"{name} is not the data that the floors were measured on"
    return [
        f"{name} {key}: {figures.get(key, 0)}, floor {floor}"
        for key, floor in old.items()
        if key != "data" and figures.get(key, 0) < float(floor)
    ]


def raised(old: dict[str, str | float], data: str, figures: measure.Figures) -> dict[str, str | float]:
    """Give floors at what was measured, or where they were if that is higher; other data starts anew."""
    before = old if old.get("data") == data else {}
    floors = {key: max(value, float(before.get(key, 0))) for key, value in figures.items()}
    return {"data": data, **{key: floor for key, floor in floors.items() if floor}}


def test_the_seeds_are_read_no_worse_than_before(accept: bool) -> None:
    data = measure.fingerprint(measure.GOLD, *measure.SEEDS.glob("*.txt"))
    assert not fallen("seeds", data, measure.seeds(), accept)


def test_passages_of_many_kinds_are_read_no_worse_than_before(accept: bool) -> None:
    data = measure.fingerprint(measure.PASSAGES)
    assert not fallen("passages", data, measure.passages(), accept)


def test_stories_of_several_articles_are_joined_no_worse_than_before(accept: bool) -> None:
    data = measure.fingerprint(measure.STORIES)
    assert not fallen("stories", data, measure.stories(), accept)


def test_events_of_whole_articles_are_dated_and_put_forward_no_worse_than_before(accept: bool) -> None:
    data = measure.fingerprint(measure.ARTICLES)
    assert not fallen("articles", data, measure.articles(), accept)


@pytest.mark.skipif(not measure.SCOREBOARD.exists(), reason="the corpora are not beside this clone")
def test_the_corpora_are_read_no_worse_than_before(accept: bool) -> None:
    found = []
    for name, figures in measure.corpora().items():
        corpus = measure.SHARED / "corpora" / f"{name}.jsonl"
        found += fallen(name, measure.fingerprint(corpus), figures, accept)
    assert not found
