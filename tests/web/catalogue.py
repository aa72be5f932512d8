"""Writes the catalogues anew from the texts of code and templates: `python -m tests.web.catalogue`.

What is translated stays; new texts stand in the `.po` files without a translation, to be given one.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import timeline
import web
from web.language import DOMAIN, LOCALES

LANGUAGES = ("fr",)
_FIXED = datetime(2022, 8, 7, tzinfo=UTC)  # so that the files change with the texts alone
_METHODS = [("templates/**", "jinja2"), ("**.py", "python")]
_OF_PAGES = {"_": None, "gettext": None, "ngettext": (1, 2)}
_OF_THE_CORE = {"because": None, "refusal": (2,), "Problem": (2,)}


def extracted() -> Catalog:
    """Every text of the pages, and every reason and refusal that the core gives, with where it stands."""
    found = Catalog()
    options = {"templates/**": {"trimmed": "true", "newstyle_gettext": "true"}}
    for package, keywords in ((web, _OF_PAGES), (timeline, _OF_THE_CORE)):
        root = Path(package.__file__).parent
        for file, _line, message, comments, context in extract_from_dir(
            root, _METHODS, options, keywords, strip_comment_tags=True
        ):
            found.add(message, locations=[(file, 1)], auto_comments=comments, context=context)
    return found


def folder(language: str) -> Path:
    """Where a language's catalogue lies."""
    return LOCALES / language / "LC_MESSAGES"


def read(language: str) -> Catalog:
    """The translations as they are."""
    path = folder(language) / f"{DOMAIN}.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as gettext reads it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def _headed(language: str) -> Catalog:
    return Catalog(
        locale=language,
        project="timeline",
        version="1",
        header_comment="# The texts of the pages. Written anew by: python -m tests.web.catalogue",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        charset="utf-8",
        creation_date=_FIXED,
        revision_date=_FIXED,
        fuzzy=False,
    )


def main() -> None:
    """Bring every catalogue up to date."""
    texts = extracted()
    for language in LANGUAGES:
        path = folder(language) / f"{DOMAIN}.po"
        known = read(language) if path.exists() else Catalog(locale=language)
        known.update(texts, no_fuzzy_matching=True)
        catalogue = _headed(language)
        for message in known:
            if message.id:
                catalogue[message.id] = message
        with path.open("wb") as file:
            write_po(file, catalogue, sort_output=True, no_location=True, omit_header=False, width=110)
        path.with_suffix(".mo").write_bytes(compiled(catalogue))


if __name__ == "__main__":
    main()
