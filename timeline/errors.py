"""What is wrong with an input, told so that people and programs can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: a JSON pointer (RFC 6901) to the field, "" for the whole, and what was expected.

    `message` is the English sentence with `%(name)s` where something stands, by which a catalogue (gettext) finds the
    same sentence in another language; `arguments` are the pairs of name and value, another problem among them.
    `readings` are what the field may mean where that is the problem, each written so that it means one thing alone.
    """

    pointer: str
    message: str
    arguments: tuple[tuple[str, Problem | str | int], ...] = ()
    readings: tuple[str, ...] = ()

    @property
    def detail(self) -> str:
        """The sentence in English."""
        return self.message % dict(self.arguments) if self.arguments else self.message

    def __str__(self) -> str:
        return self.detail


class InvalidInputError(ValueError):
    """An input that is refused as a whole; `problems` names every bad field."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.pointer}: {p.detail}" if p.pointer else p.detail for p in problems))
        self.problems = problems


def refusal(pointer: str, message: str, /, **arguments: Problem | str | int) -> InvalidInputError:
    """Give the error that tells of one problem. The message is written out where this is called, for catalogues."""
    return InvalidInputError(Problem(pointer, message, tuple(arguments.items())))
