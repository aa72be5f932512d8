"""Records to JSON and JSON to articles: the one shape that command line, API and files share."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from timeline.civil import Granularity, day_of
from timeline.edtf import date_of, day_text, edtf, end_date_of, moment_text
from timeline.errors import InvalidInputError, Problem, refusal
from timeline.fields import JsonFields, checked_language, checked_name, checked_text, checked_url, kind_of
from timeline.interval import BEGINNING, END, Interval
from timeline.meaning import alternatives
from timeline.model import Article, Entry, Event, Published, Reading, Timex
from timeline.published import published_text

Json = dict[str, object]


def decode(data: bytes) -> object:
    """Read one JSON document; raises `InvalidInputError` for what is not JSON in UTF-8, or too deep."""
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except UnicodeDecodeError as error:
        raise refusal("", "not JSON: its text is not UTF-8") from error
    except msgspec.DecodeError as error:
        raise refusal("", "not JSON: %(why)s", why=str(error)) from error
    except RecursionError as error:
        raise refusal("", "nested too deeply to be read") from error


def encode(value: object) -> bytes:
    """Write one JSON document on one line, in UTF-8."""
    return msgspec.json.encode(value)


def articles_from_json(
    value: object, pointer: str = "", *, published: Published | None = None
) -> tuple[Article, ...]:
    """Read one article or a list of them; `published` dates those that name no date of their own.

    Raises `InvalidInputError` with every bad field of every article; then none is taken.
    """
    if not isinstance(value, list):
        return (article_from_json(value, pointer, published=published),)
    if not value:
        raise refusal(pointer, "expected at least one article")
    articles: list[Article] = []
    problems: list[Problem] = []
    for number, item in enumerate(value):
        try:
            articles.append(article_from_json(item, f"{pointer}/{number}", published=published))
        except InvalidInputError as error:
            problems += error.problems
    if problems:
        raise InvalidInputError(*problems)
    return tuple(articles)


def article_from_json(value: object, pointer: str = "", *, published: Published | None = None) -> Article:
    """Read an article: `text` and `published` are required, other fields optional, unknown ones ignored.

    `dct`, the name of the publication date in the field's corpora, stands for `published`; the argument
    `published` stands in where the article has neither. Without an `id` one is derived from the content.
    Raises `InvalidInputError` with a problem for each bad field.
    """
    if not isinstance(value, dict):
        raise refusal(
            pointer, "expected an object with text and published, not %(kind)s", kind=kind_of(value)
        )
    fields = JsonFields(value, pointer)
    text = fields.read("text", checked_text, required=True)
    when = fields.published(published)
    article_id = fields.read("id", checked_name)
    title = fields.read("title", checked_name)
    source = fields.read("source", checked_name)
    url = fields.read("url", checked_url)
    language = fields.read("language", checked_language)
    if fields.problems or when is None:
        raise InvalidInputError(*fields.problems)
    return Article(
        id=article_id or content_id(text, when, title, source, url),
        text=text,
        published=when.interval,
        title=title,
        source=source,
        url=url,
        language=language,
        utc_offset=when.utc_offset,
    )


def content_id(text: str, published: Published, title: str = "", source: str = "", url: str = "") -> str:
    """Derive an article's id from its content: the same article gets the same id wherever it comes in."""
    parts = (published_text(published.interval, published.utc_offset), title, source, url, text)
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:16]


def article_to_json(article: Article) -> Json:
    """Write an article as `article_from_json` reads it; fields that are not known are left out."""
    fields: Json = {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "published": published_text(article.published, article.utc_offset),
        "text": article.text,
    }
    return {name: value for name, value in fields.items() if value}


def timex_to_json(timex: Timex, text: str) -> Json:
    """Write a time expression of `text` with its reading, those not taken, and the range that it is an end of."""
    fields: Json = {"start": timex.start, "end": timex.end, "text": text[timex.start : timex.end]}
    fields |= reading_to_json(timex.reading)
    fields |= {"rule": timex.rule} | ({"range": edtf(timex.range)} if timex.range is not None else {})
    if others := alternatives(timex):
        fields["alternatives"] = [reading_to_json(other) for other in others]
    return fields


def reading_to_json(reading: Reading) -> Json:
    """Write one reading of a time expression: TIMEX3, first and last day, EDTF, and the sentence why."""
    fields: Json = {"type": reading.kind.value, "value": reading.value}
    if reading.mod:
        fields["mod"] = reading.mod
    earliest, latest, extended = _place(reading.interval)
    fields |= {"earliest": earliest, "latest": latest, "edtf": extended}
    return fields | {"because": str(reading.because)}


def event_to_json(event: Event, text: str | None = None) -> Json:
    """Write what one article reports; with the article's `text`, the quoted words too."""
    fields: Json = {"id": event.id, "start": event.start, "end": event.end, "summary": event.summary}
    if text is not None:
        fields["quote"] = text[event.start : event.end]
    fields |= _dates(event.when, event.bounds)
    fields |= {"basis": event.basis.value, "because": str(event.because), "order": event.order}
    fields |= {"status": event.status.value, "reported": event.reported, "minor": event.minor}
    if event.timex is not None:
        fields["timex"] = list(event.timex)
    fields |= {"actors": list(event.actors), "places": list(event.places)}
    return fields


def entry_to_json(entry: Entry, articles: Mapping[str, Article] | None = None) -> Json:
    """Write an entry with every report of it; the quoted words of those whose article is in `articles`."""
    articles = articles or {}
    fields: Json = {"id": entry.id, "summary": entry.summary}
    fields |= _dates(entry.when, entry.bounds)
    fields |= {
        "certainty": entry.certainty.value,
        "basis": entry.basis.value,
        "because": str(entry.because),
        "status": entry.status.value,
        "conflict": entry.conflict,
        "confirmed": entry.confirmed,
        "minor": entry.minor,
        "sources": entry.sources,
        "order": entry.order,
        "contradictions": [{"event": one.entry, "because": str(one.because)} for one in entry.contradictions],
        "mentions": [_mention_to_json(mention, articles.get(mention.article)) for mention in entry.mentions],
    }
    return fields


def _mention_to_json(mention: Event, article: Article | None) -> Json:
    return {"article": mention.article} | event_to_json(mention, article.text if article else None)


@lru_cache(maxsize=4096)
def _dates(when: Interval | None, bounds: Interval) -> Mapping[str, object]:
    """Write a date: the unit it names, and the first and last day, which bounds may give where no date is."""
    earliest, latest, extended = _place(when or bounds)
    fields: Json = {"date": date_of(when)}
    if (last := end_date_of(when)) is not None:
        fields["end_date"] = last
    if when is not None:
        fields["granularity"] = when.granularity.name.lower()
    return fields | {"earliest": earliest, "latest": latest, "edtf": extended}


@lru_cache(maxsize=4096)
def _place(interval: Interval | None) -> tuple[str | None, str | None, str | None]:
    """Give first and last day, or moment where a clock time was named, and EDTF; None on an open side."""
    if interval is None:
        return None, None, None
    clock = interval.granularity < Granularity.DAYPART
    earliest = None if interval.start <= BEGINNING else _edge_text(interval.start, clock)
    latest = None if interval.end >= END else _edge_text(interval.end - 1, clock)
    return earliest, latest, edtf(interval)


def _edge_text(second: int, clock: bool) -> str:
    return moment_text(second) if clock else day_text(day_of(second))
