"""Where sentences end, and what of a sentence stands before and after a place, all in folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

LONGEST_SENTENCE: Final = 240  # characters of a sentence that are looked at on each side of a date
PARAGRAPH: Final = "\v"  # what `scan.fold` makes of the line breaks between paragraphs


def sentence_end(abbreviations: Iterable[str]) -> re.Pattern[str]:
    """Match the end of a sentence or paragraph, the space behind it included.

    No end is the point behind a single letter ("the U.S. said"), behind one of the abbreviations, which are given
    without it, or between a short word and a number ("Art. 5").
    """
    by_length = groupby(sorted(abbreviations, key=lambda word: (len(word), word)), key=len)
    known = "".join(rf"(?<!\b(?:{'|'.join(map(re.escape, words))})\.)" for _, words in by_length)
    numbered = r"(?!(?:(?<=\b[^\W\d]{3}\.)|(?<=\b[^\W\d]{4}\.)) \d)"
    return re.compile(rf"[.?!](?<!\b[^\W\d][.?!]){known}{numbered}['\"]{{0,2}} |\v")


def sentence_before(folded: str, place: int, end: re.Pattern[str], longest: int = LONGEST_SENTENCE) -> str:
    """Give what stands before a place in its sentence, no more than the `longest` last characters; `end` ends one."""
    before = folded[max(0, place - longest) : place]
    return before[max((match.end() for match in end.finditer(before)), default=0) :]


def sentence_after(folded: str, place: int, end: re.Pattern[str]) -> str:
    """Give what stands behind a place in its sentence, no more than `LONGEST_SENTENCE` characters."""
    after = folded[place : place + LONGEST_SENTENCE]
    match = end.search(after)
    return after[: match.start()] if match else after
