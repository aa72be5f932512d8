"""How a text puts an event forward: as a fact, a plan, denied or dependent; as its own words or somebody else's."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from timeline.events.bits import (
    ADVERB,
    AND,
    COMPARE,
    CONDITION,
    DETERMINER,
    MARK,
    NEGATION,
    NUMBER,
    PLAN,
    REACHED,
    REPORT,
    SOON,
    SUBJECT,
    THAT,
    UNREAL,
    WOULD,
)
from timeline.events.dated import Dating
from timeline.events.predicates import Predicate, Tense
from timeline.events.stated import is_at_last
from timeline.events.stretches import Role
from timeline.events.told import Told
from timeline.interval import Interval
from timeline.model import Status


def statuses(
    told: list[Told], dates: list[Dating], published: Interval, appointed: Container[int]
) -> list[Status]:
    """Give the status of each clause with its date; `appointed` are the places of those for which a day is set.

    Without a past tense, what is dated after the publication is a plan; so is what was still to come when it was
    told, unless it hangs on a condition.
    """
    hinging = {clause.parent for clause in told if _is_condition(clause) and not _is_conceded(clause)}
    return [
        Status.PLANNED
        if place in appointed
        else _status(
            clause,
            told[clause.parent],
            date,
            published,
            (clause.parent if clause.role is Role.PURPOSE else place) in hinging,
        )
        for place, (clause, date) in enumerate(zip(told, dates, strict=True))
    ]


def _status(told: Told, parent: Told, date: Dating, published: Interval, hinges: bool) -> Status:
    """Give the status of a clause that hangs on `parent` (itself where on none), or `hinges` on a condition."""
    predicate = told.predicate
    ahead = date.when is not None and published.before(date.when)
    if predicate is None:
        return Status.PLANNED if ahead else Status.ACTUAL
    if (predicate.denied and not is_at_last(told)) or (told.role in _CONTENT and _denies(parent)):
        return Status.DENIED
    if told.role is not Role.NOUN and _is_of_none(told, predicate):
        return Status.DENIED
    if predicate.tense is Tense.MODAL and _is_foretold(told, parent):
        return Status.PLANNED
    if predicate.tense is Tense.MODAL or _is_condition(told):
        return Status.CONDITIONAL
    if (
        predicate.tense is Tense.FUTURE
        or (ahead and predicate.tense in _TIMELESS)
        or (predicate.tense is Tense.INFINITIVE and not _came_about(told, parent))
    ):
        return Status.CONDITIONAL if hinges else Status.PLANNED
    return Status.ACTUAL


_TIMELESS: Final[tuple[Tense, ...]] = (Tense.PRESENT, Tense.NOMINAL, Tense.PARTICIPLE)


def _is_of_none(told: Told, predicate: Predicate) -> bool:
    """Tell whether nobody and nothing did it: "no train left", "nobody was hurt"; not "no fewer than ten left"."""
    bits, first = told.tokens.bits, predicate.first
    while first > told.clause.first and not bits[first - 1] & (MARK | THAT | REPORT):
        first -= 1
    if bits[first] & AND:
        first += 1  # "but no answer came"
    subject = bits[first : predicate.first]
    if not subject or not (subject[0] & NEGATION and subject[0] & (DETERMINER | SUBJECT)):
        return False
    counts = any(here & COMPARE for here in subject)
    return not counts and not (len(subject) > 1 and subject[1] & (NUMBER | ADVERB))


def _denies(told: Told) -> bool:
    """Tell whether what hangs on a clause is not so: "denied that ...", "did not agree to ..."."""
    predicate = told.predicate
    return bool(told.bits & UNREAL) or (predicate is not None and predicate.denied)


def _is_foretold(told: Told, parent: Told) -> bool:
    """Tell whether somebody says what is to come: "said it would close", which was "it will close" when it was said."""
    predicate = told.predicate
    is_said = told.role is Role.COMPLEMENT and parent.bits & REPORT and parent.tense is Tense.PAST
    return bool(is_said and predicate is not None and told.tokens.bits[predicate.first] & WOULD)


def _came_about(told: Told, parent: Told) -> bool:
    """Tell whether what an infinitive names came about with the verb before it: "began to sink"."""
    return told.role is Role.PURPOSE and bool(parent.bits & REACHED) and not parent.bits & (PLAN | SOON)


def reported(told: Told) -> bool:
    """Tell whether somebody in the text says it, rather than the text itself."""
    return told.clause.quoted or told.role is Role.COMPLEMENT


def _is_condition(told: Told) -> bool:
    return told.role is Role.LINK and bool(told.tokens.bits[told.clause.link] & CONDITION)


def _is_conceded(condition: Told) -> bool:
    """Tell whether a condition changes nothing: "even if it rains"."""
    link = condition.clause.link
    return link > 0 and bool(condition.tokens.bits[link - 1] & ADVERB)


_CONTENT: Final[tuple[Role, ...]] = (Role.COMPLEMENT, Role.PURPOSE)
