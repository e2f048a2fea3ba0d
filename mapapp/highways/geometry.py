"""Recorded road geometry: pieces joined into one line and thinned for the map."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mapapp.errors import DataError
from mapapp.highways.nearby import project
from mapapp.highways.segments import length_km
from mapapp.model.geometry import Coordinates

Line = tuple[Coordinates, ...]

HIGHEST_LAT = 90.0
HIGHEST_LON = 180.0

JUNCTION_DEGREES = 1e-6
"""Ends of pieces closer than this, a tenth of a meter, are one point."""

GAP_KM = 2.0
"""Pieces whose ends are this close are joined: recordings lack bridges and junctions."""

PARALLEL_KM = 0.3
"""A piece that stays this close to the line is its other carriageway."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RoadLine:
    """One piece of a road as a file has it."""

    points: Line
    name: str = ""
    ref: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LineReader:
    """A format of road geometry.

    Attributes:
        name: For people.
        recognizes: Whether a file's bytes are of this format; looks, never raises.
        read: Turns bytes into pieces; the second argument is the file's name for messages. Raises
            `mapapp.errors.DataError`.
    """

    name: str
    recognizes: Callable[[bytes], bool]
    read: Callable[[bytes, str], tuple[RoadLine, ...]]


def position(lat: object, lon: object, origin: str) -> Coordinates:
    """Return a point of a file.

    Raises:
        DataError: Latitude or longitude is no number of degrees on the globe.
    """
    try:
        north, east = float(str(lat)), float(str(lon))
    except ValueError:
        north = east = math.nan
    if not (abs(north) <= HIGHEST_LAT and abs(east) <= HIGHEST_LON):
        message = (
            f"{origin}: a point with latitude {lat!r} and longitude {lon!r}; allowed are degrees "
            f"WGS 84, latitude within {HIGHEST_LAT:g}, longitude within {HIGHEST_LON:g}. Export "
            "the file in WGS 84 (EPSG:4326)."
        )
        raise DataError(message)
    return Coordinates(lat=north, lon=east)


def join(pieces: Iterable[Line]) -> tuple[Line, list[Line]]:
    """Join pieces of a road into one line.

    The longest chain of pieces that share ends is the line; chains that begin within `GAP_KM` of
    one of its ends are added. The other carriageway of a dual road is dropped.

    Returns:
        The line (empty without pieces), and the chains that fit nowhere.
    """
    chains = sorted(_chains(pieces), key=lambda chain: -length_km(chain))
    if not chains:
        return (), []
    line, rest = chains[0], chains[1:]
    grown = True
    while grown:
        grown = False
        rest = [chain for chain in rest if not _is_parallel(chain, line)]
        for chain in rest:
            longer = _attached(line, chain)
            if longer:
                line, grown = longer, True
                rest.remove(chain)
                break
    return line, rest


def simplify(line: Sequence[Coordinates], tolerance_km: float) -> Line:
    """Return the line without points that lie closer to it than the tolerance.

    Douglas & Peucker (1973), without recursion: a recorded road has too many points for it.
    """
    if len(line) <= 2:  # noqa: PLR2004  # two ends are all a line needs
        return tuple(line)
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        chord = (line[first], line[last])
        far, index = max(
            ((project(line[i], chord).distance_km, i) for i in range(first + 1, last)),
            default=(0.0, first),
        )
        if far > tolerance_km:
            kept.add(index)
            waiting += [(first, index), (index, last)]
    return tuple(line[index] for index in sorted(kept))


def _key(point: Coordinates) -> tuple[int, int]:
    return round(point.lat / JUNCTION_DEGREES), round(point.lon / JUNCTION_DEGREES)


def _chains(pieces: Iterable[Line]) -> list[Line]:
    """Return the pieces joined where they share ends, straight on at junctions."""
    lines = [piece for piece in dict.fromkeys(pieces) if len(piece) > 1]
    at: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        at[_key(line[0])].append(number)
        at[_key(line[-1])].append(number)
    used: set[int] = set()
    # Free ends first, so that a chain is not begun in its middle.
    order = sorted(range(len(lines)), key=lambda n: min(len(at[_key(p)]) for p in _ends(lines[n])))
    chains = []
    for number in order:
        if number not in used:
            used.add(number)
            forward = _extended(lines[number], lines, at, used)
            chains.append(_extended(forward[::-1], lines, at, used))
    return chains


def _ends(line: Line) -> tuple[Coordinates, Coordinates]:
    return line[0], line[-1]


def _extended(
    line: Line, lines: Sequence[Line], at: dict[tuple[int, int], list[int]], used: set[int]
) -> Line:
    """Return the line with every piece that goes on from its last point."""
    parts = [line]
    while True:
        tail = parts[-1]
        following = []
        for number in at[_key(tail[-1])]:
            if number not in used:
                piece = lines[number]
                ahead = piece if _key(piece[0]) == _key(tail[-1]) else piece[::-1]
                following.append((_turn(tail[-2], tail[-1], ahead[1]), number, ahead))
        if not following:
            return (*parts[0], *(point for part in parts[1:] for point in part[1:]))
        _, number, ahead = min(following, key=lambda way: way[:2])
        used.add(number)
        parts.append(ahead)


def _turn(a: Coordinates, b: Coordinates, c: Coordinates) -> float:
    """Return by how much a way from a over b to c turns, in radians from 0 to pi."""
    return abs((_bearing(b, c) - _bearing(a, b) + math.pi) % (2 * math.pi) - math.pi)


def _bearing(a: Coordinates, b: Coordinates) -> float:
    east = (b.lon - a.lon) * math.cos(math.radians(a.lat))
    return math.atan2(east, b.lat - a.lat)


def _is_parallel(chain: Line, line: Line) -> bool:
    thinned = simplify(chain, PARALLEL_KM)
    middles = [_middle(a, b) for a, b in pairwise(thinned)]
    return all(project(p, line).distance_km <= PARALLEL_KM for p in (*thinned, *middles))


def _middle(a: Coordinates, b: Coordinates) -> Coordinates:
    return Coordinates(lat=(a.lat + b.lat) / 2, lon=(a.lon + b.lon) / 2)


def _attached(line: Line, chain: Line) -> Line | None:
    """Return the line lengthened by a chain at the end where the gap is smallest."""
    ways = (
        (line[-1].distance_km(chain[0]), (*line, *chain)),
        (line[-1].distance_km(chain[-1]), (*line, *chain[::-1])),
        (line[0].distance_km(chain[-1]), (*chain, *line)),
        (line[0].distance_km(chain[0]), (*chain[::-1], *line)),
    )
    gap, longer = min(ways, key=lambda way: way[0])
    return longer if gap <= GAP_KM else None
