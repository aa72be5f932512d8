"""Which events are details: no timeline need show what has no date of its own, or what another event tells all of."""

from __future__ import annotations

from typing import Final

from timeline.civil import Granularity
from timeline.events.bits import AUXILIARY, BE, COMPARE, GERUND, PARTAKE, PLAN, QUOTE, REPORT, SOON
from timeline.events.chronicle import is_label
from timeline.events.dated import Dating
from timeline.events.lending import is_utterance_of
from timeline.events.predicates import Tense
from timeline.events.stated import is_of_now, is_told_by_verb
from timeline.events.stretches import Role
from timeline.events.told import Told
from timeline.model import Basis

_TOLD: Final[tuple[Role, ...]] = (Role.MAIN, Role.COORDINATE, Role.COMPLEMENT)
_SHOWN: Final[tuple[Tense, ...]] = (Tense.FUTURE, Tense.PLUPERFECT)
_CONTENT: Final[tuple[Role, ...]] = (Role.COMPLEMENT, Role.PURPOSE)  # of what somebody says, or is to do


def minor(told: Told, parent: Told, date: Dating) -> bool:
    """Tell whether it is a detail without a date of its own, which no timeline need show.

    Shown are the events that the text dates or sets a limit to, what the article opens with, and what is told without
    a date as past or as still to come.
    """
    predicate = told.predicate
    if predicate is not None and told.bits & COMPARE and not told.bits & AUXILIARY:
        return True  # "compared with a loss of two million a year earlier"
    if is_told_by_verb(told, parent) or is_label(told):
        return True
    if date.basis is Basis.STATED and not is_of_now(told):
        is_within = told.role is Role.NOUN or _attributes(told)  # its clause, or what was said, tells of it
        return is_within and _dated_outside(told, date)
    if told.bits & SOON and date.when is None:
        return True  # "was due to open": the opening is told
    if _attributes(told) or _is_what_is_denied(told):
        return True
    if date.when is None and date.timex is not None and told.role in _TOLD:
        return False  # "must be held by November"
    if told.sentence.heading or told.role not in _TOLD or told.clause.quoted:
        return True
    if date.when is not None and _goes_on(told, date):
        return False
    if date.when is not None or predicate is None:
        return told.number > 0 or told.role is not Role.MAIN
    if predicate.tense is Tense.PAST and told.number == 0 and told.role is Role.MAIN:
        return False  # of the life of somebody who died
    return predicate.denied or predicate.tense not in _SHOWN


def _is_what_is_denied(told: Told) -> bool:
    """Tell whether a clause is but the gerund after a denial: "denied ignoring them" tells of it."""
    return told.role is Role.COMPLEMENT and bool(told.bits & GERUND) and told.tense is Tense.PLUPERFECT


def _attributes(told: Told) -> bool:
    """Tell whether a clause only says who said it: ", police said"."""
    return told.role is Role.MAIN and bool(told.bits & REPORT) and told.clause.first > 0


def _goes_on(told: Told, date: Dating) -> bool:
    """Tell whether it goes on from what its sentence dates: "A shell hit the queue on Friday and killed two"."""
    predicate = told.predicate
    if told.role is not Role.COORDINATE or told.tense is not Tense.PAST or told.bits & REPORT:
        return False
    if date.timex is None or predicate is None or predicate.denied:
        return False
    is_before = told.sentence.start <= date.timex[0] < told.start
    return is_before and date.bounds.granularity <= Granularity.YEAR


def _adds_source(told: Told) -> bool:
    """Tell whether it ends a sentence with who said what is told there in the text's own words."""
    first, bits = told.clause.first, told.tokens.bits
    return _attributes(told) and not any(here & QUOTE for here in bits[max(first - 2, 0) : first])


def _dated_outside(told: Told, date: Dating) -> bool:
    return date.timex is not None and not told.start <= date.timex[0] < told.end


def _is_part(clause: Told, parent: Told) -> bool:
    """Tell whether what a clause tells is told with the clause around it, where they have one date."""
    if clause.role is Role.NOUN:
        return bool(parent.bits & PARTAKE)
    return clause.role is Role.PURPOSE or is_utterance_of(clause, parent)


def repeated(told: list[Told], dates: list[Dating]) -> frozenset[int]:
    """Give the places of what another event tells all of: a plan, or an infinitive with the date of its verb.

    "Plans to sell it in May" and "is to be sold by May" are told of the sale, "agreed in June to sell it" of that.
    "They won Sunday's election" tells of the election. "It sank, police said on Monday" is told of the sinking; what
    somebody is quoted with is told with who said it, and when.
    """
    telling = {clause.parent for clause in told if clause.role in _CONTENT}
    found = {place for place, clause in enumerate(told) if place not in telling and _adds_source(clause)}
    for place, (clause, date) in enumerate(zip(told, dates, strict=True)):
        parent, when = told[clause.parent], dates[clause.parent]
        is_same = date.timex is not None and when.basis is Basis.STATED and when.timex == date.timex
        if is_same and _is_part(clause, parent):
            found.add(place)
        elif clause.role is not Role.PURPOSE or date.timex is None:
            continue
        elif when.basis is not Basis.STATED and parent.bits & (PLAN | SOON | BE):
            found.add(clause.parent)
    return frozenset(found)
