"""The application on a real store; what it hands to workers is done in place, before the call returns."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.desk import Desk
from timeline.service import valkey
from timeline.store import Store
from web import create_app, storage

TEXT = "Last Thursday the mill closed. The owner resigned on 3 August 2022. He had led it for seven years."
PUBLISHED = "2022-08-07"


@pytest.fixture
def app(store_socket: Path, desk: Desk) -> Flask:
    """The application, without form tokens."""
    url = valkey.url(store_socket)
    made = create_app({"STORE_URL": url, "TESTING": True, "WTF_CSRF_ENABLED": False})

    def at_once(task: str, arguments: tuple[str, ...]) -> None:
        desk.do(task, arguments)
        desk.work()

    storage.attach(made, Store.connect(url, at_once))
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Asks the application; speaks British English."""
    made = app.test_client()
    made.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en-GB"
    return made


@pytest.fixture
def timeline(client: FlaskClient) -> Callable[..., str]:
    """Makes a timeline of articles and gives its id."""

    def make(*articles: dict[str, str], title: str = "The mill") -> str:
        given = articles or (
            {"text": TEXT, "published": PUBLISHED, "source": "Morning Post", "title": "Mill"},
        )
        made = client.post("/api/v1/timelines", json={"title": title}).json["id"]
        answer = client.post(f"/api/v1/timelines/{made}/articles", json=list(given))
        assert answer.status_code == 202, answer.json
        return made

    return make


def read(html: str) -> str:
    """The text that a page shows, without tags and with white space drawn together."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
