"""What a function says of a word, asked once: the words of a language come back over and over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

_REMEMBERED: Final = 100_000  # words; hostile text must not fill the memory
LONGEST: Final = 64  # characters of a word that is remembered


class Memory(dict[str, T]):
    """The answers of a function by the word asked for; `memory[word]` asks where it has no answer yet."""

    def __init__(self, ask: Callable[[str], T]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> T:
        answer = self._ask(word)
        if len(word) <= LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[word] = answer
        return answer
