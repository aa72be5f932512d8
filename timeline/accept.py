"""Which of the phrases that could tell a time do tell one here: words that mean something else stay words."""

from __future__ import annotations

import re

from timeline.language import Pack
from timeline.phrase import Phrase

_LONGER_NUMBER = re.compile(r"(?:^|\D)\d{1,3}[-/.]$")  # 555-1998
_BARE_YEAR = re.compile(r"\d{4}$")


def is_time(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Tell whether a phrase tells a time where it stands."""
    words = folded[phrase.start : phrase.end]
    if words in pack.latent:
        return False
    after = folded[phrase.end : phrase.end + 24].lstrip()
    if after.startswith(pack.not_followed.get(words, ())):
        return False
    if phrase.rule == "day_of_month" and not _is_day_here(after):
        return False
    if _BARE_YEAR.match(words):
        return _is_year_here(phrase, folded, pack)
    return True


def _is_day_here(after: str) -> bool:
    """The number of a day ends its clause ("on the 5th."); before a word it counts something ("the 5th division")."""
    return not after[:1].isalnum()


def _is_year_here(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """A bare number of four digits is a year unless it counts or numbers something or is part of a longer number."""
    before = folded[max(0, phrase.start - 24) : phrase.start]
    if _LONGER_NUMBER.search(before) or before.rstrip().rpartition(" ")[2] in pack.numbered:
        return False
    following = folded[phrase.end : phrase.end + 24]
    counted = pack.counted.match(following)
    return counted is None
