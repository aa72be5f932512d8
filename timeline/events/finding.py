"""Article and its time expressions -> events: runs the stages one after the other, and writes down what they found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from timeline.events.about import about
from timeline.events.alone import with_alone
from timeline.events.appointed import appointments, as_appointed
from timeline.events.causes import causes
from timeline.events.clocks import with_hours
from timeline.events.dated import Dating
from timeline.events.dating import date_all
from timeline.events.details import minor, repeated
from timeline.events.distance import reckoned_again
from timeline.events.echoes import befallen, echoes, taken_up
from timeline.events.fingerprint import fingerprint
from timeline.events.names import Name
from timeline.events.order import Fact, facts_of, narrowed, places
from timeline.events.readings import Readings, readings_by_place
from timeline.events.status import reported, statuses
from timeline.events.stretches import Role
from timeline.events.subjects import with_subjects
from timeline.events.summary import summaries
from timeline.events.terms import terms_of_all
from timeline.events.told import Told, tell
from timeline.events.words import words_of
from timeline.model import Article, Event, Status, Timex
from timeline.reason import Reason
from timeline.tagging.language import pack_of


def find(article: Article, timexes: Sequence[Timex]) -> tuple[Event, ...]:
    """Give every stretch of the article that could be an event, dated or not, in text order with `order` set.

    `timexes` are the article's expressions of time in text order. Stretches may lie inside one another: the
    narrowest speaks for a word. What a language's words do not tell, they leave out: without them an event
    is a sentence.
    """
    language = article.language or pack_of(article.text).code
    words = words_of(language)
    expressions = list(timexes)
    told = tell(article.text, language, words, expressions)
    facts = [*facts_of(told), *causes(told)]
    appointed = appointments(told)
    dates = as_appointed(article.text, told, date_all(article.text, told, article.published), appointed)
    again = echoes(told, dates, appointed, words)
    dates = reckoned_again(
        article.text, told, befallen(told, taken_up(dates, again), again), again, article.published
    )
    dates = narrowed(with_hours(article.text, told, with_subjects(told, dates)), facts)
    same = again | {told[place].parent: place for place in appointed if told[place].role is Role.NOUN}
    readings = readings_by_place(expressions)
    return _events(article, told, dates, facts, appointed, terms_of_all(told, same, words), readings)


@dataclass(frozen=True)
class _Findings:
    """What is found out of an article's events, in the order of what is told; and what all of them have from it."""

    article: Article
    told: list[Told]
    dates: list[Dating]
    ids: list[str]
    order: list[int]
    after: Mapping[int, list[tuple[str, Reason]]]
    statuses: list[Status]
    repeated: Container[int]
    summaries: list[str]
    terms: list[tuple[str, ...]]
    readings: Mapping[tuple[int, int] | None, Readings]
    fingerprint: bytes
    story: tuple[str, ...]


def _events(
    article: Article,
    told: list[Told],
    dates: list[Dating],
    facts: list[Fact],
    appointed: Container[int],
    terms: list[tuple[str, ...]],
    readings: Mapping[tuple[int, int] | None, Readings],
) -> tuple[Event, ...]:
    ids = _ids(article, told)
    after: defaultdict[int, list[tuple[str, Reason]]] = defaultdict(list)
    for fact in facts:
        after[fact.later].append((ids[fact.earlier], fact.because))
    findings = _Findings(
        article,
        told,
        dates,
        ids,
        places(told, dates, facts),
        after,
        statuses(told, dates, article.published, appointed),
        repeated(told, dates),
        summaries(article.text, told),
        terms,
        readings,
        fingerprint(article.text),
        about(told),
    )
    found = with_alone(_event(findings, place) for place in range(len(told)))
    return tuple(sorted(found, key=lambda event: (event.start, -event.end, event.id)))


def _ids(article: Article, told: list[Told]) -> list[str]:
    """Give ids that stay as long as the article and the place of the word that tells of the event.

    A number drawn from the article's id, and the place added, so that the ids of an article are in the text's order.
    """
    first = int.from_bytes(sha256(article.id.encode()).digest()[:8], "big")
    return [((first + _place(clause)) & _ALL).to_bytes(8, "big").hex() for clause in told]


_ALL: Final = 2**64 - 1
_ROLES: Final = list(Role)


def _place(clause: Told) -> int:
    """Give a number for where the word stands that tells of an event, for its length and for the clause's role."""
    start, end = clause.trigger or (clause.start, clause.end)
    return start << 24 | min(end - start, 2**20 - 1) << 4 | _ROLES.index(clause.role)


def _event(findings: _Findings, place: int) -> Event:
    article, clause, date = findings.article, findings.told[place], findings.dates[place]
    parent = findings.told[clause.parent]
    return Event(
        id=findings.ids[place],
        article=article.id,
        start=clause.start,
        end=clause.end,
        summary=findings.summaries[place],
        when=date.when,
        bounds=date.bounds,
        basis=date.basis,
        because=date.because,
        order=findings.order[place],
        timex=date.timex,
        trigger=clause.trigger,
        status=findings.statuses[place],
        actors=_called(clause.names, place=False),
        places=_called(clause.names, place=True),
        terms=findings.terms[place],
        reported=reported(clause),
        after=tuple(findings.after.get(place, ())),
        minor=place in findings.repeated or minor(clause, parent, date),
        fingerprint=findings.fingerprint,
        published=article.published.end,
        readings=findings.readings.get(date.timex, ()),
        story=findings.story,
    )


def _called(names: list[Name], *, place: bool) -> tuple[str, ...]:
    """Give what those are called that say where, or those that do not, each once."""
    return tuple(dict.fromkeys([name.text for name in names if name.place is place])) if names else ()
