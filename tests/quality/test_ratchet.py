"""Quality only goes up: no figure may be lower than the floor in floors.json, on the same data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.quality import measure

FLOORS = Path(__file__).with_name("floors.json")
Floors = dict[str, dict[str, str | float]]


def hold(name: str, data: str, figures: measure.Figures, accept: bool) -> None:
    """Compare with the floors of a name; with `accept`, raise them to what was measured."""
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    old = floors.get(name, {})
    if accept:
        same = old.get("data") == data
        raised = {
            key: max(value, float(old.get(key, 0))) if same else value for key, value in figures.items()
        }
        floors[name] = {"data": data, **raised}
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        old = floors[name]
    assert old.get("data") == data, f"{name} is not the data that the floors were measured on"
    fallen = {key: (value, old[key]) for key, value in figures.items() if value < float(old[key])}
    assert not fallen, f"{name}: (now, floor) {fallen}"


def test_the_seeds_are_read_no_worse_than_before(accept: bool) -> None:
    data = measure.fingerprint(measure.GOLD, *measure.SEEDS.glob("*.txt"))
    hold("seeds", data, measure.seeds(), accept)


@pytest.mark.skipif(not measure.SCOREBOARD.exists(), reason="the corpora are not beside this clone")
def test_the_corpora_are_read_no_worse_than_before(accept: bool) -> None:
    for name, figures in measure.corpora().items():
        corpus = measure.SHARED / "corpora" / f"{name}.jsonl"
        hold(name, measure.fingerprint(corpus), figures, accept)
