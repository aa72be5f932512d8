"""One entry from all the reports of an event: which reports belong together, and what they say together.

Two reports belong together by `same_event`, which looks at nothing but the two; an entry is a connected
component of that relation. So the order in which articles arrive cannot matter, a new report need only be
compared with those that share one of its `blocking_keys`, and taking an article away touches only the
components that held its reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import Final

from msgspec.structs import replace

from timeline.civil import DAY_SECONDS, Granularity
from timeline.events.blocking import heads, keys_among
from timeline.events.fingerprint import copied, independent
from timeline.events.similarity import likeness, same_event
from timeline.interval import Interval
from timeline.model import Basis, Entry, Event, Status
from timeline.reason import Reason, because

_STRENGTH: Final = {Basis.STATED: 0, Basis.CARRIED: 1, Basis.PUBLISHED: 2, Basis.BOUNDED: 3}


def entries(events: Iterable[Event]) -> tuple[Entry, ...]:
    """Give one entry for each event that the reports tell of, in time order with `order` set.

    The result is the same for every order of `events`; a report given twice counts once.
    """
    return in_order(entry_of(group) for group in components(events))


def components(
    events: Iterable[Event],
    known: Iterable[Sequence[Event]] = (),
    links: Iterable[tuple[str, str]] = (),
) -> list[tuple[Event, ...]]:
    """Give the connected components of `same_event`, each sorted by event id, sorted by their first id.

    `known` are components of other events, as this gave them, and `links` the ids of an event and of one in each of
    the known components that it belongs to: what is known is compared no more.
    """
    known = list(known)
    new = {event.id: event for event in events}
    reports = sorted(chain(new.values(), *known), key=lambda event: event.id)
    places = {event.id: place for place, event in enumerate(reports)}
    parents = list(range(len(reports)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    def join(a: int, b: int) -> None:
        first, second = root(a), root(b)
        parents[max(first, second)] = min(first, second)

    for group in known:
        for event in group[1:]:
            join(places[group[0].id], places[event.id])
    for one, other in links:
        join(places[one], places[other])
    speakers = _speakers(reports, [places[name] for name in sorted(new)], join)
    for block in _blocks(reports, speakers):
        for a, b in combinations(block, 2):
            if root(a) != root(b) and same_event(reports[a], reports[b]):
                join(a, b)
    groups: defaultdict[int, list[Event]] = defaultdict(list)
    for index, event in enumerate(reports):
        groups[root(index)].append(event)
    return [tuple(group) for group in groups.values()]


def _speakers(reports: Sequence[Event], new: Iterable[int], join: Callable[[int, int], None]) -> list[int]:
    """Join the new reports that say the same in the same words, and give those that are left to compare.

    Two of those that `same_event` cannot tell apart speak for all their like: what one may not be compared with for
    being of its own article, the other may. So a pile of copies costs no more than two.
    """
    like: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    speakers = []
    for index in new:
        event = reports[index]
        said = like[likeness(event)]
        if said and same_event(reports[said[0]], event):
            join(said[0], index)
            if len(said) > 1 or reports[said[0]].article == event.article:
                continue
        said.append(index)
        speakers.append(index)
    return speakers


def _blocks(reports: Sequence[Event], speakers: Sequence[int]) -> Iterator[list[int]]:
    """Give the reports that share a blocking key, by their places, for each key that several share.

    One head after the other, as only reports with the same head can share a key: small tables stay quick.
    """
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for index in speakers:
        for head in heads(reports[index]):
            groups[head].append(index)
    for head, group in groups.items():
        if len(group) < 2:
            continue
        first: dict[str, int] = {}  # most keys stay alone: they get no list of their own
        shared: dict[str, list[int]] = {}
        keys = keys_among(head, [reports[index] for index in group])
        for index, own in zip(group, keys, strict=True):
            for key in own:
                other = first.setdefault(key, index)
                if other != index:
                    shared.setdefault(key, [other]).append(index)
        yield from shared.values()


def entry_of(mentions: Iterable[Event]) -> Entry:
    """Give the entry of reports that belong together (one at least), whatever the order they come in."""
    reports = tuple(sorted(mentions, key=lambda event: event.id))
    ranked = sorted(reports, key=_rank)
    best = ranked[0]
    claims = _claims(reports)
    when, conflict = _agreed([claim for claim in claims if claim.when is not None])
    when = _finer(when, reports) if when is not None else None
    leading = next((r for r in ranked if when is not None and r.when == when), best)
    return Entry(
        id=reports[0].id,
        summary=best.summary,
        when=when,
        bounds=_bounds(reports, when, conflict),
        mentions=reports,
        sources=independent({report.article: report.fingerprint for report in reports}.values()),
        conflict=conflict,
        basis=Basis.BOUNDED if conflict else leading.basis,
        because=_disagreement(claims) if conflict else leading.because,
        status=best.status,
        minor=all(report.minor for report in reports),
    )


def shown(found: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give the entries that a timeline shows, in the same order: all but the minor ones that nobody has touched."""
    return tuple(entry for entry in found if not entry.minor or entry.corrections)


def quotable(mentions: Iterable[Event]) -> tuple[Event, ...]:
    """Give the reports whose words no other of their article holds with the same date, in the same order."""
    told = tuple(mentions)
    return tuple(
        one
        for one in told
        if not any(
            (other.article, other.when) == (one.article, one.when)
            and other.start <= one.start
            and one.end <= other.end
            and other.end - other.start > one.end - one.start
            for other in told
        )
    )


def in_order(unordered: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give the entries in display order with `order` set; those with the same date, or bounds, share a place."""
    ranked = sorted(unordered, key=lambda entry: (time_key(entry), entry.id))
    placed: list[Entry] = []
    place = 0
    for index, entry in enumerate(ranked):
        if index and (ranked[index - 1].when, ranked[index - 1].bounds) != (entry.when, entry.bounds):
            place += 1
        placed.append(replace(entry, order=place))
    return tuple(placed)


def time_key(entry: Entry) -> tuple[int, int]:
    """Give what display order sorts by: a moment, then the end.

    The moment is the start of the date; on one day, entries stand as their articles tell them. What has no
    date stands where it must be over at the latest; what nothing limits, at the end of all.
    """
    span = entry.when or entry.bounds
    if entry.when is None and not entry.conflict:
        return span.end - 1, span.end
    if span.granularity < Granularity.DAY:
        return span.start, span.end
    return span.start + min((mention.order for mention in entry.mentions), default=0) % DAY_SECONDS, span.end


def _rank(event: Event) -> tuple[bool, int, bool, int, str]:
    """Sort the reports by how well they speak for the event: dated in words, as a fact, told fully."""
    fullness = abs(len(event.summary) - 90)
    return event.minor, _STRENGTH[event.basis], event.status is not Status.ACTUAL, fullness, event.id


def _claims(reports: Sequence[Event]) -> list[Event]:
    """Give the reports whose date counts: those that state one, else those it is carried to, else all dated.

    A date that was inferred is no claim against one that a report states.
    """
    dated = [event for event in reports if event.when is not None]
    for basis in (Basis.STATED, Basis.CARRIED):
        if told := [event for event in dated if event.basis is basis]:
            return _originals(told)
    return _originals(dated)


def _originals(claims: Sequence[Event]) -> list[Event]:
    """Leave out what a reprint says in the words of an earlier article: only its "Wednesday" is a later one."""
    if len({claim.when for claim in claims}) < 2:
        return list(claims)
    kept: defaultdict[str, list[Event]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.published, claim.bounds.start, claim.id)):
        said = kept[claim.summary]
        if not any(copied(claim.fingerprint, other.fingerprint) for other in said):
            said.append(claim)
    return [claim for said in kept.values() for claim in said]


def _agreed(claims: Sequence[Event]) -> tuple[Interval | None, bool]:
    """Give the narrowest date when all the others hold it or touch it, else None and True for a conflict."""
    dates = sorted(
        {claim.when for claim in claims if claim.when},
        key=lambda w: (w.end - w.start, w.start, w.granularity),
    )
    if not dates:
        return None, False
    narrowest = dates[0]
    if all(_may_be(narrowest, date) for date in dates):
        return narrowest, False
    return None, True


def _finer(when: Interval, reports: Iterable[Event]) -> Interval:
    """Give the date to which others carry an event inside the date stated for it, where they agree on one."""
    carried = [report for report in reports if report.basis is Basis.CARRIED]
    inside, _ = _agreed([report for report in carried if report.when and when.contains(report.when)])
    return inside or when


def _may_be(exact: Interval, date: Interval) -> bool:
    """Tell whether two dates can both be right, where one that is not meant exactly may be off by its own length."""
    slack = date.end - date.start if date.approximate else 0
    return exact.start < date.end + slack and date.start - slack < exact.end


def _bounds(reports: Sequence[Event], when: Interval | None, conflict: bool) -> Interval:
    """Give the date itself, the span of all claims where they disagree, else what all the bounds share."""
    if when is not None:
        return when
    spans = [event.when or event.bounds for event in (_claims(reports) if conflict else reports)]
    shared, hull = spans[0], spans[0]
    consistent = True
    for span in spans[1:]:
        hull = hull.hull(span)
        narrower = shared.intersection(span)
        consistent = consistent and narrower is not None
        shared = narrower or shared
    return shared if consistent and not conflict else hull


def _disagreement(claims: Sequence[Event]) -> Reason:
    """Say that the reports disagree."""
    count = len({claim.when for claim in claims})
    return because("the reports give %(count)s dates that cannot all be right", count=count)
