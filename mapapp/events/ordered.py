"""Mentions in text order, cut by sentence."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol, TypeVar


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Item = TypeVar("Item", bound=_Spanned)


class Ordered(list[Item]):
    """Items in text order, cut by sentence without looking at all of them each time."""

    def __init__(self, items: Sequence[Item]) -> None:
        """Sort the items by where they start."""
        super().__init__(sorted(items, key=attrgetter("start")))
        self._starts = [item.start for item in self]

    def inside(self, start: int, end: int) -> list[Item]:
        """Return the items that start inside a stretch of text."""
        return self[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def after(self, start: int) -> list[Item]:
        """Return the next few items from a position on."""
        at = bisect_left(self._starts, start)
        return self[at : at + 12]
