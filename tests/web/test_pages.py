"""The pages of a timeline as they come from the server, before any script."""

import re
from pathlib import Path

import pytest

from tests.web.conftest import PUBLISHED, TEXT, read
from timeline.store import Store
from web import storage

_FIRE = "A fire broke out in the engine room of the ferry Saint Brannoc on"
TWO = [
    {"text": f"{_FIRE} Tuesday.", "published": "2021-03-12", "source": "Post", "title": "One"},
    {"text": f"{_FIRE} Wednesday.", "published": "2021-03-12", "source": "Courier", "title": "Two"},
]


def entries(client, made):
    return client.get(f"/api/v1/timelines/{made}/events").json["events"]


def first(client, made):
    return entries(client, made)[0]["id"]


def test_a_timeline_is_an_ordered_list_of_dates_with_quotes_sources_and_reasons(client, timeline):
    page = client.get(f"/timelines/{timeline()}").text
    listed = re.search(r"<ol class=\"list\".*?</ol>", page, re.DOTALL).group(0)
    assert re.findall(r'<time datetime="([^"]+)"', listed)[:2] == ["2022-08-03", "2022-08-04"]
    assert "<mark>Last Thursday</mark>" in listed
    words = read(listed)
    assert "Thursday 4 August 2022" in words
    assert "Why this date" in words
    assert "Morning Post , published 7 August 2022" in words
    assert "to the day" in words


def test_filters_stand_in_the_url_and_in_their_fields_and_in_every_way_out(client, timeline):
    made = timeline()
    page = client.get(f"/timelines/{made}?q=owner&from=2022&certainty=stated").text
    assert 'name="q" value="owner"' in page
    assert "certainty=stated" in re.search(r'href="(/timelines/[^"]*/share[^"]*)"', page).group(1)
    assert "mill closed" not in page
    assert "Nothing found" in client.get(f"/timelines/{made}?q=elephant").text


def test_a_filter_that_cannot_be_read_is_told_beside_the_list(client, timeline):
    answer = client.get(f"/timelines/{timeline()}?from=soon")
    assert answer.status_code == 400
    assert "“soon” is not a date" in answer.text
    assert "mill closed" in read(answer.text)


def test_a_long_timeline_comes_in_pages(client, timeline):
    days = " ".join(f"Ship {n} left on {n % 28 + 1} {m} 2020." for n, m in enumerate(["March", "April"] * 30))
    made = timeline({"text": days, "published": "2021-01-01"})
    page = client.get(f"/timelines/{made}").text
    assert page.count('<article class="entry') == 20
    following = re.search(r'rel="next"[^>]*href="([^"]+)"', page).group(1).replace("&amp;", "&")
    rest = client.get(following).text
    assert "Entries 21 to 40 of 60" in rest
    last = client.get(re.search(r'rel="next"[^>]*href="([^"]+)"', rest).group(1).replace("&amp;", "&")).text
    assert "Back to the beginning" in last
    for now, before in ((last, "Entries 21 to 40 of 60"), (rest, "Entries 1 to 20 of 60")):
        earlier = re.search(r'rel="prev"[^>]*href="([^"]+)"', now).group(1).replace("&amp;", "&")
        assert before in client.get(earlier).text
    assert 'rel="prev"' not in page


@pytest.mark.parametrize("day", ["Tuesday", "Wednesday"])
def test_an_entry_of_many_reports_lists_some_and_leads_to_all(client, timeline, day):
    told = [
        {
            "text": f"{_FIRE} {day if n == 29 else 'Tuesday'}. Word {n} was added.",
            "published": "2021-03-12",
            "source": f"Paper {n:02d}",
        }
        for n in range(30)
    ]
    made = timeline(*told)
    page = client.get(f"/timelines/{made}").text
    entry, reports = re.search(r'/entries/(\w+)">All (\d+) reports', page).groups()
    assert int(reports) == 30
    assert page.count('<figure class="report">') < 10
    assert client.get(f"/timelines/{made}/entries/{entry}").text.count('<figure class="report">') >= 30
    if day == "Wednesday":
        shown = read(re.search(r'class="claims">.*?</div>', page, re.DOTALL).group(0))
        assert "9 March 2021" in shown
        assert "10 March 2021" in shown


def test_the_drawing_leads_from_each_mark_to_its_entry(client, timeline):
    page = client.get(f"/timelines/{timeline()}").text
    drawn = re.search(r"<svg[^>]*data-overview.*?</svg>", page, re.DOTALL).group(0)
    marks = re.findall(r'href="#(e-[0-9a-f]+)"', drawn)
    assert marks
    assert all(f'id="{mark}"' in page for mark in marks)


def test_the_drawing_is_a_file_of_its_own(client, timeline):
    answer = client.get(f"/timelines/{timeline()}/overview.svg")
    assert answer.mimetype == "image/svg+xml"
    assert answer.text.startswith("<svg xmlns=")
    assert "attachment" in answer.headers["Content-Disposition"]


def test_where_sources_differ_each_claim_stands_beside_the_other(client, timeline):
    made = timeline(*TWO)
    page = client.get(f"/timelines/{made}").text
    words = read(page)
    assert "Sources differ on the date" in words
    assert "Tuesday 9 March 2021" in words
    assert "Wednesday 10 March 2021" in words
    queue = read(client.get(f"/timelines/{made}/review").text)
    assert "Sources differ" in queue


CLOSED = {
    "text": "The mill closed in October 2006 after the owner died in March 2006.",
    "published": "2021-03-12",
}


def test_where_words_and_dates_disagree_on_the_order_the_entry_says_so_and_leads_to_the_other(
    client, timeline
):
    made = timeline(CLOSED)
    died, closed = entries(client, made)
    assert (died["contradictions"], closed["contradictions"]) == ([], [])
    assert "disagree on the order" not in client.get(f"/timelines/{made}").text
    url = f"/timelines/{made}/entries/{died['id']}"
    client.post(url, data={"kind": "date", "date": "March 2007"})
    closed, died = entries(client, made)
    (contradiction,) = closed["contradictions"]
    assert contradiction["event"] == died["id"]
    for page in (f"/timelines/{made}", f"/timelines/{made}/entries/{closed['id']}"):
        words = read(client.get(page).text)
        assert "Words and dates disagree on the order" in words
        assert "before it (the text says “after”), but the date of that is March 2007" in words
    assert f'href="{url}">See that entry' in client.get(f"/timelines/{made}").text
    french = client.get(f"/timelines/{made}", headers={"Accept-Language": "fr"}).text
    assert "mais la date en est mars 2007" in read(
        re.search(r'class="contradiction">.*?</p>', french).group(0)
    )
    client.post(f"/timelines/{made}/corrections/{_made(client, made)}/undo")
    assert entries(client, made)[1]["contradictions"] == []


def test_the_queue_holds_what_words_and_dates_put_in_different_order(client, timeline):
    made = timeline({**CLOSED, "text": CLOSED["text"].replace("in October 2006", "in late October 2006")})
    review = f"/timelines/{made}/review"
    died, closed = entries(client, made)
    assert "<h2>Vague dates</h2>" in client.get(review).text
    assert "disagree on the order" not in client.get(review).text
    client.post(f"/timelines/{made}/entries/{died['id']}", data={"kind": "date", "date": "March 2007"})
    page = client.get(review).text
    assert "<h2>Words and dates disagree on the order</h2>" in page
    assert "Vague dates" not in page  # what has two faults stands once
    assert re.findall(r'<article [^>]*id="e-(\w+)"', page) == [closed["id"]]
    assert f'href="/timelines/{made}/entries/{died["id"]}">See that entry' in page
    french = client.get(review, headers={"Accept-Language": "fr"}).text
    assert "<h2>Les mots et les dates ne donnent pas le même ordre</h2>" in french
    client.post(f"/timelines/{made}/entries/{closed['id']}", data={"kind": "confirm"})
    assert "Nothing needs a look" in client.get(review).text


VAGUE = {"text": "The mill opened in late May 2020. It burned in early June 2020.", "published": "2022-08-07"}


def counted(page):
    return re.findall(r'<b class="many">(\d+)</b>', page)


def test_the_tab_counts_what_needs_a_look_on_every_page_of_a_timeline(client, timeline):
    made = timeline(VAGUE, VAGUE | {"published": "2999-01-01", "text": "It rained on 4 May 2020."})
    for path in ("", "/articles", "/review", "/history"):
        assert counted(client.get(f"/timelines/{made}{path}").text) == ["3"]
    client.post(f"/timelines/{made}/entries/{entries(client, made)[1]['id']}", data={"kind": "confirm"})
    assert counted(client.get(f"/timelines/{made}").text) == ["2"]


def test_what_words_and_dates_put_in_different_order_counts_once(client, timeline):
    made = timeline(CLOSED)
    assert counted(client.get(f"/timelines/{made}").text) == []
    died = entries(client, made)[0]["id"]
    client.post(f"/timelines/{made}/entries/{died}", data={"kind": "date", "date": "March 2007"})
    assert counted(client.get(f"/timelines/{made}").text) == ["1"]


def test_what_will_be_is_no_reason_to_doubt_a_publication_date(client, timeline):
    text = "The Northquay terminal reopened on Monday. An inquiry will begin on 8 April."
    made = timeline({"text": text, "published": "2024-03-20"})
    assert "as past" not in client.get(f"/timelines/{made}/review").text


def test_a_publication_date_is_doubted_for_the_date_that_the_article_itself_tells(client, timeline):
    one, two = ({**article, "published": "2021-03-12"} for article in TWO)
    early = {**two, "text": f"{_FIRE} 10 March 2021.", "published": "2021-03-08"}
    made = timeline(one, early)
    assert entries(client, made)[0]["certainty"] == "conflicting"
    assert "the article tells of Wednesday 10 March 2021 as past" in read(
        client.get(f"/timelines/{made}/review").text
    )


def test_what_needs_a_look_is_counted_once_for_each_state_of_a_timeline(client, timeline, monkeypatch):
    made = timeline(VAGUE)
    client.get(f"/timelines/{made}")
    with monkeypatch.context() as patched:
        patched.delattr(Store, "unconfirmed")
        assert counted(client.get(f"/timelines/{made}/articles").text) == ["2"]
    client.post(f"/api/v1/timelines/{made}/articles", json=VAGUE | {"text": "A flood came in late May 2019."})
    assert counted(client.get(f"/timelines/{made}/articles").text) == ["3"]


def test_the_queue_says_where_there_is_more_than_it_shows(client, timeline):
    towns = [
        first + last
        for first in ("Al", "Ber", "Cor", "Dun")
        for last in ("ham", "by", "ton", "ley", "ford", "mere")
    ]
    text = "The mill at {0} closed in {1} after the owner {0} died in {2}."
    told = [text.format(town, 1950 + n, 2000 + n) for n, town in enumerate(towns)]
    made = timeline({"text": " ".join(told), "published": "2021-03-12"})
    page = client.get(f"/timelines/{made}/review").text
    assert len(re.findall(r"<article ", page)) == 20
    assert "There are more. They come up here as these are settled." in page


def _made(client, made):
    return client.get(f"/api/v1/timelines/{made}/corrections").json["corrections"][0]["id"]


def test_any_event_s_id_leads_to_its_entry(client, timeline):
    made = timeline(*TWO)
    mentions = [mention["id"] for mention in entries(client, made)[0]["mentions"]]
    assert len(mentions) > 1
    answers = [client.get(f"/timelines/{made}/entries/{mention}") for mention in mentions]
    assert sorted(answer.status_code for answer in answers) == [200, *[302] * (len(mentions) - 1)]


def test_a_claim_can_be_chosen_and_taken_back(client, timeline):
    made = timeline(*TWO)
    entry = first(client, made)
    page = client.get(f"/timelines/{made}/entries/{entry}").text
    choice = re.search(r'name="choice" value="([0-9a-f]+)"', page).group(1)
    answer = client.post(
        f"/timelines/{made}/entries/{entry}", data={"kind": "reading", "choice": choice, "who": "Ed"}
    )
    assert answer.status_code == 303
    assert entries(client, made)[0]["date"] in ("2021-03-09", "2021-03-10")
    history = client.get(f"/timelines/{made}/history").text
    assert "Ed set the date to" in read(history)
    undo = re.search(r'action="([^"]+/undo)"', history).group(1)
    assert client.post(undo).status_code == 303
    assert entries(client, made)[0]["conflict"]
    assert "taken back" in client.get(f"/timelines/{made}/history").text


def test_a_reading_is_chosen_and_follows_another_publication_date(client, timeline):
    made = timeline({"text": "The ferry sank on Wednesday.", "published": "2021-05-09"})
    entry = first(client, made)
    path = f"/timelines/{made}/entries/{entry}"
    page = client.get(path).text
    assert "“Wednesday” read as the first one after the publication" in read(page)
    (choice,) = re.findall(r'name="choice" value="([^"]+)"', page)
    client.post(path, data={"kind": "reading", "choice": choice, "who": "Ed"})
    assert entries(client, made)[0]["date"] == "2021-05-12"
    (correction,) = client.get(f"/api/v1/timelines/{made}/corrections").json["corrections"]
    assert correction["chosen"] == {"event": entry, "way": "future"}
    article = client.get(f"/api/v1/timelines/{made}/articles").json["articles"][0]["id"]
    client.post(f"/timelines/{made}/articles/{article}/date", data={"published": "2021-05-16"})
    assert entries(client, made)[0]["date"] == "2021-05-19"
    assert "it meant Wednesday 12 May 2021 then, and has been reckoned anew" in read(client.get(path).text)
    french = read(client.get(path, headers={"Accept-Language": "fr"}).text)
    assert "c'était alors mercredi 12 mai 2021" in french.replace("&#39;", "'")


def test_a_date_is_set_in_any_usual_way_and_reckoned_from_the_article(client, timeline):
    made = timeline({"text": TEXT, "published": PUBLISHED})
    entry = first(client, made)
    for typed, expected in (("June 2020", "2020-06"), ("the day before yesterday", "2022-08-05")):
        answer = client.post(f"/timelines/{made}/entries/{entry}", data={"kind": "date", "date": typed})
        assert answer.status_code == 303, read(answer.text)
        assert client.get(f"/api/v1/timelines/{made}/events/{entry}").json["date"] == expected
    client.post(f"/timelines/{made}/entries/{entry}", data={"kind": "date", "undated": "1"})
    assert client.get(f"/api/v1/timelines/{made}/events/{entry}").json["date"] is None


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"kind": "date", "date": "soon"}, "“soon” is not a date"),
        ({"kind": "reading"}, "choose one of the dates"),
        ({"kind": "merge"}, "choose the entry to merge with"),
        ({"kind": "split"}, "tick some of the reports"),
        ({"kind": "paint"}, "expected one of"),
    ],
)
def test_a_correction_that_lacks_something_is_told_beside_its_form(client, timeline, form, words):
    made = timeline()
    answer = client.post(f"/timelines/{made}/entries/{first(client, made)}", data=form)
    assert answer.status_code == 400
    assert words in read(answer.text)
    assert client.get(f"/api/v1/timelines/{made}/corrections").json["corrections"] == []


def test_entries_are_merged_split_hidden_confirmed_and_added(client, timeline):
    made = timeline()
    one, two = (entry["id"] for entry in entries(client, made)[:2])
    base = f"/timelines/{made}"
    before = len(entries(client, made))
    client.post(f"{base}/entries/{one}", data={"kind": "merge", "with": two})
    merged = entries(client, made)
    assert len(merged) == before - 1
    whole = next(entry for entry in merged if len(entry["mentions"]) == 2)
    client.post(f"{base}/entries/{whole['id']}", data={"kind": "split", "event": two})
    assert len(entries(client, made)) == before
    client.post(f"{base}/correct", data={"kind": "hide", "entry": two})
    assert len(entries(client, made)) == before - 1
    client.post(f"{base}/correct", data={"kind": "confirm", "entry": one})
    assert "confirmed by a person" in client.get(base).text
    added = {"summary": "The wheel was sold", "date": "May 2023", "note": "I bought it"}
    assert client.post(f"{base}/add", data=added).status_code == 303
    assert "The wheel was sold" in client.get(base).text
    assert client.post(f"{base}/add", data={"summary": "", "date": "x"}).status_code == 400


def test_one_ticked_entry_cannot_be_merged(client, timeline):
    made = timeline()
    answer = client.post(f"/timelines/{made}/correct", data={"kind": "merge", "entry": first(client, made)})
    assert answer.status_code == 400
    assert "tick at least two" in answer.text


def test_an_article_shows_every_expression_with_its_reading(client, timeline):
    made = timeline()
    article = client.get(f"/api/v1/timelines/{made}/articles").json["articles"][0]["id"]
    page = client.get(f"/timelines/{made}/articles/{article}").text
    words = read(page)
    assert "Last Thursday Thursday 4 August 2022" in words
    assert "seven years dates nothing a length of time" in words
    for event in re.findall(r'/entries/([0-9a-f]+)"', page):
        assert f'id="ev-{event}"' in page
        assert client.get(f"/timelines/{made}/entries/{event}", follow_redirects=True).status_code == 200


def test_another_publication_date_shows_first_what_it_would_change(client, timeline):
    made = timeline()
    article = client.get(f"/api/v1/timelines/{made}/articles").json["articles"][0]["id"]
    path = f"/timelines/{made}/articles/{article}/date"
    assert client.get(f"{path}?published=soon").status_code == 400
    shown = read(client.get(f"{path}?published=14 August 2022").text)
    assert "understood as Sunday 14 August 2022" in shown
    assert "Thursday 4 August 2022 Thursday 11 August 2022" in shown
    assert "2022-08-04" in [entry["date"] for entry in entries(client, made)]
    answer = client.post(path, data={"published": "2022-08-14", "who": "Ed"}, follow_redirects=True)
    assert "The article is dated Sunday 14 August 2022 now." in read(answer.text)
    assert "1 event is dated anew." in read(answer.text)
    assert "2022-08-11" in [entry["date"] for entry in entries(client, made)]
    history = client.get(f"/timelines/{made}/history").text
    assert "Ed dated an article Sunday 14 August 2022, not Sunday 7 August 2022" in read(history)
    assert f'href="/timelines/{made}/articles/{article}"' in history
    client.post(re.search(r'action="([^"]+/undo)"', history).group(1))
    assert "2022-08-04" in [entry["date"] for entry in entries(client, made)]


AMBIGUOUS = "07/08/2022"


@pytest.mark.parametrize("place", ["entry", "add", "article"])
def test_a_typed_date_that_can_be_two_days_is_settled_by_choosing_one(client, timeline, place):
    made = timeline()
    entry = client.get(f"/api/v1/timelines/{made}/events").json["events"][0]["id"]
    article = client.get(f"/api/v1/timelines/{made}/articles").json["articles"][0]["id"]
    form = {"kind": "date", "date": AMBIGUOUS, "summary": "It rained", "published": AMBIGUOUS}
    path, name, ask = {
        "entry": (f"entries/{entry}", "date-is", client.post),
        "add": ("add", "date-is", client.post),
        "article": (f"articles/{article}/date", "published-is", client.get),
    }[place]
    sent = "query_string" if ask == client.get else "data"
    refused = ask(f"/timelines/{made}/{path}", **{sent: form})
    assert refused.status_code == 400
    assert re.findall(rf'type="radio" name="{name}" value="([^"]*)"', refused.text) == [
        "2022-07-08",
        "2022-08-07",
    ]
    taken = ask(f"/timelines/{made}/{path}", **{sent: form | {name: "2022-07-08"}})
    assert taken.status_code == (200 if ask == client.get else 303)
    shown = taken.text if ask == client.get else client.get(f"/timelines/{made}").text
    assert "8 July 2022" in read(shown)


def test_a_filter_that_can_be_two_days_leads_to_each(client, timeline):
    page = client.get(f"/timelines/{timeline()}?from={AMBIGUOUS}&q=mill")
    assert page.status_code == 400
    for day in ("2022-07-08", "2022-08-07"):
        assert re.search(rf'class="chip" href="[^"]*q=mill&amp;from={day}"', page.text)


def test_every_format_says_what_it_leaves_out(client, timeline):
    page = read(client.get(f"/timelines/{timeline(*TWO)}/share").text)
    assert "left out" in page
    assert "holds all of it" in page


def test_a_timeline_is_renamed_deleted_and_restored(client, timeline):
    made = timeline()
    client.post(f"/timelines/{made}/rename", data={"title": "The old mill"})
    assert "The old mill" in client.get("/").text
    answer = client.post(f"/timelines/{made}/delete", follow_redirects=True)
    undo = re.search(r'action="([^"]+/restore)"', answer.text).group(1)
    assert client.get(f"/timelines/{made}").status_code == 404
    assert "The old mill" in client.post(undo, follow_redirects=True).text


def test_what_was_deleted_lately_is_listed_to_be_restored(client, timeline):
    made = timeline()
    client.post(f"/timelines/{made}/delete")
    client.get("/")  # the message with the undo is gone
    page = client.get("/").text
    assert "Deleted in the past week" in page
    assert f'action="/timelines/{made}/restore"' in page
    client.post(f"/timelines/{made}/restore")
    assert "Deleted in the past week" not in client.get("/").text


def test_what_was_deleted_can_be_erased_at_once_and_nothing_else_can(client, timeline):
    made = timeline()
    assert client.post(f"/timelines/{made}/erase").status_code == 404
    assert client.get(f"/timelines/{made}").status_code == 200
    client.post(f"/timelines/{made}/delete")
    client.get("/")
    page = client.get("/").text
    assert "Erased for good a week after they were deleted, or now." in page
    erase = re.search(r'formaction="([^"]+/erase)"', page).group(1)
    assert "It is erased" in client.post(erase, follow_redirects=True).text
    assert client.post(f"/timelines/{made}/restore").status_code == 404


def listed(client, made, query=""):
    page = client.get(f"/timelines/{made}/articles{query}").text
    return re.findall(r"<strong>(.*?)</strong>", page.partition('class="rows"')[2]), page


def test_articles_are_sorted_by_publication_and_by_what_is_asked_for(client, timeline):
    made = timeline(
        {"text": "It rained.", "published": "2021-03-02", "title": "Beta", "source": "Post"},
        {
            "text": "It snowed on Monday. A dam broke.",
            "published": "2021-03-01",
            "title": "Gamma",
            "source": "Post",
        },
        {"text": "It hailed.", "published": "2021-03-03", "title": "alpha", "source": "Courier"},
    )
    assert listed(client, made)[0] == ["Gamma", "Beta", "alpha"]
    assert listed(client, made, "?sort=title")[0] == ["alpha", "Beta", "Gamma"]
    assert listed(client, made, "?sort=source")[0] == ["alpha", "Gamma", "Beta"]
    assert listed(client, made, "?sort=events")[0][0] == "Gamma"
    assert sorted(listed(client, made, "?sort=added")[0]) == ["Beta", "Gamma", "alpha"]
    assert listed(client, made, "?sort=nothing&page=x")[0] == ["Gamma", "Beta", "alpha"]
    assert 'aria-current="true">title<' in listed(client, made, "?sort=title")[1]


def test_a_long_list_of_articles_comes_in_pages_under_100_kb(client, timeline):
    articles = [
        {"text": f"Ship {n} sank.", "published": "2021-03-01", "title": f"A ship of the line, number {n}"}
        for n in range(120)
    ]
    made = timeline(*articles)
    first, page = listed(client, made, "?sort=title")
    assert (len(first), len(page) < 100_000) == (100, True)
    more = re.search(r'rel="next"[^>]*href="([^"]+)"', page).group(1).replace("&amp;", "&")
    assert "sort=title" in more
    rest = listed(client, made, more.partition("articles")[2])[0]
    assert rest == [f"A ship of the line, number {n}" for n in range(100, 120)]
    assert listed(client, made, "?sort=title&page=99")[0] == rest


def test_an_article_is_removed_only_when_it_is_asked_for_twice(client, timeline):
    _names, page = listed(client, timeline())
    removed = re.search(r"<details class=\"sure\">.*?</details>", page, re.DOTALL).group(0)
    assert "Remove for good" in removed
    form = re.search(r'form="(\w+)" formaction="([^"]+)"', removed)
    assert f'id="{form.group(1)}" method="post"' in page
    assert "what it reported are off the timeline" in client.post(form.group(2), follow_redirects=True).text


def test_what_has_no_date_says_why_it_has_none(client, timeline):
    told = {"text": "The minister had resigned before the vote.", "published": "2021-03-01"}
    page = read(client.get(f"/timelines/{timeline(told)}").text)
    assert "no date given" in page
    assert "Why no date" in page
    assert "Why this date" not in page


def test_the_examples_can_be_had_again_and_the_list_tells_their_reach(client):
    assert "Show the examples" in client.get("/").text
    page = read(client.post("/samples", follow_redirects=True).text)
    assert "Example: a Roman well, from 44 BCE to this autumn 44 BCE – 2023 ·" in page
    assert "Show the examples" not in page


def test_how_far_the_reading_is_is_told_until_all_is_read(app, client, desk, timeline):
    storage.attach(app, desk.store)  # what it is sent waits
    made = timeline({"text": TEXT, "published": PUBLISHED}, {"text": "It rained.", "published": PUBLISHED})
    page = client.get(f"/timelines/{made}").text
    assert "0 of 2 articles read." in read(page)
    assert '<noscript><meta http-equiv="refresh"' in page
    desk.work()
    assert "articles read" not in read(client.get(f"/timelines/{made}").text)
    client.post(f"/api/v1/timelines/{made}/articles", json={"text": "It snowed.", "published": PUBLISHED})
    page = client.get(f"/timelines/{made}").text
    assert "0 of 1 article read." in read(page)
    assert "http-equiv" not in page  # there is a place to lose
    assert "Show what has come in since" in page


def test_states_are_told_in_words(client, timeline):
    assert "None yet. The first article you add starts one." in client.get("/").text
    assert "No worker is running." in client.get("/").text
    empty = client.post("/api/v1/timelines", json={"title": "Empty"}).json["id"]
    assert "This timeline has no entries." in client.get(f"/timelines/{empty}").text
    assert "Nothing needs a look" in client.get(f"/timelines/{empty}/review").text
    assert "No corrections yet" in client.get(f"/timelines/{empty}/history").text


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/timelines/none", "/timelines/none/share", "/jobs/none", "/timelines/none/articles/x/date"],
)
def test_what_never_was_is_told_as_a_page(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text


def test_no_page_names_an_address_elsewhere(client, timeline):
    made = timeline()
    article = client.get(f"/api/v1/timelines/{made}/articles").json["articles"][0]["id"]
    paths = [
        "",
        "/share",
        "/review",
        "/history",
        "/articles",
        f"/articles/{article}",
        "/embed",
        "/add",
        f"/entries/{first(client, made)}",
    ]
    for page in ["/", "/help", "/docs", *(f"/timelines/{made}{path}" for path in paths)]:
        text = client.get(page).text
        loaded = re.findall(
            r'(?:src|srcset|poster|data)="([^"]+)"|<link[^>]+href="([^"]+)"|url\(([^)]+)\)', text
        )
        for address in (part for parts in loaded for part in parts if part):
            assert address.startswith(("/static/", "#", "/timelines/")), (page, address)
        assert " style=" not in text
        assert not re.search(r"<script(?![^>]*src=)", text)


def test_scripts_and_styles_name_no_address_elsewhere(app):
    for path in Path(app.static_folder).iterdir():
        if path.suffix in (".js", ".css"):
            assert not re.search(r"https?:|//[a-z]+\.", path.read_text("utf-8")), path.name


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (
            "The mill opened, and its wheel was sold on 3 May 2020.",
            "Its wheel was sold on <mark>3 May 2020</mark>",
        ),
        (
            "Anna Lind said iPhone sales stopped on 3 May 2020.",
            "iPhone sales stopped on <mark>3 May 2020</mark>",
        ),
        ("The mill, which burned on 3 May 2020, was old.", "The mill … burned on <mark>3 May 2020</mark>"),
        (
            "The firm began to sell its docks on 3 May 2020.",
            "The firm began to sell its docks on <mark>3 May 2020</mark>",
        ),
    ],
)
def test_an_entry_is_headed_by_what_happened_with_the_words_that_date_it_marked(
    client, timeline, text, heading
):
    page = client.get(f"/timelines/{timeline({'text': text, 'published': '2022-08-07'})}").text
    (entry,) = [one for one in page.split("<article")[1:] if f">{heading}</a></h3>" in one]
    assert "<blockquote" not in entry  # it would say the same again
