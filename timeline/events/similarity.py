"""Whether two reports tell of one event, from nothing but the two.

And the keys under which such pairs meet.

Their heads must be able to mean the same. Beyond it, what they must share depends on their dates: little where both
state the same, more where one states none, much where they contradict each other; less where their articles tell of
one story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations
from typing import Final, NamedTuple

from timeline.civil import DAY_SECONDS, Granularity
from timeline.events.about import is_one_story
from timeline.events.heads import PART
from timeline.events.terms import BORROWED
from timeline.events.words import OR
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Basis, Event, Status

_WORDS: Final = 4  # how many words, and as many names, of a report are compared: those that come first
_AROUND: Final = 6  # names, where the day is the same
_SOON: Final = 7 * DAY_SECONDS  # a report follows its event within this time
_SPAN: Final = 32 * DAY_SECONDS  # the stretches of time under which reports are looked for
_QUARTER: Final = 92 * DAY_SECONDS
# What one report puts so long before another is what happens again and again
_YEAR: Final = 366 * DAY_SECONDS
_SEASON: Final = 31 * DAY_SECONDS  # dates further apart than this are not two claims about one event


class _Gist(NamedTuple):
    """What is compared of a report: what its head may mean, which part of the event it is, a few words, a few names.

    `all` are these words and names, `around` also further names, told last before a sentence without any too: they are
    enough only where the day is the same.
    """

    heads: frozenset[str]
    part: str
    words: frozenset[str]
    names: frozenset[str]
    all: frozenset[str]
    around: frozenset[str]


@lru_cache(maxsize=4_096)
def _gist(terms: tuple[str, ...]) -> _Gist:
    words: list[str] = []
    names: list[str] = []
    borrowed: list[str] = []
    for term in terms[1:]:
        if term[0] == BORROWED:
            borrowed.append(term[1:].lower())
        elif term[0].isupper():
            names.append(term.lower())
        else:
            words.append(term)
    own = frozenset(words[:_WORDS])
    compared = own.union(names[:_WORDS])
    head, _, part = terms[0].partition(PART) if terms else ("", "", "")
    heads = frozenset(head.split(OR) if head else ())
    around = compared.union((names + borrowed)[:_AROUND])
    return _Gist(heads, part, own, frozenset(names[:_WORDS]), compared, around)


def heads(event: Event) -> frozenset[str]:
    """Give the heads of which two reports of one event share one, none where nothing tells of an event."""
    return _gist(event.terms).heads


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
    )


def same_event(a: Event, b: Event) -> bool:
    """Tell whether two reports, of one article or two, tell of the same event; symmetric."""
    return _alike(a, b) and not _foretold(a, b) and not _foretold(b, a)


def _alike(a: Event, b: Event) -> bool:
    """Tell whether two reports share enough for the dates that they have."""
    one, other = _gist(a.terms), _gist(b.terms)
    if one.heads.isdisjoint(other.heads):
        return False
    if a.article == b.article and (a.when != b.when or one.heads != other.heads):
        return False  # an article does not contradict itself: it tells of two events
    shared = one.all & other.all
    words = len(shared & (one.words | other.words))
    alike = len(shared) / min(len(one.all), len(other.all)) if shared else 0.0
    akin = is_one_story(a.story, b.story)
    near = len(one.around & other.around)
    if one.heads != other.heads and near < 2 and not akin and not _on_one_name(a, b, one, other):
        return False  # "won the election" is "was elected", "won the match" is not
    if a.status is not b.status and Status.DENIED in (a.status, b.status) and a.when != b.when:
        return False  # what was refused then came about later
    if one.part != other.part:  # "the strike" began on its day; that it began is not that it ended
        return _on_one_day(a, b) and (len(shared) >= 2 or akin) and not (one.part and other.part)
    if a.when is None or b.when is None:
        placed = not (_anywhen(a) or _anywhen(b)) and _apart(a.bounds, b.bounds) <= _YEAR
        return placed and len(shared) >= 2 and words >= 1 and alike >= 0.5 and a.status is b.status
    if _on_one_day(a, b) or (a.when.start, a.when.granularity) == (b.when.start, b.when.granularity):
        if not near:
            return akin and not _by_others(a, b)
        return near >= (3 if _by_others(a, b) else 1) and not _on_others(a, b, one, other)
    if _surely(a) and _surely(b):
        return _claims_of_one(a, b, len(shared), words, len(one.all | other.all), akin)
    if _surely(a) or _surely(b):
        stated, told = (a, b) if _surely(a) else (b, a)
        return _retold(stated, told, len(shared), words, alike, akin)
    if abs(a.when.start - b.when.start) > DAY_SECONDS:
        return False
    return len(shared) >= 3 or (len(shared) >= 2 and words >= 1)


def _on_one_name(a: Event, b: Event, one: _Gist, other: _Gist) -> bool:
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
    claimed = _surely(b) or (a.when is not None and b.basis is Basis.CARRIED)
    if a.status is not Status.ACTUAL or b.when is None or not claimed:
        return False
    if b.when.start <= a.published + DAY_SECONDS or (a.when is not None and a.when.overlaps(b.when)):
        return False
    return a.summary != b.summary


def _anywhen(event: Event) -> bool:
    """Tell whether nothing is said of an event's time, so that it may be any of its kind."""
    return event.bounds.start == BEGINNING and event.bounds.end == END


def _surely(event: Event) -> bool:
    return event.basis is Basis.STATED


def _claims_of_one(a: Event, b: Event, shared: int, words: int, both: int, akin: bool) -> bool:
    """Tell whether two stated dates are the same at two sizes, or two claims about one event."""
    if a.when is None or b.when is None:
        return False
    if a.when.overlaps(b.when):
        closely = akin and _narrow(a.when) and _narrow(b.when)
        return (shared >= 2 and words >= 1) or (closely and (shared >= 1 or not _by_others(a, b)))
    if _by_others(a, b) or _elsewhere(a, b):
        return False
    if akin and _gist(a.terms).part:
        return _apart(a.when, b.when) <= _SOON
    return _apart(a.when, b.when) <= _SEASON and shared >= 3 and words >= 1 and shared * 2 >= both


def _by_others(a: Event, b: Event) -> bool:
    """Tell whether both name who acts, and nobody of the one is among those of the other."""
    return bool(a.actors and b.actors) and _called(a.actors).isdisjoint(_called(b.actors))


def _elsewhere(a: Event, b: Event) -> bool:
    """Tell whether both name where it was, and the other does not speak of that place."""
    one, other = _gist(a.terms).all, _gist(b.terms).all
    return bool(a.places and b.places) and not (_named(a.places, other) or _named(b.places, one))


def _named(names: tuple[str, ...], terms: frozenset[str]) -> bool:
    called = _called(names)
    return any(_is_of(term, called) for term in terms)


def _on_others(a: Event, b: Event, one: _Gist, other: _Gist) -> bool:
    """Tell whether both say first to what it is done, and share nothing but who acts: one condemned two rulings."""
    actors = _called(a.actors) | _called(b.actors)
    if not all(_is_of(term, actors) for term in one.around & other.around):
        return False
    first, second = ({term.lower() for term in event.terms[1:2]} for event in (a, b))
    return bool(first and second) and first.isdisjoint(other.all) and second.isdisjoint(one.all)


def _is_of(term: str, names: frozenset[str]) -> bool:
    return any(name.startswith(term) for name in names)


@lru_cache(maxsize=4_096)
def _called(actors: tuple[str, ...]) -> frozenset[str]:
    """Give the words by which those who act may be called: those of their names, and their initials."""
    names = [actor.split() for actor in actors]
    return frozenset(word.lower() for name in names for word in (*name, "".join([part[0] for part in name])))


def _retold(stated: Event, told: Event, shared: int, words: int, alike: float, akin: bool) -> bool:
    """Tell whether a report without a date of its own tells of what another dates: then, soon or long after."""
    if stated.when is None or told.when is None:
        return False
    if _narrow(stated.when) and _narrow(told.when) and _soon_after(stated.when, told.when):
        dated_otherwise = told.basis is Basis.CARRIED and not told.when.overlaps(stated.when)
        wide = stated.when.end - stated.when.start > _SOON
        if akin and not dated_otherwise and stated.when.overlaps(told.when) and not _by_others(stated, told):
            return True
        return shared >= (2 if dated_otherwise or wide else 1)
    if stated.when.overlaps(told.when) or _apart(stated.when, told.when) < DAY_SECONDS:
        return shared >= 2 and words >= 1
    return stated.when.start <= told.when.start and words >= 2 and alike >= 0.5


def _soon_after(stated: Interval, told: Interval) -> bool:
    return told.end > stated.start and told.start <= stated.end + _SOON


def _narrow(when: Interval) -> bool:
    """Tell whether a date is so narrow that few events with the same head fall into it."""
    return when.end - when.start <= _QUARTER


def blocking_keys(event: Event) -> frozenset[str]:
    """Give short strings of which two reports of one event always share one.

    Reports that share none are not the same event, so nobody need compare them.
    """
    gist = _gist(event.terms)
    return frozenset(key for head in gist.heads for key in _keys(event, head, gist, sorted(gist.around)))


def keys_among(head: str, events: Sequence[Event]) -> Iterator[tuple[str, ...]]:
    """Give the blocking keys of each event under a head that all share.

    Without those that none of the others can have for want of a term.
    """
    gists = [_gist(event.terms) for event in events]
    told = Counter(chain.from_iterable(gist.around for gist in gists))
    for event, gist in zip(events, gists, strict=True):
        terms = sorted([term for term in gist.around if told[term] > 1])
        yield tuple(_keys(event, head, gist, terms))


def _keys(event: Event, head: str, gist: _Gist, terms: Sequence[str]) -> Iterator[str]:
    if event.when is not None:
        for span in _spans(event.when, _surely(event)):
            for term in terms:
                yield f"{span}|{head}|{term}"
            for name in event.story:
                if name[0].isupper():  # articles of one story share a name
                    yield f"{span}|{head}|{name}"
    for first, second in combinations([term for term in terms if term in gist.all], 2):
        if first in gist.words or second in gist.words:
            yield f"{head}|{first}|{second}"


def _spans(when: Interval, surely: bool) -> range:
    """Give the stretches of `_SPAN` in which other reports of the event may begin, or the first of them."""
    first = when.start // _SPAN
    last = (when.end + surely * _SOON) // _SPAN if _narrow(when) else first
    return range(first, last + 1)
