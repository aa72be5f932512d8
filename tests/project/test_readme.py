"""The README's figures are those that are measured."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
FLOORS = json.loads((ROOT / "tests/quality/floors.json").read_text(encoding="utf-8"))
SEMEVAL = ("events-semeval-trial", "events-semeval-1", "events-semeval-2")
TOLD = {
    "value": (
        r"100 expressions of time, .* in histories",
        1,
        ("timex-timebank", "timex-aquaint", "timex-wikiwars-train"),
    ),
    "F1": (r"100 dated events, .* five corpora", 100, (*SEMEVAL, "events-timeset-dev", "events-eventtime")),
    "merging": (r"several articles tell, .* as people join them", 100, SEMEVAL),
}


@pytest.mark.parametrize("figure", TOLD)
def test_the_readme_tells_the_figures_that_are_measured(figure: str) -> None:
    pattern, times, corpora = TOLD[figure]
    (sentence,) = re.findall(pattern, README)
    told = re.findall(r"\d+\.\d", sentence)
    assert told == [f"{times * FLOORS[corpus][figure]:.1f}" for corpus in corpora]


def test_the_readme_tells_the_figures_of_our_own_stories_and_articles() -> None:
    for pattern, name, figures in (
        (r"in stories of our own, .* rightly", "stories", ("joined", "rightly")),
        (r"events of whole articles of our own, .* as they are", "articles", ("dates", "status")),
    ):
        (sentence,) = re.findall(pattern, README)
        assert re.findall(r"\d+\.\d", sentence) == [f"{FLOORS[name][figure]:.1f}" for figure in figures]
