"""What a phrase means here: expression + context -> interval. The only bridge between the two."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from timeline import civil
from timeline.calendar.moves import (
    MOST_YEARS,
    enclosing,
    is_financial,
    is_unit,
    moved,
    moved_whole,
    reach,
    vague,
)
from timeline.calendar.portions import nth, nth_weekday, part, part_of_day, time_of_day
from timeline.calendar.seek import fill, nearest, running, seek, within, year_of_season
from timeline.civil import DAY_SECONDS, Granularity
from timeline.expression import (
    COMPARING,
    Anchor,
    Clock,
    Counterpart,
    Daypart,
    Direction,
    Enclosing,
    Expr,
    Fields,
    Matching,
    Move,
    Nth,
    Part,
    Reach,
    Reference,
    Seek,
    Shift,
    Softened,
    Span,
    Vague,
    Within,
    Years,
)
from timeline.frozen import Frozen
from timeline.interval import BEGINNING, END, Interval

_Step = Callable[[Interval], Interval | None]


class Context(Frozen):
    """What a phrase is read against.

    `published` is the publication's day (or moment), `text` the date that the text is at, None at its start.
    `direction` is what the sentence tells ("will meet on Tuesday"), None where it does not; where it is `certain`, it
    holds however near the date on the other side is. In a `history` dates hang on each other, not on the publication,
    and lie with a direction on that side of where the text is; `ahead` is then the next date given in full. Where it is
    `told_then`, even "next summer" is reckoned from the date that the text is at.
    `week_start` is the weekday with which a week begins where the language is spoken, Monday 0 or Sunday 6.
    """

    published: Interval
    text: Interval | None = None
    direction: Direction | None = None
    history: bool = False
    ahead: Interval | None = None
    latest: int | None = None
    week_start: int = 0
    told_then: bool = False
    certain: bool = False

    @property
    def here(self) -> Interval:
        """The date that the text is at, the publication's day at its start."""
        return self.text if self.text is not None else self.published

    def is_from_publication(self, reference: Reference) -> bool:
        """Tell whether what has this reference is reckoned from the publication, and not from where the text is."""
        if reference is Reference.PUBLICATION:
            return not self.told_then
        return reference is Reference.RUNNING and not (self.history or self.told_then)


def resolve(expression: Expr, context: Context) -> Interval | None:
    """Give the stretch of time that an expression names in a context; None where it has no place on the calendar."""
    match expression:
        case Matching(fields):
            return _matching(fields, context)
        case Seek(base, direction, fields, inclusive):
            return _on(base, context, lambda b: seek(fields, b, direction, inclusive=inclusive))
        case Shift(base, count, unit):
            return _on(
                base, context, lambda b: _shift(base, _ended(b, base, count, context), count, unit, context)
            )
        case Move(base, count, unit):
            return _on(base, context, lambda b: moved_whole(b, count, unit))
        case Enclosing(base, unit):
            return _on(base, context, lambda b: enclosing(b, unit))
        case Counterpart(base, year):
            return _counterpart(base, year, context)
        case Within(base, fields):
            return _within(base, fields, context)
        case Part(base, side):
            return _on(base, context, lambda b: part(b, side))
        case Softened(base, _):
            return _on(base, context, lambda b: b.roughly())
        case Daypart(base, code):
            return None if (day := _day_of(base, context)) is None else part_of_day(day, code)
        case Clock(base):
            return None if (day := _day_of(base, context)) is None else time_of_day(day, expression)
        case Nth(base, number, unit, weekday):
            return _on(
                base,
                context,
                lambda b: nth(b, number, unit) if weekday is None else nth_weekday(b, number, weekday),
            )
        case Reach(base, direction, length):
            return _on(base, context, lambda b: reach(b, direction, length))
        case _:
            return _plain(expression, context)


def _plain(expression: Expr, context: Context) -> Interval | None:
    match expression:
        case Anchor(reference):
            return _anchor(reference, context)
        case Years(first, last, unit):
            start = civil.days_from_civil(first, 1, 1) * DAY_SECONDS
            return Interval(start, civil.days_from_civil(last + 1, 1, 1) * DAY_SECONDS, unit)
        case Span(first, last):
            return _span(first, last, context)
        case Vague(when, base):
            return vague(when, context.published if base is None else context.here)
        case _:
            return None


def _within(base: Expr, fields: Fields, context: Context) -> Interval | None:
    if fields.season is not None and isinstance(base, Enclosing) and base.unit is Granularity.YEAR:
        return _on(base.base, context, lambda b: fill(fields, year_of_season(fields, b)))
    return _on(base, context, lambda b: within(fields, b))


def _anchor(reference: Reference, context: Context) -> Interval:
    if context.is_from_publication(reference):
        return context.published
    if reference is Reference.BUSINESS and context.text is None:
        return Interval.of_unit(
            civil.shift(context.published.start, -1, Granularity.QUARTER), Granularity.QUARTER
        )
    return context.here


def _counterpart(base: Expr, of: Expr, context: Context) -> Interval | None:
    """Give the same part of another year; that year itself for "the 1988 period" where no quarter has been told.

    "The same month last year" is never the month that it is compared with: of a month of last year, one year more.
    """
    found, year = resolve(base, context), resolve(of, context)
    if found is None or year is None or not (found.bounded and year.bounded):
        return year
    is_untold = isinstance(base, Anchor) and found.granularity < Granularity.QUARTER
    if is_untold or found.granularity >= Granularity.YEAR:
        return year
    years = year.year - found.year
    return moved(found, years or -(not isinstance(of, Matching)), Granularity.YEAR)


def _on(base: Expr, context: Context, step: _Step) -> Interval | None:
    found = resolve(base, context)
    return None if found is None else step(found)


def _day_of(base: Expr, context: Context) -> Interval | None:
    """Give the day of a time of day; in the news that of the publication where the text is at none."""
    found = resolve(base, context)
    if found is None or context.history or found.granularity <= Granularity.DAY:
        return found
    if base != Enclosing(Anchor(Reference.TEXT), Granularity.DAY):
        return found
    return Interval.of_unit(context.published.start, Granularity.DAY)


def _matching(fields: Fields, context: Context) -> Interval | None:
    if fields.year is not None:
        return fill(fields, fields.year)
    if context.history and context.direction is Direction.FUTURE:
        return seek(fields, context.here, Direction.FUTURE, inclusive=True)
    if context.history:
        return running(fields, context.here, context.ahead, context.latest)
    if fields.day is not None and fields.month is None and context.text is not None:
        found = running(fields, context.text, None)
        is_behind = found is not None and found.before(context.published)
        if not is_behind or context.direction is not Direction.FUTURE:
            return found  # else it is the next one: "talks failed in July; they go on on the 20th"
    return nearest(fields, context.published, context.direction, certain=context.certain)


def _shift(base: Expr, found: Interval, count: int, unit: Granularity, context: Context) -> Interval | None:
    if abs(count) > MOST_YEARS or not found.bounded:
        return None
    if isinstance(base, Enclosing):
        start = civil.shift(found.start, count, unit)
        if unit is not found.granularity:  # "the next day" of a year: somewhere in it
            return found.roughly()
        return Interval.of_unit(start, unit)
    if unit <= Granularity.WEEK and found.granularity >= Granularity.MONTH:
        by = civil.shift(found.start, count, unit) - found.start
        if abs(by) < found.end - found.start:
            return found.roughly()  # "three days later" in a text that has told no more than the month
        return replace(found, start=found.start + by, end=found.end + by, approximate=True)
    whole = moved(found, count, unit)
    compares = isinstance(base, Anchor) and base.reference in COMPARING and not context.history
    if compares and is_financial(found, unit):
        return whole
    if unit is Granularity.MONTH and found.granularity > unit and not is_unit(whole):
        return replace(whole, granularity=Granularity.YEAR, approximate=True)  # two months before an autumn
    if max(unit, found.granularity) < Granularity.DAYPART:
        return whole  # two hours after a time of day
    size = min(unit, Granularity.YEAR)
    if size > found.granularity:
        start = civil.shift(found.start, count, unit)
        return Interval.of_unit(start, size)
    if isinstance(base, Shift):  # "two years and three months ago": at the size of the last
        return Interval.of_unit(whole.start, size)
    if size < found.granularity <= Granularity.DAY:  # "an hour later" than that night
        return Interval.of_unit(found.start, Granularity.DAY)
    return whole if whole.granularity >= size else Interval.of_unit(whole.start, size)


def _ended(found: Interval, base: Expr, count: int, context: Context) -> Interval:
    """Give the week that past weeks are counted from: said on a Sunday that begins a week, the one to come.

    "Last week" is then the week that just ended. Weeks are written as ISO's all the same.
    """
    starts = civil.weekday(civil.day_of(context.published.start)) >= context.week_start > 0
    if not starts or count > 0 or not isinstance(base, Enclosing) or base.unit is not Granularity.WEEK:
        return found
    is_this_week = found.contains(context.published)
    return Interval.of_unit(found.end, Granularity.WEEK) if is_this_week else found


def _span(first: Expr | None, last: Expr | None, context: Context) -> Interval | None:
    start = resolve(first, context) if first else None
    inner = replace(context, text=start, history=True) if start else context
    end = resolve(last, inner) if last else None
    if start and end:
        if end.end <= start.start:
            return None
        return Interval(start.start, end.end, min(start.granularity, end.granularity))
    if start:
        return Interval(start.start, END, start.granularity)
    return Interval(BEGINNING, end.end, end.granularity) if end else None
