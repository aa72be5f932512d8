"""Language packs: the words of a language by class, from TOML. The engine itself knows no word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from timeline.civil import Granularity
from timeline.expression import Near, Side, When
from timeline.tagging import derived
from timeline.tagging.cues import Cues, cues_of, following
from timeline.tagging.detection import detect, is_plainly
from timeline.tagging.numerals import Numerals
from timeline.tagging.scan import Scanner
from timeline.tagging.sentence import sentence_end
from timeline.tagging.trie import trie_pattern

_DEFAULT = "en"  # the language of a text that tells too little

Lexicon = dict[str, tuple[tuple[str, Any], ...]]

_TELLING = (  # the classes of the words that tell a time by themselves
    "month weekday weekdays season unit units fortnight special_day daypart special_part clock_word meridiem era "
    "decade_word reference reference_noun reference_adjective epithet this_time time_here frequency "
    "holiday century_word period dayparts past_hour oclock text_day yesterday_part year_mark month_mark day_mark "
    "decade_opener special_week special_month special_year set_part seasons small_hours named_day zone unit_ago "
    "unit_ahead new_unit"
)
_SPECIAL_TABLES = ("glue", "cues", "asides", "clause_end", "not_followed", "not_opening", "numerals")


def _unit(name: str) -> Granularity:
    return Granularity[name.upper()]


def _number(text: str) -> int | None:
    return None if text == "X" else int(text)


_VALUE_OF: dict[str, Callable[[str], Any]] = {
    "unit": _unit,
    "units": _unit,
    "new_unit": _unit,
    "unit_ago": _unit,
    "unit_ahead": _unit,
    "frequency": _unit,
    "side": Side,
    "side_adverb": Side,
    "side_of": Side,
    "near": Near,
    "near_number": Near,
    "reference": When,
    "reference_adjective": When,
    "epithet": When,
    "this_time": When,
    "time_here": When,
    "reference_noun": When,
    "daypart": str,
    "dayparts": str,
    "special_part": str,
    "set_part": str,
    "yesterday_part": str,
    "holiday": str,
    "named_day": str,
    "small_hours": str,
    "zone": str,
    "adjective": str,
    "past": str,
}


@dataclass(frozen=True)
class Pack:
    """What the engine needs of a language: its words, its scanner, and its conventions.

    Most fields are named like the lists of the TOML file, where each is explained.
    """

    code: str
    name: str
    scanner: Scanner
    latent: frozenset[str]
    cues: Cues
    counted: re.Pattern[str]
    numbered: frozenset[str]
    given_names: frozenset[str]
    title_words: frozenset[str]
    kin: frozenset[str]
    called: tuple[str, ...]
    aged: tuple[str, ...]
    event_words: frozenset[str]
    before_date: frozenset[str]
    naming: frozenset[str]
    asides: re.Pattern[str]
    comes_there: tuple[str, ...]
    before_year: re.Pattern[str]
    sentence_end: re.Pattern[str]
    week_start: int
    not_followed: dict[str, tuple[str, ...]]
    not_opening: dict[str, tuple[str, ...]]
    rates: frozenset[str]
    lexicon: Lexicon
    common: frozenset[str]
    common_elsewhere: frozenset[str]

    def classes(self, word: str) -> tuple[str, ...]:
        """Give the classes of a word, none for one that the pack does not know."""
        return tuple(symbol for symbol, _ in self.lexicon.get(word, ()))


@cache
def packs() -> tuple[str, ...]:
    """Give the codes of the languages that have a pack of their own."""
    folder = resources.files("timeline.tagging.languages")
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))


@cache
def load(code: str) -> Pack:
    """Give the pack of a language by its code: its own, else one derived; raises KeyError where there is neither."""
    if code not in packs():
        return build(code, derived.tables(code))
    source = (
        resources.files("timeline.tagging.languages").joinpath(f"{code}.toml").read_text(encoding="utf-8")
    )
    return build(code, tomllib.loads(source))


def pack_of(text: str, code: str = "") -> Pack:
    """Give the pack for a text in the language `code`, detected where it is ""; English where it has no pack."""
    default = load(_DEFAULT)
    if not code:
        code = _DEFAULT if is_plainly(text, default.common, default.common_elsewhere) else detect(text)
    try:
        return load(code.lower().partition("-")[0])
    except KeyError:
        return default


def build(code: str, tables: dict[str, Any]) -> Pack:
    """Make a pack of the tables of a TOML file: class -> value -> words, and `glue`: class -> words."""
    lexicon, hot = _words(tables)
    return Pack(
        code=code,
        name=tables["name"],
        lexicon=lexicon,
        common=frozenset(tables.get("common", ())),
        common_elsewhere=frozenset(tables.get("common_elsewhere", ())),
        scanner=_scanner(lexicon, hot, tables),
        latent=frozenset(tables.get("latent", ())),
        cues=cues_of(tables.get("cues", {})),
        not_followed=_followers(tables, "not_followed"),
        not_opening=_followers(tables, "not_opening"),
        rates=frozenset(tables.get("rates", ())),
        numbered=frozenset(tables.get("numbered", ())),
        given_names=frozenset(tables.get("given_names", ())),
        kin=frozenset(tables.get("kin", ())),
        title_words=frozenset(tables.get("title_words", ())),
        called=tuple(tables.get("called", ())),
        aged=tuple(f" {word}" for word in tables.get("aged", ())),
        event_words=frozenset(tables.get("event_words", ())),
        before_date=frozenset(tables.get("before_date", ())),
        before_year=_short_year_pattern(tables.get("before_year", ())),
        sentence_end=sentence_end(_abbreviations(tables, lexicon)),
        naming=frozenset(tables.get("asides", {}).get("naming", ())),
        asides=_aside_pattern(tables.get("asides", {})),
        comes_there=tuple(tables.get("asides", {}).get("comes_there", ())),
        week_start=tables.get("week_start", 0),
        counted=following(tables.get("counted", ())),
    )


def _short_year_pattern(before: Sequence[str]) -> re.Pattern[str]:
    """Find a year of two or three digits by the word before it."""
    return re.compile(rf"(?<!\w)(?:{trie_pattern(before) or '(?!)'}) (\d{{2,3}})(?![\w%/-]|[.,]\d)")


def _scanner(lexicon: Lexicon, hot: set[str], tables: dict[str, Any]) -> Scanner:
    return Scanner(
        lexicon,
        hot,
        frozenset(tables.get("capitalised", ())),
        {word: symbol for symbol, words in tables.get("clause_end", {}).items() for word in words},
        _numerals(tables),
        spaced=tables.get("spaced", True),
    )


def _abbreviations(tables: dict[str, Any], lexicon: Lexicon) -> Iterator[str]:
    """Give the words that are written with a point, without it: those told, and the ones of time ("thurs")."""
    yield from tables.get("abbreviations", ())
    common = tables.get("capitalised", ())
    words = (word[:-1] for word in lexicon if word.endswith("."))
    yield from (word for word in words if word.isalpha() and word not in common)


def _followers(tables: dict[str, Any], name: str) -> dict[str, tuple[str, ...]]:
    """Give for each word what may not follow it."""
    return {word: tuple(then) for word, then in tables.get(name, {}).items()}


def _words(tables: dict[str, Any]) -> tuple[Lexicon, set[str]]:
    """Give the lexicon of the tables, and the words that tell time."""
    lexicon: dict[str, list[tuple[str, Any]]] = {}
    hot: set[str] = set()
    for name, table in tables.items():
        if isinstance(table, dict) and name not in _SPECIAL_TABLES:
            value_of = _VALUE_OF.get(name, _number)
            for value, words in table.items():
                for word in words:
                    lexicon.setdefault(word, []).extend(_entries(name, value_of(value)))
            if name in _TELLING.split():
                hot.update(word for words in table.values() for word in words)
    for symbol, words in tables["glue"].items():
        for word in words:
            lexicon.setdefault(word, []).append((symbol, True))
    return {word: tuple(entries) for word, entries in lexicon.items()}, hot


def _numerals(tables: dict[str, Any]) -> Numerals:
    table: dict[str, Any] = tables.get("numerals", {})
    marks: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in table.items()}
    return Numerals(**marks, day_first=tables.get("day_first", True))


def _entries(name: str, value: Any) -> list[tuple[str, Any]]:
    """Give the class of a word, and for a unit the class of that very unit too: UNIT and YEAR_UNIT."""
    entries = [(name.upper(), value)]
    if name in ("unit", "units"):
        entries.append((f"{value.name}_{name.upper()}", value))
    return entries


def _aside_pattern(table: dict[str, Sequence[str]]) -> re.Pattern[str]:
    """Match a word of `before` that does not end one of the phrases `unless`; without words match nothing."""
    exceptions = "".join(rf"(?<!{re.escape(phrase)})" for phrase in table.get("unless", ()))
    return re.compile(rf"(?<!\w)(?:{trie_pattern(table.get('before', ())) or '(?!)'})(?!\w){exceptions}")
