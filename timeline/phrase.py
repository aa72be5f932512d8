"""A phrase that may tell a time, with its place in the text."""

from __future__ import annotations

from typing import Final

from timeline.expression import Expr
from timeline.frozen import Frozen
from timeline.traits import Traits

BESIDE_EVENT: Final = "day_beside_event"  # the rule of "the day before" what is told behind it


class Phrase(Frozen):
    """What `text[start:end]` says, read by the rule named, not yet resolved.

    `closes` tells that it is the last date of a range whose first is the phrase before: the "7 May" of "5-7 May".
    """

    start: int
    end: int
    expression: Expr
    traits: Traits
    rule: str
    closes: bool = False

    def moved(self, by: int) -> Phrase:
        """Give the same phrase further on in the text."""
        return Phrase(self.start + by, self.end + by, self.expression, self.traits, self.rule, self.closes)


def last_word(before: str) -> str:
    """Give the last word of what stands before a phrase, without a quotation mark or bracket that opens it."""
    return next(iter(before.split()[-1:]), "").lstrip("('\"")
