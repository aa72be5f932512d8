"""Article -> time expressions: finds them, decides what each hangs on, and says what it means there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from timeline import explain, language, timex3
from timeline.accept import is_time
from timeline.anchoring import Fallback
from timeline.direction import sentence_direction
from timeline.expression import Direction, Expr, Reference
from timeline.interval import Interval
from timeline.language import Pack
from timeline.model import Article, Kind, Reading, Timex
from timeline.narrative import places
from timeline.pairs import share_day, share_year, with_ranges, without_scores
from timeline.phrase import Phrase
from timeline.reader import phrases
from timeline.resolve import Context, resolve
from timeline.scan import fold


def tag(article: Article) -> tuple[Timex, ...]:
    """Give the time expressions of an article's text, in order, without overlaps; offsets are characters."""
    pack = language.pack_of(article.text, article.language)
    folded = fold(article.text)
    told = [p for p in phrases(article.text, folded, pack) if is_time(p, article.text, folded, pack)]
    told = list(share_year(without_scores(told, folded, pack), folded, pack))
    told = list(share_day(told, folded, pack))
    found = tuple(_resolved(told, folded, article.published, pack))
    return with_ranges(found, told, folded, pack)


def _resolved(told: list[Phrase], folded: str, published: Interval, pack: Pack) -> Iterator[Timex]:
    fallback = Fallback(published, pack.week_start)
    for phrase, place in zip(told, places(told, folded, published, pack), strict=True):
        is_open = phrase.traits.open_fields is not None
        direction = None
        if is_open and (not place.history or _is_weekday(phrase)):
            direction = sentence_direction(phrase, folded, published, pack)
        context = fallback.context(phrase, None if place.history else direction, place)
        if place.history and direction is Direction.FUTURE:
            context = Context(
                published, direction=direction
            )  # an obituary ends: "the funeral will be on Tuesday"
        if phrase.closes and is_open:
            context = Context(published, fallback.text, history=True)  # it goes on from the first date
        reading = _read(phrase.expression, context)
        fallback = fallback.moved(phrase, reading.interval, place)
        yield Timex(
            start=phrase.start,
            end=phrase.end,
            expression=phrase.expression,
            reading=reading,
            rule=phrase.rule,
            alternatives=_alternatives(phrase.expression, context, reading.value) if is_open else (),
            deictic=phrase.traits.reference in (Reference.PUBLICATION, Reference.YEAR_AGO),
            anchored=phrase.traits.reference in (Reference.TEXT, Reference.BEFORE_TEXT),
        )


def _is_weekday(phrase: Phrase) -> bool:
    fields = phrase.traits.open_fields
    return fields is not None and fields.weekday is not None and fields.day is None


@lru_cache(maxsize=65_536)
def _read(expression: Expr, context: Context) -> Reading:
    interval = resolve(expression, context)
    return Reading(
        kind=Kind(timex3.kind_of(expression)),
        value=timex3.value_of(expression, interval),
        interval=interval,
        because=explain.why(expression, interval, context),
        mod=timex3.mod_of(expression),
    )


@lru_cache(maxsize=65_536)
def _alternatives(expression: Expr, context: Context, taken: str) -> tuple[Reading, ...]:
    """Give the other readings of a date whose year or week the text does not tell."""
    contexts = [
        Context(context.published, direction=direction) for direction in (Direction.PAST, Direction.FUTURE)
    ]
    if context.text is not None:
        contexts.append(Context(context.published, context.text, history=True))
    others: dict[str, Reading] = {}
    for other in (_read(expression, another) for another in contexts):
        if other.value != taken:
            others.setdefault(other.value, other)
    return tuple(others.values())
