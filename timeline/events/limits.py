"""Limits that a clause states instead of a date: "by 2012", "before the summer", "since May"."""

from __future__ import annotations

from timeline.events.bits import AFTER, BEFORE, BY, SINCE
from timeline.events.dated import Dating, undated
from timeline.events.predicates import Tense
from timeline.events.stated import reason_of, word_before
from timeline.events.told import Told
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Timex
from timeline.reason import because


def limited(text: str, clause: Told, dating: Dating) -> Dating:
    """Narrow the bounds of an event by the limits that its clause states: "by 2012", "after May".

    A date that is only inferred gives way to them, for "By 1930 it employed 85 people" is no news of today; and "By May
    it had closed" looks back from May, not from the day of the story.
    """
    for timex in clause.timexes:
        limit = _limit(timex, word_before(timex, clause))
        if limit is None or (dating.when is not None and dating.when.overlaps(limit)):
            continue
        reason, place = reason_of(text, timex), timex.place
        looks_back = clause.tense is Tense.PLUPERFECT and limit.start == BEGINNING
        if dating.when is not None or looks_back:
            why = because("the text gives only a limit, %(limit)s; no date is given", limit=reason)
            dating = undated(limit, why, place)
            continue
        bounds = dating.bounds.intersection(limit)
        if bounds is not None and bounds != dating.bounds:
            why = because("%(why)s; %(limit)s", why=dating.because, limit=reason)
            dating = undated(bounds, why, place)
    return dating


def _limit(timex: Timex, before: int) -> Interval | None:
    """Give what an expression leaves open behind "by", "before", "since" or "after", None behind another word."""
    when = timex.reading.interval
    if when is None or not when.bounded:
        return None
    if before & (BY | BEFORE):
        end = when.start if before & BEFORE and not before & BY else when.end
        return Interval(BEGINNING, end, when.granularity)
    if before & (SINCE | AFTER):
        return Interval(when.start, END, when.granularity)
    return None
