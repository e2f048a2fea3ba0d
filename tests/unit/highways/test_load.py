from pathlib import Path

import pytest

from mapapp.errors import DataError
from mapapp.highways.load import load_highway, load_highways, read_highway
from mapapp.highways.write import highway_text
from mapapp.model.geometry import Coordinates
from mapapp.model.highway import Highway


def test_a_file_becomes_a_highway_with_segments(roads: tuple[Highway, ...]):
    road = roads[0]
    assert (road.id, road.shield, road.country, road.approximate) == ("XX-A7", "A7", "XX", True)
    assert road.aliases == ("Coral road", "الطريق الدولي A7")
    assert road.waypoints[1].coordinates == Coordinates(lat=9.5, lon=20.0)
    assert [(s.id, s.name, s.first, s.last, s.length_km) for s in road.segments] == [
        ("XX-A7:northport--midtown", "Northport - Midtown", 0, 2, 111.2),
        ("XX-A7:midtown--southport", "Midtown - Southport", 2, 3, 111.2),
    ]


def test_writing_and_reading_gives_the_same_highway(roads: tuple[Highway, ...]):
    for road in roads:
        assert read_highway(highway_text(road).splitlines(), "again") == road


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("10.0,20.0", "ninety,20.0", "test, line 8, column lat: 'ninety'; allowed are numbers"),
        ("10.0,20.0", "91,20.0", "column lat: '91'; allowed are numbers from -90 to 90"),
        ("10.0,20.0", "nan,20.0", "column lat: 'nan'"),
        ("10.0,20.0", "10.0,181", "column lon: '181'; allowed are numbers from -180 to 180"),
        ("J,2", "Q,2", "line 9, column basis: 'Q'; allowed are T, J, E, S"),
        ("J,2", "J,-2", "column error_km: '-2'"),
        (",Southport\n", ",\n", "column cut must name a place at the first and at the last"),
        (",Southport\n", ",South - port\n", "column cut: 'South - port'"),
        (",Southport\n", ",Southport,more\n", "line 11: 7 cells"),
        ("lat,lon", "lon,lat", "line 7: columns are lon,lat,name,basis,error_km,cut"),
        ("# id: XX-A7", "# id: A7", "id is 'A7'; allowed is a country code"),
        ("# id: XX-A7", "# colour: red", "line 1: '# colour: red'; allowed above the columns"),
        ("# shield: A7\n", "", "'# shield: ...' is missing"),
        ("# country: XX", "# country: Xanadu", "country is 'Xanadu'"),
        ("# source", "# approximate: perhaps\n# source", "approximate is 'perhaps'"),
    ],
)
def test_a_broken_file_is_refused_with_place_and_rule(
    texts: dict[str, str], old: str, new: str, message: str
):
    text = texts["XX-A7"]
    assert old in text
    with pytest.raises(DataError) as raised:
        read_highway(text.replace(old, new, 1).splitlines(), "test")
    assert message in str(raised.value)


def test_a_file_of_one_point_is_refused(texts: dict[str, str]):
    lines = texts["XX-A7"].splitlines()[:8]
    with pytest.raises(DataError, match="1 waypoints; a line needs at least 2"):
        read_highway(lines, "test")


def test_an_unclosed_quote_is_refused(texts: dict[str, str]):
    with pytest.raises(DataError, match="no CSV"):
        read_highway([*texts["XX-A7"].splitlines(), '1,2,"open'], "test")


def test_a_later_folder_replaces_a_road(tmp_path: Path, texts: dict[str, str]):
    main, west = texts["XX-A7"], texts["XX-B2"]
    bundled, own = tmp_path / "bundled", tmp_path / "own"
    for folder, files in ((bundled, (main, west)), (own, (main.replace("made up", "GPS"),))):
        folder.mkdir()
        for number, text in enumerate(files):
            (folder / f"{number}.csv").write_text(text, encoding="utf-8")
    loaded = load_highways(bundled, own, tmp_path / "missing")
    assert [(road.id, road.source) for road in loaded] == [
        ("XX-A7", "GPS"),
        ("XX-B2", "made up"),
    ]


def test_two_files_with_one_id_are_refused(tmp_path: Path, texts: dict[str, str]):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(texts["XX-B2-east"], encoding="utf-8")
    with pytest.raises(DataError, match=r"b\.csv: id XX-B2-east is already used by .*a\.csv"):
        load_highways(tmp_path)


def test_a_file_that_is_not_text_is_refused(tmp_path: Path):
    path = tmp_path / "road.csv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="cannot be read"):
        load_highway(path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path, texts: dict[str, str]):
    path = tmp_path / "road.csv"
    path.write_bytes(b"\xef\xbb\xbf" + texts["XX-B2-east"].encode())
    assert load_highway(path).id == "XX-B2-east"
