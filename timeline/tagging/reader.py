"""Text -> phrases: reads the runs of a text by the grammar. News repeats itself, so a run read once is remembered."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.expression import Expr, Pair
from timeline.tagging.grammar import Found
from timeline.tagging.language import Pack
from timeline.tagging.phrase import BESIDE_EVENT, Phrase, said
from timeline.tagging.rules import GRAMMAR
from timeline.tagging.scan import Run

# Words that a rule needs to see and TIMEX3 leaves out, before and behind.
_OPENERS = frozenset({"BETWEEN", "FROM", "AT", "AT_CLOCK", "WITHIN", "MODAL", "BY"})
_CLOSERS = frozenset({"ENDED", "TO", "THAN"})
_JOINS = frozenset({"DASH", "TO", "AND", "ENDED"})
_LISTS = _JOINS | {"COMMA"}
_MOST_REMEMBERED = 65_536  # runs of a pack

_Memo = dict[str, tuple[Phrase, ...]]
_memos: dict[str, _Memo] = {}


def phrases(text: str, folded: str, pack: Pack) -> Iterator[Phrase]:
    """Give the phrases of a text that may tell a time, in order, without overlaps."""
    memo = _memos.setdefault(pack.code, {})
    for run in pack.scanner.runs(text, folded):
        key = text[run.start : run.end + 2]  # two more, since a word at the end is read by what follows it
        known = memo.get(key)
        if known is None:
            if len(memo) >= _MOST_REMEMBERED:
                memo.clear()
            known = memo[key] = tuple(_read(run))
        for phrase in known:
            yield phrase.moved(run.start)


def _read(run: Run) -> Iterator[Phrase]:
    """Give the phrases of a run, their places counted from its start."""
    for found in GRAMMAR.read(run.tokens):
        if found.head == "other":
            continue
        # "after" and "before" are left out too
        first, last = found.first, found.last - (found.rule == BESIDE_EVENT)
        while not _OPENERS.isdisjoint(run.tokens[first].symbols):
            first += 1
        while not _CLOSERS.isdisjoint(run.tokens[last - 1].symbols):
            last -= 1
        yield from _parted(run, found, first, last)


def _parted(run: Run, found: Found, first: int, last: int) -> Iterator[Phrase]:
    """Give an expression as TIMEX3 has it, where two dates are two: "5" and "7 May" of "5-7 May"."""
    expression = found.expression
    joint = _joint(run, first, last, expression) if isinstance(expression, Pair) else None
    if not isinstance(expression, Pair) or joint is None:
        yield _phrase(run, first, last, expression, found.rule)
        return
    is_comma_before = "COMMA" in run.tokens[joint - 1].symbols  # "3, 4, and 6 May"
    yield _phrase(run, first, joint - is_comma_before, expression.first, found.rule)
    rest = Found(joint + 1, last, found.head, expression.last, found.rule)
    following = _parted(run, rest, joint + 1, last)
    second = next(following)
    yield second.closing() if expression.stretch else second
    yield from following


def _joint(run: Run, first: int, last: int, pair: Pair) -> int | None:
    """Give the place of the first token that joins two dates, in a list of more a comma too."""
    joins = _LISTS if isinstance(pair.last, Pair) else _JOINS
    inner = range(first + 1, last - 1)
    return next((at for at in inner if not joins.isdisjoint(run.tokens[at].symbols)), None)


def _phrase(run: Run, first: int, last: int, expression: Expr, rule: str) -> Phrase:
    start, end = run.tokens[first].start - run.start, run.tokens[last - 1].end - run.start
    return Phrase(start, said(end - start, expression, rule))
