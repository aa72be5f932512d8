"""The grammar: every rule module, put together."""

from __future__ import annotations

from timeline.grammar import Grammar
from timeline.rules import absolute, clock, lengths, numbers, order, relative

GRAMMAR = Grammar(
    numbers.RULES,
    absolute.RULES,
    relative.RULES,
    clock.RULES,
    lengths.RULES,
    order.RULES,
    roots=("other", "time", "date", "set", "length", "reference"),
)
