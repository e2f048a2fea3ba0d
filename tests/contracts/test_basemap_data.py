"""The offline base map: small, complete where wars are, and careful about borders."""

import csv
import json
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from tools.basemap.countries import FIRST_LEVEL_COUNTRIES
from tools.basemap.layers import LAYERS
from tools.basemap.simplify import encloses

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data" / "basemap"
LARGEST_BYTES = 1_000_000
LARGEST_OUTLINES = 900_000
ALLOWED = {
    "land": set(),
    "lakes": {"name"},
    "rivers": {"name", "min_zoom"},
    "admin1": {"country"},
    "borders": {"name", "disputed"},
}
KINDS = {
    "land": "land",
    "lakes": "lake",
    "rivers": "river",
    "admin1": "admin1",
    "borders": "border",
}

Feature = dict[str, Any]


@pytest.fixture(scope="module")
def layers() -> dict[str, list[Feature]]:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.geojson")}
    return {name: json.loads(text)["features"] for name, text in texts.items()}


def lines(feature: Feature) -> list[list[list[float]]]:
    geometry = feature["geometry"]
    several = geometry["type"] == "MultiLineString"
    return geometry["coordinates"] if several else [geometry["coordinates"]]


def positions(value: Any) -> Iterator[list[float]]:
    if isinstance(value[0], int | float):
        yield value
    else:
        for part in value:
            yield from positions(part)


def is_land(layers: dict[str, list[Feature]], lat: float, lon: float) -> bool:
    (land,) = layers["land"]
    inside = False
    for polygon in land["geometry"]["coordinates"]:
        outer, *holes = [[(x, y) for x, y in ring] for ring in polygon]
        if encloses(outer, (lon, lat)):
            inside = not any(encloses(hole, (lon, lat)) for hole in holes)
    return inside


def crossing_rivers(layers: dict[str, list[Feature]], box: tuple[float, ...]) -> int:
    south, west, north, east = box
    return sum(
        any(south <= lat <= north and west <= lon <= east for lon, lat in line)
        for feature in layers["rivers"]
        for line in lines(feature)
    )


def test_the_whole_map_is_smaller_than_a_photograph():
    assert sorted(path.stem for path in FOLDER.glob("*.geojson")) == sorted(LAYERS)
    assert sum(path.stat().st_size for path in FOLDER.glob("*.geojson")) < LARGEST_BYTES


def test_features_say_their_kind_and_nothing_needless(layers: dict[str, list[Feature]]):
    for name, features in layers.items():
        for feature in features:
            properties = feature["properties"]
            assert properties["kind"] == KINDS[name]
            assert set(properties) - {"kind"} <= ALLOWED[name]


def test_coordinates_are_on_the_globe_and_rounded(layers: dict[str, list[Feature]]):
    for features in layers.values():
        for feature in features:
            for lon, lat in positions(feature["geometry"]["coordinates"]):
                assert -180 <= lon <= 180
                assert -90 <= lat <= 90
                assert (round(lon, 3), round(lat, 3)) == (lon, lat)


def test_polygons_are_closed(layers: dict[str, list[Feature]]):
    (land,) = layers["land"]
    rings = [ring for polygon in land["geometry"]["coordinates"] for ring in polygon]
    rings += [ring for lake in layers["lakes"] for ring in lake["geometry"]["coordinates"]]
    assert [ring for ring in rings if ring[0] != ring[-1] or len(ring) < 4] == []


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        (35.86, 36.81),  # Saraqib
        (35.53, 35.82),  # Latakia
        (35.15, 33.3),  # Cyprus
        (15.6, 32.5),  # Khartoum
        (48.5, 37.9),  # Donbas
        (40.7, -74.5),  # New Jersey
    ],
)
def test_land_is_land(layers: dict[str, list[Feature]], lat: float, lon: float):
    assert is_land(layers, lat, lon)


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        (35.4, 35.0),  # Mediterranean
        (20.0, 38.5),  # Red Sea
        (43.5, 34.0),  # Black Sea
        (42.0, 51.0),  # Caspian Sea, a hole in the land
        (0.0, -30.0),  # Atlantic
    ],
)
def test_sea_is_sea(layers: dict[str, list[Feature]], lat: float, lon: float):
    assert not is_land(layers, lat, lon)


def test_lines_that_states_dispute_are_marked(layers: dict[str, list[Feature]]):
    disputed = {
        f["properties"]["name"] for f in layers["borders"] if f["properties"].get("disputed")
    }
    assert disputed >= {
        "Ceasefire Lines 1974",  # Golan
        "Kosovo / Republic of Serbia",
        "Morocco / Western Sahara",
        "Russia / Ukraine",  # Crimea
        "Somalia / Somaliland",
        "Israel / Palestine",
    }
    assert "Guatemala / Mexico" not in disputed


def test_recognized_borders_are_one_feature_without_a_name(layers: dict[str, list[Feature]]):
    solid = [f for f in layers["borders"] if not f["properties"].get("disputed")]
    assert [feature["properties"] for feature in solid] == [{"kind": "border"}]


def test_the_border_of_syria_and_turkey_is_solid(layers: dict[str, list[Feature]]):
    solid = next(f for f in layers["borders"] if not f["properties"].get("disputed"))
    near = [p for p in positions(solid["geometry"]["coordinates"]) if 36 < p[0] < 37.2]
    assert any(36.6 < lat < 36.9 for _, lat in near)


def test_countries_at_war_have_their_first_level_units(layers: dict[str, list[Feature]]):
    drawn = {feature["properties"]["country"] for feature in layers["admin1"]}
    assert drawn >= {"SY", "UA", "SD", "YE", "LY", "IQ", "AF", "ML", "BF", "NE", "SO", "ET", "MM"}
    assert drawn <= FIRST_LEVEL_COUNTRIES


@pytest.mark.parametrize(
    "box",
    [
        (35.0, 38.5, 36.0, 41.0),  # Euphrates in Syria
        (47.5, 33.0, 50.0, 35.5),  # Dnieper
        (15.0, 32.0, 16.5, 33.0),  # Nile at Khartoum
        (12.0, -8.0, 17.0, 0.0),  # Niger
        (35.1, 36.2, 36.0, 36.8),  # Orontes
        (48.8, 37.0, 49.3, 38.0),  # Siverskyi Donets
    ],
)
def test_the_great_rivers_are_drawn(layers: dict[str, list[Feature]], box: tuple[float, ...]):
    assert crossing_rivers(layers, box) > 0


def test_lakes_bear_their_names(layers: dict[str, list[Feature]]):
    names = {feature["properties"].get("name", "") for feature in layers["lakes"]}
    assert names >= {"Dead Sea", "Lake Victoria", "Lake Urmia"}


def test_every_file_has_its_row_in_the_sources():
    sources = (ROOT / "data" / "SOURCES.md").read_text(encoding="utf-8")
    missing = [p.name for p in FOLDER.iterdir() if f"basemap/{p.name}" not in sources]
    assert missing == []


def outlines() -> dict[str, Any]:
    return json.loads((FOLDER / "outlines.json").read_text(encoding="utf-8"))


def ring_points(data: dict[str, Any], ring: list[int]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for step in ring:
        flat = data["arcs"][step if step >= 0 else ~step]
        line = list(zip(accumulate(flat[::2]), accumulate(flat[1::2]), strict=True))
        points += line if step >= 0 else line[::-1]
    return [(x / 1000, y / 1000) for x, y in points]


def test_outlines_are_small_closed_and_on_the_globe():
    assert (FOLDER / "outlines.json").stat().st_size < LARGEST_OUTLINES
    data = outlines()
    for rings in data["outlines"].values():
        for ring in rings:
            points = ring_points(data, ring)
            assert len(points) >= 4
            assert points[0] == points[-1]
            assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points)


def test_every_outline_belongs_to_a_row_of_the_gazetteer_and_holds_its_point():
    data = outlines()
    with (ROOT / "data" / "gazetteer.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    assert set(data["outlines"]) <= set(rows)
    units = [id_ for id_ in data["outlines"] if rows[id_]["country"] in FIRST_LEVEL_COUNTRIES]
    outside = []
    for id_ in units:
        point = (float(rows[id_]["lon"]), float(rows[id_]["lat"]))
        if not any(encloses(ring_points(data, r), point) for r in data["outlines"][id_]):
            outside.append(rows[id_]["name"])
    # A middle may lie off a bent or coastal unit, never often.
    assert len(outside) <= 0.03 * len(units), outside


@pytest.mark.parametrize(
    ("country", "least"),
    [("SY", 13), ("UA", 25), ("IQ", 17), ("SD", 15), ("YE", 20), ("AF", 34), ("LY", 22)],
)
def test_countries_at_war_have_the_outlines_of_their_units(country: str, least: int):
    data = outlines()
    with (ROOT / "data" / "gazetteer.csv").open(encoding="utf-8", newline="") as stream:
        units = [
            row["id"]
            for row in csv.DictReader(stream)
            if row["feature_code"] == "ADM1" and row["country"] == country
        ]
    assert sum(id_ in data["outlines"] for id_ in units) >= least


@pytest.mark.parametrize(
    "id_",
    [
        "gn:703883",  # Crimea: the two sources give it to two countries
        "gn:173336",  # Quneitra: the Golan
        "gn:281132",  # Gaza Strip
        "gn:285153",  # West Bank
        "gn:293198",  # Jerusalem
        "gn:6254930",  # Palestine
    ],
)
def test_where_a_unit_ends_is_not_said_where_it_is_in_dispute(id_: str):
    assert id_ not in outlines()["outlines"]
