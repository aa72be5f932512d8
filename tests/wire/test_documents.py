"""Documents in: Markdown, web pages, Word and PDF files, and zip files of them, as programs save them."""

from __future__ import annotations

import io
import zipfile

import pytest
from playwright.sync_api import Browser

from timeline.archive import unpacked
from timeline.documents import KINDS, Document
from timeline.errors import InvalidInputError
from timeline.files import articles_from_file
from timeline.published import read_published

PROSE = (
    "The pump at the weir failed on Monday, and by noon the lower meadows stood under water.",
    "The council had been warned of worn bearings in a report of September 2023, which it put aside.",
)
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Pump fails | Weir Post</title>
<meta property="article:published_time" content="{meta}"><meta property="og:site_name" content="Weir Post">
<link rel="canonical" href="https://post.example/pump">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Pump fails",
"datePublished": "{linked}", "dateModified": "2025-03-09T10:00:00Z"}}]}}</script>
</head><body><header><p>The Weir Post, since 1911</p></header>
<nav><ul><li><a href="/">Home</a><li><a href="/sport">Sport on Tuesday</a></ul></nav>
<div><div id="story"><h1>Pump fails</h1><p>By Ana Roth, <time datetime="2025-03-04">4 March</time></p>
<figure><img src="a.jpg"><figcaption>The weir on Sunday</figcaption></figure>
<p>{first}<p>{second} <script>track("Friday")</script>
<ul><li><a href="/walks">Ten walks for Saturday</a></ul></div>
<div class="cookies"><p>We use cookies, as told in May.</p></div></div>
<footer>Printed in 2019</footer></body></html>"""


def page(meta: str = "2025-03-04T07:30:00+01:00", linked: str = "2025-03-04T06:30:00Z") -> bytes:
    return PAGE.format(meta=meta, linked=linked, first=PROSE[0], second=PROSE[1]).encode()


def word(*paragraphs: str, title: str = "") -> bytes:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    core = f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>'
        )
        package.writestr("docProps/core.xml", core)
    return file.getvalue()


def packed(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def refusal(suffix: str, data: bytes) -> str:
    with pytest.raises(InvalidInputError) as error:
        KINDS[suffix](data)
    return str(error.value)


def test_of_a_web_page_the_running_text_is_read_and_what_it_tells_of_itself() -> None:
    assert KINDS[".html"](page()) == Document(
        "\n\n".join(PROSE),
        title="Pump fails",
        published="2025-03-04T06:30:00Z",
        source="Weir Post",
        url="https://post.example/pump",
        language="en-GB",
    )


def test_a_page_that_names_two_days_of_publication_tells_none() -> None:
    assert KINDS[".html"](page(linked="2025-03-05")).published == ""
    (article,) = articles_from_file("a.html", page(linked="2025-03-05"), read_published("2025-03-06"))
    assert article.published == read_published("2025-03-06").interval


def test_the_date_of_a_change_is_no_publication_date() -> None:
    assert KINDS[".html"](page(meta="", linked="")).published == ""


def test_a_page_in_an_old_character_set_is_read_as_browsers_read_it() -> None:
    text = "<meta charset=iso-8859-2><p>Łódź stała pod wodą w poniedziałek."
    assert KINDS[".htm"](text.encode("iso-8859-2")).text == "Łódź stała pod wodą w poniedziałek."
    assert (
        KINDS[".htm"]("<p>Zürich".encode("cp1252")).text
        == KINDS[".htm"]("<p>Zürich".encode()).text
        == "Zürich"
    )


def test_lines_that_a_page_breaks_stay_apart() -> None:
    assert (
        KINDS[".html"](b"<div>On Monday<br><br>it <b>stopped</b>.</div>").text == "On Monday\n\nit stopped."
    )


@pytest.mark.parametrize("data", [b"", b"<p></p>", b"<!-- -->", b"<nav>Home</nav>"])
def test_a_page_without_text_says_so(data: bytes) -> None:
    assert "no text is in this web page" in refusal(".html", data)


def test_of_a_word_file_the_paragraphs_are_read() -> None:
    assert KINDS[".docx"](word(*PROSE, title="Pump fails")) == Document(
        "\n\n".join(PROSE), title="Pump fails"
    )


@pytest.mark.parametrize(
    "data", [b"", b"PK\3\4", b"anything", packed(other=b"x"), packed(**{"word/document.xml": b"<"})]
)
def test_what_is_no_word_file_is_told(data: bytes) -> None:
    assert "not a Word file" in refusal(".docx", data)


def test_a_bomb_of_entities_in_a_word_file_is_refused_or_stays_small() -> None:
    entities = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 50) for n in range(1, 12))
    bomb = b'<!DOCTYPE d [<!ENTITY e0 "boom">%s]><d>&e11;</d>' % entities
    assert refusal(".docx", packed(**{"word/document.xml": bomb}))


def test_of_a_pdf_file_lines_are_made_paragraphs_and_heads_and_feet_left_out(
    browser: Browser,
) -> None:
    told = [
        f"In street {name}{other} water stood knee-deep, and of the people of street {name}{other} many were taken "
        f"to hall {name}{other} by boats that came from {other}{name}, far up the river."
        for name in "abcdefgh"
        for other in "rstu"
    ]
    printed = browser.new_page()
    printed.set_content(f"<title>Pump fails</title><body style='font: 12pt serif'><p>{'<p>'.join(told)}")
    foot = "<span style='font-size: 8px'>Weir Post, page <span class=pageNumber></span></span>"
    data = printed.pdf(width="12cm", height="16cm", display_header_footer=True, footer_template=foot)
    printed.close()
    document = KINDS[".pdf"](data)
    assert document.title == "Pump fails"
    assert "Weir Post" not in document.text
    assert document.text.split("\n\n") == told


@pytest.mark.parametrize("times", [1, 12])
def test_what_a_browser_prints_around_a_page_is_no_text_on_few_pages_either(
    browser: Browser, times: int
) -> None:
    told = (
        "Water stood knee-deep in the old town, and the pumps failed again on Monday, of 9 only 1/2 ran. " * 4
    )
    printed = browser.new_page()
    printed.set_content(f"<title>Pump fails</title><body style='font: 12pt serif'>{f'<p>{told}' * times}")
    data = printed.pdf(format="A4", display_header_footer=True, margin={"top": "2cm", "bottom": "2cm"})
    printed.close()
    text = KINDS[".pdf"](data).text
    assert text.split("\n\n") == [told.strip()] * times


def test_what_is_no_pdf_file_is_told() -> None:
    assert "not a PDF file" in refusal(".pdf", b"%PDF-1.7 and no more")
    assert "not a PDF file" in refusal(".pdf", b"")


def test_of_markdown_the_words_are_read_without_the_marks() -> None:
    text = b"# Pump *fails*\n\nThe **lower** meadows [flooded](https://post.example) on _Monday_.\n\n"
    text += b"- 2 * 3 snake_case_name\n> It rained.\n"
    assert KINDS[".md"](text) == Document(
        "The lower meadows flooded on Monday.\n\n2 * 3 snake_case_name\nIt rained.", title="Pump fails"
    )


def test_the_fields_above_a_markdown_text_are_read() -> None:
    told = Document("It stopped.", title="Ferry: stops", published="2021-03-04")
    assert KINDS[".md"](b'---\ntitle: "Ferry: stops"\ntags: [a]\ndate: 2021-03-04\n---\nIt stopped.') == told
    assert KINDS[".md"](b"Title: Ferry: stops\nPublished: 2021-03-04\n\nIt stopped.") == told


def test_each_file_in_a_zip_file_is_taken_as_if_it_had_come_by_itself() -> None:
    data = packed(
        **{"news/a.txt": b"A.", "b.html": page(), "__MACOSX/._a.txt": b"", ".DS_Store": b"", "news/": b""}
    )
    assert dict(unpacked("all.zip", data)) == {"all.zip/news/a.txt": b"A.", "all.zip/b.html": page()}
    assert dict(unpacked("a.txt", data)) == {"a.txt": data}


def test_a_zip_file_that_cannot_be_read_is_told_by_name() -> None:
    for data, what in ((b"", "damaged"), (packed()[:10], "damaged"), (packed(), "no file")):
        with pytest.raises(InvalidInputError, match=f"all.zip: .*{what}"):
            list(unpacked("all.zip", data))


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(InvalidInputError, match="50 MB"):
        next(unpacked("bomb.zip", packed(**{f"{n}.txt": bytes(30_000_000) for n in range(4)})))
