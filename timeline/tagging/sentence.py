"""Where a sentence ends, as far as it is needed to tell what belongs to a date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby


def sentence_end(abbreviations: Iterable[str]) -> re.Pattern[str]:
    """Match the end of a sentence or paragraph in folded text, the space behind it included.

    No end is the point behind a single letter ("the U.S. said"), behind one of the abbreviations, which are given
    without it, or between a short word and a number ("Art. 5").
    """
    by_length = groupby(sorted(abbreviations, key=lambda word: (len(word), word)), key=len)
    known = "".join(rf"(?<!\b(?:{'|'.join(map(re.escape, words))})\.)" for _, words in by_length)
    numbered = r"(?!(?:(?<=\b[^\W\d]{3}\.)|(?<=\b[^\W\d]{4}\.)) \d)"
    return re.compile(rf"[.?!](?<!\b[^\W\d][.?!]){known}{numbered}['\"]{{0,2}} |\v")
