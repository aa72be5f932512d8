"""Article -> time expressions: finds them, decides what each hangs on, and says what it means there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge

from timeline.interval import Interval
from timeline.meaning import read
from timeline.model import Article, Meaning
from timeline.tagging import language
from timeline.tagging.accept import is_time
from timeline.tagging.ahead import with_dates_ahead, without_anchor
from timeline.tagging.anchoring import Fallback
from timeline.tagging.centuries import with_centuries
from timeline.tagging.early import with_early_years
from timeline.tagging.epithets import of_history, without_epithets
from timeline.tagging.language import Pack
from timeline.tagging.narrative import Place, places
from timeline.tagging.pairs import (
    appose_days,
    carry_year,
    close_stretches,
    share_day,
    share_year,
    with_ranges,
    without_scores,
)
from timeline.tagging.phrase import Phrase
from timeline.tagging.plain import plain
from timeline.tagging.reader import phrases
from timeline.tagging.scan import fold
from timeline.tagging.starting import with_start
from timeline.tagging.timexes import Timexes
from timeline.tagging.trimming import trimmed

_Read = tuple[list[Phrase], list[Meaning]]


def tag(article: Article) -> Timexes:
    """Give the time expressions of an article's text, in order, without overlaps; offsets are characters."""
    pack = language.pack_of(article.text, article.language)
    seen = plain(article.text, pack.lexicon)
    if seen is None:
        return Timexes(*_read(article.text, article.published, pack))
    told, meant = _read(seen.text, article.published, pack)
    return Timexes([seen.in_source(phrase) for phrase in told], meant)


def _read(text: str, published: Interval, pack: Pack) -> _Read:
    folded = fold(text)
    told, epithets = without_epithets(_telling(text, folded, pack))
    told = with_early_years(with_centuries(told, folded, pack), text, folded, pack)
    told = list(share_year(without_scores(told, folded, pack), folded, pack))
    told = list(share_day(carry_year(told, folded, pack), folded, pack))
    told = close_stretches(list(appose_days(told, folded, pack)), folded, pack)
    told = list(with_dates_ahead(without_anchor(told, folded, pack), folded, pack))
    where = places(told, folded, published, pack)
    stood = list(where) if epithets else []  # else each is looked at once, and none is kept
    meant = with_ranges(_resolved(told, stood or where, folded, published, pack), told, folded, pack)
    if not epithets:
        return told, meant
    added = of_history(epithets, told, stood, meant, folded, published, pack)
    return _merged(zip(told, meant, strict=True), added)


def _merged(*found: Iterable[tuple[Phrase, Meaning]]) -> _Read:
    told: list[Phrase] = []
    meant: list[Meaning] = []
    for phrase, meaning in merge(*found, key=lambda pair: pair[0].start):
        told.append(phrase)
        meant.append(meaning)
    return told, meant


def _telling(text: str, folded: str, pack: Pack) -> Iterator[Phrase]:
    for phrase in phrases(text, folded, pack):
        if is_time(phrase, text, folded, pack):
            yield from with_start(trimmed(phrase, text, folded, pack), folded, pack)


def _resolved(
    told: list[Phrase], where: Iterable[Place], folded: str, published: Interval, pack: Pack
) -> Iterator[Meaning]:
    fallback = Fallback(published, pack.week_start)
    for phrase, place in zip(told, where, strict=True):
        meaning = read(phrase.said.expression, fallback.context(phrase, place, folded, pack))
        fallback = fallback.moved(phrase, meaning.reading.interval, place, folded)
        yield meaning
