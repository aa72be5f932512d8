"""Why an expression means what it means, in one plain sentence."""

from __future__ import annotations

from timeline import civil
from timeline.civil import Granularity
from timeline.expression import (
    Anchor,
    Clock,
    Daypart,
    Direction,
    Enclosing,
    Expr,
    Length,
    Matching,
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
from timeline.resolve import Context

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_SIDES = {Side.START: "the first part of", Side.MID: "the middle of", Side.END: "the last part of"}
_PARTS = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}


def in_words(interval: Interval) -> str:
    """Write the unit that an interval names in words: "Sunday 7 August 2022", "the third quarter of 1998"."""
    if not interval.bounded:
        return "an open stretch of time"
    unit, day = interval.granularity, civil.day_of(interval.start)
    year, month, of_month = civil.civil_from_days(day)
    name = f"{1 - year} BCE" if year <= 0 else str(year)
    if unit <= Granularity.DAY:
        return f"{_WEEKDAYS[civil.weekday(day)]} {of_month} {_MONTHS[month - 1]} {name}"
    if unit is Granularity.MONTH:
        return f"{_MONTHS[month - 1]} {name}"
    if unit is Granularity.WEEK:
        return f"the week of {of_month} {_MONTHS[month - 1]} {name}"
    if unit is Granularity.WEEKEND:
        return f"the weekend of {of_month} {_MONTHS[month - 1]} {name}"
    if unit is Granularity.SEASON:
        return f"the {_SEASONS.get(month, 'season')} of {name}"
    if unit is Granularity.QUARTER:
        return f"the {('first', 'second', 'third', 'fourth')[(month - 1) // 3]} quarter of {name}"
    if unit is Granularity.HALF:
        return f"the {'first' if month <= 6 else 'second'} half of {name}"
    if unit is Granularity.DECADE:
        return f"the {year - year % 10}s" if year > 0 else f"the years from {name}"
    return name if unit is Granularity.YEAR else f"the years from {name}"


def because(expression: Expr, interval: Interval | None, context: Context) -> str:
    """Say in one sentence why the expression means the interval in the context."""
    match expression:
        case Length() | Softened(Length()):
            return "a length of time; it dates nothing by itself"
        case Repeat():
            return "a time that comes again; it dates nothing by itself"
        case Vague(when):
            return _vague(when, context)
        case _ if interval is None:
            return "it names no single place on the calendar"
        case Matching(fields) if fields.year is not None:
            return (
                "the date is given in full"
                if fields.granularity is Granularity.DAY
                else "the text says so outright"
            )
        case Matching():
            return _matching(expression, interval, context)
        case Seek(base, direction, fields, _):
            what = _WEEKDAYS[fields.weekday] if fields.weekday is not None else in_words(interval)
            side = "before" if direction is Direction.PAST else "after"
            return (
                f"the {what} {side} {_anchor(base, context)}"
                if fields.weekday is not None
                else (f"{what}, the nearest {side} {_anchor(base, context)}")
            )
        case Shift(base, count, unit):
            return _shift(base, count, unit, context)
        case Reach(base, direction, _):
            return (
                f"the stretch {'up to' if direction is Direction.PAST else 'from'} {_anchor(base, context)}"
            )
        case _:
            return _nested(expression, interval, context)


def _nested(expression: Expr, interval: Interval, context: Context) -> str:
    match expression:
        case Enclosing(base, unit):
            return f"the {unit.name.lower()} of {_anchor(base, context)}"
        case Part(base, side):
            return f"{_SIDES[side]} {in_words(interval)}: {because(base, interval, context)}"
        case Softened(base, _):
            return f"{because(base, interval, context)}, not meant exactly"
        case Daypart(base, code):
            return f"{_PARTS.get(code, 'part')} of {in_words(interval)}: {because(base, interval, context)}"
        case Clock(base):
            return f"a time of day on {in_words(interval)}: {because(base, interval, context)}"
        case Within(base, _):
            return f"{in_words(interval)}: inside {_inside(base, interval, context)}"
        case Nth(base):
            return f"counted inside {_inside(base, interval, context)}"
        case Span():
            return "from the first date to the last, both included"
        case _:
            return "the text says so outright"


def _inside(base: Expr, interval: Interval, context: Context) -> str:
    if isinstance(base, Matching):
        return "the period that the text names"
    return because(base, interval, context)


def _vague(when: When, context: Context) -> str:
    side = {When.PAST: "before", When.PRESENT: "at the time of", When.FUTURE: "after"}[when]
    return f"a time {side} the publication, {in_words(context.published)}, that is not told"


def _matching(expression: Matching, interval: Interval, context: Context) -> str:
    if context.history:
        return f"the text is at {in_words(context.here)}, and {in_words(interval)} goes on from there"
    published = f"the publication, {in_words(context.published)}"
    fields = expression.fields
    weekday = _WEEKDAYS[fields.weekday] if fields.weekday is not None and fields.day is None else None
    if weekday and interval.contains(context.published):
        return f"the day of {published}"
    if context.direction is Direction.FUTURE and context.published.before(interval):
        return f"the first one after {published}, since the sentence looks ahead"
    if weekday:
        return f"the last {weekday} before {published}"
    if context.direction is Direction.PAST and interval.before(context.published):
        return f"the last one before {published}, since the sentence looks back"
    return f"the one nearest to {published}"


def _anchor(base: Expr, context: Context) -> str:
    match base:
        case Anchor(Reference.PUBLICATION):
            return f"the publication, {in_words(context.published)}"
        case Anchor(Reference.RUNNING) if not context.history:
            return f"the publication, {in_words(context.published)}"
        case Anchor():
            return f"{in_words(context.here)}, where the text is"
        case Enclosing(inner, _) | Shift(inner, _, _):
            return _anchor(inner, context)
        case _:
            return "the date that the text names"


def _shift(base: Expr, count: int, unit: Granularity, context: Context) -> str:
    anchor = _anchor(base, context)
    name = unit.name.lower()
    if isinstance(base, Anchor) and unit is Granularity.DAY and abs(count) <= 1:
        return {-1: "the day before", 0: "the day of", 1: "the day after"}[count] + f" {anchor}"
    side = "before" if count < 0 else "after"
    amount = f"{abs(count)} {name}{'s' if abs(count) != 1 else ''}" if abs(count) != 1 else f"the {name}"
    return f"{amount} {side} {'that of ' if isinstance(base, Enclosing) else ''}{anchor}"
