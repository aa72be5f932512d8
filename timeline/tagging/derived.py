"""Packs for the languages without a TOML file, from the words that dateparser knows of some 200 languages.

They read full dates, weekdays, "yesterday" to "tomorrow", "last week" and lengths before or after today; no more.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module, resources
from typing import Any, NamedTuple

Tables = dict[str, Any]

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
_MARKS = {"year_mark": "year", "month_mark": "month", "day_mark": "day"}
_REFERENCES = {"ago": "\\1 {} ago", "ahead": "in \\1 {}"}  # as dateparser names what is reckoned from today
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
    ago, ahead = (_beside(words, key, spaced=spaced) for key in _REFERENCES.values())
    units = {unit: _kept(words[unit], 2 if spaced else 1) for unit in _UNITS}
    for unit, said in (*ago.units, *ahead.units):
        units[unit] += [said] * (said not in units[unit])
    weekdays = _weekdays(words, spaced=spaced)
    months = {
        str(number): _declined(_kept(words[name], 2), code) for number, name in enumerate(_MONTHS, start=1)
    }
    return {
        "name": words["name"],
        "day_first": words.get("date_order") != "MDY",
        "spaced": spaced,
        "latent": _latent(months, units, weekdays),
        "numerals": {
            "attached": _joints().get(code, {}).get("attached", [])
            if spaced
            else sorted({word for said in units.values() for word in said})
        },
        "month": months,
        "weekday": weekdays,
        "unit": units,
        "units": units,
        "unit_ago": ago.fused,
        "unit_ahead": ahead.fused,
        **_marks(code, words, spaced=spaced),
        **_relative(words),
        "cardinal": _cardinals(words),
        "glue": {
            **_glue(code, words, units),
            "AGO_FIRST": ago.before,
            "AGO": ago.after,
            "AHEAD_FIRST": ahead.before,
            "AHEAD": ahead.after,
        },
    }


def _kept(said: Iterable[str], shortest: int) -> list[str]:
    """Give the words in small letters, without brackets and abbreviations too short to stand for themselves."""
    small = list(dict.fromkeys(_small(word) for word in said if not word.startswith("(")))
    longest = max((len(word) for word in small), default=0)
    return [word for word in small if word and (len(word) >= shortest or len(word) == longest)]


def _declined(said: list[str], code: str) -> list[str]:
    """Give the names of a month with the endings that they take before a day: "abuztua" and "abuztuaren"."""
    endings = _joints().get(code, {}).get("month_ending", ())
    return said + [word + ending for word in said if len(word) >= _SHORTEST for ending in endings]


def _small(word: str) -> str:
    small = word.strip().lower()
    return small if len(small) == len(word.strip()) else word.strip()


def _weekdays(words: Tables, *, spaced: bool) -> dict[str, list[str]]:
    shortest = _SHORTEST if spaced else 2
    return {str(number): _kept(words[name], shortest) for number, name in enumerate(_WEEKDAYS)}


def _latent(
    months: dict[str, list[str]], units: dict[str, list[str]], weekdays: dict[str, list[str]]
) -> list[str]:
    """Short names of months, and units, tell a time only together with another word of time.

    A unit that is a weekday too ("luni", months or Monday) tells that, but for one that is a week ("minggu").
    """
    short = [word for said in months.values() for word in said if len(word) < _SHORTEST and len(said) > 1]
    days = {word for said in weekdays.values() for word in said} - set(units["week"])
    return [*short, *(word for said in units.values() for word in said if word not in days)]


def _marks(code: str, words: Tables, *, spaced: bool) -> dict[str, dict[str, list[str]]]:
    """Give what follows the numbers of a date, as in 2022年8月7日; where the year comes first or words may touch."""
    if spaced and words.get("date_order") != "YMD":
        mark = _joints().get(code, {}).get("year_mark")
        return {"year_mark": {"X": mark}} if mark else {}
    joints = _joints().get(code, {})
    return {
        name: {"X": [*(_small(word) for word in words[unit]), *joints.get(name, ())]}
        for name, unit in _MARKS.items()
    }


@cache
def _joints() -> dict[str, dict[str, list[str]]]:
    """Give the words that stand between the parts of a date, where dateparser lacks them."""
    source = resources.files("timeline.tagging").joinpath("joints.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


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


def _glue(code: str, words: Tables, units: dict[str, list[str]]) -> dict[str, list[str]]:
    said = (*words.get("pertain", ()), *words["skip"], *_joints().get(code, {}).get("of", ()))
    skipped = [_small(word) for word in said if _PLAIN_WORD.match(word)]
    return {
        "THE": [*skipped, *units["day"]],
        "OF": [*skipped, *units["year"]],
        "COMMA": [",", "，", "،", "、"],
        "DASH": ["-", "–", "—", "‑"],
        "SLASH": ["/"],
        "ORDINAL_DOT": ["."],
    }


class _Beside(NamedTuple):
    """How a length is reckoned from today: the words before and behind it, the units said with them.

    `fused` are words for the unit and the direction in one, by unit.
    """

    before: list[str]
    after: list[str]
    units: list[tuple[str, str]]
    fused: dict[str, list[str]]


def _beside(words: Tables, key: str, *, spaced: bool) -> _Beside:
    """Give the words that reckon a length from today: "vor" before it or "sitten" behind it."""
    told = _Beside([], [], [], {})
    for unit, left, right in sorted(_around(words, key), key=lambda said: said[1] not in words[said[0]]):
        known = sorted((_small(word) for word in words[unit]), key=len, reverse=True)
        if left in known or (
            left and right in told.after
        ):  # "siku (N) zilizopita", and so "miaka (N) zilizopita"
            word, said = right, left
            into = told.after
        elif left:
            word, said, into = left, right, told.before
        elif " " in right or not spaced:
            said, word = _last_word(right) if " " in right else _known_start(right, known)
            into = told.after
        else:
            fused = told.fused.setdefault(unit, [])
            fused += [right] * (right not in fused)
            continue
        if said and _PLAIN_WORD.match(word):
            into += [word] * (word not in into)
            told.units.append((unit, said))
    return told


def _around(words: Tables, key: str) -> Iterator[tuple[str, str, str]]:
    """Give what stands before and behind the number of "vor (N) tagen", with the unit."""
    for unit in _UNITS:
        for pattern in words.get("relative-type-regex", {}).get(key.format(unit), ()):
            amount = _AMOUNT.search(pattern)
            if amount is None:
                continue
            left = _small(pattern[: amount.start()])
            right = _small(pattern[amount.end() :].replace("\\s*", " "))
            if right and not any(mark in left + right for mark in "\\("):
                yield unit, left, right


def _known_start(text: str, known: list[str]) -> tuple[str, str]:
    """Take 日前 apart, where no space does."""
    unit = next((word for word in known if text.startswith(word)), "")
    return unit, text[len(unit) :]


def _last_word(text: str) -> tuple[str, str]:
    head, _, last = text.rpartition(" ")
    return head, last
