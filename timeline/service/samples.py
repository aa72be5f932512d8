"""The sample articles, which a first start shows."""

from __future__ import annotations

from pathlib import Path

import timeline
from timeline.files import articles_from_file
from timeline.store import Store

_TITLE = "Example: what a timeline looks like"


def load_samples(store: Store) -> None:
    """Submit the sample articles as one timeline, if there is no timeline yet and the samples are at hand."""
    folder = Path(timeline.__file__).parent.parent / "seeds"
    articles = [
        a for path in sorted(folder.glob("*.txt")) for a in articles_from_file(path.name, path.read_bytes())
    ]
    if articles and not store.timelines():
        store.submit(store.create_timeline(_TITLE).id, articles)
