"""What every format is: a name, a file kind, a way to write a timeline, and what gets lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.edtf import date_of, day_text, end_date_of
from timeline.events.merge import quotable
from timeline.interval import Interval
from timeline.model import Article, Certainty, Entry, Event, Status
from timeline.published import published_text
from timeline.reason import MONTHS

Articles = Mapping[str, Article]
"""Articles by their ids: where a format quotes from."""

_UNITS = {"Q": "quarter", "W": "week"}


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a timeline to a file.

    `render(entries, title, articles)` writes the entries in the order given, quoting the articles at hand;
    `leaves_out(entries)` says in one sentence what of them the file does not hold, "" where it holds all.
    """

    name: str
    media_type: str
    suffix: str
    render: Callable[[Sequence[Entry], str, Articles], str]
    leaves_out: Callable[[Sequence[Entry]], str]


def nothing(_entries: Sequence[Entry]) -> str:
    """Say that nothing is left out."""
    return ""


def counted(count: int, one: str, many: str) -> str:
    """Write a number of things with the right noun."""
    return f"{count:,} {one if count == 1 else many}"


def remarks(entry: Entry) -> str:
    """Say what keeps an entry from being a fact with a stated date: "undated", "conflicting, planned"; else ""."""
    certainty = "" if entry.certainty is Certainty.STATED else entry.certainty.value
    status = "" if entry.status is Status.ACTUAL else entry.status.value
    return ", ".join(part for part in (certainty, status) if part)


def date_words(when: Interval | None, bounds: Interval) -> str:
    """Write a date as ISO 8601 ("2022-07-21 to 2022-07-31"), or what is known where there is none.

    Before the year 1000 it is in words ("January 49 BCE"). A unit named exactly is written as that unit, one with
    vague edges by first and last day after "about".
    """
    if when is None:
        return _bounds_words(bounds)
    first, last = _era(date_of(when)), _era(end_date_of(when))
    if when.approximate and when.bounded:
        first, last = _days(when)
        return str(first) if first == last else f"about {first} to {last}"
    if first is None or not when.bounded:
        return _bounds_words(when)
    return f"{first} to {last}" if last else first


def _bounds_words(bounds: Interval) -> str:
    first, last = _days(bounds)
    if first and last:
        return f"between {first} and {last}"
    if last:
        return f"by {last}"
    return f"from {first} on" if first else "no date"


def _days(interval: Interval) -> tuple[str | None, str | None]:
    first, last = interval.first_day, interval.last_day
    return _era(None if first is None else day_text(first)), _era(None if last is None else day_text(last))


def _era(written: str | None) -> str | None:
    """Write an ISO date for people: before the year 1000 in words with its era, as -0043-03 is "March 44 BCE"."""
    if written is None or not written.startswith(("-", "0", "Y-")):
        return written
    year, *parts = written.removeprefix("Y").removeprefix("-").split("-")
    before = written.startswith(("-", "Y-")) or int(year) == 0
    return " ".join((*_in_words(*parts), f"{1 + int(year)} BCE" if before else f"{int(year)} CE"))


def _in_words(part: str = "", day: str = "") -> Iterator[str]:
    """Write what stands behind the year of an ISO date: a month, its day before it; a quarter or a week."""
    if day:
        yield str(int(day))
    if part.isdigit():
        yield MONTHS[int(part) - 1]
    elif part:
        yield f"{_UNITS[part[0]]} {int(part[1:])} of"


def headed(line: str) -> str:
    """Write the first letter large of a line that is cut from within a sentence; "iPhone sales" stays as it is."""
    return line[:1].upper() + line[1:] if line.partition(" ")[0].islower() else line


def speaker(entry: Entry) -> Event | None:
    """Give the report that an entry's date and summary rest on, None where no article reports it."""
    return next(
        (m for m in entry.mentions if m.when == entry.when and m.because == entry.because),
        entry.mentions[0] if entry.mentions else None,
    )


def quote(mention: Event, articles: Articles) -> str:
    """Give the words that a report consists of, on one line; "" where its article is not at hand."""
    article = articles.get(mention.article)
    return "" if article is None else " ".join(article.text[mention.start : mention.end].split())


class Quote(NamedTuple):
    """What an article says of an entry: its words, "" where the summary has them all, who says so, in which language.

    `credit` begins with the date that the article claims where the reports of the entry disagree.
    """

    words: str
    credit: str
    language: str


def quotes(entry: Entry, articles: Articles) -> Iterator[Quote]:
    """Give the words that an entry rests on, of the articles that are at hand."""
    for mention in quotable(entry.mentions):
        if words := quote(mention, articles):
            claim = f"{date_words(mention.when, mention.bounds)}: " if entry.conflict else ""
            told = "" if words == entry.summary else words
            yield Quote(told, claim + credit(mention, articles), articles[mention.article].language)


def credit(mention: Event, articles: Articles) -> str:
    """Name the article of a report: its source or title, and when it was published."""
    article = articles.get(mention.article)
    if article is None:
        return f"article {mention.article}"
    named = ", ".join(part for part in (article.source, article.title) if part) or f"article {article.id}"
    return f"{named}, published {published_text(article.published, article.utc_offset)}"
