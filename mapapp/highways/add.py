"""Make a highway of recorded geometry: pieces joined, thinned and cut at known places."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from mapapp.errors import DataError
from mapapp.highways import readers
from mapapp.highways.geometry import Line, LineReader, RoadLine, join, simplify
from mapapp.highways.nearby import project
from mapapp.highways.segments import build_segments, cuts_of, length_km
from mapapp.model.geometry import Coordinates
from mapapp.model.highway import Highway, Waypoint
from mapapp.registry import discover

PLACE_REACH_KM = 6.0
"""A place farther from the line than this is not on it: bypasses pass towns at 2 to 5 km."""

END_REACH_KM = 3.0
"""A place this close to an end of the line, along the line, names that end."""

SURVEY_ERROR_KM = 0.05
"""What a consumer receiver or a tracing from imagery is off by, generously."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RoadFacts:
    """What a geometry file does not say about its road; `Highway` has the meanings."""

    id: str
    shield: str
    name: str
    country: str
    source: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class RoadPlace:
    """A place at which a road is cut into segments."""

    name: str
    coordinates: Coordinates


def read_pieces(path: Path) -> tuple[RoadLine, ...]:
    """Read the road pieces of a file in any format that a module of `readers` knows.

    Raises:
        DataError: The file cannot be read, no reader knows it, or it holds no line.
    """
    known = discover(readers, "READER", LineReader)
    formats = ", ".join(reader.name for reader in known.values())
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror}); allowed is a file of {formats}."
        raise DataError(message) from error
    reader = next((reader for reader in known.values() if reader.recognizes(data)), None)
    if reader is None:
        message = f"{path} is of no known format; allowed are {formats}. Convert it to GeoJSON."
        raise DataError(message)
    pieces = tuple(piece for piece in reader.read(data, str(path)) if len(piece.points) > 1)
    if not pieces:
        message = f"{path}: {reader.name} without a line; export the road as lines, not points."
        raise DataError(message)
    return pieces


def places_of_known(highway: Highway) -> tuple[RoadPlace, ...]:
    """Return the places at which a known road is cut, so that new geometry is cut there too."""
    return tuple(
        RoadPlace(name=name, coordinates=highway.waypoints[index].coordinates)
        for index, name in cuts_of(highway)
    )


def highway_of(
    pieces: Sequence[RoadLine],
    facts: RoadFacts,
    places: Sequence[RoadPlace],
    *,
    tolerance_km: float,
) -> tuple[Highway, tuple[Line, ...]]:
    """Make a highway of recorded pieces.

    Args:
        pieces: As `read_pieces` returns them.
        facts: What the file does not say.
        places: Where to cut, most of them in the road's order; those far from the line are
            left out.
        tolerance_km: How far the thinned line may leave the recorded one.

    Returns:
        The highway and the pieces that join its line nowhere.

    Raises:
        DataError: No place names an end of the line.
    """
    joined, rest = join([piece.points for piece in pieces])
    line = _oriented(simplify(joined, tolerance_km), places)
    points, names = _cut(line, places)
    for index, word in ((0, "first"), (len(points) - 1, "last")):
        if index not in names:
            end = points[index]
            message = (
                f"{facts.id}: no place within {END_REACH_KM:g} km of the line's {word} point, "
                f"{end.lat:.4f}, {end.lon:.4f}. Name the end by "
                f"--place 'NAME={end.lat:.4f},{end.lon:.4f}'."
            )
            raise DataError(message)
    waypoints = tuple(
        Waypoint(coordinates=point, name=names.get(index, ""), basis="S", error_km=SURVEY_ERROR_KM)
        for index, point in enumerate(points)
    )
    highway = Highway(
        id=facts.id,
        shield=facts.shield,
        name=facts.name,
        aliases=facts.aliases,
        country=facts.country,
        waypoints=waypoints,
        segments=build_segments(facts.id, waypoints, sorted(names.items())),
        source=facts.source,
        approximate=False,
    )
    return highway, tuple(rest)


def _oriented(line: Line, places: Sequence[RoadPlace]) -> Line:
    """Return the line in the direction in which the places are listed."""
    near = [
        found.leg + found.fraction
        for place in places
        if (found := project(place.coordinates, line)).distance_km <= PLACE_REACH_KM
    ]
    steps = [b - a for a, b in pairwise(near)]
    backward = sum(step < 0 for step in steps)
    return line[::-1] if backward > len(steps) - backward else line


def _cut(line: Line, places: Sequence[RoadPlace]) -> tuple[list[Coordinates], dict[int, str]]:
    """Return the line with a point at each place, and the names by index of their points."""
    stops: list[tuple[float, str, Coordinates]] = []
    for place in places:
        found = project(place.coordinates, line)
        if found.distance_km <= PLACE_REACH_KM:
            position = _drawn_to_end(line, found.leg, found.fraction)
            stops.append((position, place.name, found.coordinates))
    points: list[Coordinates] = []
    names: dict[int, str] = {}
    waiting = sorted(stops, key=lambda stop: stop[0])
    for index, corner in enumerate(line):
        while waiting and waiting[0][0] < index:
            _, name, point = waiting.pop(0)
            names[len(points)] = name
            points.append(point)
        while waiting and waiting[0][0] == index:
            names[len(points)] = waiting.pop(0)[1]
        points.append(corner)
    return points, names


def _drawn_to_end(line: Line, leg: int, fraction: float) -> float:
    """Return a position along the line as leg and fraction, moved to an end that is near."""
    stop = _at(line, leg, fraction)
    if length_km((*line[: leg + 1], stop)) <= END_REACH_KM:
        return 0.0
    if length_km((stop, *line[leg + 1 :])) <= END_REACH_KM:
        return float(len(line) - 1)
    return leg + fraction


def _at(line: Line, leg: int, fraction: float) -> Coordinates:
    """Return the point at a fraction of a leg, 0-1."""
    a, b = line[leg], line[min(leg + 1, len(line) - 1)]
    return Coordinates(
        lat=a.lat + fraction * (b.lat - a.lat), lon=a.lon + fraction * (b.lon - a.lon)
    )
