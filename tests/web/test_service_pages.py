"""How the service tells of itself: health, figures, and the description of its API."""

from flask import url_for

from timeline.service import valkey
from timeline.store import Store
from web import create_app, storage


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
