"""TimeML: the text of each article with its events and its times of TIMEX3 marked in it (TimeML 1.2.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.civil import Granularity
from timeline.formats.base import Articles, Format
from timeline.formats.markup import escaped
from timeline.model import Article, Entry, Kind, Timex
from timeline.published import published_text
from timeline.tagger import tag

_Attributes = Mapping[str, str]
_Mark = tuple[int, int, str, _Attributes]


def _render(entries: Sequence[Entry], title: str, articles: Articles) -> str:
    """Write one TimeML element an article, under one root; each counts its ids anew, as a document of its own."""
    triggers: dict[str, set[tuple[int, int]]] = {}
    for mention in (mention for entry in entries for mention in entry.mentions):
        if mention.trigger is not None:
            triggers.setdefault(mention.article, set()).add(mention.trigger)
    documents = (_document(article, triggers.get(article.id, ())) for article in articles.values())
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<timeline title="{escaped(title)}">\n'
    return f"{head}{''.join(documents)}</timeline>\n"


def _document(article: Article, triggers: Iterable[tuple[int, int]]) -> str:
    marks = [_time(number, timex) for number, timex in enumerate(tag(article), 1)]
    marks += [_event(number, place) for number, place in enumerate(sorted(triggers), 1)]
    parts = (
        _element("DOCID", {}, escaped(article.id)),
        _element("DCT", {}, _creation(article)),
        _element("TITLE", {}, escaped(article.title)),
        _element("TEXT", {}, "".join(_marked(article.text, sorted(marks, key=lambda mark: mark[:2])))),
    )
    return "<TimeML>\n" + "\n".join(parts) + "\n</TimeML>\n"


def _creation(article: Article) -> str:
    told = published_text(article.published, article.utc_offset)
    kind = Kind.DATE if article.published.granularity >= Granularity.DAY else Kind.TIME
    attributes = {"tid": "t0", "type": kind.value, "value": told, "functionInDocument": "CREATION_TIME"}
    return _element("TIMEX3", attributes, escaped(told))


def _time(number: int, timex: Timex) -> _Mark:
    reading = timex.reading
    attributes = {"tid": f"t{number}", "type": reading.kind.value, "value": reading.value}
    if reading.mod:
        attributes["mod"] = reading.mod
    return timex.start, timex.end, "TIMEX3", attributes


def _event(number: int, place: tuple[int, int]) -> _Mark:
    # The class is required; of those of TimeML the reader looks for things that happen.
    return *place, "EVENT", {"eid": f"e{number}", "class": "OCCURRENCE"}


def _marked(text: str, marks: Iterable[_Mark]) -> Iterator[str]:
    """Write the text with its marks; of two that overlap the first, since elements cannot."""
    at = 0
    for start, end, name, attributes in marks:
        if start >= at:
            yield escaped(text[at:start])
            yield _element(name, attributes, escaped(text[start:end]))
            at = end
    yield escaped(text[at:])


def _element(name: str, attributes: _Attributes, content: str) -> str:
    told = "".join(f' {key}="{escaped(value)}"' for key, value in attributes.items())
    return f"<{name}{told}>{content}</{name}>"


def _leaves_out(entries: Sequence[Entry]) -> str:
    return (
        "Which reports tell of one event, people's corrections and the reasons left out." if entries else ""
    )


FORMAT = Format("timex3", "application/xml", ".xml", _render, _leaves_out)
