"""The time expressions of a text, each made when it is looked at: a long text has many, and most say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from timeline.model import Meaning, Timex
from timeline.tagging.phrase import Phrase


class Timexes(Sequence[Timex]):
    """An unchanging sequence of time expressions, in the order of the text; a slice of it is a tuple.

    Kept of each are its place and two references, to what it says and to what it means, which all alike share.
    """

    __slots__ = ("_meanings", "_phrases")

    def __init__(self, phrases: Sequence[Phrase], meanings: Sequence[Meaning]) -> None:
        self._phrases = phrases
        self._meanings = meanings

    def __len__(self) -> int:
        return len(self._phrases)

    @overload
    def __getitem__(self, place: int) -> Timex: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Timex, ...]: ...
    def __getitem__(self, place: int | slice) -> Timex | tuple[Timex, ...]:
        if isinstance(place, slice):
            return tuple(map(_timex, self._phrases[place], self._meanings[place]))
        return _timex(self._phrases[place], self._meanings[place])

    def __iter__(self) -> Iterator[Timex]:
        return map(_timex, self._phrases, self._meanings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timexes) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Timexes{tuple(self)}"


def _timex(phrase: Phrase, meaning: Meaning) -> Timex:
    said = phrase.said
    context = meaning.context if said.traits.open_fields is not None else None
    return Timex(
        phrase.start, phrase.end, said.expression, meaning.reading, said.rule, context, meaning.range
    )
