"""How every page and state looks: accessible in light and dark, within the screen, light to load."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import ARTEFACTS, FERRY, MILL, accessible, call
from tests.serving import Service

WIDTHS = (360, 768, 1440)
HEAVIEST = 100_000  # bytes, fonts are the system's
CONTRADICTED = {
    "title": "Mill closed",
    "source": "Evening Post",
    "published": "2021-03-12",
    "text": "The mill at Gera closed in October 2006 after the owner died in March 2007.",
}
LONG = "Ship {0} left the old harbour with {0} crates of salt on {1} {2} 2020."


@pytest.fixture(scope="module")
def states(service: Service) -> dict[str, str]:
    """The path of each page and state."""

    def made(title: str, *articles: dict[str, str]) -> str:
        timeline = call(service.url, "/api/v1/timelines", {"title": title})["id"]
        if articles:
            job = call(service.url, f"/api/v1/timelines/{timeline}/articles", list(articles))
            call(service.url, f"{job['links']['self']}?wait=30")
        return f"/timelines/{timeline}"

    def change(path: str, **what: object) -> None:
        job = call(service.url, f"/api/v1{path}/corrections", what)
        call(service.url, f"{job['links']['self']}?wait=30")

    mill, ferry, empty = made("The mill", MILL), made("The ferry", *FERRY), made("Nothing yet")
    order = made("Out of order", CONTRADICTED)
    months = ("March", "April", "May", "June", "July", "August", "September")
    days = [LONG.format(number, number % 28 + 1, months[number % 7]) for number in range(200)]
    long = made("A long story", *({**MILL, "text": " ".join(days[i : i + 20])} for i in range(0, 200, 20)))
    bars = made("A hundred ships", *({**MILL, "text": " ".join(days[i : i + 20])} for i in range(0, 100, 20)))
    entries = call(service.url, f"/api/v1{mill}/events")["events"]
    change(mill, kind="confirm", events=[entries[1]["id"]], who="Editor")
    change(
        mill, kind="date", events=[entries[0]["id"]], date="July 2022", who="Editor", note="As told by phone"
    )
    article = call(service.url, f"/api/v1{mill}/articles")["articles"][0]["id"]
    conflict = call(service.url, f"/api/v1{ferry}/events")["events"][0]["id"]
    closed = next(
        one["id"] for one in call(service.url, f"/api/v1{order}/events")["events"] if one["contradictions"]
    )
    job = call(service.url, "/api/v1/articles?title=Done", MILL)
    call(service.url, f"{job['links']['self']}?wait=30")
    return {
        "home": "/",
        "help": "/help",
        "docs": "/docs",
        "not-found": "/nothing",
        "empty": empty,
        "timeline": mill,
        "conflict": ferry,
        "disorder": order,
        "histogram": long,
        "bars": bars,
        "nothing-found": f"{mill}?q=elephant",
        "bad-filter": f"{mill}?from=soon",
        "embed": f"{mill}/embed",
        "print": f"{mill}/print",
        "chosen": f"{mill}?certainty=stated&from=2022",
        "entry": f"{ferry}/entries/{conflict}",
        "entry-disorder": f"{order}/entries/{closed}",
        "add": f"{mill}/add",
        "articles": f"{mill}/articles",
        "article": f"{mill}/articles/{article}",
        "redate": f"{mill}/articles/{article}/date?published=14 August 2022",
        "review": f"{ferry}/review",
        "review-disorder": f"{order}/review",
        "history": f"{mill}/history",
        "share": f"{ferry}/share",
        "job": job["links"]["self"].removeprefix("/api/v1"),
    }


STATES = [
    "home",
    "help",
    "docs",
    "not-found",
    "empty",
    "timeline",
    "conflict",
    "disorder",
    "histogram",
    "bars",
    "nothing-found",
    "bad-filter",
    "embed",
    "print",
    "chosen",
    "entry",
    "entry-disorder",
    "add",
    "articles",
    "article",
    "redate",
    "review",
    "review-disorder",
    "history",
    "share",
    "job",
]


@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_accessibility(
    open_context: Callable[..., BrowserContext], states: dict[str, str], name: str, scheme: str
) -> None:
    page = open_context(color_scheme=scheme).new_page()
    page.goto(states[name])
    accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_shown_back_breaks_none_either(
    open_context: Callable[..., BrowserContext], scheme: str
) -> None:
    page = open_context(color_scheme=scheme).new_page()
    page.goto("/")
    page.get_by_label("Publication date").fill("07/08/2022")
    page.get_by_label("Text", exact=True).fill(MILL["text"])
    page.get_by_text("can be 2022-07-08").wait_for()
    accessible(page)
    page.get_by_role("button", name="Read the articles").click()
    page.get_by_role("heading", name="Is this the publication date?").wait_for()
    accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_opened_and_chosen_breaks_none_either(
    open_context: Callable[..., BrowserContext], states: dict[str, str], scheme: str
) -> None:
    page = open_context(color_scheme=scheme, viewport={"width": 360, "height": 800}).new_page()
    page.goto(states["timeline"])
    page.locator(".filterbox > summary").click()
    page.get_by_role("checkbox").first.check()
    page.locator(".menu > summary").click()
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"opened-360-{scheme}.png")
    page.keyboard.press("Escape")
    expect(page.locator(".menu > summary")).to_be_focused()
    expect(page.locator(".menu > div")).to_be_hidden()
    page.goto(states["home"])
    page.get_by_role("button", name="One more article").click()
    accessible(page)
    page.goto(states["article"])
    page.locator(".t").first.focus()
    accessible(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(
    open_context: Callable[..., BrowserContext], states: dict[str, str], width: int
) -> None:
    ARTEFACTS.mkdir(exist_ok=True)
    for scheme in ("light", "dark"):
        page = open_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
        for name in STATES:
            page.goto(states[name])
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, width)
            page.screenshot(path=ARTEFACTS / f"{name}-{width}-{scheme}.png", full_page=True)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_no_page_scrolls_sideways_in_other_languages_and_directions(
    open_context: Callable[..., BrowserContext], states: dict[str, str], language: str
) -> None:
    page = open_context(viewport={"width": 360, "height": 900}, locale=language).new_page()
    for name in STATES:
        page.goto(states[name])
        if language == "ar":
            page.evaluate("document.documentElement.dir = 'rtl'")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        if name == "timeline":
            page.screenshot(path=ARTEFACTS / f"timeline-{language}.png", full_page=True)


@pytest.mark.parametrize("name", STATES)
def test_every_page_is_light(
    open_context: Callable[..., BrowserContext], states: dict[str, str], name: str
) -> None:
    page = open_context().new_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(states[name])
    page.wait_for_load_state("networkidle")
    assert sum(len(answer.body()) for answer in answers) < HEAVIEST


def test_a_printed_timeline_is_the_list_alone(
    open_context: Callable[..., BrowserContext], states: dict[str, str]
) -> None:
    page = open_context().new_page()
    page.goto(states["timeline"])
    page.emulate_media(media="print")
    assert not page.get_by_role("searchbox").is_visible()
    assert not page.locator(".acts").first.is_visible()
    assert page.locator("[data-list] .entry").first.is_visible()
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / "print.png", full_page=True)


MIDDLES = """(selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
.map((one) => {
    const words = document.createRange(), box = one.getBoundingClientRect();
    words.selectNodeContents(one);
    const told = words.getBoundingClientRect();
    return Math.abs((told.top + told.bottom) - (box.top + box.bottom)) / 2;
})"""


@pytest.mark.parametrize("width", WIDTHS)
def test_words_stand_in_the_middle_of_their_buttons(
    open_context: Callable[..., BrowserContext], states: dict[str, str], width: int
) -> None:
    page = open_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(states["histogram"])
    off = page.evaluate(MIDDLES, ".button, .steps a, .do summary")
    assert len(off) >= 6
    assert max(off) <= 1.5, off


MEETING = """() => {
    const boxes = [...document.querySelectorAll(".overview .label")].filter((one) => one.checkVisibility())
        .map((one) => [one.textContent, one.getBoundingClientRect()]);
    return boxes.flatMap(([a, one], at) => boxes.slice(at + 1).filter(([, other]) =>
        one.left < other.right && other.left < one.right && one.top + 3 < other.bottom && other.top + 3 < one.bottom
    ).map(([b]) => `${a} and ${b}`));
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_the_words_under_the_drawing_do_not_meet(
    open_context: Callable[..., BrowserContext], service: Service, width: int
) -> None:
    text = "Caesar held four triumphs in September 46 BC. He had beaten Scipio in April. "
    text += "The calendar was reformed the next year."
    old = {
        "text": "The king gave way on 18 March 1848. Elections were held in May 1848.",
        "published": "2021-05-04",
    }
    job = call(service.url, "/api/v1/articles", [{"text": text, "published": "2021-05-04"}, old])
    call(service.url, f"{job['links']['self']}?wait=30")
    page = open_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(job["links"]["timeline"].removeprefix("/api/v1"))
    assert page.evaluate(MEETING) == []
