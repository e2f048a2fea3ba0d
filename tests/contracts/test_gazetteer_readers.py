"""What every gazetteer reader must do, tried on a sound and a bad file of each format."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import mapapp.gazetteer.readers
from mapapp.errors import DataError
from mapapp.gazetteer.compile import reader_for
from mapapp.gazetteer.record import Problem, Reader
from mapapp.gazetteer.rows import COLUMNS
from mapapp.registry import discover

READERS = discover(mapapp.gazetteer.readers, "READER", Reader)


def _dump_row(number: int, lat: str = "35.86447", code: str = "PPL", kind: str = "P") -> str:
    names = "Saraqib\tSaraqib\tSerakib,سراقب"
    rest = "SY\t\t12\t1203\t\t\t32495\t\t370\tAsia/Damascus\t2019-01-01"
    return f"{number}\t{names}\t{lat}\t36.80591\t{kind}\t{code}\t{rest}\n"


UNIT = (
    "169387\tIdlib\tIdlib\t\t35.7\t36.7\tA\tADM1\tSY\t\t12\t\t\t\t1500000\t\t\tAsia/Damascus\t"
    "2019-01-01\n"
)


def _geonames(folder: Path, lat: str) -> Path:
    path = folder / "SY.txt"
    rows = _dump_row(1) + _dump_row(2, lat) + _dump_row(3, code="HTL", kind="S") + UNIT
    path.write_text(rows, encoding="utf-8")
    return path


def _own_csv(folder: Path, lat: str) -> Path:
    path = folder / "own.csv"
    rows = ("1,Saraqib,,Serakib|سراقب,35.86447,36.80591", f"2,Saraqib,,,{lat},36.80591")
    body = "".join(f"{row},P,PPL,SY,Idlib,,32495,5,1,me\n" for row in rows)
    path.write_text(",".join(COLUMNS) + "\n" + body, encoding="utf-8")
    return path


def _openstreetmap(folder: Path, lat: str) -> Path:
    tags = {"place": "town", "name": "سراقب", "name:en": "Saraqib", "alt_name": "Serakib"}
    tags |= {"is_in:country_code": "sy", "population": "32495"}
    elements = [
        {"type": "node", "id": 1, "lat": 35.86447, "lon": 36.80591, "tags": tags},
        {"type": "way", "id": 2, "center": {"lat": lat, "lon": 36.80591}, "tags": tags},
        {"type": "node", "id": 3, "lat": 35, "lon": 36, "tags": {"shop": "bakery", "name": "B"}},
    ]
    path = folder / "places.json"
    path.write_text(json.dumps({"elements": elements}), encoding="utf-8")
    return path


def _whos_on_first(folder: Path, lat: str) -> Path:
    columns = "id,name,placetype,geom_latitude,geom_longitude,iso,superseded_by,deprecated\n"
    body = f"1,Saraqib,locality,35.86447,36.80591,SY,,\n2,Saraqib,locality,{lat},36.80591,SY,,\n"
    path = folder / "wof-locality-latest.csv"
    path.write_text(columns + body + "3,Old,locality,1,1,SY,,2019-01-01\n", encoding="utf-8")
    return path


EXAMPLES: dict[str, Callable[[Path, str], Path]] = {
    "geonames": _geonames,
    "openstreetmap": _openstreetmap,
    "own_csv": _own_csv,
    "whos_on_first": _whos_on_first,
}


def test_every_reader_has_an_example():
    assert set(READERS) == set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_sound_file_is_read_by_its_own_reader_alone(tmp_path: Path, name: str):
    path = EXAMPLES[name](tmp_path, "35.5")
    assert [other for other, reader in READERS.items() if reader.accepts(path)] == [name]
    problems: list[Problem] = []
    records = list(READERS[name].read(path, problems.append))
    assert problems == []
    places = [record.place for record in records if record.place.name == "Saraqib"]
    assert [place.coordinates.lat for place in places] == [35.86447, 35.5]
    first = places[0]
    assert (first.coordinates.lon, first.feature_class, first.country) == (36.80591, "P", "SY")
    assert first.source
    assert first.id != places[1].id
    assert READERS[name].count(path) >= len(records)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("lat", ["95", "", "north", "nan"])
def test_a_bad_value_is_reported_and_only_its_row_left_out(tmp_path: Path, name: str, lat: str):
    path = EXAMPLES[name](tmp_path, lat)
    problems: list[Problem] = []
    records = list(READERS[name].read(path, problems.append))
    assert [record.place.name for record in records].count("Saraqib") == 1
    (problem,) = problems
    assert (problem.column, problem.value) == ("lat", lat)
    assert problem.line in {2, 3}
    assert "-90 to 90" in str(problem)


def test_alternate_names_come_along(tmp_path: Path):
    for name in ("geonames", "openstreetmap", "own_csv"):
        folder = tmp_path / name
        folder.mkdir()
        record = next(READERS[name].read(EXAMPLES[name](folder, "35.5"), _refuse))
        assert {"Serakib", "سراقب"} <= {*record.names}


def test_geonames_units_get_names_and_shops_are_left_out(tmp_path: Path):
    records = list(READERS["geonames"].read(_geonames(tmp_path, "35.5"), _refuse))
    assert [record.place.id for record in records] == ["gn:1", "gn:2", "gn:169387"]
    assert {record.place.admin1 for record in records} == {"Idlib"}


def test_geonames_zips_read_like_their_text(tmp_path: Path):
    text = _geonames(tmp_path, "35.5")
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.write(text, "SY.txt")
        archive.writestr("readme.txt", "about")
    reader = READERS["geonames"]
    zipped = list(reader.read(tmp_path / "SY.zip", _refuse))
    assert zipped == list(reader.read(text, _refuse))
    assert reader.count(tmp_path / "SY.zip") == 4


def test_geojson_points_are_longitude_first(tmp_path: Path):
    feature = {
        "type": "Feature",
        "id": "node/7",
        "geometry": {"type": "Point", "coordinates": [36.8, 35.8]},
        "properties": {"place": "village", "name": "Afis"},
    }
    path = tmp_path / "export.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    (record,) = reader_for(path).read(path, _refuse)
    assert (record.place.id, record.place.coordinates.lat) == ("osm:n7", 35.8)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", b"just text"),
        ("SY.zip", b"no zip"),
        ("SY.txt", b"two\tfields\n"),
        ("other.csv", b"a,b\n1,2\n"),
        ("list.json", b'{"a": 1}'),
        ("image.png", b"\x89PNG\r\n"),
        ("empty.csv", b""),
    ],
)
def test_unknown_files_are_refused_with_the_formats_named(
    tmp_path: Path, name: str, content: bytes
):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DataError, match="GeoNames dump"):
        reader_for(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"id,name,lat,lon\n1,Sara\xff,1,2\n"),
        ("SY.txt", (_dump_row(1) + "x").encode() + b"\xff\n"),
        ("a.json", b'{"elements": [}'),
        ("a.geojson", b'{"type": "FeatureCollection", "features": 3}'),
    ],
)
def test_damaged_files_are_named(tmp_path: Path, name: str, content: bytes):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DataError, match=name):
        list(reader_for(path).read(path, lambda _: None))


def _refuse(problem: Problem) -> None:
    pytest.fail(str(problem))
