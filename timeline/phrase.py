"""A phrase that may tell a time, with its place in the text."""

from __future__ import annotations

from typing import NamedTuple

from timeline.grammar import Found


class Phrase(NamedTuple):
    """An expression at `text[start:end]` that is read but not yet resolved."""

    start: int
    end: int
    found: Found
