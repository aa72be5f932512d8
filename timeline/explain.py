"""Why an expression means what it means: a reason, to be drawn as one plain sentence."""

from __future__ import annotations

from timeline.civil import Granularity
from timeline.expression import (
    Anchor,
    Clock,
    Counterpart,
    Daypart,
    Direction,
    Enclosing,
    Expr,
    Length,
    Matching,
    Move,
    Nth,
    Part,
    Reach,
    Reference,
    Repeat,
    Seek,
    Shift,
    Side,
    Softened,
    Span,
    Vague,
    When,
    Within,
)
from timeline.interval import Interval
from timeline.reason import Reason, because
from timeline.resolve import Context, resolve

_WEEKDAYS = (
    because("Monday"),
    because("Tuesday"),
    because("Wednesday"),
    because("Thursday"),
    because("Friday"),
    because("Saturday"),
    because("Sunday"),
)
_PARTS = {
    "MO": because("morning"),
    "MI": because("midday"),
    "AF": because("afternoon"),
    "EV": because("evening"),
    "NI": because("night"),
    "DT": because("daytime"),
}
_ONE = {
    Granularity.SECOND: because("the second"),
    Granularity.MINUTE: because("the minute"),
    Granularity.HOUR: because("the hour"),
    Granularity.DAYPART: because("the part of the day"),
    Granularity.DAY: because("the day"),
    Granularity.WEEKEND: because("the weekend"),
    Granularity.WEEK: because("the week"),
    Granularity.MONTH: because("the month"),
    Granularity.SEASON: because("the season"),
    Granularity.QUARTER: because("the quarter"),
    Granularity.HALF: because("the half year"),
    Granularity.YEAR: because("the year"),
    Granularity.DECADE: because("the decade"),
    Granularity.CENTURY: because("the century"),
    Granularity.MILLENNIUM: because("the millennium"),
}
_SEVERAL = {
    Granularity.SECOND: because("seconds"),
    Granularity.MINUTE: because("minutes"),
    Granularity.HOUR: because("hours"),
    Granularity.DAYPART: because("parts of a day"),
    Granularity.DAY: because("days"),
    Granularity.WEEKEND: because("weekends"),
    Granularity.WEEK: because("weeks"),
    Granularity.MONTH: because("months"),
    Granularity.SEASON: because("seasons"),
    Granularity.QUARTER: because("quarters"),
    Granularity.HALF: because("half years"),
    Granularity.YEAR: because("years"),
    Granularity.DECADE: because("decades"),
    Granularity.CENTURY: because("centuries"),
    Granularity.MILLENNIUM: because("millennia"),
}
_OUTRIGHT = because("the text says so outright")


def why(expression: Expr, interval: Interval | None, context: Context) -> Reason:
    """Give the reason why the expression means the interval in the context."""
    match expression:
        case Length() | Softened(Length()):
            return because("a length of time; it dates nothing by itself")
        case Repeat():
            return because("a time that comes again; it dates nothing by itself")
        case Vague(when, base):
            return _vague(when, _anchor(base, context) if base is not None else _published(context))
        case _ if interval is None:
            return because("it names no single place on the calendar")
        case Matching(fields) if fields.year is not None:
            if fields.holiday is not None:
                return because("the day or days that go by this name")
            if fields.granularity is Granularity.DAY:
                return because("the date is given in full")
            return _OUTRIGHT
        case Matching():
            return _matching(expression, interval, context)
        case Seek(base, direction, fields, _):
            return _seek(direction, fields.weekday, interval, _anchor(base, context))
        case Shift(base, count, unit):
            return _shift(base, count, unit, context)
        case Move(base, count, unit):
            return _moved(count, unit, base, context)
        case Reach(base, Direction.PAST, _):
            return because("the stretch up to %(anchor)s", anchor=_anchor(base, context))
        case Reach(base):
            return because("the stretch from %(anchor)s", anchor=_anchor(base, context))
        case _:
            return _nested(expression, interval, context)


def _nested(expression: Expr, interval: Interval, context: Context) -> Reason:
    match expression:
        case Enclosing(Anchor(Reference.BUSINESS)):
            return _business_quarter(interval, context)
        case Enclosing(base, unit):
            return because("%(unit)s of %(anchor)s", unit=_ONE[unit], anchor=_anchor(base, context))
        case Part(Daypart(base, code), side):
            return _part_of_day(side, interval, code, why(base, interval, context))
        case Part(base, side):
            return _part(side, interval, why(base, interval, context))
        case Softened(base, _):
            return because("%(why)s, not meant exactly", why=why(base, interval, context))
        case Daypart(base, code):
            whole = why(base, interval, context)
            return because("%(part)s of %(date)s: %(why)s", part=_named(code), date=interval, why=whole)
        case Clock(base):
            whole = why(base, interval, context)
            return because("a time of day on %(date)s: %(why)s", date=interval, why=whole)
        case Within(base, _) | Counterpart(_, base):
            whole = _whole(base, interval, context)
            return because("%(date)s: inside %(whole)s", date=interval, whole=whole)
        case Nth(base):
            return because("counted inside %(whole)s", whole=_whole(base, interval, context))
        case Span():
            return because("from the first date to the last, both included")
        case _:
            return _OUTRIGHT


def _business_quarter(quarter: Interval, context: Context) -> Reason:
    """Say which quarter a report of business means by "the quarter"."""
    if context.text is not None:
        return because("%(date)s, the quarter that the text tells of", date=quarter)
    return because(
        "%(date)s, the last one that ended before %(anchor)s", date=quarter, anchor=_published(context)
    )


def _part(side: Side, date: Interval, whole: Reason) -> Reason:
    match side:
        case Side.START:
            return because("the first part of %(date)s: %(why)s", date=date, why=whole)
        case Side.MID:
            return because("the middle of %(date)s: %(why)s", date=date, why=whole)
        case Side.END:
            return because("the last part of %(date)s: %(why)s", date=date, why=whole)


def _part_of_day(side: Side, date: Interval, code: str, whole: Reason) -> Reason:
    part = _named(code)
    match side:
        case Side.START:
            return because("early in the %(part)s of %(date)s: %(why)s", part=part, date=date, why=whole)
        case Side.MID:
            return because("the middle of the %(part)s of %(date)s: %(why)s", part=part, date=date, why=whole)
        case Side.END:
            return because("late in the %(part)s of %(date)s: %(why)s", part=part, date=date, why=whole)


def _named(code: str) -> Reason:
    return _PARTS.get(code, because("part"))


def _whole(base: Expr, interval: Interval, context: Context) -> Reason:
    if isinstance(base, Matching):
        return because("the period that the text names")
    return why(base, interval, context)


def _seek(direction: Direction, weekday: int | None, found: Interval, anchor: Reason) -> Reason:
    past = direction is Direction.PAST
    if weekday is not None:
        day = _WEEKDAYS[weekday]
        if past:
            return because("the %(weekday)s before %(anchor)s", weekday=day, anchor=anchor)
        return because("the %(weekday)s after %(anchor)s", weekday=day, anchor=anchor)
    if past:
        return because("%(date)s, the nearest before %(anchor)s", date=found, anchor=anchor)
    return because("%(date)s, the nearest after %(anchor)s", date=found, anchor=anchor)


def _vague(when: When, anchor: Reason) -> Reason:
    match when:
        case When.PAST:
            return because("a time before %(anchor)s, that is not told", anchor=anchor)
        case When.PRESENT:
            return because("a time at the time of %(anchor)s, that is not told", anchor=anchor)
        case When.FUTURE:
            return because("a time after %(anchor)s, that is not told", anchor=anchor)


def _matching(expression: Matching, interval: Interval, context: Context) -> Reason:
    if context.history:
        return because(
            "the text is at %(here)s, and %(date)s goes on from there", here=context.here, date=interval
        )
    published, fields = _published(context), expression.fields
    weekday = _WEEKDAYS[fields.weekday] if fields.weekday is not None and fields.day is None else None
    if weekday and interval.overlaps(context.published):
        return because("the day of %(anchor)s", anchor=published)
    if context.direction is Direction.FUTURE and context.published.before(interval):
        return because("the first one after %(anchor)s, since the sentence looks ahead", anchor=published)
    if weekday:
        return because("the last %(weekday)s before %(anchor)s", weekday=weekday, anchor=published)
    if context.direction is Direction.PAST and interval.before(context.published):
        return because("the last one before %(anchor)s, since the sentence looks back", anchor=published)
    return because("the one nearest to %(anchor)s", anchor=published)


def _published(context: Context) -> Reason:
    return because("the publication, %(date)s", date=context.published)


def _anchor(base: Expr, context: Context) -> Reason:
    match base:
        case Anchor(reference) if context.is_from_publication(reference):
            return _published(context)
        case Anchor(Reference.MENTIONED):
            return because("%(date)s, which the text named last", date=context.here)
        case Anchor():
            return because("%(date)s, where the text is", date=context.here)
        case Enclosing(inner, _) | Shift(inner, _, _):
            return _anchor(inner, context)
        case _:
            return because("the date that the text names")


def _shift(base: Expr, count: int, unit: Granularity, context: Context) -> Reason:
    if isinstance(base, Seek):  # "a week on Friday"
        return _moved(count, unit, base, context)
    anchor = _anchor(base, context)
    if isinstance(base, Anchor) and unit is Granularity.DAY and abs(count) <= 1:
        return _neighbour(count, anchor)
    if isinstance(base, Enclosing):
        return _shifted_unit(count, unit, anchor)
    return _distance(count, unit, anchor)


def _distance(count: int, unit: Granularity, anchor: Reason) -> Reason:
    one, several, size = _ONE[unit], _SEVERAL[unit], abs(count)
    if size == 1 and count < 0:
        return because("%(unit)s before %(anchor)s", unit=one, anchor=anchor)
    if size == 1:
        return because("%(unit)s after %(anchor)s", unit=one, anchor=anchor)
    if count < 0:
        return because("%(count)s %(units)s before %(anchor)s", count=size, units=several, anchor=anchor)
    return because("%(count)s %(units)s after %(anchor)s", count=size, units=several, anchor=anchor)


def _moved(count: int, unit: Granularity, base: Expr, context: Context) -> Reason:
    moved = resolve(base, context) or context.published
    distance = _distance(count, unit, because("%(date)s", date=moved))
    return because("%(distance)s: %(why)s", distance=distance, why=why(base, moved, context))


def _neighbour(count: int, anchor: Reason) -> Reason:
    match count:
        case -1:
            return because("the day before %(anchor)s", anchor=anchor)
        case 0:
            return because("the day of %(anchor)s", anchor=anchor)
        case _:
            return because("the day after %(anchor)s", anchor=anchor)


def _shifted_unit(count: int, unit: Granularity, anchor: Reason) -> Reason:
    """Say how far a calendar unit is from the one that holds the anchor."""
    one, several, size = _ONE[unit], _SEVERAL[unit], abs(count)
    if size == 1 and count < 0:
        return because("%(unit)s before that of %(anchor)s", unit=one, anchor=anchor)
    if size == 1:
        return because("%(unit)s after that of %(anchor)s", unit=one, anchor=anchor)
    if count < 0:
        return because(
            "%(count)s %(units)s before that of %(anchor)s", count=size, units=several, anchor=anchor
        )
    return because("%(count)s %(units)s after that of %(anchor)s", count=size, units=several, anchor=anchor)
