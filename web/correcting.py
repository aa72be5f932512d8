"""How a person's correction becomes a record: who, when, which kind, on which events."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime

from timeline.errors import InvalidInputError, Problem
from timeline.events.corrections import Change, Chosen, Correction
from timeline.interval import Interval
from timeline.model import Article, Entry, Published
from web.language import gettext as _

MAX_WORDS = 1_000  # characters of what a person writes into one field


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
    made = Correction(
        id=secrets.token_hex(8),
        who=_line(who),
        when=datetime.now(UTC).isoformat(timespec="milliseconds"),
        kind=kind,
        events=events,
        date=date,
        summary=_line(summary),
        note=_line(note),
        published=published,
        was=was,
        chosen=chosen,
    )
    if problems := tuple(_problems(made)):
        raise InvalidInputError(*problems)
    return made


def _problems(made: Correction) -> Iterator[Problem]:
    """Give what a correction lacks that its kind needs, and what of it is too long."""
    for name, value in (("who", made.who), ("summary", made.summary), ("note", made.note)):
        if len(value) > MAX_WORDS:
            yield Problem(f"/{name}", _("expected no more than %(most)s characters", most=MAX_WORDS))
    if made.kind is Change.ADD and not made.summary:
        yield Problem("/summary", _("say in a few words what happened"))
    if made.kind is Change.MERGE and len(set(made.events)) < 2:
        yield Problem("/events", _("expected at least two entries"))
    elif made.kind is not Change.ADD and not made.events:
        yield Problem("/events", _("expected at least one event"))
    if made.kind is Change.READING and made.date is None:
        yield Problem("/date", _("expected the date of that reading"))
    if made.kind is Change.PUBLICATION and made.published is None:
        yield Problem("/kind", _("a publication date is corrected at its article"))


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
