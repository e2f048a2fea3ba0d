"""Join single edges into lines that run from junction to junction."""

from collections import defaultdict
from collections.abc import Iterable

from tools.basemap.simplify import LonLat

Edge = tuple[LonLat, LonLat]
THROUGH = 2
"""A point with two edges is passed through; any other number ends a line."""


def stitch(edges: Iterable[Edge]) -> list[list[LonLat]]:
    """Return lines that together use every edge once; the order of the result is stable."""
    neighbors: dict[LonLat, set[LonLat]] = defaultdict(set)
    for a, b in edges:
        if a != b:
            neighbors[a].add(b)
            neighbors[b].add(a)
    used: set[Edge] = set()
    lines: list[list[LonLat]] = []
    junctions = sorted(point for point, near in neighbors.items() if len(near) != THROUGH)
    for start in [*junctions, *sorted(neighbors)]:
        # A walk may use up edges of the same start, so each is asked for when its turn comes.
        lines.extend(
            _walk(start, step, neighbors, used)
            for step in sorted(neighbors[start])
            if _edge(start, step) not in used
        )
    return lines


def _edge(a: LonLat, b: LonLat) -> Edge:
    return (min(a, b), max(a, b))


def _walk(
    start: LonLat, step: LonLat, neighbors: dict[LonLat, set[LonLat]], used: set[Edge]
) -> list[LonLat]:
    line = [start, step]
    used.add(_edge(start, step))
    while len(neighbors[line[-1]]) == THROUGH and line[-1] != start:
        ahead = next((p for p in neighbors[line[-1]] if _edge(line[-1], p) not in used), None)
        if ahead is None:
            break
        used.add(_edge(line[-1], ahead))
        line.append(ahead)
    return line
