"""What lies ahead of the publication only by a verb: "closes in ten days", "gone by the weekend", not "years later"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.civil import Granularity
from timeline.expression import (
    PUBLICATION,
    Anchor,
    Daypart,
    Enclosing,
    Expr,
    Length,
    Reference,
    Shift,
    Softened,
)
from timeline.shifting import shifted
from timeline.tagging.direction import is_expected, is_opened_ahead
from timeline.tagging.language import Pack
from timeline.tagging.phrase import Phrase

_PARTS = frozenset({"the_weekend", "yesterday_part"})
_LENGTHS = frozenset({"length", "one", "fortnight", "half", "and_a_half"})


def with_dates_ahead(phrases: Iterable[Phrase], folded: str, pack: Pack) -> Iterator[Phrase]:
    """Give the phrases, those that a verb of the future puts ahead of the publication as the dates that they then are.

    A length is one where it is said "in" how long; "the weekend" and "overnight" are the last ones otherwise.
    """
    for phrase in phrases:
        date = _length_ahead(phrase, folded, pack) or _part_ahead(phrase, folded, pack)
        if date is None:
            yield phrase
            continue
        rule = "ago" if isinstance(phrase.said.expression, Length) else phrase.said.rule
        yield phrase.saying(date, rule)


def without_anchor(phrases: Iterable[Phrase], folded: str, pack: Pack) -> Iterator[Phrase]:
    """Give the phrases, "40 years later" as the length that it is where the text has named no date before."""
    is_dated = False
    for phrase in phrases:
        length = None if is_dated else _reckoned(phrase.said.expression)
        if length is not None and not is_expected(phrase, folded, pack):
            yield phrase.saying(length, "length")
            continue
        is_dated = is_dated or phrase.said.traits.dates
        yield phrase


def _reckoned(expression: Expr) -> Expr | None:
    """Give the length by which a date lies after where the text is, None where it says anything else."""
    match expression:
        case Softened(base, near):
            length = _reckoned(base)
            return Softened(length, near) if length else None
        case Shift(Anchor(Reference.TEXT), count, unit) if count > 0:
            return Length(((count, unit),))
        case _:
            return None


def _length_ahead(phrase: Phrase, folded: str, pack: Pack) -> Expr | None:
    said = phrase.said.expression
    if phrase.said.rule not in _LENGTHS or not isinstance(said, Length) or said.parts[0][0] is None:
        return None
    return shifted(PUBLICATION, said, 1) if is_opened_ahead(phrase, folded, pack) else None


def _part_ahead(phrase: Phrase, folded: str, pack: Pack) -> Expr | None:
    if phrase.said.rule not in _PARTS or not is_expected(phrase, folded, pack):
        return None
    if isinstance(phrase.said.expression, Daypart):
        return Daypart(Enclosing(PUBLICATION, Granularity.DAY), phrase.said.expression.code)
    return Enclosing(PUBLICATION, Granularity.WEEKEND)
