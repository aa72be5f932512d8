"""Plain text, which may start with lines that say what it is: `Title:`, `Published:`, `Source:`, `URL:`, ..."""

from __future__ import annotations

import codecs

from timeline.documents.base import Document
from timeline.errors import refusal

_FIELDS = ("title", "published", "source", "url", "language", "id")
_OTHER_NAMES = {"date": "published", "lang": "language"}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read(data: bytes) -> Document:
    """Read a text as it is; what stands before its first empty line is a header if each line is a known field."""
    text = decoded(data)
    head, _, body = text.partition("\n\n")
    fields = fields_of(head)
    return Document(text) if fields is None else Document(body, **fields)


def decoded(data: bytes) -> str:
    """Decode text in UTF-8, or in UTF-16 that says so, with "\\n" at the end of lines.

    Raises `InvalidInputError` that names the byte which does not fit.
    """
    if data.startswith(_UTF_16):
        return data.decode("utf-16", "replace").replace("\r\n", "\n")
    if b"\0" in data:
        raise refusal("", "this is a binary file, not text")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        byte = data[error.start]
        raise refusal(
            "",
            "the text is not UTF-8 (byte %(byte)s at %(place)s): save it as UTF-8",
            byte=f"0x{byte:02X}",
            place=error.start,
        ) from error


def fields_of(head: str) -> dict[str, str] | None:
    """Give the fields in lines like `Title: Ferry stops`, None if any line is not one that is known."""
    fields = {}
    for line in head.split("\n"):
        name, colon, value = line.partition(":")
        name = name.strip().lower()
        name = _OTHER_NAMES.get(name, name)
        if not colon or name not in _FIELDS:
            return None
        fields[name] = value.strip()
    return fields
