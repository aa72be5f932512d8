"""History or news: whether the dates of a paragraph hang on each other or on the publication."""

from __future__ import annotations

from collections.abc import Sequence

from timeline import civil
from timeline.direction import opens_sentence
from timeline.expression import Reference
from timeline.frozen import Frozen
from timeline.interval import Interval
from timeline.phrase import Phrase
from timeline.traits import Traits

_FEWEST_YEARS = 3  # a history names at least this many years of its own
_FEWEST_DAYS = 2  # a paragraph of news names at least this many days by their distance from the publication
_PARAGRAPH = "\v"


class _Told(Frozen):
    """How often a paragraph names a past year, one long past, a date that hangs on the publication or says so.

    `led` tells that it opens with a full date: "On 2 September 2014, ...".
    """

    own: int
    long_past: int
    of_publication: int
    deictic: int
    led: bool

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
        if not found or folded.find(_PARAGRAPH, done, phrase.start) >= 0:
            found.append([])
        found[-1].append(phrase)
        done = phrase.end
    return found


def histories(paragraphs: Sequence[Sequence[Phrase]], folded: str, published: Interval) -> list[bool]:
    """Tell for each paragraph whether it is of a history, where dates hang on each other.

    A history names years, most of them past, and hardly ever a day by its distance from the publication. A paragraph
    of it that names several such days and no year is news all the same, and one of the news that names years long
    past alone, or opens with a full date, is history.
    """
    year = civil.civil_from_days(civil.day_of(published.start))[0]
    told = [_told(paragraph, folded, year) for paragraph in paragraphs]
    own, of_publication = sum(p.own for p in told), sum(p.of_publication for p in told)
    if own >= _FEWEST_YEARS and own > 3 * of_publication:
        return [not paragraph.is_news for paragraph in told]
    return [paragraph.is_history for paragraph in told]


def _told(paragraph: Sequence[Phrase], folded: str, year: int) -> _Told:
    traits = [phrase.traits for phrase in paragraph]
    years = [said.year for said in traits if said.year is not None and said.year < year]
    first = traits[0]
    is_led = first.full is not None and first.year is not None and first.year < year
    return _Told(
        own=len(years),
        long_past=sum(said < year - 1 for said in years),
        of_publication=sum(said.dates and _hangs_on_publication(said) for said in traits),
        deictic=sum(said.dates and said.reference is Reference.PUBLICATION for said in traits),
        led=is_led and opens_sentence(paragraph[0], folded),
    )


def _hangs_on_publication(traits: Traits) -> bool:
    if traits.open_fields is not None:
        return traits.open_fields.weekday is not None and traits.open_fields.day is None
    return traits.reference in (Reference.PUBLICATION, Reference.YEAR_AGO)
