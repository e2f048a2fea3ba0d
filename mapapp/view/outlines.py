"""Outlines of provinces and countries: only those of the places drawn ever leave the server.

The file holds arcs that neighbors share (`tools/basemap/outlines.py` writes it). What travels is
the same in small: the arcs needed, each once, so that no line between two provinces is drawn twice.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from mapapp.model.place import Place

Json = dict[str, object]
Ring = list[int]
"""Numbers of arcs in walking order; ``~n`` is arc n backwards."""

Point = tuple[int, int]
"""Longitude and latitude in thousandths of a degree WGS 84."""

OUTLINES_FILE = "outlines.json"
MOST_OUTLINES = 150
"""Outlines that one drawing holds, the most mentioned first; about 60 kB where wars are."""

_UP = {"north": 1, "south": -1}
_RIGHT = {"east": 1, "west": -1}


@dataclass(frozen=True, kw_only=True, slots=True)
class Outlines:
    """Every outline that is known.

    Attributes:
        arcs: Points of each arc.
        disputed: Numbers of the arcs that run along a disputed line.
        rings: Rings by id of the place; the largest first.
    """

    arcs: Sequence[Sequence[Point]] = ()
    disputed: frozenset[int] = frozenset()
    rings: Mapping[str, Sequence[Ring]] = field(default_factory=dict)


def load_outlines(folder: Path) -> Outlines:
    """Read the bundled outlines; a folder without them gives none."""
    path = folder / OUTLINES_FILE
    if not path.is_file():
        return Outlines()
    data = json.loads(path.read_text(encoding="utf-8"))
    return Outlines(
        arcs=tuple(_walked(steps) for steps in data["arcs"]),
        disputed=frozenset(data["disputed"]),
        rings=data["outlines"],
    )


def _walked(steps: Sequence[int]) -> tuple[Point, ...]:
    x = y = 0
    points = []
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + east, y + north
        points.append((x, y))
    return tuple(points)


def outlines_payload(outlines: Outlines, places: Sequence[Place]) -> Json:
    """Return the outlines of the places that have one, for ``mapapp.outlines`` in the browser.

    A part of a unit ("southern Idlib") is the half of the unit's outline on that side of its
    middle; a name that is only known to lie in a unit has the unit's own outline.

    Args:
        outlines: All that are known.
        places: Those drawn, most mentioned first.

    Returns:
        ``arcs`` as steps in thousandths of a degree, longitude first; ``open``: those along a
        disputed line; ``of``: rings by place id; ``parts``: ids of parts of another outline that
        is drawn too.
    """
    packer = _Packer(outlines)
    drawn = {place.id for place in places}
    for place in places:
        if len(packer.of) >= MOST_OUTLINES:
            break
        if place.id in outlines.rings:
            packer.add(place.id, outlines.rings[place.id])
        elif place.parent_id in outlines.rings:
            packer.add_part(place, is_quiet=place.parent_id in drawn)
    return packer.packed()


class _Packer:
    """Numbers anew only the arcs that are needed."""

    def __init__(self, outlines: Outlines) -> None:
        self.of: dict[str, list[Ring]] = {}
        self._outlines = outlines
        self._arcs: list[Sequence[Point]] = []
        self._numbers: dict[int, int] = {}
        self._open: list[int] = []
        self._parts: list[str] = []

    def add(self, id_: str, rings: Sequence[Ring]) -> None:
        """Take over an outline."""
        self.of[id_] = [[self._step(step) for step in ring] for ring in rings]

    def _step(self, step: int) -> int:
        number = step if step >= 0 else ~step
        if number not in self._numbers:
            self._numbers[number] = len(self._arcs)
            if number in self._outlines.disputed:
                self._open.append(len(self._arcs))
            self._arcs.append(self._outlines.arcs[number])
        found = self._numbers[number]
        return found if step >= 0 else ~found

    def add_part(self, place: Place, *, is_quiet: bool) -> None:
        """Take over the half of the parent's outline that a place's id names, or all of it."""
        rings = self._outlines.rings[place.parent_id]
        name = place.id.removeprefix(f"{place.parent_id}~")
        side = _side(name)
        if name.startswith("in~"):
            self.add(place.id, rings)
        elif side is not None and not self._is_disputed(rings):
            halves = _halves([self._points(ring) for ring in rings], side)
            self.of[place.id] = [[len(self._arcs) + at] for at in range(len(halves))]
            self._arcs += halves
        else:
            return
        if is_quiet:
            self._parts.append(place.id)

    def _is_disputed(self, rings: Sequence[Ring]) -> bool:
        steps = (step for ring in rings for step in ring)
        return any((step if step >= 0 else ~step) in self._outlines.disputed for step in steps)

    def _points(self, ring: Ring) -> list[Point]:
        points: list[Point] = []
        for step in ring:
            line = self._outlines.arcs[step] if step >= 0 else self._outlines.arcs[~step][::-1]
            points += line
        return points

    def packed(self) -> Json:
        """Return what travels."""
        return {
            "arcs": [_steps(arc) for arc in self._arcs],
            "open": self._open,
            "of": self.of,
            "parts": self._parts,
        }


def _steps(line: Sequence[Point]) -> list[int]:
    steps = [line[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line))]
    return [value for step in steps for value in step]


def _side(name: str) -> tuple[int, int] | None:
    """Return a compass side as steps east and north: ``southwest`` is (-1, -1); None for others."""
    up = next((word for word in _UP if name.startswith(word)), "")
    right = name.removeprefix(up)
    if not name or right not in {"", *_RIGHT}:
        return None
    return _RIGHT.get(right, 0), _UP.get(up, 0)


def _halves(rings: Sequence[Sequence[Point]], side: tuple[int, int]) -> list[list[Point]]:
    """Return what of the rings lies on one side of the middle of the largest, the first.

    Sutherland & Hodgman (1974), "Reentrant polygon clipping", against a single line.
    """
    x, y = _middle(rings[0])
    # A degree of longitude is shorter than one of latitude; corners are cut at a true 45 degrees.
    narrow = math.cos(math.radians(y / 1000))
    clipped = [
        _clipped(ring, lambda p: side[0] * (p[0] - x) * narrow + side[1] * (p[1] - y))
        for ring in rings
    ]
    return [[*ring, ring[0]] for ring in clipped if len(ring) > 2]  # noqa: PLR2004 (a triangle)


def _clipped(ring: Sequence[Point], depth: Callable[[Point], float]) -> list[Point]:
    kept: list[Point] = []
    for a, b in pairwise([*ring, ring[0]]):
        inside, beyond = depth(a), depth(b)
        if inside >= 0:
            kept.append(a)
        if inside * beyond < 0:
            share = inside / (inside - beyond)
            kept.append((round(a[0] + share * (b[0] - a[0])), round(a[1] + share * (b[1] - a[1]))))
    return kept


def _middle(ring: Sequence[Point]) -> tuple[float, float]:
    """Return the centroid of a ring."""
    x_0, y_0 = ring[0]
    twice = east = north = 0.0
    for (x_a, y_a), (x_b, y_b) in pairwise([(x - x_0, y - y_0) for x, y in [*ring, ring[0]]]):
        cross = x_a * y_b - x_b * y_a
        twice += cross
        east += (x_a + x_b) * cross
        north += (y_a + y_b) * cross
    return (x_0 + east / (3 * twice), y_0 + north / (3 * twice)) if twice else (x_0, y_0)
