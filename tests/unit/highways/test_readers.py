import json

import pytest

from mapapp.errors import DataError
from mapapp.highways import readers
from mapapp.highways.geometry import LineReader
from mapapp.model.geometry import Coordinates
from mapapp.registry import discover

POINTS = (Coordinates(lat=35.8, lon=36.7), Coordinates(lat=35.9, lon=36.8))
LON_LAT = [[36.7, 35.8, 410.0], [36.8, 35.9, 395.0]]
READERS = discover(readers, "READER", LineReader)

GEOJSON = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "International road", "ref": "M5"},
            "geometry": {"type": "LineString", "coordinates": LON_LAT},
        },
        {"type": "Feature", "properties": None, "geometry": None},
        {
            "type": "Feature",
            "properties": {},
            "geometry": {"type": "Point", "coordinates": [1, 2]},
        },
    ],
}
OVERPASS = {
    "version": 0.6,
    "elements": [
        {"type": "node", "id": 1, "lat": 35.8, "lon": 36.7},
        {"type": "node", "id": 2, "lat": 35.9, "lon": 36.8},
        {"type": "way", "id": 3, "nodes": [1, 2], "tags": {"ref": "M5"}},
    ],
}
CORNERS = [{"lat": 35.8, "lon": 36.7}, {"lat": 35.9, "lon": 36.8}]
GPX = b"""<?xml version="1.0"?>
<gpx xmlns="http://www.topografix.com/GPX/1/1">
 <wpt lat="1" lon="1"/>
 <trk><name>M5</name><trkseg><trkpt lat="35.8" lon="36.7"/><trkpt lat="35.9" lon="36.8"/></trkseg>
 </trk></gpx>"""


def dump(value: object) -> bytes:
    return json.dumps(value).encode()


FILES = {"geojson": dump(GEOJSON), "overpass": dump(OVERPASS), "gpx": GPX}


def test_every_reader_recognizes_its_own_format_only():
    for file, data in FILES.items():
        assert [name for name, reader in READERS.items() if reader.recognizes(data)] == [file]


@pytest.mark.parametrize("data", [b"", b"text", b"[]", b"[" * 100_000, b"\xff\x00", b'{"a": 1}'])
def test_no_reader_claims_anything_else(data: bytes):
    assert [name for name, reader in READERS.items() if reader.recognizes(data)] == []


def test_longitude_and_latitude_come_out_in_our_order():
    for file, data in FILES.items():
        assert [piece.points for piece in READERS[file].read(data, file)] == [POINTS]


def test_number_and_name_are_read():
    (piece,) = READERS["geojson"].read(FILES["geojson"], "x")
    assert (piece.ref, piece.name) == ("M5", "International road")
    assert READERS["overpass"].read(FILES["overpass"], "x")[0].ref == "M5"
    assert READERS["gpx"].read(GPX, "x")[0].name == "M5"


def test_bare_geojson_geometries():
    several = {"type": "MultiLineString", "coordinates": [LON_LAT, LON_LAT[::-1]]}
    assert len(READERS["geojson"].read(dump(several), "x")) == 2
    nested = {"type": "GeometryCollection", "geometries": [several, {"type": "Point"}]}
    assert len(READERS["geojson"].read(dump(nested), "x")) == 2


def test_overpass_ways_with_geometry_and_inside_relations():
    way = {"type": "way", "id": 3, "geometry": CORNERS}
    relation = {
        "type": "relation",
        "tags": {"ref": "M5"},
        "members": [{"type": "way", "ref": 4, "geometry": CORNERS[::-1]}, {"type": "node"}],
    }
    pieces = READERS["overpass"].read(dump({"elements": [way, relation]}), "x")
    assert [(piece.points, piece.ref) for piece in pieces] == [(POINTS, ""), (POINTS[::-1], "M5")]


def test_overpass_ways_without_positions_are_refused_with_the_query_to_use():
    bare = {"elements": [{"type": "way", "id": 3, "nodes": [1, 2]}]}
    with pytest.raises(DataError, match=r"1 ways without geometry\. End the Overpass query with"):
        READERS["overpass"].read(dump(bare), "x")


def test_gpx_routes_are_read():
    route = GPX.replace(b"<trkseg>", b"").replace(b"</trkseg>", b"")
    route = route.replace(b"trkpt", b"rtept").replace(b"trk>", b"rte>")
    assert READERS["gpx"].read(route, "x")[0].points == POINTS


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("geojson", dump({"type": "LineString", "coordinates": [[36.7]]})),
        ("geojson", dump({"type": "LineString", "coordinates": [[3967000.0, 4243000.0]]})),
        ("geojson", dump({"type": "LineString", "coordinates": ["36.7,35.8"]})),
        ("overpass", dump({"elements": [{"type": "way", "geometry": [{"lat": 1}]}]})),
        ("gpx", GPX.replace(b'lat="35.8"', b"")),
        ("gpx", GPX[:-10]),
    ],
)
def test_broken_positions_are_refused_by_name(file: str, data: bytes):
    with pytest.raises(DataError, match="my file"):
        READERS[file].read(data, "my file")


def test_an_entity_bomb_is_refused():
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
        b"<gpx><trk><name>&b;</name></trk></gpx>"
    )
    assert READERS["gpx"].recognizes(bomb)
    with pytest.raises(DataError, match="without entities"):
        READERS["gpx"].read(bomb, "bomb.gpx")
