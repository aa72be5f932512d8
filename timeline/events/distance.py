"""How far apart two events are told to be: "sold in 2019, three years after it was founded" dates the founding."""

from __future__ import annotations

from collections.abc import Container, Iterator

from timeline.civil import Granularity
from timeline.events.bits import AFTER, BEFORE, BY, LENGTH, SINCE, TIME
from timeline.events.dated import Dating, over_by, undated
from timeline.events.predicates import Tense
from timeline.events.stated import word_before
from timeline.events.stretches import Role
from timeline.events.told import Told
from timeline.expression import TEXT, Expr, Length, Softened
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Basis, Timex
from timeline.reason import because, root
from timeline.resolve import Context, resolve
from timeline.shifting import shifted
from timeline.tagging.phrase import BESIDE_EVENT


def reckoned(
    text: str, told: list[Told], own: list[Dating | None], published: Interval
) -> Iterator[tuple[int, Dating]]:
    """Give (place, date) of the clauses without a date that lie so long before or after one with a date.

    `own` are the dates that the clauses state, in their order.
    """
    for place, clause in enumerate(told):
        parent = clause.parent
        if parent == place:
            continue
        if (date := own[parent]) is not None and own[place] is None:
            reached = reckoned_from(text, clause, told[parent], date, published)
        elif (date := own[place]) is not None and own[parent] is None:
            reached, place = _reckoned(text, clause, told[parent], date, published, -1), parent
        else:
            continue
        if reached is not None:
            yield place, _past(told[place], reached, published)


def reckoned_from(text: str, clause: Told, parent: Told, date: Dating, published: Interval) -> Dating | None:
    """Give the date of what lies so long before or after the clause it hangs on: "It comes a day after he left".

    `date` is that of `parent`; None where no length is told, or the parent is told not to have happened ("it was
    not until a year after").
    """
    predicate = parent.predicate
    if clause is parent or (predicate is not None and predicate.denied):
        return None
    return _reckoned(text, clause, parent, date, published, 1)


def reckoned_again(
    text: str, told: list[Told], dates: list[Dating], again: Container[int], published: Interval
) -> list[Dating]:
    """Give the dates, with those of what lies so long before or after what is dated by now.

    That is what the article dates elsewhere (`again`): "Two days after the resignation, she was elected". Else what
    opens its sentence hangs on what follows: "A week after the crash, the airline is fined" is news of the fine.
    """
    found = list(dates)
    for place, clause in enumerate(told):
        parent = clause.parent
        if place in again and dates[parent].basis is not Basis.STATED:
            tied = told[parent] if _opens(clause, told[parent]) else clause
            reached, place = _reckoned(text, tied, told[parent], dates[place], published, -1), parent
        elif (
            place < parent and dates[place].basis is not Basis.STATED and _opens_after(clause, dates[parent])
        ):
            reached = reckoned_from(text, clause, told[parent], dates[parent], published)
        else:
            continue
        if reached is not None:
            found[place] = _past(told[place], reached, published)
    return found


def _past(clause: Told, reached: Dating, published: Interval) -> Dating:
    """Give the date reached, only a bound where a past would lie after the publication.

    "It opened a year after the appointment" is then of an older appointment than the one of the news.
    """
    when = reached.when
    if clause.tense not in (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT):
        return reached
    if when is None or when.start < published.end:
        return reached
    why = because("told as past, so long beside something that the text does not date")
    return over_by(published, why)


def _opens(noun: Told, clause: Told) -> bool:
    """Tell whether a clause opens with what it lies beside, no comma between: "Two days after the crash police ..."."""
    if noun.role is not Role.NOUN or clause.role is not Role.TIME:
        return False
    return noun.clause.first == clause.clause.link + 1


def _opens_after(clause: Told, date: Dating) -> bool:
    return date.when is not None and bool(clause.tokens.bits[clause.clause.link] & AFTER)


def is_beside(clause: Told, parent: Told) -> bool:
    """Tell whether a clause tells what another lies so long before or after: "a day after he left"."""
    role = clause.role
    if role is Role.TIME:
        return clause is not parent and _length(clause, parent) is not None
    return role is Role.NOUN and _opens(clause, parent) and _length(parent, parent) is not None


def _reckoned(
    text: str, clause: Told, parent: Told, date: Dating, published: Interval, turn: int
) -> Dating | None:
    """Give the date of a clause from that of its parent, or the other way round where `turn` is -1."""
    if clause.role is not Role.TIME:
        return None
    length = _length(clause, parent)
    if length is None:
        return None
    link = clause.clause.link
    words = text[length.start : clause.tokens.ends[link]]
    sign = -turn if clause.tokens.bits[link] & AFTER else turn
    return _moved(date, length, sign, words, published)


def _length(clause: Told, parent: Told) -> Timex | None:
    """Give the length that stands right before the "after" or "before" of a clause."""
    tokens, link = clause.tokens, clause.clause.link
    opener = tokens.bits[link]
    if not link or not opener & (AFTER | BEFORE) or opener & (SINCE | BY) or not tokens.bits[link - 1] & TIME:
        return None
    end = tokens.ends[link - 1]
    near = (timex for timex in (*clause.timexes, *parent.timexes) if timex.end == end)
    length = next((timex for timex in near if _amount(timex) is not None), None)
    if length is None or word_before(length, clause) & LENGTH:  # "closed for two days after the fire"
        return None
    return length


def _amount(timex: Timex) -> Expr | None:
    """Give the length that an expression says, None where it says none: "two years", "the day" before an event."""
    if timex.rule == BESIDE_EVENT:
        return Length(((1, Granularity.DAY),))
    said = timex.expression
    return said if isinstance(said.base if isinstance(said, Softened) else said, Length) else None


def _moved(date: Dating, length: Timex, sign: int, words: str, published: Interval) -> Dating:
    """Give the date so long before or after another; its bounds where the length is not told ("years after")."""
    why = because("“%(words)s” reckons it from what is dated %(why)s", words=words, why=root(date.because))
    moved = shifted(TEXT, _amount(length) or length.expression, sign)
    when = resolve(moved, Context(published, text=date.bounds)) if moved is not None else None
    if when is not None and when.bounded:
        if when.granularity > max(date.bounds.granularity, Granularity.DAY):
            when = when.roughly()  # so many weeks are told to a few days
        return Dating(when, when, Basis.STATED, why, length.place)
    start, end = (BEGINNING, date.bounds.end) if sign < 0 else (date.bounds.start, END)
    return undated(Interval(start, end, date.bounds.granularity), why)
