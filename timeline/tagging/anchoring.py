"""What a date hangs on: the publication, or the date that the text is at."""

from __future__ import annotations

from msgspec.structs import replace

from timeline import civil
from timeline.civil import Granularity
from timeline.expression import COMPARING, Anchor, Direction, Fields, Reference, Seek, Shift
from timeline.frozen import Frozen
from timeline.interval import Interval
from timeline.resolve import Context
from timeline.tagging.business import Business, reported
from timeline.tagging.direction import (
    is_foretold,
    is_past_for_certain,
    is_told_of_past,
    sentence_direction,
)
from timeline.tagging.language import Pack
from timeline.tagging.narrative import Place
from timeline.tagging.phrase import Phrase
from timeline.tagging.sentence import LONGEST_SENTENCE
from timeline.tagging.traits import Traits

_YEAR = 365 * civil.DAY_SECONDS
_LOOK_AHEAD = 15 * 366 * civil.DAY_SECONDS
_YEARS_COMPARED = frozenset({"year_ago", "quarter_year_ago", "same_unit_of", "quarter_of_year"})
_YEARS = frozenset({"year", "calendar_unit", "special_unit", "ago", "ago_first"})
_NIGHT_BEFORE = "yesterday_part"
_OF_WRITER = frozenset(
    {"calendar_unit", "directed_month"}
)  # "last year" is, "two years ago" may be of a history
_ASIDE = 30  # characters in which a comma before an aside is looked for
_FAR = 2 * 366 * civil.DAY_SECONDS  # a step ahead of this length mostly looks beyond the story


class Fallback(Frozen):
    """The dates that the text has been at: the last one, and what it has told as a business report.

    `year` is the last one that opened a sentence; it ends at `year_ends` in the text and holds until `year_until`.
    `weekday` is the last day named by its weekday, `news_ends` where a history last named a month or a year by its
    distance from the publication.
    """

    published: Interval
    week_start: int
    text: Interval | None = None
    mention: Interval | None = None
    paragraph: int = 0
    business: Business | None = None
    year: Interval | None = None
    year_ends: int = 0
    year_until: int = 0
    weekday: Interval | None = None
    news_ends: int = -1

    def context(self, phrase: Phrase, place: Place, folded: str, pack: Pack) -> Context:
        """Give what a phrase is to be read against: no more than bears on it, so that readings can be remembered."""
        if phrase.said.traits.open_fields is None:
            return self._of_reference(phrase, place, folded, pack)
        published = self.published
        if phrase.said.closes:  # it goes on from the first date of its range
            # Onward in the news; a history may have named the first in passing.
            onward = None if place.history else Direction.FUTURE
            return Context(published, self.text, onward, history=True)
        if place.history:
            if is_foretold(phrase, folded, pack):  # an obituary ends: "the funeral will be on Tuesday"
                return Context(published, direction=Direction.FUTURE)
            if self._is_back_at_news(phrase, folded, pack):
                return Context(published, None, sentence_direction(phrase, folded, published, pack))
            return Context(published, self.text, None, True, place.ahead.date, place.ahead.latest)
        if (
            self.year is not None
            and phrase.start < self.year_until
            and _goes_on(self.year_ends, phrase, folded, pack)
        ):
            return Context(published, self.year, history=True)  # "last year it began in November"
        direction = sentence_direction(phrase, folded, published, pack)
        is_past = direction is Direction.PAST and _may_be_past(phrase.said.traits.open_fields, published)
        certain = is_past and is_past_for_certain(phrase, folded, pack)
        ahead = place.ahead
        return Context(published, self.text, direction, False, ahead.date, ahead.latest, certain=certain)

    def _is_back_at_news(self, phrase: Phrase, folded: str, pack: Pack) -> bool:
        """Tell whether a date of a history is near the publication after all.

        A weekday where the text is at no day, and what goes on from "last year" in its sentence or the next.
        """
        fields = phrase.said.traits.open_fields
        if fields is not None and fields.weekday is not None and fields.day is None:
            at = self.text
            return at is None or at.granularity > Granularity.WEEK
        between = folded[self.news_ends : phrase.start] if self.news_ends >= 0 else ""
        return 0 < len(between) < LONGEST_SENTENCE and len(pack.sentence_end.findall(between)) <= 1

    def _of_reference(self, phrase: Phrase, place: Place, folded: str, pack: Pack) -> Context:
        reference, published, week_start = phrase.said.traits.reference, self.published, self.week_start
        history = place.history
        if phrase.said.traits.beyond and self._is_behind(phrase, place, folded, pack):
            return Context(published, self.text, history=history, told_then=True)
        business = self._business_at(phrase, folded)
        if reference is Reference.YEAR_AGO:
            return Context(published, business.compared if business else published)
        if reference is Reference.BEFORE_TEXT:
            return Context(published, business.compared if business else self.text, history=history)
        if reference is Reference.BUSINESS:
            return Context(published, business.quarter if business else None)
        if reference is Reference.MENTIONED:
            return Context(published, self.mention or self.text)
        if reference in (Reference.TEXT, Reference.RUNNING):
            return Context(published, self._antecedent(phrase, place), history=history, week_start=week_start)
        return Context(published, history=history, week_start=week_start)

    def _business_at(self, phrase: Phrase, folded: str) -> Business | None:
        return self.business.at(phrase, folded) if self.business is not None else None

    def _is_behind(self, phrase: Phrase, place: Place, folded: str, pack: Pack) -> bool:
        """Tell whether "the next summer", in a history even "next summer", is one that was, after where the text is."""
        if self.text is None or not self.text.before(self.published):
            return False
        may_be = place.history or phrase.said.traits.reference is Reference.RUNNING
        return may_be and is_told_of_past(phrase, folded, pack)

    def _antecedent(self, phrase: Phrase, place: Place) -> Interval | None:
        """Give the date that a phrase points back to.

        For "that month" it is the last one mentioned that names a month, for "the previous Friday" a Friday, for so
        many years later the year that its sentence has named ("bought it in 2008 and sold it two years later").
        """
        match phrase.said.expression:
            case Shift(unit=Granularity.YEAR) if (
                not place.opens and self.mention is not None and _is_whole_year(self.mention)
            ):
                return self.mention
            case Seek(Anchor(), Direction.PAST, Fields(weekday=int(weekday))) if self._is_on(weekday):
                return self.weekday
        unit = phrase.said.traits.demonstrates
        if unit is not None and self.mention is not None and self.mention.granularity <= unit:
            return self.mention
        return self.text

    def _is_on(self, weekday: int) -> bool:
        return self.weekday is not None and civil.weekday(civil.day_of(self.weekday.start)) == weekday

    def moved(self, phrase: Phrase, to: Interval | None, place: Place, folded: str) -> Fallback:
        """Give the state after the text has named a date at a place.

        What a year is compared with stays where the text is ("from 12 a year earlier"), and a history is not at the
        publication because it says "today". A bare year later in a sentence is an aside ("funding that ended in
        1976", "papers released in 2005"): a text that is at a month or a day does not go there. Nor does it go to the
        day before for "overnight", which ends in the morning: "held overnight and freed at noon".
        """
        is_compared = phrase.said.traits.reference in COMPARING
        business = self._business_at(phrase, folded)
        business = business if is_compared else reported(business, phrase, to, self.published)
        told = self if business is self.business else replace(self, business=business)
        if (
            to is not None
            and place.opens
            and _leads_through_year(phrase, to)
            and not _is_set_off(phrase, folded)
        ):
            told = replace(told, year=to, year_ends=phrase.end, year_until=_holds_until(phrase, folded))
        if to is None or not phrase.said.traits.dates or is_compared or phrase.said.rule == _NIGHT_BEFORE:
            return told
        fields = phrase.said.traits.open_fields
        if fields is not None and fields.weekday is not None:
            told = replace(told, weekday=to)
        if place.history and phrase.said.traits.reference is Reference.PUBLICATION:
            is_of_writer = phrase.said.rule in _OF_WRITER and to.before(self.published)
            return replace(told, news_ends=phrase.end) if is_of_writer else told
        if self.text is not None and self._merely_mentions(phrase.said.traits, self.text, to, place):
            return told if place.passing else replace(told, mention=to)
        return replace(told, text=to, mention=None, paragraph=place.paragraph)

    def _merely_mentions(self, traits: Traits, text: Interval, to: Interval, place: Place) -> bool:
        """Tell whether the story, which is at one date, names another without coming to it."""
        if place.leads or place.passing:
            return place.passing
        if traits.reference is Reference.TEXT and place.history and not place.opens:
            return to.before(text)  # "the flood of the previous summer"
        if _is_whole_year(to) and not place.opens:
            return _is_aside(text, to, place)
        return self.paragraph == place.paragraph and place.names_year and _is_excursion(text, to, place)


def _is_whole_year(date: Interval) -> bool:
    """Tell a year from its end or its middle."""
    return date.granularity is Granularity.YEAR and date.end - date.start >= _YEAR


def _is_aside(text: Interval, to: Interval, place: Place) -> bool:
    """Tell of a year inside a sentence whether the text stays where it was.

    It goes there if the next date lies in that year, and if it goes on in years that it names one after the other.
    """
    ahead, next_year = place.ahead.date, place.ahead.next_year
    if ahead is not None and (to.contains(ahead) or text.contains(ahead)):
        return text.contains(ahead)
    if to.before(text):
        return text.granularity < Granularity.YEAR or (next_year is not None and next_year >= text.year)
    goes_on = next_year is not None and next_year >= to.year
    if text.granularity < Granularity.YEAR:
        return not goes_on or ahead is not None
    return to.start - text.end > _LOOK_AHEAD and not goes_on


def _is_excursion(text: Interval, to: Interval, place: Place) -> bool:
    """Tell that the text comes back from a date: the next one ahead does not go on from it."""
    ahead = place.ahead.date
    if ahead is None or ahead.before(text):
        return False
    if to.before(text):
        return not place.opens
    if to.granularity is Granularity.YEAR and not place.opens:  # "by the end of 1776"
        return ahead.before(to)
    return to.start - text.end > _FAR and _gap(text, ahead) < _gap(to, ahead)


def _gap(one: Interval, other: Interval) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _leads_through_year(phrase: Phrase, to: Interval) -> bool:
    """Whether what a sentence opens with is a year that its dates are in: "last year it began in May"."""
    if phrase.said.traits.year is not None or phrase.said.rule in _YEARS_COMPARED:
        return True
    return phrase.said.rule in _YEARS and to.granularity is Granularity.YEAR


def _is_set_off(phrase: Phrase, folded: str) -> bool:
    """Whether commas set a phrase off with the word before it: "the law, passed three years ago, now helps"."""
    _, comma, before = folded[max(0, phrase.start - _ASIDE) : phrase.start].rpartition(",")
    return bool(comma and before.strip()) and folded.startswith(",", phrase.end) and "." not in before


def _may_be_past(fields: Fields, published: Interval) -> bool:
    """Whether it is a day of a month, and not the one after the publication: there it is that day elsewhere already."""
    _, month, day = civil.civil_from_days(civil.day_of(published.start) + 1)
    return fields.day is not None and (fields.month, fields.day) != (month, day)


def _holds_until(phrase: Phrase, folded: str) -> int:
    """Give the place until which a sentence is in a year: in one not named by its number only up to a semicolon."""
    half = (
        folded.find(";", phrase.end, phrase.end + LONGEST_SENTENCE) if phrase.said.traits.year is None else -1
    )
    return half if half >= 0 else len(folded)


def _goes_on(end: int, phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Whether a phrase stands in the sentence of the year that ends at `end`, and is of that year.

    A weekday is near the publication all the same, so is what is foretold, and "last year's winner" is no year.
    """
    fields = phrase.said.traits.open_fields
    if fields is not None and fields.weekday is not None and fields.day is None:
        return False
    if phrase.start - end > LONGEST_SENTENCE:
        return False
    between = folded[end : phrase.start]
    if pack.sentence_end.search(between) or is_foretold(phrase, folded, pack):
        return False
    return "POSSESSIVE" not in pack.classes(between[:2].rstrip())
