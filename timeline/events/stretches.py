"""The stretches of a sentence: the chunks it is cut into, the clauses that are made of them."""

from __future__ import annotations

from enum import Enum

from timeline.events.predicates import Predicate
from timeline.frozen import Frozen


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


class Chunk(Frozen):
    """A stretch between two places where a clause could begin, the marks around it left out."""

    first: int
    last: int
    role: Role
    predicate: Predicate | None
    quoted: bool
    after_mark: bool


class Clause(Frozen):
    """Tokens [first, last) of a sentence with their predicate, None where none is to be found.

    `parent` is the place among the sentence's clauses of the one it hangs on, its own where it hangs on none;
    `link` is the token that opens it. A clause may hold others that interrupt it.
    """

    first: int
    last: int
    role: Role
    predicate: Predicate | None
    parent: int
    quoted: bool
    link: int
