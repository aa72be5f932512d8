"""Years before 1000 that a text about such times names by the number alone: "in 376", "August 410"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.expression import Fields, Matching
from timeline.tagging.language import Pack
from timeline.tagging.pairs import in_year
from timeline.tagging.phrase import Phrase, said

_EARLY = 1000  # years before it have fewer than four digits
_FEWEST_MONTHS = 2  # so many months with an early year tell what a text is about, where no year has its era
_MOST_APART = 300  # years between two of a text
_AFTER_MONTH = re.compile(r" (?:(\w{1,3}) )?(\d{3})(?![\w%]|[.,]\d)")
_JOINED = re.compile(r"(?: (\w{1,3}) |[-\u2013])(\d{2,3})(?![\w%/-]|[.,]\d)")
_BRACKETS = re.compile(r"\((\d{2,3})[-\u2013](\d{2,3})\)")  # of a life or a reign: "Hadrian (117-138)"
_NEXT_WORD = re.compile(r" (\w+)")
_STOPS = frozenset(".,;:!?)\v")


def with_early_years(phrases: list[Phrase], text: str, folded: str, pack: Pack) -> list[Phrase]:
    """Give the phrases with the early years of a text about them.

    It names one with its era or with four digits, or several with their month.
    """
    dated = [_with_year(phrase, text, folded, pack) for phrase in phrases]
    months = sum(phrase.end != told.end for phrase, told in zip(dated, phrases, strict=True))
    if months < _FEWEST_MONTHS and all(_early_year(phrase) is None for phrase in phrases):
        return phrases
    return list(_filled(dated, text, folded, pack))


def _early_year(phrase: Phrase) -> int | None:
    year = phrase.said.traits.year
    return year if year is not None and year < _EARLY + _MOST_APART else None


def _with_year(phrase: Phrase, text: str, folded: str, pack: Pack) -> Phrase:
    """Give a month or a season with the early year that follows it: "August 410", "the winter of 375"."""
    fields = phrase.said.traits.open_fields
    if fields is None or (fields.month is None and fields.season is None):
        return phrase
    match = _AFTER_MONTH.match(folded, phrase.end)
    if match is None or (match[1] is not None and "OF" not in pack.classes(match[1])):
        return phrase
    if not _stands_alone(match.end(), text, folded, pack):
        return phrase
    dated = in_year(phrase.said.expression, int(match[2]))
    return phrase.between(phrase.start, match.end()).saying(dated)


def _stands_alone(end: int, text: str, folded: str, pack: Pack) -> bool:
    """Tell whether a number counts nothing: what follows is a stop, a name or one of the commonest words."""
    following = _NEXT_WORD.match(folded, end)
    if following is None:
        return end == len(folded) or folded[end] in _STOPS
    return following[1] in pack.common or text[following.start(1)].isupper()


def _filled(phrases: Sequence[Phrase], text: str, folded: str, pack: Pack) -> Iterator[Phrase]:
    """Give the phrases and the years between them, each of the era that is nearer to the year before it."""
    done, last = 0, next((year for year in map(_early_year, phrases) if year is not None), 0)
    for phrase in (*phrases, None):
        for bare in _bare_years(done, phrase.start if phrase else len(folded), text, folded, pack):
            year = _of_era(bare.said.traits.year or 0, last)
            if year is not None:
                last = year
                yield bare.saying(Matching(Fields(year=year)))
        if phrase is not None:
            early, done = _early_year(phrase), phrase.end
            last = early if early is not None else last
            yield phrase


def _bare_years(start: int, end: int, text: str, folded: str, pack: Pack) -> Iterator[Phrase]:
    places = [*_joined(start, end, folded, pack)]
    places += [match.span(1) for match in pack.before_year.finditer(folded, start, end)]
    places = [place for place in places if _stands_alone(place[1], text, folded, pack)]
    places += [place for first, last in places for place in _joined(last, end, folded, pack)]
    for match in _BRACKETS.finditer(folded, start, end):
        places += [match.span(1), match.span(2)]
    for first, last in sorted(set(places)):
        expression = Matching(Fields(year=int(folded[first:last])))
        yield Phrase(first, said(last - first, expression, "year"))


def _joined(at: int, end: int, folded: str, pack: Pack) -> Iterator[tuple[int, int]]:
    """Give the place of the number to which a year before `at` goes on: "from AD 98 to 117"."""
    match = _JOINED.match(folded, at, end) if folded[at - 1 : at].isdigit() else None
    if match and (match[1] is None or "TO" in pack.classes(match[1])):
        yield match.span(2)


def _of_era(number: int, last: int) -> int | None:
    """Give the year of a number, before the common era or in it, None where both are far from the last year."""
    year = min(number, 1 - number, key=lambda option: abs(option - last))
    return year if abs(year - last) <= _MOST_APART else None
