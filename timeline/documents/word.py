"""Word files (Office Open XML, .docx): the paragraphs of the body, and the title that the file gives itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.documents.base import Document, paragraphs_of
from timeline.errors import InvalidInputError, refusal

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST = 100_000_000  # bytes of XML; a text of that size would be a library
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_BREAKS = {f"{_WORD}tab": " ", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}


def read(data: bytes) -> Document:
    """Read a Word file. The dates in it are those of the file and tell nothing of a publication.

    Raises `InvalidInputError` for what is no Word file, is locked by a password, or holds no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            body = _xml(package, "word/document.xml")
            named = "docProps/core.xml" in package.namelist()
            title = _xml(package, "docProps/core.xml").findtext(_TITLE) if named else ""
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        if isinstance(error, InvalidInputError):
            raise
        raise refusal("", "this is not a Word file, or it is damaged or locked by a password") from error
    text = paragraphs_of(_paragraph(one) for one in _paragraphs(body))
    if not text:
        raise refusal("", "no text is in this Word file")
    return Document(text, title=title or "")


def _xml(package: zipfile.ZipFile, name: str) -> _Element:
    from lxml import etree

    if package.getinfo(name).file_size > _MOST:
        raise refusal("", "the text of this Word file is too large to be read")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(package.read(name), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(name) from error


def _paragraphs(body: _Element) -> Iterator[_Element]:
    """Give the paragraphs, once each: a text box stands in the file twice, for newer programs and for older ones."""
    for fallback in [*body.iter(f"{_COMPATIBILITY}Fallback")]:
        fallback.clear()
    yield from body.iter(f"{_WORD}p")


def _paragraph(paragraph: _Element) -> str:
    """Give the text of a paragraph without that of one within it; what was deleted is no text of it."""
    parts = paragraph.iter(f"{_WORD}t", *_BREAKS)
    own = (part for part in parts if next(part.iterancestors(f"{_WORD}p")) is paragraph)
    return "".join(_BREAKS.get(part.tag) or part.text or "" for part in own)
