"""Distances, areas, centroids and point-in-polygon tests on longitude-latitude rings."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EARTH_KM = 6371.0088
KM_PER_DEGREE = 111.195
_BLOCK = 4_000_000

Ring = Sequence[Sequence[float]]


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Return the great-circle distance in km."""
    phi_a, phi_b = math.radians(lat_a), math.radians(lat_b)
    half = (
        math.sin((phi_b - phi_a) / 2) ** 2
        + math.cos(phi_a) * math.cos(phi_b) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def outer_rings(geometry: dict[str, object]) -> list[Ring]:
    """Return the outer rings of a GeoJSON Polygon or MultiPolygon (holes left out)."""
    coordinates = geometry["coordinates"]
    if not isinstance(coordinates, list):
        return []
    if geometry["type"] == "Polygon":
        return [coordinates[0]]
    return [polygon[0] for polygon in coordinates]


@dataclass(frozen=True, slots=True)
class Shape:
    """Area in square km, centroid in degrees, of one or several rings."""

    area: float
    lat: float
    lon: float


def ring_shape(ring: Ring) -> Shape:
    """Return area and centroid of a ring, on a plane scaled at its mean latitude."""
    lat_0 = sum(point[1] for point in ring) / len(ring)
    lon_0 = ring[0][0]
    scale = math.cos(math.radians(lat_0))
    twice = x_sum = y_sum = 0.0
    points = [((p[0] - lon_0) * scale, p[1] - lat_0) for p in ring]
    for (x_a, y_a), (x_b, y_b) in zip(points, [*points[1:], points[0]], strict=True):
        cross = x_a * y_b - x_b * y_a
        twice += cross
        x_sum += (x_a + x_b) * cross
        y_sum += (y_a + y_b) * cross
    if abs(twice) < 1e-12:  # noqa: PLR2004 - a degenerate sliver
        return Shape(0.0, lat_0, sum(p[0] for p in ring) / len(ring))
    lat, lon = lat_0 + y_sum / (3 * twice), lon_0 + x_sum / (3 * twice * scale)
    return Shape(abs(twice) / 2 * KM_PER_DEGREE**2, lat, lon)


def main_shape(rings: Sequence[Ring], share: float = 0.25) -> Shape:
    """Return total area, and the centroid of the parts that are at least `share` of the largest.

    Leaving out small parts keeps the United States' point in the contiguous states and
    France's in Europe, where the conventional points are.
    """
    shapes = [ring_shape(ring) for ring in rings]
    total = sum(shape.area for shape in shapes)
    largest = max(shape.area for shape in shapes)
    main = [shape for shape in shapes if shape.area >= share * largest] or shapes
    weight = sum(shape.area for shape in main) or 1.0
    if weight == 1.0 and not largest:
        return Shape(total, main[0].lat, main[0].lon)
    lat = sum(shape.lat * shape.area for shape in main) / weight
    lon = sum(shape.lon * shape.area for shape in main) / weight
    return Shape(total, lat, lon)


def extent_radius_km(area: float) -> float:
    """Return a radius that holds nearly all of a unit of this area, in km.

    1.7 times the radius of the circle of equal area: Syria 412, Idlib province 75,
    which is how far their corners are from their middle.
    """
    return max(5.0, 1.7 * math.sqrt(area / math.pi))


def locate(
    areas: Mapping[str, Sequence[Ring]], lats: Sequence[float], lons: Sequence[float]
) -> list[str | None]:
    """Return the key of the area that holds each point, None for a point outside all.

    Even-odd rule on outer rings; where areas overlap the first key in sorted order wins.
    """
    y, x = np.asarray(lats, dtype=float), np.asarray(lons, dtype=float)
    found: list[str | None] = [None] * len(y)
    free = np.ones(len(y), dtype=bool)
    for key in sorted(areas):
        for ring in areas[key]:
            corners = np.asarray(ring, dtype=float)[:, :2]
            low, high = corners.min(axis=0), corners.max(axis=0)
            near = np.flatnonzero(
                free & (x >= low[0]) & (x <= high[0]) & (y >= low[1]) & (y <= high[1])
            )
            for index in near[_inside(corners, x[near], y[near])]:
                found[index] = key
                free[index] = False
    return found


def _inside(
    corners: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Tell which points lie inside a ring, in blocks that keep memory small."""
    x_a, y_a = corners[:, 0], corners[:, 1]
    x_b, y_b = np.roll(x_a, 1), np.roll(y_a, 1)
    rise = np.where(y_b == y_a, 1.0, y_b - y_a)
    slope = (x_b - x_a) / rise
    inside = np.zeros(len(x), dtype=bool)
    block = max(1, _BLOCK // len(x_a))
    for start in range(0, len(x), block):
        part = slice(start, start + block)
        py, px = y[part, None], x[part, None]
        crossed = ((y_a > py) != (y_b > py)) & (px < slope * (py - y_a) + x_a)
        inside[part] = crossed.sum(axis=1) % 2 == 1
    return inside
