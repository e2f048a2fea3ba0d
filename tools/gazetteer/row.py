"""One gazetteer row while it is being built, and the CSV it ends up in."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from mapapp.gazetteer.rows import COLUMNS
from tools.gazetteer.names import ascii_name, dedupe_names


@dataclass(kw_only=True, slots=True)
class Row:
    """A place; degrees WGS 84, kilometres.

    `sources` lists where the row comes from as `dataset` or `dataset:record`; merging two
    rows joins the lists, so the ids of both stay readable.
    """

    id: str
    name: str
    names: list[str] = field(default_factory=list)
    lat: float
    lon: float
    feature_class: str
    feature_code: str
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    radius_km: float
    error_km: float
    sources: list[str]

    def add_names(self, names: Iterable[str]) -> None:
        """Append names that are new to the row."""
        self.names = dedupe_names(self.name, [*self.names, *names])

    def cells(self) -> list[str]:
        """Return the row as CSV cells in the order of `COLUMNS`."""
        return [
            self.id,
            self.name,
            ascii_name(self.name),
            "|".join(dedupe_names(self.name, self.names)),
            f"{self.lat:.5f}".rstrip("0").rstrip("."),
            f"{self.lon:.5f}".rstrip("0").rstrip("."),
            self.feature_class,
            self.feature_code,
            self.country,
            self.admin1,
            self.admin2,
            str(self.population),
            f"{self.radius_km:.1f}".removesuffix(".0"),
            f"{self.error_km:.1f}".removesuffix(".0"),
            ";".join(dict.fromkeys(self.sources)),
        ]


_CLASS_ORDER = "LAHTSRP"


def write_csv(rows: Iterable[Row], path: Path) -> None:
    """Write rows sorted by class, country and id, so that a rebuild is byte-identical."""
    ordered = sorted(
        rows,
        key=lambda row: (_CLASS_ORDER.find(row.feature_class), row.country, row.id),
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row.cells() for row in ordered)
