"""Text -> runs of tokens: one pass finds the words that tell time.

What stands around them is read as far as the pack knows the words. This is the only loop over the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from timeline.frozen import Frozen
from timeline.memory import Memory
from timeline.tagging.hot import HotWords
from timeline.tagging.numerals import Numerals, Reading
from timeline.tagging.trie import trie_pattern

LOOK_BACK = 64  # characters before a time word in which its expression may begin
_WIDEST_GAP = 3  # spaces between two words of one expression
_PIECES = re.compile(r"[^\W\d_]+\.?|\d+|[^\w\s,'-]")
_MOST_NUMBERS = 16_384  # of which the reading is remembered
MOST_TOKENS = 28  # a run is cut here: no expression is longer, and a hostile text stays linear
_MONEY = frozenset("$£€¥#")
# Spaces, apostrophes, hyphens, strokes, letters and digits that mean the same as the plain ones.
_ALIKE = {
    " ": "\t\r\f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u202f\u205f\u3000",
    "'": "\u2019\u2018\u02bc\u2032\u00b4",
    "-": "\u2010\u2011\u2012\u2212",
    "\u2014": "\u2015",
    "/": "\u2044\u2215",
}
_FULL_WIDTH = 0xFEE0  # how far behind the plain ones the letters and digits of East Asian width lie
_PLAIN = {other: plain for plain, others in _ALIKE.items() for other in others} | {
    chr(ord(plain) + _FULL_WIDTH): plain for plain in "0123456789abcdefghijklmnopqrstuvwxyz"
}


class Token(Frozen):
    """A word, number or mark at `[start, end)` with the classes it may be of, and its value in each."""

    start: int
    end: int
    symbols: tuple[str, ...]
    values: tuple[Any, ...]


class Run(Frozen):
    """Tokens that stand together, none of them unknown: where expressions are looked for."""

    start: int
    end: int
    tokens: tuple[Token, ...]


def fold(text: str) -> str:
    """Give the text in small letters with plain spaces and apostrophes, of exactly the same length."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for other, plain in _PLAIN.items():
        if other in small:
            small = small.replace(other, plain)
    return small.replace("\n\n", "\v\v").replace("\n", " ")


class Scanner:
    """Finds the runs of one language."""

    def __init__(
        self,
        lexicon: dict[str, tuple[tuple[str, Any], ...]],
        hot_words: Iterable[str],
        capitalised: frozenset[str],
        clause_end: dict[str, str],
        numerals: Numerals,
        *,
        spaced: bool = True,
    ) -> None:
        self._lexicon = {
            word: (tuple(symbol for symbol, _ in entries), tuple(value for _, value in entries))
            for word, entries in lexicon.items()
        }
        self._capitalised = capitalised
        self._numerals = numerals
        self._spaced = spaced
        self._hot = HotWords(hot_words, numerals, spaced=spaced)
        self._numbers = lru_cache(maxsize=_MOST_NUMBERS)(numerals.read)
        self._unknown = Memory(self._unknown_until)
        after = r"(?!\w)" if spaced else ""
        self._parts = frozenset(part for word in lexicon for part in _PIECES.findall(word))
        # "l'": a word follows at once.
        elided = [word for word in lexicon if word[-1] == "'" and len(word) > 1]
        marks = [word for word in lexicon if len(word) == 1 and not word.isalnum()]
        words = lexicon.keys() - {*elided, *marks}
        numbered = [word for word in words if word[0].isdigit()]  # "9/11", but not of "9/11/2001"
        words -= set(numbered)
        mark = trie_pattern([*elided, *marks])
        word = rf"{trie_pattern(words)}{after}|{trie_pattern(numbered) or '(?!)'}(?![\w/])"
        self._token = re.compile(rf"(?P<word>{word})|{numerals.pattern()}|(?P<mark>{mark})")
        self._clause_end = {word: _without(self._lexicon[word], clause_end[word]) for word in clause_end}

    def runs(self, text: str, folded: str) -> Iterator[Run]:
        """Give the runs of a text in order, without overlaps; `folded` is `fold(text)`."""
        done = 0
        for at in self._hot.places(folded):
            if at < done:
                continue
            tokens = self._tokens_from(text, folded, self._begin(folded, max(done, at - LOOK_BACK), at), at)
            if tokens:
                done = tokens[-1].end
                yield Run(tokens[0].start, done, tuple(tokens))

    def _begin(self, folded: str, first: int, hot: int) -> int:
        """Give the place before `hot`, not before `first`, from where on every word is a word of the pack."""
        at = hot
        for word in reversed(folded[first:hot].split(" ")):
            start = at - len(word)
            unknown = self._unknown[word]
            if unknown:
                return start + unknown
            at = start - 1
        return first

    def _unknown_until(self, chunk: str) -> int:
        """Give the end of the last piece of a chunk that is no word of the pack, 0 where it has none."""
        pieces = _PIECES.finditer(chunk)
        unknown = (p.end() for p in pieces if p.group() not in self._parts and not p.group().isdigit())
        return max(unknown, default=0)

    def _tokens_from(self, text: str, folded: str, at: int, hot: int) -> list[Token]:
        """Read the tokens from `at` on that stand together with the one at `hot`."""
        tokens: list[Token] = []
        size = len(folded)
        while at < size:
            if folded[at] == " ":
                at += 1
                continue
            token = self._token_at(text, folded, at)
            apart = bool(tokens) and at - tokens[-1].end > _WIDEST_GAP
            if token is None or apart or len(tokens) == MOST_TOKENS:
                if at > hot:
                    break
                tokens.clear()
            if token is not None:
                tokens.append(token)
            at = token.end if token is not None else _after_unknown(folded, at, size)
        return tokens

    def _token_at(self, text: str, folded: str, at: int) -> Token | None:
        match = self._token.match(folded, at)
        if match is None:
            return None
        kind, word, end = match.lastgroup, match.group(), match.end()
        if kind == "word" or kind == "mark":
            if word in self._capitalised and not text[at].isupper():
                return None
            entry = self._lexicon[word]
            if word in self._clause_end and _is_word_next(folded, end):
                entry = self._clause_end[word]
            return Token(at, end, *entry)
        if at and folded[at - 1] in _MONEY:
            return None
        touched = self._spaced and folded[end : end + 1].isalpha()
        if touched and not folded.startswith(self._numerals.attached, end):
            return None
        symbols, values = self._numbers(kind or "", word)
        return Token(at, end, symbols, values) if symbols else None


def _without(entry: Reading, symbol: str) -> Reading:
    kept = [at for at, name in enumerate(entry[0]) if name != symbol]
    return tuple(entry[0][at] for at in kept), tuple(entry[1][at] for at in kept)


def _is_word_next(folded: str, at: int) -> bool:
    return folded[at : at + 1] == " " and folded[at + 1 : at + 2].isalnum()


def _after_unknown(folded: str, at: int, size: int) -> int:
    if not folded[at].isalnum():
        return at + 1
    while at < size and (folded[at].isalnum() or folded[at] == "_"):
        at += 1
    return at
