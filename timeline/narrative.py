"""Where the expressions of a text stand: in a history or in news, at the head of a sentence, or in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from timeline import civil
from timeline.direction import SENTENCE_END
from timeline.expression import Reference
from timeline.interval import Interval
from timeline.language import Pack
from timeline.phrase import Phrase
from timeline.traits import Traits

_HEAD = 30  # characters in which a sentence opens: "During the summer of", "By the end of"
_MOST_WORDS = 3
_HEADING = 100  # characters to either side of a date in a heading
_BRACKET = 80  # characters in which a bracket before a date is looked for
_GOVERNED = 40  # characters between a word and what it governs: "until the fall of the town in "
_NEAR_AHEAD = 10  # expressions
_FEWEST_YEARS = 3  # a history names at least this many years of its own
_FEWEST_DEICTIC = 2
_PARAGRAPH = "\v"


class Place(Struct, frozen=True, gc=False):
    """Where an expression stands.

    `history` tells that dates hang on each other there, not on the publication; `ahead` is then the next date that
    the text gives with month and year, if that is near, and `next_year` the next year that it names. `opens` tells
    that it stands first in its sentence, `leads` that it stands first in its paragraph or is the first date of a
    heading, `passing` that the words around it set it aside from the story: in brackets, after "until" or "since",
    later in a heading; in the news, that it is the day on which somebody said it.
    """

    history: bool
    opens: bool
    names_year: bool = False
    paragraph: int = 0
    leads: bool = False
    passing: bool = False
    ahead: Interval | None = None
    next_year: int | None = None


_IN_NEWS = {
    (opens, passing): Place(history=False, opens=opens, passing=passing)
    for opens in (False, True)
    for passing in (False, True)
}


def places(phrases: Sequence[Phrase], folded: str, published: Interval, pack: Pack) -> list[Place]:
    """Give for each phrase where it stands."""
    paragraphs = _paragraphs(phrases, folded)
    histories = _histories(phrases, paragraphs, published)
    if True not in histories:
        return [_in_news(phrase, folded, pack) for phrase in phrases]
    found: list[Place] = []
    heading, last = -1, -1
    for phrase, paragraph, ahead in zip(phrases, paragraphs, _ahead(phrases), strict=True):
        opens = _opens(phrase, folded)
        if not histories[paragraph]:
            found.append(_in_news(phrase, folded, pack))
            continue
        before = folded[max(0, phrase.start - _HEADING) : phrase.start]
        starts = _heading_start(phrase, before, folded)
        leads = starts > heading if starts >= 0 else paragraph > last and _leads(phrase, before)
        passing = starts == heading if starts >= 0 else _is_passing(before, pack)
        heading, last = max(heading, starts), paragraph
        names_year = phrase.traits.year is not None
        found.append(Place(True, opens, names_year, paragraph, leads, passing, *ahead))
    return found


def _paragraphs(phrases: Sequence[Phrase], folded: str) -> list[int]:
    """Number the paragraphs of the phrases, from 0; those without a phrase do not count."""
    found: list[int] = []
    number, done = 0, len(folded)
    for phrase in phrases:
        number += folded.find(_PARAGRAPH, done, phrase.start) >= 0
        done = phrase.end
        found.append(number)
    return found


def _histories(phrases: Sequence[Phrase], paragraphs: Sequence[int], published: Interval) -> list[bool]:
    """Tell for each paragraph whether it is of a history, where dates hang on each other, or of news.

    A history names years, most of them past, and hardly ever a day by its distance from the publication. News may
    have a paragraph of history, which names long past years alone; a history one of news, which names none.
    """
    year = civil.civil_from_days(civil.day_of(published.start))[0]
    size = paragraphs[-1] + 1 if paragraphs else 0
    long_past, of_publication, deictic = [0] * size, [0] * size, [0] * size
    own_years = 0
    for phrase, paragraph in zip(phrases, paragraphs, strict=True):
        traits = phrase.traits
        own_years += traits.year is not None and traits.year < year
        long_past[paragraph] += traits.year is not None and traits.year < year - 1
        of_publication[paragraph] += traits.dates and _hangs_on_publication(traits)
        deictic[paragraph] += traits.dates and traits.reference is Reference.PUBLICATION
    if own_years >= _FEWEST_YEARS and own_years > 3 * sum(of_publication):
        return [
            past > 0 or hanging < _FEWEST_DEICTIC or not said
            for past, hanging, said in zip(long_past, of_publication, deictic, strict=True)
        ]
    return [past >= 3 and not hanging for past, hanging in zip(long_past, of_publication, strict=True)]


def _hangs_on_publication(traits: Traits) -> bool:
    if traits.open_fields is not None:
        return traits.open_fields.weekday is not None and traits.open_fields.day is None
    return traits.reference in (Reference.PUBLICATION, Reference.YEAR_AGO)


def _ahead(phrases: Sequence[Phrase]) -> list[tuple[Interval | None, int | None]]:
    """Give for each phrase the next date after it that names year and month, if that is near, and the next year."""
    found: list[tuple[Interval | None, int | None]] = []
    at, full, year = len(phrases), None, None
    for place in range(len(phrases) - 1, -1, -1):
        found.append((full if at - place <= _NEAR_AHEAD else None, year))
        traits = phrases[place].traits
        if traits.full is not None:
            at, full = place, traits.full
        if traits.year is not None:
            year = traits.year
    return found[::-1]


def _opens(phrase: Phrase, folded: str) -> bool:
    """Tell whether a phrase stands at the head of its sentence or paragraph: "In early 1915, ..."."""
    before = folded[max(0, phrase.start - _HEAD) : phrase.start]
    ends = [end.end() for end in SENTENCE_END.finditer(before)]
    if not ends and phrase.start > _HEAD:
        return False
    return len(before[max(ends, default=0) :].split()) <= _MOST_WORDS


def _leads(phrase: Phrase, before: str) -> bool:
    """Tell whether a phrase stands in the first sentence of its paragraph, near its start."""
    start = before.rfind(_PARAGRAPH)
    if start < 0 and phrase.start > _HEADING:
        return False
    return SENTENCE_END.search(before, start + 1) is None


def _heading_start(phrase: Phrase, before: str, folded: str) -> int:
    """Give the place where the heading that holds a phrase starts, -1 where none does: a short line without a stop."""
    after = folded[phrase.end : phrase.end + _HEADING]
    start, end = before.rfind(_PARAGRAPH) + 1, after.find(_PARAGRAPH)
    if end < 0 or (start == 0 and phrase.start > _HEADING):
        return -1
    line = before[start:] + after[:end]
    return -1 if SENTENCE_END.search(line + " ") else phrase.start - len(before) + start


def _in_news(phrase: Phrase, folded: str, pack: Pack) -> Place:
    return _IN_NEWS[_opens(phrase, folded), _is_of_speech(phrase, folded, pack)]


def _is_of_speech(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Tell whether a date of the news is when something was said: "the bridge gave way, police said on Friday"."""
    words = folded[max(0, phrase.start - _HEAD) : phrase.start].split()
    if words and words[-1] in pack.before_date:
        words.pop()
    return bool(words) and words[-1] in pack.reporting


def _is_passing(before: str, pack: Pack) -> bool:
    bracket = before[-_BRACKET:]
    if bracket.rfind("(") > bracket.rfind(")"):
        return True
    clause = re.split(r"[^\w\s']", before[-_GOVERNED:])[-1]
    return pack.asides.search(clause) is not None
