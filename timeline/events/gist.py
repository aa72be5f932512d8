"""What is compared of a report: what its head may mean, a few words, a few names; and what two have in common."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from timeline.events.about import is_one_story
from timeline.events.heads import PART
from timeline.events.terms import BORROWED
from timeline.events.words import OF_KIND, OR
from timeline.model import Event

_WORDS: Final = 4  # how many words, and as many names, of a report are compared: those that come first
_AROUND: Final = 6  # names, where the day is the same


class Gist(NamedTuple):
    """What is compared of a report: what its head may mean, which part of the event it is, a few words, a few names.

    `all` are these words and names, `around` also the kinds of the words that are `kinded`, marked, and further names,
    told last before a sentence without any too: they are enough only where the day is the same.
    """

    heads: frozenset[str]
    part: str
    words: frozenset[str]
    kinded: frozenset[str]
    names: frozenset[str]
    all: frozenset[str]
    around: frozenset[str]


@lru_cache(maxsize=4_096)
def gist_of(terms: tuple[str, ...]) -> Gist:
    """Give what is compared of a report with these terms."""
    words: list[str] = []
    names: list[str] = []
    borrowed: list[str] = []
    for term in terms[1:]:
        if term[0] == BORROWED:
            borrowed.append(term[1:].lower())
        elif term[0].isupper():
            names.append(term.lower())
        else:
            words.append(term)
    own = frozenset([word.partition(OF_KIND)[0] for word in words[:_WORDS]])
    kinded = frozenset([word.partition(OF_KIND)[0] for word in words[:_WORDS] if OF_KIND in word])
    compared = own.union(names[:_WORDS])
    head, _, part = terms[0].partition(PART) if terms else ("", "", "")
    heads = frozenset(head.split(OR) if head else ())
    around = forms_of(*words[:_WORDS]).union((names + borrowed)[:_AROUND])
    return Gist(heads, part, own, kinded, frozenset(names[:_WORDS]), compared, around)


def forms_of(*terms: str) -> frozenset[str]:
    """Give terms as they are compared: in lower case, and beside a noun its kind with a mark before it."""
    forms = [term.lower().partition(OF_KIND) for term in terms]
    return frozenset([word for word, _, _ in forms] + [f"{mark}{kind}" for _, mark, kind in forms if kind])


class Common(NamedTuple):
    """What two reports have in common.

    `terms` counts the words and names that both tell, `words` those of them that are words in one of the two, `around`
    the terms that both tell with the further names and the kinds. `share` is that of the report with fewer terms,
    `of_all` that of the terms of both together; `story` tells that their articles are of one story, `named_apart` that
    both name somebody or some place, but neither one that the other or the sentences before it name.
    """

    terms: int
    words: int
    around: int
    share: float
    of_all: float
    story: bool
    named_apart: bool


def common_of(a: Event, b: Event, one: Gist, other: Gist) -> Common:
    """Give what two reports have in common; `one` and `other` is what is compared of them."""
    shared = one.all & other.all
    count = len(shared)
    return Common(
        count,
        len(shared & (one.words | other.words)),
        _near(one, other),
        count / min(len(one.all), len(other.all)) if count else 0.0,
        count / len(one.all | other.all) if count else 0.0,
        is_one_story(a.story, b.story),
        _are_named_apart(one, other),
    )


def _are_named_apart(one: Gist, other: Gist) -> bool:
    if not one.names or not other.names:
        return False
    return one.names.isdisjoint(other.around) and other.names.isdisjoint(one.around)


def _near(one: Gist, other: Gist) -> int:
    """Count what two reports share for which one day is enough: what both call by one word is not of one kind again."""
    shared = len(one.around & other.around)
    return max(shared - len(one.kinded & other.kinded), min(shared, 1))
