"""Dates that a clause states before its verb, and so of its subject: "A blast in Elva on Friday killed two"."""

from __future__ import annotations

from timeline.events.bits import MARK
from timeline.events.dated import Dating
from timeline.events.stretches import Role
from timeline.events.told import Told, names_subject
from timeline.model import Basis


def with_subjects(told: list[Told], dates: list[Dating]) -> list[Dating]:
    """Give the dates, those of subjects as stated that words between them and their verb tell."""
    return [
        date.resting(Basis.STATED, date.because)
        if date.basis is Basis.CARRIED and _beside(clause, told[clause.parent], date)
        else date
        for clause, date in zip(told, dates, strict=True)
    ]


def _beside(noun: Told, clause: Told, date: Dating) -> bool:
    """Tell whether the words that date a noun stand between it and the verb of which it is the subject."""
    predicate = clause.predicate
    if noun.role is not Role.NOUN or predicate is None or date.timex is None:
        return False
    between = clause.tokens.bits[noun.clause.last : predicate.first]
    verb = clause.tokens.starts[predicate.first]
    told_before = noun.end <= date.timex[0] and date.timex[1] <= verb
    return told_before and not any(here & MARK for here in between) and names_subject(noun, clause)
