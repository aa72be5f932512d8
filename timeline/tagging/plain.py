"""What a reader sees of a text: no invisible characters, no HTML entities, no words broken at the end of a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from html import unescape

from timeline.frozen import Frozen
from timeline.tagging.phrase import Phrase

# Soft hyphen, spaces without width, marks and isolates of direction, joiners, byte-order mark (Unicode's Cf, but for
# the two joiners with which some scripts spell words).
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufeff"
)
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});"
_BROKEN = r"(?<=[^\W\d_])-\r?\n(?=[^\W\d_])"
_HIDDEN = re.compile(rf"[{_INVISIBLE}]+|{_ENTITY}|{_BROKEN}")
_MARKS = ("&", "-\n", "-\r\n", *_INVISIBLE)  # a text without any of these hides nothing
_LONGEST_WORD = 24
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")
_FIRST_LETTERS = re.compile(r"[^\W\d_]+")


class Plain(Frozen):
    """A text as a reader sees it; from each of `places` on its characters stand `shifts` further on in the source."""

    text: str
    places: tuple[int, ...]
    shifts: tuple[int, ...]

    def in_source(self, phrase: Phrase) -> Phrase:
        """Give a phrase of the plain text where it stands in the source."""
        return phrase.between(self._source(phrase.start), self._source(phrase.end - 1) + 1)

    def _source(self, place: int) -> int:
        return place + self.shifts[bisect_right(self.places, place) - 1]


def plain(text: str, words: Collection[str]) -> Plain | None:
    """Give the text as a reader sees it, None where that is the text itself.

    A word broken by a hyphen at the end of a line is joined where that makes one of `words`, as "two-year" does not.
    """
    if not any(mark in text for mark in _MARKS):
        return None
    pieces, places, shifts = [], [0], [0]
    done = size = 0
    for hidden in _HIDDEN.finditer(text):
        shown = _shown(hidden, words)
        if shown == hidden.group():
            continue
        pieces += [text[done : hidden.start()], shown]
        size += hidden.start() - done + len(shown)
        done = hidden.end()
        places.append(size)
        shifts.append(done - size)
    if not pieces:
        return None
    return Plain("".join((*pieces, text[done:])), tuple(places), tuple(shifts))


def _shown(hidden: re.Match[str], words: Collection[str]) -> str:
    source = hidden.group()
    if source[0] == "&":
        return unescape(source)
    start, end = hidden.span()
    before, after = (
        hidden.string[max(0, start - _LONGEST_WORD) : start],
        hidden.string[end : end + _LONGEST_WORD],
    )
    if source[0] == "-":
        halves = _LAST_LETTERS.search(before), _FIRST_LETTERS.match(after)
        return "" if "".join(half[0] for half in halves if half).lower() in words else source
    # "5" and "May" with a space without width between them
    one, other = before[-1:], after[:1]
    return " " if one.isalnum() and other.isalnum() and one.isdigit() != other.isdigit() else ""
