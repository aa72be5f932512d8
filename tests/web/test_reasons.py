"""Why a date is what it is, in the reader's language."""

from __future__ import annotations

import pytest

from tests.web.conftest import read
from timeline.civil import Granularity, days_from_civil
from timeline.interval import BEGINNING, Interval
from timeline.model import Article
from timeline.reason import in_words
from timeline.tagger import tag
from web.reasons import reason_words, unit_words

FRENCH = {"Accept-Language": "fr"}
DAYS = [
    days_from_civil(*date) for date in ((-43, 3, 15), (1, 1, 1), (1998, 11, 30), (2022, 8, 7), (2024, 2, 29))
]


@pytest.fixture
def drawn(app):
    """Gives the reason of the first expression of a text, published on Sunday 7 August 2022."""

    def draw(text, language="fr"):
        article = Article("a", text, Interval.of_day(days_from_civil(2022, 8, 7)), language="en")
        with app.test_request_context(headers={"Accept-Language": language}):
            return reason_words(tag(article)[0].reading.because)

    return draw


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed last Thursday.", "le jeudi avant la publication, dimanche 7 août 2022"),
        (
            "It closed on Sunday morning.",
            "matin, dimanche 7 août 2022\u00a0: le jour de la publication, dimanche 7 août 2022",
        ),
        ("It closed yesterday.", "la veille de la publication, dimanche 7 août 2022"),
        ("It closed two weeks ago.", "2 semaines avant la publication, dimanche 7 août 2022"),
        ("It closed last month.", "le mois d'avant, vu de la publication, dimanche 7 août 2022"),
        ("It closed on 1 May 2022.", "la date est donnée en entier"),
        ("It closed for seven years.", "une durée\u00a0; à elle seule elle ne date rien"),
        (
            "It closed in the summer of last year.",
            "l'été 2021, à l'intérieur de ceci\u00a0: l'année d'avant, vu de la publication, dimanche 7 août 2022",
        ),
    ],
)
def test_a_reader_of_french_reads_the_reason_in_french(drawn, text, expected):
    assert drawn(text) == expected


def test_a_reader_in_america_reads_dates_as_written_there(drawn):
    expected = "the Thursday before the publication, Sunday August 7, 2022"
    assert drawn("It closed last Thursday.", "en-US") == expected


@pytest.mark.parametrize("unit", list(Granularity))
def test_in_british_english_pages_say_what_the_core_says(app, unit):
    with app.test_request_context(headers={"Accept-Language": "en-GB"}):
        for day in DAYS:
            when = Interval.of_unit(Interval.of_day(day).start, unit)
            assert unit_words(when).replace("AD 1", "1") == in_words(when)
        assert unit_words(Interval(BEGINNING, 0, unit)) == in_words(Interval(BEGINNING, 0, unit))


def test_the_timeline_the_entry_and_the_article_say_why_in_french(client, timeline):
    made = timeline()
    page = client.get(f"/timelines/{made}", headers=FRENCH).text
    assert "« Last Thursday » : le jeudi avant la publication, dimanche 7 août 2022" in read(page)
    events = client.get(f"/api/v1/timelines/{made}/events", headers=FRENCH).json["events"]
    entry = client.get(f"/timelines/{made}/entries/{events[2]['id']}", headers=FRENCH).text
    assert "« Last Thursday » : le jeudi avant" in read(entry)
    article = events[0]["mentions"][0]["article"]
    text = read(client.get(f"/timelines/{made}/articles/{article}", headers=FRENCH).text)
    assert "la date est donnée en entier" in text
    assert "the date is given in full" not in text


def test_programs_are_told_why_in_english_whatever_they_speak(client, timeline):
    made = timeline()
    events = client.get(f"/api/v1/timelines/{made}/events", headers=FRENCH).json["events"]
    assert "“3 August 2022”: the date is given in full" in {event["because"] for event in events}


def test_while_typing_the_reason_is_in_the_reader_s_language(client):
    asked = {"text": "It closed yesterday.", "published": "2022-08-07"}
    answer = client.post("/api/v1/preview", json=asked, headers=FRENCH).json
    assert answer["timexes"][0]["because"] == "la veille de la publication, dimanche 7 août 2022"
