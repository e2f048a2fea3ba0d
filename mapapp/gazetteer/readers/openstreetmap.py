"""Reader of OpenStreetMap places: an Overpass answer in JSON, or a GeoJSON export of one.

OpenStreetMap data is under the ODbL 1.0, (c) OpenStreetMap contributors. Files are read as a
stream, one element at a time.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import ijson

from mapapp.errors import DataError
from mapapp.gazetteer.record import Reader, Record, Report
from mapapp.gazetteer.rows import SEPARATOR, build_record

_SUFFIXES = frozenset({".json", ".geojson"})
_HEAD = 4096

KINDS = {
    ("place", "city"): ("P", "PPL", "10"),
    ("place", "town"): ("P", "PPL", "5"),
    ("place", "village"): ("P", "PPL", "3"),
    ("place", "hamlet"): ("P", "PPL", "2"),
    ("place", "isolated_dwelling"): ("P", "PPLL", "1"),
    ("place", "locality"): ("L", "LCTY", "3"),
    ("place", "suburb"): ("P", "PPLX", "3"),
    ("place", "quarter"): ("P", "PPLX", "2"),
    ("place", "neighbourhood"): ("P", "PPLX", "2"),
    ("place", "island"): ("T", "ISL", "10"),
    ("place", "region"): ("L", "RGN", "50"),
    ("place", "state"): ("A", "ADM1", "60"),
    ("place", "country"): ("A", "PCLI", "500"),
    ("natural", "peak"): ("T", "MT", "5"),
    ("natural", "mountain_range"): ("T", "MTS", "30"),
    ("natural", "valley"): ("T", "VAL", "15"),
    ("natural", "water"): ("H", "LK", "10"),
    ("waterway", "river"): ("H", "STM", "50"),
    ("waterway", "dam"): ("S", "DAM", "2"),
    ("aeroway", "aerodrome"): ("S", "AIRP", "3"),
    ("military", "airfield"): ("S", "AIRB", "3"),
    ("military", "base"): ("S", "MILB", "3"),
    ("barrier", "border_control"): ("S", "PSTB", "2"),
    ("admin_level", "2"): ("A", "PCLI", "500"),
    ("admin_level", "4"): ("A", "ADM1", "60"),
    ("admin_level", "6"): ("A", "ADM2", "25"),
}
"""OpenStreetMap's tag to GeoNames' class and code, and the extent in kilometers."""

PRIMARY = ("name:en", "int_name", "name")
"""Tags that can give the primary name, the best first."""

_OTHERS = ("alt_name", "official_name", "old_name", "short_name", "loc_name")


def accepts(path: Path) -> bool:
    """Return whether the file is JSON with Overpass elements or GeoJSON features."""
    if path.suffix.lower() not in _SUFFIXES:
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return b'"elements"' in head or b'"FeatureCollection"' in head


def read(path: Path, report: Report) -> Iterator[Record]:
    """Yield named places of known kinds; lines and areas stand at the center that they give.

    Raises:
        DataError: The file is not the JSON that Overpass or a GeoJSON export gives.
    """
    for number, (identity, lat, lon, tags) in enumerate(_features(path), 1):
        kind = next((KINDS[tag] for tag in KINDS if tags.get(tag[0]) == tag[1]), None)
        name = next((tags[key] for key in PRIMARY if tags.get(key)), "")
        if kind is None or not name:
            continue
        feature_class, code, radius = kind
        values = {
            "id": f"osm:{identity}",
            "name": name,
            "alternate_names": SEPARATOR.join(other_names(tags)),
            "lat": lat,
            "lon": lon,
            "feature_class": feature_class,
            "feature_code": code,
            "country": tags.get("ISO3166-1", tags.get("is_in:country_code", "")).upper(),
            "admin1": tags.get("is_in:state", ""),
            "population": tags.get("population", "")
            if tags.get("population", "").isdigit()
            else "",
            "radius_km": radius,
            "source": "OpenStreetMap contributors, ODbL 1.0",
        }
        record = build_record(values, number, report)
        if record is not None:
            yield record


def count(path: Path) -> int:
    """Return the number of elements."""
    return sum(1 for _ in _items(path))


def other_names(tags: Mapping[str, str]) -> Iterator[str]:
    """Yield every name among some tags, in all languages and spellings."""
    for key, value in tags.items():
        if key == "name" or key.startswith("name:") or key.partition(":")[0] in _OTHERS:
            yield from value.split(";")


def _features(path: Path) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    for item in _items(path):
        if not isinstance(item, dict):
            continue
        raw = item.get("tags") or item.get("properties") or {}
        tags = {str(key): str(value).strip() for key, value in raw.items() if value is not None}
        yield _identity(item, tags), *_position(item), tags


def _items(path: Path) -> Iterator[object]:
    """Yield the entries of the list of elements or features, one in memory at a time."""
    found = False
    with path.open("rb") as file:
        overpass = b'"elements"' in file.read(_HEAD)
        file.seek(0)
        try:
            for item in ijson.items(
                file, f"{'elements' if overpass else 'features'}.item", use_float=True
            ):
                found = True
                yield item
        except (ijson.JSONError, UnicodeDecodeError, RecursionError) as error:
            reason = " ".join(str(error).split())
            message = f"{path} is no JSON: {reason}. Save an Overpass answer with [out:json]."
            raise DataError(message) from error
    if not found:
        message = f"{path} has nothing in a list 'elements' (Overpass) or 'features' (GeoJSON)."
        raise DataError(message)


def _identity(item: Mapping[str, object], tags: Mapping[str, str]) -> str:
    """Return OpenStreetMap's own identity as n, w or r and the number."""
    text = str(item.get("id", tags.get("@id", tags.get("osm_id", ""))))
    kind = str(item.get("type", ""))
    if "/" in text:
        kind, text = text.split("/", 1)
    return (kind[:1] if kind in {"node", "way", "relation"} else "") + text


def _position(item: Mapping[str, object]) -> tuple[str, str]:
    """Return latitude and longitude as text, empty where the item has no point."""
    geometry = item.get("geometry")
    if isinstance(geometry, dict) and geometry.get("type") == "Point":
        lon, lat = [str(value) for value in geometry.get("coordinates", ["", ""])[:2]]
        return lat, lon
    holder = item.get("center", item)
    if isinstance(holder, dict):
        return str(holder.get("lat", "")), str(holder.get("lon", ""))
    return "", ""


READER = Reader(
    label="OpenStreetMap places (Overpass JSON, GeoJSON)", accepts=accepts, read=read, count=count
)
