from collections.abc import Callable
from pathlib import Path

import pytest

from mapapp.errors import DataError
from mapapp.gazetteer.collection import add_file, check_file, read_records
from mapapp.gazetteer.record import Problem


def test_an_added_file_keeps_its_places_in_our_columns(tmp_path: Path, write_rows: Callable):
    path = write_rows(
        [
            {"id": "a", "name": "Afis", "alternate_names": "آفس", "lat": 35.83, "country": ""},
            {"id": "b", "name": "Bad", "lat": 99},
        ]
    )
    added = add_file(path, tmp_path / "data", country="SY")
    assert (added.places, added.refused) == (1, 1)
    assert added.first is not None
    assert (added.first.line, added.first.column) == (3, "lat")
    (record,) = read_records(added.path, _refuse)
    assert (record.place.id, record.place.country, record.names) == ("a", "SY", ("آفس",))
    assert added.path == tmp_path / "data" / "gazetteers" / "places.csv"


def test_a_file_without_a_usable_place_changes_nothing(tmp_path: Path, write_rows: Callable):
    good = add_file(write_rows([{"name": "Afis"}]), tmp_path)
    before = good.path.read_bytes()
    with pytest.raises(DataError, match="no place that can be used"):
        add_file(write_rows([{"name": ""}]), tmp_path)
    assert good.path.read_bytes() == before
    assert list(good.path.parent.iterdir()) == [good.path]


def test_check_reports_every_broken_rule_of_a_row(write_rows: Callable):
    path = write_rows(
        [
            {"id": "a", "name": "Afis"},
            {"id": "a", "name": "Again"},
            {"id": "b c", "name": "...", "lat": 91, "lon": -181, "country": "Syria"},
            {"id": "d", "name": "D", "feature_class": "X", "population": -1, "radius_km": "wide"},
        ]
    )
    problems: list[Problem] = []
    assert check_file(path, problems.append) == 1
    assert [(problem.line, problem.column, problem.value) for problem in problems] == [
        (3, "id", "a"),
        (4, "lat", "91"),
        (4, "lon", "-181"),
        (4, "id", "b c"),
        (4, "name", "..."),
        (4, "country", "Syria"),
        (5, "feature_class", "X"),
        (5, "population", "-1"),
        (5, "radius_km", "wide"),
    ]


def test_a_row_with_too_few_cells_is_reported(tmp_path: Path):
    path = tmp_path / "short.csv"
    path.write_text("id,name,lat,lon\n1,Afis,35\n", encoding="utf-8")
    problems: list[Problem] = []
    assert check_file(path, problems.append) == 0
    assert str(problems[0]) == ("line 2: found '3 cells'; 4 cells are required, as in the header")


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(DataError, match=r"No file at .*none\.csv"):
        check_file(tmp_path / "none.csv", _refuse)


def _refuse(problem: Problem) -> None:
    pytest.fail(str(problem))
