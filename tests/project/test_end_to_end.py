"""The whole product: `timeline serve` as it is typed, an article in by form, API and command line, its timeline out."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.serving import Service, unused_port
from timeline.service import samples

ROOT = Path(__file__).parents[2]
ARTEFACTS = ROOT / "artefacts"
PUBLISHED = "7 August 2022"


@dataclass(frozen=True)
class Story:
    """An article and what its time expressions mean: their places in the text, and their dates."""

    name: str
    text: str
    dates: tuple[tuple[int, int, str], ...]

    @property
    def sequence(self) -> list[str]:
        return sorted({date for *_, date in self.dates})


def own_story() -> Story:
    text = (ROOT / "seeds" / "amnesty-report.txt").read_text(encoding="utf-8").partition("\n\n")[2]
    gold = json.loads((ROOT / "tests" / "quality" / "seeds.gold.json").read_text(encoding="utf-8"))
    places, position = [], 0
    for timex in gold["amnesty-report"]["timexes"]:
        start = text.index(timex["text"], position)
        position = start + len(timex["text"])
        if timex["type"] != "DURATION":
            places.append((start, position, timex["value"].removesuffix("TNI")))
    return Story("retold", text, tuple(places))


def stories() -> list[Story]:
    found = [own_story()]
    for path in sorted((ROOT.parent / "shared" / "seeds").glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        gold = json.loads(path.read_text(encoding="utf-8"))["timexes"]
        dated = [t for t in gold if t["type"] != "DURATION"]
        dates = tuple((t["start"], t["end"], t["value"].removesuffix("TNI")) for t in dated)
        found.append(Story("original", text, dates))
    return found


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service that runs as `make run` starts it; at the end Ctrl-C stops it."""
    running = Service(tmp_path_factory.mktemp("service") / "data", unused_port())
    running.ready()
    yield running.url
    running.process.send_signal(signal.SIGINT)
    assert running.ended()[0] == 0


def call(url: str, body: object = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"} if data else {})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read())


def rests_on(mention: dict[str, Any], start: int, end: int) -> bool:
    """Whether a report quotes the expression, or is dated by it from elsewhere in the text."""
    return (mention["start"] <= start and end <= mention["end"]) or mention.get("timex") == [start, end]


def check(story: Story, events: list[dict[str, Any]]) -> None:
    """The dates stand in order, each expression dates the entry that holds it, with a reason, and nothing else."""
    dated = [event for event in events if event["date"] is not None]
    in_order = list(dict.fromkeys(event["date"] for event in dated))
    assert [date for date in in_order if date[:7] < "2022-08"] == ["2022-06", "2022-07"]
    assert [date for date in in_order if date[:7] == "2022-08"] == story.sequence[2:]
    for start, end, date in story.dates:
        holding = [
            event for event in dated if any(rests_on(mention, start, end) for mention in event["mentions"])
        ]
        assert date in {event["date"] for event in holding}, (story.text[start:end], date)
        assert all(mention["because"] for event in holding for mention in event["mentions"])


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_through_the_api(service: str, story: Story) -> None:
    job = call(f"{service}/api/v1/articles", {"text": story.text, "published": PUBLISHED})
    job = call(service + job["links"]["self"] + "?wait=30")
    assert (job["state"], job["errors"]) == ("done", [])
    check(story, call(service + job["links"]["timeline"] + "/events?limit=200")["events"])


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_through_the_command_line(tmp_path: Path, story: Story) -> None:
    (tmp_path / "article.txt").write_text(story.text, encoding="utf-8")
    command = [sys.executable, "-m", "timeline", "build", str(tmp_path / "article.txt")]
    done = subprocess.run([*command, "--published", PUBLISHED], capture_output=True, text=True, check=True)
    check(story, json.loads(done.stdout)["events"])
    shown = subprocess.run([*command, "--published", PUBLISHED, "--format", "text"], capture_output=True)
    assert b"2022-06" in shown.stdout


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1440, "height": 1000})
    yield opened
    opened.close()


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_through_the_form(service: str, page: Page, story: Story) -> None:
    page.goto(service)
    page.locator("textarea[name=text]").fill(story.text)
    page.locator("[name=published]").fill(PUBLISHED)
    page.get_by_role("button", name="Read the articles").click()
    if "/submit" in page.url:  # the date shown back, before it is used
        assert page.get_by_text("7 August 2022").count()
        page.get_by_role("button", name="Yes, read the article").click()
    page.wait_for_url("**/timelines/*")
    times = page.locator("ol article .when time").evaluate_all("all => all.map(each => each.dateTime)")
    seen = list(dict.fromkeys(time[: len(date)] for time in times for date in story.sequence if date in time))
    assert seen == story.sequence
    assert page.locator("ol article .why").count() == page.locator("ol article").count()
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"story-{story.name}.png", full_page=True)
    page.locator("ol article .source a").first.click()
    length = page.locator(".text .nowhere", has_text="seven years")
    assert "dates nothing" in (length.text_content() or "")


def test_a_first_start_shows_the_samples(service: str, page: Page) -> None:
    page.goto(service)
    examples = page.get_by_role("link", name=re.compile("^(Example|Exemple)"))
    assert examples.count() == len(samples.stories())
    examples.filter(has_text="two papers").click()
    page.wait_for_url("**/timelines/*")
    disputed = page.locator("ol article", has_text="Sources differ on the date")
    disputed.wait_for()  # the workers may still be reading: the page renews itself
    assert disputed.count() == 1
    page.screenshot(path=ARTEFACTS / "samples.png", full_page=True)
