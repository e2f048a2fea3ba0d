import json
from pathlib import Path

import pytest

from mapapp.errors import DataError
from mapapp.highways.add import RoadFacts, RoadPlace, highway_of, places_of_known, read_pieces
from mapapp.highways.geometry import RoadLine
from mapapp.highways.load import read_highway
from mapapp.highways.write import highway_text
from mapapp.model.geometry import Coordinates
from mapapp.model.highway import Highway

FACTS = RoadFacts(id="XX-A7", shield="A7", name="A road", country="XX", source="GPS")


def recorded(first: float, last: float, step: float = 0.01, lon: float = 20.01) -> RoadLine:
    count = round((last - first) / step)
    points = (Coordinates(lat=first + step * number, lon=lon) for number in range(count + 1))
    return RoadLine(points=tuple(points))


def test_known_places_cut_the_recorded_line(roads: tuple[Highway, ...]):
    # Recorded from south to north, while the known road runs from north to south.
    pieces = [recorded(8.0, 9.3), recorded(9.3, 10.0)]
    highway, rest = highway_of(pieces, FACTS, places_of_known(roads[0]), tolerance_km=0.01)
    assert rest == ()
    assert [segment.name for segment in highway.segments] == [
        "Northport - Midtown",
        "Midtown - Southport",
    ]
    assert [segment.length_km for segment in highway.segments] == [111.2, 111.2]
    assert highway.approximate is False
    assert {waypoint.basis for waypoint in highway.waypoints} == {"S"}
    assert highway.waypoints[0].coordinates.lat == pytest.approx(10.0)
    assert highway.waypoints[1].coordinates.lat == pytest.approx(9.0, abs=1e-3)


def test_an_added_highway_survives_its_file(roads: tuple[Highway, ...]):
    highway, _ = highway_of(
        [recorded(8.0, 10.0)], FACTS, places_of_known(roads[0]), tolerance_km=0.01
    )
    again = read_highway(highway_text(highway).splitlines(), "x")
    assert [s.id for s in again.segments] == [s.id for s in highway.segments]
    assert again.approximate is False


def test_places_far_from_the_line_do_not_cut_it(roads: tuple[Highway, ...]):
    far = RoadPlace(name="Elsewhere", coordinates=Coordinates(lat=9.0, lon=21.0))
    places = (*places_of_known(roads[0]), far)
    highway, _ = highway_of([recorded(8.0, 10.0)], FACTS, places, tolerance_km=0.01)
    assert len(highway.segments) == 2


def test_an_end_without_a_name_is_refused_with_the_option_to_use(roads: tuple[Highway, ...]):
    with pytest.raises(DataError, match=r"first point, 10\.5000.*--place 'NAME=10\.5000,20\.0100'"):
        highway_of([recorded(8.0, 10.5)], FACTS, places_of_known(roads[0]), tolerance_km=0.01)


def test_a_given_place_names_the_end(roads: tuple[Highway, ...]):
    end = RoadPlace(name="Farpoint", coordinates=Coordinates(lat=10.5, lon=20.01))
    places = (*places_of_known(roads[0]), end)
    highway, _ = highway_of([recorded(8.0, 10.5)], FACTS, places, tolerance_km=0.01)
    assert highway.segments[0].name == "Farpoint - Northport"


def test_pieces_that_join_nowhere_are_returned(roads: tuple[Highway, ...]):
    pieces = [recorded(8.0, 10.0), recorded(8.0, 8.2, lon=25.0)]
    _, rest = highway_of(pieces, FACTS, places_of_known(roads[0]), tolerance_km=0.01)
    assert [len(piece) for piece in rest] == [21]


def test_reading_finds_the_format_by_content(tmp_path: Path):
    path = tmp_path / "road.data"
    path.write_text(json.dumps({"type": "LineString", "coordinates": [[20, 8], [20, 9]]}))
    assert [piece.points for piece in read_pieces(path)] == [
        (Coordinates(lat=8, lon=20), Coordinates(lat=9, lon=20))
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("no road", "is of no known format; allowed are GeoJSON, GPX, Overpass JSON"),
        ('{"type": "Feature", "geometry": null}', "GeoJSON without a line"),
        (None, "cannot be read"),
    ],
)
def test_a_file_without_a_road_is_refused(tmp_path: Path, content: str | None, message: str):
    path = tmp_path / "road"
    if content is not None:
        path.write_text(content)
    with pytest.raises(DataError, match=message):
        read_pieces(path)
