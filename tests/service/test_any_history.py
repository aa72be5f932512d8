"""Whatever was done to a timeline, in whatever order: it is as one built at once from what is there in the end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from msgspec.structs import replace

from tests.desk import Desk
from timeline import pipeline
from timeline.events.corrections import Change, Chosen, Correction, apply
from timeline.interval import Interval
from timeline.model import Article, Entry, Event, Published
from timeline.redating import differences
from timeline.service import valkey
from timeline.store import EntryQuery, codec, keys
from timeline.store.client import connect

WIRE = (
    "The Orlen bridge collapsed into the river Wend on Monday during the morning rush hour. Nobody was killed, but "
    "eleven commuters were treated for hypothermia in the district hospital. Engineers had warned repeatedly that the "
    "northern abutment was cracking."
)
TEXTS = (
    WIRE,
    "(Agencies) " + WIRE.replace("commuters", "people"),
    WIRE.replace("on Monday", "on Tuesday") + " An earlier version gave another day.",
    "The bridge of Orlen collapsed into the Wend on 3 May 2021. Minister Anna Wels resigned on 9 June.",
    "Anna Wels stepped down as minister on 8 June. Her resignation followed the collapse of the Orlen bridge.",
    "A storm hit Port Halden on 1 March 2020. The harbour reopened a month later, after the storm.",
    "The harbour of Port Halden reopened in April 2020. The storm had hit the port on 2 March 2020.",
    "Nothing to report.",
)
NAMES = st.sampled_from(["a", "b", "c", "d", "e"])
DAYS = st.sampled_from([18_755, 18_756, 18_762, 18_790, 19_000])


class History(RuleBasedStateMachine):
    """Changes to one timeline, done at once or left waiting so that several are woven together."""

    url: str

    def __init__(self) -> None:
        super().__init__()
        client = connect(self.url)
        client.flushall()
        client.close()
        self.desk = Desk(self.url)
        self.timeline = self.desk.store.create_timeline("Any").id
        self.moments = count(1)

    @initialize(texts=st.lists(st.sampled_from(TEXTS), min_size=2, max_size=4), day=DAYS)
    def begun(self, texts: list[str], day: int) -> None:
        self.desk.store.submit(
            self.timeline, [_article(name, text, day) for name, text in zip("abcd", texts, strict=False)]
        )
        self.woven()

    @rule(name=NAMES, text=st.sampled_from(TEXTS), day=DAYS)
    def submit(self, name: str, text: str, day: int) -> None:
        """Add an article, or put another in the place of one."""
        self.desk.store.submit(self.timeline, [_article(name, text, day)])

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        if self.desk.store.article(self.timeline, name):
            self.desk.store.remove_article(self.timeline, name)

    @rule(name=NAMES, day=DAYS)
    def date_anew(self, name: str, day: int) -> None:
        article = self.desk.store.article(self.timeline, name)
        if article:
            was, published = Published(article.published), Published(Interval.of_day(day))
            self.correct(Change.PUBLICATION, (name,), published=published, was=was)

    @precondition(lambda self: not self.desk.sent)
    @rule(name=NAMES, day=DAYS)
    def foretell_and_date_anew(self, name: str, day: int) -> None:
        """Date an article anew where nothing waits: just what was told beforehand changes in what it tells."""
        article = self.desk.store.article(self.timeline, name)
        if not article:
            return
        foretold = differences(article, Published(Interval.of_day(day)))
        before = self.dates_in(name)
        self.date_anew(name, day)
        self.woven()
        changed = dict(self.dates_in(name).items() - before.items())
        assert {one.after.id: (one.after.when, one.after.bounds) for one in foretold} == changed

    def dates_in(self, name: str) -> dict[str, tuple[Interval | None, Interval]]:
        events = self.desk.store.events_of(self.timeline, name)
        return {event.id: (event.when, event.bounds) for event in events}

    @rule(
        kind=st.sampled_from([Change.DATE, Change.MERGE, Change.SPLIT, Change.HIDE, Change.CONFIRM]),
        picks=st.lists(st.integers(0, 60), min_size=1, max_size=3),
        whole=st.booleans(),
        day=DAYS,
    )
    def change(self, kind: Change, picks: list[int], whole: bool, day: int) -> None:
        """Correct what the timeline shows: by all events of an entry as the pages do, or by one as a program may."""
        shown = [entry for entry in self.shown() if entry.mentions]
        if not shown:
            return
        chosen = [shown[pick % len(shown)] for pick in picks]
        events = [event for entry in chosen for event in (entry.mentions if whole else entry.mentions[-1:])]
        dated = {"date": Interval.of_day(day)} if kind is Change.DATE else {}
        self.correct(kind, tuple(event.id for event in events), **dated)

    @rule(day=DAYS, pick=st.integers(0, 60), merged=st.booleans())
    def add(self, day: int, pick: int, merged: bool) -> None:
        """Add an entry that no article reports, and perhaps put it together with another."""
        added = self.correct(Change.ADD, (), date=Interval.of_day(day), summary="The inquiry opened")
        shown = self.shown()
        if merged and shown:
            self.correct(Change.MERGE, (added, shown[pick % len(shown)].id))

    @rule(pick=st.integers(0, 60))
    def read_otherwise(self, pick: int) -> None:
        """Choose another reading of the words that date an event."""
        found = [
            event for entry in self.shown() for event in entry.mentions if event.readings and event.timex
        ]
        if found:
            event = found[pick % len(found)]
            assert event.timex
            way, date = event.readings[-1]
            self.correct(Change.READING, (event.id,), date=date, chosen=Chosen(event.id, event.timex, way))

    @rule(pick=st.integers(0, 60))
    def undo(self, pick: int) -> None:
        made = self.desk.store.corrections(self.timeline)
        if made:
            self.desk.store.undo(self.timeline, made[pick % len(made)].id)

    @precondition(lambda self: self.desk.sent)
    @rule()
    def woven(self) -> None:
        """Do what waits, and compare with what is built at once."""
        self.desk.work()
        store = self.desk.store
        articles = store.texts(self.timeline, [one.id for one in store.articles(self.timeline)])
        made = store.corrections(self.timeline)
        expected = apply(pipeline.build(articles.values()), made)
        assert _told(self.shown()) == _told(expected)
        fresh = store.create_timeline("Fresh").id
        store.submit(fresh, list(articles.values()))
        self.desk.work()
        for one in made:
            if one.kind is not Change.PUBLICATION:
                store.correct(fresh, one)
        self.desk.work()
        assert dict(self.kept(self.timeline)) == dict(self.kept(fresh))

    def teardown(self) -> None:
        if self.desk.sent:
            self.woven()

    def shown(self) -> tuple[Entry, ...]:
        return self.desk.store.entries(self.timeline, EntryQuery(limit=1_000)).entries

    def correct(self, kind: Change, events: tuple[str, ...], **fields: object) -> str:
        number = next(self.moments)
        made = Correction(f"change {number:04d}", "Kim", f"2026-01-01T00:00:00.{number:04d}Z", kind, events)
        self.desk.store.correct(self.timeline, replace(made, **fields))
        return made.id

    def kept(self, timeline: str) -> Iterator[tuple[str, object]]:
        """Give all that the store keeps of what was woven."""
        client = connect(self.url)
        hashes = {
            name: client.hgetall(keys.key(timeline, name))
            for name in (
                keys.WOVEN,
                keys.HOME,
                keys.COMPONENTS,
                keys.SHOWN,
                keys.BLOCKS,
                keys.ENTRIES,
                keys.ROWS,
            )
        }
        for name in (keys.WOVEN, keys.SHOWN, keys.BLOCKS):
            yield name, {field: sorted(codec.names(data)) for field, data in hashes.pop(name).items()}
        entries = map(codec.entry, hashes.pop(keys.ENTRIES).values())
        yield keys.ENTRIES, {entry.id: replace(entry, order=0) for entry in entries}  # told anew on each page
        yield from hashes.items()
        yield keys.ORDER, client.zrange(keys.key(timeline, keys.ORDER), 0, -1, withscores=True)
        client.close()


def _article(name: str, text: str, day: int) -> Article:
    return Article(id=name, text=text, published=Interval.of_day(day), source=f"The {name}", language="en")


def _told(entries: tuple[Entry, ...]) -> list[tuple[object, ...]]:
    """What the entries say, their place in the list and what contradicts them left out."""
    return [
        (
            e.id,
            e.summary,
            e.when,
            e.bounds,
            e.sources,
            e.conflict,
            e.basis,
            e.because,
            _ids(e.mentions),
            e.corrections,
        )
        for e in entries
    ]


def _ids(mentions: tuple[Event, ...]) -> list[str]:
    return [mention.id for mention in mentions]


def test_a_timeline_is_what_its_articles_and_corrections_make_of_it(store_socket: Path) -> None:
    machine = type("HistoryOnAServer", (History,), {"url": valkey.url(store_socket)})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=60,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )
