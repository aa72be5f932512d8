"""Commands that a script runs: few that do much, as each call from a script costs more than what it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

Argument = str | bytes | int | float
Command = Sequence[Argument]
"""One command for a script to run: its name, the key without the timeline's prefix, the arguments."""

_MOST = 1_000  # arguments of one command, an even number; the stack on which scripts put them holds 8,000


def with_each(name: str, key: str, arguments: Iterable[Argument]) -> Iterator[Command]:
    """Give a command with all the arguments, several where they are very many, none where there are none."""
    rest = iter(arguments)
    while some := tuple(islice(rest, _MOST)):
        yield name, key, *some


def with_pairs(name: str, key: str, pairs: Iterable[tuple[Argument, Argument]]) -> Iterator[Command]:
    """Give the same for arguments that stand in pairs, such as fields with their values."""
    return with_each(name, key, chain.from_iterable(pairs))


def flat(commands: Iterable[Command]) -> Iterator[Argument]:
    """Give commands as the last arguments of a script: each after the number of its parts."""
    for command in commands:
        yield len(command)
        yield from command
