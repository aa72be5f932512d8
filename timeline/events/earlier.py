"""What was before the day that an article tells of, by how it is told; such an event has bounds and no date."""

from __future__ import annotations

from itertools import chain, takewhile
from typing import Final

from timeline.events.bits import (
    AFTER,
    BEFORE,
    COUNT,
    EVENT,
    FORMER,
    HITHERTO,
    MARK,
    NUMBER,
    QUOTE,
    RELATIVE,
    REPORT,
    SPAN,
    SUBJECT,
    THAT,
    TIME,
    TO,
    VOICE,
)
from timeline.events.dated import Dating, over_by
from timeline.events.predicates import Tense
from timeline.events.scene import Scene
from timeline.events.stretches import Role
from timeline.events.told import Told
from timeline.reason import because


def told_as_earlier(scene: Scene) -> Dating | None:
    """Bound what was past when it was told: a look back, or what tells who or what somebody is; None for the rest."""
    clause, limit = scene.clause, (scene.current or scene.story.day).bounds
    if clause.tense is Tense.PLUPERFECT:
        return over_by(limit, because("told as already past on %(date)s; no date is given", date=limit))
    if clause.tense in (Tense.PAST, Tense.PERFECT) and _looks_back(clause):
        return over_by(limit, because("told as earlier than %(date)s; no date is given", date=limit))
    if clause.tense is Tense.PAST and scene.retold is not None:
        return scene.retold
    if scene.current is None and clause.tense is Tense.PAST and _takes_days(clause):
        return over_by(scene.story.published, because("told with how long it took; no date is given"))
    if clause.number == 0 or (clause.bits & (REPORT | VOICE) and not _often(clause)):
        return None
    if clause.tense is Tense.PERFECT and (_is_aside(scene) or _adds_up(clause)):
        limit = scene.story.published
        return over_by(limit, because("told as done by %(date)s; no date is given", date=limit))
    if clause.tense is Tense.PAST and scene.role in _TELLS_MORE and not _there(scene):
        return over_by(limit, because("told as the background of %(date)s; no date is given", date=limit))
    if (
        clause.tense is Tense.PAST
        and scene.role is Role.TIME
        and (clause.clause.first or scene.parent is not clause)
        and scene.opener & (BEFORE | AFTER)
        and not _within_hours(clause)
    ):
        return over_by(limit, because("told as the background of %(date)s; no date is given", date=limit))
    return None


_TELLS_MORE: Final[tuple[Role, ...]] = (Role.RELATIVE, Role.PARTICIPLE)
_ASIDE: Final[tuple[Role, ...]] = (Role.RELATIVE, Role.TIME, Role.PURPOSE, Role.COMPLEMENT)


def _is_aside(scene: Scene) -> bool:
    """Tell whether a clause only adds to another: not "It is the first time in a year that he has spoken"."""
    first = scene.clause.clause.first
    is_news = scene.opener & THAT and first and scene.clause.tokens.bits[first - 1] & TIME
    return scene.role in _ASIDE and not is_news


def _often(clause: Told) -> bool:
    """Tell whether a verb tells of many times until now: "has often claimed"."""
    predicate = clause.predicate
    if predicate is None or clause.tense is not Tense.PERFECT:
        return False
    return any(here & HITHERTO for here in clause.tokens.bits[predicate.first : predicate.head])


def _adds_up(clause: Told) -> bool:
    """Tell whether a perfect tense gives what came about until it was told: "has sold 300", "has already left"."""
    predicate, bits = clause.predicate, clause.tokens.bits
    if predicate is None:
        return False
    after = bits[predicate.head + 1 : min(predicate.head + 1 + _NEAR, clause.clause.last)]
    of_object = takewhile(lambda here: not here & _NO_OBJECT, after)
    subject = takewhile(lambda here: not here & MARK, bits[clause.clause.first : predicate.first])
    verbs = bits[predicate.first : predicate.head]
    return any(here & (NUMBER | COUNT | HITHERTO) for here in chain(subject, verbs, of_object))


_NEAR: Final = 4  # words after a verb in which the number of its objects stands
_NO_OBJECT: Final = MARK | QUOTE | TO | RELATIVE | TIME


def _takes_days(clause: Told) -> bool:
    """Tell whether a clause says how many days or more something took: "took nine days", "spent half a century"."""
    if not clause.bits & SPAN:
        return False
    lengths = (timex for timex in clause.timexes if timex.reading.interval is None)
    return any(timex.reading.value.startswith("P") and timex.reading.value[1] != "T" for timex in lengths)


def _looks_back(clause: Told) -> bool:
    """Tell whether a word right before the verb says that it was before what is told: "had earlier", "once ran"."""
    predicate, bits = clause.predicate, clause.tokens.bits
    if predicate is None:
        return False
    begin = max(predicate.first - 1, clause.clause.first)
    return any(here & FORMER and not here & EVENT for here in bits[begin : predicate.head])


def _there(scene: Scene) -> bool:
    """Tell whether a relative clause tells what was done at an occasion: "at the meeting, where she spoke"."""
    bits, place = scene.clause.tokens.bits, scene.clause.clause.first
    if scene.opener & SUBJECT or not scene.opener & RELATIVE:
        return False
    while place and bits[place - 1] & MARK:
        place -= 1
    return place > 0 and bool(bits[place - 1] & EVENT)


def _within_hours(clause: Told) -> bool:
    """Tell whether a clause gives the hours or minutes by which it lies before or after another."""
    return any(timex.reading.value.startswith("PT") for timex in clause.timexes)
