"""From what was read to what is shown: only the components that a change touches are derived anew."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.events import corrections as people
from timeline.events import merge
from timeline.events.blocking import blocking_keys
from timeline.events.corrections import Change, Correction
from timeline.events.similarity import same_event
from timeline.model import Entry, Event
from timeline.store import Store, Weaving
from timeline.store.keys import CORRECTION
from timeline.store.loom import Loom

_FIRST, _MOST = 10, 160  # articles that a step weaves at first, and at most
_SHORT, _LONG = 2.0, 8.0  # seconds: a shorter step lets the next be larger, a longer one makes it smaller
_TURN = 20.0  # seconds after which a weaver leaves the rest to another task, long before it would be cut off


def weave(store: Store, timeline: str, holder: str = "", *, holder_died: bool = False) -> None:
    """Bring the entries of a timeline up to date with its articles and corrections.

    Returns at once where another weaver is at it: that one goes on until nothing is left. Where many reports
    are alike a step may take long, so its size is found by trying. `holder` is the id of the message;
    `holder_died` tells that it is delivered again since its worker died, who may have left the lock.
    """
    if holder_died:
        store.loom(timeline, holder).holder_died()
    store.outbox.asked_to_weave(timeline)
    size, begun = _FIRST, time.monotonic()
    while store.outbox.unwoven(timeline):
        started = time.monotonic()
        if started - begun > _TURN:
            store.ask_to_weave(timeline)
            return
        loom = store.loom(timeline, holder)
        with loom as held:
            marks = loom.dirty(size) if held else ()
            if not marks or not loom.commit(plan(loom, marks)):
                return
        size = _next_size(size, time.monotonic() - started)


def _next_size(size: int, seconds: float) -> int:
    """Give how many articles the next step weaves, after one that took so long."""
    if seconds < _SHORT:
        return min(_MOST, size * 4)
    return max(1, size // 4) if seconds > _LONG else size


@dataclass(frozen=True, slots=True)
class _Difference:
    """What changed in some articles, by event id.

    `gone` are the reports that are no more or no longer the same, `new` those that were not there or not the
    same, `lost` the ids of those gone for good; `now` is all that the articles report.
    """

    gone: Mapping[str, Event]
    new: Mapping[str, Event]
    lost: frozenset[str]
    now: Mapping[str, Event]

    def leaves(self, component: Iterable[Event]) -> bool:
        """Tell whether all reports of a component stay as they are, and so what they are to each other."""
        return not any(event.id in self.gone for event in component)


class _Touched:
    """The components that a change reaches, loaded as they are found."""

    def __init__(self, loom: Loom) -> None:
        self._loom = loom
        self.components: dict[str, tuple[Event, ...]] = {}

    def add(self, components: Iterable[str]) -> None:
        """Reach further components."""
        self.components |= self._loom.components(set(components) - self.components.keys())

    @property
    def events(self) -> dict[str, Event]:
        """All reports in them, by id."""
        return {event.id: event for events in self.components.values() for event in events}


def plan(loom: Loom, marks: Sequence[tuple[str, str]]) -> Weaving:
    """Give the change that settles the marks."""
    fields = [field for field, _ in marks]
    articles = [field for field in fields if not field.startswith(CORRECTION)]
    difference = _difference(loom, articles)
    blocks = _Blocks(loom, difference)
    touched = _Touched(loom)
    touched.add(loom.homes(difference.gone).values())
    links = _links(loom, difference, blocks)
    touched.add(home for _new, home in links)
    chosen = _corrections(loom, touched, difference, fields)
    known = {name: own for name, own in touched.components.items() if difference.leaves(own)}
    settled = {event.id for own in known.values() for event in own} | difference.lost
    reports = {**touched.events, **difference.new}
    groups = merge.components(
        (report for name, report in reports.items() if name not in settled),
        known.values(),
        [(new, home) for new, home in links if home in known],
    )
    base = [merge.entry_of(group) for group in groups]
    added = [correction.id for correction in chosen if correction.kind is Change.ADD]
    entries = people.apply(base, chosen)
    components = {entry.id: entry.mentions for entry in base}
    return Weaving(
        marks=tuple(marks),
        articles=_ids_by_article(articles, difference.now.values()),
        homeless=tuple(difference.lost),
        blocks=blocks.now(),
        dropped=tuple((touched.components.keys() | set(added)) - components.keys()),
        components=components,
        hidden=tuple(loom.shown([*touched.components, *added])),
        entries=entries,
        shown=_shown(components, added, entries),
    )


def _difference(loom: Loom, articles: Sequence[str]) -> _Difference:
    """Compare what is woven of the articles with what was last read from them."""
    woven = loom.woven(articles)
    components = loom.components(set(loom.homes(woven).values()))
    before = {event.id: event for events in components.values() for event in events if event.id in woven}
    now = loom.read(articles)
    return _Difference(
        gone={name: event for name, event in before.items() if now.get(name) != event},
        new={name: event for name, event in now.items() if before.get(name) != event},
        lost=frozenset(before.keys() - now.keys()),
        now=now,
    )


class _Blocks:
    """The blocks that changed reports are, were or come to be in."""

    def __init__(self, loom: Loom, difference: _Difference) -> None:
        self._new = {name: blocking_keys(event) for name, event in difference.new.items()}
        gone = map(blocking_keys, difference.gone.values())
        before = loom.blocks(frozenset().union(*gone, *self._new.values()))
        self._staying = {
            key: [one for one in events if one not in difference.gone] for key, events in before.items()
        }

    def beside(self, event: str) -> set[str]:
        """Give the reports that share a block with a new one and stay as they are."""
        return {other for key in self._new[event] for other in self._staying.get(key, ())}

    def now(self) -> dict[str, list[str]]:
        """Give what is in each of the blocks from now on."""
        now = {key: [*events] for key, events in self._staying.items()}
        for event, own in self._new.items():
            for key in own:
                now.setdefault(key, []).append(event)
        return now


def _links(loom: Loom, difference: _Difference, blocks: _Blocks) -> set[tuple[str, str]]:
    """Give each new report with each component that holds another of the same event, by their ids."""
    beside = {name: blocks.beside(name) for name in difference.new}
    homes = loom.homes(set().union(*beside.values()))
    components = loom.components(set(homes.values()))
    events = {event.id: event for own in components.values() for event in own}
    found: set[tuple[str, str]] = set()
    for name, event in difference.new.items():
        for other in beside[name] & homes.keys():
            link = (name, homes[other])
            if link not in found and same_event(event, events[other]):
                found.add(link)
    return found


def _corrections(
    loom: Loom, touched: _Touched, difference: _Difference, fields: Sequence[str]
) -> tuple[Correction, ...]:
    """Give the corrections that bear on what is touched, and reach all that these bear on in their turn."""
    waiting = list(loom.corrections())
    reached = {field.removeprefix(CORRECTION) for field in fields if field.startswith(CORRECTION)}
    chosen: list[Correction] = []
    while waiting:
        reached |= touched.events.keys() | difference.new.keys()
        found = [one for one in waiting if one.id in reached or not reached.isdisjoint(one.events)]
        if not found:
            break
        waiting = [one for one in waiting if one not in found]
        chosen += found
        names = {name for one in found for name in one.events}
        reached |= names | {one.id for one in found}
        touched.add(loom.homes(names).values())
    return tuple(chosen)


def _ids_by_article(articles: Iterable[str], events: Iterable[Event]) -> dict[str, tuple[str, ...]]:
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for event in events:
        ids[event.article].append(event.id)
    return {article: tuple(ids[article]) for article in articles}


def _shown(
    components: Mapping[str, tuple[Event, ...]], added: Sequence[str], entries: Sequence[Entry]
) -> dict[str, tuple[str, ...]]:
    """Give the entries that show each component, and those that a person added."""
    home = {event.id: component for component, events in components.items() for event in events}
    shown: dict[str, set[str]] = {name: set() for name in (*components, *added)}
    for entry in entries:
        sources = {home[mention.id] for mention in entry.mentions if mention.id in home}
        for name in sources | shown.keys() & {entry.id, *entry.corrections}:
            shown[name].add(entry.id)
    return {name: tuple(sorted(ids)) for name, ids in shown.items()}
