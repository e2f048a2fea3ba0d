"""From what Nominatim, Photon and GeoNames answer to places with names, class and source.

Answers come from outside: every text is stripped of control characters, every number is checked by
the rules of gazetteer rows, and what is no place that reporting speaks of (shops, streets, hotels)
is left out.
"""

import logging
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mapapp.gazetteer.readers.geonames import WANTED_CLASSES, WANTED_SITES, extent_km
from mapapp.gazetteer.readers.openstreetmap import KINDS, PRIMARY, other_names
from mapapp.gazetteer.record import Problem, Record
from mapapp.gazetteer.rows import SEPARATOR, build_record

logger = logging.getLogger(__name__)

Kind = tuple[str, str, str]
"""GeoNames' class and code, and the extent in kilometers."""

_UNITS: Mapping[str, Kind] = {
    "country": KINDS["admin_level", "2"],
    "state": KINDS["admin_level", "4"],
    "region": KINDS["admin_level", "4"],
    "province": KINDS["admin_level", "4"],
    "county": KINDS["admin_level", "6"],
    "state_district": KINDS["admin_level", "6"],
    "district": ("A", "ADM3", "12"),
    "municipality": ("A", "ADM3", "12"),
}
"""A boundary's level in the address, as both services give it, to its kind."""

_UNIT: Kind = ("A", "ADMD", "12")
_LONGEST_NUMBER = 15
_JOINERS = "\u200c\u200d"
"""Invisible, but part of the spelling of Persian and Kurdish names."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a service said about a name.

    Attributes:
        query: The name asked for, on one line.
        records: Places in the service's order; empty when it knows none.
        failure: Why there is no usable answer; empty when there is one.
    """

    query: str
    records: tuple[Record, ...] = ()
    failure: str = ""


def plain_text(value: object) -> str:
    """Return text on one line without control, format and unpaired surrogate characters."""
    if not isinstance(value, str | int | float):
        return ""
    letters = unicodedata.normalize("NFC", str(value))
    return " ".join("".join(map(_visible, letters)).split())


def _visible(letter: str) -> str:
    hidden = unicodedata.category(letter) in {"Cc", "Cf", "Cs"} and letter not in _JOINERS
    return " " if hidden else letter


def nominatim_record(row: Mapping[str, object]) -> Record | None:
    """Return the place of a row that Nominatim sent; None for what is no place."""
    names, address = _texts(row.get("namedetails")), _texts(row.get("address"))
    shown = plain_text(row.get("name") or row.get("display_name")).partition(",")[0]
    names.setdefault("name", shown)
    key = plain_text(row.get("class", row.get("category")))
    kind = _kind(key, plain_text(row.get("type")), plain_text(row.get("addresstype")))
    return _osm_record(
        kind,
        names,
        {
            "id": _osm_id(row.get("osm_type"), row.get("osm_id")),
            "lat": plain_text(row.get("lat")),
            "lon": plain_text(row.get("lon")),
            "country": address.get("country_code", ""),
            "admin1": address.get("state") or address.get("province") or address.get("region", ""),
            "admin2": address.get("county", ""),
            "population": _digits(_texts(row.get("extratags")).get("population")),
        },
    )


def photon_record(row: Mapping[str, object]) -> Record | None:
    """Return the place of a GeoJSON feature that Photon sent; None for what is no place."""
    tags = _texts(row.get("properties"))
    kind = _kind(tags.get("osm_key", ""), tags.get("osm_value", ""), tags.get("type", ""))
    geometry = row.get("geometry")
    point = geometry.get("coordinates") if isinstance(geometry, dict) else None
    lon, lat = (point[0], point[1]) if isinstance(point, list) and len(point) > 1 else ("", "")
    return _osm_record(
        kind,
        {"name": tags.get("name", "")},
        {
            "id": _osm_id(tags.get("osm_type"), tags.get("osm_id")),
            "lat": plain_text(lat),
            "lon": plain_text(lon),
            "country": tags.get("countrycode", ""),
            "admin1": tags.get("state", ""),
            "admin2": tags.get("county", ""),
        },
    )


def geonames_record(row: Mapping[str, object]) -> Record | None:
    """Return the place of a row that GeoNames sent; None for what is no place."""
    tags = _texts(row)
    feature_class, code = tags.get("fcl", ""), tags.get("fcode", "")
    if feature_class not in WANTED_CLASSES or (feature_class == "S" and code not in WANTED_SITES):
        return None
    people, number = _digits(tags.get("population")), _digits(tags.get("geonameId"))
    return _record(
        {
            "id": f"gn:{number}" if number else "",
            "name": tags.get("name", ""),
            "alternate_names": _joined([tags.get("toponymName", ""), tags.get("asciiName", "")]),
            "lat": tags.get("lat", ""),
            "lon": tags.get("lng", ""),
            "feature_class": feature_class,
            "feature_code": code,
            "country": tags.get("countryCode", ""),
            "admin1": tags.get("adminName1", ""),
            "admin2": tags.get("adminName2", ""),
            "population": people,
            "radius_km": extent_km(code, people),
            "source": "GeoNames web service, CC BY 4.0",
        }
    )


def _kind(key: str, value: str, level: str) -> Kind | None:
    """Return the kind of an OpenStreetMap object by its main tag and its level in an address."""
    if key == "boundary" and value == "administrative":
        return KINDS.get(("place", level)) or _UNITS.get(level, _UNIT)
    return KINDS.get((key, value))


def _osm_record(
    kind: Kind | None, names: Mapping[str, str], values: Mapping[str, str]
) -> Record | None:
    if kind is None:
        return None
    feature_class, code, radius = kind
    return _record(
        {
            **values,
            "name": next((names[key] for key in PRIMARY if names.get(key)), ""),
            "alternate_names": _joined(other_names(names)),
            "feature_class": feature_class,
            "feature_code": code,
            "radius_km": radius,
            "source": "OpenStreetMap contributors, ODbL 1.0",
        }
    )


def _record(values: dict[str, str]) -> Record | None:
    # What a place can do without must not cost it its place.
    country = values["country"].upper()
    values["country"] = country if len(country) == len("SY") and country.isascii() else ""
    return build_record(values, 0, _note)


def _note(problem: Problem) -> None:
    logger.debug("a row of an online answer was left out: %s", problem)


def _osm_id(kind: object, number: object) -> str:
    letter, digits = plain_text(kind)[:1].lower(), _digits(number)
    return f"osm:{letter}{digits}" if letter in set("nwr") and digits else ""


def _digits(value: object) -> str:
    """Return a number's digits; empty for anything else, such as "about 2,000"."""
    text = plain_text(value)
    return text if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else ""


def _joined(names: Iterable[str]) -> str:
    return SEPARATOR.join(name.replace(SEPARATOR, " ") for name in names)


def _texts(value: object) -> dict[str, str]:
    return dict(_pairs(value)) if isinstance(value, Mapping) else {}


def _pairs(value: Mapping[object, object]) -> Iterator[tuple[str, str]]:
    for key, text in value.items():
        yield str(key), plain_text(text)
