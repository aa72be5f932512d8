"""Articles through the form, without a script: shown back before they are used, and nothing typed is lost."""

import html
import io
import json
import re
import zipfile

import pytest

from tests.web.conftest import TEXT, read

FORM = {
    "title": "Mill",
    "text": TEXT,
    "source": "Morning Post",
    "published": "7 August 2022",
    "understood": "",
}


def multipart(fields):
    """A body as browsers send it, and its type. Werkzeug's own leaves a file open when it is large."""
    parts = (
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    )
    return {
        "data": ("".join(parts) + "--x--\r\n").encode(),
        "content_type": "multipart/form-data; boundary=x",
    }


def hidden(page, name):
    return [html.unescape(v) for v in re.findall(rf'name="{name}" value="([^"]*)"', page)]


def test_the_date_is_shown_back_before_anything_is_kept(client):
    answer = client.post("/submit", data=FORM)
    assert answer.status_code == 200
    assert "understood as Sunday 7 August 2022" in read(answer.text)
    assert hidden(answer.text, "understood") == ["2022-08-07"]
    assert TEXT in html.unescape(answer.text)
    assert client.get("/api/v1/timelines").json["timelines"] == []


def test_the_date_that_was_shown_is_used_when_it_is_sent_again(client):
    answer = client.post("/submit", data=FORM | {"understood": "2022-08-07"})
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/jobs/")
    timeline = client.get("/api/v1/timelines").json["timelines"][0]
    assert timeline["title"] == "Mill"
    assert client.get(timeline["links"]["articles"]).json["articles"][0]["published"] == "2022-08-07"


def test_a_date_changed_after_it_was_shown_is_shown_again(client):
    answer = client.post("/submit", data=FORM | {"understood": "2022-08-07", "published": "8 August 2022"})
    assert answer.status_code == 200
    assert "understood as Monday 8 August 2022" in read(answer.text)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "publication date is missing"),
        ("soon", "not a date"),
        ("07/08/2022", "can be 2022-07-08 or 2022-08-07"),
        ("31 February 2022", "not a date"),
        ("today", "not a date"),
    ],
)
def test_a_date_that_cannot_be_read_is_asked_for_again_with_the_text_kept(client, typed, words):
    answer = client.post("/submit", data=FORM | {"published": typed})
    assert answer.status_code == 400
    assert words in read(answer.text)
    assert TEXT in html.unescape(answer.text)
    assert client.get("/api/v1/timelines").json["timelines"] == []


AMBIGUOUS = FORM | {"published": "07/08/2022"}


def test_a_date_that_can_be_two_days_is_settled_by_choosing_one(client):
    answer = client.post("/submit", data=AMBIGUOUS)
    words = read(answer.text)
    assert hidden(answer.text, "published-1-is") == ["2022-07-08", "2022-08-07"]
    assert "Which day is meant? Friday 8 July 2022 Sunday 7 August 2022" in words
    answer = client.post("/submit", data=AMBIGUOUS | {"published-1-is": "2022-08-07"})
    assert answer.status_code == 303
    timeline = client.get("/api/v1/timelines").json["timelines"][0]
    assert client.get(timeline["links"]["articles"]).json["articles"][0]["published"] == "2022-08-07"


def test_the_time_of_day_stays_with_the_chosen_day(client):
    typed = FORM | {"published": "07/08/2022 18:30"}
    answer = client.post("/submit", data=typed)
    assert hidden(answer.text, "published-1-is") == ["2022-07-08 18:30", "2022-08-07 18:30"]
    assert client.post("/submit", data=typed | {"published-1-is": "2022-07-08 18:30"}).status_code == 303


@pytest.mark.parametrize("other", ["08/09/2022", "8 August 2022"])
def test_a_choice_does_not_outlive_what_was_typed(client, other):
    answer = client.post("/submit", data=FORM | {"published": other, "published-1-is": "2022-08-07"})
    assert answer.status_code in (200, 400)
    assert hidden(answer.text, "understood") != ["2022-08-07"]
    assert client.get("/api/v1/timelines").json["timelines"] == []


def test_a_choice_belongs_to_its_own_article(client):
    fields = {name: [value, value] for name, value in FORM.items()} | {"published": ["07/08/2022"] * 2}
    answer = client.post("/submit", data=fields | {"published-2-is": "2022-07-08"})
    assert hidden(answer.text, "understood") == ["", "2022-07-08"]
    assert hidden(answer.text, "published-2-is") == []


def test_a_form_without_a_text_says_so(client):
    answer = client.post("/submit", data=FORM | {"title": "", "text": " "})
    assert answer.status_code == 400
    assert "There is no text" in answer.text
    assert "7 August 2022" in answer.text


def test_several_files_are_each_asked_for_their_date(client):
    files = [
        (io.BytesIO(b"Title: Dated\nPublished: 2021-01-02\n\nIt rained yesterday."), "one.txt"),
        (io.BytesIO(TEXT.encode()), "two.txt"),
        (io.BytesIO(b"%PDF-1"), "three.pdf"),
        (io.BytesIO(TEXT.encode()), "2021-03-04 four.txt"),
    ]
    answer = client.post("/submit", data={"file": files, "published": ""})
    assert answer.status_code == 400
    words = read(answer.text)
    assert "understood as Saturday 2 January 2021" in words
    assert "three.pdf: this is not a PDF file" in words
    assert "1 of 3 articles needs a look: two.txt" in words
    assert "publication date is missing" in words
    assert hidden(answer.text, "understood") == ["", "2021-01-02", "2021-03-04"]


def test_several_articles_that_were_shown_go_onto_one_timeline(client, timeline):
    made = timeline()
    fields = {
        "timeline": made,
        "title": ["A", "B"],
        "text": ["It opened on 1 May 2020.", "It closed on 2 May 2020."],
        "source": ["", ""],
        "published": ["3 May 2020", "2020-05-04"],
        "understood": ["2020-05-03", "2020-05-04"],
    }
    assert client.post("/submit", data=fields).status_code == 303
    assert client.get(f"/api/v1/timelines/{made}").json["articles"] == 3


def test_lines_of_a_text_end_as_they_do_everywhere(client):
    sent = FORM | {"text": "One.\r\nTwo on 3 May 2020.", "understood": "2022-08-07"}
    client.post("/submit", data=sent)
    timeline = client.get("/api/v1/timelines").json["timelines"][0]
    article = client.get(timeline["links"]["articles"]).json["articles"][0]["id"]
    text = client.get(f"{timeline['links']['articles']}/{article}").json["text"]
    assert text == "One.\nTwo on 3 May 2020."


def test_a_text_of_a_megabyte_passes_the_form_and_a_larger_one_is_refused_with_the_limit(client):
    long = FORM | {"text": "word " * 200_000, "understood": "2022-08-07"}
    assert client.post("/submit", **multipart(long)).status_code == 303
    answer = client.post("/submit", **multipart(FORM | {"text": "x" * 8_500_000}))
    assert answer.status_code == 413
    assert "8 MB" in answer.text


def test_a_timeline_that_is_gone_is_named(client):
    answer = client.post("/submit", data=FORM | {"understood": "2022-08-07", "timeline": "none"})
    assert answer.status_code == 404


def lines(count: int) -> bytes:
    articles = (
        {"title": f"A{n}", "published": "2021-01-02", "text": f"It {n} rained."} for n in range(count)
    )
    return b"\n".join(json.dumps(one).encode() for one in articles)


def test_thousands_of_articles_that_a_program_wrote_go_in_at_once(client):
    answer = client.post("/submit", data={"file": (io.BytesIO(lines(2_000)), "all.jsonl")})
    assert answer.status_code == 303
    assert client.get("/api/v1/timelines").json["timelines"][0]["articles"] == 2_000


def test_thousands_of_articles_that_have_to_be_shown_can_be_sent_back(client):
    shown = client.post(
        "/submit",
        data={"file": [(io.BytesIO(lines(2_000)), "all.jsonl"), (io.BytesIO(b"It rained."), "a.txt")]},
    )
    fields = {name: hidden(shown.text, name) for name in ("understood", "url", "language")}
    assert len(fields["understood"]) == 2_001
    assert client.post("/submit", data=fields | {"text": ["It rained."] * 2_001}).status_code == 400


def long_texts(count):
    return [f"{n}: {'rain ' * 400_000}" for n in range(count)]


def packed(*texts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for n, text in enumerate(texts):
            archive.writestr(f"{n}.txt", text)
    file.seek(0)
    return file


def test_more_text_than_can_be_sent_back_is_refused_and_not_shown(client):
    answer = client.post("/submit", data={"file": (packed(*long_texts(6)), "all.zip")})
    assert answer.status_code == 413
    assert "too many texts without a date" in read(answer.text)
    assert "textarea" not in answer.text


def test_of_more_text_than_can_be_sent_back_what_tells_its_date_is_taken_and_the_rest_is_shown(client):
    texts = [f"Published: 2020-05-04\n\n{text}" for text in long_texts(6)]
    answer = client.post("/submit", data={"file": (packed(*texts, "It rained."), "all.zip")})
    assert answer.status_code == 400
    assert "6 articles that tell their dates themselves are being read" in read(answer.text)
    assert len(hidden(answer.text, "understood")) == 1
    (made,) = client.get("/api/v1/timelines").json["timelines"]
    assert made["articles"] == 6
    assert hidden(answer.text, "timeline") == [made["id"]]
    answer = client.post("/submit", data={"file": (packed(*texts), "all.zip")})
    assert answer.status_code == 303


def test_the_date_of_another_article_dates_no_file(client):
    answer = client.post("/submit", data=FORM | {"file": (io.BytesIO(b"It rained yesterday."), "a.txt")})
    assert hidden(answer.text, "understood") == ["", "2022-08-07"]


def test_what_a_page_says_of_itself_goes_with_it(client):
    page = (
        b'<title>Ferry stops</title><link rel=canonical href="https://post.example/ferry"><p>It stopped on Monday.'
        b'<meta property="article:published_time" content="2021-03-04">'
    )
    shown = client.post("/submit", data={"file": (io.BytesIO(page), "ferry.html")})
    assert hidden(shown.text, "url") == ["https://post.example/ferry"]
    fields = {name: hidden(shown.text, name) for name in ("understood", "url", "language")}
    fields |= {
        "title": "Ferry stops",
        "text": "It stopped on Monday.",
        "published": "2021-03-04",
        "source": "",
    }
    assert client.post("/submit", data=fields).status_code == 303
    timeline = client.get("/api/v1/timelines").json["timelines"][0]
    (article,) = client.get(timeline["links"]["articles"]).json["articles"]
    assert (article["url"], article["title"]) == ("https://post.example/ferry", "Ferry stops")


def test_an_article_that_comes_again_is_said_to_be_there(client):
    sent = FORM | {"understood": "2022-08-07"}
    client.post("/submit", data=sent)
    made = client.get("/api/v1/timelines").json["timelines"][0]["id"]
    again = client.post("/submit", data=sent | {"timeline": made}, follow_redirects=True)
    assert "1 article was here already and counts once." in read(again.text)
    assert client.get(f"/api/v1/timelines/{made}").json["articles"] == 1


def test_the_articles_that_need_a_look_come_first_and_do_not_name_the_timeline(client):
    typed = {
        "title": ["Mill", "Weir"],
        "text": [TEXT, TEXT + " It rained."],
        "published": ["2022-08-07", "soon"],
    }
    page = client.post("/submit", data=typed | {"source": ["", ""], "understood": ["", ""]}).text
    assert re.findall(r'<legend dir="auto">(\w+)', page) == ["Weir", "Mill"]
    assert hidden(page, "timeline_title") == ["Mill"]
