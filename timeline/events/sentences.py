"""The sentences of a text with their places: paragraphs by line breaks, sentences by the splitter sentencex."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final

from sentencex import get_sentence_boundaries

_BLOCK: Final = re.compile(r"(?:[^\n]+|\n(?![ \t\r]*\n))+")  # up to a blank line
_INNER_LINE: Final = re.compile(r"^[^\n]++(?=\n(?![ \t\r]*\n))", re.MULTILINE)  # a block goes on behind it
_LINE: Final = re.compile(r"[^\n]+")
_ENDS: Final = frozenset(".!?:;…。！？”’\"')]»،؟।")
_WRAPPED_WIDTH: Final = 100  # text wrapped by hand keeps its lines shorter than this
_HEADING_WORDS: Final = 16
# All of a sentence without the space around it; of what nobody wrote as one sentence, parts that can be looked over
# time and again. The longest of 20,000 sentences of news and history has 1,076 characters.
_PART: Final = re.compile(r"\S(?:.{0,1498}\S)?(?=\s|\Z)|\S{1500}", re.DOTALL)


class Sentence:
    """`text[start:end]`, without the space around it; `paragraph` counts from 0.

    `heading` tells that it stands alone on its line and does not end as sentences do: a title, a dateline,
    a caption.
    """

    __slots__ = ("end", "heading", "paragraph", "start")

    def __init__(self, start: int, end: int, paragraph: int, heading: bool) -> None:
        self.start: Final = start
        self.end: Final = end
        self.paragraph: Final = paragraph
        self.heading: Final = heading


def sentences(text: str, language: str, whole: Container[str] = ()) -> tuple[Sentence, ...]:
    """Give the sentences of a text in order; `language` is an ISO 639-1 code.

    `whole` are words that the splitter takes for abbreviations, and that end a sentence before a capital.
    """
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        stretch = text[start:end]
        heading = stretch[-1] not in _ENDS and stretch.count(" ") < _HEADING_WORDS
        if heading:
            found.append(Sentence(start, end, number, True))
            continue
        for boundary in get_sentence_boundaries(language or "en", stretch):
            first, last = start + boundary["start_index"], start + boundary["end_index"]
            for limits in _ended(text, first, last, whole):
                found += [Sentence(*part.span(), number, False) for part in _PART.finditer(text, *limits)]
    return tuple(found)


def _ended(text: str, first: int, last: int, whole: Container[str]) -> Iterator[tuple[int, int]]:
    """Give the parts of a stretch that end behind one of the words with its full stop."""
    at = first
    while (stop := text.find(". ", at, last - 1)) >= 0:  # at the very end there is nothing to cut
        if text[at:stop].rpartition(" ")[2] in whole and text[stop + 2 : stop + 3].isupper():
            yield first, stop + 1
            first = stop + 1
        at = stop + 2
    yield first, last


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of the paragraphs: lines, or where lines are wrapped by hand the blocks between blank ones."""
    pattern = _BLOCK if _wrapped(text) else _LINE
    for match in pattern.finditer(text):
        stretch = match.group()
        start = match.start() + len(stretch) - len(stretch.lstrip())
        end = match.start() + len(stretch.rstrip())
        if start < end:
            yield start, end


def _wrapped(text: str) -> bool:
    """Tell whether lines were broken to fit a width: none is long, and most stop in the middle of a sentence."""
    inner = [line for line in map(str.rstrip, _INNER_LINE.findall(text)) if line]
    if len(inner) < 3 or max(map(len, inner)) > _WRAPPED_WIDTH:
        return False
    return sum(line[-1] not in _ENDS for line in inner) * 2 > len(inner)
