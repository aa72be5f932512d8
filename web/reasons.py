"""Why something is dated as it is, in the reader's language: reasons of the core, dates as the reader writes them."""

from __future__ import annotations

from timeline import civil
from timeline.civil import Granularity
from timeline.interval import Interval
from timeline.reason import Reason, sentence
from web.dates import day_words, month_words, weekday_name, year_words
from web.language import gettext as _


def reason_words(reason: Reason) -> str:
    """Write a reason as a sentence in the reader's language, "" where there is none."""
    return sentence(reason, _, unit_words)


def unit_words(when: Interval) -> str:
    """Name the calendar unit of a date for the midst of a sentence: "Sunday 7 August 2022", "the summer of 2022"."""
    if not when.bounded:
        return _("an open stretch of time")
    day = civil.day_of(when.start)
    year, month, _of_month = civil.civil_from_days(day)
    named = year_words(year)
    match when.granularity:
        case unit if unit <= Granularity.DAY:
            return f"{weekday_name(day)} {day_words(day)}"
        case Granularity.WEEKEND:
            return _("the weekend of %(day)s", day=day_words(day))
        case Granularity.WEEK:
            return _("the week of %(day)s", day=day_words(day))
        case Granularity.MONTH:
            return month_words(year, month)
        case Granularity.SEASON:
            return _season(month, named)
        case Granularity.QUARTER:
            return _quarter((month - 1) // 3, named)
        case Granularity.HALF if month <= 6:
            return _("the first half of %(year)s", year=named)
        case Granularity.HALF:
            return _("the second half of %(year)s", year=named)
        case Granularity.YEAR:
            return named
        case Granularity.DECADE if year > 0:
            return _("the %(year)ss", year=year - year % 10)
    return _("the years from %(year)s", year=named)


def _season(month: int, year: str) -> str:
    names = {
        3: _("the spring of %(year)s"),
        6: _("the summer of %(year)s"),
        9: _("the autumn of %(year)s"),
        12: _("the winter of %(year)s"),
    }
    return names.get(month, _("the season of %(year)s")) % {"year": year}


def _quarter(number: int, year: str) -> str:
    return (
        _("the first quarter of %(year)s"),
        _("the second quarter of %(year)s"),
        _("the third quarter of %(year)s"),
        _("the fourth quarter of %(year)s"),
    )[number] % {"year": year}
