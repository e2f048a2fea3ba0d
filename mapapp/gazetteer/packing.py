"""How the index writes places and names into lines of text, and reads them back.

A place is one line of columns. A key's row holds a line for each name: flags, exact key, name as
written, number of the place. What the rest implies is left out: an exact key that equals the row's
key, a written name that is the place's own. A row of loose keys holds a line for each part: the
part, then the fold keys of its names.
"""

from dataclasses import fields
from typing import Any, cast

from mapapp.model.geometry import Coordinates
from mapapp.model.place import Candidate, Place

PRIMARY = 2
"""Flag of a name: it is the place's primary name."""

ARABIC = 1
"""Flag of a name: its Arabic articles were dropped."""

COLUMN = "\t"
LINE = "\n"

_SPACES = str.maketrans("\t\n\r", "   ")


def _unfrozen(kind: type[Place | Coordinates | Candidate]) -> Any:  # noqa: ANN401 - see below
    """Return a class whose instances can be filled slot by slot and then become those of another.

    The __init__ of a frozen dataclass takes three times as long, and that would be the dearest part
    of a look-up.
    """
    slots = tuple(field.name for field in fields(kind))
    return type(f"Unfrozen{kind.__name__}", (), {"__slots__": slots})


_UnfrozenPlace = _unfrozen(Place)
_UnfrozenCoordinates = _unfrozen(Coordinates)
_UnfrozenCandidate = _unfrozen(Candidate)


def pack_place(place: Place, source: int) -> str:
    """Return a place as columns of one line, the source as a number."""
    columns = (
        place.id,
        place.name,
        repr(round(place.coordinates.lat, 6)),
        repr(round(place.coordinates.lon, 6)),
        place.feature_class,
        place.feature_code,
        place.country,
        place.admin1,
        place.admin2,
        str(place.population),
        f"{place.radius_km:g}",
        f"{place.error_km:g}",
        str(source),
    )
    line = COLUMN.join(columns)
    if line.count(COLUMN) >= len(columns) or LINE in line:
        return COLUMN.join([column.translate(_SPACES) for column in columns])
    return line


def with_population(packed: str, population: int) -> str:
    """Return a packed place with another population."""
    columns = packed.split(COLUMN)
    columns[9] = str(population)
    return COLUMN.join(columns)


def source_of(columns: list[str]) -> int:
    """Return the number of a packed place's source."""
    return int(columns[-1])


def unpack_place(columns: list[str], source: str) -> Place:
    """Return the place that a packed line's columns hold."""
    point, place = _UnfrozenCoordinates(), _UnfrozenPlace()
    place.id, place.name, lat, lon, place.feature_class, place.feature_code = columns[:6]
    place.country, place.admin1, place.admin2, people, radius, error, _ = columns[6:]
    point.lat = float(lat)
    point.lon = float(lon)
    point.__class__ = Coordinates
    place.coordinates = point
    place.population = int(people)
    place.radius_km = float(radius)
    place.error_km = float(error)
    place.source = source
    place.parent_id = ""
    place.__class__ = Place
    return cast("Place", place)


def one_line(text: str) -> str:
    """Return text without what parts columns and lines."""
    if COLUMN in text or LINE in text or "\r" in text:
        return text.translate(_SPACES)
    return text


def make_candidate(place: Place, name: str, flags: int, key: str, similarity: float) -> Candidate:
    """Return a candidate; the flags of the name say whether it is the place's primary one."""
    made = _UnfrozenCandidate()
    made.place = place
    made.name = name
    made.primary = flags >= PRIMARY
    made.key = key
    made.similarity = similarity
    made.__class__ = Candidate
    return cast("Candidate", made)
