"""The words of a sentence that tell on which side of the publication a date lies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.tagging.trie import trie_pattern


@dataclass(frozen=True)
class Cues:
    """The table [cues] of a pack, where each list is explained; `pattern` matches the past and the future words."""

    pattern: re.Pattern[str]
    past: frozenset[str]
    future: frozenset[str]
    past_endings: tuple[str, ...]
    foretelling: frozenset[str]
    deadlines: frozenset[str]
    deciding: frozenset[str]
    arranging: frozenset[str]
    planned: frozenset[str]
    ahead: frozenset[str]
    reporting: frozenset[str]
    headings: re.Pattern[str]
    coming: re.Pattern[str]
    nouns: frozenset[str]
    alone: frozenset[str]

    def found_in(self, text: str) -> list[re.Match[str]]:
        """Give the words of direction in a text, past and future ones."""
        return list(self.pattern.finditer(text))

    def is_past(self, word: str) -> bool:
        """Tell whether a word of direction tells of what was, by itself or by its ending."""
        if word in self.past or word in self.future:
            return word in self.past
        return bool(self.past_endings) and word.endswith(self.past_endings)


def cues_of(table: Mapping[str, Sequence[str]]) -> Cues:
    """Make the cues of a table; a pack without one has none."""
    listed = {name: frozenset(words) for name, words in table.items()}
    past, future = listed.get("past", frozenset()), listed.get("future", frozenset())
    return Cues(
        pattern=_directed(past | future, (*table.get("past_ending", ()), *table.get("future_ending", ()))),
        past=past,
        future=future,
        past_endings=tuple(table.get("past_ending", ())),
        foretelling=listed.get("foretelling", frozenset()),
        deadlines=listed.get("deadline", frozenset()),
        deciding=listed.get("deciding", frozenset()),
        arranging=listed.get("arranging", frozenset()),
        planned=listed.get("planned", frozenset()),
        ahead=listed.get("ahead", frozenset()),
        reporting=listed.get("reporting", frozenset()),
        headings=_directed(listed.get("heading", frozenset()), ()),
        coming=following(table.get("coming", ())),
        nouns=listed.get("nouns", frozenset()),
        alone=listed.get("alone", frozenset()),
    )


def following(words: Sequence[str]) -> re.Pattern[str]:
    """Match one of the words right behind a phrase; without words nothing."""
    return re.compile(rf" (?:{trie_pattern(words) or '(?!)'})(?!\w)")


def _directed(words: frozenset[str], endings: tuple[str, ...]) -> re.Pattern[str]:
    """Match a word or one with such an ending; without both nothing."""
    options = [trie_pattern(words)] if words else ["(?!)"]
    options += [rf"\w\w+{re.escape(ending)}" for ending in endings]
    return re.compile(rf"(?<!\w)(?:{'|'.join(options)})(?!\w)")
