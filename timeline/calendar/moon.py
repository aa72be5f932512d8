"""Feasts by the new moon itself: the Chinese new year and Diwali (Meeus, "Astronomical Algorithms", 2nd edition)."""

from __future__ import annotations

from math import floor, radians, sin

from timeline import civil

_MONTH = 29.530588861  # days from one new moon to the next, on the average
_EPOCH = 2451550.09766 - 2440587.5  # the new moon of 6 January 2000, in days from 1970
_SOLSTICE = 2451900.05952 - 2440587.5  # the winter solstice of 2000
_YEAR = 365.24274049  # days from one winter solstice to the next
_CHINA, _INDIA = 8 / 24, 5.5 / 24  # days ahead of universal time
_EVENING = 18.3 / 24  # when the lamps are lit, less than an hour after sunset

# The terms of chapter 49 above two minutes: days, and how often the anomalies of sun and moon and the moon's latitude.
_TERMS = (
    (-0.40720, 0, 1, 0),
    (0.17241, 1, 0, 0),
    (0.01608, 0, 2, 0),
    (0.01039, 0, 0, 2),
    (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0),
    (0.00208, 2, 0, 0),
)


def chinese_new_year(year: int) -> int:
    """Give the day number of the Chinese new year in a year of the common calendar.

    The second new moon after the month of the winter solstice began; after a leap month, before 21 January, the third.
    """
    solstice = floor(_SOLSTICE + _YEAR * (year - 2001) + _CHINA)
    number = _number_at(solstice) + 2
    while _new_moon(number, _CHINA) > solstice:
        number -= 1
    day = _new_moon(number + 2, _CHINA)
    return day if day >= civil.days_from_civil(year, 1, 21) else _new_moon(number + 3, _CHINA)


def diwali(year: int) -> int:
    """Give the day number of Diwali: the evening before the first new moon from 17 October on."""
    first = civil.days_from_civil(year, 10, 17)
    number = _number_at(first)
    while (day := _new_moon(number, _INDIA - _EVENING)) < first:
        number += 1
    return day


def _number_at(day: int) -> int:
    """Give the number of a new moon shortly before a day."""
    return floor((day - _EPOCH) / _MONTH) - 1


def _new_moon(number: int, ahead: float) -> int:
    """Give the day number of a new moon, where the clock is so many days ahead of universal time."""
    sun = radians(2.5534 + 29.10535670 * number)
    moon = radians(201.5643 + 385.81693528 * number)
    latitude = radians(160.7108 + 390.67050284 * number)
    mean = _EPOCH + _MONTH * number
    return floor(
        mean + ahead + sum(days * sin(s * sun + m * moon + f * latitude) for days, s, m, f in _TERMS)
    )
