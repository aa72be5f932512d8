"""The records that the stages hand on: Article -> Timex -> Event -> Entry. All of them are frozen."""

from __future__ import annotations

from enum import StrEnum

from timeline.civil import Granularity
from timeline.expression import Expr
from timeline.frozen import Frozen, Sparse
from timeline.interval import END, Interval
from timeline.reason import NO_REASON, Reason
from timeline.resolve import Context


class Published(Frozen):
    """A publication date: a day or a moment in its own local time, and its zone in minutes east of Greenwich.

    `utc_offset` is None where no zone was told.
    """

    interval: Interval
    utc_offset: int | None = None


class Article(Frozen):
    """A text with the date on which it was published.

    `published` is in the article's own local time, a day or a finer unit; `utc_offset` is its zone in minutes
    east of Greenwich, None where it was not told. `language` is an ISO 639-1 code, "" where it is to be detected.
    """

    id: str
    text: str
    published: Interval
    title: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    utc_offset: int | None = None


class Kind(StrEnum):
    """The types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Reading(Frozen):
    """One thing that an expression may mean: its TIMEX3 value, its place on the calendar, and why."""

    kind: Kind
    value: str
    interval: Interval | None
    because: Reason
    mod: str = ""


class Way(StrEnum):
    """The ways of reading a date whose year or week the text does not tell."""

    PAST = "past"  # the last one before the publication
    FUTURE = "future"  # the first one after it
    TEXT = "text"  # the one that follows on the date that the text is at


class Meaning(Frozen):
    """What an expression means in a context, and as the first or last date of which stretch, if of one."""

    reading: Reading
    context: Context
    range: Interval | None = None


class Timex(Frozen):
    """A time expression in a text: `text[start:end]`, what it says and what it means there.

    `reading.interval` is None where the expression has no place on the calendar (lengths, sets).
    `context` is what it was read against where that had to tell its year or its week: other readings follow
    from it (`timeline.meaning.ways`). `range` is the whole stretch where this is its first or last date
    ("from 1939 to 1945").
    """

    start: int
    end: int
    expression: Expr
    reading: Reading
    rule: str
    context: Context | None = None
    range: Interval | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the text."""
        return self.start, self.end


class Basis(StrEnum):
    """What the date of an event rests on."""

    STATED = "stated"  # an expression of its own clause
    CARRIED = "carried"  # an expression elsewhere in the article that still holds
    PUBLISHED = "published"  # the publication date, where the text itself reports the news of that day
    BOUNDED = "bounded"  # no date, only what it must lie before or after


class Status(StrEnum):
    """How the text puts the event forward."""

    ACTUAL = "actual"
    PLANNED = "planned"
    DENIED = "denied"
    CONDITIONAL = "conditional"


class Event(Sparse):
    """What one article reports in `text[start:end]`, and when.

    `id` is derived from the content, so that reading the article again gives the same. `when` is the date, None
    where the article gives none; then `bounds` may still limit it, and it is open on the sides it does not.
    `timex` is the place in the text of the expression that the date rests on. `trigger` is the place of the word
    that tells of the event. `order` is the place on the article's own timeline, from 0; equal places are ties.
    `terms` are what it is about: the stem of the trigger first, then those of the other telling words of the
    stretch, names in their own case; merging compares them. `reported` tells that the article has it from someone.
    `after` are the events of the article that the text puts before this one: (id, why). `minor` marks a detail
    without a date of its own, which belongs to the article rather than on a timeline. `fingerprint` is that of the
    whole article, by which its copies are known, and `published` the end of its publication date. `readings` are what
    the words at `timex` mean in each way in which they can be read, `story` the terms that the article comes back to.
    `alone` tells that the article states this day, a past one, with the event and tells of nothing else on it.
    """

    id: str
    article: str
    start: int
    end: int
    summary: str
    when: Interval | None
    bounds: Interval
    basis: Basis
    because: Reason
    order: int
    timex: tuple[int, int] | None = None
    trigger: tuple[int, int] | None = None
    status: Status = Status.ACTUAL
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    reported: bool = False
    after: tuple[tuple[str, Reason], ...] = ()
    minor: bool = False
    fingerprint: bytes = b""
    published: int = END
    readings: tuple[tuple[Way, Interval], ...] = ()
    story: tuple[str, ...] = ()
    alone: bool = False


class Certainty(StrEnum):
    """How sure the date of an entry is, surest first."""

    STATED = "stated"  # an article gives the date with the event
    INFERRED = "inferred"  # the date is carried over from elsewhere in the article, or is that of the news
    APPROXIMATE = "approximate"  # the edges of the date are not meant exactly
    CONFLICTING = "conflicting"  # the reports give different dates
    UNDATED = "undated"  # no report gives a date; it may still be bounded


class Contradiction(Frozen):
    """Another entry that the words of an article put before one whose date lies before it; and that in a sentence."""

    entry: str
    because: Reason


class Entry(Sparse):
    """One event on a timeline, with every article's report of it.

    `mentions` are the reports, `sources` the number of independent ones (copies of an article count once).
    `when` is None where no report gives a date or where the reports disagree; `conflict` tells the latter, and
    `bounds` then spans all the claims. `basis` and `because` say what the date rests on, `status` how the best
    report puts it forward. `corrections` are the ids of the people's corrections in force on it, oldest first;
    `confirmed` tells that a person has confirmed it. `minor` tells that all its reports are. `id` is the least id of
    its mentions: any event's id leads to the entry that holds the event. `contradictions` are what the words put
    before it and the dates after it.
    """

    id: str
    summary: str
    when: Interval | None
    bounds: Interval
    mentions: tuple[Event, ...]
    sources: int = 1
    conflict: bool = False
    order: int = 0
    basis: Basis = Basis.BOUNDED
    because: Reason = NO_REASON
    status: Status = Status.ACTUAL
    confirmed: bool = False
    corrections: tuple[str, ...] = ()
    minor: bool = False
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def certainty(self) -> Certainty:
        """How sure the date is."""
        if self.conflict:
            return Certainty.CONFLICTING
        if self.when is None:
            return Certainty.UNDATED
        if self.when.approximate and self.when.granularity is not Granularity.DAYPART:
            return Certainty.APPROXIMATE  # an evening is vague in its hours, its day is not
        return Certainty.STATED if self.basis is Basis.STATED else Certainty.INFERRED
