"""The stretches of a sentence: the chunks it is cut into, the clauses that are made of them.

What the stages hand each other by the dozen for each sentence (these, `Sentence`, `Name`, `Predicate`, `Tokens`,
`Told`, `Dating` and `Scene`) are plain classes with fields that cannot be set again: compiled, a field is one load,
where that of a record takes a look-up. They come in lists, and are asked for as lists: so is a place of one.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from timeline.events.predicates import Predicate


class Role(Enum):
    """What a clause is to the one that it hangs on."""

    MAIN = "main"
    COORDINATE = "coordinate"  # "and sold it"
    COMPLEMENT = "complement"  # what somebody said
    RELATIVE = "relative"
    TIME = "time"  # "after it was sold"
    LINK = "link"  # "because", "if"
    PARTICIPLE = "participle"  # ", accusing ..."
    QUOTED = "quoted"
    NOUN = "noun"  # "the 2009 crash"
    PURPOSE = "purpose"  # "to sell it": may never come about


class Chunk:
    """A stretch between two places where a clause could begin, the marks around it left out."""

    __slots__ = ("after_mark", "first", "last", "predicate", "quoted", "role")

    def __init__(
        self, first: int, last: int, role: Role, predicate: Predicate | None, quoted: bool, after_mark: bool
    ) -> None:
        self.first: Final = first
        self.last: Final = last
        self.role: Final = role
        self.predicate: Final = predicate
        self.quoted: Final = quoted
        self.after_mark: Final = after_mark


class Clause:
    """Tokens [first, last) of a sentence with their predicate, None where none is to be found.

    `parent` is the place among the sentence's clauses of the one it hangs on, its own where it hangs on none;
    `link` is the token that opens it. A clause may hold others that interrupt it.
    """

    __slots__ = ("first", "last", "link", "parent", "predicate", "quoted", "role")

    def __init__(
        self,
        first: int,
        last: int,
        role: Role,
        predicate: Predicate | None,
        parent: int,
        quoted: bool,
        link: int,
    ) -> None:
        self.first: Final = first
        self.last: Final = last
        self.role: Final = role
        self.predicate: Final = predicate
        self.parent: Final = parent
        self.quoted: Final = quoted
        self.link: Final = link
