"""Timelines, their entries, jobs and corrections through the API."""

import csv
import io
import json

import pytest

TWO = [
    {"text": "The bridge closed on 3 May 2021.", "published": "2021-05-04", "source": "Post"},
    {
        "text": "The mayor resigned on 9 June 2021. It was late.",
        "published": "2021-06-10",
        "source": "Courier",
    },
]


def test_a_timeline_can_be_renamed_deleted_and_restored(client, timeline):
    made = timeline()
    path = f"/api/v1/timelines/{made}"
    assert client.patch(path, json={"title": " New  name "}).json["title"] == "New name"
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404
    assert client.get("/api/v1/timelines").json["timelines"] == []
    assert client.post(f"{path}/restore").json["title"] == "New name"
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("title", ["", " ", "x" * 301, 7, None])
def test_a_title_that_is_none_is_refused(client, title):
    answer = client.post("/api/v1/timelines", json={"title": title})
    assert answer.status_code == 400
    assert answer.json["errors"][0]["pointer"] == "/title"


def test_events_come_in_time_order_with_their_words(client, timeline):
    made = timeline(*TWO)
    events = client.get(f"/api/v1/timelines/{made}/events").json["events"]
    dated = [event["date"] for event in events if event["date"]]
    assert dated[:2] == ["2021-05-03", "2021-06-09"]
    assert events[0]["mentions"][0]["quote"].startswith("The bridge closed on 3 May 2021")
    assert client.get(f"/api/v1/timelines/{made}/events/{events[0]['id']}").json["date"] == "2021-05-03"


def test_pages_follow_one_another_by_cursor(client, timeline):
    made = timeline(*TWO)
    seen, path = [], f"/api/v1/timelines/{made}/events?limit=1"
    while path:
        answer = client.get(path)
        seen += [event["id"] for event in answer.json["events"]]
        following = answer.json["next"]
        assert ("Link" in answer.headers) == bool(following)
        path = f"/api/v1/timelines/{made}/events?limit=1&cursor={following}" if following else ""
    assert seen == [event["id"] for event in client.get(f"/api/v1/timelines/{made}/events").json["events"]]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("from=2021-06", ["2021-06-09"]),
        ("to=3 May 2021", ["2021-05-03"]),
        ("from=May 2021&to=May 2021", ["2021-05-03"]),
        ("source=Post", ["2021-05-03"]),
        ("q=MAYOR", ["2021-06-09"]),
        ("certainty=stated", ["2021-05-03", "2021-06-09"]),
        ("q=elephant", []),
    ],
)
def test_filters_leave_what_matches(client, timeline, filters, expected):
    made = timeline(*TWO)
    events = client.get(f"/api/v1/timelines/{made}/events?{filters}").json["events"]
    assert [event["date"] for event in events if event["date"]] == expected


@pytest.mark.parametrize(
    ("filters", "pointer"),
    [
        ("from=soon", "/from"),
        ("to=last Thursday", "/to"),
        ("from=2022&to=2021", "/to"),
        ("certainty=perhaps", "/certainty"),
        ("limit=0", "/limit"),
        ("limit=x", "/limit"),
        ("cursor=x", "/cursor"),
    ],
)
def test_a_filter_that_cannot_be_read_is_named(client, timeline, filters, pointer):
    answer = client.get(f"/api/v1/timelines/{timeline(*TWO)}/events?{filters}")
    assert answer.status_code == 400
    assert answer.json["errors"][0]["pointer"] == pointer


def test_an_export_holds_exactly_the_view_and_says_what_it_leaves_out(client, timeline):
    made = timeline(*TWO)
    answer = client.get(f"/api/v1/timelines/{made}/export?format=csv&source=Post")
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert len(rows) == 2
    assert answer.headers["Content-Disposition"] == 'attachment; filename="the-mill.csv"'
    assert json.loads(client.get(f"/api/v1/timelines/{made}/export?format=json").text)
    calendar = client.get(f"/api/v1/timelines/{made}/export?format=ics")
    assert calendar.text.count("BEGIN:VEVENT") == 2
    assert client.get(f"/api/v1/timelines/{made}/export?format=pdf").status_code == 400


@pytest.mark.parametrize(
    ("form", "media_type", "suffix"),
    [
        ("timelinejs", "application/json", ".timelinejs.json"),
        ("html", "text/html", ".html"),
        ("timex3", "application/xml", ".xml"),
    ],
)
def test_each_format_is_told_apart_by_its_type_and_its_file_name(client, timeline, form, media_type, suffix):
    answer = client.get(f"/api/v1/timelines/{timeline(*TWO)}/export?format={form}")
    assert answer.content_type == f"{media_type}; charset=utf-8"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="the-mill{suffix}"'
    assert "resigned" in answer.text


def test_density_counts_every_entry(client, timeline):
    made = timeline(*TWO)
    buckets = client.get(f"/api/v1/timelines/{made}/density").json["buckets"]
    total = client.get(f"/api/v1/timelines/{made}/events").json["total"]
    assert sum(bucket["entries"] for bucket in buckets) == total


def test_what_has_not_changed_is_not_sent_again(client, timeline):
    path = f"/api/v1/timelines/{timeline(*TWO)}/events"
    tag = client.get(path).headers["ETag"]
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304


def test_a_job_that_never_was_is_not_found(client):
    assert client.get("/api/v1/jobs/none").status_code == 404
    assert client.post("/api/v1/jobs/none/cancel").status_code == 404


@pytest.mark.parametrize("wait", ["x", "-1", "nan"])
def test_a_wait_that_is_no_number_is_refused(client, wait):
    assert client.get(f"/api/v1/jobs/none?wait={wait}").status_code == 400


def test_a_correction_shows_and_can_be_taken_back(client, timeline):
    made = timeline(*TWO)
    path = f"/api/v1/timelines/{made}"
    event = client.get(f"{path}/events").json["events"][0]["id"]
    change = {"kind": "date", "events": [event], "date": "June 2020", "who": "Editor"}
    assert client.post(f"{path}/corrections", json=change).status_code == 202
    assert client.get(f"{path}/events").json["events"][0]["date"] == "2020-06"
    made_one = client.get(f"{path}/corrections").json["corrections"][0]
    assert (made_one["who"], made_one["date"], made_one["undone"]) == ("Editor", "2020-06", False)
    assert client.post(f"{path}/corrections/{made_one['id']}/undo").status_code == 202
    assert client.get(f"{path}/events").json["events"][0]["date"] == "2021-05-03"
    assert client.get(f"{path}/corrections").json["corrections"][0]["undone"]


def test_a_reading_that_the_words_allow_follows_another_publication_date(client, timeline):
    made = timeline({"text": "The ferry sank on Wednesday.", "published": "2021-05-09"})
    path = f"/api/v1/timelines/{made}"
    (entry,) = client.get(f"{path}/events").json["events"]
    assert entry["date"] == "2021-05-05"
    change = {"kind": "reading", "events": [entry["id"]], "date": "12 May 2021"}
    assert client.post(f"{path}/corrections", json=change).status_code == 202
    (correction,) = client.get(f"{path}/corrections").json["corrections"]
    assert correction["chosen"] == {"event": entry["id"], "way": "future"}
    article = client.get(f"{path}/articles").json["articles"][0]["id"]
    assert client.patch(f"{path}/articles/{article}", json={"published": "2021-05-16"}).status_code == 202
    assert client.get(f"{path}/events").json["events"][0]["date"] == "2021-05-19"


def test_a_reading_that_the_words_do_not_allow_is_a_date(client, timeline):
    made = timeline({"text": "The ferry sank on Wednesday.", "published": "2021-05-09"})
    path = f"/api/v1/timelines/{made}"
    (entry,) = client.get(f"{path}/events").json["events"]
    change = {"kind": "reading", "events": [entry["id"]], "date": "13 May 2021"}
    client.post(f"{path}/corrections", json=change)
    assert "chosen" not in client.get(f"{path}/corrections").json["corrections"][0]
    assert client.get(f"{path}/events").json["events"][0]["date"] == "2021-05-13"


def test_an_entry_alone_says_its_place_on_the_whole_timeline(client, timeline):
    path = f"/api/v1/timelines/{timeline(*TWO)}/events"
    for place, entry in enumerate(client.get(path).json["events"]):
        assert client.get(f"{path}/{entry['id']}").json["order"] == entry["order"] == place


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"kind": "paint"}, "/kind"),
        ({"kind": "hide"}, "/events"),
        ({"kind": "merge", "events": ["a"]}, "/events"),
        ({"kind": "add", "summary": " "}, "/summary"),
        ({"kind": "date", "events": ["a"], "date": "soon"}, "/date"),
        ({"kind": "hide", "events": [1]}, "/events"),
        ({"kind": "hide", "events": "a"}, "/events"),
    ],
)
def test_a_correction_that_lacks_something_is_refused(client, timeline, change, pointer):
    answer = client.post(f"/api/v1/timelines/{timeline(*TWO)}/corrections", json=change)
    assert answer.status_code == 400
    assert answer.json["errors"][0]["pointer"] == pointer


def test_a_preview_shows_the_date_as_understood_and_the_expressions(client):
    sent = {"text": "He left last Thursday after seven years.", "published": "7 August 2022"}
    answer = client.post("/api/v1/preview", json=sent).json
    assert answer["published"] == {"value": "2022-08-07", "words": "Sunday 7 August 2022"}
    assert [timex["words"] for timex in answer["timexes"]] == ["Thursday 4 August 2022", None]


@pytest.mark.parametrize("typed", ["", "soon", "07/08/2022", "yesterday"])
def test_a_date_that_is_not_clear_is_never_taken_for_one(client, typed):
    answer = client.post("/api/v1/preview", json={"text": "x", "published": typed}).json
    assert answer["published"] is None
    assert answer["problem"]


def test_a_typed_date_is_read_in_any_granularity(client):
    def words(text, **more):
        return client.post("/api/v1/dates", json={"text": text, **more}).json["words"]

    assert words("June 2022") == "some day in June 2022"
    assert words("last Thursday", published="2022-08-07") == "Thursday 4 August 2022"
    assert words("last Thursday") is None


def test_what_a_typed_date_may_be_is_told_in_words(client):
    both = [
        {"value": "2022-07-08", "words": "Friday 8 July 2022"},
        {"value": "2022-08-07", "words": "Sunday 7 August 2022"},
    ]
    preview = client.post("/api/v1/preview", json={"text": "", "published": "07/08/2022"}).json
    date = client.post("/api/v1/dates", json={"text": "07/08/2022"}).json
    assert preview["readings"] == date["readings"] == both
    assert preview["problem"] == date["problem"]
    assert client.post("/api/v1/dates", json={"text": "soon"}).json["readings"] == []
