"""The dates that a person may choose among for an entry: other readings of the words, and the sources' claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.events.corrections import Change, Chosen
from timeline.interval import Interval
from timeline.meaning import ways
from timeline.model import Article, Basis, Entry, Event
from timeline.tagger import tag
from web.dates import date_words
from web.language import gettext as _
from web.reasons import reason_words


@dataclass(frozen=True, slots=True)
class Choice:
    """A date that the evidence allows: `key` names it in the form, `because` says what it rests on.

    `chosen` says which reading it is, so that the choice follows the words; None where what was kept of the event
    does not hold that reading.
    """

    key: str
    kind: Change
    date: Interval
    because: str
    chosen: Chosen | None = None

    @property
    def words(self) -> str:
        """The date in words."""
        return str(date_words(self.date, self.date))


def choices(entry: Entry, articles: Mapping[str, Article]) -> tuple[Choice, ...]:
    """Give each date once that the entry does not have already: claims first, then other readings."""
    found: dict[Interval, Choice] = {}
    for choice in (*_claims(entry, articles), *_readings(entry, articles)):
        if choice.date != entry.when:
            found.setdefault(choice.date, choice)
    return tuple(found.values())


def choice_of(entry: Entry, articles: Mapping[str, Article], key: str) -> Choice | None:
    """Give the choice of that key, though another gives the same date; None where there is none."""
    return next(
        (one for one in (*_claims(entry, articles), *_readings(entry, articles)) if one.key == key), None
    )


def reading_of(entry: Entry, date: Interval, events: Sequence[str]) -> Chosen | None:
    """Give the reading of the words of an entry's reports by which it has this date, None where there is none.

    The reports that `events` names come first.
    """
    ranked = sorted(entry.mentions, key=lambda mention: mention.id not in events)
    return next(
        (
            Chosen(mention.id, mention.timex, way)
            for mention in ranked
            if mention.timex is not None
            for way, interval in mention.readings
            if interval == date
        ),
        None,
    )


def _claims(entry: Entry, articles: Mapping[str, Article]) -> Iterator[Choice]:
    for mention in sorted(entry.mentions, key=lambda mention: mention.basis is not Basis.STATED):
        if mention.when is not None:
            article = articles.get(mention.article)
            name = (article.source or article.title) if article else mention.article
            because = _("so says %(source)s: %(because)s", source=name, because=reason_words(mention.because))
            yield Choice(mention.id, Change.DATE, mention.when, because)


def _readings(entry: Entry, articles: Mapping[str, Article]) -> Iterator[Choice]:
    for mention in entry.mentions:
        article = articles.get(mention.article)
        if article is not None and mention.timex is not None:
            yield from _of_words(mention, mention.timex, article)


def _of_words(mention: Event, place: tuple[int, int], article: Article) -> Iterator[Choice]:
    timex = next((one for one in tag(article) if one.place == place), None)
    held = {way for way, _ in mention.readings}
    for way, reading in ways(timex) if timex else ():
        if reading.interval is not None and reading.interval.bounded and reading.interval != mention.when:
            words = article.text[place[0] : place[1]]
            because = _("“%(words)s” read as %(because)s", words=words, because=reason_words(reading.because))
            chosen = Chosen(mention.id, place, way) if way in held else None
            yield Choice(f"{mention.id}.{way}", Change.READING, reading.interval, because, chosen)
