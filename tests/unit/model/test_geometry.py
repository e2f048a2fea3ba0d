import pytest

from mapapp.model.geometry import Coordinates


def test_distance_from_damascus_to_aleppo():
    damascus = Coordinates(lat=33.5102, lon=36.2913)
    aleppo = Coordinates(lat=36.2012, lon=37.1612)
    assert damascus.distance_km(aleppo) == pytest.approx(309.6, abs=1)
    assert aleppo.distance_km(damascus) == damascus.distance_km(aleppo)


def test_distance_over_the_date_line_and_to_itself():
    west = Coordinates(lat=0, lon=179.5)
    east = Coordinates(lat=0, lon=-179.5)
    assert west.distance_km(east) == pytest.approx(111.195, abs=0.01)
    assert west.distance_km(west) == 0
