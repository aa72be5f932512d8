"""Lengths that a verb of the future makes dates: "the shop closes in ten days", "will reopen in two weeks"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from timeline.direction import is_opened_ahead
from timeline.expression import PUBLICATION, Length
from timeline.language import Pack
from timeline.phrase import Phrase
from timeline.shifting import shifted
from timeline.traits import traits_of

_LENGTHS = frozenset({"length", "one", "fortnight", "half", "and_a_half"})


def with_dates_ahead(phrases: Iterable[Phrase], folded: str, pack: Pack) -> Iterator[Phrase]:
    """Give the phrases, a length as the date to which a verb of the future leads where it says "in" how long."""
    for phrase in phrases:
        said = phrase.expression
        is_told = isinstance(said, Length) and phrase.rule in _LENGTHS and said.parts[0][0] is not None
        if not is_told or not is_opened_ahead(phrase, folded, pack):
            yield phrase
            continue
        date = shifted(PUBLICATION, said, 1)
        yield replace(phrase, expression=date, traits=traits_of(date), rule="ago") if date else phrase
