"""TimelineJS, HTML and TimeML: well formed whatever the text holds, and no more exact than it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from timeline.civil import Granularity, days_from_civil
from timeline.formats import FORMATS
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Article, Basis, Entry, Event, Status
from timeline.pipeline import build
from timeline.reason import because

NASTY = "<script>alert('x')</script> & \"so\" \x00\x08\x1f\ufffe\x9f ]]> <!-- {{ 1 }}"


def second(year: int, month: int = 1, day: int = 1) -> int:
    return days_from_civil(year, month, day) * 86_400


DAY = Interval.of_unit(second(2021, 3, 1), Granularity.DAY)
PUBLISHED = Interval.of_day(days_from_civil(2021, 3, 4))


def entry(when: Interval | None, text: str = "A mill burnt.", bounds: Interval = DAY) -> Entry:
    bounds = when or bounds
    why = because("“%(words)s” is said", words=text)
    told = Event("e1", "a", 0, len(text), text, when, bounds, Basis.STATED, why, 0, trigger=(0, 1))
    return Entry("e1", text, when, bounds, (told,), basis=Basis.STATED, because=why)


def article(text: str = "A mill burnt.", title: str = "Mill") -> Article:
    return Article("a", text, PUBLISHED, title, "Post", language="en")


def written(name: str, told: Entry, title: str = "Mills") -> str:
    return FORMATS[name].render([told], title, {"a": article(told.summary)})


def slide(when: Interval | None) -> dict[str, object]:
    (only,) = json.loads(written("timelinejs", entry(when)))["events"]
    assert isinstance(only, dict)
    return only


class Page(HTMLParser):
    """Reads a page and checks that each element that is opened is closed in its turn."""

    EMPTY = frozenset({"meta"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def times(self) -> list[str | None]:
        return [attributes["datetime"] for tag, attributes in self.seen if tag == "time"]


@pytest.mark.parametrize(
    ("when", "start", "end", "words"),
    [
        (DAY, {"year": 2021, "month": 3, "day": 1}, None, "2021-03-01"),
        (Interval.of_unit(second(2021, 3), Granularity.MONTH), {"year": 2021, "month": 3}, None, "2021-03"),
        (Interval.of_unit(second(-43), Granularity.YEAR), {"year": -44}, None, "44 BCE"),
        (Interval.of_unit(second(0), Granularity.YEAR), {"year": -1}, None, "1 BCE"),
        (
            Interval(DAY.start, DAY.start + 3 * 86_400, Granularity.DAY),
            {"year": 2021, "month": 3, "day": 1},
            {"year": 2021, "month": 3, "day": 3},
            "2021-03-01 to 2021-03-03",
        ),
        (
            Interval.of_unit(second(1990), Granularity.DECADE),
            {"year": 1990},
            {"year": 1999},
            "1990 to 1999",
        ),
        (
            Interval.of_unit(second(1850), Granularity.YEAR).roughly(),
            {"year": 1850, "month": 1, "day": 1},
            {"year": 1850, "month": 12, "day": 31},
            "about 1850-01-01 to 1850-12-31 (approximate)",
        ),
        (
            Interval.of_unit(DAY.start + 52_200, Granularity.MINUTE),
            {"year": 2021, "month": 3, "day": 1, "hour": 14, "minute": 30},
            None,
            "2021-03-01, 14:30",
        ),
        (
            Interval.of_unit(DAY.start + 50_400, Granularity.HOUR),
            {"year": 2021, "month": 3, "day": 1, "hour": 14},
            None,
            "2021-03-01, 14:00 to 15:00",
        ),
        (
            Interval(DAY.start, END, Granularity.DAY),
            {"year": 2021, "month": 3, "day": 1},
            None,
            "from 2021-03-01 on",
        ),
    ],
)
def test_a_slide_names_no_finer_date_than_the_text(
    when: Interval, start: dict[str, int], end: dict[str, int] | None, words: str
) -> None:
    told = slide(when)
    assert (told["start_date"], told.get("end_date"), told["display_date"]) == (start, end, words)


def test_timelinejs_says_what_it_cannot_place() -> None:
    form = FORMATS["timelinejs"]
    entries = [entry(DAY), entry(None), entry(Interval(BEGINNING, DAY.start, Granularity.DAY))]
    assert len(json.loads(form.render(entries, "", {}))["events"]) == 1
    assert form.leaves_out(entries) == "2 entries without a date left out."
    assert form.leaves_out(entries[:2]) == "1 entry without a date left out."


def test_timelinejs_has_a_title_and_the_words_with_their_source() -> None:
    told = replace(entry(DAY), summary="A fire at the mill")
    document = json.loads(FORMATS["timelinejs"].render([told], "Mills & more", {"a": article()}))
    assert document["title"]["text"]["headline"] == "Mills &amp; more"
    (only,) = document["events"]
    assert (only["unique_id"], only["text"]["headline"]) == ("e1", "A fire at the mill")
    assert "A mill burnt.</p>" in only["text"]["text"]
    assert "— Post, Mill, published 2021-03-04" in only["text"]["text"]
    assert "Why: “A mill burnt.” is said" in only["text"]["text"]


def test_what_timelinejs_takes_for_html_holds_no_markup_of_the_text() -> None:
    document = json.loads(written("timelinejs", entry(DAY, NASTY), NASTY))
    (only,) = document["events"]
    for html in (*only["text"].values(), document["title"]["text"]["headline"]):
        page = Page(html)
        assert {tag for tag, _ in page.seen} <= {"blockquote", "p", "footer"}
        assert "<script>alert('x')</script> & \"so\"" in page.words


def test_a_page_holds_no_markup_of_the_text_and_loads_nothing() -> None:
    text = written("html", entry(DAY, NASTY), NASTY)
    page = Page(text)
    names = {tag for tag, _ in page.seen}
    assert names.isdisjoint({"script", "img", "link", "iframe", "a"})
    assert not any({"src", "href", "style"} & set(attributes) for _, attributes in page.seen)
    assert not re.search(r"url\(|@import|[\x00-\x08\x0b-\x1f]", text)
    assert page.words.count("<script>alert('x')</script> & \"so\"") == 5  # title twice, summary, quote, why
    assert page.seen[0] == ("html", {"lang": "en"})


@pytest.mark.parametrize(
    ("when", "times", "words"),
    [
        (DAY, ["2021-03-01"], "2021-03-01 stated"),
        (
            Interval(DAY.start, DAY.start + 3 * 86_400, Granularity.DAY),
            ["2021-03-01", "2021-03-03"],
            "2021-03-01 to 2021-03-03 stated",
        ),
        (Interval.of_unit(second(2021, 3), Granularity.MONTH), ["2021-03"], "2021-03 stated"),
        (Interval.of_unit(second(2021, 3), Granularity.WEEK), ["2021-W09"], "2021-W09 stated"),
        (Interval.of_unit(second(2021), Granularity.QUARTER), [], "2021-Q1 stated"),
        (Interval.of_unit(second(-43), Granularity.YEAR), [], "44 BCE stated"),
        (Interval.of_unit(second(-1199, 3), Granularity.MONTH), [], "March 1200 BCE stated"),
    ],
)
def test_a_page_gives_programs_the_dates_that_html_can_name(
    when: Interval, times: list[str], words: str
) -> None:
    page = Page(written("html", entry(when)))
    assert page.times() == times
    assert words in page.words


def test_a_page_lists_what_has_no_date_last_with_its_bounds() -> None:
    before = Interval(BEGINNING, DAY.start, Granularity.DAY)
    text = FORMATS["html"].render([entry(None, "A dam broke.", before), entry(DAY)], "", {})
    page = Page(text)
    assert page.words.index("A mill burnt.") < page.words.index("Without one date")
    assert page.words.index("Without one date") < page.words.index("by 2021-02-28 undated")
    assert page.times() == ["2021-03-01", "2021-02-28"]
    assert "No events." in Page(FORMATS["html"].render([], "", {})).words


@pytest.mark.parametrize("name", ["timelinejs", "html"])
def test_what_the_text_denies_is_no_fact(name: str) -> None:
    assert "denied" in written(name, replace(entry(DAY), status=Status.DENIED))


def test_timeml_marks_times_and_events_in_the_text() -> None:
    told = article("The mill burnt on Monday. It was rebuilt in early 1998, for three years.")
    root = ElementTree.fromstring(FORMATS["timex3"].render(build([told]), "Mills", {"a": told}))
    (document,) = root.findall("TimeML")
    creation = document.find("DCT/TIMEX3")
    text = document.find("TEXT")
    assert creation is not None
    assert text is not None
    assert creation.attrib == {
        "tid": "t0",
        "type": "DATE",
        "value": "2021-03-04",
        "functionInDocument": "CREATION_TIME",
    }
    assert "".join(text.itertext()) == told.text
    assert [(time.text, time.attrib) for time in text.iter("TIMEX3")] == [
        ("Monday", {"tid": "t1", "type": "DATE", "value": "2021-03-01"}),
        ("early 1998", {"tid": "t2", "type": "DATE", "value": "1998", "mod": "START"}),
        ("three years", {"tid": "t3", "type": "DURATION", "value": "P3Y"}),
    ]
    assert [(event.text, event.get("eid")) for event in text.iter("EVENT")] == [
        ("burnt", "e1"),
        ("rebuilt", "e2"),
    ]


def test_timeml_is_well_formed_whatever_the_text_holds() -> None:
    told = Article(NASTY, f"{NASTY} The mill burnt on Monday. {NASTY}", PUBLISHED, NASTY, language="en")
    root = ElementTree.fromstring(FORMATS["timex3"].render(build([told]), NASTY, {told.id: told}))
    text = root.find("TimeML/TEXT")
    assert text is not None
    assert "".join(text.itertext()) == re.sub("[\x00\x08\x1f\ufffe\x9f]", "\ufffd", told.text)
    assert [time.text for time in text.iter("TIMEX3")] == ["Monday"]


def test_timeml_counts_each_article_as_a_document_and_says_what_it_lacks() -> None:
    first, second_one = (
        article(),
        replace(article(), id="b", published=Interval.of_unit(0, Granularity.MINUTE)),
    )
    articles = {"a": first, "b": second_one}
    root = ElementTree.fromstring(FORMATS["timex3"].render([entry(DAY)], "", articles))
    assert [document.findtext("DOCID") for document in root] == ["a", "b"]
    assert [time.get("type") for time in root.iterfind("TimeML/DCT/TIMEX3")] == ["DATE", "TIME"]
    assert FORMATS["timex3"].leaves_out([entry(DAY)]).endswith("left out.")
