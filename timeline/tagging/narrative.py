"""Where the expressions of a text stand: in a history or in news, at the head of a sentence, or in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline.calendar.seek import fill
from timeline.expression import Fields
from timeline.frozen import Frozen
from timeline.interval import Interval
from timeline.tagging.direction import opens_sentence
from timeline.tagging.genre import histories, paragraphs_of
from timeline.tagging.language import Pack
from timeline.tagging.phrase import Phrase
from timeline.tagging.sentence import PARAGRAPH

_HEADING = 100  # characters to either side of a date in a heading
_BRACKET = 80  # characters in which a bracket before a date is looked for
_SAYING = 30  # characters between somebody saying something and the day: "police said on"
_GOVERNED = 40  # characters between a word and what it governs: "until the fall of the town in "
_NEAR_AHEAD = 10  # expressions


class Ahead(Frozen):
    """What a text comes to after an expression.

    `date` is the next date that it gives with month and year, if that is near, `next_year` the next year that it
    names. `latest` is the last year that a date without one can be of, if the text goes on to that date from there.
    """

    date: Interval | None = None
    next_year: int | None = None
    latest: int | None = None


_NOTHING_AHEAD = Ahead()


class Place(Frozen):
    """Where an expression stands.

    `history` tells that dates hang on each other there, not on the publication. `opens` tells that it stands first
    in its sentence, `leads` that it stands first in its paragraph or is the first date of a heading, `passing` that
    the words around it set it aside from the story: in brackets, after "until" or "since", later in a heading; in
    the news, that it is the day on which somebody said it.
    """

    history: bool
    opens: bool
    names_year: bool = False
    paragraph: int = 0
    leads: bool = False
    passing: bool = False
    ahead: Ahead = _NOTHING_AHEAD


_IN_NEWS = {
    (opens, passing): Place(history=False, opens=opens, passing=passing)
    for opens in (False, True)
    for passing in (False, True)
}


def places(phrases: Sequence[Phrase], folded: str, published: Interval, pack: Pack) -> Iterator[Place]:
    """Give for each phrase where it stands, one at a time."""
    paragraphs = paragraphs_of(phrases, folded)
    of_history = histories(paragraphs, folded, published, pack)
    if True not in of_history:
        yield from (_in_news(phrase, folded, pack) for phrase in phrases)
        return
    ahead = iter(_ahead(phrases))
    for number, (paragraph, is_history) in enumerate(zip(paragraphs, of_history, strict=True)):
        heading = -1
        for phrase in paragraph:
            coming = next(ahead)
            if not is_history:
                yield _in_news(phrase, folded, pack)
                continue
            before = folded[max(0, phrase.start - _HEADING) : phrase.start]
            starts = _heading_start(phrase, before, folded, pack)
            leads = (
                starts > heading if starts >= 0 else phrase is paragraph[0] and _leads(phrase, before, pack)
            )
            passing = starts == heading if starts >= 0 else _is_passing(phrase, before, folded, pack)
            heading = max(heading, starts)
            opens, names_year = opens_sentence(phrase, folded, pack), phrase.said.traits.year is not None
            yield Place(True, opens, names_year, number, leads, passing, coming)


def _ahead(phrases: Sequence[Phrase]) -> list[Ahead]:
    """Give for each phrase what the text comes to after it."""
    found: list[Ahead] = []
    at, date, next_year, latest = len(phrases), None, None, None
    for place in range(len(phrases) - 1, -1, -1):
        traits = phrases[place].said.traits
        near = at - place <= _NEAR_AHEAD
        if traits.open_fields is not None and latest is not None:
            latest = _last_before(traits.open_fields, latest)
        found.append(_coming(date if near else None, next_year, latest.year if near and latest else None))
        if traits.full is not None:
            at, date, latest = place, traits.full, traits.full
        if traits.year is not None:
            next_year = traits.year
    return found[::-1]


@lru_cache(maxsize=4_096)
def _coming(date: Interval | None, next_year: int | None, latest: int | None) -> Ahead:
    """Give what is ahead: that one which all places share that have the same ahead of them."""
    return Ahead(date, next_year, latest)


def _last_before(fields: Fields, latest: Interval) -> Interval:
    """Give the last date with these fields that does not start after another; the other where they name no month."""
    if fields.month is None and fields.season is None:
        return latest
    year = latest.year
    dates = (fill(fields, year - back) for back in (0, 1))
    return next((date for date in dates if date is not None and date.start <= latest.start), latest)


def _leads(phrase: Phrase, before: str, pack: Pack) -> bool:
    """Tell whether a phrase stands in the first sentence of its paragraph, near its start."""
    start = before.rfind(PARAGRAPH)
    if start < 0 and phrase.start > _HEADING:
        return False
    return pack.sentence_end.search(before, start + 1) is None


def _heading_start(phrase: Phrase, before: str, folded: str, pack: Pack) -> int:
    """Give the place where the heading that holds a phrase starts, -1 where none does: a short line without a stop."""
    after = folded[phrase.end : phrase.end + _HEADING]
    start, end = before.rfind(PARAGRAPH) + 1, after.find(PARAGRAPH)
    if end < 0 or (start == 0 and phrase.start > _HEADING):
        return -1
    line = before[start:] + after[:end]
    return -1 if pack.sentence_end.search(line + " ") else phrase.start - len(before) + start


def _in_news(phrase: Phrase, folded: str, pack: Pack) -> Place:
    passing = _is_of_speech(phrase, folded, pack) or _is_name(phrase, folded, pack)
    return _IN_NEWS[opens_sentence(phrase, folded, pack), passing]


def _is_of_speech(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Tell whether a date of the news is when something was said: "the bridge gave way, police said on Friday"."""
    words = folded[max(0, phrase.start - _SAYING) : phrase.start].split()
    if words and words[-1] in pack.before_date:
        words.pop()
    return bool(words) and words[-1] in pack.cues.reporting


def _is_name(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Tell whether a month and day only name a thing, as an adjective does: "the November 27 treaty"."""
    fields = phrase.said.traits.open_fields
    if fields is None or fields.month is None or fields.day is None or not folded[phrase.start].isalpha():
        return False
    words = folded[max(0, phrase.start - _SAYING) : phrase.start].split()
    return bool(words) and words[-1] in pack.naming


def _is_passing(phrase: Phrase, before: str, folded: str, pack: Pack) -> bool:
    bracket = before[-_BRACKET:]
    if bracket.rfind("(") > bracket.rfind(")"):
        return True
    clause = re.split(r"[^\w\s']", before[-_GOVERNED:])[-1]
    if pack.asides.search(clause) is None:
        return False
    return not folded.startswith(pack.comes_there, phrase.end)
