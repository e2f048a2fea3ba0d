import csv
import io
import json

import pytest

from mapapp.cli import main
from mapapp.store.database import Store
from tests import sample


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('export') / 'x.db'}"
    store = Store(url)
    store.create()
    store.put(sample.readings(), parser="1")
    store.close()
    return url


def _run(database, *words):
    return main(["export", "--database", database, *words])


def test_a_file_holds_what_the_filters_choose(database, tmp_path):
    path = tmp_path / "out.geojson"
    words = ["--format", "geojson", "--side", "turkey", "--output", str(path)]
    assert _run(database, *words) == 0
    collection = json.loads(path.read_text(encoding="utf-8"))
    assert [feature["id"] for feature in collection["features"]] == ["t:idlib"]


def test_a_link_gives_its_filters(database, tmp_path):
    path = tmp_path / "out.csv"
    link = "http://localhost:8501/?in=t:saraqib&undated=0&tab=events&view=35,36,9"
    assert _run(database, "--format", "csv", "--link", link, "--output", str(path)) == 0
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert {row["place_id"] for row in rows} == {"t:saraqib"}
    assert len(rows) == 3


def test_words_are_searched(database, tmp_path):
    path = tmp_path / "out.csv"
    words = ["--format", "csv", "--words", "motorway", "--output", str(path)]
    assert _run(database, *words) == 0
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert {row["title"] for row in rows} == {"Rebels retake Saraqib"}


def test_a_bad_filter_is_named_with_what_is_allowed(database, capsys):
    assert _run(database, "--format", "csv", "--from", "yesterday") == 1
    said = capsys.readouterr().err
    assert "from=yesterday" in said
    assert "YYYY-MM-DD" in said


def test_a_layout_says_that_it_is_machine_coded(database, tmp_path, capsys):
    path = tmp_path / "out.csv"
    assert _run(database, "--format", "acled", "--output", str(path)) == 0
    assert "not ACLED data" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(database, tmp_path, capsys):
    words = ["--format", "csv", "--output", str(tmp_path / "no" / "x.csv")]
    assert _run(database, *words) == 1
    assert "Cannot write" in capsys.readouterr().err


def test_an_unknown_format_is_wrong_usage(database, capsys):
    with pytest.raises(SystemExit) as stopped:
        _run(database, "--format", "shapefile")
    assert stopped.value.code == 2
    assert "geojson" in capsys.readouterr().err
