"""Markdown: the words without the marks, the first heading as the title, and the fields that may stand above."""

from __future__ import annotations

import re

from timeline.documents.base import Document, paragraphs_of
from timeline.documents.plain import decoded, fields_of

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+([^\n]*?)[ \t#]*$", re.MULTILINE)
_RULE = re.compile(r"^ {0,3}(?:[-*_=][ \t]*){3,}$", re.MULTILINE)
_LEADING = re.compile(r"^[ \t]*(?:>[ \t]?|[-*+][ \t]+(?=\S))+", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_STRONG = re.compile(r"(?<![\w*_`])(\*{1,3}|_{1,3}|`)(?=\S)([^\n*_`]+)(?<=\S)\1(?![\w*_`])")
_MOST_FIELDS = 4_000  # characters that fields above the text may take


def read(data: bytes) -> Document:
    """Read a Markdown text.

    The fields above it are those of a plain text, or YAML between two lines `---`, of which what is known is
    taken (`title`, `date`, `source`, ...).
    """
    text = decoded(data)
    fields, text = _front(text)
    headings = _HEADING.search(text)
    title = _bare(headings[1]) if headings else ""
    if headings and not text[: headings.start()].strip():
        text = text[headings.end() :]
    fields.setdefault("title", title)
    return Document(paragraphs_of(re.split(r"\n[ \t]*\n", _bare(text))), **fields)


def _front(text: str) -> tuple[dict[str, str], str]:
    if front := _FRONT.match(text[:_MOST_FIELDS]):
        known = (fields_of(line) for line in front[1].split("\n"))
        fields = {name: value.strip("\"'") for one in known if one for name, value in one.items()}
        return {name: value for name, value in fields.items() if value}, text[front.end() :]
    head, _, body = text.partition("\n\n")
    plain = fields_of(head)
    return (plain, body) if plain else ({}, text)


def _bare(text: str) -> str:
    """Take the marks away: of headings, lists and quotations, of stress, of links, whose words stay, and pictures."""
    for mark, instead in ((_RULE, ""), (_HEADING, r"\n\1\n"), (_LEADING, ""), (_PICTURE, ""), (_LINK, r"\1")):
        text = mark.sub(instead, text)
    return _STRONG.sub(r"\2", text)
