"""A publication date as people type it, read strictly: a day given in full, never today in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from timeline import civil
from timeline.civil import Granularity
from timeline.edtf import day_text, moment_text
from timeline.errors import InvalidInputError, Problem, refusal
from timeline.interval import Interval
from timeline.model import Published

MAX_LENGTH = 100  # characters; longer than any date, shorter than what makes the reading slow
_THREE_NUMBERS = re.compile(r"\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"\s*(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_FAR_YEAR = re.compile(r"\s*([+-]\d{4,}|\d{5,})-\d\d-\d\d")
_BEFORE_CHRIST = re.compile(r"\d\s*(b\.?\s?c\.?(\s?e\.?)?)(?!\w)", re.IGNORECASE)


def read_published(text: str, *, day_first: bool | None = None, pointer: str = "/published") -> Published:
    """Read a publication date in any usual way of writing, in any language that dateparser knows.

    Day, month and year must all be there; a time of day and a zone may be. `day_first` tells how to read a
    date like 07/08/2022; without it such a date is refused with both readings named.
    Raises `InvalidInputError`, at `pointer`, for whatever is not one clear date in the years 1 to 9999.
    """
    text = text.strip()
    if not text:
        raise refusal(pointer, "the publication date is missing: write it like 2022-08-07 or 7 August 2022")
    if len(text) > MAX_LENGTH:
        raise refusal(
            pointer,
            "a date has no more than %(most)s characters: write it like 2022-08-07 or 7 August 2022",
            most=MAX_LENGTH,
        )
    if _FAR_YEAR.match(text) or _BEFORE_CHRIST.search(text):
        raise refusal(pointer, "“%(text)s” is outside the years 1 to 9999", text=text)
    return _read_iso(text) or _read_typed(text, day_first, pointer)


def prepare() -> None:
    """Load what dates are typed in, all languages of it; the first that none of them reads waits for it else."""
    _reader("DMY").get_date_data("x y z")


def published_text(interval: Interval, utc_offset: int | None = None) -> str:
    """Write a publication date as ISO 8601: a date, or a date-time with its zone where that is known."""
    if interval.granularity >= Granularity.DAY:
        return day_text(civil.day_of(interval.start))
    return moment_text(interval.start) + _zone_text(utc_offset)


def _zone_text(utc_offset: int | None) -> str:
    if utc_offset is None:
        return ""
    hours, minutes = divmod(abs(utc_offset), 60)
    return f"{'-' if utc_offset < 0 else '+'}{hours:02d}:{minutes:02d}"


def _read_iso(text: str) -> Published | None:
    try:
        return Published(Interval.of_day(_day_number(date.fromisoformat(text))))
    except ValueError:
        pass
    try:
        return _of_moment(datetime.fromisoformat(text))
    except ValueError:
        return None


def _read_typed(text: str, day_first: bool | None, pointer: str) -> Published:
    order = _order_of(text, day_first, pointer)
    found = _reader(order).get_date_data(text)
    if found.date_obj is None:
        raise refusal(
            pointer,
            "“%(text)s” is not a date with day, month and year: write it like 2022-08-07 or 7 August 2022",
            text=text,
        )
    moment: datetime = found.date_obj
    if found.period == "time":
        return _of_moment(moment)
    return Published(Interval.of_day(_day_number(moment.date())))


def _order_of(text: str, day_first: bool | None, pointer: str) -> str:
    """Tell in which order three numbers stand, the year first among them; refuse where that is in doubt."""
    if year_first := _YEAR_FIRST.match(text):
        if _in_order("YMD", *map(int, year_first.groups())) is None:
            raise refusal(pointer, "“%(text)s” is not a date: no such year, month and day", text=text)
        return "YMD"
    return order_of_numbers(text, day_first, pointer)


def order_of_numbers(text: str, day_first: bool | None, pointer: str) -> str:
    """Tell in which order day, month and year stand that begin a text, "DMY" where none do.

    Raises `InvalidInputError`, with the readings, where two orders give a date and `day_first` is None.
    """
    readings = _orders_of_numbers(text)
    if day_first is not None:
        wanted = "DMY" if day_first else "MDY"
        readings = {wanted: readings[wanted]} if wanted in readings else readings
    if len(set(readings.values())) > 1:
        raise InvalidInputError(_ambiguous(text, pointer, readings.values()))
    return next(iter(readings), "DMY")


def _orders_of_numbers(text: str) -> dict[str, date]:
    """Give the day that three numbers are in each order that makes one, none where the text begins otherwise."""
    numbers = _THREE_NUMBERS.match(text)
    if numbers is None:
        return {}
    return {
        order: read
        for order in ("DMY", "MDY", *(("YMD",) if len(numbers[3]) == 2 else ()))
        if (read := _in_order(order, *map(int, numbers.groups()))) is not None
    }


def _ambiguous(text: str, pointer: str, days: Iterable[date]) -> Problem:
    numbers = _THREE_NUMBERS.match(text)
    rest = text[numbers.end() :] if numbers else ""  # a time of day and a zone stay as they are
    *others, last = sorted({day.isoformat() for day in days})
    return Problem(
        pointer,
        "“%(text)s” can be %(others)s or %(last)s: write it like 2022-08-07 or 7 August 2022",
        (("text", text), ("others", ", ".join(others)), ("last", last)),
        tuple(day + rest for day in (*others, last)),
    )


def _in_order(order: str, first: int, second: int, third: int) -> date | None:
    parts = dict(zip(order, (first, second, third), strict=True))
    year = parts["Y"]
    if year < 100:  # the century of POSIX, as dateparser takes it
        year += 1900 if year >= 69 else 2000
    try:
        return date(year, parts["M"], parts["D"])
    except ValueError:
        return None


@lru_cache(maxsize=4)
def _reader(order: str) -> Any:
    # Imported late: dateparser takes half a second, and JSON lines carry ISO dates.
    from dateparser.date import DateDataParser

    return DateDataParser(
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RETURN_TIME_AS_PERIOD": True,
            "DATE_ORDER": order,
            "PREFER_LOCALE_DATE_ORDER": False,
        }
    )


def _of_moment(moment: datetime) -> Published:
    clock: time = moment.time()
    second = _day_number(moment.date()) * civil.DAY_SECONDS
    second += clock.hour * 3600 + clock.minute * 60 + clock.second
    unit = Granularity.SECOND if clock.second else Granularity.MINUTE
    offset = moment.utcoffset()
    zone = None if offset is None else int(offset.total_seconds() // 60)
    return Published(Interval.of_unit(second, unit), zone)


def _day_number(day: date) -> int:
    return civil.days_from_civil(day.year, day.month, day.day)
