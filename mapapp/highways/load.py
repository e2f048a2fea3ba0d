"""Highway files: one CSV a road, its facts in ``# key: value`` lines above the columns.

    # id: SY-M5
    # shield: M5
    # name: Damascus-Aleppo highway
    # aliases: Aleppo-Damascus highway | الطريق الدولي M5
    # country: SY
    # source: ...
    # approximate: yes
    lat,lon,name,basis,error_km,cut
    32.538,36.193,Nasib / Jaber border crossing,J,1.0,Nasib crossing

``cut`` names the place where one segment ends and the next begins; empty cells cut nothing.
"""

import csv
import math
import re
from collections.abc import Iterable
from pathlib import Path

from mapapp.errors import DataError
from mapapp.highways.segments import JOINER, build_segments
from mapapp.model.geometry import Coordinates
from mapapp.model.highway import Highway, Waypoint

COLUMNS = ("lat", "lon", "name", "basis", "error_km", "cut")
REQUIRED_FACTS = ("id", "shield", "name", "country", "source")
FACTS = (*REQUIRED_FACTS, "aliases", "approximate")
BASES = {
    "T": "beside a town whose position is known",
    "J": "a junction or a border crossing",
    "E": "estimated between known points",
    "S": "surveyed or recorded geometry",
}
"""What a waypoint rests on."""

FEWEST_POINTS = 2
_ID = re.compile(r"[A-Z]{2}-\w[\w-]*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_YES_NO = {"yes": True, "no": False}


def load_highways(*folders: Path) -> tuple[Highway, ...]:
    """Load every highway file of some folders, sorted by id.

    Args:
        folders: Folders of ``*.csv`` files; a missing folder holds none. A road of a later
            folder replaces the road with its id in an earlier one.

    Raises:
        DataError: A file breaks the format, or two files of one folder share an id.
    """
    highways: dict[str, Highway] = {}
    for folder in folders:
        paths: dict[str, Path] = {}
        for path in sorted(folder.glob("*.csv")):
            highway = load_highway(path)
            if highway.id in paths:
                message = (
                    f"{path}: id {highway.id} is already used by {paths[highway.id]}. "
                    "Give each road an id of its own."
                )
                raise DataError(message)
            paths[highway.id] = path
            highways[highway.id] = highway
    return tuple(highways[key] for key in sorted(highways))


def load_highway(path: Path) -> Highway:
    """Load one highway file.

    Raises:
        DataError: The file cannot be read or breaks the format; the message names file, line,
            column, value and rule.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path} cannot be read ({error}); allowed is a CSV file in UTF-8."
        raise DataError(message) from error
    return read_highway(lines, str(path))


def read_highway(lines: list[str], origin: str) -> Highway:
    """Read one highway from the lines of its file.

    Args:
        lines: Without line ends.
        origin: File name for messages.

    Raises:
        DataError: See `load_highway`.
    """
    header = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    facts = _facts(lines[:header], origin)
    waypoints: list[Waypoint] = []
    cuts: list[tuple[int, str]] = []
    for row in _rows(lines, header, origin):
        if row.cells["cut"]:
            cuts.append((len(waypoints), row.place("cut")))
        waypoints.append(row.waypoint())
    if len(waypoints) < FEWEST_POINTS:
        message = f"{origin}: {len(waypoints)} waypoints; a line needs at least {FEWEST_POINTS}."
        raise DataError(message)
    if len(cuts) < FEWEST_POINTS or cuts[0][0] != 0 or cuts[-1][0] != len(waypoints) - 1:
        message = (
            f"{origin}: column cut must name a place at the first and at the last waypoint, "
            f"so that segments cover the road; found {[name for _, name in cuts]}."
        )
        raise DataError(message)
    return Highway(
        id=facts["id"],
        shield=facts["shield"],
        name=facts["name"],
        aliases=tuple(a for alias in facts.get("aliases", "").split("|") if (a := alias.strip())),
        country=facts["country"],
        waypoints=tuple(waypoints),
        segments=build_segments(facts["id"], waypoints, cuts),
        source=facts["source"],
        approximate=_YES_NO[facts.get("approximate", "yes")],
    )


class _Row:
    """One line of a file with the words for messages about it."""

    __slots__ = ("cells", "origin")

    def __init__(self, cells: dict[str, str], origin: str) -> None:
        self.cells = cells
        self.origin = origin

    def number(self, column: str, low: float, high: float) -> float:
        text = self.cells[column]
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not low <= value <= high:
            raise self.broken(column, f"allowed are numbers from {low:g} to {high:g}")
        return value

    def place(self, column: str) -> str:
        name = self.cells[column]
        if JOINER in name:
            raise self.broken(column, f"'{JOINER}' stands between the places of a segment's name")
        return name

    def waypoint(self) -> Waypoint:
        basis = self.cells["basis"]
        if basis not in BASES:
            raise self.broken("basis", f"allowed are {', '.join(BASES)}")
        point = Coordinates(lat=self.number("lat", -90, 90), lon=self.number("lon", -180, 180))
        error_km = self.number("error_km", 0, 1000)
        return Waypoint(coordinates=point, name=self.cells["name"], basis=basis, error_km=error_km)

    def broken(self, column: str, rule: str) -> DataError:
        value = self.cells[column]
        return DataError(f"{self.origin}, column {column}: {value!r}; {rule}. Correct the cell.")


def _rows(lines: list[str], header: int, origin: str) -> Iterable[_Row]:
    reader = csv.reader(lines[header:], strict=True)
    try:
        columns = tuple(next(reader, ()))
        if columns != COLUMNS:
            message = (
                f"{origin}, line {header + 1}: columns are {','.join(columns) or 'missing'}; "
                f"allowed is {','.join(COLUMNS)}."
            )
            raise DataError(message)
        for cells in reader:
            place = f"{origin}, line {header + reader.line_num}"
            if len(cells) != len(COLUMNS):
                message = f"{place}: {len(cells)} cells; the columns are {','.join(COLUMNS)}."
                raise DataError(message)
            stripped = (cell.strip() for cell in cells)
            yield _Row(dict(zip(COLUMNS, stripped, strict=True)), place)
    except csv.Error as error:
        message = f"{origin}, line {header + reader.line_num}: no CSV ({error}). Quote the cell."
        raise DataError(message) from error


def _facts(lines: list[str], origin: str) -> dict[str, str]:
    facts: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        key, colon, value = line.removeprefix("#").partition(":")
        key = key.strip()
        if not colon or key not in FACTS:
            message = (
                f"{origin}, line {number}: {line!r}; allowed above the columns are lines "
                f"'# key: value' with the keys {', '.join(FACTS)}."
            )
            raise DataError(message)
        facts[key] = value.strip()
    for key in REQUIRED_FACTS:
        if not facts.get(key):
            message = f"{origin}: '# {key}: ...' is missing above the columns. Add it."
            raise DataError(message)
    _check_fact(facts, "id", _ID, "a country code, a hyphen and letters or digits: SY-M5", origin)
    _check_fact(facts, "country", _COUNTRY, "an ISO 3166-1 alpha-2 code such as SY", origin)
    if facts.get("approximate", "yes") not in _YES_NO:
        message = f"{origin}: approximate is {facts['approximate']!r}; allowed are yes and no."
        raise DataError(message)
    return facts


def _check_fact(
    facts: dict[str, str], key: str, allowed: re.Pattern[str], words: str, origin: str
) -> None:
    if not allowed.fullmatch(facts[key]):
        message = f"{origin}: {key} is {facts[key]!r}; allowed is {words}."
        raise DataError(message)
