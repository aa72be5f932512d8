"""The fields of an article in JSON, each read on its own, so that all that is wrong is told at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from timeline.errors import InvalidInputError, Problem, refusal
from timeline.model import Published
from timeline.published import read_published

MAX_NAME = 1_000  # characters of a title or a source
MAX_URL = 4_000
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")


class JsonFields:
    """The fields of one JSON object, read one by one, with what is wrong with them gathered in `problems`."""

    def __init__(self, value: Mapping[str, object], pointer: str) -> None:
        self.value = value
        self.pointer = pointer
        self.problems: list[Problem] = []

    def read(self, name: str, check: Callable[[str], str], *, required: bool = False) -> str:
        """Give a string as `check` gives it, "" where it is missing or bad."""
        value = self.value.get(name)
        if value is None:
            if required:
                self._refuse(name, refusal("", "%(name)s is missing: expected a string", name=name))
            return ""
        if not isinstance(value, str):
            self._refuse(name, refusal("", "expected a string, not %(kind)s", kind=kind_of(value)))
            return ""
        try:
            return check(value)
        except InvalidInputError as error:
            self._refuse(name, error)
            return ""

    def published(self, otherwise: Published | None) -> Published | None:
        """Give the publication date, `otherwise` where there is none, None where it is bad."""
        name = "dct" if "dct" in self.value and "published" not in self.value else "published"
        value = self.value.get(name)
        if value is None and otherwise is not None:
            return otherwise
        if not isinstance(value, str):
            wrong = (
                refusal("", "the publication date is missing: expected a string like 2022-08-07")
                if value is None
                else refusal(
                    "",
                    "the publication date is %(kind)s: expected a string like 2022-08-07",
                    kind=kind_of(value),
                )
            )
            self._refuse(name, wrong)
            return None
        try:
            return read_published(value, pointer=f"{self.pointer}/{name}")
        except InvalidInputError as error:
            self.problems += error.problems
            return None

    def _refuse(self, name: str, error: InvalidInputError) -> None:
        self.problems += (replace(one, pointer=f"{self.pointer}/{name}") for one in error.problems)


def checked_text(value: str) -> str:
    """Give the text as it is; raises `InvalidInputError` where it is empty or no text."""
    _check_characters(value)
    if not value.strip():
        raise refusal("", "the text is empty")
    return value


def checked_name(value: str) -> str:
    """Give a title, source or id with its white space drawn together; raises `InvalidInputError` where too long."""
    _check_characters(value)
    if len(value) > MAX_NAME:
        raise _too_long(value, MAX_NAME)
    return " ".join(value.split())


def checked_url(value: str) -> str:
    """Give an address of the web; raises `InvalidInputError` for any other."""
    value = value.strip()
    if value and not value.startswith(("https://", "http://")):
        raise refusal("", "expected an address that starts with https:// or http://")
    if len(value) > MAX_URL:
        raise _too_long(value, MAX_URL)
    return value


def checked_language(value: str) -> str:
    """Give the language of a code like "en-GB"; raises `InvalidInputError` for what is none."""
    if not value:
        return ""
    code = _LANGUAGE.fullmatch(value)
    if code is None:
        raise refusal("", "expected a language code like en or fr, not “%(text)s”", text=value[:20])
    return code[1].lower()


def _check_characters(value: str) -> None:
    if "\0" in value:
        raise refusal("", "holds a NUL character: this is binary data, not text")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise refusal(
            "", "holds half a character (a lone surrogate) at position %(place)s", place=error.start
        ) from error


def kind_of(value: object) -> str:
    """Name the kind of a JSON value: "a list"."""
    names: Sequence[tuple[type, str]] = (
        (dict, "an object"),
        (list, "a list"),
        (str, "a string"),
        (bool, "true or false"),
        (int, "a number"),
        (float, "a number"),
    )
    return next((name for kind, name in names if isinstance(value, kind)), "null")


def _too_long(value: str, most: int) -> InvalidInputError:
    return refusal(
        "",
        "expected no more than %(most)s characters, not %(found)s",
        most=f"{most:,}",
        found=f"{len(value):,}",
    )
