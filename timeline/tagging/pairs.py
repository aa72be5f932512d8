"""Dates that stand together: what one of them says for both, and the stretch from the one to the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from msgspec.structs import replace

from timeline.civil import Granularity
from timeline.expression import (
    PUBLICATION,
    Anchor,
    Clock,
    Daypart,
    Direction,
    Expr,
    Fields,
    Matching,
    Part,
    Reference,
    Seek,
    Shift,
)
from timeline.model import Meaning
from timeline.tagging.language import Pack
from timeline.tagging.phrase import BESIDE_EVENT, Phrase

_WIDEST_GAP = 40  # characters between a time of day and its day, brackets included
_WIDEST_JOIN = 9  # characters between two dates that stand together, spaces included
_JOINS = frozenset({"TO", "DASH", "AND", "OR", "COMMA"})
_GOES_ON = frozenset({"TO", "DASH", "AND", "OR"})
_STRETCHES = frozenset({"TO", "DASH"})
_APPOSES = frozenset({"DASH", "COMMA"})
_BESIDE_DAYS = frozenset({BESIDE_EVENT, "text_unit_beside"})
_OPENS = frozenset({"FROM", "BETWEEN"})


def without_scores(phrases: Sequence[Phrase], folded: str, pack: Pack) -> list[Phrase]:
    """Give the phrases without two "years" of which the second is the smaller: "the vote was 1945 to 1812"."""
    scores: set[int] = set()
    for at, (first, second) in enumerate(pairwise(phrases)):
        one, two = first.said.traits.year or 0, second.said.traits.year or 0
        bare = first.said.rule == second.said.rule == "year"
        if bare and one > two > 0 and "TO" in join(first.end, second.start, folded, pack):
            scores |= {at, at + 1}
    return [phrase for at, phrase in enumerate(phrases) if at not in scores]


def share_year(phrases: Sequence[Phrase], folded: str, pack: Pack) -> Iterator[Phrase]:
    """Give the phrases with the year that only the last of several says: "in April, May and June 1955"."""
    shared: list[Phrase] = []
    for first in reversed(phrases):
        second = shared[-1] if shared else None
        joined = join(first.end, second.start, folded, pack) if second else ()
        dated = None if second is None or _JOINS.isdisjoint(joined) else _with_year_of(first, second)
        if dated is not None and second is not None and not _STRETCHES.isdisjoint(joined):
            shared[-1] = second.closing()
        shared.append(dated or first)
    return reversed(shared)


def _with_year_of(first: Phrase, second: Phrase) -> Phrase | None:
    """Give the first of two with the year of the second, or the one before that: "December to May 1955"."""
    one, two, year = first.said.traits.open_fields, _fields(second.said.expression), second.said.traits.year
    if one is None or two is None or year is None:
        return None
    place, place_of_second = _place_in_year(one), _place_in_year(two)
    if place is None or place_of_second is None:
        return None
    return first.saying(in_year(first.said.expression, year - (place > place_of_second)))


def carry_year(phrases: Sequence[Phrase], folded: str, pack: Pack) -> list[Phrase]:
    """Give the phrases with the year that only the first of several says: "in May 1998 and June"."""
    carried: list[Phrase] = []
    for second in phrases:
        first = carried[-1] if carried else None
        joined = () if first is None else join(first.end, second.start, folded, pack)
        dated = None if first is None or _GOES_ON.isdisjoint(joined) else _with_year_from(first, second)
        carried.append(dated or second)
    return carried


def _with_year_from(first: Phrase, second: Phrase) -> Phrase | None:
    """Give the second of two with the year of the first, or the one after that: "December 1998 and January"."""
    one, two, year = _fields(first.said.expression), second.said.traits.open_fields, first.said.traits.year
    if one is None or two is None or year is None or two.weekday is not None:
        return None
    place, place_of_second = _place_in_year(one), _place_in_year(two)
    if place is None or place_of_second is None:
        return None
    return second.saying(in_year(second.said.expression, year + (place > place_of_second)))


def close_stretches(phrases: Sequence[Phrase], folded: str, pack: Pack) -> list[Phrase]:
    """Give the phrases, the last of a stretch without a year as what goes on from the first: "from May to August"."""
    closed: list[Phrase] = []
    for second in phrases:
        first = closed[-1] if closed else None
        goes_on = first is not None and _is_open_stretch(first, second, folded, pack)
        closed.append(second.closing() if goes_on else second)
    return closed


def _is_open_stretch(first: Phrase, second: Phrase, folded: str, pack: Pack) -> bool:
    one, two = first.said.traits.open_fields, second.said.traits.open_fields
    if one is None or two is None or one == two or _said(one) != _said(two):
        return False
    joined = join(first.end, second.start, folded, pack)
    is_of_days = one.month is not None and one.day is not None  # "runs Sept. 4 through Jan. 9"
    return "DASH" in joined or ("TO" in joined and (is_of_days or _is_opened(first.start, folded, pack)))


def _said(fields: Fields) -> tuple[bool, ...]:
    """Tell which parts of a date are said."""
    parts = (fields.month, fields.day, fields.weekday, fields.quarter, fields.half, fields.season)
    return tuple(part is not None for part in parts)


def share_day(phrases: Sequence[Phrase], folded: str, pack: Pack) -> Iterator[Phrase]:
    """Give the phrases with the day that stands behind a time of day: "at 5 p.m. (2200 GMT) on Tuesday"."""
    day: Phrase | None = None
    shared: list[Phrase] = []
    for phrase in reversed(phrases):
        is_bare = isinstance(phrase.said.expression, Clock) and phrase.said.traits.reference is Reference.TEXT
        base = _day_behind(phrase, day, folded, pack) if is_bare and day is not None else None
        if base is not None:
            shared.append(phrase.saying(replace(phrase.said.expression, base=base)))
            continue
        shared.append(phrase)
        day = None if is_bare else phrase
    return reversed(shared)


def _day_behind(clock: Phrase, day: Phrase, folded: str, pack: Pack) -> Expr | None:
    """Give the day of a time of day that stands shortly behind it in its sentence; None where there is none."""
    fields = day.said.traits.open_fields or _fields(day.said.expression)
    if fields is None or fields.granularity is not Granularity.DAY:
        return None
    if isinstance(day.said.expression, Clock):  # "from 9 a.m. to 5 p.m. on Monday"
        joined = join(clock.end, day.start, folded, pack)
        return None if _JOINS.isdisjoint(joined) else day.said.expression.base
    between = folded[clock.end : day.start]
    words = between.split()
    if len(between) > _WIDEST_GAP or not words or pack.sentence_end.search(between):
        return None
    if any("AND" in pack.classes(word) for word in words) and pack.cues.pattern.search(between):
        return None  # "left at 7 and should land on Friday"
    named = day.said.expression.base if isinstance(day.said.expression, Daypart) else day.said.expression
    return named if isinstance(named, Matching) and "ON" in pack.classes(words[-1]) else None


def appose_days(phrases: Sequence[Phrase], folded: str, pack: Pack) -> Iterator[Phrase]:
    """Give the phrases with a date for what only says it anew: "on 3 May, the day before the vote", "tomorrow, Friday".

    A day beside a day beside something, as in "the day before the day before the vote", is left to the latter.
    """
    first: Phrase | None = None
    for phrase, following in zip_longest(phrases, phrases[1:]):
        if phrase.said.rule == BESIDE_EVENT and following is not None:
            between = folded[phrase.end : following.start].split()
            if len(between) == 1 and following.said.rule in _BESIDE_DAYS:
                continue
        said = phrase
        if first is not None and phrase.said.rule == BESIDE_EVENT and _names_day(first):
            joined = join(first.end, phrase.start, folded, pack)
            if not _APPOSES.isdisjoint(joined):
                said = phrase.saying(first.said.expression)
        elif first is not None and phrase.said.rule == "weekday" and _is_day_of(first, phrase, folded, pack):
            said = phrase.saying(_day(first.said.expression))
        elif (
            first is not None
            and phrase.said.rule == "weekday"
            and "COMMA" in join(first.end, phrase.start, folded, pack)
        ):
            said = _beside_publication(first.said.expression, phrase)
        yield said
        first = said


def _is_day_of(date: Phrase, weekday: Phrase, folded: str, pack: Pack) -> bool:
    """Whether a weekday only says of which kind the date before it is: "on 29 May 1453, a Tuesday"."""
    mark, _, article = folded[date.end : weekday.start].strip().partition(" ")
    fields = _fields(_day(date.said.expression))
    is_day = fields is not None and fields.granularity is Granularity.DAY
    return is_day and "COMMA" in pack.classes(mark) and "ARTICLE" in pack.classes(article)


def _day(date: Expr) -> Expr:
    """Give the day of a time of day, else the date itself."""
    return date.base if isinstance(date, Clock | Daypart) else date


def _beside_publication(first: Expr, weekday: Phrase) -> Phrase:
    """Give a weekday on the side on which a day by its distance from the publication was named right before it."""
    match first, weekday.said.expression:
        case Shift(Anchor(Reference.PUBLICATION), count, Granularity.DAY), Matching(fields) if count:
            return weekday.saying(
                Seek(PUBLICATION, Direction.PAST if count < 0 else Direction.FUTURE, fields)
            )
        case _:
            return weekday


def _names_day(phrase: Phrase) -> bool:
    fields = _fields(phrase.said.expression)
    return fields is not None and fields.granularity is Granularity.DAY


def _fields(expression: Expr) -> Fields | None:
    if isinstance(expression, Part):
        return _fields(expression.base)
    return expression.fields if isinstance(expression, Matching) else None


def _place_in_year(fields: Fields) -> int | None:
    """Give the month of a date, the first one of a season or a quarter."""
    if fields.quarter is not None:
        return fields.quarter * 3 - 2
    return fields.season * 3 if fields.season is not None else fields.month


def in_year(expression: Expr, year: int) -> Expr:
    """Give a date that names no year, or a part of one, in a year."""
    match expression:
        case Matching(fields):
            return Matching(replace(fields, year=year))
        case Part(base, side):
            return Part(in_year(base, year), side)
        case _:
            return expression


def join(end: int, start: int, folded: str, pack: Pack) -> tuple[str, ...]:
    """Give the classes of the word or mark that alone stands between two places; none where more does."""
    return pack.classes(folded[end:start].strip()) if start - end <= _WIDEST_JOIN else ()


def with_ranges(
    meanings: Iterable[Meaning], phrases: Sequence[Phrase], folded: str, pack: Pack
) -> list[Meaning]:
    """Give what the phrases mean with the stretch that two of them span: "from 1939 to 1945", "5-7 May"."""
    found = list(meanings)
    for at, (first, second) in enumerate(pairwise(phrases)):
        one, two = found[at].reading.interval, found[at + 1].reading.interval
        if one is None or two is None or not (one.bounded and two.bounded) or two.start < one.end:
            continue
        if second.said.closes or _is_range(first, second, folded, pack):
            span = one.hull(two)
            found[at], found[at + 1] = replace(found[at], range=span), replace(found[at + 1], range=span)
    return found


def _is_range(first: Phrase, second: Phrase, folded: str, pack: Pack) -> bool:
    joined = join(first.end, second.start, folded, pack)
    opened = _is_opened(first.start, folded, pack)
    return "DASH" in joined or (opened and not {"TO", "AND"}.isdisjoint(joined))


def _is_opened(start: int, folded: str, pack: Pack) -> bool:
    """Whether the word before a place opens a stretch: "from", "between"."""
    before = folded[max(0, start - _WIDEST_JOIN) : start].split()
    return bool(before) and not _OPENS.isdisjoint(pack.classes(before[-1]))
