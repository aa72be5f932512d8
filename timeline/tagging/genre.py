"""History or news: whether the dates of a paragraph hang on each other or on the publication."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.expression import Reference
from timeline.frozen import Frozen
from timeline.interval import Interval
from timeline.tagging.direction import is_told_of_past, opens_sentence
from timeline.tagging.language import Pack
from timeline.tagging.phrase import Phrase
from timeline.tagging.sentence import PARAGRAPH, sentence_before

_FEWEST_YEARS = 3  # a history names at least this many years of its own
_FEWEST_DAYS = 2  # a paragraph of news names at least this many days by their distance from the publication
_WORD = re.compile(r"[^\W\d_]*'?[^\W\d_]+")


class _Told(Frozen):
    """How often a paragraph names a past year, one long past, a date that hangs on the publication or says so.

    `led` tells that it opens with a full date: "On 2 September 2014, ...", `set_then` that it is set in the year long
    past that its first date names: "The bridge was blown up on 4 May 1802."
    """

    own: int
    long_past: int
    of_publication: int
    deictic: int
    led: bool
    set_then: bool

    @property
    def is_news(self) -> bool:
        """Whether it is news among history."""
        return not self.long_past and self.deictic > 0 and self.of_publication >= _FEWEST_DAYS

    @property
    def is_history(self) -> bool:
        """Whether it is history among news."""
        return not self.of_publication and (self.led or self.long_past >= _FEWEST_YEARS)


def paragraphs_of(phrases: Sequence[Phrase], folded: str) -> list[list[Phrase]]:
    """Give the phrases of each paragraph that has any."""
    found: list[list[Phrase]] = []
    done = len(folded)
    for phrase in phrases:
        if not found or folded.find(PARAGRAPH, done, phrase.start) >= 0:
            found.append([])
        found[-1].append(phrase)
        done = phrase.end
    return found


def histories(
    paragraphs: Sequence[Sequence[Phrase]], folded: str, published: Interval, pack: Pack
) -> list[bool]:
    """Tell for each paragraph whether it is of a history, where dates hang on each other.

    A history names years, most of them past, and hardly ever a day by its distance from the publication. A paragraph
    of it that names several such days and no year is news all the same, and one of the news that names years long
    past alone, or opens with a full date, is history. In a text that names no such day and that speaks of
    nobody's words and of nothing to come, one that begins with a year long past is too.
    """
    year = published.year
    told = [_told(paragraph, folded, year, pack) for paragraph in paragraphs]
    own, of_publication = sum(p.own for p in told), sum(p.of_publication for p in told)
    if own >= _FEWEST_YEARS and own > 3 * of_publication:
        return [not paragraph.is_news for paragraph in told]
    if not of_publication and any(p.set_then for p in told) and not _is_of_today(folded, pack):
        return [paragraph.is_history or paragraph.set_then for paragraph in told]
    return [paragraph.is_history for paragraph in told]


def _told(paragraph: Sequence[Phrase], folded: str, year: int, pack: Pack) -> _Told:
    traits = [phrase.said.traits for phrase in paragraph]
    years = [said.year for said in traits if said.year is not None and said.year < year]
    first = traits[0]
    is_led = first.full is not None and first.year is not None and first.year < year
    return _Told(
        own=len(years),
        long_past=sum(said < year - 1 for said in years),
        of_publication=sum(hangs_on_publication(phrase, folded, pack) for phrase in paragraph),
        deictic=sum(said.dates and said.reference is Reference.PUBLICATION for said in traits),
        led=is_led and opens_sentence(paragraph[0], folded, pack),
        set_then=first.year is not None and first.year < year - 1 and _is_told_of(paragraph[0], folded, pack),
    )


def _is_of_today(folded: str, pack: Pack) -> bool:
    """Tell whether in a text somebody says something, or the writer speaks of what will be."""
    words = _WORD.finditer(folded)
    return any(word.group() in pack.cues.reporting or word.group() in pack.cues.foretelling for word in words)


def _is_told_of(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Tell a date of the story from one that only tells what a thing is: "the airline, founded in 1974, cut jobs"."""
    after = folded[phrase.end : phrase.end + 2]
    if phrase.said.traits.full is not None:
        before = sentence_before(folded, phrase.start, pack.sentence_end)
        is_set_off = after.startswith(",") and "," in before
        return not is_set_off or opens_sentence(phrase, folded, pack)
    return (
        after.startswith(";")
        or pack.sentence_end.match(after + " ") is not None
        or opens_sentence(phrase, folded, pack)
    )


def hangs_on_publication(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Tell whether a date is told by its distance from the publication: "last week", "on Friday"."""
    traits = phrase.said.traits
    if not traits.dates or (traits.beyond and is_told_of_past(phrase, folded, pack)):
        return False
    if traits.open_fields is not None:
        return traits.open_fields.weekday is not None and traits.open_fields.day is None
    return traits.reference in (Reference.PUBLICATION, Reference.YEAR_AGO)
