"""Where a text may tell a time: the places of the words and numbers that do so by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress, count

from timeline.memory import LONGEST, Memory
from timeline.tagging.numerals import Numerals
from timeline.tagging.trie import trie_pattern

_STRETCH = 65_536  # characters of the text that are taken apart at a time


class HotWords:
    """Finds the words and numbers of a language that tell a time by themselves.

    Most words of a text do not, and are the same few thousand. So the text is cut at its spaces, which costs next to
    nothing, and each chunk is asked once where a hot word could begin in it; only there the pattern is tried.
    """

    def __init__(self, words: Iterable[str], numerals: Numerals, *, spaced: bool) -> None:
        words = list(words)
        before, after = (r"\b", r"(?!\w)") if spaced else ("", "")
        hot = rf"{before}(?:{trie_pattern(words) or '(?!)'}){after}"
        self._pattern = re.compile(rf"{hot}|\b(?:{'|'.join(numerals.hot())})")
        parts = [word.split(" ") for word in words]
        first = trie_pattern(part[0] for part in parts) or "(?!)"
        self._opening = re.compile(rf"\b(?=(?:{first})(?!\w)|{'|'.join(numerals.openings())})")
        self._openings = Memory(self._openings_in)
        self._awaited = _awaited(parts)
        self._spaced = spaced

    def places(self, folded: str) -> Iterator[int]:
        """Give the places where hot words start, in order, none inside another."""
        if not self._spaced:
            yield from map(re.Match.start, self._pattern.finditer(folded))
            return
        done = 0
        for place in self._candidates(folded):
            match = self._pattern.match(folded, place) if place >= done else None
            if match is not None:
                done = match.end()
                yield place

    def _candidates(self, folded: str) -> Iterator[int]:
        """Give the places where a hot word may start."""
        begin = 0
        while begin < len(folded):
            space = folded.find(" ", begin + _STRETCH)
            end = space if space >= 0 else len(folded)
            chunks = folded[begin:end].split(" ")
            openings = list(map(self._openings.__getitem__, chunks))
            ends = accumulate(map(len, chunks))
            told = zip(count(), ends, chunks, openings, [*chunks[1:], None], strict=False)
            for spaces, last, chunk, inside, following in compress(told, openings):
                awaited = self._awaited.get(chunk)
                if awaited and following is not None and not following.startswith(awaited):
                    continue  # "the", and no "moment" after it
                start = begin + spaces + last - len(chunk)
                for opening in inside:
                    yield start + opening
            begin = end + 1

    def _openings_in(self, chunk: str) -> Iterable[int]:
        found = map(re.Match.start, self._opening.finditer(chunk))  # a long chunk is gone through lazily
        return found if len(chunk) > LONGEST else tuple(found)


def _awaited(parts: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Give what must follow a first word that is hot only with others: "moment" after "the"."""
    following: dict[str, set[str]] = {}
    alone: set[str] = set()
    for first, *others in parts:
        if others and first.isalpha():
            following.setdefault(first, set()).add(others[0])
        if not others:
            alone.add(first)
    return {first: tuple(seconds) for first, seconds in following.items() if first not in alone}
