"""Article -> time expressions: finds them, decides what each hangs on, and says what it means there."""

from __future__ import annotations

from collections.abc import Iterator

from timeline import language
from timeline.accept import is_time
from timeline.anchoring import Fallback
from timeline.direction import LONGEST_SENTENCE, SENTENCE_END, is_foretold, sentence_direction
from timeline.early import with_early_years
from timeline.expression import Direction
from timeline.interval import Interval
from timeline.language import Pack
from timeline.meaning import read
from timeline.model import Article, Timex
from timeline.narrative import places
from timeline.pairs import share_day, share_year, with_ranges, without_scores
from timeline.phrase import Phrase
from timeline.reader import phrases
from timeline.resolve import Context
from timeline.scan import fold


def tag(article: Article) -> tuple[Timex, ...]:
    """Give the time expressions of an article's text, in order, without overlaps; offsets are characters."""
    pack = language.pack_of(article.text, article.language)
    folded = fold(article.text)
    told = [p for p in phrases(article.text, folded, pack) if is_time(p, article.text, folded, pack)]
    told = with_early_years(told, article.text, folded, pack)
    told = list(share_year(without_scores(told, folded, pack), folded, pack))
    told = list(share_day(told, folded, pack))
    found = tuple(_resolved(told, folded, article.published, pack))
    return with_ranges(found, told, folded, pack)


def _resolved(told: list[Phrase], folded: str, published: Interval, pack: Pack) -> Iterator[Timex]:
    fallback = Fallback(published, pack.week_start)
    year: tuple[Interval, int] | None = None  # the last year that opened a sentence, and where it ended
    for phrase, place in zip(told, places(told, folded, published, pack), strict=True):
        is_open = phrase.traits.open_fields is not None
        is_news = is_open and not place.history
        direction = sentence_direction(phrase, folded, published, pack) if is_news else None
        context = fallback.context(phrase, direction, place)
        if is_open and place.history and is_foretold(phrase, folded, pack):
            # an obituary ends: "the funeral will be on Tuesday"
            context = Context(published, direction=Direction.FUTURE)
        if is_news and year is not None and _is_same_sentence(year[1], phrase, folded):
            context = Context(published, year[0], history=True)  # "in 2003 it began in November"
        if phrase.closes and is_open:
            context = Context(published, fallback.text, history=True)  # it goes on from the first date
        reading, context = read(phrase.expression, context)
        fallback = fallback.moved(phrase, reading.interval, place)
        if place.opens and phrase.rule == "year" and reading.interval is not None:
            year = reading.interval, phrase.end
        kept = context if is_open else None
        yield Timex(phrase.start, phrase.end, phrase.expression, reading, phrase.rule, kept)


def _is_same_sentence(end: int, phrase: Phrase, folded: str) -> bool:
    if _is_weekday(phrase):
        return False  # it is near the publication, whatever year has been named
    between = folded[end : phrase.start]
    return len(between) <= LONGEST_SENTENCE and SENTENCE_END.search(between) is None


def _is_weekday(phrase: Phrase) -> bool:
    fields = phrase.traits.open_fields
    return fields is not None and fields.weekday is not None and fields.day is None
