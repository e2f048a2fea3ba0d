import pytest

from mapapp.highways.nearby import distance_km, nearest_segment, project
from mapapp.model.geometry import Coordinates
from mapapp.model.highway import Highway


def at(lat: float, lon: float) -> Coordinates:
    return Coordinates(lat=lat, lon=lon)


def test_projection_onto_a_leg():
    found = project(at(9.25, 20.5), [at(10, 20), at(9, 20), at(8, 20)])
    assert (found.leg, found.fraction) == (0, pytest.approx(0.75, abs=1e-3))
    assert found.coordinates.lat == pytest.approx(9.25, abs=1e-3)
    assert found.coordinates.lon == 20
    assert found.distance_km == pytest.approx(at(9.25, 20.5).distance_km(at(9.25, 20)), rel=1e-4)


def test_projection_beyond_an_end_is_the_end():
    found = project(at(11, 20), [at(10, 20), at(9, 20)])
    assert (found.leg, found.fraction, found.coordinates) == (0, 0.0, at(10, 20))
    assert project(at(0, 20), [at(10, 20), at(9, 20)]).coordinates == at(9, 20)


def test_projection_on_one_point_and_on_repeated_points():
    assert project(at(1, 1), [at(0, 0)]).coordinates == at(0, 0)
    assert project(at(1, 1), [at(0, 0), at(0, 0)]).coordinates == at(0, 0)


def test_a_line_without_points_is_refused():
    with pytest.raises(ValueError, match="without points"):
        project(at(0, 0), [])


def test_projection_across_the_date_line():
    found = project(at(0.1, 180), [at(0, 179.5), at(0, -179.5)])
    assert found.distance_km == pytest.approx(11.1, abs=0.1)
    assert abs(found.coordinates.lon) == pytest.approx(180)


def test_distance_to_a_road(roads: tuple[Highway, ...]):
    assert distance_km(at(9, 20), roads[0]) == 0
    assert distance_km(at(9, 20.1), roads[0]) == pytest.approx(10.98, abs=0.01)


def test_nearest_segment_and_its_reach(roads: tuple[Highway, ...]):
    found = nearest_segment(at(9.02, 19.5), roads)
    assert found is not None
    assert (found.highway.id, found.segment.name) == ("XX-B2", "Westford - Midtown")
    assert found.projection.distance_km == pytest.approx(2.2, abs=0.1)
    assert nearest_segment(at(9.02, 19.5), roads, within_km=2) is None
    assert nearest_segment(at(9.02, 19.5), ()) is None
