"""How far a place lies from a road, and from which stretch of it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mapapp.model.geometry import EARTH_RADIUS_KM, Coordinates
from mapapp.model.highway import Highway, Segment

KM_PER_DEGREE = math.radians(1) * EARTH_RADIUS_KM


@dataclass(frozen=True, kw_only=True, slots=True)
class Projection:
    """The point of a line that is closest to a place.

    Attributes:
        coordinates: That point.
        distance_km: From the place to it.
        leg: Index of the line's point before it.
        fraction: How far it lies on the way to the next point, 0-1.
    """

    coordinates: Coordinates
    distance_km: float
    leg: int
    fraction: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Nearby:
    """A stretch of road near a place."""

    highway: Highway
    segment: Segment
    projection: Projection


def project(point: Coordinates, line: Sequence[Coordinates]) -> Projection:
    """Return the point of a line that is closest to a place.

    Each leg is straight on a plane that touches the globe at the place, which is off by less
    than 1 % within 300 km of it; the distance given is measured on the globe.

    Args:
        point: The place.
        line: At least one point.

    Raises:
        ValueError: The line has no point.
    """
    if not line:
        message = "a line without points has no closest point; give at least one"
        raise ValueError(message)
    plane = [_on_plane(point, corner) for corner in line]
    leg, fraction, nearest = 0, 0.0, math.hypot(*plane[0])
    for index, (a, b) in enumerate(pairwise(plane)):
        along = _fraction(a, b)
        distance = math.hypot(a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1]))
        if distance < nearest:
            leg, fraction, nearest = index, along, distance
    closest = _between(line[leg], line[min(leg + 1, len(line) - 1)], fraction)
    return Projection(
        coordinates=closest,
        distance_km=point.distance_km(closest),
        leg=leg,
        fraction=fraction,
    )


def distance_km(point: Coordinates, highway: Highway) -> float:
    """Return how far a place lies from a road, in kilometers."""
    return project(point, [waypoint.coordinates for waypoint in highway.waypoints]).distance_km


def nearest_segment(
    point: Coordinates, highways: Sequence[Highway], *, within_km: float = math.inf
) -> Nearby | None:
    """Return the stretch of road closest to a place, or None when none is within reach.

    Args:
        point: The place.
        highways: Roads to choose from; the first wins a tie.
        within_km: Reach in kilometers.
    """
    best: Nearby | None = None
    for highway in highways:
        for segment in highway.segments:
            stretch = highway.waypoints[segment.first : segment.last + 1]
            projection = project(point, [waypoint.coordinates for waypoint in stretch])
            if projection.distance_km <= within_km and (
                best is None or projection.distance_km < best.projection.distance_km
            ):
                best = Nearby(highway=highway, segment=segment, projection=projection)
    return best


def _on_plane(origin: Coordinates, point: Coordinates) -> tuple[float, float]:
    lon = (point.lon - origin.lon + 180.0) % 360.0 - 180.0
    east = lon * math.cos(math.radians((origin.lat + point.lat) / 2)) * KM_PER_DEGREE
    return east, (point.lat - origin.lat) * KM_PER_DEGREE


def _fraction(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return where on the way from a to b the origin's perpendicular meets it, 0-1."""
    east, north = b[0] - a[0], b[1] - a[1]
    squared = east * east + north * north
    if squared == 0.0:
        return 0.0
    return min(1.0, max(0.0, -(a[0] * east + a[1] * north) / squared))


def _between(a: Coordinates, b: Coordinates, fraction: float) -> Coordinates:
    lon = (b.lon - a.lon + 180.0) % 360.0 - 180.0
    east = a.lon + fraction * lon
    return Coordinates(lat=a.lat + fraction * (b.lat - a.lat), lon=(east + 180.0) % 360.0 - 180.0)
