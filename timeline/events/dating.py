"""When the event of a clause happened.

Its own expression tells, else the clause it hangs on, the date at which its paragraph is, the day of the
story, or only bounds; each with a sentence why.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from timeline.civil import DAY_SECONDS, Granularity
from timeline.events.bits import AFTER, BEFORE, BY, COMPARE, LENGTH, PLAN, PREPOSITION, REPORT, SINCE, SOON
from timeline.events.clauses import Role
from timeline.events.predicates import Tense
from timeline.events.told import Told
from timeline.expression import Clock
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Basis, Timex
from timeline.reason import Reason, because

_LEADS = 3  # sentences of the body that may name the story's day
_FAR = 31  # days before publication, at most, of the story's day where the first sentence names it
_NEAR = 7  # the same where a later one does


class Dating(Struct, frozen=True, gc=False):
    """The date of an event, or its bounds; what it rests on, why, and the expression's place."""

    when: Interval | None
    bounds: Interval
    basis: Basis
    because: Reason
    timex: tuple[int, int] | None = None


class Story(Struct, frozen=True, gc=False):
    """The day that an article's unmarked past tense tells of; `published` is its publication date."""

    published: Interval
    day: Dating


def date_all(text: str, told: Sequence[Told], published: Interval) -> list[Dating]:
    """Give the date of each clause of an article, in their order."""
    story = _story(text, told, published)
    own = [_own(text, clause) for clause in told]
    dates: list[Dating] = []
    paragraph, current = -1, None  # the day at which the paragraph is, where that is not the story's
    for clause, stated in zip(told, own, strict=True):
        if clause.sentence.paragraph != paragraph:
            paragraph, current = clause.sentence.paragraph, None
        if stated is None:
            above = _above(clause, told, own)
            dates.append(_limited(clause, _inferred(clause, told[clause.parent], story, above, current)))
            continue
        dates.append(stated)
        if (
            clause.clause.role in (Role.MAIN, Role.COORDINATE)
            and stated.bounds.granularity <= Granularity.DAY
        ):
            current = stated if published.start - stated.bounds.start > DAY_SECONDS else None
    return dates


def _story(text: str, told: Sequence[Told], published: Interval) -> Story:
    """Give the story's day: the first that the opening names, shortly before publication.

    Else that of the news.
    """
    for clause in told:
        if clause.number >= _LEADS:
            break
        for timex in clause.timexes if clause.number >= 0 else ():
            when = timex.reading.interval
            if when is None or when.granularity > Granularity.DAY or when.end - when.start > DAY_SECONDS:
                continue
            day = Interval.of_day(when.start // DAY_SECONDS)
            if 0 <= published.start - day.start <= (_NEAR if clause.number else _FAR) * DAY_SECONDS:
                why = because(
                    "the day of the story, which its opening names: %(why)s", why=_reason(text, timex)
                )
                return Story(published, Dating(day, day, Basis.CARRIED, why, (timex.start, timex.end)))
    why = because("told as news of the publication, %(date)s; the opening names no other day", date=published)
    return Story(published, Dating(published, published, Basis.PUBLISHED, why))


def _reason(text: str, timex: Timex) -> Reason:
    words = text[timex.start : timex.end]
    if timex.range is None:
        return because("“%(words)s”: %(why)s", words=words, why=timex.reading.because)
    return because(
        "“%(words)s”: %(why)s; the first or the last of the stretch that the text names",
        words=words,
        why=timex.reading.because,
    )


def _own(text: str, told: Told) -> Dating | None:
    """Give the date that an expression of the clause itself states, the one nearest to its head."""
    usable = [timex for timex in told.timexes if _dates(timex, told)]
    if not usable:
        return None
    tokens, clause = told.tokens, told.clause
    head = clause.predicate.head if clause.predicate else clause.first
    best = min(usable, key=lambda t: max(t.start - tokens.ends[head], tokens.starts[head] - t.end))
    when = best.range or best.reading.interval
    if when is None:
        return None
    return Dating(when, when, Basis.STATED, _reason(text, best), (best.start, best.end))


def _dates(timex: Timex, told: Told) -> bool:
    """Tell whether an expression dates the clause it stands in, and is no limit.

    Comparison or span of figures.
    """
    when = timex.reading.interval
    if when is None or not when.bounded:
        return False
    if timex.anchored and isinstance(timex.expression, Clock):
        return False  # "at 8 p.m." tells the hour; which day it was is told elsewhere
    before = _word_before(timex, told)
    if before & (COMPARE | BY | BEFORE) or (before & SINCE and told.tense not in _LASTING):
        return False
    if when.granularity > Granularity.DAY and before & LENGTH:  # "profits for the last year"
        return False
    # A quarter or a year in "says it made ..." is what was said, not when it was said.
    return not (told.bits & REPORT and when.granularity > Granularity.MONTH)


_LASTING = (Tense.PERFECT, Tense.PLUPERFECT)  # "has been closed since May" began in May


def _word_before(timex: Timex, told: Told) -> int:
    """Give what the word before an expression can be.

    A comparison reaches over a preposition ("than in 2019").
    """
    bits = told.tokens.bits
    place = bisect_left(told.tokens.starts, timex.start)
    before = bits[place - 1] if place else 0
    if before & PREPOSITION and place > 1:
        before |= bits[place - 2] & COMPARE
    return before


def _above(clause: Told, told: Sequence[Told], own: Sequence[Dating | None]) -> Dating | None:
    """Give the date stated in the clause that this one hangs on, or in the one that that hangs on."""
    if clause.clause.role in (Role.MAIN, Role.RELATIVE) or told[clause.parent] is clause:
        return None
    parent = told[clause.parent]
    if clause.clause.role is Role.PURPOSE and parent.bits & (PLAN | SOON):
        return None
    return own[clause.parent] or (own[parent.parent] if parent.clause.role in _CLOSE else None)


_CLOSE = (Role.PARTICIPLE, Role.COORDINATE, Role.TIME)
_AHEAD = (Tense.FUTURE, Tense.MODAL, Tense.INFINITIVE)


def _inferred(
    clause: Told, parent: Told, story: Story, above: Dating | None, current: Dating | None
) -> Dating:
    """Give the date of a clause that states none."""
    tense, heading = clause.tense, clause.sentence.heading
    planned = clause.clause.role is Role.PURPOSE and parent.bits & (PLAN | SOON)
    if not heading and (planned or tense in (Tense.FUTURE, Tense.MODAL)) and clause.clause.role not in _CLOSE:
        return _ahead(clause, story)
    if above is not None and _said_of(clause, parent, story, above):
        return story.day
    if above is not None and (tense is not Tense.PLUPERFECT or clause.clause.role in _CLOSE):
        why = because("told with what is dated %(why)s", why=above.because)
        return replace(above, basis=Basis.CARRIED, because=why)
    if tense in (Tense.FUTURE, Tense.MODAL) and not heading:
        return _ahead(clause, story)
    if tense is Tense.PLUPERFECT:
        limit = current or story.day
        why = because("told as already past on %(date)s; no date is given", date=limit.bounds)
        return Dating(None, Interval(BEGINNING, limit.bounds.end, Granularity.DAY), Basis.BOUNDED, why)
    if current is not None and tense is Tense.PAST and not clause.bits & REPORT:
        why = because("the text is still at %(why)s", why=current.because)
        return replace(current, basis=Basis.CARRIED, because=why)
    if tense is Tense.PRESENT and not heading:
        why = because("told as true at the publication, %(date)s", date=story.published)
        return Dating(story.published, story.published, Basis.PUBLISHED, why)
    return story.day


def _said_of(clause: Told, parent: Told, story: Story, above: Dating) -> bool:
    """Tell whether a later report is of the story.

    "police said on Sunday he left" in the news of Saturday's fire.
    """
    reported = clause.clause.role is Role.COMPLEMENT and clause.tense is Tense.PAST and parent.bits & REPORT
    return bool(reported) and story.day.bounds.start < above.bounds.start


def _ahead(clause: Told, story: Story) -> Dating:
    """Give the bounds of what has not happened yet."""
    day = story.day.bounds
    if clause.tense is Tense.MODAL:  # "could have", "said it would": on either side
        why = because("told as something that could happen on %(date)s; no date is given", date=day)
        return Dating(None, Interval(BEGINNING, END, Granularity.DAY), Basis.BOUNDED, why)
    why = because("told as still to come on %(date)s; no date is given", date=day)
    return Dating(None, Interval(day.start, END, Granularity.DAY), Basis.BOUNDED, why)


def _limited(clause: Told, dating: Dating) -> Dating:
    """Narrow the bounds of an event without a date by the limits that its clause states: "by 2012".

    "after May".
    """
    if dating.when is not None:
        return dating
    bounds = dating.bounds
    for timex in clause.timexes:
        when, before = timex.reading.interval, _word_before(timex, clause)
        if when is None or not when.bounded:
            continue
        if before & (BY | BEFORE):
            limit = when.start if before & BEFORE else when.end
            bounds = _within(bounds, Interval(BEGINNING, limit, when.granularity))
        elif before & (SINCE | AFTER):
            bounds = _within(bounds, Interval(when.start, END, when.granularity))
    return replace(dating, bounds=bounds)


def _within(bounds: Interval, limit: Interval) -> Interval:
    return bounds.intersection(limit) or bounds
