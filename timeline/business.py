"""What a business report is about: the quarter it tells of, and the stretch that its figures are compared with."""

from __future__ import annotations

from timeline.civil import DAY_SECONDS, Granularity
from timeline.expression import Length, Reach
from timeline.frozen import Frozen
from timeline.interval import Interval
from timeline.phrase import Phrase

_FRESH = 366 * DAY_SECONDS  # a quarter that ended longer ago is what the news is compared with
_SHORTEST = 6  # months: "for the nine months" compares years, not quarters
_LENGTHS_OF_BUSINESS = frozenset({"opening_length", "the_length", "reached", "business_year"})


class Business(Frozen):
    """The quarter (or half) of the report, and what "a year earlier" is a year before: that, or its year."""

    quarter: Interval
    compared: Interval


def reported(
    business: Business | None, phrase: Phrase, to: Interval | None, published: Interval
) -> Business | None:
    """Give what the report is about after a phrase, which means `to`; None where no quarter has been told.

    Once it has told of one, a quarter that is not over is a forecast; one long past is a comparison.
    """
    if to is not None and phrase.traits.dates and to.granularity in (Granularity.QUARTER, Granularity.HALF):
        is_over, is_fresh = to.end <= published.end, published.start - to.end <= _FRESH
        return Business(to, to) if is_fresh and (is_over or business is None) else business
    if business is not None and _is_longer(phrase):
        return Business(business.quarter, Interval.of_unit(business.quarter.start, Granularity.YEAR))
    return business


def _is_longer(phrase: Phrase) -> bool:
    """Whether the phrase is a length of business beyond a quarter: "the first nine months", "the year ended"."""
    if phrase.rule not in _LENGTHS_OF_BUSINESS:
        return False
    said = phrase.expression.length if isinstance(phrase.expression, Reach) else phrase.expression
    if not isinstance(said, Length) or len(said.parts) != 1:
        return False
    count, unit = said.parts[0]
    return unit is Granularity.YEAR or (unit is Granularity.MONTH and (count or 0) >= _SHORTEST)
