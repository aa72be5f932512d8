"""Nouns that take up an event which the article dates elsewhere: "the attack" after "attacked on Friday"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping
from typing import Final

from timeline.civil import Granularity
from timeline.events.bits import BEFALL, DEFINITE, DETERMINER, LEADS, LIGHT, MARK, POSSESSIVE, REPORT, STOP
from timeline.events.dated import Dating
from timeline.events.distance import is_beside
from timeline.events.heads import stem_of
from timeline.events.predicates import Tense
from timeline.events.stretches import Role
from timeline.events.told import Told, names_subject
from timeline.events.words import Words
from timeline.model import Basis
from timeline.reason import because, root

_SHORTEST: Final = 3  # letters of a stem that tells one event from another
_EMPTY: Final = REPORT | LIGHT | STOP


def echoes(told: list[Told], dates: list[Dating], appointed: Collection[int], words: Words) -> dict[int, int]:
    """Give the place of each noun that names again what the article dates to the day, with the place of that.

    A clause that states the date or opens the article; for what is told as known ("the deal") also a noun in the
    opening. What a date is set for (`appointed`) may have a month or a year, and so may what something lies so long
    before or after ("a year after the fire"); what its own clause dates stays.
    """
    beside = {
        n
        for n, clause in enumerate(told)
        if clause.role in _MAY_LIE_BESIDE and is_beside(clause, told[clause.parent])
    }
    days = [n for n, date in enumerate(dates) if _to_the_day(date) and n not in beside]
    surely = {*appointed, *(n for n in days if _tells(told[n], dates[n]))}
    opening = [n for n in days if told[n].number <= 0]
    tells = _known(told, dates, surely, words)
    opens = _known(told, dates, surely.union(opening), words)
    roughly = _known(told, dates, surely.union(_wide(told, dates, beside)), words) if beside else {}
    found: dict[int, int] = {}
    for place, clause in enumerate(told):
        if place in appointed or not _may_name_again(
            clause, told[clause.parent], dates[place], dates[clause.parent]
        ):
            continue
        known = roughly if place in beside else opens if _is_known(clause) else {}
        stem = stem_of(clause, words)
        named = tells.get(stem, known.get(stem))
        if named is not None and not (clause.tense in _DONE and told[named].tense in _AHEAD):
            found[place] = named
    return found


def _may_name_again(clause: Told, parent: Told, date: Dating, of_parent: Dating) -> bool:
    """Tell whether a clause may only name what the article tells elsewhere.

    A noun that nothing dates where it stands, or a clause that looks back and says more than "took" or "said".
    """
    if clause.role is Role.NOUN and Basis.STATED in (date.basis, of_parent.basis):
        return False
    names = _is_noun(clause) or (not clause.bits & _EMPTY and _looks_back(clause, parent, date))
    return names and not _is_another(clause)


def _is_known(clause: Told) -> bool:
    """Tell whether something is told as known, and not in the opening: "the deal"."""
    return clause.number > 0 and bool(clause.tokens.bits[clause.clause.first] & DEFINITE)


_DONE: Final[tuple[Tense, ...]] = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
_AHEAD: Final[tuple[Tense, ...]] = (Tense.FUTURE, Tense.MODAL)
_MAY_LIE_BESIDE: Final[tuple[Role, ...]] = (Role.TIME, Role.NOUN)


def _wide(told: list[Told], dates: list[Dating], beside: Container[int]) -> list[int]:
    """Give the places of what has a date of any size, but of what is told to lie beside something else."""
    return [
        n for n, clause in enumerate(told) if n not in beside and _has_date(dates[n], dates[clause.parent])
    ]


def taken_up(dates: list[Dating], again: Mapping[int, int]) -> list[Dating]:
    """Give the dates, those of the nouns in `again` taken from what they name."""
    return [_told_again(dates[again[n]]) if n in again else date for n, date in enumerate(dates)]


def befallen(told: list[Told], dates: list[Dating], again: Mapping[int, int]) -> list[Dating]:
    """Give the dates, those of clauses taken from their subject that only tell how it went: "The quake struck at 3".

    The story's day may be another: that of the toll, the visit, the search.
    """
    found = list(dates)
    for place in again:
        noun, parent = told[place], told[place].parent
        clause, inferred = told[parent], dates[parent].basis in (Basis.CARRIED, Basis.PUBLISHED)
        if (
            inferred
            and clause.bits & (BEFALL | LEADS)
            and clause.tense is Tense.PAST
            and names_subject(noun, clause)
        ):
            found[parent] = dates[place]
    return found


def _told_again(date: Dating) -> Dating:
    why = because("told again of what is dated %(why)s", why=root(date.because))
    return date.resting(Basis.CARRIED, why)


def _has_date(date: Dating, parent: Dating) -> bool:
    """Tell whether the text gives a clause a date, or the clause that a noun hangs on."""
    return date.when is not None and Basis.STATED in (date.basis, parent.basis)


def _to_the_day(date: Dating) -> bool:
    return date.when is not None and date.when.granularity <= Granularity.DAY


def _tells(clause: Told, date: Dating) -> bool:
    """Tell whether a clause states when its event was, or opens the article with it."""
    return date.basis is Basis.STATED or (clause.number <= 0 and clause.role in _TELLING)


_TELLING: Final[tuple[Role, ...]] = (Role.MAIN, Role.COORDINATE, Role.COMPLEMENT, Role.QUOTED)


def _is_noun(clause: Told) -> bool:
    """Tell whether a clause is a noun alone: "the attack", "after the attack"; one that it dates stays."""
    if clause.role is Role.TIME and clause.tense is Tense.NOMINAL:
        return not _dates_itself(clause)
    return clause.role is Role.NOUN


def _is_another(clause: Told) -> bool:
    """Tell whether something is told as not known yet: "a new attack", "after a larger quake had killed ninety".

    But not what stands in apposition: "..., a ruling that ends the case".
    """
    first, bits = clause.clause.first, clause.tokens.bits
    if clause.role is Role.TIME and clause.tense is not Tense.NOMINAL:
        first = clause.clause.link + 1
    elif clause.role is not Role.NOUN or (first and bits[first - 1] & MARK):
        return False
    return bool(bits[first] & DETERMINER) and not bits[first] & (DEFINITE | POSSESSIVE)


def _dates_itself(clause: Told) -> bool:
    """Tell whether an expression of time stands behind the "after" or "before" of a clause."""
    begin = clause.tokens.starts[clause.clause.link]
    return any(timex.start > begin for timex in clause.timexes)


def _looks_back(clause: Told, parent: Told, date: Dating) -> bool:
    """Tell whether a clause without a date of its own only speaks of what went before: "After it was sold, ..."."""
    beside = is_beside(clause, parent) and not _dates_itself(clause)
    if clause.predicate is None or (date.when is not None and not beside):
        return False
    if clause.tense is Tense.PLUPERFECT:
        return True
    return clause.role in (Role.TIME, Role.RELATIVE) and clause.tense in (Tense.PAST, Tense.PERFECT)


def _known(told: list[Told], dates: list[Dating], places: Iterable[int], words: Words) -> dict[str, int]:
    """Give stem -> the one of `places` with the narrowest date, for what is told with one date throughout."""
    stated: defaultdict[str, list[int]] = defaultdict(list)
    for place in sorted(places):
        clause = told[place]
        stem = stem_of(clause, words)
        if len(stem) >= _SHORTEST and not clause.bits & _EMPTY and clause.tense is not Tense.INFINITIVE:
            stated[stem].append(place)
    narrowest = {
        stem: min(own, key=lambda n: dates[n].bounds.end - dates[n].bounds.start)
        for stem, own in stated.items()
    }
    return {
        stem: place
        for stem, place in narrowest.items()
        if all(dates[other].bounds.overlaps(dates[place].bounds) for other in stated[stem])
    }
