"""Dates in words, in the reader's language and convention, and as `<time>` elements name them."""

from __future__ import annotations

from dataclasses import dataclass

from timeline import civil
from timeline.civil import DAY_SECONDS, Granularity
from timeline.interval import BEGINNING, Interval
from web.language import gettext as _
from web.language import reader


@dataclass(frozen=True, slots=True)
class Words:
    """A date for the eye: what leads up to it ("some day in"), the date itself, what follows ("BCE", a time).

    `machine` is the value of a `<time>` element, "" where HTML has none for such a date.
    """

    lead: str
    main: str
    tail: str = ""
    machine: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.lead, self.main, self.tail) if part)


def date_words(when: Interval | None, bounds: Interval, utc_offset: int | None = None) -> Words:
    """Say when something was: its date, or what bounds it where it has none."""
    if when is None:
        return _bounded(bounds)
    if not when.bounded:
        return _bounded(when)
    if when.granularity < Granularity.DAYPART:
        return _moment(when, utc_offset)
    first, last = civil.day_of(when.start), civil.day_of(when.end - 1)
    if first == last:
        return _one_day(when, first)
    if _is_unit(when):
        return _unit(when)
    lead = _("about") if when.approximate else _weekdays(first, last)
    return Words(lead, days(first, last), machine=machine(when))


def day_words(day: int) -> str:
    """Write a day: "7 August 2022"."""
    return _date(*civil.civil_from_days(day))


def days(first: int, last: int) -> str:
    """Write two days as shortly as can be read: "3–5 August 2022"."""
    if first == last:
        return day_words(first)
    (year, month, day), (year2, month2, day2) = civil.civil_from_days(first), civil.civil_from_days(last)
    if (month, day, month2, day2) == (1, 1, 12, 31):
        return year_words(year) if year == year2 else f"{year_words(year)}–{year_words(year2)}"
    if day == 1 and day2 == civil.month_length(year2, month2):
        return _months((year, month), (year2, month2))
    if year != year2:
        return f"{day_words(first)} – {day_words(last)}"
    if reader().code == "en-US":
        end = f"{day2}" if month == month2 else f" {_month(month2)} {day2}"
        return f"{_month(month)} {day}–{end.strip()}, {year_words(year)}"
    if month == month2:
        return f"{_ordinal(day)}–{day2} {_month(month)} {year_words(year)}"
    return f"{_ordinal(day)} {_month(month)} – {_date(year2, month2, day2)}"


def reach(first: int, last: int) -> str:
    """Write from when to when something reaches, as roughly as still tells it: "March–May 2021", "44 BCE – 2023"."""
    (year, month, _day), (year2, month2, _day2) = civil.civil_from_days(first), civil.civil_from_days(last)
    if year == year2:
        return _months((year, month), (year2, month2))
    dash = " – " if year <= 0 else "–"
    return f"{year_words(year)}{dash}{year_words(year2)}"


def short_day(day: int) -> str:
    """Write a day without its year, for an axis: "7 Aug"."""
    _year, month, of_month = civil.civil_from_days(day)
    return (
        f"{short_month(month)} {of_month}" if reader().code == "en-US" else f"{of_month} {short_month(month)}"
    )


def short_month(month: int) -> str:
    """Write a month for an axis: "Aug"."""
    name = _month(month)
    return name if len(name) <= 4 else name[:4] if reader().language == "fr" else name[:3]


def month_words(year: int, month: int) -> str:
    """Write a month of an astronomical year: "August 2022"."""
    return f"{_month(month)} {year_words(year)}"


def year_words(year: int) -> str:
    """Write an astronomical year: year 0 is 1 BCE. The first thousand years carry their era, to be seen as years."""
    if year <= 0:
        return _("%(year)s BCE", year=1 - year)
    return str(year) if year >= 1000 else _("AD %(year)s", year=year)


def granularity_words(when: Interval | None) -> str:
    """Say how finely a date is given: "to the day"."""
    if when is None or not when.bounded:
        return ""
    unit = when.granularity
    if when.granularity <= Granularity.HOUR:
        return _("to the minute") if unit < Granularity.HOUR else _("to the hour")
    names = {
        Granularity.DAYPART: _("part of a day"),
        Granularity.DAY: _("to the day"),
        Granularity.WEEKEND: _("to the weekend"),
        Granularity.WEEK: _("to the week"),
        Granularity.MONTH: _("to the month"),
        Granularity.SEASON: _("to the season"),
        Granularity.QUARTER: _("to the quarter"),
        Granularity.HALF: _("to the half year"),
        Granularity.YEAR: _("to the year"),
        Granularity.DECADE: _("to the decade"),
        Granularity.CENTURY: _("to the century"),
        Granularity.MILLENNIUM: _("to the millennium"),
    }
    return names[unit]


def machine(when: Interval | None) -> str:
    """Give the value for a `<time>` element (HTML, "valid date string"): no vaguer than what is known."""
    if when is None or when.start <= BEGINNING:
        return ""
    year, month, day = civil.civil_from_days(civil.day_of(when.start))
    if not 0 < year <= 9999:
        return ""
    if when.granularity < Granularity.DAYPART:
        clock = when.start % DAY_SECONDS
        return f"{year:04d}-{month:02d}-{day:02d}T{clock // 3600:02d}:{clock // 60 % 60:02d}"
    if _is_unit(when) and when.granularity is Granularity.MONTH:
        return f"{year:04d}-{month:02d}"
    if _is_unit(when) and when.granularity is Granularity.YEAR:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}-{day:02d}"


def zone_words(utc_offset: int | None) -> str:
    """Name the zone of a time."""
    if utc_offset is None:
        return _("local time, zone not given")
    hours, minutes = divmod(abs(utc_offset), 60)
    sign = "−" if utc_offset < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{minutes:02d}" if minutes else "") if utc_offset else "UTC"


def weekday_name(day: int) -> str:
    """Name the weekday of a day."""
    names = (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
    return names[civil.weekday(day)]


def _is_unit(when: Interval) -> bool:
    """Tell whether the interval fills one calendar unit, with edges that are meant exactly."""
    unit = when.granularity
    if unit <= Granularity.DAY or when.approximate:
        return False
    return civil.floor(when.start, unit) == when.start and civil.unit_end(when.start, unit) == when.end


def _one_day(when: Interval, day: int) -> Words:
    lead = weekday_name(day)
    if when.approximate and when.granularity > Granularity.DAYPART:
        lead = _("about")
    tail = _daypart(when) if when.granularity is Granularity.DAYPART else ""
    return Words(lead, day_words(day), tail, machine(when))


def _moment(when: Interval, utc_offset: int | None) -> Words:
    day, clock = civil.day_of(when.start), when.start % DAY_SECONDS
    time = f"{clock // 3600:02d}:{clock // 60 % 60:02d}"
    lead = _("about") if when.approximate else weekday_name(day)
    return Words(lead, day_words(day), f"{time} {zone_words(utc_offset)}", machine(when))


def _daypart(when: Interval) -> str:
    """Name the part of the day by its middle."""
    hour = (when.start + when.end) // 2 % DAY_SECONDS // 3600
    if hour < 5 or hour >= 21:
        return _("night")
    return _("morning") if hour < 12 else _("afternoon") if hour < 17 else _("evening")


def _unit(when: Interval) -> Words:
    first = civil.day_of(when.start)
    year, month, _day = civil.civil_from_days(first)
    named = year_words(year)
    value = machine(when)
    match when.granularity:
        case Granularity.WEEK:
            return Words(_("in the week of"), days(first, first + 6), machine=value)
        case Granularity.WEEKEND:
            return Words(_("on the weekend of"), days(first, first + 1), machine=value)
        case Granularity.MONTH:
            return Words(_("some day in"), month_words(year, month), machine=value)
        case Granularity.SEASON:
            return Words(_("some time in"), _season(month, named), machine=value)
        case Granularity.QUARTER | Granularity.HALF:
            return Words(_("some time in"), days(first, civil.day_of(when.end - 1)), machine=value)
        case Granularity.DECADE:
            return Words(_("in the"), _("%(year)ss", year=named), machine=value)
        case Granularity.YEAR:
            return Words(_("some time in"), named, machine=value)
    return Words(_("in the years"), days(first, civil.day_of(when.end - 1)), machine=value)


def _season(month: int, year: str) -> str:
    names = {3: _("spring %(year)s"), 6: _("summer %(year)s"), 9: _("autumn %(year)s")}
    return names.get(month, _("winter %(year)s")) % {"year": year}


def _bounded(bounds: Interval) -> Words:
    first, last = bounds.first_day, bounds.last_day
    if first is not None and last is not None:
        return Words(_within(first, last), days(first, last))
    if last is not None:
        return Words(_("by"), day_words(last))
    return Words(_("from"), day_words(first), _("on")) if first is not None else Words("", _("no date"))


def _within(first: int, last: int) -> str:
    """Give what leads up to the days that bound something: a day, a month or a year needs no "between"."""
    if first == last:
        return ""
    start, end = first * DAY_SECONDS, (last + 1) * DAY_SECONDS
    for unit, lead in ((Granularity.MONTH, _("some day in")), (Granularity.YEAR, _("some time in"))):
        if civil.floor(start, unit) == start and civil.unit_end(start, unit) == end:
            return lead
    return _("between")


def _weekdays(first: int, last: int) -> str:
    return (
        _("%(first)s to %(last)s", first=weekday_name(first), last=weekday_name(last))
        if last - first < 7
        else ""
    )


def _months(first: tuple[int, int], last: tuple[int, int]) -> str:
    (year, month), (year2, month2) = first, last
    end = month_words(year2, month2)
    if first == last:
        return end
    if year == year2:
        return f"{_month(month)}–{end}"
    return f"{month_words(year, month)} – {end}"


def _date(year: int, month: int, day: int) -> str:
    if reader().code == "en-US":
        return f"{_month(month)} {day}, {year_words(year)}"
    return f"{_ordinal(day)} {_month(month)} {year_words(year)}"


def _ordinal(day: int) -> str:
    """Write the day of the month; French has an ordinal for the first alone."""
    return "1er" if day == 1 and reader().language == "fr" else str(day)


def _month(month: int) -> str:
    names = (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
    return names[month - 1]
