"""Whether two reports tell of one event, from nothing but the two.

Their heads must be able to mean the same. Beyond it, what they must share depends on their dates: little where both
state the same, more where one states none, much where they contradict each other; less where their articles tell of
one story.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from timeline.civil import DAY_SECONDS, Granularity
from timeline.events.gist import Common, Gist, common_of, forms_of, gist_of
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Basis, Event, Status

SOON: Final = 7 * DAY_SECONDS  # a report follows its event within this time
_LATELY: Final = 14 * DAY_SECONDS
_QUARTER: Final = 92 * DAY_SECONDS
_YEAR: Final = 366 * DAY_SECONDS  # what one report puts so long before another happens again and again
_SEASON: Final = 31 * DAY_SECONDS  # dates further apart than this are not two claims about one event


def likeness(event: Event) -> tuple[object, ...]:
    """Give all that `same_event` looks at, but for the article."""
    dates = event.when, event.bounds, event.published
    return (
        event.terms,
        dates,
        event.basis,
        event.status,
        event.actors,
        event.places,
        event.summary,
        event.story,
        event.alone,
    )


def same_event(a: Event, b: Event) -> bool:
    """Tell whether two reports, of one article or two, tell of the same event; symmetric."""
    return _alike(a, b) and not _foretold(a, b) and not _foretold(b, a)


def _alike(a: Event, b: Event) -> bool:
    """Tell whether two reports share enough for the dates that they have."""
    one, other = gist_of(a.terms), gist_of(b.terms)
    if one.heads.isdisjoint(other.heads):
        return a.alone and b.alone and _alone_on_one_day(a, b, one, other)
    if _told_apart(a, b, one, other):
        return False
    common = common_of(a, b, one, other)
    if _of_another_sense(a, b, one, other, common) or _refused_first(a, b):
        return False
    if one.part != other.part:
        return _whole_and_part(a, b, one, other, common)
    if a.when is None or b.when is None:
        return _undated_alike(a, b, common)
    if _on_one_date(a, b):
        return _alike_on_one_date(a, b, one, other, common)
    if is_stated(a) and is_stated(b):
        return _claims_of_one(a, b, common)
    if is_stated(a) or is_stated(b):
        return _retold(a, b, common) if is_stated(a) else _retold(b, a, common)
    near = abs(a.when.start - b.when.start) <= DAY_SECONDS
    return near and (common.terms >= 3 or (common.terms >= 2 and common.words >= 1))


def _alone_on_one_day(a: Event, b: Event, one: Gist, other: Gist) -> bool:
    """Tell whether two articles of one story each tell of one thing only of a day, whatever they call it."""
    if a.article == b.article or a.status is not b.status or a.when is None or b.when is None:
        return False
    if a.when.start // DAY_SECONDS != b.when.start // DAY_SECONDS or _by_others(a, b):
        return False
    common = common_of(a, b, one, other)
    return (
        common.story and not common.named_apart and not (one.part and other.part and one.part != other.part)
    )


def _told_apart(a: Event, b: Event, one: Gist, other: Gist) -> bool:
    """Tell whether one article tells of both as of two events: it does not contradict itself."""
    return a.article == b.article and (a.when != b.when or one.heads != other.heads)


def _of_another_sense(a: Event, b: Event, one: Gist, other: Gist, common: Common) -> bool:
    """Tell whether heads that can mean the same mean two things: "won the match", "was elected"."""
    is_plain = one.heads <= other.heads or other.heads <= one.heads  # "blaze", where the other says "fire"
    if one.heads == other.heads or common.around >= 2 or (common.story and (is_plain or common.around)):
        return False
    return not _on_one_name(a, b, one, other)


def _refused_first(a: Event, b: Event) -> bool:
    """Tell whether what was refused came about later."""
    return a.status is not b.status and Status.DENIED in (a.status, b.status) and a.when != b.when


def _whole_and_part(a: Event, b: Event, one: Gist, other: Gist, common: Common) -> bool:
    """Tell whether the whole and a part of it are of one day: "the strike" began on its day; not its begin and end."""
    if one.part and other.part:
        return False
    return (common.terms >= 2 or common.story) and _on_one_day(a, b)


def _undated_alike(a: Event, b: Event, common: Common) -> bool:
    """Tell whether reports of which one has no date share most of what they tell, within a year; of a story, two terms.

    For these the date is one of the weeks before the article that gives none.
    """
    if _anywhen(a) or _anywhen(b) or _apart(a.bounds, b.bounds) > _YEAR or a.status is not b.status:
        return False
    if common.terms >= 2 and common.words >= 1 and common.share >= 0.5:
        return True
    is_news = common.story and a.status is Status.ACTUAL and _of_late(a, b)
    return is_news and common.around >= 2 and not _by_others(a, b)


def _of_late(a: Event, b: Event) -> bool:
    """Tell whether the date of the one is of the weeks before the article that gives none to the other."""
    when, undated = (a.when, b) if a.when is not None else (b.when, a)
    if when is None or not is_narrow(when):
        return False
    return when.overlaps(undated.bounds) and when.overlaps(weeks_before(undated))


def weeks_before(undated: Event) -> Interval:
    """Give the time before the publication of an article in which what is new in it happened."""
    return Interval(undated.published - _LATELY, undated.published, Granularity.DAY)


def _on_one_date(a: Event, b: Event) -> bool:
    """Tell whether both have one date, or dates within one day."""
    if a.when is None or b.when is None:
        return False
    same = a.when.start == b.when.start and a.when.granularity == b.when.granularity
    return same or _on_one_day(a, b)


def _alike_on_one_date(a: Event, b: Event, one: Gist, other: Gist, common: Common) -> bool:
    """Tell whether reports of one date share a term; three where each names others that act.

    None where the articles are of one story, and state the date or do not both name somebody.
    """
    if not common.around:
        both_name = one.names and other.names and not (is_stated(a) and is_stated(b))
        return common.story and not _by_others(a, b) and not both_name
    is_news = common.story and _on_one_day(a, b)
    by_others = _by_others(a, b) or (common.named_apart and not is_news)
    return common.around >= (3 if by_others else 1) and not _on_others(a, b, one, other)


def _on_one_name(a: Event, b: Event, one: Gist, other: Gist) -> bool:
    """Tell whether both name the same that is no place."""
    return not all(_is_of(name, _called((*a.places, *b.places))) for name in one.names & other.names)


def _apart(a: Interval, b: Interval) -> int:
    """Give the seconds between two intervals, less than 0 where they overlap."""
    return max(a.start, b.start) - min(a.end, b.end)


def _on_one_day(a: Event, b: Event) -> bool:
    """Tell whether both dates lie in one day and may be the same: "Monday night" and "Monday at ten"."""
    if a.when is None or b.when is None or max(a.when.granularity, b.when.granularity) > Granularity.DAY:
        return False
    return (
        a.when.overlaps(b.when) and max(a.when.end - a.when.start, b.when.end - b.when.start) <= DAY_SECONDS
    )


def _foretold(a: Event, b: Event) -> bool:
    """Tell whether an article tells of the one as a fact that was out before the date stated for the other.

    Dates that agree are no such sign, nor is the "Wednesday" of a reprint; a day may be another elsewhere on earth.
    """
    claimed = is_stated(b) or (a.when is not None and b.basis is Basis.CARRIED)
    if a.status is not Status.ACTUAL or b.when is None or not claimed:
        return False
    if b.when.start <= a.published + DAY_SECONDS or (a.when is not None and a.when.overlaps(b.when)):
        return False
    return a.summary != b.summary


def _anywhen(event: Event) -> bool:
    """Tell whether nothing is said of an event's time, so that it may be any of its kind."""
    return event.bounds.start == BEGINNING and event.bounds.end == END


def is_stated(event: Event) -> bool:
    """Tell whether an article gives the date with the event."""
    return event.basis is Basis.STATED


def _claims_of_one(a: Event, b: Event, common: Common) -> bool:
    """Tell whether two stated dates are the same at two sizes, or two claims about one event."""
    if a.when is None or b.when is None:
        return False
    if a.when.overlaps(b.when):
        if common.terms >= (3 if common.named_apart else 2) and common.words >= 1:
            return True
        is_close = common.story and is_narrow(a.when) and is_narrow(b.when)
        return is_close and not common.named_apart and (common.terms >= 1 or not _by_others(a, b))
    if _by_others(a, b) or _elsewhere(a, b):
        return False
    if common.story and gist_of(a.terms).part:
        return _apart(a.when, b.when) <= SOON
    is_near = _apart(a.when, b.when) <= _SEASON
    return is_near and common.terms >= 3 and common.words >= 1 and common.of_all >= 0.5


def _by_others(a: Event, b: Event) -> bool:
    """Tell whether both name who acts, and nobody of the one is among those of the other."""
    return bool(a.actors and b.actors) and _called(a.actors).isdisjoint(_called(b.actors))


def _elsewhere(a: Event, b: Event) -> bool:
    """Tell whether both name where it was, and the other does not speak of that place."""
    one, other = gist_of(a.terms).all, gist_of(b.terms).all
    return bool(a.places and b.places) and not (_named(a.places, other) or _named(b.places, one))


def _named(names: tuple[str, ...], terms: frozenset[str]) -> bool:
    called = _called(names)
    return any(_is_of(term, called) for term in terms)


def _on_others(a: Event, b: Event, one: Gist, other: Gist) -> bool:
    """Tell whether both say first to what it is done, and share nothing but who acts: one condemned two rulings."""
    actors = _called(a.actors) | _called(b.actors)
    if not all(_is_of(term, actors) for term in one.around & other.around):
        return False
    first, second = (forms_of(*event.terms[1:2]) for event in (a, b))
    return bool(first and second) and first.isdisjoint(other.around) and second.isdisjoint(one.around)


def _retold(stated: Event, told: Event, common: Common) -> bool:
    """Tell whether a report without a date of its own tells of what another dates: then, soon or long after."""
    if stated.when is None or told.when is None:
        return False
    if is_narrow(stated.when) and is_narrow(told.when) and _soon_after(stated.when, told.when):
        dated_otherwise = told.basis is Basis.CARRIED and not told.when.overlaps(stated.when)
        wide = stated.when.end - stated.when.start > SOON
        of_story = common.story and not dated_otherwise and stated.when.overlaps(told.when)
        if of_story and not _by_others(stated, told) and not common.named_apart:
            return True
        return common.terms >= (3 if common.named_apart else 2 if dated_otherwise or wide else 1)
    if stated.when.overlaps(told.when) or _apart(stated.when, told.when) < DAY_SECONDS:
        return common.terms >= 2 and common.words >= 1
    return stated.when.start <= told.when.start and common.words >= 2 and common.share >= 0.5


def _soon_after(stated: Interval, told: Interval) -> bool:
    return told.end > stated.start and told.start <= stated.end + SOON


def is_narrow(when: Interval) -> bool:
    """Tell whether a date is so narrow that few events with the same head fall into it."""
    return when.end - when.start <= _QUARTER


def _is_of(term: str, names: frozenset[str]) -> bool:
    return any(name.startswith(term) for name in names)


@lru_cache(maxsize=4_096)
def _called(actors: tuple[str, ...]) -> frozenset[str]:
    """Give the words by which those who act may be called: those of their names, and their initials."""
    names = [actor.split() for actor in actors]
    return frozenset(word.lower() for name in names for word in (*name, "".join([part[0] for part in name])))
