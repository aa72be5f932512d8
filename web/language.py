"""The reader's language and way of writing dates, and the page's words in it."""

from __future__ import annotations

import gettext as catalogues
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Flask, g, request, session

LOCALES = Path(__file__).parent / "locale"
DOMAIN = "timeline"


@dataclass(frozen=True, slots=True)
class Reader:
    """A language, and the convention for dates in it; `example` shows that convention."""

    code: str
    language: str
    name: str
    example: str


READERS = {
    reader.code: reader
    for reader in (
        Reader("en-GB", "en", "English", "7 August 2022"),
        Reader("en-US", "en", "English (US)", "August 7, 2022"),
        Reader("fr", "fr", "Français", "7 août 2022"),
    )
}
_DEFAULT = "en-GB"


def attach(app: Flask) -> None:
    """Give the templates the reader and the words of the reader's language."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    install = app.jinja_env.install_gettext_callables  # type: ignore[attr-defined]
    install(lambda text: _words().gettext(text), lambda *args: _words().ngettext(*args), newstyle=True)
    app.context_processor(lambda: {"reader": reader(), "readers": READERS.values()})


def reader() -> Reader:
    """Give what the reader chose, else what the browser asks for, else English."""
    if "reader" not in g:
        wanted = session.get("reader") or request.accept_languages.best_match(READERS, _DEFAULT)
        g.reader = READERS.get(wanted, READERS[_DEFAULT])
    found: Reader = g.reader
    return found


def gettext(message: str, **values: object) -> str:
    """Give a text in the reader's language, with its `%(name)s` filled in."""
    words = _words().gettext(message)
    return words % values if values else words


def ngettext(singular: str, plural: str, num: int, **values: object) -> str:
    """Give the text for a number of things in the reader's language."""
    return _words().ngettext(singular, plural, num) % {"num": num, **values}


def _words() -> catalogues.NullTranslations:
    return _catalogue(reader().language)


@cache
def _catalogue(language: str) -> catalogues.NullTranslations:
    """Give the catalogue of a language; the texts of the code are English, so English needs none."""
    return catalogues.translation(DOMAIN, LOCALES, [language], fallback=True)
