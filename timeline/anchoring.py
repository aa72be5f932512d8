"""What a date hangs on: the publication, the date that the text is at, and the side that the sentence tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline import civil
from timeline.civil import Granularity
from timeline.expression import (
    Anchor,
    Direction,
    Expr,
    Length,
    Matching,
    Reach,
    Reference,
    Repeat,
    Vague,
    Years,
)
from timeline.interval import Interval
from timeline.language import Pack
from timeline.phrase import Phrase
from timeline.seek import fill

_HEAD = 30  # characters in which a sentence opens: "During the summer of", "By the end of"
_SENTENCE_ENDS = (". ", "? ", "! ", "\v", '."')
_SENTENCE = 240  # characters of a sentence looked at on each side
_LOOK_AHEAD = 15 * 366 * civil.DAY_SECONDS
_NEAR_AHEAD = 10  # expressions
_FEWEST_YEARS = 3  # a history names at least this many years of its own


@lru_cache(maxsize=65_536)
def reference_of(expression: Expr) -> Reference | None:
    """Give what an expression says it is reckoned from, None where it says nothing of the kind."""
    match expression:
        case Anchor(reference):
            return reference
        case Matching() | Years() | Vague() | Length() | Repeat():
            return None
        case _:
            base = getattr(expression, "base", None) or getattr(expression, "first", None)
            return reference_of(base) if isinstance(base, Expr) else None


@lru_cache(maxsize=65_536)
def moves_text(expression: Expr, *, history: bool) -> bool:
    """Whether the text is at this date once it has been named.

    What a year is compared with stays where the text is ("from 12 a year earlier"), and a history is not at the
    publication because it says "today".
    """
    reference = reference_of(expression)
    if reference in (Reference.BEFORE_TEXT, Reference.YEAR_AGO) or (
        history and reference is Reference.PUBLICATION
    ):
        return False
    return not isinstance(expression, Length | Reach | Repeat | Vague)


def is_history(expressions: Sequence[Expr], published: Interval) -> bool:
    """Tell a history, where dates hang on each other, from news, where they hang on the publication.

    A history names years, most of them past, and hardly ever a day by its distance from the publication.
    """
    year = civil.civil_from_days(civil.day_of(published.start))[0]
    own_years = sum(_names_past_year(e, year) for e in expressions)
    of_publication = sum(_hangs_on_publication(e) for e in expressions)
    return own_years >= _FEWEST_YEARS and own_years > 3 * of_publication


@lru_cache(maxsize=65_536)
def _names_past_year(expression: Expr, published: int) -> bool:
    match expression:
        case Matching(fields):
            return fields.year is not None and fields.year < published
        case Years():
            return True
        case _:
            base = getattr(expression, "base", None) or getattr(expression, "first", None)
            return isinstance(base, Expr) and _names_past_year(base, published)


@lru_cache(maxsize=65_536)
def _hangs_on_publication(expression: Expr) -> bool:
    if isinstance(expression, Matching):
        return expression.fields.weekday is not None
    return not isinstance(expression, Reach) and reference_of(expression) in (
        Reference.PUBLICATION,
        Reference.YEAR_AGO,
    )


def full_dates_ahead(expressions: Sequence[Expr]) -> list[Interval | None]:
    """Give for each expression the next date after it that names its year and its month, if that is near."""
    found: list[Interval | None] = []
    at, ahead = len(expressions), None
    for place in range(len(expressions) - 1, -1, -1):
        found.append(ahead if at - place <= _NEAR_AHEAD else None)
        date = _full_date(expressions[place])
        if date is not None:
            at, ahead = place, date
    return found[::-1]


def _full_date(expression: Expr) -> Interval | None:
    if isinstance(expression, Matching) and expression.fields.year is not None and expression.fields.month is not None:
        return fill(expression.fields, expression.fields.year)
    base = getattr(expression, "base", None)
    return _full_date(base) if isinstance(base, Expr) else None


@dataclass(frozen=True, slots=True)
class Fallback:
    """The dates that the text has been at: the last one, and the last of a quarter or half of a business year."""

    published: Interval
    text: Interval | None = None
    business: Interval | None = None

    def moved(self, to: Interval, *, opens: bool) -> Fallback:
        """Give the state after the text has named another date; `opens` tells that it stands first in its sentence.

        A bare year later in a sentence is an aside ("funding that ended in 1976", "papers released in 2005"):
        a text that is at a month or a day does not go there.
        """
        if not opens and self.text is not None and _is_aside(self.text, to):
            return self
        if to.granularity in (Granularity.QUARTER, Granularity.HALF):
            return replace(self, text=to, business=to)
        return replace(self, text=to)

    def text_for(self, expression: Expr) -> Interval | None:
        """Give the date that an expression of the text is reckoned from."""
        reference = reference_of(expression)
        if reference is Reference.YEAR_AGO:
            return self.business or self.published
        if self.business is not None and reference is Reference.BEFORE_TEXT:
            return self.business
        return self.text


def _is_aside(text: Interval, to: Interval) -> bool:
    if to.granularity is not Granularity.YEAR:
        return False
    return text.granularity < Granularity.YEAR or to.start - text.end > _LOOK_AHEAD


def opens_sentence(place: Phrase, folded: str) -> bool:
    """Tell whether a phrase stands at the head of its sentence or paragraph: "In early 1915, ..."."""
    before = folded[max(0, place.start - _HEAD) : place.start]
    return place.start <= _HEAD or any(mark in before for mark in _SENTENCE_ENDS)


def sentence_direction(place: Phrase, folded: str, pack: Pack) -> Direction | None:
    """Tell from the words of the sentence whether a date lies ahead or behind; the nearest word before it decides,
    else the first one after it."""
    before = folded[max(0, place.start - _SENTENCE) : place.start]
    before = before[max(before.rfind(mark) + 1 for mark in (". ", "? ", "! ", "\v", '."', ".''")) :]
    last = None
    for last in pack.cues.finditer(before):  # noqa: B007 - only the last one counts
        pass
    if last is None:
        after = folded[place.end : place.end + _SENTENCE]
        stop = min(
            (at for at in (after.find(mark) for mark in (". ", "? ", "! ", "\v")) if at >= 0), default=None
        )
        last = pack.cues.search(after[:stop])
    if last is None:
        return None
    word = last.group()
    is_past = word in pack.past_cues or (
        bool(pack.past_endings) and word.endswith(pack.past_endings) and word not in pack.future_cues
    )
    return Direction.PAST if is_past else Direction.FUTURE
