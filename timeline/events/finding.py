"""Article and its time expressions -> events: runs the stages one after the other, and writes down what they found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from hashlib import sha256
from typing import Final

from timeline.events.about import about
from timeline.events.appointed import appointments, as_appointed
from timeline.events.causes import causes
from timeline.events.clocks import with_hours
from timeline.events.dated import Dating
from timeline.events.dating import date_all
from timeline.events.distance import reckoned_again
from timeline.events.echoes import befallen, echoes, taken_up
from timeline.events.fingerprint import fingerprint
from timeline.events.names import Name
from timeline.events.order import Fact, facts_of, narrowed, places
from timeline.events.readings import Readings, readings_by_place
from timeline.events.status import minor, repeated, reported, status_of
from timeline.events.stretches import Role
from timeline.events.subjects import with_subjects
from timeline.events.summary import summaries
from timeline.events.terms import terms_of_all
from timeline.events.told import Told, tell
from timeline.events.words import words_of
from timeline.frozen import Frozen
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
    told = tell(article.text, language, words, timexes)
    facts = [*facts_of(told), *causes(told)]
    appointed = appointments(told)
    dates = as_appointed(article.text, told, date_all(article.text, told, article.published), appointed)
    again = echoes(told, dates, appointed, words)
    dates = reckoned_again(
        article.text, told, befallen(told, taken_up(dates, again), again), again, article.published
    )
    dates = narrowed(with_hours(article.text, told, with_subjects(told, dates)), facts)
    same = again | {told[place].parent: place for place in appointed if told[place].role is Role.NOUN}
    readings = readings_by_place(timexes)
    return _events(article, told, dates, facts, appointed, terms_of_all(told, same, words), readings)


class _Placed(Frozen):
    """An event's place in what is told, its id, its place on the article's timeline, what the text puts before it.

    Whether its date was set for it beforehand, whether another event tells all of it, its summary, its terms, the
    fingerprint of the article, and what else the words that date it can mean.
    """

    number: int
    id: str
    order: int
    after: tuple[tuple[str, Reason], ...]
    appointed: bool
    repeated: bool
    summary: str
    terms: tuple[str, ...]
    fingerprint: bytes
    readings: Readings
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
    earlier: defaultdict[int, list[tuple[str, Reason]]] = defaultdict(list)
    for fact in facts:
        earlier[fact.later].append((ids[fact.earlier], fact.because))
    order = places(told, dates, facts)
    lines, whole = summaries(article.text, told), fingerprint(article.text)
    double = repeated(told, dates)
    story = about(told)
    placed = (
        _Placed(
            n,
            ids[n],
            order[n],
            tuple(earlier.get(n, ())),
            n in appointed,
            n in double,
            lines[n],
            terms[n],
            whole,
            others,
            story,
        )
        for n, others in enumerate(readings.get(date.timex, ()) for date in dates)
    )
    found = [_event(article, told, date, place) for date, place in zip(dates, placed, strict=True)]
    return tuple(sorted(found, key=lambda event: (event.start, -event.end, event.id)))


def _ids(article: Article, told: list[Told]) -> list[str]:
    """Give ids that stay as long as the article and the place of the word that tells of the event.

    A number drawn from the article's id, and the place added, so that the ids of an article are in the text's order.
    """
    first = int.from_bytes(sha256(article.id.encode()).digest()[:8], "big")
    return [f"{(first + _place(clause)) & _ALL:016x}" for clause in told]


_ALL: Final = 2**64 - 1
_ROLES: Final = list(Role)


def _place(clause: Told) -> int:
    """Give a number for where the word stands that tells of an event, for its length and for the clause's role."""
    start, end = clause.trigger or (clause.start, clause.end)
    return start << 24 | min(end - start, 2**20 - 1) << 4 | _ROLES.index(clause.role)


def _event(article: Article, told: list[Told], date: Dating, placed: _Placed) -> Event:
    clause = told[placed.number]
    told_as = status_of(clause, told[clause.parent], date, article.published)
    return Event(
        id=placed.id,
        article=article.id,
        start=clause.start,
        end=clause.end,
        summary=placed.summary,
        when=date.when,
        bounds=date.bounds,
        basis=date.basis,
        because=date.because,
        order=placed.order,
        timex=date.timex,
        trigger=clause.trigger,
        status=Status.PLANNED if placed.appointed else told_as,
        actors=_called(clause.names, place=False),
        places=_called(clause.names, place=True),
        terms=placed.terms,
        reported=reported(clause),
        after=placed.after,
        minor=placed.repeated or minor(clause, told[clause.parent], date),
        fingerprint=placed.fingerprint,
        published=article.published.end,
        readings=placed.readings,
        story=placed.story,
    )


def _called(names: list[Name], *, place: bool) -> tuple[str, ...]:
    """Give what those are called that say where, or those that do not, each once."""
    return tuple(dict.fromkeys([name.text for name in names if name.place is place])) if names else ()
