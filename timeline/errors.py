"""What is wrong with an input, told so that people and programs can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: a JSON pointer (RFC 6901) to the field, "" for the whole, and what was expected."""

    pointer: str
    detail: str


class InvalidInputError(ValueError):
    """An input that is refused as a whole; `problems` names every bad field."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.pointer}: {p.detail}" if p.pointer else p.detail for p in problems))
        self.problems = problems
