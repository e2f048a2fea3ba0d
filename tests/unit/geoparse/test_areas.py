"""Areas cut from places."""

import pytest

from mapapp.geoparse.areas import between, moved, side_of, somewhere_in
from mapapp.model.geometry import Coordinates
from mapapp.model.place import Place
from mapapp.model.toponym import Role


def place(**changes):
    values = {
        "id": "gn:1",
        "name": "Town",
        "coordinates": Coordinates(lat=35.0, lon=36.0),
        "feature_class": "P",
        "feature_code": "PPL",
        "country": "SY",
    }
    return Place(**(values | changes))


def named(parse, text, name):
    return next(t for t in parse(text) if t.text == name)


@pytest.mark.parametrize(
    ("word", "side"),
    [("north", "north"), ("southern", "south"), ("north-eastern", "northeast"), ("wide", "")],
)
def test_side_of(word, side):
    assert side_of(word) == side


def test_moved_goes_as_far_as_told():
    start = Coordinates(lat=35.0, lon=36.0)
    for side in ("north", "southwest", "east"):
        assert moved(start, side, 50.0).distance_km(start) == pytest.approx(50.0, rel=0.01)


def test_moved_wraps_at_the_date_line_and_stops_at_the_pole():
    assert moved(Coordinates(lat=0.0, lon=179.9), "east", 100.0).lon == pytest.approx(
        -179.2, abs=0.1
    )
    assert moved(Coordinates(lat=89.9, lon=0.0), "north", 100.0).lat == 90.0


def test_southern_province(parse):
    toponym = named(parse, "Troops seized villages in southern Raqqa province.", "Raqqa")
    whole = named(parse, "Troops seized villages in the province of Raqqa.", "Raqqa")
    assert toponym.place.id == f"{whole.place.id}~south"
    assert toponym.role is Role.AREA
    assert toponym.place.coordinates.lat < whole.place.coordinates.lat
    assert toponym.place.radius_km < whole.place.radius_km


@pytest.mark.parametrize("text", ["10 km north of Raqqa", "ten kilometres north of Raqqa"])
def test_offset(parse, text):
    toponym = named(parse, f"A convoy was hit {text} in Syria.", "Raqqa")
    city = named(parse, "A convoy was hit in Raqqa in Syria.", "Raqqa")
    assert toponym.place.id == f"{city.place.id}~10kmnorth"
    shift = toponym.place.coordinates.distance_km(city.place.coordinates)
    assert shift == pytest.approx(10.0, abs=0.1)


def test_miles_are_counted(parse):
    toponym = named(parse, "A convoy was hit 10 miles south of Raqqa in Syria.", "Raqqa")
    assert toponym.place.id.endswith("~16.1kmsouth")


@pytest.mark.parametrize("text", ["rural Homs", "the countryside of Homs"])
def test_countryside(parse, text):
    toponym = named(parse, f"Clashes were reported in {text}, Syria.", "Homs")
    assert toponym.place.id.endswith("rural")
    assert toponym.place.radius_km >= 30.0


def test_between_two_towns(parse):
    toponyms = parse("The army cut the road between Ariha and Saraqib in Syria.")
    first, second = (t for t in toponyms if t.text in {"Ariha", "Saraqib"})
    assert first.place == second.place
    assert "~to~" in first.place.id


def test_between_far_places_is_no_stretch():
    far = place(id="gn:2", coordinates=Coordinates(lat=45.0, lon=36.0))
    assert between(place(), far) is None
    assert between(place(), place()) is None


def test_between_does_not_depend_on_order():
    other = place(id="gn:2", name="Other", coordinates=Coordinates(lat=35.2, lon=36.0))
    assert between(place(), other).id == between(other, place()).id


def test_somewhere_in_a_parent_shows_its_doubt():
    parent = place(radius_km=70.0, feature_class="A", feature_code="ADM1")
    found = somewhere_in(parent, "Kafr X", "kafr x")
    assert found.id == "gn:1~in~kafr-x"
    assert found.error_km == 70.0
    assert found.coordinates == parent.coordinates


def test_an_area_that_the_gazetteer_lists_is_one_place_in_any_case(parse):
    text = "Southern Idlib was shelled. Later they lost ground in southern Idlib province in Syria."
    ids = {toponym.place.id for toponym in parse(text) if "Idlib" in toponym.text}
    assert ids == {"mp:southern-idlib-sy"}
