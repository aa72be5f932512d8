"""What reading a document gives, whatever its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_SPACES = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Document:
    """A document's running text, a blank line between paragraphs, and what it says about itself, "" where nothing.

    `text` may be empty. `published` is written as the document writes it, and left out where it names several days.
    """

    text: str
    title: str = ""
    published: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    id: str = ""


Read = Callable[[bytes], Document]
"""Reads the bytes of a file; raises `InvalidInputError` that says what is wrong with them."""


def paragraphs_of(blocks: Iterable[str]) -> str:
    """Join blocks of text to paragraphs, white space within a line drawn together; empty ones are left out."""
    lines = ("\n".join(_SPACES.sub(" ", line).strip() for line in block.split("\n")) for block in blocks)
    return "\n\n".join(stripped for block in lines if (stripped := block.strip()))
