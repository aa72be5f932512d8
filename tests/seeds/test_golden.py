"""The timeline of each seed article, and what all of them say together, compared with what was accepted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.events.merge import shown
from timeline.files import articles_from_file
from timeline.model import Article, Entry
from timeline.pipeline import build
from timeline.wire import entry_to_json

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))
SHOWN = ("date", "end_date", "earliest", "latest", "certainty", "basis", "because", "status")


def article(name: str) -> Article:
    (found,) = articles_from_file(f"{name}.txt", (SEEDS / f"{name}.txt").read_bytes())
    return found


def told(entry: Entry, names: dict[str, str], texts: dict[str, Article]) -> dict[str, object]:
    """What a reader of the golden file needs to judge an entry; ids say nothing to people."""
    fields = entry_to_json(entry)
    quotes = sorted(
        f"{names[mention.article]}: {texts[mention.article].text[mention.start : mention.end]}"
        for mention in entry.mentions
    )
    return (
        {"summary": entry.summary} | {key: fields[key] for key in SHOWN if key in fields} | {"quotes": quotes}
    )


def compare(path: Path, entries: list[dict[str, object]], accept: bool) -> None:
    if accept:
        path.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert entries == json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_the_timeline_of_a_seed_is_the_accepted_one(name: str, accept: bool) -> None:
    read = article(name)
    entries = [told(entry, {read.id: name}, {read.id: read}) for entry in shown(build([read]))]
    compare(SEEDS / f"{name}.timeline.json", entries, accept)


def test_what_several_seeds_report_is_one_entry(accept: bool) -> None:
    articles = {name: article(name) for name in NAMES}
    names = {read.id: name for name, read in articles.items()}
    texts = {read.id: read for read in articles.values()}
    merged = [
        told(entry, names, texts)
        for entry in shown(build(articles.values()))
        if len({mention.article for mention in entry.mentions}) > 1
    ]
    compare(SEEDS / "merged.timeline.json", merged, accept)


def test_the_order_of_the_articles_changes_nothing() -> None:
    articles = [article(name) for name in NAMES]
    assert build(articles) == build(articles[::-1])
