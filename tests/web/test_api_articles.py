"""Articles through the API: taken in all or none, with every fault named."""

import io

import pytest

from tests.web.conftest import PUBLISHED, TEXT

GOOD = {"text": TEXT, "published": PUBLISHED}


def test_an_article_is_taken_in_and_its_job_named(client):
    answer = client.post("/api/v1/articles", json=GOOD)
    assert answer.status_code == 202
    assert answer.headers["Location"].startswith("/api/v1/jobs/")
    assert answer.headers["Retry-After"] == "1"
    job = client.get(answer.headers["Location"]).json
    assert (job["state"], job["progress"]) == ("done", {"done": 1, "total": 1})
    assert client.get(job["links"]["timeline"]).json["articles"] == 1


def test_a_list_goes_onto_one_timeline(client, timeline):
    made = timeline()
    more = [GOOD | {"text": "The mill reopened in 2023."}, GOOD | {"text": "It closed again in May 2024."}]
    assert client.post(f"/api/v1/timelines/{made}/articles", json=more).status_code == 202
    assert len(client.get(f"/api/v1/timelines/{made}/articles").json["articles"]) == 3


def test_of_a_list_with_a_bad_article_nothing_is_taken_and_the_bad_field_is_named(client):
    answer = client.post("/api/v1/articles", json=[GOOD, GOOD | {"published": "soon"}, {"text": ""}])
    assert answer.status_code == 400
    assert answer.content_type == "application/problem+json"
    assert [error["pointer"] for error in answer.json["errors"]] == [
        "/1/published",
        "/2/text",
        "/2/published",
    ]
    assert client.get("/api/v1/timelines").json["timelines"] == []


def test_a_date_that_can_be_several_days_is_refused_with_each_as_data(client):
    answer = client.post("/api/v1/articles", json=[GOOD, GOOD | {"published": "07/08/2022"}])
    assert answer.status_code == 400
    (error,) = answer.json["errors"]
    assert error["pointer"] == "/1/published"
    assert error["readings"] == ["2022-07-08", "2022-08-07"]
    assert client.post("/api/v1/articles", json=GOOD | {"published": error["readings"][0]}).status_code == 202


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"[" * 100_000, "nested too deeply"),
        (b"{", "not JSON"),
        (b'{"text": "\xff"}', "not UTF-8"),
        (b'"text"', "expected an object"),
        (b"[]", "at least one article"),
    ],
)
def test_what_is_no_article_is_refused_in_words(client, body, words):
    answer = client.post("/api/v1/articles", data=body, content_type="application/json")
    assert answer.status_code == 400
    assert words in answer.json["detail"]


def test_another_content_type_is_refused(client):
    answer = client.post("/api/v1/articles", data=b"{}", content_type="text/plain")
    assert answer.status_code == 415
    assert "Content-Type: application/json" in answer.json["detail"]


def test_a_text_of_a_megabyte_is_accepted(client):
    assert client.post("/api/v1/articles", json=GOOD | {"text": "word " * 200_000}).status_code == 202


def test_what_is_too_large_is_refused_with_the_limit(client):
    answer = client.post("/api/v1/articles", json=GOOD | {"text": "x" * 9_000_000})
    assert answer.status_code == 413
    assert "8 MB" in answer.json["detail"]


def test_files_are_taken_in_with_the_date_of_the_form(client):
    files = [
        (io.BytesIO(TEXT.encode()), "one.txt"),
        (io.BytesIO(b"Published: 2021-01-02\n\nIt rained."), "two.txt"),
    ]
    answer = client.post("/api/v1/articles", data={"file": files, "published": "7 August 2022"})
    assert answer.status_code == 202
    timeline = client.get(answer.json["links"]["timeline"]).json
    listed = client.get(timeline["links"]["articles"]).json["articles"]
    assert sorted(one["published"] for one in listed) == ["2021-01-02", "2022-08-07"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF", "not a PDF file, or it is damaged"),
        ("a.txt", b"\0\1", "binary"),
        ("a.txt", b"caf\xe9", "not UTF-8"),
        ("a.txt", TEXT.encode(), "tells no publication date"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(client, name, data, words):
    answer = client.post("/api/v1/articles", data={"file": (io.BytesIO(data), name)})
    assert answer.status_code == 400
    assert name in answer.json["detail"]
    assert words in answer.json["detail"]


def test_another_publication_date_moves_what_hangs_on_it(client, timeline):
    made = timeline()
    article = client.get(f"/api/v1/timelines/{made}/articles").json["articles"][0]["id"]
    path = f"/api/v1/timelines/{made}/articles/{article}"
    told = client.get(f"{path}/differences?published=14 August 2022").json
    assert told["published"] == "2022-08-14"
    moved = {(one["before"]["date"], one["after"]["date"]) for one in told["differences"]}
    assert ("2022-08-04", "2022-08-11") in moved
    assert all(one["before"]["id"] == one["after"]["id"] for one in told["differences"])
    assert client.get(f"{path}/differences?published=soon").status_code == 400
    answer = client.patch(path, json={"published": "14 August 2022", "who": "Ines"})
    assert answer.status_code == 202
    dates = [one["date"] for one in client.get(f"/api/v1/timelines/{made}/events").json["events"]]
    assert "2022-08-11" in dates
    assert "2022-08-03" in dates
    (made_of,) = client.get(f"/api/v1/timelines/{made}/corrections").json["corrections"]
    assert (made_of["who"], made_of["kind"], made_of["events"]) == ("Ines", "publication", [article])
    assert (made_of["published"], made_of["was"]) == ("2022-08-14", "2022-08-07")
    undo = f"/api/v1/timelines/{made}/corrections/{made_of['id']}/undo"
    assert client.post(undo).status_code == 202
    dates = [one["date"] for one in client.get(f"/api/v1/timelines/{made}/events").json["events"]]
    assert "2022-08-04" in dates


def test_a_removed_article_takes_its_entries_along(client, timeline):
    made = timeline()
    article = client.get(f"/api/v1/timelines/{made}/articles").json["articles"][0]["id"]
    assert client.delete(f"/api/v1/timelines/{made}/articles/{article}").status_code == 202
    assert client.get(f"/api/v1/timelines/{made}/events").json["total"] == 0
    assert client.get(f"/api/v1/timelines/{made}/articles/{article}").status_code == 404


def test_the_time_expressions_of_an_article_have_exact_places(client, timeline):
    made = timeline()
    article = client.get(f"/api/v1/timelines/{made}/articles").json["articles"][0]["id"]
    base = f"/api/v1/timelines/{made}/articles/{article}"
    for timex in client.get(f"{base}/timexes").json["timexes"]:
        assert TEXT[timex["start"] : timex["end"]] == timex["text"]
    assert client.get(base).json["text"] == TEXT
    assert {event["quote"] for event in client.get(f"{base}/events").json["events"]}


@pytest.mark.parametrize("path", ["/api/v1/timelines/none/articles", "/api/v1/timelines/none/articles/x"])
def test_an_id_that_never_was_is_not_found(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
