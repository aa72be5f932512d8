"""What an article tells of years ago: a history, a life. Its undated past is no news of the publication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from timeline.civil import DAY_SECONDS, Granularity
from timeline.events.bits import BE, DIE, REPORT, UTTER, VOICE
from timeline.events.dated import Dating, over_by
from timeline.events.predicates import Tense
from timeline.events.stretches import Role
from timeline.events.told import Told
from timeline.interval import Interval
from timeline.reason import because

_AGO: Final = 300 * DAY_SECONDS  # before the publication: what is older is no news
_LATELY: Final = 60 * DAY_SECONDS
_LEAST: Final = 3  # dates of years ago that make a retrospect

_Own = list[Dating | None]


def retold(told: list[Told], own: _Own, published: Interval) -> dict[int, Dating]:
    """Give place -> bounds of the past of long ago; `own` are the dates that clauses state, in their order.

    In an article that mostly dates what was years ago: the past tense of the paragraphs with such dates alone. What
    goes on from something so dated. And what somebody did of whom the sentence says that he has died: "Ann Lee, who
    died on Friday, built the first mill".
    """
    going_on = dict(_going_on(told, own, published))
    return going_on | dict(_of_years_ago(told, own, published)) | dict(_of_the_dead(told, own, published))


def _going_on(told: list[Told], own: _Own, published: Interval) -> Iterator[tuple[int, Dating]]:
    """Give what a paragraph tells on in the past tense, after a month or a year long ago that it names.

    Until another tense, a report, or a date of its own comes back to the news. At a day long ago the text stays.
    """
    paragraph, number, told_last, long_ago = -1, -1, None, None
    for place, (clause, date) in enumerate(zip(told, own, strict=True)):
        if clause.sentence.paragraph != paragraph:
            paragraph, told_last = clause.sentence.paragraph, None
        if clause.number != number:
            number, long_ago = clause.number, told_last
        if long_ago is not None and date is None and _is_narrated(clause):
            why = because("told on from what was long ago, %(why)s; no date is given", why=long_ago.because)
            yield place, over_by(published, why)
        if clause.role in _LEADING:
            told_last = _kept(told_last, clause, date, published)


def _kept(told_last: Dating | None, clause: Told, date: Dating | None, published: Interval) -> Dating | None:
    """Give what was long ago that the next sentence may go on from, after a clause."""
    if clause.tense not in (Tense.PAST, Tense.PLUPERFECT) or (date is None and clause.bits & REPORT):
        return None
    if date is None:
        return told_last
    is_long_ago = date.bounds.granularity > Granularity.DAY and date.bounds.end < published.start - _LATELY
    return date if is_long_ago else None


def _is_narrated(clause: Told) -> bool:
    """Tell whether a clause tells what was done, with no time of its own, and not that somebody said something."""
    if clause.tense is not Tense.PAST or clause.number <= 0 or clause.bits & (REPORT | VOICE):
        return False
    return all(timex.reading.interval is None for timex in clause.timexes)


def _of_years_ago(told: list[Told], own: _Own, published: Interval) -> Iterator[tuple[int, Dating]]:
    ago: defaultdict[int, int] = defaultdict(int)
    lately: defaultdict[int, int] = defaultdict(int)
    for clause, date in zip(told, own, strict=True):
        if date is None or clause.tense not in _PAST:
            continue
        paragraph = clause.sentence.paragraph
        ago[paragraph] += date.bounds.end < published.start - _AGO
        lately[paragraph] += date.bounds.end > published.start - _LATELY
    if sum(ago.values()) < max(_LEAST, 2 * sum(lately.values()) + 1):
        return
    why = because("told among events of years ago; no date is given")
    over = over_by(published, why)
    for place, clause in enumerate(told):
        paragraph = clause.sentence.paragraph
        is_told = clause.tense is Tense.PAST and (clause.bits & UTTER or not clause.bits & REPORT)
        if is_told and clause.number > 0 and ago[paragraph] and not lately[paragraph]:
            yield place, over


def _of_the_dead(told: list[Told], own: _Own, published: Interval) -> Iterator[tuple[int, Dating]]:
    for place, clause in enumerate(told):
        parent = told[clause.parent]
        if clause.role is not Role.RELATIVE or not (clause.bits | parent.bits) & DIE:
            continue
        if not _is_of_subject(clause, parent):
            continue
        death = own[place] if clause.bits & DIE else own[clause.parent]
        if clause.bits & DIE and death is not None and parent.tense is Tense.PAST:
            yield clause.parent, _until_death(death)
        elif parent.bits & DIE and clause.tense is Tense.PAST and not clause.clause.quoted:
            of_dead = because("told of the life of somebody who has died")
            yield place, _until_death(death) if death else over_by(published, of_dead)


def _until_death(death: Dating) -> Dating:
    why = because("told of the life of somebody whose death is dated %(why)s", why=death.because)
    return over_by(death.bounds, why)


def _is_of_subject(clause: Told, parent: Told) -> bool:
    """Tell whether a clause tells more of the subject that does what its parent tells."""
    predicate, bits = parent.predicate, parent.tokens.bits
    if predicate is None or clause.clause.first > predicate.first:
        return False
    return not any(here & BE for here in bits[predicate.first : predicate.head])


_LEADING: Final[tuple[Role, ...]] = (Role.MAIN, Role.COORDINATE, Role.QUOTED)
_PAST: Final[tuple[Tense, ...]] = (Tense.PAST, Tense.PLUPERFECT, Tense.PARTICIPLE)
