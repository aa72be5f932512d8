"""The bases of the project's values: frozen, made quickly, and not looked at by the garbage collector."""

from __future__ import annotations

from typing import Final, dataclass_transform

from msgspec import Struct, field

ALLOCATIONS: Final = 20_000  # between two looks for garbage: values alone leave none


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen(Struct, frozen=True, gc=False):
    """A frozen value; values hold no cycles, so there is nothing for the garbage collector to find."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Sparse(Frozen, omit_defaults=True):
    """A frozen value that is written without the fields that have their default."""
