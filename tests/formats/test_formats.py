"""Each format written from the same small timeline: what stands in it, and what it says it leaves out."""

from __future__ import annotations

import csv
import io
import json

import pytest
from msgspec.structs import replace

from timeline.civil import Granularity, days_from_civil
from timeline.formats import FORMATS
from timeline.formats.base import date_words
from timeline.interval import BEGINNING, Interval
from timeline.model import Article, Basis, Entry, Event, Status
from timeline.pipeline import build
from timeline.reason import because

TEXT = "=Rain, stopped\\ the; ferry on Monday. Work *began*\nin spring."
SAID = TEXT[: TEXT.index(" Work")]
DAY = days_from_civil(2021, 3, 1) * 86_400
MONDAY = Interval(DAY, DAY + 86_400, Granularity.DAY)
ARTICLE = Article("a1", TEXT, Interval(DAY + 3 * 86_400, DAY + 4 * 86_400, Granularity.DAY), "Ferry", "Post")
ARTICLES = {"a1": ARTICLE}


def entry(name: str, when: Interval | None, bounds: Interval | None = None, *, reports: int = 1) -> Entry:
    mentions = tuple(
        Event(
            f"{name}{n}",
            "a1",
            0,
            len(SAID),
            SAID,
            when,
            bounds or when or MONDAY,
            Basis.STATED,
            "it is said",
            0,
            actors=("Aurora", "Ben")[: n + 1],
            places=("Bergen",),
        )
        for n in range(reports)
    )
    return Entry(
        name,
        SAID,
        when,
        bounds or when or MONDAY,
        mentions,
        basis=Basis.STATED,
        because=because("it is said"),
    )


SPRING = Interval.of_unit(DAY, Granularity.SEASON)
DAYS = Interval(DAY, DAY + 3 * 86_400, Granularity.DAY)
BEFORE = Interval(BEGINNING, DAY, Granularity.DAY)
ENTRIES = [
    entry("m", MONDAY, reports=2),
    entry("d", DAYS),
    entry("s", SPRING),
    entry("u", None, BEFORE),
]


def write(name: str) -> str:
    return FORMATS[name].render(ENTRIES, "Ferries, all", ARTICLES)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_timeline_can_be_written(name: str) -> None:
    assert FORMATS[name].render([], "", {})
    assert FORMATS[name].leaves_out([]) == ""


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_timeline_gives_the_same_file(name: str) -> None:
    assert write(name) == write(name)


@pytest.mark.parametrize("name", FORMATS)
def test_entries_whose_articles_are_not_at_hand_are_written_without_quotes(name: str) -> None:
    assert FORMATS[name].render(ENTRIES, "Ferries", {})


def test_json_holds_every_report_with_its_place_and_words() -> None:
    document = json.loads(write("json"))
    assert document["title"] == "Ferries, all"
    first, *_, undated = document["events"]
    assert first["date"] == "2021-03-01"
    assert [(m["article"], m["start"], m["end"], m["quote"]) for m in first["mentions"]] == [
        ("a1", 0, len(SAID), SAID)
    ] * 2
    assert (undated["date"], undated["earliest"], undated["latest"]) == (None, None, "2021-02-28")
    assert undated["certainty"] == "undated"


def test_csv_is_one_row_an_event_and_runs_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(write("csv"), newline="")))
    assert [row["date"] for row in rows] == ["2021-03-01", "2021-03-01", "2021-03", ""]
    assert rows[1]["end_date"] == "2021-03-03"
    assert rows[0]["summary"] == "'" + SAID
    assert (rows[0]["source"], rows[0]["title"], rows[0]["published"]) == ("Post", "Ferry", "2021-03-04")
    assert (rows[0]["actors"], rows[0]["places"]) == ("Aurora; Ben", "Bergen")
    assert FORMATS["csv"].leaves_out(ENTRIES) == "1 further report of the same events left out."


def test_a_spreadsheet_is_told_that_the_text_is_unicode() -> None:
    assert write("excel") == "\ufeff" + write("csv")
    assert not write("csv").startswith("\ufeff")


def unfolded(name: str) -> list[str]:
    return write(name).replace("\r\n ", "").split("\r\n")


def test_icalendar_holds_whole_days_and_counts_what_it_leaves_out() -> None:
    lines = unfolded("ics")
    assert [line for line in lines if line.startswith(("DTSTART", "DTEND", "UID"))] == [
        "UID:m@timeline",
        "DTSTART;VALUE=DATE:20210301",
        "DTEND;VALUE=DATE:20210302",
        "UID:d@timeline",
        "DTSTART;VALUE=DATE:20210301",
        "DTEND;VALUE=DATE:20210304",
    ]
    assert FORMATS["ics"].leaves_out(ENTRIES) == (
        "1 entry without a date and 1 entry vaguer than a week left out."
    )


def test_a_day_that_no_calendar_reaches_is_not_called_vague() -> None:
    ides = Interval.of_unit(days_from_civil(-43, 3, 15) * 86_400, Granularity.DAY)
    assert FORMATS["ics"].leaves_out([*ENTRIES, entry("i", ides)]) == (
        "1 entry without a date, 1 entry vaguer than a week and 1 entry outside the years 1 to 9999 left out."
    )
    assert FORMATS["ics"].leaves_out([entry("i", ides)]) == "1 entry outside the years 1 to 9999 left out."


def test_icalendar_lines_are_escaped_and_no_longer_than_75_octets() -> None:
    assert "SUMMARY:=Rain\\, stopped\\\\ the\\; ferry on Monday." in unfolded("ics")
    long = FORMATS["ics"].render([entry("é" * 90, MONDAY)], "ß" * 90, ARTICLES)
    assert max(len(line.encode()) for line in long.split("\r\n")) <= 75
    assert "é" * 90 in long.replace("\r\n ", "")


def test_markdown_escapes_what_would_be_markup() -> None:
    starred = entry("m", MONDAY)
    text = FORMATS["markdown"].render(
        [starred], "A *bold* title", {"a1": Article("a1", "*x* <b> [y](z)" + " " * 40, MONDAY)}
    )
    assert "# A \\*bold\\* title" in text
    assert "\\*x\\* \\<b\\> \\[y\\](z)" in text


@pytest.mark.parametrize("name", ["markdown", "html", "timelinejs"])
def test_words_that_are_the_summary_are_credited_and_not_quoted_again(name: str) -> None:
    text = "The mill closed on Monday. It had stood for a century, the owner said."
    told = Article("a", text, ARTICLE.published, source="Post", language="en")
    (closed, *_) = build([told])
    assert closed.summary == "The mill closed on Monday"
    written = FORMATS[name].render([closed], "", {"a": told})
    assert written.count("The mill closed on Monday") == 1
    assert "— Post, published 2021-03-04" in written


def test_text_says_how_sure_a_date_is_and_why() -> None:
    text = write("text")
    assert text.startswith("Ferries, all\n\n2021-03-01\n")
    assert "2021-03-01 to 2021-03-03" in text
    assert "by 2021-02-28  [undated]" in text
    assert "Why: it is said" in text


@pytest.mark.parametrize(
    ("year", "month", "unit", "words"),
    [
        (-43, 1, Granularity.YEAR, "44 BCE"),
        (0, 3, Granularity.MONTH, "March 1 BCE"),
        (-43, 3, Granularity.DAY, "1 March 44 BCE"),
        (-43, 1, Granularity.QUARTER, "quarter 1 of 44 BCE"),
        (64, 7, Granularity.MONTH, "July 64 CE"),
        (-11999, 1, Granularity.YEAR, "12000 BCE"),
        (43, 1, Granularity.YEAR, "43 CE"),
        (100, 1, Granularity.CENTURY, "100 CE to 199 CE"),
        (1914, 10, Granularity.MONTH, "1914-10"),
        (1860, 1, Granularity.DECADE, "1860 to 1869"),
    ],
)
def test_dates_are_written_for_people(year: int, month: int, unit: Granularity, words: str) -> None:
    when = Interval.of_unit(days_from_civil(year, month, 1) * 86_400, unit)
    assert date_words(when, when) == words


def test_reports_that_disagree_each_keep_their_date_in_the_text() -> None:
    first, second = entry("m", MONDAY), entry("d", DAYS)
    both = Entry("c", "Rain", None, DAYS, first.mentions + second.mentions, conflict=True)
    text = FORMATS["text"].render([both], "", ARTICLES)
    assert "[conflicting]" in text
    assert "— 2021-03-01: Post" in text
    assert "— 2021-03-01 to 2021-03-03: Post" in text


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_words_that_a_longer_quotation_of_the_article_holds_are_not_quoted_again(name: str) -> None:
    text = "A fire broke out in the Halden mill in Bergen on Monday. Nobody was hurt."
    told = Article("a", text, ARTICLE.published, source="Post", language="en")
    (broke,) = [one for one in build([told]) if len(one.mentions) > 1]
    written = FORMATS[name].render([broke], "", {"a": told})
    assert (written.count("A fire"), written.count("Post")) == (1, 1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("text", "[denied]"), ("markdown", "*(denied)*"), ("ics", "ferry on Monday (denied)")],
)
def test_what_the_text_denies_is_no_fact_in_any_file_that_people_read(name: str, expected: str) -> None:
    told = replace(entry("m", MONDAY), status=Status.DENIED, summary="The ferry on Monday")
    assert expected in FORMATS[name].render([told], "", ARTICLES)


@pytest.mark.parametrize("name", ["text", "markdown", "html", "timelinejs", "ics"])
def test_what_people_read_begins_with_a_large_letter(name: str) -> None:
    told = replace(entry("m", MONDAY), summary="a fuse had failed")
    assert "A fuse had failed" in FORMATS[name].render([told], "", ARTICLES)
