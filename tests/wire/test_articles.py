"""JSON in: what makes an article, and every field named that does not."""

from __future__ import annotations

import pytest

from timeline.errors import InvalidInputError
from timeline.wire import article_from_json, article_to_json, articles_from_json, decode, encode

GIVEN = {
    "title": "Ferry stops",
    "text": "The ferry stopped on Monday.",
    "published": "2021-03-04T08:00:00+01:00",
    "source": "Harbour Post",
    "url": "https://harbour-post.example/ferry",
    "language": "en",
}


def refused(value: object) -> dict[str, str]:
    with pytest.raises(InvalidInputError) as refusal:
        articles_from_json(value)
    return {problem.pointer: problem.detail for problem in refusal.value.problems}


def test_an_article_comes_back_as_it_went_in() -> None:
    article = article_from_json(GIVEN)
    assert article_to_json(article) == {"id": article.id, **GIVEN}
    assert article_from_json(decode(encode(article_to_json(article)))) == article


def test_an_id_is_derived_from_the_content_and_from_all_of_it() -> None:
    first = article_from_json(GIVEN)
    assert len(first.id) == 16
    assert article_from_json(dict(reversed(GIVEN.items()))).id == first.id
    for name, other in {"title": "X", "text": "X", "published": "2021-03-05", "source": "X"}.items():
        assert article_from_json({**GIVEN, name: other}).id != first.id


def test_an_id_that_is_given_is_kept() -> None:
    assert article_from_json({**GIVEN, "id": "ferry-1"}).id == "ferry-1"


def test_unknown_fields_are_passed_over_and_null_is_absent() -> None:
    article = article_from_json({"text": "A.", "published": "2021-03-04", "title": None, "words": [1]})
    assert article.title == ""


def test_the_field_s_own_name_of_the_publication_date_is_understood() -> None:
    assert article_from_json({"text": "A.", "dct": "2021-03-04"}) == article_from_json(
        {"text": "A.", "published": "2021-03-04"}
    )


def test_every_bad_field_is_named() -> None:
    problems = refused(
        {"text": " ", "published": 5, "url": "javascript:alert(1)", "language": "?", "title": []}
    )
    assert set(problems) == {"/text", "/published", "/url", "/language", "/title"}
    assert problems["/title"] == "expected a string, not a list"


def test_the_bad_article_of_a_list_is_named_by_its_place() -> None:
    problems = refused([GIVEN, {"text": "A."}, 7])
    assert set(problems) == {"/1/published", "/2"}


@pytest.mark.parametrize("value", [None, 5, "text", True, []])
def test_what_is_no_article_is_refused(value: object) -> None:
    assert set(refused(value)) == {""}


def test_a_byte_order_mark_before_json_is_passed_over() -> None:
    assert decode(b"\xef\xbb\xbf{}") == {}


def test_binary_data_and_half_characters_are_no_text() -> None:
    assert "binary" in refused({**GIVEN, "text": "A\0"})["/text"]
    assert "surrogate" in refused({**GIVEN, "text": "A\ud800"})["/text"]


def test_a_text_of_a_megabyte_is_taken() -> None:
    assert len(article_from_json({**GIVEN, "text": "Rain. " * 200_000}).text) == 1_200_000


@pytest.mark.parametrize(
    "data", [b"", b"{", b"nul", b'{"a": "\xff"}', b"[" * 100_000, b'{"a":' * 100_000, b'"\\ud800"']
)
def test_what_is_not_json_is_refused_and_never_crashes(data: bytes) -> None:
    with pytest.raises(InvalidInputError):
        decode(data)
