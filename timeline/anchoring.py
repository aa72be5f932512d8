"""What a date hangs on: the publication, the date that the text is at, and the side that the sentence tells."""

from __future__ import annotations

import re
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
_SENTENCE_END = re.compile(
    r"(?<!\b[^\W\d])[.?!]['\"]{0,2} |\v"
)  # not behind a single letter: "the U.S. said"
_SENTENCE = 240  # characters of a sentence looked at on each side
_LOOK_AHEAD = 15 * 366 * civil.DAY_SECONDS
_NEAR_AHEAD = 10  # expressions
_COMPARING = (Reference.BEFORE_TEXT, Reference.YEAR_AGO)
_DAYS_OF_WEEK = 7
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
    return place.start <= _HEAD or _SENTENCE_END.search(before) is not None


def sentence_direction(place: Phrase, folded: str, published: Interval, pack: Pack) -> Direction | None:
    """Tell from the words of the sentence whether a date lies ahead or behind.

    The nearest word before it decides, else the first one after it. A word that looks ahead does so from afar ("will
    resume, if all goes well, in May"), one about the past only where it governs the date ("was passed in May").
    """
    before = folded[max(0, place.start - _SENTENCE) : place.start]
    before = before[max((end.end() for end in _SENTENCE_END.finditer(before)), default=0) :]
    found = _told_before(before, pack)
    silent = not pack.cues.search(before)
    if silent or pack.cues.fullmatch(before.strip()):  # "Until Thursday they had ..."
        found = _told_after(_until_end(folded[place.end : place.end + _SENTENCE]), pack) or found
    if silent and found is None and before.rstrip().rpartition(" ")[2] in pack.deadlines:
        found = Direction.FUTURE
    if found is Direction.FUTURE and "POSSESSIVE" in pack.classes(folded[place.end : place.end + 2]):
        return _nearer_side(place, published) or found
    return found


def _told_before(before: str, pack: Pack) -> Direction | None:
    """Give the direction that the last word of direction tells to what follows it; a past one that is far off none."""
    last = previous = None
    for cue in pack.cues.finditer(before):
        last, previous = cue, last
    if last is None:
        return None
    if not _is_past(last.group(), pack):
        return Direction.FUTURE
    if previous and last.start() - previous.end() <= _OF_ONE_VERB and not _is_past(previous.group(), pack):
        return Direction.FUTURE  # "are to be finished", "will be held"
    return Direction.PAST if len(before) - last.end() <= _GOVERNED else None


def _told_after(after: str, pack: Pack) -> Direction | None:
    first = pack.cues.search(after)
    if first is None:
        return None
    return Direction.PAST if _is_past(first.group(), pack) else Direction.FUTURE


def _nearer_side(place: Phrase, published: Interval) -> Direction | None:
    """Give the side on which a weekday is nearer: "Wednesday's ruling" is the nearest, whatever is done about it."""
    fields = place.traits.open_fields
    if fields is None or fields.weekday is None or fields.day is not None:
        return None
    ahead = (fields.weekday - civil.weekday(civil.day_of(published.start))) % _DAYS_OF_WEEK
    return Direction.FUTURE if 0 < ahead <= _DAYS_OF_WEEK // 2 else Direction.PAST


def _until_end(after: str) -> str:
    end = _SENTENCE_END.search(after)
    return after[: end.start()] if end else after


def _is_past(word: str, pack: Pack) -> bool:
    if word in pack.past_cues or word in pack.future_cues:
        return word in pack.past_cues
    return bool(pack.past_endings) and word.endswith(pack.past_endings)
