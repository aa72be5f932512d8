"""What the store answers: timelines, jobs, pages of entries. Moments are UTC milliseconds since 1970."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.interval import Interval
from timeline.model import Article, Certainty, Entry, Event


@dataclass(frozen=True, slots=True)
class TimelineInfo:
    """A timeline as the list of timelines shows it. `created` is in UTC milliseconds since 1970.

    `days` are the day numbers of the first and the last place where an entry stands in time, None where none does.
    `revision` grows whenever what it shows changes.
    """

    id: str
    title: str
    created: int
    articles: int = 0
    entries: int = 0
    days: tuple[int, int] | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """An article without its text: `characters` is the text's length, `events` what was read from it.

    `failure` says why the article could not be read, "" where it was.
    """

    id: str
    title: str
    source: str
    url: str
    published: Interval
    characters: int
    events: int
    failure: str = ""


class JobState(StrEnum):
    """The life of a job. The last three are final."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def final(self) -> bool:
        """Whether the job has ended."""
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


@dataclass(frozen=True, slots=True)
class ArticleError:
    """One article of a job that could not be read, and why. The article itself is kept, without events."""

    article: str
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Job:
    """Work on one timeline. `done` of `total` articles are read and on the timeline, or have an error.

    `failed` is the state when none of the articles could be read; a job with some errors is `done`.
    `finished` is None until the job has ended.
    """

    id: str
    timeline: str
    state: JobState
    done: int
    total: int
    errors: tuple[ArticleError, ...]
    created: int
    finished: int | None = None


class Stage(StrEnum):
    """How far one article of a job is."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Progress:
    """One article of a job: `events` is how many were read from it, `failure` why it could not be read."""

    article: str
    title: str
    stage: Stage
    events: int = 0
    failure: str = ""


@dataclass(frozen=True, slots=True)
class EntryQuery:
    """Which entries, and from where on. All conditions given must hold; None and "" are no condition.

    `first_day` and `last_day` are day numbers, inclusive: an entry belongs where its date, or what bounds it,
    touches the window. `text` is looked for, whatever the case, in summary, quoted words and article titles.
    `source` and `actor` are the whole name. `cursor` is one that another page gave.
    """

    first_day: int | None = None
    last_day: int | None = None
    source: str = ""
    text: str = ""
    certainty: Certainty | None = None
    actor: str = ""
    cursor: str = ""
    limit: int = 50


@dataclass(frozen=True, slots=True)
class EntryPage:
    """Entries in time order. `next_cursor` is "" on the last page; `total` counts all that match.

    `previous_cursor` gives the page before: "" where that is the first one, None where there is none.
    """

    entries: tuple[Entry, ...]
    next_cursor: str
    total: int
    previous_cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Bucket:
    """How many entries begin between two days (inclusive), and how many of them are not surely dated."""

    first_day: int
    last_day: int
    entries: int
    uncertain: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The sources and actors of a timeline with the number of entries of each, most frequent first."""

    sources: tuple[tuple[str, int], ...]
    actors: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """A page of a timeline with what stands around it: how the view lies in time, and what one may filter by.

    `days` are the days on which entries of the view stand, in time order. `certainties` counts the entries of each
    degree among those that all other filters leave.
    """

    page: EntryPage
    days: tuple[Bucket, ...]
    facets: Facets
    certainties: Mapping[Certainty, int]


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles that one task reads. `exhausted` tells that all attempts ended with the worker's death."""

    id: str
    timeline: str
    articles: tuple[Article, ...]
    exhausted: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading an article gave: its events, or the `failure` that kept it from being read."""

    article: Article
    events: tuple[Event, ...] = ()
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Weaving:
    """A change to the components of reports and to the entries that show them.

    `marks` are the pairs of field and version, from the list of what is to be woven, that this settles.
    `articles` gives the ids of each article's events, `homeless` those of events that are gone. `blocks` gives
    for blocking keys the ids of the events that have them, nothing where none is left. `dropped` are components that
    are no more; `hidden` entries go before `entries` come. `shown` gives the entries that show a component.
    """

    marks: tuple[tuple[str, str], ...]
    articles: Mapping[str, tuple[str, ...]]
    homeless: tuple[str, ...]
    blocks: Mapping[str, Sequence[str]]
    dropped: tuple[str, ...]
    components: Mapping[str, tuple[Event, ...]]
    hidden: tuple[str, ...]
    entries: tuple[Entry, ...]
    shown: Mapping[str, tuple[str, ...]]
