"""A length and the day from which it runs, where the two are no date: "closed for two weeks from Monday"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.civil import Granularity
from timeline.expression import Length, Matching, Seek, Shift
from timeline.tagging.language import Pack
from timeline.tagging.phrase import Phrase, last_word

_RULES = frozenset({"weekday_week", "weeks_from"})
_DAYS_OF_WEEK = 7
_LONGEST_WORD = 24


def with_start(phrase: Phrase, folded: str, pack: Pack) -> Iterator[Phrase]:
    """Give the phrase; "two weeks from Monday" is a date, "for two weeks from Monday" a length and its first day."""
    said = phrase.said.expression
    if phrase.said.rule not in _RULES or not isinstance(said, Shift) or not isinstance(said.base, Seek):
        yield phrase
        return
    before = folded[max(0, phrase.start - _LONGEST_WORD) : phrase.start]
    rest, _, day = folded[phrase.start : phrase.end].rpartition(" ")
    length, _, link = rest.rpartition(" ")
    if last_word(before) not in pack.cues.planned or "FROM" not in pack.classes(link):
        yield phrase
        return
    weeks = Length(((said.count // _DAYS_OF_WEEK, Granularity.WEEK),))
    yield phrase.between(phrase.start, phrase.start + len(length)).saying(weeks, "length")
    yield phrase.between(phrase.end - len(day), phrase.end).saying(Matching(said.base.fields), "weekday")
