"""The words of a language by what they do in a clause, from TOML; each form is looked up once, then remembered."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Final

from timeline.events.bits import (
    ADVERB,
    AUXILIARY,
    BASE,
    BIT,
    CAPITAL,
    COMMON,
    DETERMINER,
    GERUND,
    KIND,
    MARK,
    NUMBER,
    OF_LEMMA,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    QUOTE,
    STOP,
    THIRD,
)
from timeline.memory import Memory

OR: Final = "¦"  # between the stems of a word that may mean several things
OF_KIND: Final = "~"  # between the stem of a noun and that of the nouns by which outlets call such a thing
QUOTES: Final = frozenset('"“”„«»')
_SAYS_NOTHING: Final = ADVERB | AUXILIARY | COMMON | DETERMINER | MARK | PREPOSITION | QUOTE | STOP
_SHORT: Final = 2  # letters; shorter words tell nothing unless they are names
_STEM: Final = 6  # letters; "resigned" and "resignation" share them


@dataclass(frozen=True)
class Words:
    """A language's words for telling clauses apart; `verbs` is form -> (base, bits of the form).

    `origins` noun -> verb, `families` word -> those that stand for all that tell of the same, several where it means
    several things, `kinds` noun -> the one under which all nouns for such a thing meet, `phases` verb or noun -> the
    part of an event that it tells of, `phrases` verb -> a word after it -> the verb that both together mean, `whole`
    what looks like an abbreviation and is none.
    """

    classes: dict[str, int] = field(default_factory=dict)
    verbs: dict[str, tuple[str, int]] = field(default_factory=dict)
    nouns: dict[str, int] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    families: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    phases: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, dict[str, str]] = field(default_factory=dict)
    endings: dict[str, list[list[str]]] = field(default_factory=dict)
    doubling: str = ""
    whole: frozenset[str] = frozenset()
    bits: dict[str, int] = field(init=False, compare=False)
    bases: dict[str, str] = field(init=False, compare=False)
    stems: dict[str, str] = field(init=False, compare=False)
    senses: dict[str, str] = field(init=False, compare=False)
    terms: dict[str, str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "bits", Memory(self._bits))
        object.__setattr__(self, "bases", Memory(self._base))
        object.__setattr__(self, "stems", Memory(self._stem))
        object.__setattr__(self, "senses", Memory(self._senses))
        object.__setattr__(self, "terms", Memory(self._term))

    def _bits(self, surface: str) -> int:
        """Give what a word can be, as the sum of the bits of its classes."""
        word = _plain(surface)
        if len(surface) > 1 and surface.isupper():
            return CAPITAL | self.classes.get(word, 0) & COMMON  # "WHO", "IT", "US"
        base, form = self.verb(word)
        of_base = self.classes.get(base, 0) & OF_LEMMA if form else 0
        listed = self.classes.get(word, 0) or self._adverb(word)
        kind = KIND if self._kind(word) else 0
        return listed | form | of_base | self._noun(word) | kind | _shape(surface)

    def _stem(self, surface: str) -> str:
        """Give the first letters of a word's base, those of its family's where it is of one alone."""
        origin = self._origin(surface)
        family = self.families.get(origin, ())
        return (family[0] if len(family) == 1 else origin)[:_STEM]

    def _senses(self, surface: str) -> str:
        """Give the stems under which reports of one event meet, one for each thing that the word may mean."""
        origin = self._origin(surface)
        return OR.join([family[:_STEM] for family in dict.fromkeys((*self.families.get(origin, ()), origin))])

    def _origin(self, surface: str) -> str:
        """Give the base of a verb's form, the verb that a noun comes from, or the noun in the singular."""
        word = _plain(surface).removesuffix("'s")
        base, _ = self.verb(word)
        bases = tuple(self._bases(word, "plural"))
        plain = bases[0] if bases and surface == word and not self.bits[surface] & ~KIND else base
        singular = next((noun for noun in bases if noun in self.nouns), plain)
        return self.origins.get(singular, singular)

    def _term(self, surface: str) -> str:
        """Give the stem of a word that tells something, with a capital where the word has one, else "".

        Behind the stem of a noun stands that of its kind, where it has one.
        """
        here = self.bits[surface]
        if here & _SAYS_NOTHING or (len(surface) <= _SHORT and not here & CAPITAL):
            return ""
        if here & KIND:
            return f"{self.stems[surface]}{OF_KIND}{self._kind(_plain(surface))[:_STEM]}"
        return self.stems[surface].capitalize() if here & CAPITAL else self.stems[surface]

    def verb(self, word: str) -> tuple[str, int]:
        """Give (base, bits of the form) of a verb, by its ending where it is not known; (word, 0) for others."""
        if word in self.verbs:
            return self.verbs[word]
        for form, bits in _FORMS.items():
            for base in self._bases(word, form):
                if self.verbs.get(base, (base, 0))[1] & BASE:
                    return base, bits
        for form in ("past", "gerund") if word not in self.classes else ():
            if len(word) > 5 and any(word.endswith(ending) for ending, _ in self.endings.get(form, ())):
                return word, _FORMS[form]
        return word, 0

    def _base(self, surface: str) -> str:
        """Give the base of a verb's form, other words as they are in lower case."""
        return self.verb(_plain(surface))[0]

    def _bases(self, word: str, form: str) -> Iterable[str]:
        """Give what a word may come from when its ending is taken off."""
        for ending, base in self.endings.get(form, ()):
            if word.endswith(ending) and len(word) > len(ending) + 1:
                stem = word[: -len(ending)]
                yield stem + base
                if not base and len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in self.doubling:
                    yield stem[:-1]

    def _kind(self, word: str) -> str:
        """Give the noun under which all that name such a thing meet, "" where none is known."""
        return next(
            (self.kinds[noun] for noun in (word, *self._bases(word, "plural")) if noun in self.kinds), ""
        )

    def _adverb(self, word: str) -> int:
        return ADVERB if any(word.endswith(ending) for ending, _ in self.endings.get("adverb", ())) else 0

    def _noun(self, word: str) -> int:
        if word in self.nouns:
            return self.nouns[word]
        return next((self.nouns[base] for base in self._bases(word, "plural") if base in self.nouns), 0)


_FORMS: Final = {"past": PAST | PARTICIPLE, "gerund": GERUND, "third": THIRD}


def _plain(surface: str) -> str:
    return surface.lower().replace("’", "'")


def _shape(surface: str) -> int:
    first = surface[0]
    if first.isalpha():
        return CAPITAL if first.isupper() else 0
    if first.isdigit():
        return NUMBER
    return QUOTE if first in QUOTES else MARK


@cache
def words_of(language: str) -> Words:
    """Give the words of a language by its ISO 639-1 code: none where it has no pack, so that no clause is found."""
    source = resources.files("timeline.events.languages").joinpath(f"{language}.toml")
    return _read(tomllib.loads(source.read_text(encoding="utf-8"))) if source.is_file() else Words()


def _read(tables: dict[str, Any]) -> Words:
    classes: dict[str, int] = {}
    for name, listed in tables["words"].items():
        for word in listed.split():
            classes[word] = classes.get(word, 0) | BIT[name]
    nouns: dict[str, int] = {}
    origins = tables["nouns"].get("of", {})
    for name in ("event", "person"):
        for word in tables["nouns"][name].split():
            nouns[word] = nouns.get(word, 0) | BIT[name]
    endings = dict(tables["endings"])
    doubling = endings.pop("doubling", "")
    families = _by_word(tables.get("families", {}))
    kinds = {word: kind for word, (kind,) in _by_word(tables.get("kinds", {})).items()}
    phases = {word: part for word, (part,) in _by_word(tables.get("phases", {})).items()}
    phrases = tables.get("phrases", {})
    for name, listed in (("phase", phases), ("phrasal", phrases)):
        for word in listed:
            classes[word] = classes.get(word, 0) | BIT[name]
    verbs = _verbs(tables["verbs"])
    whole = frozenset(tables.get("sentences", {}).get("whole", "").split())
    return Words(classes, verbs, nouns, origins, families, kinds, phases, phrases, endings, doubling, whole)


def _by_word(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Give each word of a table, and each key, with the keys under which it is listed; a key lists itself."""
    found: dict[str, tuple[str, ...]] = {}
    for key, listed in table.items():
        for word in dict.fromkeys((key, *listed.split())):
            found[word] = (*found.get(word, ()), key)
    return found


def _verbs(table: dict[str, Any]) -> dict[str, tuple[str, int]]:
    """Give form -> (base, bits): the bases, and the irregular forms, which may be several at once ("cut")."""
    verbs = {word: (word, BASE) for word in table["regular"].split()}
    for base, forms in table["irregular"].items():
        verbs[base] = (base, BASE)
        past, *participles = forms.split()
        for form, bits in ((past, PAST), *((form, PARTICIPLE) for form in participles or [past])):
            known = verbs.get(form, (base, 0))
            verbs[form] = (known[0], known[1] | bits)
    return verbs
