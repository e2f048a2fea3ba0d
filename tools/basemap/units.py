"""Which outlines of Natural Earth are which first-level unit of the gazetteer.

A feature goes to the unit that shares its GeoNames id, else to the one that holds most of its
towns: Natural Earth draws finer units in some countries (Burkina Faso's provinces). Where its
outlines are older than today's units (Mali before Taoudénit, Mandalay before Naypyidaw) an id says
too little: an outline that also holds another unit is nobody's, and both stay circles.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.gazetteer.geometry import Ring, locate, main_shape, outer_rings

Feature = dict[str, Any]
Home = tuple[str, str]
"""Country and name of the unit that the gazetteer says a town is in."""

MAJORITY = 0.6
"""Share of a feature's towns that must be one unit's for the feature to be part of it."""

HELD = 0.5
"""Share of a unit's towns inside its outline below which the outline is wrong, unless its point is
inside: suburbs are often counted to a city whose outline ends before them (Beirut)."""

INVADED = 0.25
"""Share of another unit's towns inside an outline from which it is older than that unit, which may
have been made of two (West Kordofan)."""


_COUNTRIES = frozenset({"PCLI", "PCLD"})
_NO_CODE = "~"
"""Ends a code that Natural Earth made up for ground that ISO 3166-2 does not list, such as de-facto
regions."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """A first-level unit of the gazetteer: degrees WGS 84, and the key of its towns."""

    id: str
    country: str
    name: str
    lat: float
    lon: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What the gazetteer says about countries, units and towns.

    Attributes:
        countries: Id of every country by its alpha-2 code.
        units: First-level units.
        finer: Ids of the finer units that are a feature each: ``ne:`` and Natural Earth's number.
        lats: Latitude of every town.
        lons: Longitude of every town.
        homes: Country and unit name of every town.
    """

    countries: dict[str, str] = field(default_factory=dict)
    units: list[Unit] = field(default_factory=list)
    finer: set[str] = field(default_factory=set)
    lats: list[float] = field(default_factory=list)
    lons: list[float] = field(default_factory=list)
    homes: list[Home] = field(default_factory=list)


def read_ground(gazetteer: Path) -> Ground:
    """Return the countries, the units and the towns of a gazetteer file."""
    ground = Ground()
    with gazetteer.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            lat, lon = float(row["lat"]), float(row["lon"])
            if row["feature_code"] == "ADM1":
                ground.units.append(
                    Unit(id=row["id"], country=row["country"], name=row["name"], lat=lat, lon=lon)
                )
            elif row["feature_code"] in _COUNTRIES:
                ground.countries[row["country"]] = row["id"]
            elif row["id"].startswith("ne:"):
                ground.finer.add(row["id"])
            elif row["feature_class"] == "P" and row["admin1"]:
                ground.lats.append(lat)
                ground.lons.append(lon)
                ground.homes.append((row["country"], row["admin1"]))
    return ground


def match_units(features: Sequence[Feature], ground: Ground) -> dict[str, list[int]]:
    """Return the features that together are a unit, by the unit's id; units without are left out.

    Args:
        features: Natural Earth's first-level features, in the order of their file.
        ground: The gazetteer's units and towns.
    """
    areas = _smallest_first(features)
    inside: dict[int, Counter[Home]] = defaultdict(Counter)
    for holder, home in zip(locate(areas, ground.lats, ground.lons), ground.homes, strict=True):
        if holder is not None:
            inside[_number(holder)][home] += 1
    points = locate(areas, [u.lat for u in ground.units], [u.lon for u in ground.units])
    owned = _owners(features, ground.units, inside)
    spots = {u.id: _number(key) for u, key in zip(ground.units, points, strict=True) if key}
    within = _towns_by_feature(ground.units, inside, spots)
    missing: dict[str, list[str]] = defaultdict(list)
    for unit in ground.units:
        if unit.id not in owned:
            missing[unit.country].append(unit.id)
    country = {unit.id: unit.country for unit in ground.units}
    return {
        id_: parts
        for id_, parts in owned.items()
        if (spots.get(id_) in parts or not within[id_] or _holds(parts, within[id_], HELD))
        and not any(_holds(parts, within[other], INVADED) for other in missing[country[id_]])
    }


def _towns_by_feature(
    units: Sequence[Unit], inside: Mapping[int, Counter[Home]], spots: Mapping[str, int]
) -> dict[str, Counter[int]]:
    """Count each unit's towns by the feature that holds them; without towns, its point counts."""
    where: dict[Home, Counter[int]] = defaultdict(Counter)
    for number, held in inside.items():
        for home, count in held.items():
            where[home][number] += count
    namesakes = Counter((unit.country, unit.name) for unit in units)
    found = {}
    for unit in units:
        home = (unit.country, unit.name)
        clear = where[home] and namesakes[home] == 1
        found[unit.id] = (
            where[home] if clear else Counter({spots[unit.id]: 1} if unit.id in spots else {})
        )
    return found


def match_finer(features: Sequence[Feature], ground: Ground) -> dict[str, list[int]]:
    """Return the feature of each finer unit that ISO 3166-2 lists, by the unit's id."""
    return {
        id_: [number]
        for number, feature in enumerate(features)
        if (id_ := f"ne:{feature['properties'].get('ne_id')}") in ground.finer
        and _NO_CODE not in (feature["properties"].get("iso_3166_2") or _NO_CODE)
    }


def match_countries(features: Sequence[Feature], ground: Ground) -> dict[str, list[int]]:
    """Return the features of each country, by the country's id.

    The country of a feature is that of the gazetteer's unit (GeoNames, after ISO 3166), so that
    Crimea is where ISO has it; else what Natural Earth's ISO code says.
    """
    known = {unit.id: unit.country for unit in ground.units}
    found: dict[str, list[int]] = defaultdict(list)
    for number, feature in enumerate(features):
        properties = feature["properties"]
        code = known.get(f"gn:{properties.get('gn_id')}", properties.get("iso_a2"))
        if code in ground.countries:
            found[ground.countries[code]].append(number)
    return dict(found)


def _smallest_first(features: Sequence[Feature]) -> dict[str, list[Ring]]:
    """Return outer rings by a key that sorts small features first.

    A town of a city that is an enclave is found in the city, not in the unit around it.
    """
    rings = [outer_rings(feature["geometry"]) for feature in features]
    sizes = [main_shape(ring).area for ring in rings]
    order = sorted(range(len(rings)), key=sizes.__getitem__)
    return {f"{rank:05d}/{number}": rings[number] for rank, number in enumerate(order)}


def _number(key: str) -> int:
    return int(key.partition("/")[2])


def _owners(
    features: Sequence[Feature],
    units: Sequence[Unit],
    inside: Mapping[int, Counter[Home]],
) -> dict[str, list[int]]:
    known = {unit.id: unit for unit in units}
    by_home = {(unit.country, unit.name): unit for unit in units}
    owned: dict[str, list[int]] = defaultdict(list)
    for number, feature in enumerate(features):
        properties = feature["properties"]
        unit = known.get(f"gn:{properties.get('gn_id')}")
        if unit is None and inside.get(number):
            home, most = max(inside[number].items(), key=lambda item: (item[1], item[0]))
            unit = by_home.get(home) if most > MAJORITY * inside[number].total() else None
        # A feature that the two sources give to different countries (Crimea) is nobody's here.
        if unit is not None and unit.country == properties.get("iso_a2"):
            owned[unit.id].append(number)
    return dict(owned)


def _holds(parts: Sequence[int], towns: Counter[int], share: float) -> bool:
    """Return whether features hold at least a share of towns that are counted by feature."""
    return bool(towns) and sum(towns[number] for number in parts) >= share * towns.total()
