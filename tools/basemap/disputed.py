"""Which stretches of a line run along a border that is in dispute."""

import itertools
import math
from collections.abc import Iterable, Sequence

from tools.basemap.simplify import KM_PER_DEGREE, LonLat

CELL = 0.02
"""Degrees; two sources draw the same border within about two kilometers of one another."""

SHORTEST_KM = 5.0
"""A shorter stretch only crosses a disputed line, or ends at one."""


class Disputed:
    """Disputed lines on a grid of small cells."""

    def __init__(self, lines: Iterable[Sequence[LonLat]]) -> None:
        """Take the lines, in degrees, longitude first."""
        self._cells: set[tuple[int, int]] = set()
        for line in lines:
            for a, b in itertools.pairwise(line):
                for point in _between(a, b):
                    self._cells.add(_cell(point))

    def is_near(self, point: LonLat) -> bool:
        """Return whether a disputed line passes within about two kilometers."""
        x, y = _cell(point)
        return any((x + i, y + j) in self._cells for i in (-1, 0, 1) for j in (-1, 0, 1))

    def split(self, line: Sequence[LonLat]) -> list[tuple[list[LonLat], bool]]:
        """Cut a line where a dispute begins or ends; each piece with whether it is disputed."""
        flags = [
            self.is_near(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))
            for a, b in itertools.pairwise(line)
        ]
        runs: list[tuple[int, int, bool]] = []
        start = 0
        for flag, group in itertools.groupby(flags):
            end = start + len(list(group))
            disputed = flag and _km(line[start : end + 1]) >= SHORTEST_KM
            if runs and runs[-1][2] == disputed:
                runs[-1] = (runs[-1][0], end, disputed)
            else:
                runs.append((start, end, disputed))
            start = end
        return [(list(line[first : last + 1]), disputed) for first, last, disputed in runs]


def _cell(point: LonLat) -> tuple[int, int]:
    return math.floor(point[0] / CELL), math.floor(point[1] / CELL)


def _between(a: LonLat, b: LonLat) -> Iterable[LonLat]:
    count = max(1, math.ceil(max(abs(a[0] - b[0]), abs(a[1] - b[1])) / CELL))
    for step in range(count + 1):
        yield a[0] + (b[0] - a[0]) * step / count, a[1] + (b[1] - a[1]) * step / count


def _km(line: Sequence[LonLat]) -> float:
    return sum(
        KM_PER_DEGREE * math.hypot((a[0] - b[0]) * math.cos(math.radians(a[1])), a[1] - b[1])
        for a, b in itertools.pairwise(line)
    )
