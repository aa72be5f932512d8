"""Debian's Chromium on the real service, as a person meets it."""

from __future__ import annotations

import json
import signal
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.serving import Service, unused_port

ROOT = Path(__file__).parents[2]
ARTEFACTS = ROOT / "artefacts"

MILL = {
    "title": "Mill closes",
    "source": "Morning Post",
    "published": "2022-08-07",
    "text": "Last Thursday the mill closed. The owner resigned on 3 August 2022. He had led it for seven years.\n\n"
    "Workers had blocked the gate late last month. A meeting will follow on 19 August.",
}
_FIRE = "A fire broke out in the engine room of the ferry Saint Brannoc on"
FERRY = [
    {
        "title": "Fire on the ferry",
        "source": "Post",
        "published": "2021-03-12",
        "text": f"{_FIRE} Tuesday night.",
    },
    {
        "title": "Ferry burns",
        "source": "Courier",
        "published": "2021-03-12",
        "text": f"{_FIRE} Wednesday night.",
    },
]


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service, started as a user starts it, without samples."""
    started = Service(tmp_path_factory.mktemp("browser") / "data", unused_port(), "--no-samples")
    started.ready()
    yield started
    started.process.send_signal(signal.SIGTERM)
    started.ended()


@pytest.fixture
def open_context(browser: Browser, service: Service) -> Iterator[Callable[..., BrowserContext]]:
    """Opens browser contexts on the service; at the end nothing may have been asked for elsewhere or gone wrong."""
    opened: list[BrowserContext] = []
    faults: list[str] = []

    def start(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"base_url": service.url, "locale": "en-GB"} | options)
        context.set_default_timeout(20_000)
        context.on(
            "request", lambda asked: asked.url.startswith((service.url, "data:")) or faults.append(asked.url)
        )
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on(
            "console",
            lambda said: said.type == "error" and "status of 4" not in said.text and faults.append(said.text),
        )
        opened.append(context)
        return context

    yield start
    for context in opened:
        context.close()
    assert not faults


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Page:
    """A page with scripts on a large screen."""
    return open_context(viewport={"width": 1440, "height": 900}).new_page()


@pytest.fixture
def plain(open_context: Callable[..., BrowserContext]) -> Page:
    """A page with scripts off."""
    return open_context(java_script_enabled=False).new_page()


@pytest.fixture
def timeline(service: Service) -> Callable[..., str]:
    """Makes a timeline of articles through the API and gives its path when all of it has been read."""

    def make(*articles: dict[str, str], title: str = "The mill") -> str:
        made = call(service.url, "/api/v1/timelines", {"title": title})["id"]
        job = call(service.url, f"/api/v1/timelines/{made}/articles", list(articles or [MILL]))
        done = call(service.url, f"{job['links']['self']}?wait=30")
        assert done["state"] == "done", done
        return f"/timelines/{made}"

    return make


RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


def accessible(page: Page) -> None:
    """No rule of accessibility is broken, as far as a program can tell."""
    page.wait_for_load_state("load")  # without its style sheets no page has room around its links
    found = Axe().run(page, options=RULES).response["violations"]
    assert not [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found]


def call(base: str, path: str, body: object = None) -> Any:
    """Ask the API."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(base + path, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)
