"""Numbers in words and digits, and amounts: "twenty-four", "2 1/2", "several"."""

from __future__ import annotations

from timeline.frozen import Frozen
from timeline.tagging.grammar import Rules

RULES = Rules()
rule = RULES.rule


class Amount(Frozen):
    """How many; None where the text does not tell ("several")."""

    count: float | None


ONE = Amount(1)

RULES.alias("number", "INTEGER", "DECIMAL", "CARDINAL", "small_number")


@rule("small_number", "TENS (DASH? CARDINAL)?")
def tens(tens: int, cardinal: int = 0) -> int | None:
    """twenty · twenty-four"""
    return tens + cardinal if cardinal < 10 else None


@rule("small_number", "CARDINAL SCALE", "INTEGER SCALE", "small:TENS SCALE", "ARTICLE SCALE", "SCALE")
def scaled(scale: int, cardinal: int = 1, integer: int = 1, small: int = 1) -> int:
    """two hundred · a thousand"""
    return scale * cardinal * integer * small


@rule("small_number", "CARDINAL SCALE AND? rest:CARDINAL|TENS", "ARTICLE SCALE AND rest:CARDINAL|TENS")
def scaled_and(scale: int, rest: int, cardinal: int = 1) -> int:
    """two hundred and ten"""
    return scale * cardinal + rest


@rule("ordinal", "TENS DASH? ORDINAL")
def ordinal(tens: int, ordinal: int) -> int | None:
    """twenty-first"""
    return tens + ordinal if ordinal < 10 else None


RULES.alias("ordinal", "ORDINAL")


@rule("amount", "number", "number AND? FRACTION")
def amount(number: float, fraction: float = 0) -> Amount:
    """two · 2 1/2"""
    return Amount(number + fraction)


@rule("amount", "number AND ARTICLE? HALF", "number DASH AND DASH ARTICLE DASH HALF")
def amount_and_half(number: float) -> Amount:
    """two and a half"""
    return Amount(number + 0.5)


@rule("amount", "SEVERAL")
def untold() -> Amount:
    """several · a few"""
    return Amount(None)


@rule("amount", "number TO number", "number OR number", "number DASH number")
def between(number: float, number_2: float) -> Amount | None:
    """two to three · 12-18"""
    return Amount(number) if number < number_2 <= number * 10 else None
