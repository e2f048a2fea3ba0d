"""Outlines of first-level units and countries, as arcs that neighbors share.

Written as TopoJSON would: each line between two junctions once, rounded to whole thousandths of a
degree, every point but the first as the step from the one before; a ring is a list of arc numbers,
``~n`` for arc n walked backwards. So neighbors fit to the point, and half the bytes are saved.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tools.basemap.disputed import Disputed
from tools.basemap.simplify import SMALLEST_RING, LonLat, ring_km2, rounded, simplify
from tools.basemap.stitch import Edge, stitch
from tools.basemap.zones import WORLD_DETAIL_KM2, detail_km2

Json = dict[str, Any]
Feature = dict[str, Any]

COARSENESS = 4.0
"""As for the lines between units in admin1.geojson, which these must lie upon."""

COARSEST_KM2 = 150.0
"""Outside the war regions an outline needs more detail than the world's coast: units are small."""

SMALLEST_ISLAND = 20.0
"""Multiple of a region's detail that a ring must span; a unit's largest ring always stays."""

MOST_DISPUTED = 0.5
"""Share of disputed lines from which on a unit has no outline at all."""

UNITS_PER_DEGREE = 1000


def outlines(
    features: Sequence[Feature], owned: Mapping[str, Sequence[int]], disputed: Disputed
) -> Json:
    """Return the arcs, which of them are disputed, and the rings of each place by its id.

    Args:
        features: Natural Earth's first-level features.
        owned: The features of each place, by the place's gazetteer id.
        disputed: The disputed lines.
    """
    used = sorted({number for parts in owned.values() for number in parts})
    edges = {number: list(_edges(features[number])) for number in used}
    arcs = _arcs((edge for number in used for edge in edges[number]), disputed)
    at = {_key(*arc[:2]): number for number, (arc, _) in enumerate(arcs)}
    rings = {}
    for id_, parts in owned.items():
        count = Counter(edge for part in parts for edge in edges[part])
        own = sorted(at[edge] for edge, uses in count.items() if uses == 1 and edge in at)
        if _disputed_share(own, arcs) < MOST_DISPUTED:
            rings[id_] = _rings(own, arcs)
    return _packed(arcs, rings)


Arc = tuple[list[LonLat], bool]
"""Points, and whether they run along a disputed line."""


def _key(a: LonLat, b: LonLat) -> Edge:
    return (min(a, b), max(a, b))


def _edges(feature: Feature) -> Iterator[Edge]:
    geometry = feature["geometry"]
    several = geometry["type"] == "MultiPolygon"
    for polygon in geometry["coordinates"] if several else [geometry["coordinates"]]:
        for ring in polygon:
            for a, b in itertools.pairwise((p[0], p[1]) for p in ring):
                if a != b:
                    yield _key(a, b)


def _arcs(edges: Iterable[Edge], disputed: Disputed) -> list[Arc]:
    found: list[Arc] = []
    for line in stitch(set(edges)):
        found += disputed.split(line)
    return found


def _length(line: Sequence[LonLat]) -> float:
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in itertools.pairwise(line))


def _disputed_share(own: Sequence[int], arcs: Sequence[Arc]) -> float:
    whole = sum(_length(arcs[number][0]) for number in own)
    return sum(_length(arcs[number][0]) for number in own if arcs[number][1]) / (whole or 1.0)


def _rings(own: Sequence[int], arcs: Sequence[Arc]) -> list[list[int]]:
    """Chain arcs into closed rings, largest first; islands too small to see are left out."""
    at: dict[LonLat, list[int]] = defaultdict(list)
    for number in own:
        line = arcs[number][0]
        at[line[0]].append(number)
        at[line[-1]].append(~number)
    left = set(own)
    rings = []
    for start in own:
        if start in left:
            left.discard(start)
            rings.append(_ring(start, arcs, at, left))
    sized = sorted(((ring_km2(_points(r, arcs)), r) for r in rings), key=lambda e: (-e[0], e[1]))
    return [
        ring
        for rank, (size, ring) in enumerate(sized)
        if rank == 0 or size >= SMALLEST_ISLAND * _detail(arcs[_number(ring[0])][0][0])
    ]


def _ring(
    start: int, arcs: Sequence[Arc], at: Mapping[LonLat, Sequence[int]], left: set[int]
) -> list[int]:
    ring = [start]
    first, last = arcs[start][0][0], arcs[start][0][-1]
    while last != first:
        step = next(step for step in at[last] if _number(step) in left)
        left.discard(_number(step))
        ring.append(step)
        line = arcs[_number(step)][0]
        last = line[-1] if step >= 0 else line[0]
    return ring


def _number(step: int) -> int:
    return step if step >= 0 else ~step


def _points(ring: Sequence[int], arcs: Sequence[Arc]) -> list[LonLat]:
    points: list[LonLat] = []
    for step in ring:
        line = arcs[_number(step)][0]
        points += line if step >= 0 else line[::-1]
    return points


def _detail(point: LonLat) -> float:
    lon, lat = point
    wanted = COARSENESS * detail_km2(lat, lon)
    return COARSEST_KM2 if wanted >= COARSENESS * WORLD_DETAIL_KM2 else wanted


def _packed(arcs: Sequence[Arc], rings: Mapping[str, list[list[int]]]) -> Json:
    """Return only the arcs that a ring needs, simplified and as whole numbers."""
    needed = sorted({_number(s) for found in rings.values() for ring in found for s in ring})
    drawn = {n: rounded(simplify(arcs[n][0], lambda lat, lon: _detail((lon, lat)))) for n in needed}
    numbers = {number: place for place, number in enumerate(needed)}
    kept = {
        id_: shown
        for id_, found in sorted(rings.items())
        if (shown := [r for r in found if _corners(r, drawn) >= SMALLEST_RING])
    }
    return {
        "arcs": [_steps(drawn[number]) for number in needed],
        "disputed": [numbers[number] for number in needed if arcs[number][1]],
        "outlines": {
            id_: [[numbers[s] if s >= 0 else ~numbers[~s] for s in ring] for ring in found]
            for id_, found in kept.items()
        },
    }


def _corners(ring: Sequence[int], drawn: Mapping[int, Sequence[LonLat]]) -> int:
    return 1 + sum(max(0, len(drawn[_number(step)]) - 1) for step in ring)


def _steps(line: Sequence[LonLat]) -> list[int]:
    whole = [(round(lon * UNITS_PER_DEGREE), round(lat * UNITS_PER_DEGREE)) for lon, lat in line]
    steps = [whole[0], *((b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(whole))]
    return [value for step in steps for value in step]
