"""Line simplification whose tolerance depends on where on Earth a point lies.

Visvalingam & Whyatt (1993), "Line generalisation by repeated elimination of points": the point
that spans the smallest triangle with its neighbors goes first. Here each triangle is divided by
the detail wanted at its point, so that one line is fine in one region and coarse in the next,
without seams at the edges of the regions.
"""

import heapq
import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from tools.basemap.zones import decimals, detail_km2

LonLat = tuple[float, float]
"""Degrees WGS 84 in the order of GeoJSON and shapefiles, the formats on both sides here."""

KM_PER_DEGREE = 111.195
SMALLEST_RING = 4


def triangle_km2(a: LonLat, b: LonLat, c: LonLat) -> float:
    """Return the area of a small triangle in square kilometers."""
    shrink = math.cos(math.radians(b[1]))
    cross = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
    return abs(cross) * shrink * KM_PER_DEGREE * KM_PER_DEGREE / 2


def ring_km2(ring: Sequence[LonLat]) -> float:
    """Return the area inside a closed ring in square kilometers."""
    middle = sum(point[1] for point in ring) / len(ring)
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return abs(doubled) / 2 * math.cos(math.radians(middle)) * KM_PER_DEGREE * KM_PER_DEGREE


def is_clockwise(ring: Sequence[LonLat]) -> bool:
    """Return whether a closed ring runs clockwise, as shapefiles order outer rings."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) < 0


def encloses(ring: Sequence[LonLat], point: LonLat) -> bool:
    """Return whether a point lies inside a closed ring (even-odd rule)."""
    lon, lat = point
    crossings = 0
    for (lon_a, lat_a), (lon_b, lat_b) in pairwise(ring):
        if (lat_a > lat) != (lat_b > lat):
            crossings += lon < lon_a + (lat - lat_a) / (lat_b - lat_a) * (lon_b - lon_a)
    return crossings % 2 == 1


def simplify(
    line: Sequence[LonLat],
    wanted: Callable[[float, float], float] = detail_km2,
) -> list[LonLat]:
    """Return the line without the points that its region does not need; both ends stay.

    Args:
        line: Points in order; a closed ring repeats its first point at the end.
        wanted: Takes latitude and longitude, gives the smallest triangle to keep in km².
    """
    count = len(line)
    before = list(range(-1, count - 1))
    after = list(range(1, count + 1))
    kept = [True] * count
    weight = [math.inf] * count

    def weigh(index: int) -> float:
        lon, lat = line[index]
        spanned = triangle_km2(line[before[index]], line[index], line[after[index]])
        return spanned / wanted(lat, lon)

    heap: list[tuple[float, int]] = []
    for index in range(1, count - 1):
        weight[index] = weigh(index)
        heap.append((weight[index], index))
    heapq.heapify(heap)
    while heap and heap[0][0] < 1.0:
        smallest, index = heapq.heappop(heap)
        if not kept[index] or smallest != weight[index]:
            continue
        kept[index] = False
        left, right = before[index], after[index]
        after[left], before[right] = right, left
        for neighbor in (left, right):
            if 0 < neighbor < count - 1:
                weight[neighbor] = max(smallest, weigh(neighbor))
                heapq.heappush(heap, (weight[neighbor], neighbor))
    return [point for point, keep in zip(line, kept, strict=True) if keep]


def rounded(line: Sequence[LonLat]) -> list[LonLat]:
    """Return the line with each point rounded as its region wants, repeated points dropped."""
    points: list[LonLat] = []
    for lon, lat in line:
        digits = decimals(lat, lon)
        point = (round(lon, digits), round(lat, digits))
        if not points or points[-1] != point:
            points.append(point)
    return points


def simplified_ring(ring: Sequence[LonLat], smallest: float) -> list[LonLat] | None:
    """Return a simplified closed ring, or None when it is too small to show.

    Args:
        ring: Closed ring.
        smallest: Multiple of the region's detail that the ring's area must reach.
    """
    lon, lat = ring[0]
    if ring_km2(ring) < smallest * detail_km2(lat, lon):
        return None
    points = rounded(simplify(ring))
    return points if len(points) >= SMALLEST_RING else None
