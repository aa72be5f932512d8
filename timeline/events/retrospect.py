"""What an article tells of years ago: a history, a life. Its undated past is no news of the publication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.civil import DAY_SECONDS, Granularity
from timeline.events.bits import BE, DIE, REPORT, UTTER
from timeline.events.clauses import Role
from timeline.events.predicates import Tense
from timeline.events.stated import Dating
from timeline.events.told import Told
from timeline.interval import BEGINNING, Interval
from timeline.model import Basis
from timeline.reason import because

_AGO = 300 * DAY_SECONDS  # before the publication: what is older is no news
_LATELY = 60 * DAY_SECONDS
_LEAST = 3  # dates of years ago that make a retrospect

_Own = Sequence[Dating | None]


def retold(told: Sequence[Told], own: _Own, published: Interval) -> dict[int, Dating]:
    """Give place -> bounds of the past of years ago; `own` are the dates that clauses state, in their order.

    In an article that mostly dates what was years ago: the past tense of the paragraphs with such dates alone. And
    what somebody did of whom a clause says that he has died: "Ann Lee, who died on Friday, built the first mill".
    """
    return dict(_of_years_ago(told, own, published)) | dict(_of_the_dead(told, own))


def _of_years_ago(told: Sequence[Told], own: _Own, published: Interval) -> Iterator[tuple[int, Dating]]:
    ago: defaultdict[int, int] = defaultdict(int)
    lately: defaultdict[int, int] = defaultdict(int)
    for clause, date in zip(told, own, strict=True):
        if date is None or clause.tense not in _PAST:
            continue
        paragraph = clause.sentence.paragraph
        ago[paragraph] += date.bounds.end < published.start - _AGO
        lately[paragraph] += date.bounds.end > published.start - _LATELY
    if sum(ago.values()) < max(_LEAST, 2 * sum(lately.values()) + 1):
        return
    why = because("told among events of years ago; no date is given")
    over = Dating(None, Interval(BEGINNING, published.end, Granularity.DAY), Basis.BOUNDED, why)
    for place, clause in enumerate(told):
        paragraph = clause.sentence.paragraph
        is_told = clause.tense is Tense.PAST and (clause.bits & UTTER or not clause.bits & REPORT)
        if is_told and clause.number > 0 and ago[paragraph] and not lately[paragraph]:
            yield place, over


def _of_the_dead(told: Sequence[Told], own: _Own) -> Iterator[tuple[int, Dating]]:
    for place, clause in enumerate(told):
        death = own[place] if clause.bits & DIE and clause.clause.role is Role.RELATIVE else None
        if death is None:
            continue
        parent = told[clause.parent]
        if parent.tense is Tense.PAST and _is_of_subject(clause, parent):
            limit = Interval(BEGINNING, death.bounds.end, Granularity.DAY)
            why = because("told of the life of somebody whose death is dated %(why)s", why=death.because)
            yield clause.parent, Dating(None, limit, Basis.BOUNDED, why)


def _is_of_subject(clause: Told, parent: Told) -> bool:
    """Tell whether a clause tells more of the subject that does what its parent tells."""
    predicate, bits = parent.clause.predicate, parent.tokens.bits
    if predicate is None or clause.clause.first > predicate.first:
        return False
    return not any(here & BE for here in bits[predicate.first : predicate.head])


_PAST = (Tense.PAST, Tense.PLUPERFECT, Tense.PARTICIPLE)
