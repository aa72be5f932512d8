"""What people change on a timeline: records of who, when and what, applied on top of the evidence.

A correction names events by their ids, which are derived from content; so it holds through re-processing
and new articles, sleeps while its events are away, and can be undone by leaving it out. No evidence is ever
altered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec.structs import replace

from timeline.events.merge import entry_of, in_order, shown
from timeline.frozen import Frozen
from timeline.interval import ALWAYS, Interval
from timeline.model import Basis, Entry, Event, Published, Way
from timeline.reason import Reason, because


class Change(StrEnum):
    """The kinds of correction."""

    DATE = "date"  # the entries of `events` have the date `date`
    READING = "reading"  # as DATE, the date being another reading of the words that the article used
    MERGE = "merge"  # the entries of `events` are one
    SPLIT = "split"  # `events` are an entry of their own
    HIDE = "hide"  # the entries of `events` are not shown
    ADD = "add"  # an entry `summary` with the date `date` that no article reports
    CONFIRM = "confirm"  # a person vouches for the entries of `events` as they are
    PUBLICATION = "publication"  # the article that is named in place of `events` was published at `published`


class Chosen(Frozen):
    """A reading that a person chose: of the words at `timex`, which date the event of that id, read in that way."""

    event: str
    timex: tuple[int, int]
    way: Way


class Correction(Frozen):
    """One change: its id, who made it, when (ISO 8601, UTC), of which kind, on which events.

    `date` serves DATE, READING and ADD (None there: no date), `summary` serves ADD, `note` is the person's
    own words. `undone` keeps the record and takes the effect away. PUBLICATION bears on an article, which is read
    anew, and not on entries: `published` is its date and `was` the one it had before. `chosen` serves READING, whose
    `date` is what the words meant when it was chosen; None in records of version 0.1, whose date is fixed.
    """

    id: str
    who: str
    when: str
    kind: Change
    events: tuple[str, ...] = ()
    date: Interval | None = None
    summary: str = ""
    note: str = ""
    undone: bool = False
    published: Published | None = None
    was: Published | None = None
    chosen: Chosen | None = None


def apply(entries: Iterable[Entry], corrections: Iterable[Correction]) -> tuple[Entry, ...]:
    """Give the entries that a timeline shows, as people corrected them, in display order with `order` set.

    First what is one entry is settled (ADD, MERGE, SPLIT), then what is true of it, each in the order of
    (when, id); so the later of two dates holds, and a date set on a part holds for the whole that it was
    merged into. Corrections undone, and those whose events are not among `entries`, change nothing. To
    correct a part of a timeline, hand in every entry that a correction touches.
    """
    inforce = sorted((c for c in corrections if not c.undone), key=lambda c: (c.when, c.id))
    current = tuple(entries)
    for regrouping in (True, False):
        for correction in inforce:
            if correction.kind in _APPLY and (correction.kind in _REGROUP) is regrouping:
                current = _APPLY[correction.kind](current, correction)
    return in_order(shown(current))


def publication(article: str, corrections: Iterable[Correction]) -> Published | None:
    """Give the publication date that an article has by the people's corrections, None where none bears on it.

    That is the latest that stands; where all are undone, the date before the first of them.
    """
    own = [one for one in corrections if one.kind is Change.PUBLICATION and article in one.events]
    made = sorted(own, key=lambda one: (one.when, one.id))
    standing = [one.published for one in made if not one.undone]
    return standing[-1] if standing else next((one.was for one in made), None)


def touches(entry: Entry, correction: Correction) -> bool:
    """Tell whether the correction names the entry or an event that it holds."""
    return entry.id in correction.events or any(mention.id in correction.events for mention in entry.mentions)


def _add(entries: tuple[Entry, ...], correction: Correction) -> tuple[Entry, ...]:
    bare = Entry(
        id=correction.id, summary=correction.summary, when=None, bounds=ALWAYS, mentions=(), sources=0
    )
    return (*entries, _dated(bare, correction, *_decided(correction, entries)))


def _merge(entries: tuple[Entry, ...], correction: Correction) -> tuple[Entry, ...]:
    touched = [entry for entry in entries if touches(entry, correction)]
    if len(touched) < 2:
        return entries
    rest = [entry for entry in entries if not touches(entry, correction)]
    reported = [entry for entry in touched if entry.mentions]
    added = [entry for entry in touched if not entry.mentions]
    whole = entry_of(mention for entry in reported for mention in entry.mentions) if reported else added[0]
    for entry in added:
        whole = replace(whole, when=entry.when, bounds=entry.bounds, basis=entry.basis, because=entry.because)
    return (*rest, _marked(whole, *(by for entry in touched for by in entry.corrections), correction.id))


def _split(entries: tuple[Entry, ...], correction: Correction) -> tuple[Entry, ...]:
    result: list[Entry] = []
    taken: list[Event] = []
    for entry in entries:
        away = [mention for mention in entry.mentions if mention.id in correction.events]
        staying = [mention for mention in entry.mentions if mention.id not in correction.events]
        if away and staying:
            taken += away
            result.append(_marked(entry_of(staying), *entry.corrections, correction.id))
        else:
            result.append(entry)
    return (*result, _marked(entry_of(taken), correction.id)) if taken else entries


def _date(entries: tuple[Entry, ...], correction: Correction) -> tuple[Entry, ...]:
    date, why = _decided(correction, entries)
    return tuple(
        _dated(entry, correction, date, why) if touches(entry, correction) else entry for entry in entries
    )


def _hide(entries: tuple[Entry, ...], correction: Correction) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if not touches(entry, correction))


def _confirm(entries: tuple[Entry, ...], correction: Correction) -> tuple[Entry, ...]:
    return tuple(
        _marked(replace(entry, confirmed=True), correction.id) if touches(entry, correction) else entry
        for entry in entries
    )


def _marked(entry: Entry, *ids: str) -> Entry:
    """Add to the corrections in force on an entry, each once."""
    return replace(entry, corrections=tuple(dict.fromkeys((*entry.corrections, *ids))))


def _dated(entry: Entry, correction: Correction, date: Interval | None, why: Reason) -> Entry:
    """Put a date that a person decided on, or none, on an entry."""
    dated = replace(
        entry,
        when=date,
        bounds=date or ALWAYS,
        conflict=False,
        basis=Basis.STATED if date else Basis.BOUNDED,
        because=why,
    )
    return _marked(dated, correction.id)


def _decided(correction: Correction, entries: tuple[Entry, ...]) -> tuple[Interval | None, Reason]:
    """Give the date that a person decided on, and by whom; a reading that was chosen is what it means by now."""
    date, who, day = correction.date, correction.who or because("Somebody"), correction.when[:10]
    if correction.kind is not Change.READING:
        return date, because("%(who)s set the date on %(day)s", who=who, day=day)
    now = _meaning(correction.chosen, entries) if correction.chosen else date
    if now is None:
        return date, because(
            "%(who)s chose another reading on %(day)s; the article no longer allows it, so the date of then is kept",
            who=who,
            day=day,
        )
    if date is not None and now != date:
        return now, because(
            "%(who)s chose another reading on %(day)s; it meant %(date)s then, and has been reckoned anew",
            who=who,
            day=day,
            date=date,
        )
    return now, because("%(who)s chose another reading on %(day)s", who=who, day=day)


def _meaning(chosen: Chosen, entries: tuple[Entry, ...]) -> Interval | None:
    """Give what the chosen reading means as the article stands; None where its words or that way are gone."""
    words = chosen.event, chosen.timex
    mentions = (mention for entry in entries for mention in entry.mentions)
    readings = next((one.readings for one in mentions if (one.id, one.timex) == words), ())
    return dict(readings).get(chosen.way)


_REGROUP = (Change.ADD, Change.MERGE, Change.SPLIT)
_APPLY: dict[Change, Callable[[tuple[Entry, ...], Correction], tuple[Entry, ...]]] = {
    Change.DATE: _date,
    Change.READING: _date,
    Change.MERGE: _merge,
    Change.SPLIT: _split,
    Change.HIDE: _hide,
    Change.ADD: _add,
    Change.CONFIRM: _confirm,
}
