import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from mapapp.gazetteer.gazetteer import Gazetteer, open_gazetteer
from mapapp.gazetteer.rows import COLUMNS

WriteCsv = Callable[..., Path]


@pytest.fixture
def write_rows(tmp_path: Path) -> WriteCsv:
    def write(rows: Sequence[dict[str, object]], name: str = "places.csv") -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, restval="")
            writer.writeheader()
            for number, row in enumerate(rows):
                defaults = {
                    "id": f"t:{number}",
                    "lat": 35 + number / 10,
                    "lon": 36,
                    "country": "SY",
                }
                writer.writerow(defaults | row)
        return path

    return write


@pytest.fixture
def open_rows(write_rows: WriteCsv, tmp_path: Path) -> Callable[..., Gazetteer]:
    def open_them(*rows: dict[str, object]) -> Gazetteer:
        return open_gazetteer([write_rows(rows)], tmp_path / "cache")

    return open_them
