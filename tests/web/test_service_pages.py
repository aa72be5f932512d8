"""How the service tells of itself: health, figures, and the description of its API."""

import socket
import time

import pytest
from flask import url_for

from timeline.service import valkey
from timeline.store import Store
from web import create_app, storage

ARTICLE = {"text": "It closed on 3 May 2021.", "published": "2021-05-04"}


def test_it_is_alive_whatever_else_is(app, client):
    storage.attach(app, Store.connect("unix:///nowhere/store.sock"))
    assert client.get("/healthz").json == {"status": "ok"}


def test_it_is_not_ready_without_a_worker_and_says_so(client, desk):
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "No worker is running" in answer.json["detail"]
    desk.store.outbox.beat("somebody")
    assert client.get("/readyz").json == {"status": "ok", "workers": 1}


def test_its_figures_are_in_the_format_of_prometheus(client, timeline):
    timeline()
    answer = client.get("/metrics")
    assert answer.content_type.startswith("text/plain; version=0.0.4")
    lines = answer.text.splitlines()
    assert "timeline_articles 1" in lines
    assert "# TYPE timeline_workers gauge" in lines


def test_every_call_is_described_and_every_shape_that_is_named_is_there(client):
    document = client.get("/openapi.json").json
    assert document["openapi"] == "3.1.0"
    named = {
        part.split('"')[0] for part in client.get("/openapi.json").text.split("#/components/schemas/")[1:]
    }
    assert named == set(document["components"]["schemas"])
    for path, methods in document["paths"].items():
        for call in methods.values():
            assert call["summary"], path
            declared = {one["name"] for one in call["parameters"] if one["in"] == "path"}
            assert declared == {part.split("}")[0] for part in path.split("{")[1:]}


def test_what_is_answered_has_no_field_that_is_not_described(client, timeline):
    made = timeline()
    schemas = client.get("/openapi.json").json["components"]["schemas"]

    def described(name):
        parts = schemas[name].get("allOf", [schemas[name]])
        named = [part["$ref"].rpartition("/")[2] for part in parts if "$ref" in part]
        return {field for part in parts for field in part.get("properties", {})}.union(*map(described, named))

    base = f"/api/v1/timelines/{made}"
    entry = client.get(f"{base}/events").json["events"][0]
    article = client.get(f"{base}/articles").json["articles"][0]
    timex = client.get(f"{base}/articles/{article['id']}/timexes").json["timexes"][0]
    shown = {"Entry": entry, "Event": entry["mentions"][0], "ArticleInfo": article, "Timex": timex}
    shown |= {"Timeline": client.get(base).json, "Job": client.post("/api/v1/articles", json=ARTICLE).json}
    for name, answer in shown.items():
        assert set(answer) <= described(name), name


def test_the_description_is_a_page_too(client):
    page = client.get("/docs").text
    assert "POST" in page
    assert 'id="schema-Article"' in page


def test_a_store_that_does_not_answer_is_told_in_words(store_socket, desk):
    app = create_app({"STORE_URL": valkey.url(store_socket), "WTF_CSRF_ENABLED": False})
    desk.store._client.connection_pool.disconnect()
    storage.attach(app, Store.connect("unix:///nowhere/store.sock"))
    with app.test_request_context():
        path = url_for("api.timelines")
    answer = app.test_client().get(path)
    assert answer.status_code == 503
    assert "the store does not answer" in answer.json["detail"]


@pytest.mark.parametrize("path", ["/", "/readyz"])
def test_a_store_that_holds_the_line_and_is_silent_is_waited_for_once(store_socket, tmp_path, path):
    app = create_app({"STORE_URL": valkey.url(store_socket), "WTF_CSRF_ENABLED": False})
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "silent.sock"))
        silent.listen()
        storage.attach(app, Store.connect(f"unix://{tmp_path}/silent.sock?socket_timeout=0.5"))
        begun = time.monotonic()
        answer = app.test_client().get(path)
    assert answer.status_code == 503
    assert "the store does not answer" in answer.text.lower()
    assert "No worker is running" not in answer.text
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    ("method", "path", "status", "detail"),
    [
        ("GET", "/api/v1/nothing", 404, "There is no GET /api/v1/nothing: /openapi.json lists every call"),
        ("POST", "/api/v1/timelines/x/events", 405, "this address takes GET, HEAD, OPTIONS."),
        ("PATCH", "/api/v1/articles", 405, "There is no PATCH /api/v1/articles: this address takes"),
    ],
)
def test_a_call_that_is_none_is_told_what_there_is(client, method, path, status, detail):
    answer = client.open(path, method=method)
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert detail in answer.json["detail"]
    assert (answer.headers.get("Allow") is not None) is (status == 405)
