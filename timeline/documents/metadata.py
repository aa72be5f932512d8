"""What a web page says about its article: in its data for search engines (JSON-LD), its head, and what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*")
_ADDRESS = ("https://", "http://")
_DATES = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date")
_SHOWN = "//*[@itemprop='datePublished']/@datetime | //time[@pubdate]/@datetime"


class Metadata:
    """What one page tells; each property is "" where it tells nothing."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._metas = {
            (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get(
                "content", ""
            )
            for meta in reversed(root.findall(".//meta"))
        }
        self._data = next((one for one in _linked_data(root) if "datePublished" in one), {})

    @property
    def title(self) -> str:
        """The headline: as told, else the heading that the window's title repeats, else that title."""
        window = line_of(self._root.findtext(".//title") or "")
        headings = (line_of(one.text_content()) for one in self._root.iter("h1"))
        told = (_string(self._data.get("headline")), self._metas.get("og:title", ""))
        named = (line_of(one) for one in (*told, *(one for one in headings if one and one in window), window))
        return next((one for one in named if one), "")

    @property
    def source(self) -> str:
        """The name of the paper or site."""
        publisher = self._data.get("publisher")
        named = _string(publisher.get("name")) if isinstance(publisher, dict) else ""
        return named or self._metas.get("og:site_name", "")

    @property
    def url(self) -> str:
        """Where the page was published."""
        links = (link.get("href", "") for link in self._root.iterfind(".//link[@rel='canonical']"))
        return next((one for one in (*links, self._metas.get("og:url", "")) if one.startswith(_ADDRESS)), "")

    @property
    def language(self) -> str:
        """The code of the language that the page says it is in."""
        code = self._root.get("lang", "")
        return code if _LANGUAGE.fullmatch(code) else ""

    @property
    def published(self) -> str:
        """The publication date in ISO 8601, where all places that give one name the same day.

        The date of a modification stands for none: it would move every "yesterday" of the article.
        """
        metas = (self._metas.get(name, "") for name in _DATES)
        told = (_string(self._data.get("datePublished")), *metas, *self._root.xpath(_SHOWN))
        dates = [date for one in told if (date := _iso(str(one).strip()))]
        return dates[0] if len({date[:10] for date in dates}) == 1 else ""


def line_of(text: str) -> str:
    """Give a text on one line."""
    return " ".join(text.split())


def _linked_data(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Give the objects of the page's JSON-LD; what cannot be read of it is passed over."""
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        try:
            found = msgspec.json.decode(script.text or "")
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue
        for one in found if isinstance(found, list) else [found]:
            graph = one.get("@graph") if isinstance(one, dict) else None
            yield from (
                node for node in (one, *(graph if isinstance(graph, list) else ())) if isinstance(node, dict)
            )


def _iso(text: str) -> str:
    """Give a date or date-time as it is if it is ISO 8601, else ""."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return ""
    return text


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
