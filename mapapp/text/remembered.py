"""What a function says of each distinct word, worked out once: words repeat, tokens are many."""

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

MOST_WORDS = 1 << 17
"""Distinct words that are kept, about those of ten million running ones; then all begin anew."""


class Remembered(dict[str, Answer]):
    """Answers by word; ask with ``answers[word]`` or, for many, ``map(answers.__getitem__, ...)``.

    A look-up that hits costs half of one in `functools.lru_cache`, and `map` runs them all without
    the interpreter. The function must depend on the word alone.
    """

    __slots__ = ("_answer",)

    def __init__(self, answer: Callable[[str], Answer]) -> None:
        """Remember nothing yet."""
        super().__init__()
        self._answer = answer

    def __missing__(self, word: str) -> Answer:
        """Work a word out."""
        if len(self) >= MOST_WORDS:
            self.clear()
        answer = self[word] = self._answer(word)
        return answer
