"""A phrase that may tell a time, with its place in the text."""

from __future__ import annotations

from typing import NamedTuple

from timeline.expression import Expr
from timeline.traits import Traits


class Phrase(NamedTuple):
    """What `text[start:end]` says, read by the rule named, not yet resolved."""

    start: int
    end: int
    expression: Expr
    traits: Traits
    rule: str
