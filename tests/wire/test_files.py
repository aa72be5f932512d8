"""Files in: text with a header, JSON, JSON lines; all others refused by name."""

from __future__ import annotations

import pytest

from timeline.errors import InvalidInputError
from timeline.files import articles_from_file
from timeline.published import read_published

HEADED = b"Title: Ferry stops\nPublished: 4 March 2021\nSource: Harbour Post\n\nIt stopped on Monday.\n"
GIVEN = read_published("2021-03-05")


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(InvalidInputError) as error:
        articles_from_file(name, data)
    return "\n".join(problem.detail for problem in error.value.problems)


def test_a_text_file_may_start_with_a_header() -> None:
    (article,) = articles_from_file("ferry.txt", HEADED)
    assert (article.title, article.source, article.text) == (
        "Ferry stops",
        "Harbour Post",
        "It stopped on Monday.\n",
    )
    assert article.published == read_published("2021-03-04").interval


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    marked = b"\xef\xbb\xbf" + HEADED.replace(b"\n", b"\r\n")
    assert articles_from_file("ferry.txt", marked) == articles_from_file("ferry.txt", HEADED)


def test_a_text_without_a_header_is_dated_by_the_date_given() -> None:
    (article,) = articles_from_file("ferry.txt", b"It stopped: on Monday.\n\nTitle: no header.", GIVEN)
    assert article.text.startswith("It stopped")
    assert article.published == GIVEN.interval


def test_the_date_in_the_file_comes_before_the_date_given() -> None:
    assert articles_from_file("ferry.txt", HEADED, GIVEN) == articles_from_file("ferry.txt", HEADED)


def test_json_holds_an_article_or_a_list() -> None:
    one = b'{"id": "a", "text": "A.", "published": "2021-03-04"}'
    assert articles_from_file("a.json", b"[" + one + b"]") == articles_from_file("a.json", one)


def test_json_lines_name_the_line_that_is_bad() -> None:
    lines = b'{"text": "A.", "published": "2021-03-04"}\n\n{"text": "A."}\n{\n'
    message = refusal("a.jsonl", lines)
    assert "a.jsonl: line 3: the publication date is missing" in message
    assert "a.jsonl: line 4: not JSON" in message


def test_a_file_of_another_kind_is_refused_by_its_name() -> None:
    assert "a.xyz: a file of kind .xyz" in refusal("a.xyz", b"anything")


def test_a_file_that_tells_no_date_says_how_it_can() -> None:
    assert "begin the text with a line like Published:" in refusal("a.txt", b"It stopped on Monday.")


def test_utf_16_that_says_so_is_read() -> None:
    headed = HEADED.decode().replace("\n", "\r\n").encode("utf-16")
    assert articles_from_file("ferry.txt", headed) == articles_from_file("ferry.txt", HEADED)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ("Zürich".encode("latin-1"), "not UTF-8 (byte 0xFC at 1)"),
        (b"\x7fELF\0\0", "binary"),
        (b"", "the file is empty"),
    ],
)
def test_what_is_not_utf_8_is_told(data: bytes, what: str) -> None:
    assert what in refusal("a.txt", data)
