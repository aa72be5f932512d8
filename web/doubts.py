"""What needs a person's look: dates that disagree, vague ones, missing ones, publication dates in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from timeline import civil
from timeline.civil import Granularity
from timeline.model import Certainty, Entry, Status
from timeline.store import ArticleInfo, EntryQuery
from web.cards import Card, cards
from web.dates import date_words
from web.language import gettext as _
from web.storage import store

_SHOWN = 20
_LOOKED_AT = 500


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one degree of certainty that nobody has confirmed: the first of them, and how many there are."""

    certainty: Certainty
    cards: tuple[Card, ...]
    more: bool


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
    kinds = (Certainty.CONFLICTING, Certainty.APPROXIMATE, Certainty.UNDATED)
    sections = (_section(timeline_id, kind) for kind in kinds)
    return Queue(tuple(one for one in sections if one.cards), tuple(_doubts(timeline_id)))


def _section(timeline_id: str, certainty: Certainty) -> Section:
    page = store().entries(timeline_id, EntryQuery(certainty=certainty, limit=_LOOKED_AT))
    waiting = [entry for entry in page.entries if not entry.confirmed]
    return Section(certainty, cards(timeline_id, waiting[:_SHOWN]), more=len(waiting) > _SHOWN)


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
            when = date_words(later[info.id].when, later[info.id].bounds)
            yield Doubt(info, _("the article tells of %(when)s as past", when=when))


def _reported_before(timeline_id: str, articles: Iterable[ArticleInfo]) -> dict[str, Entry]:
    """Give, by article, an entry that it reports as a fact and that lies after its publication."""
    published = {info.id: info.published for info in articles}
    if not published:
        return {}
    first = min(civil.day_of(when.end - 1) for when in published.values()) + 1
    page = store().entries(timeline_id, EntryQuery(first_day=first, limit=_LOOKED_AT))
    return {
        mention.article: entry
        for entry in page.entries
        for mention in entry.mentions
        if mention.status is Status.ACTUAL
        and mention.when is not None
        and mention.when.granularity <= Granularity.DAY
        and mention.article in published
        and civil.day_of(mention.when.start) > civil.day_of(published[mention.article].end - 1)
    }
