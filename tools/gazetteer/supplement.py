"""The tables entered by hand in `sources/`, and how they join the rows from packages."""

import csv
import logging
import math
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import cache
from pathlib import Path

from tools.gazetteer.geometry import distance_km
from tools.gazetteer.names import ascii_name, fold, match_keys
from tools.gazetteer.row import Row

logger = logging.getLogger(__name__)

# Radius of plausible extent and error of an own estimate, in km, by feature code.
CLASS_RADIUS_KM = {
    "PPL": (5.0, 2.0),
    "PPLX": (2.0, 1.0),
    "AIRB": (4.0, 2.0),
    "AIRP": (4.0, 2.0),
    "PSTB": (3.0, 2.0),
    "DAM": (3.0, 2.0),
    "BDG": (1.0, 1.0),
    "CMPRF": (2.0, 2.0),
    "MILB": (4.0, 3.0),
    "OILF": (15.0, 8.0),
    "GASF": (15.0, 8.0),
    "OILR": (3.0, 2.0),
    "PS": (3.0, 2.0),
    "MN": (5.0, 3.0),
    "PRT": (3.0, 2.0),
    "HSP": (1.0, 1.0),
    "RSTN": (1.0, 1.0),
    "PRN": (1.5, 1.5),
    "CSTL": (1.0, 1.0),
    "ANS": (2.0, 1.0),
    "INDS": (3.0, 2.0),
    "HLL": (2.0, 1.5),
    "MT": (10.0, 3.0),
    "PASS": (4.0, 3.0),
    "MTS": (80.0, 30.0),
    "UPLD": (25.0, 8.0),
    "PLN": (40.0, 12.0),
    "VAL": (30.0, 10.0),
    "DSRT": (250.0, 60.0),
    "PEN": (100.0, 25.0),
    "ISL": (30.0, 8.0),
    "ISLS": (100.0, 25.0),
    "CAPE": (10.0, 5.0),
    "STM": (200.0, 60.0),
    "LK": (25.0, 8.0),
    "RSV": (20.0, 6.0),
    "SEA": (500.0, 150.0),
    "GULF": (250.0, 60.0),
    "BAY": (60.0, 20.0),
    "STRT": (50.0, 15.0),
    "CNL": (60.0, 15.0),
    "OCN": (4000.0, 1000.0),
    "CONT": (3500.0, 800.0),
    "RGN": (60.0, 20.0),
    "FRST": (40.0, 12.0),
    "PRK": (40.0, 12.0),
    "FLLS": (3.0, 1.0),
    "RF": (200.0, 60.0),
    "BLDG": (1.0, 0.5),
    "RD": (10.0, 3.0),
    "TNL": (3.0, 1.0),
    "MSQE": (1.0, 0.5),
    "ISTH": (15.0, 5.0),
    "GLCR": (30.0, 8.0),
    "PPLC": (20.0, 2.0),
    "ADM1": (75.0, 20.0),
    "ADM2": (25.0, 8.0),
    "ADM3": (12.0, 4.0),
}
# How far apart two records of one place may be, in km: same name, or same consonants only.
_NEAR_KM = {"P": (9.0, 5.0), "S": (8.0, 6.0), "A": (60.0, 0.0), "H": (0.0, 0.0)}
_SOURCED_ERROR_KM = 1.0


@cache
def _keys(name: str) -> frozenset[str]:
    return frozenset(match_keys(name))


def _all_keys(row: Row) -> set[str]:
    return set().union(*(_keys(name) for name in (row.name, *row.names)))


def _cell(row: Row) -> tuple[str, int, int]:
    return row.feature_class, math.floor(row.lat), math.floor(row.lon)


class Index:
    """Rows by class and by square of one degree, to find the record of the same place."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Index the rows; later additions by `add`."""
        self._cells: dict[tuple[str, int, int], list[Row]] = defaultdict(list)
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Make a row findable."""
        self._cells[_cell(row)].append(row)

    def _near(self, row: Row, limit: float) -> Iterator[tuple[float, Row]]:
        feature_class, lat, lon = _cell(row)
        for up in (-1, 0, 1):
            for right in (-1, 0, 1):
                for other in self._cells.get((feature_class, lat + up, lon + right), ()):
                    apart = distance_km(row.lat, row.lon, other.lat, other.lon)
                    if apart <= limit and other.country == row.country:
                        yield apart, other

    def same_place(self, row: Row) -> Row | None:
        """Return the nearest row of the same class and name within reach, else None.

        A shared name counts before shared consonants.
        """
        far, near = _NEAR_KM.get(row.feature_class, (0.0, 0.0))
        keys = _all_keys(row)
        found: list[tuple[int, float, str, Row]] = []
        for apart, other in self._near(row, far):
            shared = keys & _all_keys(other)
            same_name = any(key.startswith("=") for key in shared)
            if shared and (same_name or apart <= near) and _comparable(row, other):
                found.append((0 if same_name else 1, apart, other.id, other))
        return min(found, key=lambda item: item[:3])[3] if found else None


def _comparable(row: Row, other: Row) -> bool:
    if row.feature_class == "A":
        return row.feature_code == other.feature_code
    if row.feature_class == "S":
        air = {"AIRB", "AIRP"}
        return (row.feature_code in air) == (other.feature_code in air)
    return "PPLX" not in {row.feature_code, other.feature_code} or (
        row.feature_code == other.feature_code
    )


def slug(name: str) -> str:
    """Return a name as an id part: `Jabal al-Zawiya` -> `jabal-al-zawiya`."""
    return re.sub(r"[^a-z0-9]+", "-", ascii_name(name).casefold()).strip("-")


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a hand-entered table.

    Columns: name, alternate_names, lat, lon, feature (`P.PPL`), country, admin1, radius_km and
    error_km (class value when empty), source (`est`, or dataset:record).
    """
    with path.open(encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            feature_class, feature_code = record["feature"].split(".")
            radius, error = CLASS_RADIUS_KM[feature_code]
            source = record["source"]
            sourced = source != "est"
            country = record["country"]
            identity = source.replace("geonames:", "gn:") if source.startswith("geonames:") else ""
            row = Row(
                id=identity or f"mp:{slug(record['name'])}-{country.casefold() or 'xx'}",
                name=record["name"],
                lat=float(record["lat"]),
                lon=float(record["lon"]),
                feature_class=feature_class,
                feature_code=feature_code,
                country=country,
                admin1=record["admin1"],
                population=int(record.get("population") or 0),
                radius_km=float(record["radius_km"] or radius),
                error_km=float(record["error_km"] or (_SOURCED_ERROR_KM if sourced else error)),
                sources=[f"supplement:{source}"],
            )
            row.add_names(name for name in record["alternate_names"].split("|") if name)
            yield row


def _same_ground(row: Row, unit: Row) -> bool:
    apart = distance_km(row.lat, row.lon, unit.lat, unit.lon)
    return row.feature_code == "RGN" and apart <= max(row.radius_km, unit.radius_km)


def merge(rows: list[Row], additions: Iterable[Row], *, prefer_name: bool) -> int:
    """Join each addition to the row of the same place, or append it; return how many joined.

    A region that carries the name of a first-level unit at the same spot only lends that unit
    its names: two rows for one ground would compete in every article.

    The coordinates of the row that was there first stay: packages come first, so a remembered
    point never replaces a surveyed one. With `prefer_name` the addition's name, which is the
    one the press uses, becomes the main name.
    """
    index = Index(rows)
    by_id = {row.id: row for row in rows}
    units = {(row.country, fold(row.name)): row for row in rows if row.feature_code == "ADM1"}
    joined = 0
    for row in additions:
        unit = units.get((row.country, fold(row.name.removesuffix(" region"))))
        if unit is not None and _same_ground(row, unit):
            unit.add_names([row.name, *row.names])
            unit.sources += row.sources
            joined += 1
            continue
        other = by_id.get(row.id)
        if other is not None and _is_another(row, other):
            row.id, other = _free_id(row, by_id), None
        if other is not None and row.country:
            # A table that names a row by its id corrects it: GeoNames has Humera in Eritrea.
            other.country, other.admin1 = row.country, row.admin1 or other.admin1
        other = other or index.same_place(row)
        if other is None:
            rows.append(row)
            by_id[row.id] = row
            index.add(row)
            continue
        joined += 1
        _join(row, other, prefer_name=prefer_name)
    return joined


def _join(row: Row, other: Row, *, prefer_name: bool) -> None:
    if prefer_name and other.name != row.name:
        old, other.name = other.name, row.name
        other.names = [*row.names, old, *other.names]
    other.add_names([row.name, *row.names])
    other.sources += row.sources
    other.admin1 = other.admin1 or row.admin1
    if row.feature_code == "AIRB":
        other.feature_code = "AIRB"


def _is_another(row: Row, other: Row) -> bool:
    """Tell two places entered by hand under one name apart: a town and its district, namesakes."""
    if not row.id.startswith("mp:"):
        return False
    reach = max(_NEAR_KM.get(row.feature_class, (0.0, 0.0))[0], row.radius_km, other.radius_km)
    apart = distance_km(row.lat, row.lon, other.lat, other.lon)
    return row.feature_class != other.feature_class or apart > reach


def _free_id(row: Row, taken: Container[str]) -> str:
    """Return the id with the class, the unit, or both behind it: `mp:kajaki-af-adm2`."""
    parts = [row.feature_code.casefold(), slug(row.admin1)]
    for ending in (parts[:1], parts[1:], parts):
        identity = "-".join([row.id, *ending])
        if ending[-1] and identity not in taken:
            return identity
    return f"{row.id}-{round(row.lat * 100)}-{round(row.lon * 100)}"


def name_units_alike(rows: Iterable[Row]) -> None:
    """Give each row the main name of its first-level unit, whichever name its table had.

    Places of one unit back each other up in an article only when they call it the same.
    """
    listed = list(rows)
    main: dict[tuple[str, str], str] = {}
    units = [row for row in listed if row.feature_code == "ADM1"]
    for unit in units:
        main.setdefault((unit.country, fold(unit.name)), unit.name)
    for unit in units:
        for name in unit.names:
            main.setdefault((unit.country, fold(name)), unit.name)
    for row in listed:
        row.admin1 = main.get((row.country, fold(row.admin1)), row.admin1) if row.admin1 else ""
