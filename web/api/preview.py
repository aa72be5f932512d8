"""What would be understood, before anything is kept: dates as they are typed, expressions as they are written."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from timeline.errors import InvalidInputError, Problem
from timeline.model import Article, Published, Reading
from timeline.published import published_text, read_published
from timeline.tagger import tag
from timeline.wire import Json, timex_to_json
from web.api.answers import answer, fields
from web.dates import date_words
from web.problems import problem_words
from web.published_words import possible_dates, published_words
from web.reasons import reason_words
from web.typed import read_date

LONGEST = 20_000
"""Characters of a text that are looked at; a preview is asked for while somebody types."""


def route(api: Blueprint) -> None:
    """Add the calls."""
    api.post("/preview")(preview)
    api.post("/dates")(dates)


def preview() -> ResponseReturnValue:
    """Read a publication date and the time expressions of a text's beginning.

    `published` is null where it cannot be read, and `problem` then says why; so is `timexes`.
    `readings` are the dates that it may be where it can be read in several ways.
    """
    given = fields(text=str, published=str)
    try:
        published = read_published(str(given.get("published", "")))
    except InvalidInputError as error:
        return answer({"published": None, "timexes": None} | _problem_to_json(error.problems[0]))
    text = str(given.get("text", ""))[:LONGEST]
    found = tag(Article("preview", text, published.interval, utc_offset=published.utc_offset))
    shown = [timex_to_json(timex, text) | _in_words(timex.reading, published) for timex in found]
    return answer({"published": _published_to_json(published), "timexes": shown} | _NO_PROBLEM)


def dates() -> ResponseReturnValue:
    """Read a date of any granularity, reckoned from `published` where that is given."""
    given = fields(text=str, published=str)
    typed = str(given.get("published", ""))
    published = read_published(typed).interval if typed else None
    try:
        interval = read_date(str(given.get("text", "")), published, "/text")
    except InvalidInputError as error:
        return answer({"words": None} | _problem_to_json(error.problems[0]))
    return answer({"words": str(date_words(interval, interval))} | _NO_PROBLEM)


_NO_PROBLEM: Json = {"problem": None, "readings": []}


def _problem_to_json(problem: Problem) -> Json:
    readings = [{"value": one.value, "words": one.words} for one in possible_dates(problem)]
    return {"problem": problem_words(problem), "readings": readings}


def _published_to_json(published: Published) -> Json:
    return {
        "value": published_text(published.interval, published.utc_offset),
        "words": published_words(published),
    }


def _in_words(reading: Reading, published: Published) -> Json:
    """Say in the reader's language what is read, null where nothing places it in time, and why."""
    interval, words = reading.interval, None
    if interval is not None and interval.bounded:
        words = str(date_words(interval, interval, published.utc_offset))
    return {"words": words, "because": reason_words(reading.because)}
