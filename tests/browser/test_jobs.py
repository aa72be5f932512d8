"""Jobs that go wrong, on the real service: no worker, one that dies over an article, a change of mind."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import ARTEFACTS, MILL, accessible, call
from tests.serving import Service, until, unused_port
from timeline.store import Stage

LONG_READ = "The gate opened on 3 May 2021.\n\n" + "7 days of rain; " * 200_000
HEAVY = {"title": "Heavy", "published": "2022-08-07", "text": LONG_READ}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service of these tests' own: they stop and kill its workers."""
    started = Service(tmp_path_factory.mktemp("jobs") / "data", unused_port(), "--no-samples")
    started.ready()
    until(started.store.workers, "a worker")
    yield started
    started.process.send_signal(signal.SIGTERM)
    started.ended()


@pytest.fixture
def no_worker(service: Service) -> Iterator[Callable[[], None]]:
    """Has every worker stand still; the call that it gives, and the end of the test, let them go on."""

    def go_on() -> None:
        for pid in service.processes("celery"):
            os.kill(pid, signal.SIGCONT)

    for pid in service.processes("celery"):
        os.kill(pid, signal.SIGSTOP)
    until(lambda: service.store.workers() == 0, "the end of the workers' signs of life")
    yield go_on
    go_on()
    until(service.store.workers, "a worker")


def submit(service: Service, *articles: dict[str, str]) -> str:
    """Hand articles in; give the id of their job."""
    return str(call(service.url, "/api/v1/articles", list(articles))["id"])


def end_readers(service: Service, job: str) -> None:
    """Kill whatever process reads an article of the job, until nobody tries any more."""

    def ended() -> bool:
        if any(one.stage is Stage.READING for one in service.store.progress(job)):
            _worker, *readers = sorted(service.processes("celery"))
            for pid in readers:
                os.kill(pid, signal.SIGKILL)
        found = service.store.wait(job, 0.3)
        return found is not None and found.state.final

    until(ended, "the end of the job")


def looked_at(page: Page, name: str) -> None:
    """Check a state in light and dark and keep its picture."""
    ARTEFACTS.mkdir(exist_ok=True)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        accessible(page)
        page.screenshot(path=ARTEFACTS / f"{name}-1440-{scheme}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_a_worker_every_page_says_so_and_what_came_in_is_read_once_one_runs(
    service: Service, page: Page, no_worker: Callable[[], None]
) -> None:
    page.goto("/")
    expect(page.get_by_role("status")).to_contain_text("No worker is running.")
    page.get_by_label("Publication date").fill("7 August 2022")
    page.get_by_label("Text", exact=True).fill(MILL["text"])
    expect(page.locator("#published-1-read")).to_have_text("Sunday 7 August 2022")
    page.get_by_role("button", name="Read the articles").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waiting to be read")
    expect(page.locator(".job")).to_contain_text("It begins as soon as a worker runs. Nothing is lost.")
    expect(page.locator(".stages")).to_contain_text("waits")
    looked_at(page, "no-worker")
    no_worker()
    page.wait_for_url("**/timelines/*", timeout=30_000)
    expect(page.locator("[data-list] .entry").first).to_be_visible()
    until(service.store.workers, "a worker")
    page.reload()
    expect(page.get_by_text("No worker is running.")).to_have_count(0)


def test_a_job_that_waits_is_cancelled(service: Service, page: Page, no_worker: Callable[[], None]) -> None:
    page.goto(f"/jobs/{submit(service, MILL)}")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cancelled")
    expect(page.locator(".job")).to_contain_text("the rest was dropped")
    looked_at(page, "cancelled")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_job_of_which_a_part_fails_says_which_and_that_part_is_tried_again(
    service: Service, open_context: Callable[..., BrowserContext], scripts: bool
) -> None:
    page = open_context(java_script_enabled=scripts, viewport={"width": 1440, "height": 900}).new_page()
    job = submit(service, MILL, HEAVY)
    page.goto(f"/jobs/{job}")
    until(lambda: any(one.stage is Stage.READ for one in service.store.progress(job)), "the light article")
    end_readers(service, job)
    expect(page.get_by_role("heading", level=1)).to_have_text("Partly read")
    expect(page.locator(".job")).to_contain_text("1 of 2 articles read. 1 could not be read.")
    failed = page.locator(".st-failed")
    expect(failed).to_have_count(1)
    expect(failed).to_contain_text("Heavy")
    expect(failed).to_contain_text("not read: reading it ended the worker three times")
    expect(page.locator(".st-read")).to_contain_text("Mill closes")
    if scripts:
        looked_at(page, "partly-failed")
    page.get_by_role("button", name="Try these again").click()
    page.wait_for_url("**/timelines/*", timeout=60_000)
    expect(page.locator("[data-list]")).to_contain_text("The gate opened")


def test_a_job_that_fails_as_a_whole_says_so_and_keeps_the_articles(service: Service, page: Page) -> None:
    job = submit(service, HEAVY)
    page.goto(f"/jobs/{job}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Being read")
    looked_at(page, "running")
    end_readers(service, job)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing could be read")
    expect(page.locator(".job")).to_contain_text("The articles are kept: they can be tried again.")
    looked_at(page, "failed")
    page.get_by_role("link", name="To the timeline").click()
    expect(page.get_by_role("heading", name="Nothing here yet")).to_be_visible()
    page.get_by_role("link", name="Articles", exact=True).click()
    expect(page.locator(".rows")).to_contain_text("reading it ended the worker three times")
    page.go_back()
    page.go_back()
    page.get_by_role("button", name="Try these again").click()
    page.wait_for_url("**/timelines/*", timeout=60_000)
