"""What a phrase says, free of any date: a small algebra of calendar operators.

The operators are those of SCATE (Bethard and Parker 2016, "A semantically compositional annotation scheme for time
normalization"), trimmed. An expression is frozen, hashable and printable; `timeline.resolve` gives it a meaning in
a context.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expr:
    """The base of all expressions."""
