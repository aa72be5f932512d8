"""What a business report is about: the quarter it tells of, and the stretch that its figures are compared with."""

from __future__ import annotations

from timeline.civil import DAY_SECONDS, Granularity
from timeline.expression import Length, Reach
from timeline.frozen import Frozen
from timeline.interval import Interval
from timeline.tagging.phrase import Phrase
from timeline.tagging.sentence import PARAGRAPH

_FRESH = 366 * DAY_SECONDS  # a quarter that ended longer ago is what the news is compared with
_LONGEST_PARAGRAPH = 2_000  # characters
_SHORTEST = 6  # months: "for the nine months" compares years, not quarters
_LENGTHS_OF_BUSINESS = frozenset({"opening_length", "the_length", "reached", "business_year"})


class Business(Frozen):
    """The quarter (or half) of the report, and what "a year earlier" is a year before: that, or its year.

    `main` is the quarter that the next paragraph comes back to from an earlier one, which was told at `end`.
    """

    quarter: Interval
    compared: Interval
    main: Interval | None = None
    end: int = 0

    def at(self, phrase: Phrase, folded: str) -> Business:
        """Give what the report is about where a phrase stands."""
        if self.main is None:
            return self
        is_near = phrase.start - self.end <= _LONGEST_PARAGRAPH
        if is_near and folded.find(PARAGRAPH, self.end, phrase.start) < 0:
            return self
        return Business(self.main, self.main)


def reported(
    business: Business | None, phrase: Phrase, to: Interval | None, published: Interval
) -> Business | None:
    """Give what the report is about after a phrase, which means `to`; None where no quarter has been told.

    Once it has told of one, a quarter that is not over is a forecast, one long past is a comparison, and an earlier
    one holds for its paragraph. A fiscal quarter is another company's, and neither earlier nor later; one told by its
    last day is the same by another name.
    """
    if business is not None and phrase.said.rule == "quarter_ended":
        return business
    if (
        to is not None
        and phrase.said.traits.dates
        and to.granularity in (Granularity.QUARTER, Granularity.HALF)
    ):
        is_over, is_fresh = to.end <= published.end, published.start - to.end <= _FRESH
        if not is_fresh or not (is_over or business is None):
            return business
        main = None if business is None or _is_fiscal(phrase) else business.main or business.quarter
        return (
            Business(to, to, main, phrase.end) if main is not None and to.before(main) else Business(to, to)
        )
    if business is not None and _is_longer(phrase):
        return Business(business.quarter, Interval.of_unit(business.quarter.start, Granularity.YEAR))
    return business


def _is_fiscal(phrase: Phrase) -> bool:
    fields = phrase.said.traits.open_fields
    return fields is not None and fields.fiscal


def _is_longer(phrase: Phrase) -> bool:
    """Whether the phrase is a length of business beyond a quarter: "the first nine months", "the year ended"."""
    if phrase.said.rule not in _LENGTHS_OF_BUSINESS:
        return False
    said = (
        phrase.said.expression.length if isinstance(phrase.said.expression, Reach) else phrase.said.expression
    )
    if not isinstance(said, Length) or len(said.parts) != 1:
        return False
    count, unit = said.parts[0]
    return unit is Granularity.YEAR or (unit is Granularity.MONTH and (count or 0) >= _SHORTEST)
