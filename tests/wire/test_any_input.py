"""Whatever comes in is either read or refused in words; nothing else can happen."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import InvalidInputError
from timeline.files import articles_from_file
from timeline.published import published_text, read_published

WORDS = """
7 08 2022 22 0 99 ٧ ² ½ 1e9 W31 24:00 12:30 10 pm GMT +03:00 Z T August Aug. août 年 月 日 Sunday BC İ of the st
/ - . , :
"""
DATE_PIECES = st.sampled_from([*WORDS.split(), " "])
FILE_PIECES = st.sampled_from(
    [
        *(b'{"text":', b'"A."', b',"published":', b'"2021-01-01"', b"}", b"[", b"]", b"null", b"1e999"),
        *(b"Published: 2020-01-01", b"Title: A", b"\n", b"\n\n", b"\xff", b"\xef\xbb\xbf", b"\0"),
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(DATE_PIECES, max_size=10).map("".join) | st.text(max_size=40))
def test_a_typed_date_is_read_or_refused_and_written_as_it_was_read(typed: str) -> None:
    with suppress(InvalidInputError):
        found = read_published(typed)
        assert read_published(published_text(found.interval, found.utc_offset)) == found


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["a.txt", "a.json", "a.jsonl", "a"]),
    st.binary(max_size=200) | st.lists(FILE_PIECES, max_size=12).map(b"".join),
)
def test_a_file_is_read_or_refused(name: str, data: bytes) -> None:
    with suppress(InvalidInputError):
        for article in articles_from_file(name, data):
            assert article.text.strip()
