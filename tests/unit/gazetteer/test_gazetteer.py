import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from mapapp.errors import DataError
from mapapp.gazetteer.gazetteer import FOLD_SIMILARITY, Gazetteer, open_gazetteer

Open = Callable[..., Gazetteer]

SARAQIB = {"id": "gn:1", "name": "Saraqib", "alternate_names": "سراقب|Serakib", "population": 32495}


def test_exact_names_come_before_folded_ones_and_primary_before_alternate(open_rows: Open):
    gazetteer = open_rows(
        {"id": "a", "name": "Al Bab", "population": 10},
        {"id": "b", "name": "Bab", "population": 1},
        {"id": "c", "name": "Elsewhere", "alternate_names": "Bab", "population": 900},
    )
    found = [(hit.place.id, hit.key, hit.primary) for hit in gazetteer.candidates("Bab")]
    assert found == [("b", "exact", True), ("c", "exact", False), ("a", "fold", True)]
    assert gazetteer.candidates("Bab")[2].similarity == FOLD_SIMILARITY


def test_articles_of_other_languages_stay(open_rows: Open):
    gazetteer = open_rows(
        {"id": "us", "name": "El Paso", "country": "US"},
        {"id": "ph", "name": "Paso", "country": "PH"},
    )
    assert [hit.place.id for hit in gazetteer.candidates("El Paso")] == ["us"]
    assert [hit.place.id for hit in gazetteer.candidates("Paso")] == ["ph"]


def test_loose_keys_are_tried_only_when_asked_and_nothing_stricter_meets(open_rows: Open):
    gazetteer = open_rows(SARAQIB)
    assert gazetteer.candidates("Saraqeb") == ()
    (hit,) = gazetteer.candidates("Saraqeb", loose=True)
    assert (hit.place.name, hit.key) == ("Saraqib", "vowel")
    assert 0.85 < hit.similarity < 1
    assert gazetteer.candidates("Serakib", loose=True)[0].key == "exact"


def test_a_place_comes_once_however_many_of_its_names_meet(open_rows: Open):
    gazetteer = open_rows({"name": "Kafr Nabl", "alternate_names": "Kafrnabl|Kafr-Nabl|KAFR NABL"})
    assert [hit.key for hit in gazetteer.candidates("Kafr Nabl")] == ["exact"]


def test_all_columns_survive_the_index(open_rows: Open):
    row = {
        "id": "gn:9",
        "name": "Name\twith tab",
        "lat": -12.345678,
        "lon": 170.5,
        "feature_class": "A",
        "feature_code": "ADM1",
        "country": "SY",
        "admin1": "Idlib",
        "admin2": "Ariha",
        "population": 1234567,
        "radius_km": 12.5,
        "error_km": 0.3,
        "source": "own estimate",
    }
    place = open_rows(row).place("gn:9")
    assert place is not None
    assert (place.name, place.coordinates.lat, place.coordinates.lon) == (
        "Name with tab",
        -12.345678,
        170.5,
    )
    assert (place.feature_class, place.feature_code, place.admin1) == ("A", "ADM1", "Idlib")
    assert (place.admin2, place.population, place.source) == ("Ariha", 1234567, "own estimate")
    assert (place.radius_km, place.error_km, place.parent_id) == (12.5, 0.3, "")


def test_longest_counts_words_with_articles(open_rows: Open):
    gazetteer = open_rows(
        {"name": "Jisr Shughur"},
        {"name": "Kafr Nabl"},
        {"name": "Saint Petersburg", "country": "RU"},
        {"name": "Idlib"},
    )
    # One more than the name has, for an article inside: Jisr al-Shughur.
    assert gazetteer.longest("jisr") == 3
    assert gazetteer.longest("idlib") == 1
    assert gazetteer.longest("kafrnabl") == 1
    assert gazetteer.longest("saint") == gazetteer.longest("st") == 2
    assert gazetteer.longest("nabl") == 0
    assert gazetteer.longest("") == 0


def test_countries_and_first_level_units(open_rows: Open):
    gazetteer = open_rows(
        {"id": "sy", "name": "Syria", "feature_class": "A", "feature_code": "PCLI"},
        {"id": "adm", "name": "Idlib", "feature_class": "A", "feature_code": "ADM1"},
        {"id": "town", "name": "Idlib", "population": 100_000},
    )
    country = gazetteer.country("SY")
    unit = gazetteer.admin1("SY", "Idleb")
    assert country is not None
    assert unit is not None
    assert (country.id, unit.id) == ("sy", "adm")
    assert gazetteer.country("XX") is None
    assert gazetteer.admin1("TR", "Idlib") is None
    assert gazetteer.place("none") is None


def test_search_ranks_the_spelling_before_prominence(open_rows: Open):
    gazetteer = open_rows(
        {"id": "village", "name": "Kabani"},
        {"id": "country", "name": "Kabana", "population": 2_000_000, "country": "GA"},
    )
    hits = gazetteer.search("Kabani")
    assert [hit.candidate.place.id for hit in hits] == ["village", "country"]
    assert [hit.distance for hit in hits] == [0, 1]
    assert gazetteer.search("Kabani", limit=1) == hits[:1]
    assert gazetteer.search("?!") == ()


def test_duplicates_of_other_files_merge_and_keep_both_ids(tmp_path: Path, write_rows: Callable):
    mine = write_rows([SARAQIB | {"lat": 35.864, "lon": 36.806, "population": 0}], "a.csv")
    other = write_rows(
        [
            {"id": "osm:1", "name": "Saraqib", "lat": 35.87, "lon": 36.81, "population": 30000}
            | {"alternate_names": "Saraqab"},
            {"id": "osm:2", "name": "Saraqib", "lat": 34.0, "lon": 36.81},
        ],
        "b.csv",
    )
    gazetteer = open_gazetteer([mine, other], tmp_path / "cache")
    merged = gazetteer.place("osm:1")
    assert merged is not None
    assert (merged.id, merged.population) == ("gn:1", 30000)
    assert {hit.place.id for hit in gazetteer.candidates("Saraqib")} == {"gn:1", "osm:2"}
    (hit,) = gazetteer.candidates("Saraqab")
    assert (hit.place.id, hit.primary) == ("gn:1", False)


def test_the_own_name_of_a_duplicate_becomes_an_alternate_one(tmp_path: Path, write_rows: Callable):
    point = {"lat": 35.61, "lon": 36.56}
    mine = write_rows([point | {"id": "a", "name": "Kafr Nabl"}], "a.csv")
    other = write_rows([point | {"id": "b", "name": "Kafrnabl", "population": 5}], "b.csv")
    gazetteer = open_gazetteer([mine, other], tmp_path / "cache")
    (hit,) = gazetteer.candidates("Kafrnabl")
    assert (hit.place.id, hit.name, hit.primary, hit.key) == ("a", "Kafrnabl", False, "exact")
    (hit,) = gazetteer.candidates("Kafr Nabl")
    assert (hit.place.population, hit.name, hit.primary) == (5, "Kafr Nabl", True)


def test_one_vowel_key_does_not_lead_to_other_names_of_its_skeleton(open_rows: Open):
    gazetteer = open_rows({"id": "a", "name": "Saraqib"}, {"id": "b", "name": "Sarqub"})
    met = gazetteer.candidates("Saraqeb", loose=True)
    assert [(hit.place.id, hit.key) for hit in met] == [("a", "vowel")]
    across = gazetteer.candidates("سرقب", loose=True)
    assert {(hit.place.id, hit.key) for hit in across} == {("a", "skeleton"), ("b", "skeleton")}


def test_namesakes_of_one_file_and_other_kinds_stay_apart(tmp_path: Path, write_rows: Callable):
    near = {"name": "Hama", "lat": 35.1, "lon": 36.7}
    one = write_rows([near | {"id": "a"}, near | {"id": "b"}], "a.csv")
    other = write_rows([near | {"id": "c", "feature_class": "A", "feature_code": "ADM1"}], "b.csv")
    gazetteer = open_gazetteer([one, other], tmp_path / "cache")
    assert [hit.place.id for hit in gazetteer.candidates("Hama")] == ["a", "b", "c"]


def test_the_index_follows_the_content_of_the_files(tmp_path: Path, write_rows: Callable):
    cache = tmp_path / "cache"
    path = write_rows([SARAQIB])
    open_gazetteer([path], cache).close()
    open_gazetteer([path], cache).close()
    assert len(list(cache.glob("names-*.sqlite"))) == 1
    write_rows([SARAQIB, {"id": "gn:2", "name": "Sarmin"}])
    assert open_gazetteer([path], cache).candidates("Sarmin") != ()
    assert len(list(cache.glob("names-*.sqlite"))) == 2
    assert not list(cache.glob("*.part"))


def test_only_the_newest_indexes_are_kept(tmp_path: Path, write_rows: Callable):
    for number in range(6):
        path = write_rows([{"name": f"Place {number}"}])
        open_gazetteer([path], tmp_path / "cache").close()
    assert len(list((tmp_path / "cache").glob("names-*.sqlite"))) == 4


def test_progress_ends_at_the_total(tmp_path: Path, write_rows: Callable):
    calls: list[tuple[int, int]] = []
    path = write_rows([{"name": f"Place {number}"} for number in range(3)])
    open_gazetteer([path], tmp_path, progress=lambda done, total: calls.append((done, total)))
    assert calls[-1] == (3, 3)


def test_missing_and_damaged_files_are_named(tmp_path: Path, write_rows: Callable):
    with pytest.raises(DataError, match=r"none\.csv cannot be read"):
        open_gazetteer([tmp_path / "none.csv"], tmp_path)
    cache = tmp_path / "cache"
    path = write_rows([SARAQIB])
    open_gazetteer([path], cache).close()
    (index,) = cache.glob("names-*.sqlite")
    index.write_bytes(b"no database at all, but long enough to be read as one" * 10)
    with pytest.raises(DataError, match="Delete it and start again"):
        open_gazetteer([path], cache)


def test_the_index_is_never_written_to(open_rows: Open, tmp_path: Path):
    open_rows(SARAQIB).close()
    (index,) = (tmp_path / "cache").glob("names-*.sqlite")
    before = index.read_bytes()
    open_rows(SARAQIB).candidates("Saraqib")
    assert index.read_bytes() == before
    with sqlite3.connect(index) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
