"""What a date hangs on: the publication, or the date that the text is at."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from timeline import civil
from timeline.business import Business, reported
from timeline.civil import Granularity
from timeline.direction import SENTENCE_END
from timeline.expression import COMPARING, Direction, Reference
from timeline.interval import Interval
from timeline.phrase import Phrase
from timeline.resolve import Context
from timeline.traits import Traits

_HEAD = 30  # characters in which a sentence opens: "During the summer of", "By the end of"
_LOOK_AHEAD = 15 * 366 * civil.DAY_SECONDS
_NEAR_AHEAD = 10  # expressions
_FEWEST_YEARS = 3  # a history names at least this many years of its own


def is_history(phrases: Sequence[Phrase], published: Interval) -> bool:
    """Tell a history, where dates hang on each other, from news, where they hang on the publication.

    A history names years, most of them past, and hardly ever a day by its distance from the publication.
    """
    year = civil.civil_from_days(civil.day_of(published.start))[0]
    own_years = of_publication = 0
    for phrase in phrases:
        traits = phrase.traits
        own_years += traits.year is not None and traits.year < year
        of_publication += traits.dates and _hangs_on_publication(traits)
    return own_years >= _FEWEST_YEARS and own_years > 3 * of_publication


def _hangs_on_publication(traits: Traits) -> bool:
    if traits.open_fields is not None:
        return traits.open_fields.weekday is not None and traits.open_fields.day is None
    return traits.reference in (Reference.PUBLICATION, Reference.YEAR_AGO)


def full_dates_ahead(phrases: Sequence[Phrase]) -> list[Interval | None]:
    """Give for each phrase the next date after it that names its year and its month, if that is near."""
    found: list[Interval | None] = []
    at, ahead = len(phrases), None
    for place in range(len(phrases) - 1, -1, -1):
        found.append(ahead if at - place <= _NEAR_AHEAD else None)
        if phrases[place].traits.full is not None:
            at, ahead = place, phrases[place].traits.full
    return found[::-1]


class Fallback(Struct, frozen=True, gc=False):
    """The dates that the text has been at: the last one, and what it has told as a business report."""

    published: Interval
    week_start: int
    text: Interval | None = None
    business: Business | None = None

    def context(
        self, phrase: Phrase, direction: Direction | None, ahead: Interval | None, *, history: bool
    ) -> Context:
        """Give what a phrase is to be read against: no more than bears on it, so that readings can be remembered."""
        reference, published, week_start = phrase.traits.reference, self.published, self.week_start
        business = self.business
        if reference is Reference.YEAR_AGO:
            return Context(published, business.compared if business else published)
        if reference is Reference.BEFORE_TEXT:
            return Context(published, business.compared if business else self.text)
        if reference is Reference.BUSINESS:
            return Context(published, business.quarter if business else None)
        if reference in (Reference.TEXT, Reference.RUNNING):
            return Context(published, self.text, history=history, week_start=week_start)
        if phrase.traits.open_fields is None:
            return Context(published, history=history, week_start=week_start)
        return Context(published, self.text, direction, history, ahead)

    def moved(self, phrase: Phrase, to: Interval | None, *, opens: bool, history: bool) -> Fallback:
        """Give the state after the text has named a date; `opens` tells that it stands first in its sentence.

        What a year is compared with stays where the text is ("from 12 a year earlier"), and a history is not at the
        publication because it says "today". A bare year later in a sentence is an aside ("funding that ended in
        1976", "papers released in 2005"): a text that is at a month or a day does not go there.
        """
        is_compared = phrase.traits.reference in COMPARING
        business = self.business if is_compared else reported(self.business, phrase, to, self.published)
        told = self if business is self.business else replace(self, business=business)
        if to is None or not phrase.traits.dates or is_compared:
            return told
        if history and phrase.traits.reference is Reference.PUBLICATION:
            return told
        if not opens and self.text is not None and _is_aside(self.text, to):
            return told
        return replace(told, text=to)


def _is_aside(text: Interval, to: Interval) -> bool:
    if to.granularity is not Granularity.YEAR:
        return False
    return text.granularity < Granularity.YEAR or to.start - text.end > _LOOK_AHEAD


def opens_sentence(place: Phrase, folded: str) -> bool:
    """Tell whether a phrase stands at the head of its sentence or paragraph: "In early 1915, ..."."""
    before = folded[max(0, place.start - _HEAD) : place.start]
    return place.start <= _HEAD or SENTENCE_END.search(before) is not None
