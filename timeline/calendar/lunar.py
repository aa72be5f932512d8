"""Days of the Hebrew and the Islamic calendar by arithmetic (Reingold and Dershowitz, "Calendrical Calculations").

The Hebrew calendar is exact. The Islamic one is tabular; months that are begun by sight of the moon mostly begin on
one of two days, those of the two epochs in use.
"""

from __future__ import annotations

from timeline import civil

_HEBREW_EPOCH = civil.days_from_civil(-3760, 9, 7)  # the day before 1 Tishri of the year 1
_ISLAMIC_EPOCH = civil.days_from_civil(622, 7, 18)  # the earlier of the two epochs
_CYCLE = 30  # years of the tabular calendar, 11 of them with a day more


def passover(year: int) -> int:
    """Give the day number of 15 Nisan in a year of the common calendar."""
    return rosh_hashanah(year) - 163


def rosh_hashanah(year: int) -> int:
    """Give the day number of 1 Tishri in a year of the common calendar."""
    return _new_year(year + 3761)


def hanukkah(year: int) -> int:
    """Give the day number of 25 Kislev, the first day of the feast, in a year of the common calendar."""
    start = rosh_hashanah(year)
    length = _new_year(year + 3762) - start
    return start + 83 + (length in (355, 385))  # the month before has 30 days in a full year


def _new_year(year: int) -> int:
    """Give the day number of 1 Tishri of a Hebrew year, put off where the year before or after would not do."""
    before, day, after = (_elapsed(of) for of in (year - 1, year, year + 1))
    delay = 2 if after - day == 356 else 1 if day - before == 382 else 0
    return _HEBREW_EPOCH + day + delay


def _elapsed(year: int) -> int:
    """Give the days from the epoch to the molad of a year, not on Sunday, Wednesday or Friday."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def islamic(year: int, month: int, day: int) -> int:
    """Give the first day number in a year of the common calendar that has an Islamic month and day of month."""
    return after(civil.days_from_civil(year, 1, 1), month, day)


def after(start: int, month: int, day: int) -> int:
    """Give the first day number from `start` on that has an Islamic month and day of month."""
    year = (start - _ISLAMIC_EPOCH) * _CYCLE // 10_631 + 1
    days = (_islamic_day(year + step, month, day) for step in range(3))
    return next(found for found in days if found >= start)


def _islamic_day(year: int, month: int, day: int) -> int:
    leaps = (3 + 11 * year) // _CYCLE
    return _ISLAMIC_EPOCH + 354 * (year - 1) + leaps + 29 * (month - 1) + month // 2 + day - 1
