"""Times of day without a day: "It struck the bridge at 5.39 a.m." is of the day whose course the text tells."""

from __future__ import annotations

from typing import Final

from timeline.civil import DAY_SECONDS, Granularity
from timeline.events.bits import BLAME, REPORT, UTTER, VOICE
from timeline.events.dated import Dating
from timeline.events.predicates import Tense
from timeline.events.stated import is_of_text
from timeline.events.stretches import Role
from timeline.events.told import Told
from timeline.interval import Interval
from timeline.model import Basis, Timex
from timeline.reason import because

_SAYING: Final = REPORT | VOICE | UTTER | BLAME
_LEADING: Final[tuple[Role, ...]] = (Role.MAIN, Role.COORDINATE)


def is_course(clause: Told, parent: Told, date: Dating) -> bool:
    """Tell whether a clause with its own date tells on which day something took its course, not when it was said.

    Nor what only looks back from it: "the largest march since he died on Friday".
    """
    when = date.when
    if when is None or when.granularity > Granularity.DAY or clause.bits & _SAYING:
        return False
    is_told = clause.role in _LEADING or parent.bits & _SAYING
    return bool(is_told) and clause.tense is Tense.PAST and _is_of_one_day(when)


def on_course(clause: Told, course: Dating | None) -> Dating | None:
    """Give the day whose course the text has told, for a past event with its hour; None where it tells no hour."""
    if course is None or _hour(clause) is None:
        return None
    why = because("the text is still at %(why)s", why=course.because)
    return whole_day(course).resting(Basis.CARRIED, why)


def with_hours(text: str, told: list[Told], dates: list[Dating]) -> list[Dating]:
    """Give the dates, those of past events of which the text tells only the hour made as exact as that."""
    return [_at_hour(text, clause, date) or date for clause, date in zip(told, dates, strict=True)]


def whole_day(date: Dating) -> Dating:
    """Give the day of a date that is narrower, as what goes on from it may be of another hour; others as they are."""
    when = date.when
    if when is None or when.granularity >= Granularity.DAY or not _is_of_one_day(when):
        return date
    day = Interval.of_day(when.start // DAY_SECONDS)
    return Dating(day, day, date.basis, date.because, date.timex)


def _at_hour(text: str, clause: Told, day: Dating) -> Dating | None:
    when, timex = day.when, _hour(clause)
    if timex is None or when is None or day.basis is Basis.STATED or not _is_of_one_day(when):
        return None
    if (hour := timex.reading.interval) is None:
        return None
    begin = when.start - when.start % DAY_SECONDS + hour.start % DAY_SECONDS
    timed = Interval(begin, begin + hour.end - hour.start, hour.granularity)
    why = because("a time of day on %(date)s: %(why)s", date=timed, why=day.because)
    told = because("“%(words)s”: %(why)s", words=text[timex.start : timex.end], why=why)
    return Dating(timed, timed, Basis.STATED, told, timex.place)


def _hour(clause: Told) -> Timex | None:
    """Give the time of day that a clause in the past tense tells without its day."""
    if not clause.timexes or clause.tense is not Tense.PAST or (clause.predicate and clause.predicate.state):
        return None
    for timex in clause.timexes:
        when = timex.reading.interval
        if when is not None and is_of_text(timex) and when.end - when.start < DAY_SECONDS:
            return timex
    return None


def _is_of_one_day(when: Interval) -> bool:
    return when.end - when.start <= DAY_SECONDS
