"""The seed article's whole journey: file to database to GeoJSON, by the command line."""

import json
import sqlite3

import pytest

from mapapp.cli import main


@pytest.fixture(scope="module")
def ingested(tmp_path_factory, _own_folders):
    """Return the URL of a database that holds the seed article."""
    path = tmp_path_factory.mktemp("journey") / "mapapp.db"
    url = f"sqlite:///{path}"
    assert main(["ingest", "seeds", "--database", url]) == 0
    return url


@pytest.fixture
def features(ingested, capfdbinary):
    assert main(["export", "--format", "geojson", "--database", ingested]) == 0
    collection = json.loads(capfdbinary.readouterr().out)
    assert collection["type"] == "FeatureCollection"
    return collection["features"]


def test_saraqib_stands_on_the_map_with_its_sentences(features):
    (saraqib,) = [feature for feature in features if feature["properties"]["name"] == "Saraqib"]
    lon, lat = saraqib["geometry"]["coordinates"]
    assert lat == pytest.approx(35.864, abs=0.018)
    assert lon == pytest.approx(36.806, abs=0.022)
    assert saraqib["properties"]["mentions"] == 10


def test_metonyms_and_datelines_stay_off_the_map(features):
    names = {feature["properties"]["name"] for feature in features}
    assert "Ankara" not in names
    assert "Russia" not in names
    assert not any("Hatay" in name for name in names)


def test_a_second_ingest_changes_nothing(ingested):
    path = ingested.removeprefix("sqlite:///")

    def rows():
        with sqlite3.connect(path) as connection:
            return {
                table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
                for table in ("articles", "mentions")
            }

    before = rows()
    assert before["mentions"]
    assert main(["ingest", "seeds", "--database", ingested]) == 0
    assert rows() == before
