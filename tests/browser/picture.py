"""Draws the picture of the README from the real page: `python -m tests.browser.picture`."""

from __future__ import annotations

import signal
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ROOT, call
from tests.chromium import CHROMIUM, FLAGS
from tests.serving import Service, unused_port
from timeline.files import articles_from_file
from timeline.wire import article_to_json

PICTURE = ROOT / "web" / "static" / "timeline.png"
_SEEDS = ("ferry-harbour-post.txt", "ferry-inland-courier.txt")


def main() -> None:
    """Start the service, give it two articles that disagree, and photograph their timeline."""
    with tempfile.TemporaryDirectory() as folder:
        service = Service(Path(folder) / "data", unused_port(), "--no-samples")
        try:
            service.ready()
            _photograph(_timeline(service.url))
        finally:
            service.process.send_signal(signal.SIGTERM)
            service.ended()


def _timeline(url: str) -> str:
    files = [ROOT / "seeds" / name for name in _SEEDS]
    articles = [
        article_to_json(a) for file in files for a in articles_from_file(file.name, file.read_bytes())
    ]
    made = call(url, "/api/v1/timelines", {"title": "Fire on the Saint Brannoc"})["id"]
    job = call(url, f"/api/v1/timelines/{made}/articles", articles)
    call(url, f"{job['links']['self']}?wait=30")
    return f"{url}/timelines/{made}"


def _photograph(path: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(
            viewport={"width": 1280, "height": 1300}, locale="en-GB", color_scheme="light"
        )
        page.goto(path)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
