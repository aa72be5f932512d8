"""What the expressions of time in a clause say of when its event was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from timeline.civil import Granularity
from timeline.events.bits import (
    ADDRESS,
    AFTER,
    AND,
    AUXILIARY,
    BE,
    BEFORE,
    BY,
    COMPARE,
    COUNT,
    DETERMINER,
    EVENT,
    LASTING,
    LENGTH,
    MARK,
    NUMBER,
    OF,
    ORDINAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    REACHED,
    REPORT,
    SINCE,
    STOP,
    THAT,
    TIME,
    TO,
    UNREAL,
    UNTIL,
    UTTER,
    VERB,
)
from timeline.events.dated import Dating
from timeline.events.perfect import is_too_old
from timeline.events.predicates import Tense
from timeline.events.stretches import Role
from timeline.events.told import Told, is_passive
from timeline.expression import Clock, Daypart, Reference, Shift, When
from timeline.interval import Interval
from timeline.model import Basis, Kind, Timex
from timeline.reason import Reason, because
from timeline.tagging.phrase import BESIDE_EVENT
from timeline.tagging.traits import traits_of


def reason_of(text: str, timex: Timex) -> Reason:
    """Give why an expression means what it means, with its words."""
    words = text[timex.start : timex.end]
    if timex.range is None:
        return because("“%(words)s”: %(why)s", words=words, why=timex.reading.because)
    return because(
        "“%(words)s”: %(why)s; the first or the last of the stretch that the text names",
        words=words,
        why=timex.reading.because,
    )


def stated(text: str, told: Told, published: Interval) -> Dating | None:
    """Give the date that an expression of the clause itself states: the one nearest to its head, "now" last."""
    usable = told.timexes and [timex for timex in told.timexes if _dates(timex, told, published)]
    if not usable:
        return None
    tokens, clause = told.tokens, told.clause
    head = clause.predicate.head if clause.predicate else clause.first
    best = min(
        usable,
        key=lambda t: (_is_now(t), max(t.start - tokens.ends[head], tokens.starts[head] - t.end)),
    )
    best = _narrowest_in(best, usable)
    return dated_by(text, best)


def dated_by(text: str, timex: Timex) -> Dating | None:
    """Give the date that an expression states, None where it states none."""
    when = timex.range or timex.reading.interval
    return Dating(when, when, Basis.STATED, reason_of(text, timex), timex.place) if when is not None else None


def _narrowest_in(wide: Timex, usable: Sequence[Timex]) -> Timex:
    """Give the day within the time an expression says: "for the second time this year on Wednesday"."""
    around = wide.reading.interval
    for timex in usable:
        when = timex.reading.interval
        if around is None or when is None or when.granularity > Granularity.DAY:
            continue
        if when.granularity < around.granularity and around.contains(when):
            return timex
    return wide


def is_told_by_verb(clause: Told, parent: Told) -> bool:
    """Tell whether an infinitive is one event with the verb before it: "declined to comment", "began to sink"."""
    return clause.role is Role.PURPOSE and bool(parent.bits & (REACHED | UNREAL))


def is_of_now(told: Told) -> bool:
    """Tell whether a clause tells what is so: "now" in the present tense is the time of no event."""
    return told.tense is Tense.PRESENT and bool(told.timexes) and all(map(_is_now, told.timexes))


def _is_now(timex: Timex) -> bool:
    return timex.reading.value == When.PRESENT


def _dates(timex: Timex, told: Told, published: Interval) -> bool:
    """Tell whether an expression dates the clause it stands in, and is no limit, comparison or span of figures."""
    when = timex.reading.interval
    if when is None or not when.bounded or not _agrees(timex, when, told, published):
        return False
    if timex.rule == BESIDE_EVENT:
        return False  # "the day before the vote": reckoned from the vote
    if is_of_text(timex):
        return False
    before = word_before(timex, told)
    if is_at_last(told) and _is_end(before):
        return True
    # "Shortly before midnight on Saturday" is of Saturday.
    is_of_that_day = before & BEFORE and not before & BY and when.granularity < Granularity.DAYPART
    if before & AFTER and not before & SINCE and when.granularity >= Granularity.DAY:
        return False
    if (before & (COMPARE | BY | BEFORE) and not is_of_that_day) or (
        before & SINCE and not _lasts(timex, told)
    ):
        return False
    if when.granularity > Granularity.DAY and before & LENGTH:  # "profits for the last year"
        return False
    if when.granularity >= Granularity.YEAR and _is_of_object(timex, told):
        return False
    if (before & OF and told.tense is Tense.PRESENT) or _is_of_event(timex, told):
        return False  # "The note of 3 May shows how"
    if _is_compared(timex, told) or _is_counted_over(timex, told):
        return False
    # A quarter or a year in "says it made ..." is what was said, not when it was said; "was added" says nothing.
    is_said = told.bits & REPORT and not told.bits & (UTTER | ADDRESS) and not _is_of_saying(timex, told)
    return not (is_said and when.granularity > Granularity.MONTH and not is_passive(told))


def _is_of_saying(timex: Timex, told: Told) -> bool:
    """Tell whether a year stands where it can only be that of the saying: "warned in 2018 that the dam was weak"."""
    bits, after = told.tokens.bits, bisect_left(told.tokens.starts, timex.end)
    return after < len(bits) and bool(bits[after] & THAT)


def _is_compared(timex: Timex, told: Told) -> bool:
    """Tell whether a figure of then is compared with one of now: "rose to 71 percent from 64 percent a year ago"."""
    bits, place = told.tokens.bits, bisect_left(told.tokens.starts, timex.start)
    numbered = False
    for here in reversed(bits[max(place - _FIGURE, 0) : place]):
        numbered = numbered or bool(here & (NUMBER | COUNT))
        if here & PREPOSITION:
            return numbered and bool(here & SINCE)
    return False


def _is_counted_over(timex: Timex, told: Told) -> bool:
    """Tell whether an expression only says over what something is counted: "the third strike this autumn"."""
    bits, place = told.tokens.bits, bisect_left(told.tokens.starts, timex.start)
    when = timex.reading.interval
    if when is None or when.granularity <= Granularity.DAY or not place or bits[place - 1] & PREPOSITION:
        return False
    noun = takewhile(lambda here: not here & (VERB | MARK) or here & EVENT, reversed(bits[:place][-_FIGURE:]))
    return any(here & ORDINAL for here in noun)


_FIGURE: Final = 5  # words of a figure and the "from" before it


def is_at_last(told: Told) -> bool:
    """Tell whether a clause tells when something came about by denying it until then: "was not rebuilt until 1922"."""
    predicate = told.predicate
    if predicate is None or not predicate.denied:
        return False
    return any(_is_end(word_before(timex, told)) for timex in told.timexes)


def _is_end(before: int) -> bool:
    """Tell whether a word is "until", which is no "to" and no "by"."""
    return bool(before & UNTIL and before & BY)


def _is_of_event(timex: Timex, told: Told) -> bool:
    """Tell whether an expression names the time of something else: "the night of the fire"."""
    bits, after = told.tokens.bits, bisect_left(told.tokens.starts, timex.end)
    of = after < len(bits) and bits[after] & OF
    return bool(of) and traits_of(timex.expression).reference is not None


def _is_of_object(timex: Timex, told: Told) -> bool:
    """Tell whether a year only says which thing is acted on: "overturned a 1971 law"."""
    bits, place = told.tokens.bits, bisect_left(told.tokens.starts, timex.start)
    after = bisect_left(told.tokens.starts, timex.end)
    if place < 2 or not bits[place - 1] & (DETERMINER | POSSESSIVE) or not bits[place - 2] & VERB:
        return False
    return after < len(bits) and not bits[after] & _NO_THING


_NO_THING: Final = MARK | QUOTE | PREPOSITION | AUXILIARY | AND | TO | TIME | EVENT | STOP


def is_of_text(timex: Timex) -> bool:
    """Tell whether an expression is of a day that is told elsewhere: "at 8 p.m.", "in the evening".

    Not "2 a.m. the next day", which is reckoned from it.
    """
    said = timex.expression
    if not isinstance(said, Clock | Daypart) or isinstance(said.base, Shift):
        return False
    return traits_of(said).reference in _OF_TEXT


# What is reckoned from an earlier expression.
_OF_TEXT: Final[tuple[Reference, ...]] = (Reference.TEXT, Reference.BEFORE_TEXT)
_DONE: Final[tuple[Tense, ...]] = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


def _agrees(timex: Timex, when: Interval, told: Told, published: Interval) -> bool:
    """Tell whether an expression can be that of the verb.

    What was done was not done "now" ("cut the price of those now on sale"), nor over years to come ("announced
    a thousand cuts over the next four years"); what has been done was not done on a day of long ago ("the police,
    who seek the murderer of 1996, have arrested a man").
    """
    if told.tense is Tense.PAST and _is_now(timex):
        return False
    if is_too_old(timex, when, told, published):
        return False
    return not (told.tense in _DONE and timex.reading.kind is Kind.DURATION and when.end > published.end)


def _lasts(timex: Timex, told: Told) -> bool:
    """Tell whether "since" says when something began.

    "has been closed since May", "has led it since May" and "Since May, it has closed twice", but not "its first loss
    since May".
    """
    predicate, tokens = told.predicate, told.tokens
    if told.tense is Tense.FUTURE:
        return True  # "will be shown from 1 July"
    if predicate is None or predicate.tense not in (Tense.PERFECT, Tense.PLUPERFECT):
        return False
    goes_on = any(here & (BE | LASTING) for here in tokens.bits[predicate.first : predicate.head + 1])
    return goes_on or timex.start < tokens.starts[predicate.first]


def word_before(timex: Timex, told: Told) -> int:
    """Give what the word before an expression can be; a comparison reaches over a preposition ("than in 2019")."""
    bits = told.tokens.bits
    place = bisect_left(told.tokens.starts, timex.start)
    if told.role is Role.NOUN and place <= told.clause.first:
        return 0  # "after Friday's vote": the vote was on Friday
    before = bits[place - 1] if place else 0
    if before & PREPOSITION and place > 1:
        before |= bits[place - 2] & COMPARE
    return before
