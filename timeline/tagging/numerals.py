"""Dates, times of day, ordinals and decades as they are written in digits, by the marks of a language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Reading = tuple[tuple[str, ...], tuple[Any, ...]]  # the classes of a token, and its value in each
_NOTHING: Reading = ((), ())

_ROMAN = dict(zip("i ii iii iv v vi vii viii ix x xi xii".split(), range(1, 13), strict=True))  # noqa: SIM905
_DATE_PATTERNS = (
    r"(?P<iso>\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:z(?!\w)|[+-]\d\d:?\d\d(?!\w))?)?)(?![\w-])",
    r"(?P<slashed>(?<!\d\.)(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|\d{4}[/.]\d{1,2}[/.]\d{1,2}))(?!\w|\.\d)",
    r"(?P<compact>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\w)",
    r"(?P<iso_week>\d{4}-w[0-5]\d(?:-[1-7])?)(?![\w-])",
    r"(?P<roman>\d{1,2}(?:\. ?| )[ivx]{1,4}(?:\. ?| )\d{4})(?!\w)",
)
_DATE_HOT = (
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d",
    r"(?:19|20)\d\d[-/]",
    r"(?:19|20)\d{6}(?!\w)",
    r"\d\d?\.? ?[ivx]{1,4}\.? ?\d{4}\b",
)


@dataclass(frozen=True)
class Numerals:
    """The marks of a language, all in small letters.

    `ordinal` and `decade` are endings ("th", "s"), `quarter` and `half` the letter beside the number ("Q3"),
    `fiscal` the letters before a business year ("FY2013"), `clock` what stands between hour and minute, `attached`
    the words that may touch a number ("5pm"). `day_first` tells how 8/7/2022 is read where both orders are possible.
    """

    ordinal: tuple[str, ...] = ()
    decade: tuple[str, ...] = ()
    quarter: str = ""
    half: str = ""
    fiscal: str = ""
    clock: tuple[str, ...] = (":",)
    decimal: str = "."
    attached: tuple[str, ...] = ()
    day_first: bool = True

    def hot(self) -> tuple[str, ...]:
        """Give the patterns of numbers that tell a time by themselves."""
        letters = [rf"[{letter}][1-4]\b|[1-4][{letter}]\b" for letter in (self.quarter,) if letter]
        letters += [rf"{letter}[12]\b|[12]{letter}\b" for letter in (self.half,) if letter]
        endings = [ending for ending in self.ordinal if ending[-1].isalpha()]
        return (
            r"(?:1\d|2[01])\d\d(?![\w%])",
            *([rf"\d{{2,4}}(?:{_choice(self.decade)})\b"] if self.decade else ()),
            *_DATE_HOT,
            rf"\d\d?(?:{_choice(self.clock)})\d\d",
            *([rf"\d\d?(?:[:.]\d\d)?(?:{_choice(self.attached)})(?!\w)"] if self.attached else ()),
            *([rf"\d\d?(?:{_choice(endings)})\b"] if endings else ()),
            r"(?<=')\d\d\b",
            *([rf"{self.fiscal}'?\d\d"] if self.fiscal else ()),
            *letters,
        )

    def openings(self) -> tuple[str, ...]:
        """Give the patterns with which those numbers begin."""
        letters = self.quarter + self.half
        fiscal = (rf"{self.fiscal}'?\d",) if self.fiscal else ()
        return (r"\d", *((rf"[{letters}]\d",) if letters else ()), *fiscal)

    def pattern(self) -> str:
        """Give the pattern of all numbers; the name of the group that matched tells how to read it."""
        decade = [rf"(?P<decade>'?\d{{1,3}}0(?:{_choice(self.decade)}))(?!\w)"] if self.decade else []
        ordinal = [rf"(?P<ordinal>\d{{1,3}}(?:{_choice(self.ordinal)}))(?!\w)"] if self.ordinal else []
        parts = [f"{letter}[1-4]|[1-4]{letter}" for letter in (self.quarter,) if letter]
        parts += [f"{letter}[12]|[12]{letter}(?= \\d{{4}})" for letter in (self.half,) if letter]
        quarter = [rf"(?P<quarter>{'|'.join(parts)})(?!\w)"] if parts else []
        fiscal = [rf"(?P<fiscal>{self.fiscal}'?(?:\d{{4}}|\d\d))(?!\w)"] if self.fiscal else []
        between = _choice(self.clock)
        clock = (
            rf"(?P<clock>\d{{1,2}}[:.][0-5]\d(?=\s?(?:{_choice(self.attached) or '(?!)'})(?!\w))"
            rf"|\d{{1,2}}(?:{between})[0-5]\d(?:(?:{between})[0-5]\d)?)(?![\d:])"
        )
        thousands = "," if self.decimal == "." else r"\."
        return "|".join(
            (
                *_DATE_PATTERNS,
                clock,
                *decade,
                *ordinal,
                r"(?P<fraction>\d/\d)(?![\d/])",
                r"(?P<short>(?<!')'\d\d)(?!\w)",
                *quarter,
                *fiscal,
                rf"(?P<number>\d{{1,3}}(?:{thousands}\d{{3}})+|\d+(?:{re.escape(self.decimal)}\d+)?)(?![%\d])",
            )
        )

    def read(self, kind: str, word: str) -> Reading:
        """Give the classes and values of a number that matched as `kind`; none where it can be no time."""
        match kind:
            case "number":
                return self._number(word)
            case "slashed":
                return self._slashed(word)
            case "ordinal":
                return _ordinal(word)
            case "quarter":
                return self._quarter(word)
            case _:
                return _READERS[kind](word)

    def _number(self, word: str) -> Reading:
        whole, mark, rest = word.partition(self.decimal)
        if mark:
            return ("DECIMAL",), (float(f"{whole}.{rest}"),)
        if not word.isdigit():
            return ("INTEGER",), (int(re.sub(r"\D", "", word)),)
        return _integer(word)

    def _slashed(self, word: str) -> Reading:
        first, second, third = (int(part) for part in re.split(r"[/.-]", word))
        if first > 31:
            return ("SLASHED_DATE",), ((_full_year(first), second, third),)
        year = _full_year(third)
        day_first = self.day_first or "." in word
        if (second if day_first else first) > 12:
            day_first = not day_first
        month, day = (second, first) if day_first else (first, second)
        return ("SLASHED_DATE",), ((year, month, day),)

    def _quarter(self, word: str) -> Reading:
        if self.quarter and self.quarter in word:
            return ("QUARTER_MARK",), (int(word.strip(self.quarter)),)
        return ("HALF_MARK",), (int(word.strip(self.half)),)


def _choice(marks: tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))


def _integer(word: str) -> Reading:
    if len(word) > 6:
        return _NOTHING
    value = int(word)
    symbols = ["INTEGER"]
    if len(word) <= 2:
        symbols += ["HOUR"] * (value <= 24) + ["DAY"] * (1 <= value <= 31)
        symbols.append("TWO_DIGITS" if len(word) == 2 else "ONE_DIGIT")
    elif len(word) == 4 and 1000 <= value <= 2199:
        symbols.append("YEAR")
    if 1 <= value <= 9999:
        symbols.append("ERA_YEAR")
    values: tuple[Any, ...] = (value,) * len(symbols)
    if len(word) == 4 and value // 100 < 24 and value % 100 < 60:
        return (*symbols, "BARE_CLOCK"), (*values, (value // 100, value % 100, None))
    return tuple(symbols), values


def _full_year(year: int) -> int:
    return year if year > 99 else 1900 + year if year > 50 else 2000 + year


def _digits(word: str) -> str:
    return re.sub(r"\D", "", word)


def _ordinal(word: str) -> Reading:
    value = int(_digits(word))
    symbols = ("ORDINAL", "ORDINAL_DAY", "DIGIT_ORDINAL") if 1 <= value <= 31 else ("ORDINAL",)
    return symbols, (value,) * len(symbols)


def _decade(word: str) -> Reading:
    digits = _digits(word)
    value = int(digits)
    if value % 10 or (len(digits) == 2 and value < 20) or (len(digits) == 4 and not 1000 <= value <= 2200):
        return _NOTHING
    symbol = "DECADE_YEARS" if len(digits) > 2 or word[0] == "'" else "DECADE_SHORT"
    return (symbol,), (value + 1900 if len(digits) == 2 else value,)


def _clock(word: str) -> Reading:
    hour, minute, *rest = (int(part) for part in re.findall(r"\d+", word))
    return (("CLOCK",), ((hour, minute, rest[0] if rest else None),)) if hour <= 24 else _NOTHING


def _fraction(word: str) -> Reading:
    over, under = int(word[0]), int(word[2])
    if not under:
        return _NOTHING
    if under == over + 1 > 1:  # "8/9 February" too
        return ("FRACTION", "DAY_PAIR"), (over / under, (over, under))
    return ("FRACTION",), (over / under,)


def _iso(word: str) -> Reading:
    date = tuple(int(part) for part in word[:10].split("-"))
    if "t" not in word:
        return ("ISO_DATE",), (date,)
    hour, minute, *rest = (int(part) for part in re.findall(r"\d+", word[11:19]))
    return ("ISO_MOMENT",), ((date, (hour, minute, rest[0] if rest else None)),)


def _compact(word: str) -> Reading:
    return ("ISO_DATE",), ((int(word[:4]), int(word[4:6]), int(word[6:])),)


def _iso_week(word: str) -> Reading:
    year, week, *day = (int(part) for part in re.findall(r"\d+", word))
    return ("ISO_WEEK",), ((year, week, day[0] if day else None),)


def _fiscal(word: str) -> Reading:
    return ("FISCAL_MARK",), (_full_year(int(_digits(word))),)


def _roman(word: str) -> Reading:
    day, numeral, year = re.split(r"[. ]+", word)
    month = _ROMAN.get(numeral)
    return (("SLASHED_DATE",), ((int(year), month, int(day)),)) if month else _NOTHING


_READERS: dict[str, Callable[[str], Reading]] = {
    "iso": _iso,
    "compact": _compact,
    "iso_week": _iso_week,
    "fiscal": _fiscal,
    "roman": _roman,
    "clock": _clock,
    "decade": _decade,
    "fraction": _fraction,
    "short": lambda word: (("SHORT_YEAR",), (int(word[1:]),)),
}
