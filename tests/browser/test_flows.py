"""What people do on the pages, by mouse, by keyboard alone, and with scripts off."""

import os
import signal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import FERRY, MILL, accessible, call

CARD = "[data-list] .entry"


def submit(page):
    page.get_by_role("button", name="Read the articles").click()
    page.wait_for_url("**/timelines/*")


def test_a_pasted_article_becomes_a_timeline_by_mouse(page):
    page.goto("/")
    page.get_by_label("Publication date").fill("7 August 2022")
    expect(page.locator("#published-1-read")).to_have_text("Sunday 7 August 2022")
    page.get_by_label("Text", exact=True).fill(MILL["text"])
    found = page.get_by_role("region", name="Time expressions found")
    expect(found).to_contain_text("Last Thursday Thursday 4 August 2022")
    expect(found).to_contain_text("seven years dates nothing")
    submit(page)
    expect(page.locator(CARD).first).to_contain_text("about 21–31 July 2022")
    expect(page.locator(f"{CARD} mark").first).to_have_text("late last month")


def test_a_pasted_article_becomes_a_timeline_by_keyboard_alone(page):
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("2022-08-07")
    for typed in ("Morning Post", "By hand", "The mill closed last Thursday."):
        page.keyboard.press("Tab")
        page.keyboard.type(typed)
    expect(page.locator("#published-1-read")).to_have_text("Sunday 7 August 2022")
    for _ in range(5):  # one more, file, timeline, its name, the button
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Read the articles")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/timelines/*")
    expect(page.get_by_role("heading", level=1)).to_have_text("By hand")
    expect(page.locator(CARD)).to_contain_text("4 August 2022")


def test_without_scripts_the_date_is_shown_back_and_the_job_page_renews_itself(plain):
    plain.goto("/")
    plain.get_by_label("Publication date").fill("Aug 7, 2022")
    plain.get_by_label("Text", exact=True).fill(MILL["text"])
    plain.get_by_role("button", name="Read the articles").click()
    expect(plain.get_by_text("understood as Sunday 7 August 2022")).to_be_visible()
    plain.get_by_role("button", name="Yes, read the article").click()
    plain.wait_for_url("**/timelines/*", timeout=30_000)
    expect(plain.locator(CARD).first).to_be_visible()
    plain.locator("[data-overview] a").first.click()
    assert "#e-" in plain.url


def test_the_dates_that_are_shown_back_are_not_asked_for_again_until_they_are_changed(page):
    asked = []
    page.on("request", lambda request: "/api/v1/" in request.url and asked.append(request.url))
    page.goto("/")
    files = [
        {"name": f"2022-08-0{n} mill.txt", "mimeType": "text/plain", "buffer": MILL["text"].encode()}
        for n in (7, 8, 9)
    ]
    page.get_by_label("or files").set_input_files(files)
    page.get_by_role("button", name="Read the articles").click()
    expect(page.get_by_text("understood as Sunday 7 August 2022")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert asked == []
    page.get_by_label("Publication date").nth(1).fill("10 August 2022")
    expect(page.get_by_text("Wednesday 10 August 2022", exact=True)).to_be_visible()
    assert len(asked) == 1


def test_a_date_that_can_mean_two_days_is_never_guessed(page):
    page.goto("/")
    page.get_by_label("Publication date").fill("07/08/2022")
    expect(page.locator("#published-1-read")).to_contain_text("can be 2022-07-08 or 2022-08-07")
    page.get_by_label("Text", exact=True).fill(MILL["text"])
    page.get_by_role("button", name="Read the articles").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is this the publication date?")
    meant = page.get_by_role("group", name="Which day is meant?").get_by_role("radio")
    expect(meant).to_have_count(2)
    accessible(page)
    meant.nth(1).check()
    expect(page.locator(".draft .read")).to_have_text("Sunday 7 August 2022")
    page.get_by_role("button", name="Yes, read the article").click()
    page.wait_for_url("**/timelines/*")


@pytest.mark.parametrize("scripts", [True, False])
def test_one_of_the_days_that_numbers_can_be_is_chosen(open_context, scripts):
    page = open_context(java_script_enabled=scripts).new_page()
    page.goto("/")
    page.get_by_label("Publication date").fill("07/08/2022")
    page.get_by_label("Text", exact=True).fill(MILL["text"])
    if not scripts:
        page.get_by_role("button", name="Read the articles").click()
    page.get_by_label("Sunday 7 August 2022").check()
    if scripts:
        expect(page.locator("#published-1-read")).to_have_text("Sunday 7 August 2022")
        expect(page.get_by_role("region", name="Time expressions found")).to_contain_text("4 August 2022")
        page.get_by_label("Publication date").fill("08/09/2022")
        page.get_by_label("Thursday 8 September 2022").wait_for()
        expect(page.get_by_role("radio", checked=True)).to_have_count(0)
        page.get_by_label("Publication date").fill("07/08/2022")
        page.get_by_label("Sunday 7 August 2022").check()
        expect(page.locator("#published-1-read")).to_have_text("Sunday 7 August 2022")
    name = "Read the articles" if scripts else "Yes, read the article"
    page.get_by_role("button", name=name).click()
    page.wait_for_url("**/timelines/*", timeout=30_000)
    expect(page.locator(CARD).first).to_contain_text("about 21–31 July 2022")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_correction_s_date_that_can_be_two_days_is_chosen_too(open_context, timeline, scripts):
    page = open_context(java_script_enabled=scripts).new_page()
    page.goto(timeline())
    page.locator(f"{CARD} h3 a").first.click()
    page.get_by_label("Date", exact=True).fill("07/08/2022")
    if not scripts:
        page.get_by_role("button", name="Set the date").click()
    page.get_by_label("Friday 8 July 2022").check()
    page.get_by_role("button", name="Set the date").click()
    expect(page.locator("[data-entry-page] .date").first).to_have_text("8 July 2022")


@pytest.mark.parametrize("scripts", [True, False])
def test_enter_in_a_field_reads_the_article(open_context, scripts):
    page = open_context(java_script_enabled=scripts).new_page()
    page.goto("/")
    page.get_by_label("Publication date").fill("7 August 2022")
    page.get_by_label("Text", exact=True).fill("The mill closed last Thursday.")
    if scripts:
        expect(page.locator("#published-1-read")).to_have_text("Sunday 7 August 2022")
    page.get_by_role("textbox", name="Title").first.press("Enter")
    if not scripts:
        page.get_by_role("button", name="Yes, read the article").click()
    page.wait_for_url("**/timelines/*", timeout=30_000)
    expect(page.locator(CARD)).to_have_count(1)


@pytest.mark.parametrize("scripts", [True, False])
def test_several_articles_are_pasted_one_below_the_other(open_context, scripts):
    page = open_context(java_script_enabled=scripts).new_page()
    page.goto("/")
    page.get_by_label("Publication date").fill("7 August 2022")
    page.get_by_label("Text", exact=True).fill("The mill closed last Thursday.")
    page.get_by_role("button", name="One more article").click()
    second = page.get_by_role("group", name="Article 2")
    if scripts:
        expect(second.get_by_label("Publication date")).to_be_focused()
    second.get_by_label("Publication date").fill("9 August 2022")
    second.get_by_label("Text", exact=True).fill("The owner resigned yesterday.")
    if scripts:
        expect(second.locator(".read").first).to_have_text("Tuesday 9 August 2022")
        expect(second.get_by_role("region", name="Time expressions found")).to_contain_text(
            "yesterday Monday 8 August"
        )
        expect(page.locator("#published-1-read")).to_have_text("Sunday 7 August 2022")
    page.get_by_role("button", name="Read the articles").click()
    if not scripts:
        page.get_by_role("button", name="Yes, read the 2 articles").click()
    page.wait_for_url("**/timelines/*", timeout=30_000)
    expect(page.locator(CARD)).to_have_count(2)
    expect(page.locator(".facts").first).to_contain_text("2 articles")


def test_files_dropped_together_are_each_asked_for_their_date(page):
    page.goto("/")
    files = page.evaluate_handle(
        """() => { const all = new DataTransfer();
        all.items.add(new File(["It opened last Monday."], "one.txt", {type: "text/plain"}));
        all.items.add(new File(["Published: 2020-05-04\\n\\nIt closed yesterday."], "two.txt", {type: "text/plain"}));
        return all; }"""
    )
    page.dispatch_event("[data-submit]", "drop", {"dataTransfer": files})
    page.get_by_role("button", name="Read the articles").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Are these the publication dates?")
    drafts = page.locator("[data-draft]")
    expect(drafts).to_have_count(2)
    expect(drafts.nth(1).locator(".read")).to_have_text("understood as Monday 4 May 2020")
    drafts.nth(0).get_by_label("Publication date").fill("6 May 2020")
    expect(drafts.nth(0).locator(".read")).to_have_text("Wednesday 6 May 2020")
    page.get_by_role("button", name="Yes, read the 2 articles").click()
    page.wait_for_url("**/timelines/*")
    expect(page.locator(CARD)).to_have_count(2)


def test_entries_are_walked_opened_and_searched_by_keys(page, timeline):
    page.goto(timeline())
    cards = page.locator(CARD)
    page.keyboard.press("j")
    expect(cards.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(cards.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(cards.nth(0)).to_be_focused()
    page.keyboard.press("x")
    expect(cards.nth(0).get_by_role("checkbox")).to_be_checked()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("owner")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=owner**")
    expect(cards).to_have_count(1)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries/*")
    page.keyboard.press("?")
    page.wait_for_url("**/help")


def test_a_date_is_corrected_and_taken_back_by_keys(page, timeline):
    page.goto(timeline())
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_url("**/entries/**#correct")
    field = page.get_by_label("Date", exact=True)
    field.focus()
    page.keyboard.type("June 2021")
    expect(page.locator("#date-read")).to_have_text("some day in June 2021")
    page.keyboard.press("Enter")
    expect(page.locator(".done")).to_contain_text("Done: set the date to some day in June 2021.")
    expect(page.locator(".big .date")).to_have_text("June 2021")
    page.wait_for_load_state()  # keys work once the scripts are there
    page.keyboard.press("u")
    expect(page.locator(".done")).to_contain_text("Taken back.")


def test_entries_are_selected_and_merged_by_mouse_and_the_merge_is_taken_back(page, timeline):
    page.goto(timeline())
    cards = page.locator(CARD)
    before = cards.count()
    expect(page.locator("[data-selection]")).to_be_hidden()
    cards.nth(0).get_by_label("Select").check()
    cards.nth(1).get_by_label("Select").check()
    page.get_by_role("button", name="Merge into one").click()
    expect(page.locator(".done")).to_contain_text("merged entries into one")
    expect(cards).to_have_count(before - 1)
    page.get_by_role("button", name="Undo").click()
    expect(cards).to_have_count(before)


def test_entries_are_merged_confirmed_and_hidden_by_keys_alone(page, timeline):
    page.goto(timeline())
    cards = page.locator(CARD)
    before = cards.count()
    for key in "jxjxm":
        page.keyboard.press(key)
    expect(page.locator(".done")).to_contain_text("merged entries into one")
    expect(cards).to_have_count(before - 1)
    page.wait_for_load_state()  # keys work once the scripts are there
    page.keyboard.press("u")
    expect(page.locator(".done")).to_contain_text("Taken back.")
    expect(cards).to_have_count(before)
    page.wait_for_load_state()
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator(".done")).to_contain_text("confirmed an entry")
    expect(cards.first).to_contain_text("confirmed by a person")
    page.wait_for_load_state()
    page.keyboard.press("j")
    page.keyboard.press("h")
    expect(page.locator(".done")).to_contain_text("hid an entry")
    expect(cards).to_have_count(before - 1)


def test_single_keys_can_be_turned_off(page, timeline):
    page.goto(timeline())
    page.get_by_label("Single keys").select_option("off")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-keys", "off")
    page.keyboard.press("j")
    expect(page.locator(CARD).first).not_to_be_focused()
    page.locator(CARD).first.get_by_label("Select").check()
    expect(page.locator("[data-selection]")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_how_sure_the_dates_are_stands_in_numbers_and_each_is_a_filter(open_context, timeline, scripts):
    page = open_context(java_script_enabled=scripts).new_page()
    page.goto(
        timeline(*FERRY, {**MILL, "text": "The quay opened on 3 May 2020. The quay closed on 4 May 2020."})
    )
    sure = page.get_by_role("navigation", name="How sure the dates are")
    sure.get_by_role("link", name="1 sources differ").click()
    page.wait_for_url("**certainty=conflicting**")
    expect(page.locator(CARD)).to_have_count(1)
    expect(sure.get_by_role("link", name="2 stated")).to_be_visible()
    page.get_by_role("link", name="sources differ take this filter away").click()
    expect(page.locator(CARD)).to_have_count(3)


def test_dragging_over_the_histogram_goes_to_that_time(page, timeline):
    days = [f"Ship {n} left the old harbour on {n % 28 + 1} May {1900 + n}." for n in range(110)]
    page.goto(timeline(*({**MILL, "text": " ".join(days[i : i + 10])} for i in range(0, 110, 10))))
    bars = page.locator("[data-overview] a.b")
    first, last = bars.nth(3), bars.nth(6)
    begin, end = first.get_attribute("href"), last.get_attribute("href")
    first.hover(force=True)
    page.mouse.down()
    last.hover(force=True)
    page.mouse.up()
    page.wait_for_url("**from=**")
    assert begin.split("from=")[1].split("&")[0] in page.url
    assert end.split("to=")[1].split("&")[0] in page.url


def test_an_embedded_view_leads_out_of_its_frame(page, timeline):
    path = timeline()
    framing = f'<iframe src="{path}/embed" width="700" height="600" title="The mill"></iframe>'
    page.route("**/host", lambda route: route.fulfill(body=framing, content_type="text/html"))
    page.goto("/host")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".entry").first).to_be_visible()
    frame.get_by_role("link", name="Morning Post").first.click()
    page.wait_for_url("**/articles/*")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mill closes")


def test_the_whole_view_is_laid_out_for_paper(plain, timeline):
    days = [f"Ship {n} left the old harbour on {n % 28 + 1} May {1900 + n}." for n in range(30)]
    plain.goto(timeline({**MILL, "text": " ".join(days)}))
    plain.get_by_role("link", name="Export and share").click()
    plain.get_by_role("link", name="Print").click()
    plain.wait_for_url("**/print")
    expect(plain.locator(CARD)).to_have_count(30)


def test_the_events_of_an_article_are_listed_in_order_of_time_beside_it(page, timeline):
    page.goto(timeline())
    page.locator(CARD, has_text="resigned").get_by_role("link", name="Morning Post").click()
    told = page.get_by_role("region", name="What it tells, in order of time").get_by_role("listitem")
    expect(told.first).to_contain_text("about 21–31 July 2022")
    expect(told.last).to_contain_text("A meeting will follow")
    told.first.get_by_role("link").click()
    expect(page.locator(".ev:target")).to_contain_text("Workers had blocked")


def test_a_claim_is_chosen_where_sources_differ(page, timeline):
    page.goto(timeline(*FERRY))
    expect(page.locator(".claims .report")).to_have_count(2)
    page.get_by_role("link", name="Correct", exact=True).first.click()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Use this date").click()
    expect(page.locator(".done")).to_contain_text("set the date to")
    expect(page.locator(".big")).not_to_contain_text("The sources differ")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_claim_is_taken_where_it_stands_in_the_list(open_context, timeline, scripts):
    page = open_context(java_script_enabled=scripts).new_page()
    path = timeline(*FERRY)
    page.goto(f"{path}/review")
    claims = page.locator(".claims .report")
    expect(claims).to_have_count(2)
    expect(claims.first).to_contain_text("Tuesday 9 March 2021")
    claims.nth(1).get_by_role("button", name="Use this date").click()
    expect(page.locator(".done")).to_contain_text("Wednesday 10 March 2021")
    expect(page.get_by_role("heading", name="Nothing needs a look")).to_be_visible()
    page.goto(path)
    expect(page.locator(CARD).locator(".date")).to_have_text("10 March 2021")


def test_an_expression_shows_its_reading_when_pointed_at_focused_or_tapped(open_context, timeline):
    path = timeline()
    touch = open_context(viewport={"width": 360, "height": 700}, has_touch=True).new_page()
    touch.goto(f"{path}/articles")
    touch.get_by_role("link", name="Mill closes", exact=True).click()
    expression = touch.locator(".t", has_text="Last Thursday").first
    note = expression.get_by_role("note")
    expect(note).to_be_hidden()
    expression.tap()
    expect(note).to_be_visible()
    expect(note).to_contain_text("Thursday 4 August 2022")
    desk = open_context().new_page()
    desk.goto(touch.url)
    expression = desk.locator(".t", has_text="seven years").first
    expression.hover()
    expect(expression.get_by_role("note")).to_contain_text("dates nothing")
    desk.locator(".t", has_text="3 August 2022").focus()
    expect(desk.locator(".t", has_text="3 August 2022").get_by_role("note")).to_be_visible()


def test_one_goes_from_an_entry_to_its_place_in_the_text_and_back(page, timeline):
    page.goto(timeline())
    card = page.locator(CARD, has_text="resigned")
    card.get_by_role("link", name="Morning Post").click()
    place = page.locator(".ev:target")
    expect(place).to_contain_text("The owner resigned")
    place.locator(".to").click()
    page.wait_for_url("**/entries/*")
    expect(page.get_by_role("heading", level=1)).to_contain_text("resigned")


def test_the_drawing_has_one_tab_stop_and_arrow_keys_move_along_it(page, timeline):
    page.goto(timeline())
    stops = page.locator("[data-overview] a[tabindex='0']")
    expect(stops).to_have_count(1)
    stops.focus()
    first = stops.get_attribute("href")
    page.keyboard.press("ArrowRight")
    second = stops.get_attribute("href")
    assert second != first
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{second}")


@pytest.fixture
def workers(service):
    """Tells the workers to rest (SIGSTOP) and to go on (SIGCONT); at the end they go on."""

    def tell(number):
        for pid in service.processes("workers.app"):
            os.kill(pid, number)

    yield tell
    tell(signal.SIGCONT)


SHIPS = " ".join(f"The ship Mara {number} left Orlen on {number} March 2020." for number in range(1, 17))


def test_a_timeline_that_is_open_shows_what_comes_in_and_keeps_the_reader_s_place(
    page, service, timeline, workers
):
    path = timeline({**MILL, "text": SHIPS})
    workers(signal.SIGSTOP)
    early = {**MILL, "text": "Lind bought the wharf on 3 May 1987. Tove sold it on 4 May 1988."}
    call(service.url, f"/api/v1{path}/articles", early)
    page.goto(path)
    expect(page.get_by_text("0 of 1 article read.")).to_be_visible()
    tenth = page.locator(CARD).nth(9)
    name = tenth.get_attribute("id")
    tenth.get_by_role("checkbox").check()
    tenth.evaluate("entry => scrollTo(0, entry.getBoundingClientRect().top + scrollY - 20)")
    before = tenth.bounding_box()
    workers(signal.SIGCONT)
    expect(page.get_by_text("All articles have been read.")).to_be_attached()
    expect(page.locator(CARD)).to_have_count(18)
    same = page.locator(f"#{name}")
    assert abs(same.bounding_box()["y"] - before["y"]) < 2
    expect(same.get_by_role("checkbox")).to_be_checked()
    expect(same.get_by_role("checkbox")).to_be_focused()
    expect(page.get_by_role("button", name="Merge into one")).to_be_visible()


def test_without_scripts_an_empty_timeline_renews_itself_until_something_stands_on_it(
    plain, service, workers
):
    workers(signal.SIGSTOP)
    made = call(service.url, "/api/v1/timelines", {"title": "Waiting"})["id"]
    call(service.url, f"/api/v1/timelines/{made}/articles", MILL)
    plain.goto(f"/timelines/{made}")
    expect(plain.get_by_text("0 of 1 article read.")).to_be_visible()
    workers(signal.SIGCONT)
    expect(plain.locator(CARD).first).to_be_visible(timeout=20_000)


def test_windows_filters_and_ways_out_stand_in_the_url(page, timeline):
    path = timeline()
    page.goto(path)
    page.get_by_role("link", name="Zoom in").click()
    page.wait_for_url("**from=**to=**")
    page.get_by_role("link", name="Export and share").click()
    page.wait_for_url("**/share?**from=**")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Calendar (ICS)").click()
    assert saved.value.suggested_filename == "the-mill.ics"
    page.go_back()
    page.get_by_label("Words").fill("elephant")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("heading", name="Nothing found")).to_be_visible()


def test_a_timeline_is_renamed_deleted_and_restored(page, timeline):
    page.goto(timeline(title="To be renamed"))
    page.get_by_text("More", exact=True).click()
    page.locator(".manage").get_by_label("Title").fill("Renamed")
    page.get_by_role("button", name="Rename").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Renamed")
    page.get_by_text("More", exact=True).click()
    page.get_by_role("button", name="Delete this timeline").click()
    expect(page.locator(".done")).to_contain_text("“Renamed” is deleted")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Renamed")


def test_language_and_colours_are_the_reader_s_choice(page, timeline):
    page.goto(timeline())
    page.get_by_label("Language and dates").select_option("fr")
    page.get_by_label("Colours").select_option("dark")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator(CARD).first).to_contain_text("juillet 2022")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_event_of_one_s_own_is_added(open_context, timeline, scripts):
    page = open_context(java_script_enabled=scripts).new_page()
    page.goto(timeline())
    page.get_by_text("More", exact=True).click()
    page.get_by_role("link", name="Add an event yourself").click()
    page.get_by_label("What happened").fill("The wheel was sold")
    page.get_by_label("Date", exact=True).fill("May 2023")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(CARD, has_text="The wheel was sold")).to_contain_text("May 2023")
    expect(page.locator(CARD, has_text="The wheel was sold")).to_contain_text("added by a person")
