"""Reader of any CSV with mapapp's columns; the bundled gazetteer is one."""

import csv
from collections.abc import Iterator
from pathlib import Path

from mapapp.errors import DataError
from mapapp.gazetteer.counting import count_rows
from mapapp.gazetteer.record import Problem, Reader, Record, Report
from mapapp.gazetteer.rows import COLUMNS, REQUIRED, build_record

_LONGEST_CELL = 1_000_000
_HEADER_BYTES = 4096


def accepts(path: Path) -> bool:
    """Return whether the file's first line names the columns that a gazetteer needs."""
    if path.suffix.lower() not in {".csv", ".tsv"}:
        return False
    with path.open("rb") as file:
        first = file.readline(_HEADER_BYTES).decode("utf-8-sig", errors="replace")
    return set(REQUIRED) <= set(_cells(first))


def read(path: Path, report: Report) -> Iterator[Record]:
    """Yield the rows of a CSV; columns may come in any order, unknown ones are passed over.

    Raises:
        DataError: A required column is missing, or the file is no UTF-8 text.
    """
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, delimiter=_delimiter(path))
        try:
            header = next(rows, [])
            _check_header(path, header)
            for cells in rows:
                record = _record(header, cells, rows.line_num, report)
                if record is not None:
                    yield record
        except (UnicodeDecodeError, csv.Error) as error:
            message = (
                f"{path}, after line {rows.line_num}: {error}. A gazetteer is a CSV file in "
                "UTF-8; save it so and try again."
            )
            raise DataError(message) from error


def _record(header: list[str], cells: list[str], line: int, report: Report) -> Record | None:
    if not cells:
        return None
    if len(cells) != len(header):
        rule = f"{len(header)} cells are required, as in the header"
        report(Problem(line=line, column="", value=f"{len(cells)} cells", rule=rule))
        return None
    return build_record(dict(zip(header, map(str.strip, cells), strict=True)), line, report)


def _check_header(path: Path, header: list[str]) -> None:
    missing = [column for column in REQUIRED if column not in header]
    if missing:
        message = (
            f"{path}, line 1: no column {', '.join(missing)}. Columns are "
            f"{', '.join(COLUMNS)}; {', '.join(REQUIRED)} are required. See docs/gazetteer.md."
        )
        raise DataError(message)


def _delimiter(path: Path) -> str:
    return "\t" if path.suffix.lower() == ".tsv" else ","


def _cells(line: str) -> list[str]:
    return [cell.strip().strip('"') for cell in line.replace("\t", ",").split(",")]


READER = Reader(label="CSV with mapapp's columns", accepts=accepts, read=read, count=count_rows)
