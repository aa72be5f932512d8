"""When the event of a clause happened: its own expression, the day of the story, another clause's date, or only bounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.civil import DAY_SECONDS, Granularity
from timeline.edtf import day_text
from timeline.events.bits import BY, COMPARE, SINCE, TIME
from timeline.events.clauses import Clause, Role
from timeline.events.predicates import Tense
from timeline.events.tokens import Tokens
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Basis, Timex


class Dating(NamedTuple):
    """The date of an event, or its bounds; what it rests on, and a sentence why."""

    when: Interval | None
    bounds: Interval
    basis: Basis
    because: str
    timex: tuple[int, int] | None = None


class Story(NamedTuple):
    """The day that an article's unmarked past tense tells of, and why; `published` is its publication date."""

    published: Interval
    day: Dating


EXP = {}


def story_of(published: Interval, leads: Sequence[Sequence[Timex]]) -> Story:
    """Give the story's day: the first day named in the lead that lies at most a week before publication."""
    for timexes in leads:
        for timex in timexes:
            when = timex.reading.interval
            if when is None or when.granularity > Granularity.DAY or when.end - when.start > DAY_SECONDS:
                continue
            if 0 <= published.start // DAY_SECONDS - when.start // DAY_SECONDS <= 7:
                why = f"the story's day, which its opening names: {timex.reading.because}"
                day = Interval.of_day(when.start // DAY_SECONDS)
                return Story(published, Dating(day, day, Basis.CARRIED, why, (timex.start, timex.end)))
    why = f"the news of its publication on {day_text(published.start // DAY_SECONDS)}; its opening names no other day"
    return Story(published, Dating(published, published, Basis.PUBLISHED, why))


def own_dating(clause: Clause, tokens: Tokens, timexes: Sequence[Timex]) -> Dating | None:
    """Give the date that an expression of the clause itself states, None where none does."""
    usable = [t for t in timexes if _dates(t, tokens)]
    if not usable:
        return None
    head = clause.predicate.head if clause.predicate else clause.first
    at, upto = tokens.starts[head], tokens.ends[head]
    best = min(usable, key=lambda t: max(t.start - upto, at - t.end))
    when = best.reading.interval
    assert when is not None
    return Dating(when, when, Basis.STATED, best.reading.because, (best.start, best.end))


def _dates(timex: Timex, tokens: Tokens) -> bool:
    when = timex.reading.interval
    if when is None or not when.bounded:
        return False
    before = _word_before(timex, tokens)
    return not before & (COMPARE | EXP.get("skip", BY | SINCE))


def _word_before(timex: Timex, tokens: Tokens) -> int:
    from bisect import bisect_left

    place = bisect_left(tokens.starts, timex.start)
    return tokens.bits[place - 1] if place else 0


def default_dating(clause: Clause, story: Story, parent: Dating | None, heading: bool) -> Dating:
    tense = clause.predicate.tense if clause.predicate else None
    role = clause.role
    if parent is not None and role in EXP.get("inherit", (Role.PARTICIPLE, Role.COORDINATE)) and parent.basis is Basis.STATED:
        return parent._replace(basis=Basis.CARRIED)
    if tense in EXP.get("undated", (Tense.FUTURE, Tense.MODAL, Tense.PLUPERFECT, Tense.PERFECT)) and not heading:
        if tense in (Tense.FUTURE, Tense.MODAL):
            b = Interval(story.published.start, END, Granularity.DAY)
        else:
            b = Interval(BEGINNING, story.day.bounds.end, Granularity.DAY)
        return Dating(None, b, Basis.BOUNDED, "tense")
    if tense is Tense.PRESENT and EXP.get("present") and not heading:
        return Dating(story.published, story.published, Basis.PUBLISHED, "present")
    return story.day
