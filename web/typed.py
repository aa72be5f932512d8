"""What people type into a field: a title, or a date in any way that an article may write it."""

from __future__ import annotations

import re

from timeline import civil
from timeline.civil import Granularity
from timeline.errors import InvalidInputError, Problem
from timeline.interval import Interval
from timeline.model import Article
from timeline.published import MAX_LENGTH, order_of_numbers, read_published
from timeline.tagger import tag
from web.language import gettext as _
from web.language import reader

MAX_TITLE = 300  # characters
_ISO = re.compile(r"(-?\d{4,9})(?:-(\d\d)(?:-(\d\d))?)?")
# Two days that share no weekday, day of month, month, year or century: what is the same seen from both
# depends on neither.
_HERE = Interval.of_day(civil.days_from_civil(2022, 8, 7))
_THERE = Interval.of_day(civil.days_from_civil(1871, 2, 14))


def title_of(value: object) -> str:
    """Give the title of a timeline; raises where there is none or it is too long."""
    title = " ".join(str(value or "").split())
    if not title or len(title) > MAX_TITLE:
        raise InvalidInputError(Problem("/title", f"expected a title of 1 to {MAX_TITLE} characters"))
    return title


def read_date(text: str, published: Interval | None, pointer: str) -> Interval:
    """Read a date of any granularity, a range or a vague one ("late July 2022", "3 to 5 August").

    `published` is what "last Thursday" and "in June" are reckoned from; without it such words are refused.
    Numbers that are a date in more than one order are refused with the readings.
    Raises `InvalidInputError`, at `pointer`, for what is no date.
    """
    text = " ".join(text.split())
    if not text or len(text) > MAX_LENGTH:
        raise _refusal(pointer, text)
    order_of_numbers(text, None, pointer)
    found = _read_iso(text) or _read_words(text, published)
    if found is None:
        try:
            found = read_published(text, pointer=pointer).interval
        except InvalidInputError as error:
            raise _refusal(pointer, text) from error
    return found


def _read_iso(text: str) -> Interval | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    if not 1 <= month <= civil.MONTHS or not 1 <= day <= civil.month_length(year, month):
        return None
    unit = Granularity.DAY if match[3] else Granularity.MONTH if match[2] else Granularity.YEAR
    return Interval.of_unit(civil.days_from_civil(year, month, day) * civil.DAY_SECONDS, unit)


def _read_words(text: str, published: Interval | None) -> Interval | None:
    if published is not None:
        return _read_from(text, published)
    here = _read_from(text, _HERE)
    return here if here == _read_from(text, _THERE) else None


def _read_from(text: str, published: Interval) -> Interval | None:
    """Read the text as one time expression of an article or one range, None where it is more or less than that."""
    found = tag(Article("typed", text, published, language=reader().language))
    if not found or (found[0].start, found[-1].end) != (0, len(text)):
        return None
    if len(found) == 1:
        return found[0].reading.interval
    return found[0].range if len(found) == 2 and found[0].range == found[1].range else None


def _refusal(pointer: str, text: str) -> InvalidInputError:
    detail = _(
        "“%(text)s” is not a date: write it like 7 August 2022, June 2022 or 2022", text=text[:MAX_LENGTH]
    )
    return InvalidInputError(Problem(pointer, detail))
