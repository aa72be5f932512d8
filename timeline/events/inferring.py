"""When a clause happened that states no date of its own.

Decisions in their order, each with its reason; the first that has something to say holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from timeline.events.bits import (
    BEFORE,
    BRING,
    CONDITION,
    DEFINITE,
    LIGHT,
    MEANWHILE,
    PLAN,
    REACHED,
    REPORT,
    SOON,
    UNREAL,
    VOICE,
    WHERE,
)
from timeline.events.dated import Dating, not_before, undated
from timeline.events.earlier import told_as_earlier
from timeline.events.predicates import Tense
from timeline.events.scene import Scene
from timeline.events.stretches import Role
from timeline.interval import ALWAYS, END
from timeline.model import Basis
from timeline.reason import because


def inferred(scene: Scene) -> Dating:
    """Give the date or the bounds of a clause that states none; what nothing speaks against is of the story's day."""
    for decide in _DECISIONS:
        if (dating := decide(scene)) is not None:
            return dating
    return scene.story.day


_CLOSE: Final[tuple[Role, ...]] = (Role.PARTICIPLE, Role.COORDINATE, Role.TIME)
_UNTENSED: Final[tuple[Tense, ...]] = (Tense.PRESENT, Tense.PARTICIPLE, Tense.NOMINAL)
_HELD: Final[tuple[Tense, ...]] = (Tense.FUTURE, Tense.MODAL)


def _to_come(scene: Scene) -> Dating | None:
    """Bound what had not happened when it was told."""
    clause, day = scene.clause, scene.story.day.bounds
    if clause.sentence.heading:
        return None
    if _meant(scene):
        return not_before(
            day, because("told on %(date)s as what somebody meant or had to do; no date is given", date=day)
        )
    if clause.tense in _UNTENSED and _supposed(scene):
        return not_before(
            day, because("told as something that had yet to happen on %(date)s; no date is given", date=day)
        )
    if clause.tense not in _HELD or (scene.role in _CLOSE and scene.above is not None):
        return None
    if clause.tense is Tense.FUTURE:
        return not_before(day, because("told as still to come on %(date)s; no date is given", date=day))
    why = because("told as something that could happen on %(date)s; no date is given", date=day)
    return undated(ALWAYS, why)  # "could have", "said it would": on either side


def _meant(scene: Scene) -> bool:
    """Tell whether an infinitive leaves open whether anything came of it.

    Not after a verb that tells ("began to"), nor where the plan itself is the news, nor beside a date.
    """
    if scene.role is not Role.PURPOSE or scene.clause.tense is not Tense.INFINITIVE:
        return False
    if scene.parent.bits & (PLAN | SOON) and not scene.parent.bits & UNREAL:
        return True
    return not scene.parent.bits & (REACHED | UNREAL) and scene.above is None and scene.clause.number > 0


def _supposed(scene: Scene) -> bool:
    """Tell whether a present tense is no fact: "if it rains", "until it stops", "will go when it ends"."""
    if scene.role is Role.LINK:
        return bool(scene.opener & CONDITION)
    if scene.role is not Role.TIME:
        return False
    present = scene.clause.tense is Tense.PRESENT or scene.parent.tense is Tense.PRESENT
    return present and bool(scene.opener & BEFORE or scene.parent.tense in _HELD)


def _joined(scene: Scene) -> Dating | None:
    """Give what goes on from a clause in the same tense the date or the bounds of that: "he rose and left"."""
    hung = scene.hung
    if scene.role is not Role.COORDINATE or hung is None or scene.clause.tense is not scene.parent.tense:
        return None
    if scene.clause.tense is not Tense.PAST or scene.clause.bits & REPORT:
        return None
    if hung.basis is not Basis.STATED:
        return hung
    return hung.resting(Basis.CARRIED, because("told with what is dated %(why)s", why=hung.because))


def _carried(scene: Scene) -> Dating | None:
    """Give the date that the sentence states elsewhere, which a pluperfect only looks back from."""
    above = scene.above
    if above is None:
        return None
    if _said_of_the_story(scene, above):
        return scene.story.day
    if (
        scene.role is Role.COORDINATE
        and scene.clause.tense is Tense.PERFECT
        and scene.parent.tense is Tense.PAST
    ):
        return None
    if scene.clause.tense is Tense.PLUPERFECT and scene.role not in _CLOSE:
        return None
    why = because("told with what is dated %(why)s", why=above.because)
    return above.resting(Basis.CARRIED, why)


def _said_of_the_story(scene: Scene, above: Dating) -> bool:
    """Tell whether a later report is of the story: "police said on Sunday he left" of Saturday's fire."""
    reported = (
        scene.role is Role.COMPLEMENT and scene.clause.tense is Tense.PAST and scene.parent.bits & REPORT
    )
    return bool(reported) and scene.story.day.bounds.start < above.bounds.start


def _titled(scene: Scene) -> Dating | None:
    """Date a title like what it stands over."""
    return scene.story.day if scene.clause.sentence.heading else None


def _named(scene: Scene) -> Dating | None:
    """Bound what is only named; a noun says no more of its time than the clause that it is the occasion of.

    As little says what a reason holds beside it: "because of the drain on towns sending men".
    """
    if scene.role is Role.LINK and scene.clause.tense is Tense.PARTICIPLE:
        return _ONLY_NAMED
    if scene.role is not Role.NOUN or scene.clause.number == 0 or scene.parent.bits & LIGHT:
        return None
    if scene.hung is not None and (scene.hung.when is None or scene.parent.bits & BRING or _occasion(scene)):
        return scene.hung  # "held a rally", "suffered injuries"
    return _ONLY_NAMED


_ONLY_NAMED: Final = undated(ALWAYS, because("only named; the text does not say here when it was"))


def _occasion(scene: Scene) -> bool:
    """Tell whether a noun says at what its clause happened ("in an interview"), or opens it as known ("The deal")."""
    noun, bits = scene.clause.clause, scene.clause.tokens.bits
    if noun.first and bits[noun.first - 1] & WHERE:
        return True
    return noun.first <= scene.parent.clause.first + 1 and bool(bits[noun.first] & DEFINITE)


def _alongside(scene: Scene) -> Dating | None:
    """Give what the clause it is told in one breath with has: a date, or only bounds."""
    hung, tense = scene.hung, scene.clause.tense
    if hung is None or scene.parent is scene.clause:
        return None
    if scene.role is Role.TIME and tense is Tense.PAST:
        return hung  # "when it hit the rock", "ten minutes after it left"
    if hung.when is not None or scene.clause.bits & REPORT:
        return None
    if scene.role is Role.PURPOSE:
        return hung if scene.clause.number > 0 else None  # "if it fails to hold"
    if scene.role is Role.COMPLEMENT and tense is Tense.PAST and hung.bounds.end < END:
        return hung  # what was said was no later than the saying
    breath = scene.role in (Role.PARTICIPLE, Role.COORDINATE) and tense in (Tense.PAST, Tense.PARTICIPLE)
    return hung if breath else None


def _still(scene: Scene) -> Dating | None:
    """Give the day at which the paragraph is; what is said of it is said in the story."""
    if scene.current is None or scene.clause.tense is not Tense.PAST or scene.clause.bits & (REPORT | VOICE):
        return None
    why = because("the text is still at %(why)s", why=scene.current.because)
    return scene.current.resting(Basis.CARRIED, why)


def _at_publication(scene: Scene) -> Dating | None:
    """Give the publication date to what is told as true; "when the tide comes in" tells no time of its own."""
    if scene.clause.tense is not Tense.PRESENT:
        return None
    if scene.role is Role.TIME and not scene.opener & MEANWHILE:
        why = because("told as the time of something else; no date of its own is given")
        return undated(ALWAYS, why)
    published = scene.story.published
    why = because("told as true at the publication, %(date)s", date=published)
    return Dating(published, published, Basis.PUBLISHED, why)


_DECISIONS: Final[tuple[Callable[[Scene], Dating | None], ...]] = (
    _to_come,
    _joined,
    _carried,
    _titled,
    _named,
    told_as_earlier,
    _alongside,
    _still,
    _at_publication,
)
