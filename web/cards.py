"""An entry as a page shows it: the date in words, what is certain, the words quoted, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from timeline import civil
from timeline.civil import Granularity
from timeline.events.merge import quotable
from timeline.formats.base import headed
from timeline.interval import END
from timeline.model import Article, Basis, Certainty, Entry, Event, Status
from web.dates import Words, date_words, granularity_words, year_words
from web.language import gettext as _
from web.marking import quoted
from web.storage import store

_COARSE = Granularity.WEEKEND
_HARDLY = 20  # characters, "that he said" and the like
_NEAR = 160  # characters around a report in which its summary may stand: no summary is longer
_GAP = " … "


MOST_LISTED = 6
"""Reports of an entry that stand with it in a list; the page of the entry has all."""


@dataclass(frozen=True, slots=True)
class Report:
    """One article's report of an event. `parts` are the quoted words, the second of a pair tells the mark.

    `expression` is what dates the event where that stands elsewhere in the article. `article` is None where it
    has been removed since.
    """

    mention: Event
    article: Article | None
    words: Words
    parts: tuple[tuple[str, bool], ...]
    expression: str = ""

    @property
    def name(self) -> str:
        """How to call the article: its source, else its title."""
        if self.article is None:
            return self.mention.article
        return self.article.source or self.article.title or _("Untitled article")

    @property
    def published(self) -> Words | None:
        """The article's publication date in words."""
        article = self.article
        return date_words(article.published, article.published, article.utc_offset) if article else None


@dataclass(frozen=True, slots=True)
class Card:
    """An entry with its reports, the one that speaks for it first."""

    entry: Entry
    words: Words
    reports: tuple[Report, ...]
    year: str = ""

    @property
    def listed(self) -> tuple[Report, ...]:
        """The reports that a list has room for: the first ones; where sources differ, one for each date."""
        if not self.entry.conflict or len(self.reports) <= MOST_LISTED:
            return self.reports[:MOST_LISTED]
        by_date = {report.mention.when: report for report in reversed(self.reports)}
        return tuple(report for report in self.reports if by_date[report.mention.when] is report)[
            :MOST_LISTED
        ]

    @property
    def granularity(self) -> str:
        """How finely the date is given."""
        return granularity_words(self.entry.when)

    @property
    def glyph(self) -> str:
        """The sign that stands for the date: a dot for a day, a bar for a stretch, and how sure they are."""
        when, certainty = self.entry.when, self.entry.certainty
        if certainty is Certainty.STATED and when is not None and when.granularity >= _COARSE:
            return "unit"
        return certainty.value

    @property
    def certainty(self) -> str:
        """How sure the date is, in a word or two."""
        return certainty_words()[self.entry.certainty]

    @property
    def heading(self) -> tuple[tuple[str, bool], ...]:
        """The summary in parts, the words that date it marked where they stand in it."""
        (first, marked), *rest = self._parts
        return ((headed(first), marked), *rest)

    @property
    def _parts(self) -> tuple[tuple[str, bool], ...]:
        before, gap, own = self.entry.summary.rpartition(_GAP)
        report = self.reports[0] if self.reports else None
        if report is None or report.article is None:
            return ((self.entry.summary, False),)
        mention, text = report.mention, report.article.text
        place = text.find(own, max(0, mention.start - _NEAR), mention.end + _NEAR)
        if place < 0:
            return ((self.entry.summary, False),)
        parts = quoted(text, place, place + len(own), mention.timex)
        return ((before + gap, False), *parts) if gap else parts

    @property
    def quotes_more(self) -> bool:
        """Whether the quoted words say so much more than the summary that both are worth reading."""
        report, own = self.reports[0] if self.reports else None, self.entry.summary.rpartition(_GAP)[2]
        said = "".join(text for text, _mark in report.parts).strip() if report else ""
        alike = own in said and len(said) - len(own) < _HARDLY
        return said not in self.entry.summary and not alike

    @property
    def status(self) -> str:
        """How the text puts the event forward, "" where as a fact."""
        return _status_words()[self.entry.status]

    @property
    def basis(self) -> str:
        """What the date rests on."""
        return basis_words()[self.entry.basis]


def cards(timeline_id: str, entries: Sequence[Entry]) -> tuple[Card, ...]:
    """Give the entries with the articles that they quote."""
    texts = store().texts(timeline_id, (mention.article for entry in entries for mention in entry.mentions))
    found = (card_of(entry, texts) for entry in entries)
    return tuple(_with_years(replace(card, reports=_apart(card.reports)) for card in found))


def card_of(entry: Entry, articles: Mapping[str, Article]) -> Card:
    """Give one entry with its reports."""
    ranked = sorted(entry.mentions, key=_claimed if entry.conflict else partial(_rank, entry))
    reports = tuple(_report(mention, articles.get(mention.article)) for mention in ranked)
    offset = reports[0].article.utc_offset if reports and reports[0].article else None
    return Card(entry, date_words(entry.when, entry.bounds, offset), reports)


def _rank(entry: Entry, mention: Event) -> bool:
    """Put first what the entry has its date from."""
    return mention.when != entry.when or mention.because != entry.because


def _claimed(mention: Event) -> int:
    """Put claims in the order of the dates that they claim."""
    return mention.when.start if mention.when else END


def _apart(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Leave out reports whose words another report of the same article holds, with the same date."""
    quoted_ones = {mention.id for mention in quotable(report.mention for report in reports)}
    return tuple(report for report in reports if report.mention.id in quoted_ones)


def certainty_words() -> dict[Certainty, str]:
    """Name the degrees of certainty, surest first."""
    return {
        Certainty.STATED: _("stated"),
        Certainty.INFERRED: _("inferred"),
        Certainty.APPROXIMATE: _("approximate"),
        Certainty.CONFLICTING: _("sources differ"),
        Certainty.UNDATED: _("no date given"),
    }


def basis_words() -> dict[Basis, str]:
    """Name what a date may rest on."""
    return {
        Basis.STATED: _("the words of the same clause"),
        Basis.CARRIED: _("words elsewhere in the article"),
        Basis.PUBLISHED: _("the publication date"),
        Basis.BOUNDED: _("no date, only bounds"),
    }


def _status_words() -> dict[Status, str]:
    return {
        Status.ACTUAL: "",
        Status.PLANNED: _("planned"),
        Status.DENIED: _("denied"),
        Status.CONDITIONAL: _("conditional"),
    }


def _report(mention: Event, article: Article | None) -> Report:
    words = date_words(mention.when, mention.bounds, article.utc_offset if article else None)
    if article is None:
        return Report(mention, None, words, ((mention.summary, False),))
    where, text = mention.timex, article.text
    parts = quoted(text, mention.start, mention.end, where)
    inside = where is None or (mention.start <= where[0] and where[1] <= mention.end)
    return Report(
        mention, article, words, parts, "" if inside or where is None else text[where[0] : where[1]]
    )


def _with_years(found: Iterable[Card]) -> Iterable[Card]:
    """Mark the first entry of each year, where its date begins in another than the one before."""
    former = ""
    for card in found:
        year = _year(card.entry)
        yield replace(card, year=year if year != former else "")
        former = year or former


def _year(entry: Entry) -> str:
    first = (entry.when or entry.bounds).first_day
    if first is None or (entry.when is None and not entry.conflict):
        return ""
    return year_words(civil.year_of_day(first))
