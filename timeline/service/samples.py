"""The sample articles, which a first start shows: a timeline for each story that `seeds/stories.toml` tells of."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import timeline
from timeline.files import articles_from_file
from timeline.model import Article
from timeline.store import Store

_SEEDS = Path(timeline.__file__).parent.parent / "seeds"


@dataclass(frozen=True, slots=True)
class Story:
    """What some of the sample articles tell of together."""

    title: str
    articles: tuple[Article, ...]


def stories() -> tuple[Story, ...]:
    """Give the stories, in the order in which they are shown; none where the samples are not at hand."""
    listed = _SEEDS / "stories.toml"
    if not listed.exists():
        return ()
    told = tomllib.loads(listed.read_text(encoding="utf-8"))["story"]
    return tuple(Story(one["title"], tuple(map(_article, one["articles"]))) for one in told)


def load_samples(store: Store) -> None:
    """Submit the samples on a first start: where no timeline is, nor one that was deleted and can be restored."""
    if not store.timelines() and not store.deleted_timelines():
        submit_samples(store)


def submit_samples(store: Store) -> None:
    """Submit each story as a timeline of its own; the first one last, since the latest leads the list."""
    for story in reversed(stories()):
        store.submit(store.create_timeline(story.title).id, story.articles)


def _article(name: str) -> Article:
    file = f"{name}.txt"
    (article,) = articles_from_file(file, (_SEEDS / file).read_bytes())
    return article
