"""What a phrase says, free of any date: a small algebra of calendar operators.

The operators are those of SCATE (Bethard and Parker 2016, "A semantically compositional annotation scheme for time
normalization"), trimmed. An expression is frozen, hashable and prints as its constructor call; `timeline.resolve`
gives it a meaning in a context.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum

from timeline.civil import Granularity
from timeline.frozen import Frozen


class Expr(Frozen):
    """The base of all expressions."""


class Reference(StrEnum):
    """What an expression is reckoned from."""

    PUBLICATION = "publication"  # "ago", "yesterday", "last year"
    TEXT = "text"  # "later", "the previous day", "that month": the date the text is at
    MENTIONED = "mentioned"  # "two years after that": the last date that the text has named
    RUNNING = "running"  # "the year", "the weekend": TEXT in a history, PUBLICATION in the news
    YEAR_AGO = "year ago"  # "a year ago": PUBLICATION, or the business quarter that is compared
    BUSINESS = "business"  # "the quarter": the one that a report is about, else the last that has ended
    BEFORE_TEXT = (
        "before text"  # "a year earlier": as TEXT, and at the granularity of what it is compared with
    )


class Direction(IntEnum):
    """On which side of its anchor a date lies."""

    PAST = -1
    SAME = 0
    FUTURE = 1


class Side(StrEnum):
    """A part of a unit, as TIMEX3's `mod` has it."""

    START = "START"
    MID = "MID"
    END = "END"


class Near(StrEnum):
    """How a quantity or a date is softened, as TIMEX3's `mod` has it."""

    APPROX = "APPROX"
    MORE_THAN = "MORE_THAN"
    LESS_THAN = "LESS_THAN"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"


class When(StrEnum):
    """The three times without a date, as TIMEX3's values have them."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


class Anchor(Expr, frozen=True, gc=False):
    """The date that the phrase is reckoned from."""

    reference: Reference = Reference.PUBLICATION


PUBLICATION = Anchor(Reference.PUBLICATION)
TEXT = Anchor(Reference.TEXT)
MENTIONED = Anchor(Reference.MENTIONED)
RUNNING = Anchor(Reference.RUNNING)
BUSINESS = Anchor(Reference.BUSINESS)
COMPARED = Anchor(Reference.BEFORE_TEXT)
COMPARING = (Reference.BEFORE_TEXT, Reference.YEAR_AGO, Reference.BUSINESS)


class Fields(Expr, frozen=True, gc=False):
    """The parts of a date that are said; a part not said is None. Years are astronomical (0 is 1 BCE).

    `season` counts spring 1 to winter 4, `weekday` Monday 0 to Sunday 6. `holiday` names a rule of the pack. `fiscal`
    tells of a quarter that it is one of a business year, which need not be the calendar's.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: int | None = None
    week: int | None = None
    holiday: str | None = None
    fiscal: bool = False

    @property
    def granularity(self) -> Granularity:
        """The smallest unit that is said."""
        if self.day is not None or self.weekday is not None or self.holiday is not None:
            return Granularity.DAY
        for said, unit in (
            (self.month, Granularity.MONTH),
            (self.quarter, Granularity.QUARTER),
            (self.season, Granularity.SEASON),
            (self.week, Granularity.WEEK),
            (self.half, Granularity.HALF),
        ):
            if said is not None:
                return unit
        return Granularity.YEAR


class Years(Expr, frozen=True, gc=False):
    """The years `first` to `last` (astronomical, inclusive), named as one unit: a decade, a century."""

    first: int
    last: int
    unit: Granularity


class Enclosing(Expr, frozen=True, gc=False):
    """The calendar unit that holds the base: "this month"."""

    base: Expr
    unit: Granularity


class Shift(Expr, frozen=True, gc=False):
    """The base moved by `count` units and named at the size of that unit: "last year", "two days ago"."""

    base: Expr
    count: int
    unit: Granularity


class Move(Expr, frozen=True, gc=False):
    """The base moved by `count` units and kept at its own size: "two days before Christmas", "a year ago today"."""

    base: Expr
    count: int
    unit: Granularity


class Seek(Expr, frozen=True, gc=False):
    """The nearest date with these fields on one side of the base: "last Friday", "next June".

    `inclusive` lets the unit that holds the base itself count.
    """

    base: Expr
    direction: Direction
    fields: Fields
    inclusive: bool = False


class Within(Expr, frozen=True, gc=False):
    """The date with these fields inside the base: "October last year", "the third quarter of next year"."""

    base: Expr
    fields: Fields


class Nth(Expr, frozen=True, gc=False):
    """The `number`-th unit inside the base, counted from its end where negative: "the last week of August".

    With a `weekday` (Monday 0) only those days count: "the first Monday in May".
    """

    base: Expr
    number: int
    unit: Granularity
    weekday: int | None = None


class Counterpart(Expr, frozen=True, gc=False):
    """The same part of another year as the base: "the 1988 quarter", "the same month last year"."""

    base: Expr
    year: Expr


class Part(Expr, frozen=True, gc=False):
    """The start, middle or end of the base: "late last month"."""

    base: Expr
    side: Side


class Softened(Expr, frozen=True, gc=False):
    """The base, not meant exactly: "about 1850", "more than two years"."""

    base: Expr
    near: Near


class Daypart(Expr, frozen=True, gc=False):
    """A part of the day of the base, by TIMEX3's code: MO, MI, AF, EV, NI, DT."""

    base: Expr
    code: str


class Clock(Expr, frozen=True, gc=False):
    """A time of day on the base; `minute` and `second` are None where they are not said."""

    base: Expr
    hour: int
    minute: int | None = None
    second: int | None = None


class Span(Expr, frozen=True, gc=False):
    """One time from the first to the last, both included: "between 3 and 5 August"; an open side is None."""

    first: Expr | None
    last: Expr | None


class Pair(Expr, frozen=True, gc=False):
    """Two dates of which one says what holds for both: "4 and 9 May", or "5-7 May", which is a `stretch`."""

    first: Expr
    last: Expr
    stretch: bool = True


class Length(Expr, frozen=True, gc=False):
    """An amount of time: pairs of count and unit, largest first; a count of None is not told ("several days")."""

    parts: tuple[tuple[float | None, Granularity], ...]


class Reach(Expr, frozen=True, gc=False):
    """A length that ends or starts at the base: "the past three months", "the next two years"."""

    base: Expr
    direction: Direction
    length: Length


class Repeat(Expr, frozen=True, gc=False):
    """A time that comes again: every `every`, which is a length ("daily") or a date with open fields."""

    every: Expr


class Vague(Expr, frozen=True, gc=False):
    """A time without a date: "now", "recently", "soon"; with a base that is not the publication, "some days later"."""

    when: When
    base: Anchor | None = None


class Matching(Expr, frozen=True, gc=False):
    """A date whose missing fields the context fills, by tense in the news, by the running date in a history."""

    fields: Fields
