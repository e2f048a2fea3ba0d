"""Reader of GeoNames dumps: a country's or all countries', as text or zipped.

Format: https://download.geonames.org/export/dump/readme.txt (CC BY 4.0).
"""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from mapapp.errors import DataError
from mapapp.gazetteer.counting import count_lines
from mapapp.gazetteer.record import Problem, Reader, Record, Report
from mapapp.gazetteer.rows import SEPARATOR, build_record

_FIELDS = 19
_FIELD_CODE, _FIELD_ADMIN1, _FIELD_ADMIN2 = 7, 10, 11
_FILE = re.compile(r"([A-Z]{2}|allCountries|cities\d+)\.(txt|zip)")
_LARGEST_HEAD = 65536

WANTED_SITES = frozenset(
    "AIRB AIRF AIRH AIRP AIRQ BDG BDGQ BRKS CMP CMPQ CMPRF CTRB DAM FT FY GATE INSM MILB MN MNQ"
    " NKM NUC OILP OILR OILT PMPO PSTB PSTC PRN PSH RSRT RUIN STNM".split()
)
"""Sites (class S) that conflict reporting names; hotels, schools and shops only cause mistakes."""

WANTED_CLASSES = frozenset("AHLPSTV")
"""All but roads and undersea features."""

_RADII_KM = {"PCLI": 500.0, "ADM1": 60.0, "ADM2": 25.0, "ADM3": 12.0, "ADM4": 8.0, "PPLC": 15.0}
_PEOPLE_OF_A_CITY = 100_000


def accepts(path: Path) -> bool:
    """Return whether the file is named like a dump and its first row has a dump's 19 fields."""
    if not _FILE.fullmatch(path.name):
        return False
    try:
        with _open(path) as lines:
            return lines.readline(_LARGEST_HEAD).count("\t") == _FIELDS - 1
    except (DataError, UnicodeDecodeError):
        return False


def read(path: Path, report: Report) -> Iterator[Record]:
    """Yield places in file order; units' codes become names where the dump has the units.

    Raises:
        DataError: The file is damaged or no UTF-8 text.
    """
    try:
        units = _unit_names(path)
        with _open(path) as lines:
            for number, line in enumerate(lines, 1):
                record = _record(line.rstrip("\r\n").split("\t"), number, units, report)
                if record is not None:
                    yield record
    except (UnicodeDecodeError, zipfile.BadZipFile) as error:
        message = f"{path} is damaged: {error}. Download it again from download.geonames.org."
        raise DataError(message) from error


def count(path: Path) -> int:
    """Return the number of rows, of all feature classes."""
    with _open_binary(path) as file:
        return count_lines(file)


def _record(
    fields: list[str], line: int, units: dict[tuple[str, str, str], str], report: Report
) -> Record | None:
    if len(fields) != _FIELDS:
        rule = f"{_FIELDS} fields parted by tabs are required"
        report(Problem(line=line, column="", value=f"{len(fields)} fields", rule=rule))
        return None
    feature_class, code = fields[6], fields[_FIELD_CODE]
    if feature_class not in WANTED_CLASSES or (feature_class == "S" and code not in WANTED_SITES):
        return None
    country, admin1, admin2 = fields[8], fields[_FIELD_ADMIN1], fields[_FIELD_ADMIN2]
    values = {
        "id": f"gn:{fields[0]}" if fields[0] else "",
        "name": fields[1],
        "ascii_name": fields[2],
        "alternate_names": fields[3].replace(",", SEPARATOR),
        "lat": fields[4],
        "lon": fields[5],
        "feature_class": feature_class,
        "feature_code": code,
        "country": country,
        "admin1": units.get((country, admin1, ""), ""),
        "admin2": units.get((country, admin1, admin2), ""),
        "population": fields[14],
        "radius_km": extent_km(code, fields[14]),
        "source": "GeoNames dump, CC BY 4.0",
    }
    return build_record(values, line, report)


def extent_km(code: str, population: str) -> str:
    """Return the extent, empty for the class's usual one; a large city is wider than a village."""
    if code.startswith("PPL") and population.isdigit() and int(population) >= _PEOPLE_OF_A_CITY:
        return "10"
    return str(_RADII_KM[code]) if code in _RADII_KM else ""


def _unit_names(path: Path) -> dict[tuple[str, str, str], str]:
    """Return names of first- and second-level units by country and codes, from their own rows."""
    names: dict[tuple[str, str, str], str] = {}
    with _open(path) as lines:
        for line in lines:
            if "\tADM1\t" not in line and "\tADM2\t" not in line:
                continue
            fields = line.split("\t")
            if len(fields) == _FIELDS:
                second = fields[_FIELD_ADMIN2] if fields[_FIELD_CODE] == "ADM2" else ""
                names.setdefault((fields[8], fields[_FIELD_ADMIN1], second), fields[1])
    return names


@contextmanager
def _open(path: Path) -> Iterator[TextIO]:
    with _open_binary(path) as file:
        yield io.TextIOWrapper(file, encoding="utf-8", newline="\n")


@contextmanager
def _open_binary(path: Path) -> Iterator[BinaryIO]:
    if path.suffix != ".zip":
        with path.open("rb") as file:
            yield file
        return
    try:
        with zipfile.ZipFile(path) as archive:
            member = f"{path.stem}.txt"
            if member not in archive.namelist():
                message = f"{path} holds no {member}; it holds {', '.join(archive.namelist()[:5])}."
                raise DataError(message)
            with archive.open(member) as file:
                yield file  # type: ignore[misc]
    except zipfile.BadZipFile as error:
        message = f"{path} is no zip file: {error}. Download it again from download.geonames.org."
        raise DataError(message) from error


READER = Reader(label="GeoNames dump (SY.zip, SY.txt)", accepts=accepts, read=read, count=count)
