"""A request that comes again with its Idempotency-Key is not done again."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.web.conftest import PUBLISHED, TEXT
from timeline.store import KeyBusyError, KeyTakenError

ARTICLE = {"text": TEXT, "published": PUBLISHED}


def send(client, article=ARTICLE, path="/api/v1/articles", key="k-1"):
    return client.post(path, json=article, headers={"Idempotency-Key": key})


def count(client):
    return len(client.get("/api/v1/timelines").json["timelines"])


def test_a_request_that_comes_again_gives_the_same_job(client):
    made = send(client)
    again = send(client)
    assert (again.status_code, again.json["id"]) == (202, made.json["id"])
    assert again.headers["Location"] == made.headers["Location"]
    assert count(client) == 1


def test_another_key_or_none_is_another_request(client):
    first = send(client)
    assert send(client, key="k-2").json["id"] != first.json["id"]
    assert client.post("/api/v1/articles", json=ARTICLE).json["id"] != first.json["id"]
    assert count(client) == 3


@pytest.mark.parametrize("path", ["/api/v1/articles", "/api/v1/articles?title=Other"])
def test_a_key_that_came_with_another_request_is_refused(client, path):
    send(client)
    other = ARTICLE if "title" in path else {**ARTICLE, "text": "The mill opened on 4 May 2020."}
    refused = send(client, other, path)
    assert refused.status_code == 422
    assert "came with another request" in refused.json["detail"]
    assert count(client) == 1


def test_a_refused_request_leaves_its_key_free(client):
    assert send(client, {"text": TEXT}).status_code == 400
    assert send(client).status_code == 202


def test_articles_go_onto_a_timeline_once(client, timeline):
    path = f"/api/v1/timelines/{timeline()}/articles"
    assert send(client, path=path).json["id"] == send(client, path=path).json["id"]


@pytest.mark.parametrize("key", ["", "x" * 256])
def test_a_key_is_neither_empty_nor_long(client, key):
    assert send(client, key=key).status_code == 400


def test_where_many_come_at_once_one_is_done(store, article):
    made = store.create_timeline("Race")

    def ask(_number):
        try:
            return store.once("race", "asked", lambda: store.submit(made.id, [article("a")])).id
        except KeyBusyError:
            return None

    with ThreadPoolExecutor(20) as threads:
        given = set(threads.map(ask, range(20))) - {None}
    assert len(given) == 1
    assert len(store.jobs(made.id)) == 1
    with pytest.raises(KeyTakenError):
        store.once("race", "something else", lambda: store.submit(made.id, [article("b")]))


def test_what_fails_is_not_taken_for_done(store, article):
    with pytest.raises(ZeroDivisionError):
        store.once("failing", "asked", lambda: 1 / 0)
    made = store.create_timeline("Then")
    assert store.once("failing", "asked", lambda: store.submit(made.id, [article("a")])).total == 1
