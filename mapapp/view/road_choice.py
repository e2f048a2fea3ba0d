"""Which highways a map shows: those that its articles, its places or its reader are about.

A road far from everything on the map says nothing to its reader: articles about Sudan show no
Syrian motorway. A road beside a place where something happened is shown even when no article names
it, because it is what the place is fought for or reached by.
"""

from collections.abc import Collection, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from mapapp.highways.nearby import KM_PER_DEGREE, distance_km
from mapapp.model.geometry import Coordinates
from mapapp.model.highway import Highway
from mapapp.model.place import Place
from mapapp.view.choose import Choice
from mapapp.view.drawing import Extent, extent_of

BESIDE_KM = 25.0
"""How close to a road a place on the map lies for the road to be shown: at the zoom that a town's
surroundings fill, both are in view."""

_EXACT = frozenset({Extent.DOT, Extent.RING})


def roads_shown(
    choice: Choice, places: Iterable[Place], states: Collection[str], opened: str = ""
) -> tuple[Highway, ...]:
    """Return the highways to draw, in the corpus's order.

    Args:
        choice: The selection.
        places: What is on the map. Only towns and rings count: a province says nothing of a road.
        states: Ids of the segments that something is said of.
        opened: Id of the open highway or segment; empty for none.
    """
    spoken = {*named_roads(choice), *states, opened}
    spots: list[Coordinates] | None = None
    found = []
    for highway in choice.corpus.highways:
        if not spoken.isdisjoint((highway.id, *(segment.id for segment in highway.segments))):
            found.append(highway)
            continue
        if spots is None:
            spots = [place.coordinates for place in places if extent_of(place) in _EXACT]
        if any(distance_km(spot, highway) <= BESIDE_KM for spot in _about(spots, highway)):
            found.append(highway)
    return tuple(found)


def named_roads(choice: Choice) -> set[str]:
    """Return the ids of highways and segments that the selection's articles name."""
    columns = choice.corpus.columns
    roads = columns.highways
    kept = choice.articles()[roads.article] & (roads.highway >= 0)
    return {columns.highway_ids[number] for number in np.unique(roads.highway[kept]).tolist()}


def _about(spots: Sequence[Coordinates], highway: Highway) -> list[Coordinates]:
    """Return the spots within reach of the box around a road; the rest need no measuring."""
    if not spots:
        return []
    line = _numbers([point.coordinates for point in highway.waypoints])
    given = _numbers(spots)
    north = BESIDE_KM / KM_PER_DEGREE
    farthest = min(89.0, float(np.abs(line[:, 0]).max()) + north)
    reach = np.array([north, north / np.cos(np.radians(farthest))])
    inside = (given >= line.min(axis=0) - reach) & (given <= line.max(axis=0) + reach)
    return [spots[number] for number in np.flatnonzero(inside.all(axis=1)).tolist()]


def _numbers(points: Sequence[Coordinates]) -> npt.NDArray[np.float64]:
    return np.array([(point.lat, point.lon) for point in points], np.float64)
