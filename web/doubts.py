"""What needs a person's look: dates that disagree, are vague or missing, and publication dates in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from timeline import civil
from timeline.civil import Granularity
from timeline.interval import Interval
from timeline.model import Certainty, Entry, Status
from timeline.store import ArticleInfo, EntryQuery, TimelineInfo
from web.cards import Card, cards
from web.dates import date_words
from web.language import gettext as _
from web.storage import store

_SHOWN = 20
_LOOKED_AT = 500


@dataclass(frozen=True, slots=True)
class Section:
    """Entries with one thing to look at that nobody has confirmed: the first of them, and whether there are more.

    `certainty` is the degree that they share, None where it is their order that is in question.
    """

    title: str
    cards: tuple[Card, ...]
    more: bool
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """An article whose publication date cannot be right, or hardly, and why."""

    article: ArticleInfo
    because: str


@dataclass(frozen=True, slots=True)
class Queue:
    """All that needs a look."""

    sections: tuple[Section, ...]
    doubts: tuple[Doubt, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing needs a look."""
        return not self.sections and not self.doubts


def queue(timeline_id: str) -> Queue:
    """Give what needs a look on a timeline, most pressing first."""
    disordered = _waiting(store().contradicted(timeline_id, _LOOKED_AT))
    listed = {entry.id for entry in disordered}
    sections = [
        _section(timeline_id, _("Words and dates disagree on the order"), disordered),
        *(
            _section(
                timeline_id,
                title,
                [one for one in _of(timeline_id, certainty) if one.id not in listed],
                certainty,
            )
            for certainty, title in _titles().items()
        ),
    ]
    return Queue(tuple(one for one in sections if one.cards), tuple(_doubts(timeline_id)))


def waiting(info: TimelineInfo) -> int:
    """Count what needs a look on a timeline; looked through once for each state that the timeline is in."""
    return _counted(info.id, info.revision, civil.day_of(int(datetime.now(UTC).timestamp())))


@lru_cache(maxsize=1_000)
def _counted(timeline_id: str, _revision: int, _today: int) -> int:
    by_certainty = store().unconfirmed(timeline_id)
    disordered = _waiting(store().contradicted(timeline_id, _LOOKED_AT))
    otherwise_sure = sum(entry.certainty not in _titles() for entry in disordered)
    doubts = sum(1 for _doubt in _doubts(timeline_id))
    return sum(by_certainty[degree] for degree in _titles()) + otherwise_sure + doubts


def _titles() -> dict[Certainty, str]:
    return {
        Certainty.CONFLICTING: _("Sources differ"),
        Certainty.APPROXIMATE: _("Vague dates"),
        Certainty.UNDATED: _("No date given"),
    }


def _of(timeline_id: str, certainty: Certainty) -> list[Entry]:
    return _waiting(store().entries(timeline_id, EntryQuery(certainty=certainty, limit=_LOOKED_AT)).entries)


def _waiting(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if not entry.confirmed]


def _section(
    timeline_id: str, title: str, waiting: Sequence[Entry], certainty: Certainty | None = None
) -> Section:
    return Section(title, cards(timeline_id, waiting[:_SHOWN]), len(waiting) > _SHOWN, certainty)


def _doubts(timeline_id: str) -> Iterator[Doubt]:
    now = datetime.now(UTC)
    tomorrow = civil.days_from_civil(now.year, now.month, now.day) + 1
    articles = store().articles(timeline_id)
    later = _reported_before(timeline_id, articles)
    for info in articles:
        day = civil.day_of(info.published.start)
        if day > tomorrow:
            yield Doubt(info, _("it lies in the future"))
        elif info.id in later:
            when = date_words(later[info.id], later[info.id])
            yield Doubt(info, _("the article tells of %(when)s as past", when=when))


def _reported_before(timeline_id: str, articles: Iterable[ArticleInfo]) -> dict[str, Interval]:
    """Give, by article, when something was that it reports as a fact and that lies after its publication.

    A detail told in passing counts not: "an inquiry" is no fact yet where it "will begin".
    """
    published = {info.id: info.published for info in articles}
    if not published:
        return {}
    first = min(civil.day_of(when.end - 1) for when in published.values()) + 1
    page = store().entries(timeline_id, EntryQuery(first_day=first, limit=_LOOKED_AT))
    return {
        mention.article: mention.when
        for entry in page.entries
        for mention in entry.mentions
        if mention.status is Status.ACTUAL
        and not mention.minor
        and mention.when is not None
        and mention.when.granularity <= Granularity.DAY
        and mention.article in published
        and civil.day_of(mention.when.start) > civil.day_of(published[mention.article].end - 1)
    }
