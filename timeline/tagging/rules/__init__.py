"""The grammar: every rule module, put together."""

from __future__ import annotations

from timeline.tagging.grammar import Grammar
from timeline.tagging.rules import (
    absolute,
    beside,
    clock,
    dayparts,
    deictic,
    lengths,
    narrative,
    numbers,
    order,
    parts,
    sets,
    within,
    years,
)

GRAMMAR = Grammar(
    numbers.RULES,
    years.RULES,
    absolute.RULES,
    narrative.RULES,
    deictic.RULES,
    within.RULES,
    beside.RULES,
    parts.RULES,
    dayparts.RULES,
    clock.RULES,
    lengths.RULES,
    sets.RULES,
    order.RULES,
    roots=("other", "time", "date", "set", "length", "reference"),
)
