"""How a person's correction becomes a record: who, when, which kind, on which events."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from timeline.errors import InvalidInputError, Problem
from timeline.events.corrections import Change, Chosen, Correction
from timeline.interval import Interval
from timeline.model import Article, Entry, Published
from web.language import gettext as _

MAX_WORDS = 1_000
_NEEDS_TWO = (Change.MERGE,)
_NEEDS_DATE = (Change.READING,)


def correction_of(
    kind: Change,
    *,
    who: str = "",
    events: tuple[str, ...] = (),
    date: Interval | None = None,
    summary: str = "",
    note: str = "",
    published: Published | None = None,
    was: Published | None = None,
    chosen: Chosen | None = None,
) -> Correction:
    """Give a new correction, made now.

    Raises `InvalidInputError` where it lacks what its kind needs, or holds too many words.
    """
    problems = [
        Problem(f"/{name}", _("expected no more than %(most)s characters", most=MAX_WORDS))
        for name, value in (("who", who), ("summary", summary), ("note", note))
        if len(value) > MAX_WORDS
    ]
    if kind is Change.ADD and not summary.strip():
        problems.append(Problem("/summary", _("say in a few words what happened")))
    if kind is not Change.ADD and len(set(events)) < (2 if kind in _NEEDS_TWO else 1):
        needed = (
            _("expected at least two entries") if kind in _NEEDS_TWO else _("expected at least one event")
        )
        problems.append(Problem("/events", needed))
    if kind in _NEEDS_DATE and date is None:
        problems.append(Problem("/date", _("expected the date of that reading")))
    if kind is Change.PUBLICATION and published is None:
        problems.append(Problem("/kind", _("a publication date is corrected at its article")))
    if problems:
        raise InvalidInputError(*problems)
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return Correction(
        id=secrets.token_hex(8),
        who=_line(who),
        when=now,
        kind=kind,
        events=events,
        date=date,
        summary=_line(summary),
        note=_line(note),
        published=published,
        was=was,
        chosen=chosen,
    )


def redating(article: Article, published: Published, *, who: str = "", note: str = "") -> Correction:
    """Give a new correction of an article's publication date; raises as `correction_of` does."""
    was = Published(article.published, article.utc_offset)
    kind, named = Change.PUBLICATION, (article.id,)
    return correction_of(kind, who=who, events=named, note=note, published=published, was=was)


def ids_of(entry: Entry) -> tuple[str, ...]:
    """Give the events by which a correction names an entry: all that it holds, or itself where a person added it."""
    return tuple(mention.id for mention in entry.mentions) or (entry.id,)


def _line(text: str) -> str:
    return " ".join(text.split())
