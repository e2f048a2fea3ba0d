import json
from pathlib import Path

import pytest

from mapapp.cli import main
from mapapp.highways.load import load_highways

GEOJSON = {
    "type": "Feature",
    "properties": {"ref": "A1", "name": "Desert road"},
    "geometry": {"type": "LineString", "coordinates": [[32.53, 15.6], [35.0, 18.0], [37.2, 19.6]]},
}
ENDS = ["--place", "Khartoum=15.60,32.53", "--place", "Port Sudan=19.62,37.22"]


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("MAPAPP_DATA_FOLDER", str(folder))
    return folder


@pytest.fixture
def recorded(tmp_path: Path) -> str:
    path = tmp_path / "road.geojson"
    path.write_text(json.dumps(GEOJSON), encoding="utf-8")
    return str(path)


def test_list_shows_roads_and_segments(data_folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["highways", "list"]) == 0
    shown = capsys.readouterr().out
    assert "SY-M5  M5  Damascus-Aleppo highway  448 km, approximate\n" in shown
    assert "    Saraqib - Khan Tuman  34 km\n" in shown
    assert not data_folder.exists()


def test_add_keeps_a_road_that_list_then_shows(
    data_folder: Path, recorded: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["highways", "add", recorded, "--id", "SD-A1", *ENDS]) == 0
    (road,) = load_highways(data_folder / "highways")
    assert (road.shield, road.name, road.country) == ("A1", "Desert road", "SD")
    assert [segment.name for segment in road.segments] == ["Khartoum - Port Sudan"]
    capsys.readouterr()
    main(["highways", "list"])
    assert "SD-A1  A1  Desert road" in capsys.readouterr().out


def test_options_outrank_the_file(data_folder: Path, recorded: str):
    options = ["--shield", "N9", "--name", "North road", "--country", "ET", "--alias", "Old road"]
    assert main(["highways", "add", recorded, "--id", "SD-A1", *ENDS, *options]) == 0
    (road,) = load_highways(data_folder / "highways")
    assert (road.shield, road.name, road.country) == ("N9", "North road", "ET")
    assert road.aliases == ("Old road",)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--id", "SD-A1"], "no place within 3 km of the line's first point"),
        (["--id", "SD-A1", "--place", "Khartoum"], "allowed is NAME=LAT,LON"),
        (["--id", "SD-A1", "--place", "Khartoum=95,32"], "latitude '95'"),
        (["--id", "A1", *ENDS], "id is 'A1'; allowed is a country code"),
    ],
)
def test_what_cannot_be_added_leaves_nothing_behind(
    data_folder: Path,
    recorded: str,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    message: str,
):
    assert main(["highways", "add", recorded, *options]) == 1
    assert message in capsys.readouterr().err
    assert not data_folder.exists()


def test_a_road_without_number_and_name_is_refused(
    tmp_path: Path, data_folder: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "bare.geojson"
    path.write_text(json.dumps(GEOJSON["geometry"]), encoding="utf-8")
    assert main(["highways", "add", str(path), "--id", "SD-A1", *ENDS]) == 1
    assert "Give --shield and --name" in capsys.readouterr().err
    assert not data_folder.exists()


def test_check_names_the_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "road.csv"
    path.write_text("lat,lon\n", encoding="utf-8")
    assert main(["highways", "check", str(path)]) == 1
    assert f"{path}: '# id: ...' is missing above the columns" in capsys.readouterr().err


def test_check_accepts_the_bundled_files(capsys: pytest.CaptureFixture[str]):
    bundled = Path(__file__).parents[3] / "data" / "highways" / "m5.csv"
    assert main(["highways", "check", str(bundled)]) == 0
    assert "SY-M5, 77 waypoints, good" in capsys.readouterr().out
