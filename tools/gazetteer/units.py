"""Hand-entered names of first-level units, and Syria's districts with their P-codes."""

import csv
from collections.abc import Iterator
from pathlib import Path

from tools.gazetteer.admin import Unit
from tools.gazetteer.names import dedupe_names
from tools.gazetteer.row import Row

_DISTRICT_RADIUS_KM = 25.0
_DISTRICT_ERROR_KM = 15.0


def apply_unit_names(rows: list[Row], units: dict[str, Unit], path: Path) -> None:
    """Add the names, and replace main names and points, that `sources/unit_names.csv` gives.

    A name with a minus before it is taken away: "-Rangamati" is a town, and no name of Chattogram.

    Raises:
        ValueError: A code of the table is no first-level unit.
    """
    by_id = {row.id: row for row in rows}
    with path.open(encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            unit = units.get(record["code"])
            row = by_id.get(f"gn:{unit.geoname_id}") if unit else None
            if row is None:
                message = f"{path.name}: {record['code']!r} is no first-level unit of GeoNames"
                raise ValueError(message)
            if record["name"]:
                old, row.name = row.name, record["name"]
                row.admin1 = row.name
                row.names = [old, *row.names]
            given = [name for name in record["alternate_names"].split("|") if name]
            wrong = {name[1:] for name in given if name.startswith("-")}
            kept = [name for name in row.names if name not in wrong]
            new = [name for name in given if not name.startswith("-")]
            row.names = dedupe_names(row.name, [*new, *kept])
            if record["lat"]:
                row.lat, row.lon = float(record["lat"]), float(record["lon"])
            row.sources.append(record["source"])


def district_rows(rows: list[Row], path: Path) -> Iterator[Row]:
    """Yield Syria's districts from their P-codes, placed at their seats.

    A district is called `X District`; its bare name is left to the town. People: unknown, 0.
    """
    governorates = {
        source.removeprefix("pcode:"): row
        for row in rows
        if row.feature_code == "ADM1"
        for source in row.sources
        if source.startswith("pcode:")
    }
    with path.open(encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            name = record["name"]
            row = Row(
                id=f"pcode:{record['pcode']}",
                name=f"{name} District",
                lat=float(record["lat"]),
                lon=float(record["lon"]),
                feature_class="A",
                feature_code="ADM2",
                country="SY",
                admin1=governorates[record["parent"]].name,
                admin2=name,
                radius_km=_DISTRICT_RADIUS_KM,
                error_km=float(record["error_km"] or _DISTRICT_ERROR_KM),
                sources=[f"pcode:{record['pcode']}", record["source"]],
            )
            row.add_names(n for n in record["alternate_names"].split("|") if n)
            yield row
