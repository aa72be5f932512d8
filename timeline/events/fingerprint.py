"""A fingerprint of a whole text, by which copies are known: the same wire story, cut or lightly edited.

It is a bottom-k sketch (Broder 1997; Cohen and Kaplan 2007): the smallest hashes of the text's shingles, which are a
random sample of them, the same sample in every text that has them. So two fingerprints tell how much of the shorter
text stands in the other, whatever other texts there are.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final
from zlib import crc32

_MOST: Final = 24  # hashes kept
_SHINGLE: Final = 4  # words; independent reports of one event share hardly any run of four
_LONG: Final = 8  # letters of a word with which a shingle begins: one word in six, the same ones in a copy
_ENOUGH: Final = 3  # shingles; fewer are no sample
_TRIED: Final = 3  # texts, those that share most: a copy shares more than others do
_FEW: Final = 8  # independent texts; a run of words that so many have is no sign of copying
_COPIED: Final = 0.5  # share of the shorter text that stands in the other where one is copied


def fingerprint(text: str) -> bytes:
    """Give the fingerprint of a text: at most `_MOST` numbers of four bytes, in order.

    A text with too few long words for a sample has all its shingles: short ones often begin alike.
    """
    words = text.lower().split()
    places = [place for place, word in enumerate(words) if len(word) >= _LONG]
    if len(places) < _ENOUGH:
        places = list(range(max(1, len(words) - _SHINGLE + 1)))
    shingles = {_hash(words[place : place + _SHINGLE]) for place in places}
    return array("I", sorted(shingles)[:_MOST]).tobytes()


def _hash(words: list[str]) -> int:
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"))


def independent(fingerprints: Iterable[bytes]) -> int:
    """Count texts by their fingerprints, those that copy another as one with it; in whatever order they come.

    A text without a fingerprint, b"", is known to copy none. The first of its like in the order of fingerprints
    speaks for each. Compared are only those that share numbers which few hold: what many independent texts have is
    a set phrase.
    """
    texts = list(fingerprints)
    firsts: list[Sequence[int]] = []
    # Number -> the places of the firsts that have it.
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for text in sorted(set(texts) - {b""}):
        numbers = array("I", text)
        near = Counter(place for number in numbers for place in holders[number])
        if any(_copied(numbers, firsts[place]) for place, _ in near.most_common(_TRIED)):
            continue
        for number in numbers:
            if len(holders[number]) < _FEW:
                holders[number].append(len(firsts))
        firsts.append(numbers)
    return texts.count(b"") + len(firsts)


def copied(a: bytes, b: bytes) -> bool:
    """Tell by their fingerprints whether one of two texts holds at least half of the other; symmetric."""
    return bool(a and b) and (a == b or _copied(array("I", a), array("I", b)))


def _copied(a: Sequence[int], b: Sequence[int]) -> bool:
    """Tell the same of two different lists of numbers in order."""
    known = min(numbers[-1] if len(numbers) == _MOST else _ALL for numbers in (a, b))
    least = min(bisect_right(a, known), bisect_right(b, known))
    shared = sum(number <= known for number in frozenset(a).intersection(b))
    return least >= _ENOUGH and shared >= _COPIED * least


_ALL: Final = 1 << 32
