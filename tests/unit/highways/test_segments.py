import pytest

from mapapp.highways.segments import (
    cuts_of,
    find_segments,
    length_km,
    place_words,
    same_place,
    segments_between,
)
from mapapp.model.geometry import Coordinates
from mapapp.model.highway import Highway


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Saraqib", "Saraqeb"),
        ("Jisr al-Shughur", "Jisr ash-Shughour"),
        ("Khan Tuman", "Khan Touman"),
        ("Ma'arrat al-Numan", "Maarat al-Numan"),
        ("Saraqib", "سراقب"),
    ],
)
def test_spellings_of_one_place_meet(left: str, right: str):
    assert same_place(place_words(left), place_words(right))


@pytest.mark.parametrize(
    ("left", "right"), [("Homs", "Hama"), ("Saraqib", "Sarmin"), ("Manbij", "Menagh"), ("", "Homs")]
)
def test_other_places_do_not(left: str, right: str):
    assert not same_place(place_words(left), place_words(right))


def test_segments_between_two_places_in_any_order(roads: tuple[Highway, ...]):
    names = ["Northport - Midtown", "Midtown - Southport"]
    assert [s.name for s in segments_between(roads[0], "Northport", "Southport")] == names
    assert [s.name for s in segments_between(roads[0], "southport", "NORTHPORT")] == names
    assert [s.name for s in segments_between(roads[0], "Midtown", "Southport")] == names[1:]


def test_a_waypoint_that_cuts_nothing_still_names_its_stretch(roads: tuple[Highway, ...]):
    found = segments_between(roads[0], "al-Wusta bridge", "Midtown")
    assert [s.name for s in found] == ["Northport - Midtown"]


@pytest.mark.parametrize("other", ["Nowhere", "Northport", ""])
def test_no_segment_without_two_places_of_the_road(roads: tuple[Highway, ...], other: str):
    assert segments_between(roads[0], "Northport", other) == ()


def test_find_segments_names_the_roads(roads: tuple[Highway, ...]):
    found = find_segments(roads, "Westford", "Midtown")
    assert [(road.id, [s.name for s in segments]) for road, segments in found] == [
        ("XX-B2", ["Westford - Midtown"])
    ]


def test_cuts_of_a_road_are_what_it_was_cut_at(roads: tuple[Highway, ...]):
    assert cuts_of(roads[0]) == [(0, "Northport"), (2, "Midtown"), (3, "Southport")]


def test_length_of_a_degree_and_of_nothing():
    line = [Coordinates(lat=0, lon=0), Coordinates(lat=1, lon=0)]
    assert length_km(line) == pytest.approx(111.195, abs=0.001)
    assert length_km(line[:1]) == 0
