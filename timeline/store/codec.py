"""Records to MessagePack and back; those of version 0.1 held reasons as English sentences and are still read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from timeline.events.corrections import Correction
from timeline.model import Article, Entry, Event
from timeline.store.records import ArticleError, ArticleInfo

_article = msgspec.msgpack.Decoder(Article)
_info = msgspec.msgpack.Decoder(ArticleInfo)
_events = msgspec.msgpack.Decoder(tuple[Event, ...])
_entry = msgspec.msgpack.Decoder(Entry)
_error = msgspec.msgpack.Decoder(ArticleError)
_correction = msgspec.msgpack.Decoder(Correction)
_names = msgspec.msgpack.Decoder(tuple[str, ...])
_Record = TypeVar("_Record")


def pack(value: Any) -> bytes:
    """Give any record, or a tuple of them, as MessagePack."""
    return msgspec.msgpack.encode(value)


def argument(values: Sequence[object]) -> bytes:
    """Give a list of strings, bytes, numbers and such lists in the form that scripts read.

    The servers' MessagePack is older than its binary type: bytes go as the type of strings.
    """
    return msgspec.msgpack.encode(_with_strings(values))


def _with_strings(values: Sequence[object]) -> list[object]:
    return [
        msgspec.Raw(b"\xdb" + len(value).to_bytes(4, "big") + value)
        if isinstance(value, bytes)
        else _with_strings(value)
        if isinstance(value, list | tuple)
        else value
        for value in values
    ]


def article(data: bytes) -> Article:
    """Give the article back."""
    return _article.decode(data)


def info(data: bytes) -> ArticleInfo:
    """Give the article's outline back."""
    return _info.decode(data)


def events(data: bytes) -> tuple[Event, ...]:
    """Give the events back."""
    return _read(_events, data)


def entry(data: bytes) -> Entry:
    """Give the entry back."""
    return _read(_entry, data)


def error(data: bytes) -> ArticleError:
    """Give the error back."""
    return _error.decode(data)


def correction(data: bytes) -> Correction:
    """Give the correction back."""
    return _correction.decode(data)


def names(data: bytes) -> tuple[str, ...]:
    """Give a tuple of ids back."""
    return _names.decode(data)


def _read(decoder: msgspec.msgpack.Decoder[_Record], data: bytes) -> _Record:
    try:
        return decoder.decode(data)
    except msgspec.ValidationError:
        return msgspec.convert(_with_reasons(msgspec.msgpack.decode(data)), decoder.type)


def _with_reasons(value: Any) -> Any:
    """Give the reports or the entry with each sentence why as a reason that says just that."""
    if not isinstance(value, dict):
        return [_with_reasons(report) for report in value]
    changed = {"because": [value["because"]]}
    if "mentions" in value:
        changed["mentions"] = _with_reasons(value["mentions"])
    if "after" in value:
        changed["after"] = [(event, [why]) for event, why in value["after"]]
    return value | changed
