"""Which outline is whose, how neighbors share a line, and what a dispute leaves open."""

import pytest

from tools.basemap.disputed import Disputed
from tools.basemap.outlines import outlines
from tools.basemap.units import Ground, Unit, match_countries, match_finer, match_units


def feature(west, *, gn=None, country="SY", iso="SY-A", ne=1, wide=1.0):
    ring = [(west, 35), (west + wide, 35), (west + wide, 36), (west, 36), (west, 35)]
    return {
        "properties": {"gn_id": gn, "iso_a2": country, "iso_3166_2": iso, "ne_id": ne},
        "geometry": {"type": "Polygon", "coordinates": [[list(point) for point in ring]]},
    }


def unit(number, lon, name, country="SY"):
    return Unit(id=f"gn:{number}", country=country, name=name, lat=35.5, lon=lon)


def ground(units, towns=()):
    return Ground(
        countries={"SY": "gn:99"},
        units=list(units),
        finer={"ne:7"},
        lats=[35.5 for _ in towns],
        lons=[lon for lon, _ in towns],
        homes=[("SY", home) for _, home in towns],
    )


def test_an_id_says_whose_a_feature_is():
    features = [feature(36, gn=1), feature(37, gn=2)]
    known = ground([unit(1, 36.5, "A"), unit(2, 37.5, "B")])
    assert match_units(features, known) == {"gn:1": [0], "gn:2": [1]}


def test_finer_features_are_joined_by_their_towns():
    features = [feature(36), feature(37), feature(38)]
    towns = [(36.5, "A"), (37.4, "A"), (37.6, "A"), (38.5, "B")]
    known = ground([unit(1, 37.0, "A"), unit(2, 38.5, "B")], towns)
    assert match_units(features, known) == {"gn:1": [0, 1], "gn:2": [2]}


def test_an_outline_older_than_a_division_is_nobody_s():
    features = [feature(36, gn=1, wide=2.0)]
    known = ground([unit(1, 36.5, "A"), unit(2, 37.5, "New")], [(36.5, "A"), (37.5, "New")])
    assert match_units(features, known) == {}


def test_an_outline_without_the_unit_s_towns_is_nobody_s():
    units = [unit(1, 37.5, "A"), unit(2, 38.5, "B")]
    known = ground(units, [(36.5, "A"), (38.2, "A"), (38.6, "A"), (38.4, "B")])
    assert set(match_units([feature(36, gn=1), feature(38, gn=2)], known)) == {"gn:2"}


def test_suburbs_outside_do_not_take_a_city_s_outline_from_it():
    units = [unit(1, 36.5, "City"), unit(2, 37.5, "Around")]
    towns = [(36.5, "City"), (37.2, "City"), (37.4, "City"), (37.6, "Around")]
    features = [feature(36, gn=1), feature(37, gn=2)]
    assert match_units(features, ground(units, towns)) == {"gn:1": [0], "gn:2": [1]}


def test_a_unit_made_of_two_shows_that_both_outlines_are_old():
    units = [unit(1, 36.5, "A"), unit(2, 37.5, "B"), unit(3, 37.0, "New")]
    towns = [(36.4, "A"), (37.6, "B"), (36.9, "New"), (37.1, "New")]
    features = [feature(36, gn=1), feature(37, gn=2)]
    assert match_units(features, ground(units, towns)) == {}


def test_a_unit_that_the_sources_give_to_two_countries_has_no_outline():
    crimea = feature(36, gn=1, country="RU")
    known = ground([unit(1, 36.5, "Crimea", country="SY")])
    assert match_units([crimea], known) == {}
    # As part of a country it goes where the gazetteer, which follows ISO 3166, has it.
    assert match_countries([crimea], known) == {"gn:99": [0]}


def test_finer_units_need_a_code_of_their_own():
    known = ground([])
    assert match_finer([feature(36, ne=7)], known) == {"ne:7": [0]}
    assert match_finer([feature(36, ne=7, iso="SY-X01~")], known) == {}
    assert match_finer([feature(36, ne=8)], known) == {}


def test_neighbors_share_one_arc_and_a_country_has_none_of_it():
    features = [feature(36), feature(37)]
    found = outlines(features, {"a": [0], "b": [1], "both": [0, 1]}, Disputed([]))
    rings = found["outlines"]
    assert len(found["arcs"]) == 3
    (left,), (right,) = rings["a"], rings["b"]
    shared = {abs(s) if s >= 0 else ~s for s in left} & {s if s >= 0 else ~s for s in right}
    assert len(shared) == 1
    assert not shared & {s if s >= 0 else ~s for ring in rings["both"] for s in ring}


def test_a_stretch_along_a_disputed_line_is_marked_and_too_much_of_it_leaves_no_outline():
    east = [(38.0, 35.0), (38.0, 36.0)]
    features = [feature(36), feature(37)]
    found = outlines(features, {"a": [0], "b": [1]}, Disputed([east]))
    (number,) = found["disputed"]
    x, y, *steps = found["arcs"][number]
    assert (x, y, steps) in [(38000, 35000, [0, 1000]), (38000, 36000, [0, -1000])]
    assert set(found["outlines"]) == {"a", "b"}
    around = [(37.0, 35.0), (38.0, 35.0), (38.0, 36.0), (37.0, 36.0)]
    assert set(outlines(features, {"b": [1]}, Disputed([around]))["outlines"]) == set()


@pytest.mark.parametrize(("end", "pieces"), [(36.5, 2), (36.01, 1)])
def test_a_line_is_cut_where_a_dispute_begins_unless_it_only_crosses(end, pieces):
    line = [(36.0 + step / 50, 35.0) for step in range(51)]
    cut = Disputed([[(36.0, 35.0), (end, 35.0)]]).split(line)
    assert len(cut) == pieces
    assert [point for piece, _ in cut for point in piece[:-1]] == line[:-1]
    assert [disputed for _, disputed in cut] == [True, False][-pieces:]
