"""The bundled highways: what the map and the articles rely on."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from mapapp.highways.load import load_highway, load_highways
from mapapp.highways.nearby import distance_km
from mapapp.highways.segments import segments_between
from mapapp.highways.write import highway_text
from mapapp.model.geometry import Coordinates
from mapapp.model.highway import Highway
from tools.highways import __main__ as build

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data" / "highways"

CITIES = {
    "Saraqib": (35.8645, 36.8059),
    "Hama": (35.1318, 36.7578),
    "Homs": (34.7241, 36.7256),
    "Damascus": (33.5102, 36.2913),
    "Aleppo": (36.2012, 37.1612),
}
"""City points of GeoNames."""


@pytest.fixture(scope="module")
def bundled() -> dict[str, Highway]:
    return {highway.id: highway for highway in load_highways(FOLDER)}


def test_the_roads_that_are_dense_enough_are_there(bundled: dict[str, Highway]):
    assert sorted(bundled) == ["SY-M1", "SY-M2", "SY-M4", "SY-M4-east", "SY-M5"]


@pytest.mark.parametrize("city", CITIES)
def test_m5_passes_within_3_km(bundled: dict[str, Highway], city: str):
    lat, lon = CITIES[city]
    assert distance_km(Coordinates(lat=lat, lon=lon), bundled["SY-M5"]) < 3.0


@pytest.mark.parametrize(
    ("road", "start", "end", "km"),
    [
        ("SY-M5", "Saraqib", "Khan Tuman", 34.0),
        ("SY-M5", "Ma'arrat al-Numan", "Saraqib", 26.1),
        ("SY-M4", "Jisr al-Shughur", "Ariha", 30.7),
        ("SY-M4", "Ariha", "Saraqib", 18.3),
        ("SY-M4-east", "Ain Issa", "Tell Tamer", 138.5),
    ],
)
def test_segments_are_named_after_their_places(
    bundled: dict[str, Highway], road: str, start: str, end: str, km: float
):
    (segment,) = segments_between(bundled[road], start, end)
    assert segment.name == f"{start} - {end}"
    assert segment.length_km == pytest.approx(km, abs=0.5)


def test_segments_cover_their_road_without_gap(bundled: dict[str, Highway]):
    for highway in bundled.values():
        assert highway.segments[0].first == 0
        assert highway.segments[-1].last == len(highway.waypoints) - 1
        assert all(a.last == b.first for a, b in pairwise(highway.segments))
        assert len({segment.id for segment in highway.segments}) == len(highway.segments)


def test_waypoints_are_in_order_and_dense_enough(bundled: dict[str, Highway]):
    for highway in bundled.values():
        assert build.too_sparse(highway.waypoints) == ""
        assert highway.approximate


def test_m4_and_m5_meet_at_saraqib(bundled: dict[str, Highway]):
    junction = bundled["SY-M4"].waypoints[-1].coordinates
    assert distance_km(junction, bundled["SY-M5"]) == pytest.approx(0, abs=1e-6)


def test_files_are_what_the_build_writes():
    waypoints = build.read_waypoints(build.HERE / "waypoints.csv")
    for facts in build.described_highways():
        highway = build.build_highway(facts, waypoints[facts["waypoints"]])
        path = FOLDER / f"{facts['file']}.csv"
        if build.too_sparse(highway.waypoints):
            assert not path.exists()
        else:
            assert path.read_text(encoding="utf-8") == highway_text(highway)
            assert load_highway(path) == highway


def test_every_waypoint_has_a_source():
    with (build.HERE / "waypoints.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["name"] for row in rows if not row["source"]] == []


def test_every_file_has_its_row_in_the_sources():
    sources = (ROOT / "data" / "SOURCES.md").read_text(encoding="utf-8")
    missing = [path.name for path in FOLDER.glob("*.csv") if f"highways/{path.name}" not in sources]
    assert missing == []
