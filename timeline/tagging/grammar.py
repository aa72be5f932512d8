"""The grammar engine: rules over word classes, a chart parser, and a memo of the parse of every shape.

A *shape* is the sequence of the classes of a run's tokens. News uses a few hundred of them over and over, so the
parse of a shape is looked up, and only the values are new.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple, TypeVar

from timeline.expression import Expr
from timeline.tagging.scan import Token

Shape = tuple[tuple[str, ...], ...]
Function = Callable[..., Any]
F = TypeVar("F", bound=Function)


@dataclass(frozen=True)
class Production:
    """One sequence of symbols that makes a symbol; `slots` are the function's names for them, None where unused."""

    head: str
    symbols: tuple[str, ...]
    function: Function | None  # None hands the only child on as it is
    slots: tuple[str | None, ...] = ()


class Rules:
    """A set of rules under construction, one a module."""

    def __init__(self) -> None:
        self.productions: list[Production] = []

    def rule(self, head: str, *patterns: str) -> Callable[[F], F]:
        """Register a function for patterns such as "MONTH DAY (COMMA? YEAR)?".

        Capitals are word classes, small letters what other rules make; `?` makes an element optional, `A|B` is a
        choice, `name:A` calls an element `name`. The function gets the values of the elements whose names (in
        small letters, a second one with `_2`) are its parameters, and returns None to refuse.
        """

        def register(function: F) -> F:
            wanted = inspect.signature(function).parameters
            for pattern in patterns:
                for named in expand(pattern):
                    slots = tuple(_slots(named, wanted))
                    symbols = tuple(symbol for _, symbol in named)
                    self.productions.append(Production(head, symbols, function, slots))
            return function

        return register

    def alias(self, head: str, *symbols: str) -> None:
        """Let each of the symbols count as `head`."""
        self.productions += [Production(head, (symbol,), None) for symbol in symbols]


def _slots(named: Sequence[tuple[str, str]], wanted: Any) -> Iterator[str | None]:
    seen: dict[str, int] = {}
    for name, _ in named:
        seen[name] = seen.get(name, 0) + 1
        slot = name if seen[name] == 1 else f"{name}_{seen[name]}"
        yield slot if slot in wanted else None


Named = tuple[tuple[str, str], ...]


def expand(pattern: str) -> list[Named]:
    """Give every sequence of (name, symbol) that a pattern stands for."""
    sequences, rest = _sequence(pattern.replace("(", " ( ").replace(")", " ) ").replace(") ?", ")?").split())
    if rest:
        raise ValueError(f"unbalanced pattern: {pattern}")
    return sequences


def _sequence(words: list[str]) -> tuple[list[Named], list[str]]:
    elements: list[list[Named]] = []
    while words and words[0] not in (")", ")?"):
        word = words[0]
        if word == "(":
            inner, words = _sequence(words[1:])
            elements.append(inner + [()] * (words[0] == ")?"))
        else:
            elements.append(_element(word))
        words = words[1:]
    return [sum(choice, ()) for choice in product(*elements)], words


def _element(word: str) -> list[Named]:
    optional = word.endswith("?")
    name, _, symbols = word.rstrip("?").rpartition(":")
    options: list[Named] = [((name or symbol.lower(), symbol),) for symbol in symbols.split("|")]
    return options + [()] * optional


class Node(NamedTuple):
    """A step of a parse: the function to call and what it is called with, tokens by their place in the expression."""

    function: Function | None
    children: tuple[tuple[str | None, Node | tuple[int, int]], ...]


class Root(NamedTuple):
    """An expression found in a shape: the tokens `[first, last)`, what it is, and how to build it."""

    first: int
    last: int
    head: str
    node: Node


class Found(NamedTuple):
    """An expression read in a run: the tokens `[first, last)`, what it is, what it says and by which rule."""

    first: int
    last: int
    head: str
    expression: Expr
    rule: str


@dataclass
class _State:
    """A place in the tree of all right-hand sides."""

    next: dict[str, _State] = field(default_factory=dict)
    ends: list[tuple[int, Production]] = field(default_factory=list)


class Grammar:
    """All rules together; `roots` are the symbols that are expressions of their own, best first."""

    def __init__(self, *rules: Rules, roots: Sequence[str]) -> None:
        self._start = _State()
        self._roots = {root: place for place, root in enumerate(roots)}
        for number, production in enumerate(p for r in rules for p in r.productions):
            state = self._start
            for symbol in production.symbols:
                state = state.next.setdefault(symbol, _State())
            state.ends.append((number, production))
        self._plan = lru_cache(maxsize=65_536)(self._make_plan)

    def read(self, tokens: tuple[Token, ...]) -> tuple[Found, ...]:
        """Give the expressions in a run, leftmost and longest first; what a rule refuses is read shorter."""
        shape = tuple(token.symbols for token in tokens)
        banned: frozenset[tuple[int, int, str]] = frozenset()
        while True:
            found, refused = [], set()
            for root in self._plan(shape, banned):
                expression = _build(root.node, tokens[root.first : root.last])
                if expression is None:
                    refused.add((root.first, root.last, root.head))
                else:
                    found.append(Found(root.first, root.last, root.head, expression, _rule_name(root.node)))
            if not refused:
                return tuple(found)
            banned |= refused

    def _make_plan(self, shape: Shape, banned: frozenset[tuple[int, int, str]]) -> tuple[Root, ...]:
        chart = self._parse(shape)
        plan = []
        at = 0
        while at < len(shape):
            options = [
                (-last, self._roots[head], head)
                for last, head in chart.edges[at]
                if head in self._roots and (at, last, head) not in banned
            ]
            if not options:
                at += 1
                continue
            negative, _, head = min(options)
            plan.append(Root(at, -negative, head, chart.node(at, at, -negative, head)))
            at = -negative
        return tuple(plan)

    def _parse(self, shape: Shape) -> _Chart:
        chart = _Chart(shape)
        for at in range(len(shape) - 1, -1, -1):
            agenda = list(chart.edges[at])
            while agenda:
                last, symbol = agenda.pop()
                state = self._start.next.get(symbol)
                if state is not None:
                    agenda += self._advance(chart, at, last, state, ((at, last, symbol),))
        return chart

    def _advance(
        self, chart: _Chart, first: int, at: int, state: _State, children: tuple[tuple[int, int, str], ...]
    ) -> list[tuple[int, str]]:
        """Follow the right-hand sides from one state; give the edges that are new."""
        new = []
        for number, production in state.ends:
            if chart.add(first, at, number, production, children):
                new.append((at, production.head))
        if at < len(chart.edges):
            for last, symbol in tuple(chart.edges[at]):
                following = state.next.get(symbol)
                if following is not None:
                    new += self._advance(chart, first, last, following, (*children, (at, last, symbol)))
        return new


class _Chart:
    """What was found where: for each place the edges (end, symbol), each with the first rule that makes it."""

    def __init__(self, shape: Shape) -> None:
        self.edges: list[
            dict[tuple[int, str], tuple[int, Production, tuple[tuple[int, int, str], ...]] | None]
        ]
        self.edges = [{(at + 1, symbol): None for symbol in symbols} for at, symbols in enumerate(shape)]
        self._shape = shape

    def add(
        self,
        first: int,
        last: int,
        number: int,
        production: Production,
        children: tuple[tuple[int, int, str], ...],
    ) -> bool:
        """Record an edge; an earlier rule replaces a later one. Tells whether the edge is new."""
        key = (last, production.head)
        known = self.edges[first].get(key)
        if key not in self.edges[first] or (known is not None and number < known[0]):
            new = key not in self.edges[first]
            self.edges[first][key] = (number, production, children)
            return new
        return False

    def node(self, origin: int, first: int, last: int, symbol: str) -> Node:
        """Give the tree of an edge, its tokens counted from the origin."""
        made = self.edges[first][last, symbol]
        if made is None:
            raise LookupError(symbol)  # a word class is never a root
        _, production, children = made
        slots = production.slots or (None,) * len(children)
        steps = ((slot, self._child(origin, *child)) for slot, child in zip(slots, children, strict=True))
        return _shared(Node(production.function, tuple(steps)))

    def _child(self, origin: int, first: int, last: int, symbol: str) -> Node | tuple[int, int]:
        if self.edges[first][last, symbol] is None:
            return first - origin, self._shape[first].index(symbol)
        return self.node(origin, first, last, symbol)


@lru_cache(maxsize=65_536)
def _shared(node: Node) -> Node:
    """Give the one copy of a tree: the plans of all shapes are made of a few hundred."""
    return node


def _build(node: Node, tokens: Sequence[Token]) -> Any:
    """Call the rules of a tree from the leaves up; None where any of them refuses."""
    if node.function is None:
        return _value(node.children[0][1], tokens)
    given = {}
    for slot, child in node.children:
        if slot is not None or isinstance(child, Node):
            value = _value(child, tokens)
            if isinstance(child, Node) and value is None:
                return None
            if slot is not None:
                given[slot] = value
    return node.function(**given)


def _value(child: Node | tuple[int, int], tokens: Sequence[Token]) -> Any:
    if isinstance(child, Node):
        return _build(child, tokens)
    place, symbol = child
    return tokens[place].values[symbol]


def _rule_name(node: Node) -> str:
    while node.function is None:
        child = node.children[0][1]
        if not isinstance(child, Node):
            return "word"
        node = child
    return node.function.__name__
