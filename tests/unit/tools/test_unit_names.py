"""Names of first-level units: a neighbor's name, however spelled, is not taken over."""

import pytest

from tools.gazetteer.admin import Ground, Owners, Unit, unit_rows
from tools.gazetteer.units import apply_unit_names

UNITS = {
    unit.code: unit
    for unit in (
        Unit("AF.39", "1131461", "Uruzgān", "Province", ["Orūzgān Province"]),
        Unit("AF.41", "6957553", "Dāykundī", "Province", ["Daykundi Province"]),
        Unit("PK.39", "1", "Uruzgān", "Province", []),
    )
}


def a_feature(english):
    ring = [[66, 33], [67, 33], [67, 34], [66, 34], [66, 33]]
    return {
        "properties": {"name": "Daykundi", "name_en": english, "name_ru": "Урузган"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def row_of(english):
    rows = unit_rows(UNITS, {0: "AF.41"}, [a_feature(english)], Ground([]))
    return next(row for row in rows if row.id == "gn:6957553")


@pytest.mark.parametrize("name", ["Urozgan", "Oruzgan", "Uruzgan Province"])
def test_a_neighbors_name_in_another_spelling_is_anothers(name):
    owners = Owners(UNITS.values())
    assert owners.is_anothers(name, UNITS["AF.41"])
    assert not owners.is_anothers(name, UNITS["AF.39"])


def test_a_name_that_no_unit_of_the_country_has_is_nobodys():
    owners = Owners(UNITS.values())
    assert not owners.is_anothers("Central Highlands", UNITS["AF.41"])
    assert not owners.is_anothers("", UNITS["AF.41"])


def test_a_unit_keeps_its_own_name_where_the_map_gives_a_neighbors():
    row = row_of("Urozgan")
    assert row.name == "Dāykundī"
    assert "Урузган" not in row.names
    assert "Dāykundī Province" in row.names


def test_a_unit_takes_the_maps_names_where_they_are_its_own():
    row = row_of("Daykundi")
    assert row.name == "Daykundi"
    assert "Урузган" in row.names


def test_a_name_with_a_minus_is_taken_away(tmp_path):
    path = tmp_path / "unit_names.csv"
    path.write_text(
        "code,name,alternate_names,lat,lon,source\nAF.41,,Daikondi|-Dāykundī Province,,,est\n",
        encoding="utf-8",
    )
    row = row_of("Urozgan")
    apply_unit_names([row], UNITS, path)
    assert "Daikondi" in row.names
    assert not {"Dāykundī Province", "-Dāykundī Province"} & set(row.names)
