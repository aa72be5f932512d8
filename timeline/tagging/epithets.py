"""Words that a history reckons from where its story is: "the former king", "recent victories", "by this time"."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence

from timeline.interval import Interval
from timeline.meaning import read
from timeline.model import Meaning
from timeline.resolve import Context
from timeline.tagging.genre import hangs_on_publication
from timeline.tagging.language import Pack
from timeline.tagging.narrative import Place
from timeline.tagging.phrase import Phrase

_EPITHET = "epithet"
_RULES = (_EPITHET, "this_time")
_FEWEST_BETWEEN = 25  # expressions of a history for each that hangs on the publication


def without_epithets(phrases: Iterable[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """Give the phrases without such words, which are no dates for others to hang on, and these."""
    others: list[Phrase] = []
    epithets: list[Phrase] = []
    for phrase in phrases:
        (epithets if phrase.said.rule in _RULES else others).append(phrase)
    return others, epithets


def of_history(
    epithets: Sequence[Phrase],
    told: Sequence[Phrase],
    where: Sequence[Place],
    meant: Sequence[Meaning],
    folded: str,
    published: Interval,
    pack: Pack,
) -> Iterator[tuple[Phrase, Meaning]]:
    """Give what such words mean in a text that is all history, where adjectives stand before a noun.

    `told` are the other phrases, `where` they stand and what is `meant` by each. In the news such a word says what
    somebody is ("the former minister"), not when; so it does where the news looks back.
    """
    of_publication = sum(hangs_on_publication(phrase, folded, pack) for phrase in told)
    if of_publication * _FEWEST_BETWEEN > len(told):
        return
    starts = [phrase.start for phrase in told]
    for epithet in epithets:
        at = bisect(starts, epithet.start) - 1
        if at >= 0 and where[at].history and _is_here(epithet, folded):
            date = meant[at].reading.interval
            context = Context(published, date if date and date.bounded else None, history=True)
            yield epithet, read(epithet.said.expression, context)


def _is_here(phrase: Phrase, folded: str) -> bool:
    """Whether a noun can follow an adjective: "the former" alone is the first of two."""
    after = folded[phrase.end : phrase.end + 2]
    return phrase.said.rule != _EPITHET or (after[:1] == " " and after[1:].isalpha())
