"""How the index writes places and names into lines of text, and reads them back.

A place is one line of columns. A key's row holds a line for each name: flags, exact key, name as
written, number of the place. What the rest implies is left out: an exact key that equals the row's
key, a written name that is the place's own. A row of loose keys holds a line for each part: the
part, then the fold keys of its names.
"""

from dataclasses import fields

from mapapp.model.geometry import Coordinates
from mapapp.model.place import Candidate, Place

PRIMARY = 2
"""Flag of a name: it is the place's primary name."""

ARABIC = 1
"""Flag of a name: its Arabic articles were dropped."""

COLUMN = "\t"
LINE = "\n"

_SPACES = str.maketrans("\t\n\r", "   ")
# Filling the slots of a frozen dataclass by its own __init__ takes twice as long, and that would be
# the dearest part of a look-up.
_FILL_PLACE = tuple(getattr(Place, field.name).__set__ for field in fields(Place))
_FILL_COORDINATES = tuple(getattr(Coordinates, field.name).__set__ for field in fields(Coordinates))
_FILL_CANDIDATE = tuple(getattr(Candidate, field.name).__set__ for field in fields(Candidate))


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
    coordinates = Coordinates.__new__(Coordinates)
    fill_lat, fill_lon = _FILL_COORDINATES
    fill_lat(coordinates, float(columns[2]))
    fill_lon(coordinates, float(columns[3]))
    values = (
        columns[0],
        columns[1],
        coordinates,
        columns[4],
        columns[5],
        columns[6],
        columns[7],
        columns[8],
        int(columns[9]),
        float(columns[10]),
        float(columns[11]),
        source,
        "",
    )
    place = Place.__new__(Place)
    for fill, value in zip(_FILL_PLACE, values, strict=True):
        fill(place, value)
    return place


def one_line(text: str) -> str:
    """Return text without what parts columns and lines."""
    if COLUMN in text or LINE in text or "\r" in text:
        return text.translate(_SPACES)
    return text


def make_candidate(place: Place, name: str, flags: int, key: str, similarity: float) -> Candidate:
    """Return a candidate; the flags of the name say whether it is the place's primary one."""
    made = Candidate.__new__(Candidate)
    fill_place, fill_name, fill_primary, fill_key, fill_similarity = _FILL_CANDIDATE
    fill_place(made, place)
    fill_name(made, name)
    fill_primary(made, flags >= PRIMARY)
    fill_key(made, key)
    fill_similarity(made, similarity)
    return made
