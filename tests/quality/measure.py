"""Measures quality: on our own seeds, and on the corpora beside the clone where they are there."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from timeline.edtf import date_of, end_date_of
from timeline.files import articles_from_file
from timeline.model import Article, Entry, Event
from timeline.pipeline import build, read
from timeline.tagger import tag
from timeline.wire import article_from_json

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
GOLD = Path(__file__).with_name("seeds.gold.json")
PASSAGES = Path(__file__).with_name("passages.toml")
STORIES = Path(__file__).with_name("stories.toml")
ARTICLES = Path(__file__).with_name("articles.toml")
SHARED = ROOT.parent / "shared"
SCOREBOARD = SHARED / "eval" / "scoreboard.py"
MERGED = ("events-semeval-trial", "events-semeval-1", "events-semeval-2")
KEPT = ("value", "strict", "relaxed", "type", "F1", "bounds", "before")

Figures = dict[str, float]


def seeds() -> Figures:
    """Score the seeds against what was written down by hand: F1 of values, share of events dated right."""
    hits = gold_count = found_count = right = events = 0
    for name, gold in json.loads(GOLD.read_text(encoding="utf-8")).items():
        (article,) = articles_from_file(f"{name}.txt", (SEEDS / f"{name}.txt").read_bytes())
        found = [(t.start, t.end, t.reading.kind.value, t.reading.value) for t in tag(article)]
        meant = _places(article.text, gold["timexes"])
        gold_count += len(meant)
        found_count += len(found)
        hits += sum(any(f[0] < m[1] and m[0] < f[1] and f[2:] == m[2:] for f in found) for m in meant)
        right += sum(_first_date_at(article, event["words"]) == event["date"] for event in gold["events"])
        events += len(gold["events"])
    return {
        "value": round(200 * hits / (gold_count + found_count), 1),
        "dates": round(100 * right / events, 1),
    }


def _places(text: str, timexes: list[dict[str, str]]) -> list[tuple[int, int, str, str]]:
    places, position = [], 0
    for timex in timexes:
        position = text.index(timex["text"], position)
        end = position + len(timex["text"])
        places.append((position, end, timex["type"], timex["value"]))
        position = end
    return places


def _first_date_at(article: Article, words: str) -> str | None:
    """The date of the tightest event that holds the words, of a stretch its first."""
    return _dates_of(article, words, words).partition("/")[0] or None


def _dates_of(article: Article, word: str, words: str) -> str:
    """The date of the tightest event that holds the word with which these words of the text begin.

    "first/last" for a stretch, "" where it has none.
    """
    start = article.text.index(words)
    end = start + len(word)
    covering = [event for event in read(article) if event.start <= start and end <= event.end]
    if not covering:
        return "no event"
    when = min(covering, key=lambda event: event.end - event.start).when
    return "/".join(filter(None, (date_of(when), end_date_of(when))))


def passages() -> Figures:
    """Score the passages: F1 of the values of their expressions in order, share of their events dated right."""
    hits = meant = found = right = events = 0
    for passage in tomllib.loads(PASSAGES.read_text(encoding="utf-8"))["passage"]:
        given = {"text": passage["text"].strip(), "published": passage["published"]}
        article = article_from_json(given)
        values = [timex.reading.value for timex in tag(article)]
        alike = SequenceMatcher(None, passage["says"], values, autojunk=False).get_matching_blocks()
        hits += sum(block.size for block in alike)
        meant, found = meant + len(passage["says"]), found + len(values)
        right += sum(_dates_of(article, words.split()[0], words) == date for words, date in passage["events"])
        events += len(passage["events"])
    return {"value": round(200 * hits / (meant + found), 1), "dates": round(100 * right / events, 1)}


def stories() -> Figures:
    """Score the merging of the stories: of pairs that belong together, those joined; of pairs joined, those right.

    `dates` is the share of the events whose entries have the date that a reader gives them.
    """
    joined = right = pairs = dated = events = 0
    for story in tomllib.loads(STORIES.read_text(encoding="utf-8"))["story"]:
        homes = homes_of(story)
        for (event, one), (other, two) in combinations(
            [(n, home) for n, told in enumerate(homes) for home in told], 2
        ):
            pairs += event == other
            joined += one is not None and one == two
            right += event == other and one is not None and one == two
        dated += sum(
            any(home is not None and date_of_entry(home) == event["date"] for home in told)
            for event, told in zip(story["events"], homes, strict=True)
        )
        events += len(homes)
    return {
        "joined": round(100 * right / pairs, 1),
        "rightly": round(100 * right / joined, 1),
        "dates": round(100 * dated / events, 1),
    }


def homes_of(story: dict[str, Any]) -> list[list[Entry | None]]:
    """Give for each event of a story the entries that hold what its words tell, None where none does."""
    articles = [
        article_from_json({"id": str(n), "text": text, "published": published})
        for n, (published, text) in enumerate(story["articles"])
    ]
    entries = build(articles)
    return [
        [
            _home(entries, article, words)
            for article, words in zip(articles, event["told"], strict=True)
            if words
        ]
        for event in story["events"]
    ]


def _home(entries: Sequence[Entry], article: Article, words: str) -> Entry | None:
    """Give the entry of the tightest report that holds the first of these words of an article."""
    start = article.text.index(words)
    end = start + len(words.split()[0])
    covering = [
        (mention.end - mention.start, entry.id, entry)
        for entry in entries
        for mention in entry.mentions
        if mention.article == article.id and mention.start <= start and end <= mention.end
    ]
    return min(covering, key=lambda c: c[:2])[2] if covering else None


def articles() -> Figures:
    """Score whole articles: share of their events dated right, and of those put forward as they are told.

    What has no date is right without one, or with one that lies within the bounds that the text gives.
    """
    dated = told = events = 0
    for given in tomllib.loads(ARTICLES.read_text(encoding="utf-8"))["article"]:
        article = article_from_json({"text": given["text"].strip(), "published": given["published"]})
        found = read(article)
        for event in given["event"]:
            telling = _telling(found, article, event["quote"])
            right = [one for one in telling if _is_dated(one, event)]
            dated += bool(right)
            told += any(one.status == event["status"] for one in right or telling)
            events += 1
    return {"dates": round(100 * dated / events, 1), "status": round(100 * told / events, 1)}


def _telling(found: Sequence[Event], article: Article, quote: str) -> list[Event]:
    """Give the events whose telling word stands in a quote, for want of one the tightest that holds its beginning."""
    start = article.text.index(quote)
    end = start + len(quote)
    inside = [e for e in found if e.trigger is not None and start <= e.trigger[0] and e.trigger[1] <= end]
    around = [e for e in found if e.start <= start < e.end]
    return inside or sorted(around, key=lambda e: e.end - e.start)[:1]


def _is_dated(event: Event, gold: dict[str, str]) -> bool:
    """Tell whether an event has the date of the gold, or no more than the bounds where that has none."""
    if gold["date"] != "none" or event.when is None:
        return (date_of(event.when) or "none") == gold["date"]
    if not (gold["earliest"] and gold["latest"]):
        return False
    first, last = (
        article_from_json({"text": "-", "published": gold[side]}).published for side in ("earliest", "latest")
    )
    return first.start <= event.when.start and event.when.end <= last.end


def date_of_entry(entry: Entry) -> str:
    """Give the date of an entry, "differ" where its reports disagree, "" where it has none."""
    return "differ" if entry.conflict else date_of(entry.when) or ""


def corpora() -> dict[str, Figures]:
    """Run the scoreboard beside the clone and read its figures, those of merging added."""
    command = [sys.executable, str(SCOREBOARD), "--command", str(Path(sys.executable).with_name("timeline"))]
    board = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    figures = {line.split()[0]: _figures(line.split("|")[0]) for line in board.splitlines()}
    for name in MERGED:
        figures[name] |= {"merging": _merging(SHARED / "corpora" / f"{name}.jsonl")}
    return figures


def _figures(row: str) -> Figures:
    words = row.split()[1:]
    return {word: float(value) for word, value in pairwise(words) if word in KEPT}


def _merging(gold: Path) -> float:
    build = [sys.executable, "-m", "timeline", "build", "--jsonl", str(gold), "--format", "json"]
    built = subprocess.run(build, cwd=ROOT, capture_output=True, check=True).stdout
    scorer = [sys.executable, str(SHARED / "eval" / "score_merge.py"), str(gold), "/dev/stdin"]
    said = subprocess.run(scorer, input=built, capture_output=True, check=True).stdout.decode()
    found = re.search(r"F1 ([\d.]+)", said)
    assert found, said
    return float(found[1])


def fingerprint(*paths: Path) -> str:
    """Name what was measured on: a figure holds only for the data it was measured on."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
