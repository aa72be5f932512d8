"""A fingerprint of a whole text, by which copies are known: the same wire story, cut or lightly edited.

It is a bottom-k sketch (Broder 1997; Cohen and Kaplan 2007): the smallest hashes of the text's shingles, which are a
random sample of them, the same sample in every text that has them. So two fingerprints tell how much of the shorter
text stands in the other, whatever other texts there are.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from heapq import nsmallest
from zlib import crc32

_MOST = 24  # hashes kept
_SHINGLE = 4  # words; independent reports of one event share hardly any run of four
_LONG = 8  # letters of a word with which a shingle begins: one word in six, the same ones in a copy
_ENOUGH = 3  # shingles; fewer are no sample
_COPIED = 0.5  # share of the shorter text that stands in the other where one is copied


def fingerprint(text: str) -> bytes:
    """Give the fingerprint of a text: at most `_MOST` numbers of four bytes, in order.

    A text with too few long words for a sample has all its shingles: short ones often begin alike.
    """
    words = text.lower().split()
    places = [place for place, length in enumerate(map(len, words)) if length >= _LONG]
    if len(places) < _ENOUGH:
        places = list(range(max(1, len(words) - _SHINGLE + 1)))
    shingles = {_hash(words[place : place + _SHINGLE]) for place in places}
    return array("I", nsmallest(_MOST, shingles)).tobytes()


def _hash(words: list[str]) -> int:
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"))


def independent(fingerprints: Iterable[bytes]) -> int:
    """Count texts by their fingerprints, those that copy another as one with it; in whatever order they come.

    A text without a fingerprint, b"", is known to copy none. The first of its like in the order of fingerprints
    speaks for each. Compared are only those that share a number, as independent texts hardly do.
    """
    firsts: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    texts = list(fingerprints)
    count = texts.count(b"")
    for text in sorted(set(texts) - {b""}):
        numbers = _numbers(text)
        if any(_copied(numbers, first) for number in numbers for first in firsts[number]):
            continue
        count += 1
        for number in numbers:
            firsts[number].append(numbers)
    return count


def copied(a: bytes, b: bytes) -> bool:
    """Tell by their fingerprints whether one of two texts holds at least half of the other; symmetric."""
    return bool(a and b) and _copied(_numbers(a), _numbers(b))


def _numbers(text: bytes) -> frozenset[int]:
    return frozenset(array("I", text))


def _copied(a: frozenset[int], b: frozenset[int]) -> bool:
    known = min(max(numbers) if len(numbers) == _MOST else _ALL for numbers in (a, b))
    least = min(sum(number <= known for number in numbers) for numbers in (a, b))
    shared = sum(number <= known for number in a & b)
    return a == b or (least >= _ENOUGH and shared >= _COPIED * least)


_ALL = 1 << 32
