"""What an article tells, with its places: its clauses, and the nouns in them that name events of their own date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from timeline.civil import Granularity
from timeline.events.bits import (
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    CAPITAL,
    DETERMINER,
    EVENT,
    MARK,
    NUMBER,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    SINCE,
    STOP,
    SUBJECT,
    TIME,
    VERB,
)
from timeline.events.clauses import clauses
from timeline.events.names import Name, names_of
from timeline.events.phrases import noun_phrase
from timeline.events.predicates import Predicate, Tense
from timeline.events.sentences import Sentence, sentences
from timeline.events.stretches import Clause, Role
from timeline.events.tokens import Tokens, tokens_of
from timeline.events.words import Words
from timeline.model import Timex


class Told:
    """A clause in its sentence, and where it stands in the text: `[start, end)`.

    `number` counts the sentences of the text's body that tell something (all where the language has no words for
    clauses), -1 for headings. `first` is the place of the sentence's first clause in the list of all, `parent` that
    of the clause it hangs on. `timexes` are those of the clause itself, what interrupts it left out, `names` all that
    stand in it. `trigger` is the place in the text of the head of its predicate, `bits` what that word can be, 0 where
    there is none. `predicate`, `role` and `tense` are those of the clause.
    """

    __slots__ = (
        *("bits", "clause", "end", "first", "names", "number", "parent", "predicate", "role"),
        *("sentence", "start", "tense", "timexes", "tokens", "trigger"),
    )

    def __init__(
        self,
        sentence: Sentence,
        number: int,
        first: int,
        tokens: Tokens,
        clause: Clause,
        timexes: Sequence[Timex],
        names: list[Name],
    ) -> None:
        head = clause.predicate.head if clause.predicate else -1
        self.sentence: Final = sentence
        self.number: Final = number
        self.first: Final = first
        self.parent: Final = first + clause.parent
        self.tokens: Final = tokens
        self.clause: Final = clause
        self.predicate: Final = clause.predicate
        self.role: Final = clause.role
        self.start: Final = tokens.starts[clause.first]
        self.end: Final = tokens.ends[clause.last - 1]
        self.timexes: Final = timexes
        self.names: Final = [name for name in names if clause.first <= name.first < clause.last]
        self.trigger: Final = (tokens.starts[head], tokens.ends[head]) if head >= 0 else None
        self.bits: Final = tokens.bits[head] if head >= 0 else 0
        self.tense: Final = clause.predicate.tense if clause.predicate else None


def tell(text: str, language: str, words: Words, timexes: list[Timex]) -> list[Told]:
    """Give the clauses of a text in the order of its sentences, the main ones of each before what hangs on them."""
    told: list[Told] = []
    starts = [timex.start for timex in timexes]
    number = 0
    for sentence in sentences(text, language, words.whole):
        own = timexes[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        tokens = tokens_of(text, sentence.start, sentence.end, words, own)
        names = names_of(text, tokens)
        found = clauses(tokens, sentence.heading)
        found += _nouns(tokens, found, own)
        here = -1 if sentence.heading else number
        shares, first = _shares(found, tokens, own), len(told)
        told += [
            Told(sentence, here, first, tokens, clause, shares.get(place, ()), names)
            for place, clause in enumerate(found)
        ]
        number += not sentence.heading and (not words.verbs or any(clause.predicate for clause in found))
    return told


def _shares(found: list[Clause], tokens: Tokens, timexes: list[Timex]) -> dict[int, list[Timex]]:
    """Give each clause the expressions for which it is the narrowest.

    "since May" is never an infinitive's: "has tried to sell it since May".
    """
    shares: dict[int, list[Timex]] = {}
    for timex in timexes:
        place = bisect_left(tokens.starts, timex.start)
        since = place > 0 and bool(tokens.bits[place - 1] & SINCE)
        around = [
            (c.last - c.first, n)
            for n, c in enumerate(found)
            if c.first <= place < c.last and not (since and c.role is Role.PURPOSE)
        ]
        if around:
            shares.setdefault(min(around)[1], []).append(timex)
    return shares


_BETWEEN: Final = AUXILIARY | PREPOSITION | MARK | QUOTE | STOP | TIME


def _nouns(tokens: Tokens, found: list[Clause], timexes: list[Timex]) -> Iterator[Clause]:
    """Give the nouns that name events beside the heads: "the attack", "the 2009 crash"."""
    bits = tokens.bits
    of_days = _of_days(tokens, timexes) if timexes else set()
    if not (tokens.present & EVENT or of_days):
        return
    nouns = sorted(
        of_days.union(place for place, here in enumerate(bits) if here & EVENT and not here & _BETWEEN)
    )
    heads = {clause.predicate.head for clause in found if clause.predicate}
    for noun, following in pairwise([*nouns, -1]):
        if noun in heads or following == noun + 1:  # "test flight": the second names it
            continue
        if noun not in of_days and bits[noun] & VERB and not _as_noun(bits, noun):
            continue
        yield noun_clause(_dated_from(tokens, noun), noun, found)


def _of_days(tokens: Tokens, timexes: list[Timex]) -> set[int]:
    """Give the nouns that a day stands before, as an adjective does: "a Tuesday traffic stop"."""
    bits, found = tokens.bits, set()
    for timex in timexes:
        when, first = timex.reading.interval, bisect_left(tokens.starts, timex.start)
        if when is None or when.granularity > Granularity.DAY or not first:
            continue
        if not bits[first - 1] & (DETERMINER | POSSESSIVE):
            continue
        after = last = bisect_left(tokens.starts, timex.end)
        while last < len(bits) and not bits[last] & _NO_NOUN:
            last += 1
        if last > after and bits[last - 1] & (EVENT | BASE):
            found.add(last - 1)
    return found


_NO_NOUN: Final = _BETWEEN | DETERMINER | SUBJECT | ADVERB | CAPITAL | PAST | NUMBER


def _as_noun(bits: list[int], noun: int) -> bool:
    """Tell whether a word that could be a verb stands as a noun: after an article, owner, preposition or time."""
    if noun and bits[noun - 1] & (DETERMINER | POSSESSIVE | PREPOSITION | TIME | CAPITAL | NUMBER):
        return True
    bare = bits[noun] & VERB == BASE
    return noun > 1 and bare and bool(bits[noun - 2] & DETERMINER)  # "a second survey"


def _dated_from(tokens: Tokens, noun: int) -> int:
    """Give where the noun's phrase starts: with the expression of time that dates it, where one does."""
    bits = tokens.bits
    for begin in range(noun - 1, max(noun - 5, -1), -1):
        if bits[begin] & TIME:
            marked = "'" in tokens.words[begin] or "’" in tokens.words[begin]
            while begin and bits[begin - 1] & TIME:
                begin -= 1
            owned = begin > 0 and bits[begin - 1] & (DETERMINER | POSSESSIVE | CAPITAL)
            return begin if marked or owned else noun_phrase(tokens.bits, noun)
        if bits[begin] & _BETWEEN or (bits[begin] & VERB and not bits[begin] & EVENT):
            break
    return noun_phrase(tokens.bits, noun)


def noun_clause(first: int, noun: int, found: list[Clause]) -> Clause:
    """Give the stretch that ends with an event's noun as a clause that hangs on the one around it."""
    around = [
        (c.last - c.first, n)
        for n, c in enumerate(found)
        if c.first <= noun < c.last and c.role is not Role.NOUN
    ]
    parent = min(around)[1] if around else 0
    return Clause(first, noun + 1, Role.NOUN, Predicate(noun, noun, Tense.NOMINAL), parent, False, first)


def names_subject(noun: Told, clause: Told) -> bool:
    """Tell whether an event's noun is what the clause is about: the first such before the predicate."""
    predicate, place = clause.predicate, noun.clause.last - 1
    if predicate is None or not clause.clause.first <= place < predicate.first:
        return False
    return not any(here & (EVENT | MARK) for here in clause.tokens.bits[clause.clause.first : place])


def is_passive(clause: Told) -> bool:
    """Tell whether a clause says what is done to its subject: "was caused by"."""
    predicate, bits = clause.predicate, clause.tokens.bits
    if predicate is None or not bits[predicate.head] & PARTICIPLE:
        return False
    return any(here & BE for here in bits[predicate.first : predicate.head])
