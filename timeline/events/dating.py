"""When the event of each clause of an article happened.

Its own expression tells, else the clauses it hangs on or that hang on it; what is left is inferred.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from timeline.civil import DAY_SECONDS, Granularity
from timeline.events.bits import EVENT, PLAN, SOON
from timeline.events.chronicle import headed
from timeline.events.clocks import is_course, on_course, whole_day
from timeline.events.dated import Dating
from timeline.events.distance import reckoned, reckoned_from
from timeline.events.inferring import inferred
from timeline.events.lending import is_utterance_of, lent, taken_part_in, told_more_of
from timeline.events.limits import limited
from timeline.events.perfect import is_too_old
from timeline.events.predicates import Tense
from timeline.events.retrospect import retold
from timeline.events.scene import Scene, Story
from timeline.events.stated import dated_by, is_told_by_verb, reason_of, stated
from timeline.events.stretches import Role
from timeline.events.told import Told
from timeline.interval import Interval
from timeline.model import Basis, Timex
from timeline.reason import because
from timeline.tagging.phrase import BESIDE_EVENT

_LEADS: Final = 3  # sentences of the body that may name the story's day
_FAR: Final = 31  # days before publication, at most, of the story's day where the first sentence names it
_NEAR: Final = 7  # the same where a later one does
_WIDEST: Final = 365 * DAY_SECONDS
_DEEPEST: Final = 4  # clauses, up which a date is looked for; they may hang on each other in a circle

_Own = list[Dating | None]


def date_all(text: str, told: list[Told], published: Interval) -> list[Dating]:
    """Give the date of each clause of an article, in their order."""
    taken = dict(taken_part_in(told))
    story = _story(text, told, taken, published)
    own = _own_dates(text, told, taken, published)
    more = dict(told_more_of(text, told))
    hung_on, past = more | lent(told, own), retold(told, own, published)
    dates: list[Dating] = []
    course: Dating | None = None  # the last day of which the text told what was done
    paragraph, current = -1, None  # the day at which the paragraph is, where that is not the story's
    for place, clause in enumerate(told):
        date = own[place] or more.get(place)
        if clause.sentence.paragraph != paragraph:
            paragraph, current = clause.sentence.paragraph, None
        if date is None:
            hung = dates[clause.parent] if clause.parent < place else None
            lender = clause.parent if clause.role is Role.NOUN and place not in hung_on else place
            above = _above(place, told, own) or hung_on.get(lender)
            scene = Scene(clause, told[clause.parent], story, hung, above, current, past.get(place))
            at_hour = on_course(clause, course)
            dates.append(at_hour or _unstated(text, scene))
            date = at_hour or hung_on.get(place)
            if date is None or (current is not None and date.bounds.before(current.bounds)):
                continue  # what a clause hangs on takes the text on, not back
        else:
            dates.append(date)
            course = date if is_course(clause, told[clause.parent], date) else course
        looks_back = clause.tense is Tense.PLUPERFECT and current is not None
        if clause.role in (Role.MAIN, Role.COORDINATE) and _is_near(date.bounds) and not looks_back:
            current = whole_day(date) if published.start - date.bounds.start > DAY_SECONDS else None
    return dates


def _own_dates(text: str, told: list[Told], taken: dict[int, Timex], published: Interval) -> _Own:
    """Give the date that each clause states, by itself or together with the one that it hangs on.

    The first that there is: its own expression's, that of the event of which it tells who took part (`taken`), the one
    that its verb leaves to it, that of the label over it, one reckoned from another clause, that of an infinitive.
    """
    own = [stated(text, clause, published) for clause in told]
    for place, timex in taken.items():
        own[place] = own[place] or dated_by(text, timex)
    for place, clause in enumerate(told):
        own[place] = own[place] or _left_to(clause, told[clause.parent], text, published)
    for place, label in headed(text, told, published).items():
        own[place] = own[place] or label
    for place, reached in list(reckoned(text, told, own, published)):
        own[place] = reached
    for clause, date in zip(told, own, strict=True):
        parent = told[clause.parent]
        if date and not own[clause.parent] and _is_of_both(clause, parent, date, published):
            own[clause.parent] = date
    return own


def _left_to(noun: Told, verb: Told, text: str, published: Interval) -> Dating | None:
    """Give the date that a verb leaves to the last noun of an event before it: "are held over a theft last August"."""
    if noun.role is not Role.NOUN or noun.tokens is not verb.tokens:
        return None
    starts, bits, last = noun.tokens.starts, noun.tokens.bits, noun.clause.last
    for timex in verb.timexes:
        when, place = timex.reading.interval, bisect_left(starts, timex.start)
        is_next = place >= last and not any(here & EVENT for here in bits[last:place])
        if when is not None and is_next and is_too_old(timex, when, verb, published):
            return Dating(when, when, Basis.STATED, reason_of(text, timex), timex.place)
    return None


def _is_of_both(clause: Told, parent: Told, date: Dating, published: Interval) -> bool:
    """Tell whether the date of an infinitive is that of its verb too: "agreed to merge last June".

    What was once planned for a day was planned before it.
    """
    if is_told_by_verb(clause, parent) or is_utterance_of(clause, parent):
        return True
    is_past = parent.tense is Tense.PAST and date.bounds.end <= published.start
    return clause.role is Role.PURPOSE and is_past and not parent.bits & (PLAN | SOON)


def _unstated(text: str, scene: Scene) -> Dating:
    """Give the date of a clause that states none: reckoned from what it hangs on, else inferred.

    "The move comes a week after he left" is told of the story's day. So is what opens the article; what comes later
    in the past tense may be of another.
    """
    told_of = scene.story.day if scene.parent.tense is Tense.PRESENT else scene.hung
    is_news = scene.clause.number <= 0 or scene.parent.tense is Tense.PRESENT
    if is_news and told_of is not None and told_of.when is not None:
        reached = reckoned_from(text, scene.clause, scene.parent, told_of, scene.story.published)
        if reached is not None:
            return reached
    return limited(text, scene.clause, inferred(scene))


def _is_near(when: Interval) -> bool:
    """Whether a paragraph can be at a date: a day, or a stretch of less than a year; "the past decade" is too wide."""
    return when.granularity <= Granularity.DAY and when.end - when.start < _WIDEST


def _story(text: str, told: list[Told], taken: dict[int, Timex], published: Interval) -> Story:
    """Give the story's day: the first that the opening names shortly before publication, else that of the news."""
    for place, clause in enumerate(told):
        if clause.number >= _LEADS:
            break
        timexes = [taken[place]] if place in taken else clause.timexes
        for timex in timexes if clause.number >= 0 else ():
            when = timex.reading.interval if timex.rule != BESIDE_EVENT else None
            if when is None or when.granularity > Granularity.DAY or when.end - when.start > DAY_SECONDS:
                continue
            day = Interval.of_day(when.start // DAY_SECONDS)
            if 0 <= published.start - day.start <= (_NEAR if clause.number else _FAR) * DAY_SECONDS:
                why = because(
                    "the day of the story, which its opening names: %(why)s", why=reason_of(text, timex)
                )
                return Story(published, Dating(day, day, Basis.CARRIED, why, timex.place))
    why = because("told as news of the publication, %(date)s; the opening names no other day", date=published)
    return Story(published, Dating(published, published, Basis.PUBLISHED, why))


def _above(place: int, told: list[Told], own: _Own) -> Dating | None:
    """Give the date stated in the nearest clause that this one hangs on; a plan has none from the planning."""
    clause = told[place]
    for _ in range(_DEEPEST):
        if clause.parent == place or clause.role in (Role.MAIN, Role.RELATIVE):
            return None
        parent = told[clause.parent]
        if clause.role is Role.PURPOSE and parent.bits & (PLAN | SOON):
            return None
        if (date := own[clause.parent]) is not None:
            return date
        place, clause = clause.parent, parent
    return None
