"""Phrases without a word at their head that belongs to other words: a verb, or the article of a name."""

from __future__ import annotations

import re

from timeline.expression import Direction, Reach
from timeline.tagging.language import Pack
from timeline.tagging.phrase import Phrase, last_word

_FIRST_WORD = re.compile(r" (\w+)")
_LONGEST_WORD = 24
_IN_NAMES = ("season", "holiday", "the_length")


def trimmed(phrase: Phrase, text: str, folded: str, pack: Pack) -> Phrase:
    """Give a phrase without a word at its head that belongs to other words."""
    return _without_verb(_without_article(phrase, text, folded, pack), folded, pack)


def _without_verb(phrase: Phrase, folded: str, pack: Pack) -> Phrase:
    """Give a length without the verb before it: "five days" of "to last five days"."""
    said = phrase.said.expression
    if not isinstance(said, Reach) or said.direction is not Direction.PAST:
        return phrase
    verb, _, rest = folded[phrase.start : phrase.end].partition(" ")
    before = folded[max(0, phrase.start - _LONGEST_WORD) : phrase.start]
    if "LAST_WORD" not in pack.classes(verb) or "TO" not in pack.classes(last_word(before)):
        return phrase
    return phrase.between(phrase.end - len(rest), phrase.end).saying(said.length, "length")


def _without_article(phrase: Phrase, text: str, folded: str, pack: Pack) -> Phrase:
    """Give a phrase without the article that is that of a name: "Spring" of "the Spring Offensive"."""
    if phrase.said.rule not in _IN_NAMES:
        return phrase
    following = _FIRST_WORD.match(folded, phrase.end)
    if following is None or not text[following.start(1)].isupper():
        return phrase
    article, _, rest = folded[phrase.start : phrase.end].partition(" ")
    start = phrase.end - len(rest)
    is_name = text[start : start + 1].isupper() and "THE" in pack.classes(article)
    return phrase.between(start, phrase.end) if is_name else phrase
