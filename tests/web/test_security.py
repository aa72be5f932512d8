"""What is refused before it is read, and what browsers are told."""

import pytest

from timeline.service import valkey
from web import create_app


def test_no_page_may_load_anything_from_elsewhere(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_only_the_embedded_view_may_be_framed(client, timeline):
    answer = client.get(f"/timelines/{timeline()}/embed")
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/submit", "/preferences", "/timelines/x/delete"])
def test_a_form_without_its_token_is_refused(store_socket, desk, path):
    guarded = create_app({"STORE_URL": valkey.url(store_socket)}).test_client()
    answer = guarded.post(path, data={"title": "x"})
    assert answer.status_code == 400
    assert "Nothing was kept: please send it once more" in answer.text


def test_articles_of_a_form_without_its_token_are_shown_again(store_socket, desk):
    guarded = create_app({"STORE_URL": valkey.url(store_socket)}).test_client()
    fields = {
        "title": "",
        "text": "A long text.",
        "source": "",
        "published": "2022-08-07",
        "understood": "2022-08-07",
    }
    answer = guarded.post("/submit", data=fields)
    assert answer.status_code == 400
    assert "A long text." in answer.text
    assert desk.store.timelines() == ()


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}],
)
def test_what_another_site_sends_is_refused(client, headers):
    answer = client.post("/api/v1/timelines", json={"title": "x"}, headers=headers)
    assert answer.status_code == 403


def test_what_its_own_pages_and_programs_send_is_taken(client):
    for headers in ({}, {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}):
        answer = client.post("/api/v1/timelines", json={"title": "x"}, headers=headers)
        assert answer.status_code == 201


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("[::1]:8000", 200),
        ("localhost", 200),
        ("web:8000", 200),
        ("rebound.example", 400),
        ("127.0.0.1.rebound.example", 400),
    ],
)
def test_a_name_that_others_can_point_here_is_refused(client, host, status):
    assert client.get("/healthz", headers={"Host": host}).status_code == status


def test_a_name_that_was_trusted_is_served(store_socket, desk):
    config = {"STORE_URL": valkey.url(store_socket), "TRUSTED_HOSTS": "timeline.example, other.example"}
    trusting = create_app(config).test_client()
    assert trusting.get("/healthz", headers={"Host": "timeline.example"}).status_code == 200
    assert trusting.get("/healthz", headers={"Host": "rebound.example"}).status_code == 400


def test_text_that_looks_like_markup_is_shown_as_text(client, timeline):
    made = timeline(
        {
            "text": "<script>alert(1)</script> closed on 3 May 2021.",
            "published": "2021-05-04",
            "title": "<b>bold</b>",
            "source": '"><img src=x>',
        }
    )
    article = client.get(f"/api/v1/timelines/{made}/articles").json["articles"][0]["id"]
    for path in ("", f"/articles/{article}", "/articles", "/embed", "/share", "/overview.svg"):
        html = client.get(f"/timelines/{made}{path}").text
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "<b>bold" not in html


def test_processes_of_one_store_sign_with_the_same_key(store_socket, desk):
    first, second = (create_app({"STORE_URL": valkey.url(store_socket)}) for _ in range(2))
    assert first.secret_key == second.secret_key
