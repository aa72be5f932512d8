"""What a date hangs on: the publication, the date that the text is at, and the side that the sentence tells."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from timeline import civil
from timeline.civil import Granularity
from timeline.expression import Direction, Reference
from timeline.interval import Interval
from timeline.language import Pack
from timeline.phrase import Phrase
from timeline.resolve import Context
from timeline.traits import Traits

_GOVERNED = 14  # characters between a verb and the date it governs: "passed in late "
_OF_ONE_VERB = 4  # characters between the parts of a verb: "will be held"
_HEAD = 30  # characters in which a sentence opens: "During the summer of", "By the end of"
_SENTENCE_ENDS = (". ", "? ", "! ", "\v", '."')
_SENTENCE = 240  # characters of a sentence looked at on each side
_LOOK_AHEAD = 15 * 366 * civil.DAY_SECONDS
_NEAR_AHEAD = 10  # expressions
_COMPARING = (Reference.BEFORE_TEXT, Reference.YEAR_AGO)
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
    """The dates that the text has been at: the last one, and the last of a quarter or half of a business year."""

    published: Interval
    week_start: int
    text: Interval | None = None
    business: Interval | None = None

    def context(
        self, phrase: Phrase, direction: Direction | None, ahead: Interval | None, *, history: bool
    ) -> Context:
        """Give what a phrase is to be read against: no more than bears on it, so that readings can be remembered."""
        reference, published, week_start = phrase.traits.reference, self.published, self.week_start
        if reference is Reference.YEAR_AGO:
            return Context(published, self.business or published)
        if reference is Reference.BEFORE_TEXT:
            return Context(published, self.business or self.text)
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
        if to is None or not phrase.traits.dates or phrase.traits.reference in _COMPARING:
            return self
        if history and phrase.traits.reference is Reference.PUBLICATION:
            return self
        if not opens and self.text is not None and _is_aside(self.text, to):
            return self
        if to.granularity in (Granularity.QUARTER, Granularity.HALF):
            return replace(self, text=to, business=to)
        return replace(self, text=to)


def _is_aside(text: Interval, to: Interval) -> bool:
    if to.granularity is not Granularity.YEAR:
        return False
    return text.granularity < Granularity.YEAR or to.start - text.end > _LOOK_AHEAD


def opens_sentence(place: Phrase, folded: str) -> bool:
    """Tell whether a phrase stands at the head of its sentence or paragraph: "In early 1915, ..."."""
    before = folded[max(0, place.start - _HEAD) : place.start]
    return place.start <= _HEAD or any(mark in before for mark in _SENTENCE_ENDS)


def sentence_direction(place: Phrase, folded: str, pack: Pack) -> Direction | None:
    """Tell from the words of the sentence whether a date lies ahead or behind.

    The nearest word before it decides, else the first one after it. A word that looks ahead does so from afar ("will,
    the ministry said, resume in May"), one about the past only where it governs the date ("was passed in May").
    """
    before = folded[max(0, place.start - _SENTENCE) : place.start]
    before = before[max(before.rfind(mark) + 1 for mark in (*_SENTENCE_ENDS, ".''")) :]
    last = previous = None
    for cue in pack.cues.finditer(before):
        last, previous = cue, last
    if last is None:
        first = pack.cues.search(_until_end(folded[place.end : place.end + _SENTENCE]))
        return Direction.FUTURE if first is not None and not _is_past(first.group(), pack) else None
    if not _is_past(last.group(), pack):
        return Direction.FUTURE
    if previous and last.start() - previous.end() <= _OF_ONE_VERB and not _is_past(previous.group(), pack):
        return Direction.FUTURE  # "are to be finished", "will be held"
    return Direction.PAST if len(before) - last.end() <= _GOVERNED else None


def _until_end(after: str) -> str:
    stops = (at for at in (after.find(mark) for mark in _SENTENCE_ENDS) if at >= 0)
    return after[: min(stops, default=None)]


def _is_past(word: str, pack: Pack) -> bool:
    if word in pack.past_cues or word in pack.future_cues:
        return word in pack.past_cues
    return bool(pack.past_endings) and word.endswith(pack.past_endings)
