"""Dates that stand together: what one of them says for both, and the stretch from the one to the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from timeline.expression import Matching
from timeline.language import Pack
from timeline.model import Timex
from timeline.phrase import Phrase
from timeline.traits import traits_of

_WIDEST_JOIN = 9  # characters between two dates that stand together, spaces included
_JOINS = frozenset({"TO", "DASH", "AND", "OR", "COMMA"})
_OPENS = frozenset({"FROM", "BETWEEN"})


def without_scores(phrases: Sequence[Phrase], folded: str, pack: Pack) -> list[Phrase]:
    """Give the phrases without two "years" of which the second is the smaller: "the vote was 1945 to 1812"."""
    scores: set[int] = set()
    for at, (first, second) in enumerate(pairwise(phrases)):
        one, two = first.traits.year or 0, second.traits.year or 0
        bare = first.rule == second.rule == "year"
        if bare and one > two > 0 and "TO" in join(first.end, second.start, folded, pack):
            scores |= {at, at + 1}
    return [phrase for at, phrase in enumerate(phrases) if at not in scores]


def share_year(phrases: Sequence[Phrase], folded: str, pack: Pack) -> Iterator[Phrase]:
    """Give the phrases with the year that only the second of two says: "in April and June 1955"."""
    for first, second in pairwise((*phrases, None)):
        if first is not None:
            shared = None if second is None else _with_year_of(first, second, folded, pack)
            yield shared or first


def _with_year_of(first: Phrase, second: Phrase, folded: str, pack: Pack) -> Phrase | None:
    one, two = first.expression, second.expression
    if not (isinstance(one, Matching) and isinstance(two, Matching)):
        return None
    if one.fields.year is not None or one.fields.month is None or two.fields.month is None:
        return None
    if two.fields.year is None or _JOINS.isdisjoint(join(first.end, second.start, folded, pack)):
        return None
    dated = Matching(replace(one.fields, year=two.fields.year - (one.fields.month > two.fields.month)))
    return first._replace(expression=dated, traits=traits_of(dated))


def join(end: int, start: int, folded: str, pack: Pack) -> tuple[str, ...]:
    """Give the classes of the word or mark that alone stands between two places; none where more does."""
    return pack.classes(folded[end:start].strip()) if start - end <= _WIDEST_JOIN else ()


def with_ranges(timexes: Sequence[Timex], folded: str, pack: Pack) -> tuple[Timex, ...]:
    """Give the expressions with the stretch that two of them span: "from 1939 to 1945", "May 1998 - June 1999"."""
    found = list(timexes)
    for at, (first, second) in enumerate(pairwise(timexes)):
        one, two = first.reading.interval, second.reading.interval
        if one is None or two is None or not (one.bounded and two.bounded) or two.start < one.end:
            continue
        if _is_range(first, second, folded, pack):
            span = one.hull(two)
            found[at], found[at + 1] = replace(first, range=span), replace(second, range=span)
    return tuple(found)


def _is_range(first: Timex, second: Timex, folded: str, pack: Pack) -> bool:
    joined = join(first.end, second.start, folded, pack)
    before = folded[max(0, first.start - _WIDEST_JOIN) : first.start].split()
    opened = bool(before) and not _OPENS.isdisjoint(pack.classes(before[-1]))
    return "DASH" in joined or (opened and not {"TO", "AND"}.isdisjoint(joined))
