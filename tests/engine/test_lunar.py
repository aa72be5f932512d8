"""Feasts of the Hebrew and the Islamic calendar against published dates."""

from __future__ import annotations

import datetime

import pytest

from timeline.calendar import lunar, moon
from timeline.calendar.holidays import holiday, julian_easter
from timeline.civil import civil_from_days, days_from_civil

# Year, Passover, Rosh Hashanah, first day of Hanukkah, as Jewish calendars have them (by day).
HEBREW = (
    (1967, "04-25", "10-05", "12-27"),
    (1973, "04-17", "09-27", "12-20"),
    (2013, "03-26", "09-05", "11-28"),
    (2019, "04-20", "09-30", "12-23"),
    (2022, "04-16", "09-26", "12-19"),
    (2024, "04-23", "10-03", "12-26"),
)
# First days of Ramadan and of both feasts, as they were kept in Mecca.
ISLAMIC = (
    (2019, "05-06", "06-04", "08-11"),
    (2020, "04-24", "05-24", "07-31"),
    (2021, "04-13", "05-13", "07-20"),
    (2022, "04-02", "05-02", "07-09"),
    (2023, "03-23", "04-21", "06-28"),
    (2024, "03-11", "04-10", "06-16"),
)
# Published dates of the Chinese new year, the years about a leap month and an edge of the day among them.
CHINESE = (
    "1966-01-21",
    "1985-02-20",
    "2008-02-07",
    "2015-02-19",
    "2021-02-12",
    "2023-01-22",
    "2034-02-19",
    "2057-02-04",
)
# The days of the lamps as they were kept in India.
DIWALI = (
    "2009-10-17",
    "2012-11-13",
    "2014-10-23",
    "2017-10-19",
    "2019-10-27",
    "2020-11-14",
    "2022-10-24",
    "2025-10-20",
)


def written(day: int) -> str:
    _, month, of_month = civil_from_days(day)
    return f"{month:02d}-{of_month:02d}"


@pytest.mark.parametrize(("year", "passover", "new_year", "hanukkah"), HEBREW)
def test_hebrew_feasts_are_on_their_days(year: int, passover: str, new_year: str, hanukkah: str) -> None:
    days = (lunar.passover(year), lunar.rosh_hashanah(year), lunar.hanukkah(year))

    assert tuple(map(written, days)) == (passover, new_year, hanukkah)


@pytest.mark.parametrize(("year", "ramadan", "fitr", "adha"), ISLAMIC)
def test_islamic_feasts_are_on_one_of_two_days(year: int, ramadan: str, fitr: str, adha: str) -> None:
    for name, day in (("ramadan", ramadan), ("eid-al-fitr", fitr), ("eid-al-adha", adha)):
        kept = days_from_civil(year, *map(int, day.split("-")))
        found = holiday(name, year)
        assert found.approximate
        assert found.first_day is not None
        assert kept - 1 <= found.first_day <= kept


def test_every_year_has_its_islamic_feasts() -> None:
    for year in range(1900, 2100):
        assert civil_from_days(lunar.islamic(year, 10, 1))[0] == year


@pytest.mark.parametrize("day", ["2019-04-28", "2020-04-19", "2021-05-02", "2022-04-24", "2024-05-05"])
def test_orthodox_easter_is_on_its_day(day: str) -> None:
    date = datetime.date.fromisoformat(day)

    assert julian_easter(date.year) == days_from_civil(date.year, date.month, date.day)


@pytest.mark.parametrize("day", CHINESE)
def test_the_chinese_new_year_is_on_its_day(day: str) -> None:
    year = int(day[:4])

    assert f"{year}-{written(moon.chinese_new_year(year))}" == day


@pytest.mark.parametrize("day", DIWALI)
def test_diwali_is_on_its_day(day: str) -> None:
    year = int(day[:4])

    assert f"{year}-{written(moon.diwali(year))}" == day


def test_every_year_has_its_feasts_by_the_new_moon() -> None:
    for year in range(1600, 2400):
        assert (year, 1, 21) <= civil_from_days(moon.chinese_new_year(year)) <= (year, 2, 22)
        assert (year, 10, 17) <= civil_from_days(moon.diwali(year)) <= (year, 11, 15)
