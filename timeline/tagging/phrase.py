"""A phrase that may tell a time: what it says, and its place in the text."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from timeline.expression import Expr
from timeline.frozen import Frozen
from timeline.tagging.traits import Traits, traits_of

BESIDE_EVENT: Final = "day_beside_event"  # the rule of "the day before" what is told behind it


class Said(Frozen):
    """What a phrase of `length` characters says, read by the rule named, not yet resolved.

    `closes` tells that it is the last date of a range whose first is the phrase before: the "7 May" of "5-7 May".
    """

    length: int
    expression: Expr
    traits: Traits
    rule: str
    closes: bool


@lru_cache(maxsize=65_536)
def said(length: int, expression: Expr, rule: str, closes: bool = False) -> Said:
    """Give what a phrase says: that one which all phrases that say the same share, as long texts have many."""
    return Said(length, expression, traits_of(expression), rule, closes)


class Phrase(Frozen):
    """What is said from `start` on in a text."""

    start: int
    said: Said

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + self.said.length

    def moved(self, by: int) -> Phrase:
        """Give the same phrase further on in the text."""
        return Phrase(self.start + by, self.said)

    def saying(self, expression: Expr, rule: str = "") -> Phrase:
        """Give another reading of the same words."""
        return Phrase(
            self.start, said(self.said.length, expression, rule or self.said.rule, self.said.closes)
        )

    def between(self, start: int, end: int) -> Phrase:
        """Give the same said by other words: `text[start:end]`."""
        return Phrase(start, said(end - start, self.said.expression, self.said.rule, self.said.closes))

    def closing(self) -> Phrase:
        """Give the same as the last date of a range."""
        return Phrase(self.start, said(self.said.length, self.said.expression, self.said.rule, closes=True))


def last_word(before: str) -> str:
    """Give the last word of what stands before a phrase, without a quotation mark or bracket that opens it."""
    return next(iter(before.split()[-1:]), "").lstrip("('\"")
