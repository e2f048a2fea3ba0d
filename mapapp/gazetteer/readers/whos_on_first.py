"""Reader of Who's On First metafiles (wof-locality-latest.csv and the like)."""

import csv
from collections.abc import Iterator
from pathlib import Path

from mapapp.errors import DataError
from mapapp.gazetteer.counting import count_rows
from mapapp.gazetteer.record import Reader, Record, Report
from mapapp.gazetteer.rows import build_record

_COLUMNS = frozenset({"id", "name", "placetype", "geom_latitude", "geom_longitude"})
_HEADER_BYTES = 4096

_KINDS = {
    "country": ("A", "PCLI", "500"),
    "dependency": ("A", "PCLD", "100"),
    "region": ("A", "ADM1", "60"),
    "county": ("A", "ADM2", "25"),
    "localadmin": ("A", "ADM3", "12"),
    "locality": ("P", "PPL", "5"),
    "borough": ("P", "PPLX", "5"),
    "macrohood": ("P", "PPLX", "3"),
    "neighbourhood": ("P", "PPLX", "2"),
    "campus": ("S", "CMP", "3"),
    "marinearea": ("H", "SEA", "300"),
    "ocean": ("H", "OCN", "3000"),
}


def accepts(path: Path) -> bool:
    """Return whether the file's first line has the columns of a metafile."""
    if path.suffix.lower() != ".csv":
        return False
    with path.open("rb") as file:
        first = file.readline(_HEADER_BYTES).decode("utf-8-sig", errors="replace")
    return {cell.strip().strip('"') for cell in first.split(",")} >= _COLUMNS


def read(path: Path, report: Report) -> Iterator[Record]:
    """Yield places of known kinds that are current: neither superseded nor deprecated.

    Raises:
        DataError: The file is no UTF-8 text or no CSV.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        try:
            for row in rows:
                record = _record(row, rows.line_num, report)
                if record is not None:
                    yield record
        except (UnicodeDecodeError, csv.Error) as error:
            message = f"{path}, after line {rows.line_num}: {error}. Save it as CSV in UTF-8."
            raise DataError(message) from error


def _record(row: dict[str, str | None], line: int, report: Report) -> Record | None:
    cells = {column: (value or "").strip() for column, value in row.items() if column}
    kind = _KINDS.get(cells.get("placetype", ""))
    if kind is None or _is_past(cells):
        return None
    country = cells.get("iso") or cells.get("iso_country") or cells.get("wof_country", "")
    values = {
        "id": f"wof:{cells['id']}" if cells["id"] else "",
        "name": cells["name"],
        "alternate_names": cells.get("fullname", ""),
        "lat": cells.get("lbl_latitude") or cells["geom_latitude"],
        "lon": cells.get("lbl_longitude") or cells["geom_longitude"],
        "feature_class": kind[0],
        "feature_code": kind[1],
        "country": country.upper(),
        "radius_km": kind[2],
        "source": "Who's On First, see whosonfirst.org/docs/licenses",
    }
    return build_record(values, line, report)


def _is_past(cells: dict[str, str]) -> bool:
    ended = cells.get("deprecated", "") not in {"", "uuuu", "0"}
    return ended or bool(cells.get("superseded_by")) or cells.get("is_current") == "0"


READER = Reader(label="Who's On First metafile", accepts=accepts, read=read, count=count_rows)
