"""The user's own gazetteers: files of any known format, kept as CSV with mapapp's columns."""

import csv
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mapapp.errors import DataError
from mapapp.gazetteer.compile import reader_for
from mapapp.gazetteer.record import Problem, Record, Report
from mapapp.gazetteer.rows import COLUMNS, SEPARATOR

FOLDER = "gazetteers"
"""Name of the folder in the user's data folder."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Added:
    """What became of a file that was added.

    Attributes:
        path: The CSV that now holds its places.
        places: Places kept.
        refused: Rows left out because they break a rule.
        first: The first broken rule; None when there is none.
    """

    path: Path
    places: int
    refused: int
    first: Problem | None


def add_file(path: Path, data_folder: Path, *, country: str = "") -> Added:
    """Read a gazetteer file and keep its places in the user's data folder.

    A file of the same name that was added before is replaced, in one step.

    Args:
        path: A file in any known format.
        data_folder: The user's data folder.
        country: ISO 3166-1 alpha-2 code for rows that name no country.

    Raises:
        DataError: The file is missing, in no known format, or holds not one usable place.
    """
    problems: list[Problem] = []
    refused: set[int] = set()

    def report(problem: Problem) -> None:
        refused.add(problem.line)
        if not problems:
            problems.append(problem)

    target = data_folder / FOLDER / f"{path.stem}.csv"
    records = _with_country(read_records(path, report), country)
    places = write_csv(records, target, least=1, origin=path)
    return Added(
        path=target,
        places=places,
        refused=len(refused),
        first=problems[0] if problems else None,
    )


def remove_file(name: str, data_folder: Path) -> Path:
    """Take a file that was added out again and return where it was.

    Args:
        name: Name of the file, with its folder and ending or without.
        data_folder: The user's data folder.

    Raises:
        DataError: No such file was added.
    """
    added = {path.stem: path for path in sorted((data_folder / FOLDER).glob("*.csv"))}
    stem = Path(name).name.removesuffix(".csv")
    if stem not in added:
        found = ", ".join(added) or "none"
        message = f"No gazetteer named {name!r} was added; added are: {found}."
        raise DataError(message)
    added[stem].unlink()
    return added[stem]


def read_records(path: Path, report: Report) -> Iterator[Record]:
    """Yield the places of a file in any known format.

    Raises:
        DataError: The file is missing or in no known format.
    """
    if not path.is_file():
        message = f"No file at {path}. Name a gazetteer file; docs/gazetteer.md lists the formats."
        raise DataError(message)
    yield from reader_for(path).read(path, report)


def check_file(path: Path, report: Report) -> int:
    """Report every value that breaks a rule, ids that come twice among them.

    Returns:
        The number of rows that keep all rules.

    Raises:
        DataError: The file is missing or in no known format.
    """
    seen: dict[str, int] = {}
    good = 0
    for record in read_records(path, report):
        first = seen.setdefault(record.place.id, record.line)
        if first != record.line:
            rule = f"each id may come once; line {first} has it already"
            report(Problem(line=record.line, column="id", value=record.place.id, rule=rule))
        else:
            good += 1
    return good


def write_csv(records: Iterable[Record], target: Path, *, least: int, origin: Path) -> int:
    """Write places as CSV, whole or not at all, and return their number.

    Args:
        records: What to write.
        target: The file to make or replace.
        least: Fewest places that are worth keeping.
        origin: Where they come from, for messages.

    Raises:
        DataError: There are fewer places, or the folder cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.stem, suffix=".part")
    except OSError as error:
        message = f"{target.parent} cannot be written: {error.strerror}. Set MAPAPP_DATA_FOLDER."
        raise DataError(message) from error
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            places = 0
            for cells in file_rows(records):
                writer.writerow(cells)
                places += 1
        if places < least:
            message = (
                f"{origin} holds no place that can be used; 'mapapp gazetteer check' says why."
            )
            raise DataError(message)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return places


def file_rows(records: Iterable[Record]) -> Iterator[list[str]]:
    """Yield the cells of each place, in the order of the columns."""
    for record in records:
        place = record.place
        yield [
            place.id,
            place.name,
            "",
            SEPARATOR.join(name.replace(SEPARATOR, " ") for name in record.names),
            repr(place.coordinates.lat),
            repr(place.coordinates.lon),
            place.feature_class,
            place.feature_code,
            place.country,
            place.admin1,
            place.admin2,
            str(place.population),
            f"{place.radius_km:g}",
            f"{place.error_km:g}",
            place.source,
        ]


def _with_country(records: Iterable[Record], country: str) -> Iterator[Record]:
    for record in records:
        if country and not record.place.country:
            yield replace(record, place=replace(record.place, country=country))
        else:
            yield record
