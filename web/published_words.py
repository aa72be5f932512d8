"""A publication date as it was understood, shown back before it is used; or the dates that it may be."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.errors import InvalidInputError, Problem
from timeline.model import Published
from timeline.published import order_of_numbers, read_published
from web.dates import date_words, zone_words


@dataclass(frozen=True, slots=True)
class Possible:
    """One of the dates that what was typed may be: `value` can only be read as this one."""

    value: str
    words: str


def published_words(published: Published) -> str:
    """Write the date in words, with its zone where one was told."""
    words = date_words(published.interval, published.interval, published.utc_offset)
    zone = zone_words(published.utc_offset)
    return f"{words} ({zone})" if published.utc_offset is not None and zone not in words.tail else str(words)


def possible_dates(problem: Problem) -> tuple[Possible, ...]:
    """Give the dates among which a person is to choose, none where the problem is another."""
    try:
        return tuple(Possible(value, published_words(read_published(value))) for value in problem.readings)
    except InvalidInputError:
        return ()  # what stands behind the numbers is no time of day


def chosen_date(typed: str, chosen: str) -> str:
    """Give the date that was chosen for what was typed, else what was typed: a choice holds for that alone."""
    try:
        order_of_numbers(typed.strip(), None, "")
    except InvalidInputError as error:
        return chosen if chosen in error.problems[0].readings else typed
    return typed
