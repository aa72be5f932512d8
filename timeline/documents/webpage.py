"""Web pages as a browser saves them: the running text of the article, without what stands around it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.documents.base import Document, paragraphs_of
from timeline.documents.metadata import Metadata, line_of
from timeline.errors import refusal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page names its character set
_BLANK = re.compile(r"\s+")
_AROUND = (
    "//script | //style | //noscript | //template | //nav | //aside | //footer | //figure | //iframe | //svg | //button"
    " | //select | //dialog | //header[not(ancestor::article or ancestor::main)] | //*[@hidden or @aria-hidden='true']"
    " | //*[@role='navigation' or @role='complementary' or @role='contentinfo' or @role='banner']"
)
_BLOCK_NAMES = (
    "address article blockquote body center dd div dl dt form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section"
    " table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_MOST = 2 / 3  # of an element's prose: what holds so much of it stands for the whole
_LINKED = 1 / 2  # a block more of which is links leads elsewhere and tells nothing
_BYLINE = 200  # characters: what is no longer and has a <time> says when the page was made


def read(data: bytes) -> Document:
    """Read a page: the text of its article, its title, and the date, name, address and language that it gives.

    Raises `InvalidInputError` where there is no text.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        root = html.document_fromstring(_decoded(data).encode(errors="replace"), parser=parser)
    except etree.ParserError as error:
        raise refusal("", "no text is in this web page") from error
    told = Metadata(root)
    about = {name: getattr(told, name) for name in ("title", "published", "source", "url", "language")}
    text = paragraphs_of(_running_text(root, about["title"]))
    if not text:
        raise refusal("", "no text is in this web page")
    return Document(text, **about)


def _decoded(data: bytes) -> str:
    """Decode as browsers do: by the mark at the start, by what the page says, as UTF-8, else as Windows-1252."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    told = _CHARSET.search(data[:_HEAD])
    for name in (*((told[1].decode(),) if told else ()), "utf-8"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeError):
            continue
    return data.decode("cp1252", "replace")


def _running_text(root: HtmlElement, title: str) -> Iterator[str]:
    """Give the blocks of the article; its title, its byline and lists of links are none of it."""
    for element in root.xpath(_AROUND):
        if element.getparent() is not None:
            element.drop_tree()
    for element in _article(root).iter(*_BLOCKS):
        text, linked = _own_text(element)
        byline = len(text) < _BYLINE and element.find(".//time") is not None
        if linked <= _LINKED * len(text) and not byline and line_of(text) != title:
            yield text


def _article(root: HtmlElement) -> HtmlElement:
    """Give the smallest element around most of the page's prose."""
    marked = (root.xpath(path) for path in ("//*[@itemprop='articleBody']", "//article", "//main"))
    here = next((found[0] for found in marked if len(found) == 1), root)
    prose: dict[HtmlElement, int] = {}
    for element in here.iter(*_BLOCKS):
        text, linked = _own_text(element)
        size = max(len(text.strip()) - 2 * linked, 0)
        for holder in (element, *element.iterancestors()) if size else ():
            prose[holder] = prose.get(holder, 0) + size
    inner: HtmlElement | None = here
    while inner is not None:
        here, least = inner, _MOST * prose.get(inner, 1)
        inner = next((one for one in here if prose.get(one, 0) >= least), None)
    return here


def _own_text(element: HtmlElement) -> tuple[str, int]:
    """Give the text of a block without that of the blocks in it, and how many characters of it are a link's."""
    parts, linked = [element.text or ""], 0
    for child in element:
        if child.tag == "br":
            parts.append("\n")
        elif isinstance(child.tag, str) and child.tag not in _BLOCKS:
            text, within = _own_text(child)
            parts.append(text)
            linked += len(text) if child.tag == "a" else within
        parts.append(child.tail or "")
    return "".join(part if part == "\n" else _BLANK.sub(" ", part) for part in parts), linked
