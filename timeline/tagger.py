"""Article -> time expressions: finds them, decides what each hangs on, and says what it means there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from timeline import explain, language, timex3
from timeline.accept import is_time
from timeline.anchoring import (
    Fallback,
    full_dates_ahead,
    is_history,
    moves_text,
    opens_sentence,
    reference_of,
    sentence_direction,
)
from timeline.expression import Direction, Expr, Matching, Reference
from timeline.interval import Interval
from timeline.language import Pack
from timeline.model import Article, Kind, Reading, Timex
from timeline.pairs import share_year, with_ranges
from timeline.phrase import Phrase
from timeline.resolve import Context, resolve
from timeline.rules import GRAMMAR
from timeline.scan import fold

# Words that a rule needs to see and TIMEX3 leaves out, before and behind.
_OPENERS = frozenset({"BETWEEN", "FROM", "AT"})
_CLOSERS = frozenset({"ENDED"})


def tag(article: Article) -> tuple[Timex, ...]:
    """Give the time expressions of an article's text, in order, without overlaps; offsets are characters."""
    pack = language.pack_of(article.text, article.language)
    folded = fold(article.text)
    phrases = [p for p in _phrases(article.text, folded, pack) if is_time(p, folded, pack)]
    phrases = list(share_year(phrases, folded, pack))
    history = is_history([p.found.expression for p in phrases], article.published)
    timexes = tuple(_resolved(phrases, folded, article.published, pack, history=history))
    return with_ranges(timexes, folded, pack)


def _phrases(text: str, folded: str, pack: Pack) -> Iterator[Phrase]:
    for run in pack.scanner.runs(text, folded):
        for found in GRAMMAR.read(run.tokens):
            if found.head == "other":
                continue
            first = found.first
            while not _OPENERS.isdisjoint(run.tokens[first].symbols):
                first += 1
            last = found.last
            while not _CLOSERS.isdisjoint(run.tokens[last - 1].symbols):
                last -= 1
            yield Phrase(run.tokens[first].start, run.tokens[last - 1].end, found)


def _resolved(
    phrases: list[Phrase], folded: str, published: Interval, pack: Pack, *, history: bool
) -> Iterator[Timex]:
    fallback = Fallback(published)
    dates_ahead = full_dates_ahead([p.found.expression for p in phrases]) if history else [None] * len(phrases)
    for phrase, ahead in zip(phrases, dates_ahead, strict=True):
        expression = phrase.found.expression
        direction = sentence_direction(phrase, folded, pack) if _needs_direction(expression) else None
        context = Context(published, fallback.text_for(expression), direction, history, ahead)
        reading = _read(expression, context)
        if moves_text(expression, history=history) and reading.interval is not None:
            fallback = fallback.moved(reading.interval, opens=opens_sentence(phrase, folded))
        reference = reference_of(expression)
        yield Timex(
            start=phrase.start,
            end=phrase.end,
            expression=expression,
            reading=reading,
            rule=phrase.found.rule,
            alternatives=_alternatives(expression, context, reading),
            deictic=reference in (Reference.PUBLICATION, Reference.YEAR_AGO),
            anchored=reference in (Reference.TEXT, Reference.BEFORE_TEXT),
        )


@lru_cache(maxsize=65_536)
def _read(expression: Expr, context: Context) -> Reading:
    interval = resolve(expression, context)
    return Reading(
        kind=Kind(timex3.kind_of(expression)),
        value=timex3.value_of(expression, interval),
        interval=interval,
        because=explain.because(expression, interval, context),
        mod=timex3.mod_of(expression),
    )


@lru_cache(maxsize=65_536)
def _needs_direction(expression: Expr) -> bool:
    """Whether the sentence must tell on which side of the publication the date lies."""
    inner = _innermost(expression)
    return isinstance(inner, Matching) and inner.fields.year is None


def _innermost(expression: Expr) -> Expr:
    base = getattr(expression, "base", None) or getattr(expression, "first", None)
    return _innermost(base) if isinstance(base, Expr) else expression


def _alternatives(expression: Expr, context: Context, taken: Reading) -> tuple[Reading, ...]:
    """Give the other readings of a date whose year or week the text does not tell."""
    if not _needs_direction(expression):
        return ()
    others: list[Reading] = []
    for direction, history in ((Direction.PAST, False), (Direction.FUTURE, False), (None, True)):
        if history and context.text is None:
            continue
        other = _read(expression, Context(context.published, context.text, direction, history))
        if other.value not in (taken.value, *(o.value for o in others)):
            others.append(other)
    return tuple(others)
