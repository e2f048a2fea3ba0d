"""GeoJSON (RFC 7946): every LineString and MultiLineString; longitude comes before latitude."""

import json
from collections.abc import Iterator
from typing import Any

from mapapp.errors import DataError
from mapapp.highways.geometry import Line, LineReader, RoadLine, position

Json = dict[str, Any]
AXES = 2
TYPES = frozenset(
    {"FeatureCollection", "Feature", "GeometryCollection", "LineString", "MultiLineString"}
)


def recognizes(data: bytes) -> bool:
    """Return whether the bytes are JSON with a GeoJSON type."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("type") in TYPES


def read(data: bytes, origin: str) -> tuple[RoadLine, ...]:
    """Read the lines of a GeoJSON file.

    Raises:
        DataError: A position is no pair of numbers within the globe.
    """
    found = json.loads(data)
    features = found.get("features") or () if found["type"] == "FeatureCollection" else (found,)
    return tuple(
        RoadLine(points=_points(line, origin), name=_tag(feature, "name"), ref=_tag(feature, "ref"))
        for feature in features
        if isinstance(feature, dict)
        for line in _lines(feature)
    )


def _tag(feature: Json, key: str) -> str:
    return str((feature.get("properties") or {}).get(key) or "")


def _lines(item: Json) -> Iterator[list[Any]]:
    """Yield the position lists of every line in a feature or geometry."""
    match item:
        case {"type": "Feature", "geometry": dict(geometry)}:
            yield from _lines(geometry)
        case {"type": "GeometryCollection", "geometries": list(geometries)}:
            for geometry in geometries:
                yield from _lines(geometry)
        case {"type": "LineString", "coordinates": list(positions)}:
            yield positions
        case {"type": "MultiLineString", "coordinates": list(lines)}:
            yield from lines


def _points(positions: list[Any], origin: str) -> Line:
    """Return positions, each longitude before latitude, as points."""
    points = []
    for found in positions:
        if not isinstance(found, list) or len(found) < AXES:
            message = f"{origin}: position {found!r}; allowed is [longitude, latitude]."
            raise DataError(message)
        points.append(position(found[1], found[0], origin))
    return tuple(points)


READER = LineReader(name="GeoJSON", recognizes=recognizes, read=read)
