"""Text -> runs of tokens: one pass finds the words that tell time, and what stands around them is read as far as
the pack knows the words. This is the only loop over the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

LOOK_BACK = 64  # characters before a time word in which its expression may begin
MOST_TOKENS = 28  # a run is cut here: no expression is longer, and a hostile text stays linear
_YEAR = r"(?<![\w.,/$£€#])(?<!\d-)(?:1[0-9]|20|21)\d\d(?![\w%])(?![.,]\d)"
_NUMERIC_HOT = (
    rf"{_YEAR}|(?<![\w$£€])\d{{2,4}}'?s\b|(?<![\w.])\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}(?![\w])"
    r"|(?<![\w:])\d{1,2}:\d\d(?![\d:])|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:q[1-4]|h[12]|[1-4]q)\b|(?<=[\s(])'\d\d\b|\b(?:19|20)\d\d[-/]"
)
_NUMERIC = (
    r"(?P<iso>\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d)?)?)(?![\w-])"
    r"|(?P<slashed>\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|\d{4}[/.]\d{1,2}[/.]\d{1,2})(?!\w)"
    r"|(?P<clock>\d{1,2}[:.][0-5]\d(?=\s?[ap]\.?m)|\d{1,2}:[0-5]\d(?::[0-5]\d)?)(?![\d:])"
    r"|(?P<decade>'?\d{2,4}'?s)(?!\w)"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th))(?!\w)"
    r"|(?P<fraction>\d/\d)(?![\d/])"
    r"|(?P<short>(?<!')'\d\d)(?!\w)"
    r"|(?P<quarter>q[1-4]|[1-4]q|h[12])(?!\w)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![%\d])"
)
_MONEY = frozenset("$£€¥#")
_SPACES = {ord(c): " " for c in "\t\r\f\u00a0\u2009\u202f\u2007"} | {0x2019: "'", 0x2018: "'", 0x2011: "-"}


Reading = tuple[tuple[str, ...], tuple[Any, ...]]  # the classes of a token, and its value in each


class Token(NamedTuple):
    """A word, number or mark at `[start, end)` with the classes it may be of, and its value in each."""

    start: int
    end: int
    symbols: tuple[str, ...]
    values: tuple[Any, ...]


class Run(NamedTuple):
    """Tokens that stand together, none of them unknown: where expressions are looked for."""

    start: int
    end: int
    tokens: tuple[Token, ...]


def fold(text: str) -> str:
    """Give the text in small letters with plain spaces and apostrophes, of exactly the same length."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if not small.isascii() or "\t" in small or "\r" in small:
        small = small.translate(_SPACES)
    return small.replace("\n\n", "\v\v").replace("\n", " ")


def trie_pattern(words: Iterable[str]) -> str:
    """Give a regular expression of the words as a trie: it tries each character once, and the longest word first."""
    trie: dict[str, Any] = {}
    for word in words:
        node = trie
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _trie_source(trie)


def _trie_source(node: dict[str, Any]) -> str:
    branches = [re.escape(char) + _trie_source(child) for char, child in sorted(node.items()) if char]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}"


class Scanner:
    """Finds the runs of one language."""

    def __init__(
        self,
        lexicon: dict[str, tuple[tuple[str, Any], ...]],
        hot_words: Iterable[str],
        capitalised: frozenset[str],
        clause_end: dict[str, str],
    ) -> None:
        self._lexicon = {
            word: (tuple(symbol for symbol, _ in entries), tuple(value for _, value in entries))
            for word, entries in lexicon.items()
        }
        self._capitalised = capitalised
        self._hot = re.compile(rf"(?<!\w)(?:{trie_pattern(hot_words)})(?!\w)|{_NUMERIC_HOT}")
        words = [word for word in lexicon if word[-1].isalnum() or len(word) > 1]
        marks = [word for word in lexicon if word not in words]
        self._token = re.compile(
            rf"(?P<word>{trie_pattern(words)})(?!\w)|{_NUMERIC}|(?P<mark>{trie_pattern(marks)})"
        )
        self._clause_end = {word: _without(self._lexicon[word], clause_end[word]) for word in clause_end}

    def runs(self, text: str, folded: str) -> Iterator[Run]:
        """Give the runs of a text in order, without overlaps; `folded` is `fold(text)`."""
        done = 0
        for hot in self._hot.finditer(folded):
            if hot.start() < done:
                continue
            run = self._run_around(text, folded, max(done, hot.start() - LOOK_BACK), hot.start())
            if run is not None:
                yield run
                done = run.end

    def _run_around(self, text: str, folded: str, begin: int, hot: int) -> Run | None:
        """Read tokens from about `begin` on; give the unbroken run of them that holds `hot`."""
        while 0 < begin < hot and (folded[begin - 1].isalnum() or folded[begin - 1] in "'.,-/:"):
            begin += 1
        tokens: list[Token] = []
        at = begin
        size = len(folded)
        while at < size:
            char = folded[at]
            if char == " ":
                at += 1
                continue
            token = self._token_at(text, folded, at)
            if token is None:
                if at > hot:
                    break
                tokens.clear()
                at = _after_unknown(folded, at, size)
                if at > hot:
                    return None
                continue
            if tokens and at - tokens[-1].end > 3:
                if at > hot:
                    break
                tokens.clear()
            tokens.append(token)
            at = token.end
            if len(tokens) >= MOST_TOKENS:
                if at > hot:
                    break
                del tokens[0]
        return Run(tokens[0].start, tokens[-1].end, tuple(tokens)) if tokens else None

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
        if end < len(folded) and folded[end].isalpha() and folded[end] not in "aph":
            return None
        symbols, values = _NUMERIC_READERS[kind or ""](word)
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


def _read_number(word: str) -> Reading:
    if "." in word:
        return ("DECIMAL",), (float(word),)
    if "," in word:
        return ("INTEGER",), (int(word.replace(",", "")),)
    if len(word) > 6:
        return (), ()
    value = int(word)
    symbols = ["INTEGER"]
    if len(word) <= 2:
        symbols += ["HOUR"] * (value <= 24) + ["DAY"] * (1 <= value <= 31) + ["TWO_DIGITS"] * (len(word) == 2)
    elif len(word) == 4 and 1000 <= value <= 2199:
        symbols.append("YEAR")
    if 1 <= value <= 9999:
        symbols.append("ERA_YEAR")
    return tuple(symbols), (value,) * len(symbols)


def _read_ordinal(word: str) -> Reading:
    value = int(word[:-2])
    symbols = ("ORDINAL", "ORDINAL_DAY", "DIGIT_ORDINAL") if 1 <= value <= 31 else ("ORDINAL",)
    return symbols, (value,) * len(symbols)


def _read_decade(word: str) -> Reading:
    digits = word.strip("'s")
    value = int(digits)
    if value % 10 or len(digits) == 2 and value < 20 or len(digits) == 4 and not 1000 <= value <= 2200:
        return (), ()
    symbol = "DECADE_YEARS" if len(digits) > 2 or word[0] == "'" else "DECADE_SHORT"
    return ((symbol,), (value + 1900 if len(digits) == 2 else value,))


def _read_quarter(word: str) -> Reading:
    number = int(word.strip("qh"))
    return (("QUARTER_MARK",), (number,)) if "q" in word else (("HALF_MARK",), (number,))


def _read_clock(word: str) -> Reading:
    hour, minute, *rest = (int(part) for part in re.split(r"[:.]", word))
    return (("CLOCK",), ((hour, minute, rest[0] if rest else None),)) if hour <= 24 else ((), ())


def _read_fraction(word: str) -> Reading:
    over, under = int(word[0]), int(word[2])
    return (("FRACTION",), (over / under,)) if under else ((), ())


_NUMERIC_READERS = {
    "iso": lambda word: (("ISO_DATE",), (word,)),
    "slashed": lambda word: (("SLASHED_DATE",), (word,)),
    "clock": _read_clock,
    "decade": _read_decade,
    "ordinal": _read_ordinal,
    "fraction": _read_fraction,
    "short": lambda word: (("SHORT_YEAR",), (int(word[1:]),)),
    "quarter": _read_quarter,
    "number": _read_number,
}
