"""Packs for the languages without a TOML file, from the words that dateparser knows of some 200 languages.

They read full dates, weekdays, "yesterday" to "tomorrow", "last week" and lengths before or after today; no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

Tables = dict[str, Any]

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
_MARKS = {"year_mark": "year", "month_mark": "month", "day_mark": "day"}
_UNSPACED = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my"})  # a word may touch the next one
_SHORTEST = 4  # letters of an abbreviation that is no common word; a shorter one counts only with a number
_AMOUNT = re.compile(r"\((\\d[^)]*)\)")
_PLAIN_WORD = re.compile(r"[^\W\d_][^\d()\\]*$")


@cache
def codes() -> frozenset[str]:
    """Give the codes of the languages that a pack can be derived for."""
    return frozenset(import_module("dateparser.data.languages_info").language_order)


def tables(code: str) -> Tables:
    """Give the tables of a pack, as a TOML file would hold them; raises KeyError for a language not known."""
    if code not in codes():
        raise KeyError(code)
    words: Tables = import_module(f"dateparser.data.date_translation_data.{code}").info
    spaced = code.partition("-")[0] not in _UNSPACED
    before, after = _ago(words)
    ahead_before, ahead_after = _ago(words, key="in \\1 ")
    units = {unit: _kept(words[unit], 2 if spaced else 1) for unit in _UNITS}
    for unit, said in (*before[1], *after[1], *ahead_before[1], *ahead_after[1]):
        units[unit] = [*units[unit], *(word for word in said if word not in units[unit])]
    months = {str(number): _kept(words[name], 2) for number, name in enumerate(_MONTHS, start=1)}
    return {
        "name": words["name"],
        "day_first": words.get("date_order") != "MDY",
        "spaced": spaced,
        "latent": _latent(months, units),
        "numerals": {
            "attached": sorted({word for said in units.values() for word in said}) if not spaced else []
        },
        "month": months,
        "weekday": _weekdays(words, spaced=spaced),
        "unit": units,
        "units": units,
        **_marks(words, spaced=spaced),
        **_relative(words),
        "cardinal": _cardinals(words),
        "glue": {
            **_glue(words, units),
            "AGO_FIRST": before[0],
            "AGO": after[0],
            "AHEAD_FIRST": ahead_before[0],
            "AHEAD": ahead_after[0],
        },
    }


def _kept(said: Iterable[str], shortest: int) -> list[str]:
    """Give the words in small letters, without brackets and abbreviations too short to stand for themselves."""
    small = list(dict.fromkeys(_small(word) for word in said if not word.startswith("(")))
    longest = max((len(word) for word in small), default=0)
    return [word for word in small if word and (len(word) >= shortest or len(word) == longest)]


def _small(word: str) -> str:
    small = word.strip().lower()
    return small if len(small) == len(word.strip()) else word.strip()


def _weekdays(words: Tables, *, spaced: bool) -> dict[str, list[str]]:
    shortest = _SHORTEST if spaced else 2
    return {str(number): _kept(words[name], shortest) for number, name in enumerate(_WEEKDAYS)}


def _latent(months: dict[str, list[str]], units: dict[str, list[str]]) -> list[str]:
    """Short names of months, and units, tell a time only together with another word of time."""
    short = [word for said in months.values() for word in said if len(word) < _SHORTEST and len(said) > 1]
    return [*short, *(word for said in units.values() for word in said)]


def _marks(words: Tables, *, spaced: bool) -> dict[str, dict[str, list[str]]]:
    """Give what follows the numbers of a date, as in 2022年8月7日; where the year comes first or words may touch."""
    if spaced and words.get("date_order") != "YMD":
        return {}
    return {name: {"X": [_small(word) for word in words[unit]]} for name, unit in _MARKS.items()}


def _relative(words: Tables) -> dict[str, dict[str, list[str]]]:
    """Give the words for days, weeks, months and years beside the present one, by their distance."""
    names = {"day": "special_day", "week": "special_week", "month": "special_month", "year": "special_year"}
    told: dict[str, dict[str, list[str]]] = {name: {} for name in names.values()}
    for when, said in words.get("relative-type", {}).items():
        match = re.fullmatch(r"(in )?(\d) (day|week|month|year)( ago)?", when)
        kept = [_small(word) for word in said if not re.search(r"\d", word)]
        if match is not None and kept and bool(match[1]) != bool(match[4]):
            count = int(match[2]) if match[1] else -int(match[2])
            told[names[match[3]]][str(count)] = kept
    return {name: table for name, table in told.items() if table}


def _cardinals(words: Tables) -> dict[str, list[str]]:
    """Give the numbers in words, from what dateparser would replace by digits."""
    said: dict[str, list[str]] = {}
    for replaced in words.get("simplifications", ()):
        for word, digits in replaced.items():
            if str(digits).isdigit() and _PLAIN_WORD.match(word):
                said.setdefault(str(int(digits)), []).append(_small(word))
    return said


def _glue(words: Tables, units: dict[str, list[str]]) -> dict[str, list[str]]:
    skipped = [
        _small(word) for word in (*words.get("pertain", ()), *words["skip"]) if _PLAIN_WORD.match(word)
    ]
    return {
        "THE": [*skipped, *units["day"]],
        "OF": [*skipped, *units["year"]],
        "COMMA": [",", "，", "،", "、"],
        "DASH": ["-", "–", "—", "‑"],
        "SLASH": ["/"],
        "ORDINAL_DOT": ["."],
    }


_Said = tuple[
    list[str], list[tuple[str, list[str]]]
]  # the words beside a length, and the units said with them


def _ago(words: Tables, key: str = "\\1 {} ago") -> tuple[_Said, _Said]:
    """Give the words before and those after a length that reckon it from today: "vor" or "sitten"."""
    key = key if "{}" in key else key + "{}"
    before: _Said = ([], [])
    after: _Said = ([], [])
    for unit in _UNITS:
        known = sorted((_small(word) for word in words[unit]), key=len, reverse=True)
        for pattern in words.get("relative-type-regex", {}).get(key.format(unit), ()):
            for side, word, said in _around(pattern, known):
                told, units = (before, after)[side]
                told += [word] * (word not in told)
                units.append((unit, [said]))
    return before, after


def _around(pattern: str, known: list[str]) -> Iterator[tuple[int, str, str]]:
    """Take "vor (N) tagen" apart: (0 for before or 1 for after, the word, the unit as it is said)."""
    amount = _AMOUNT.search(pattern)
    if amount is None:
        return
    left, right = _small(pattern[: amount.start()]), _small(pattern[amount.end() :].replace("\\s*", " "))
    if not right or "\\" in left + right or "(" in left + right:
        return
    if left in known:  # "siku (N) zilizopita"
        yield 1, right, left
    elif left:
        yield from [(0, left, right)] * bool(_PLAIN_WORD.match(left))
    else:
        said, word = _last_word(right) if " " in right else _known_start(right, known)
        yield from [(1, word, said)] * bool(said and _PLAIN_WORD.match(word))


def _known_start(text: str, known: list[str]) -> tuple[str, str]:
    """Take 日前 apart, where no space does."""
    unit = next((word for word in known if text.startswith(word)), "")
    return unit, text[len(unit) :]


def _last_word(text: str) -> tuple[str, str]:
    head, _, last = text.rpartition(" ")
    return head, last
