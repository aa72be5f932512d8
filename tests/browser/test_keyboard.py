"""What people do by the keyboard alone, with scripts on and off: Tab, Enter, Space, arrows and letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import FERRY

CARD = "[data-list] .entry"
MOST_STOPS = 120


@pytest.fixture(params=[True, False], ids=["scripts", "plain"])
def keys(open_context: Callable[..., BrowserContext], request: pytest.FixtureRequest) -> Page:
    """A page for somebody without a mouse."""
    return open_context(java_script_enabled=request.param).new_page()


def reach(page: Page, wanted: Locator) -> None:
    """Press Tab until the wanted element has the focus."""
    expect(wanted).to_have_count(1)
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab never comes to {wanted}")


def press(page: Page, role: str, name: str, key: str = "Enter", *, inside: Locator | None = None) -> None:
    """Tab to what has this role and name, and press a key on it."""
    reach(page, (inside or page).get_by_role(role, name=name, exact=True))  # type: ignore[arg-type]
    page.keyboard.press(key)


def test_a_claim_is_chosen_and_taken_back(keys: Page, timeline: Callable[..., str]) -> None:
    keys.goto(timeline(*FERRY))
    press(keys, "link", "Correct")
    keys.wait_for_url("**#correct")
    reach(keys, keys.get_by_role("radio").first)
    keys.keyboard.press("ArrowDown")
    keys.keyboard.press("ArrowUp")
    press(keys, "button", "Use this date")
    expect(keys.locator(".done")).to_contain_text("set the date to")
    press(keys, "button", "Undo u")
    expect(keys.locator(".done")).to_contain_text("Taken back.")
    expect(keys.locator(".big")).to_contain_text("The sources differ")


def test_reports_are_split_off_and_the_history_takes_it_back(
    keys: Page, timeline: Callable[..., str]
) -> None:
    path = timeline(*FERRY)
    keys.goto(path)
    press(keys, "link", "Correct")
    keys.wait_for_url("**#correct")
    reach(keys, keys.locator("input[name=event]").first)
    keys.keyboard.press("Space")
    press(keys, "button", "Make those an entry of their own")
    expect(keys.locator(".done")).to_contain_text("made some reports an entry of their own")
    keys.goto(path)
    expect(keys.locator(CARD)).to_have_count(2)
    press(keys, "link", "History")
    press(keys, "button", "Take back")
    expect(keys.locator(".undone")).to_have_count(1)
    press(keys, "link", "Timeline")
    expect(keys.locator(CARD)).to_have_count(1)


def test_entries_are_ticked_and_merged(keys: Page, timeline: Callable[..., str]) -> None:
    keys.goto(timeline())
    cards = keys.locator(CARD)
    before = cards.count()
    for at in (0, 1):
        reach(keys, cards.nth(at).get_by_role("checkbox"))
        keys.keyboard.press("Space")
    press(keys, "button", "Merge into one")
    expect(keys.locator(".done")).to_contain_text("merged entries into one")
    expect(cards).to_have_count(before - 1)


def test_an_event_is_added_and_the_timeline_renamed_and_deleted(
    keys: Page, timeline: Callable[..., str]
) -> None:
    keys.goto(timeline())
    reach(keys, keys.locator(".menu > summary"))
    keys.keyboard.press("Enter")
    press(keys, "link", "Add an event yourself")
    reach(keys, keys.get_by_label("What happened"))
    keys.keyboard.type("The wheel was sold")
    keys.keyboard.press("Tab")
    keys.keyboard.type("May 2023")
    press(keys, "button", "Add")
    expect(keys.locator(CARD, has_text="The wheel was sold")).to_contain_text("May 2023")
    reach(keys, keys.locator(".menu > summary"))
    keys.keyboard.press("Enter")
    reach(keys, keys.locator(".menu").get_by_label("Title"))
    keys.keyboard.press("Control+a")
    keys.keyboard.type("Mills")
    keys.keyboard.press("Enter")
    expect(keys.get_by_role("heading", level=1)).to_have_text("Mills")
    reach(keys, keys.locator(".menu > summary"))
    keys.keyboard.press("Enter")
    press(keys, "button", "Delete this timeline")
    expect(keys.locator(".done")).to_contain_text("“Mills” is deleted")
    press(keys, "button", "Undo u")
    expect(keys.get_by_role("heading", level=1)).to_have_text("Mills")


def test_the_view_is_narrowed_and_taken_along(keys: Page, timeline: Callable[..., str]) -> None:
    keys.goto(timeline())
    if keys.locator(".filterbox > summary").is_visible():
        reach(keys, keys.locator(".filterbox > summary"))
        keys.keyboard.press("Enter")
    reach(keys, keys.get_by_label("From"))
    keys.keyboard.type("August 2022")
    keys.keyboard.press("Enter")
    keys.wait_for_url("**from=August+2022**")
    press(keys, "link", "Export and share")
    keys.wait_for_url("**/share?from=August+2022")
    reach(keys, keys.get_by_role("link", name="CSV, for Excel and other spreadsheets"))
    with keys.expect_download() as saved:
        keys.keyboard.press("Enter")
    assert saved.value.suggested_filename.endswith(".csv")


def test_an_expression_tells_its_reading_and_its_event_leads_to_the_entry(
    keys: Page, timeline: Callable[..., str]
) -> None:
    keys.goto(timeline())
    reach(keys, keys.locator(CARD, has_text="resigned").get_by_role("link", name="Morning Post"))
    keys.keyboard.press("Enter")
    keys.wait_for_url("**/articles/**")
    expression = keys.locator(".t", has_text="late last month").first
    reach(keys, expression)
    expect(expression.get_by_role("note")).to_be_visible()
    keys.keyboard.press("Tab")
    keys.keyboard.press("Enter")
    keys.wait_for_url("**/entries/**")
    expect(keys.get_by_role("heading", level=1)).to_contain_text("Workers had blocked")
