"""From the text of a row to a place: the rules that every row of every format must keep."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mapapp.gazetteer.record import Problem, Record, Report
from mapapp.model.geometry import Coordinates
from mapapp.model.place import Place

COLUMNS = (
    "id",
    "name",
    "ascii_name",
    "alternate_names",
    "lat",
    "lon",
    "feature_class",
    "feature_code",
    "country",
    "admin1",
    "admin2",
    "population",
    "radius_km",
    "error_km",
    "source",
)
"""Columns of mapapp's own gazetteer CSV, in order."""

REQUIRED = ("id", "name", "lat", "lon")
"""Columns without which a file is no gazetteer; the others may be missing."""

SEPARATOR = "|"
"""Stands between alternate names."""

FEATURE_CLASSES = frozenset("AHLPRSTUV")
MOST_PEOPLE = 2_000_000_000
WIDEST_KM = 10_000.0
LONGEST_NAME = 200
_CODE_LETTERS = 2

RADIUS_KM = {"P": 5.0, "A": 50.0, "H": 20.0, "L": 20.0, "R": 10.0, "S": 2.0, "T": 10.0}
"""Extent that a place gets when its row gives none, by feature class."""


@dataclass(slots=True)
class _Row:
    """The values of one row and the problems found in it so far."""

    values: Mapping[str, str]
    line: int
    report: Report
    broken: bool = False

    def text(self, column: str) -> str:
        return self.values.get(column, "")

    def refuse(self, column: str, rule: str) -> None:
        self.broken = True
        self.report(Problem(line=self.line, column=column, value=self.text(column), rule=rule))

    def number(self, column: str, low: float, high: float, default: float | None) -> float:
        text = self.values.get(column, "")
        if not text and default is not None:
            return default
        try:
            value = float(text)
        except ValueError:
            value = high + 1
        # Also refuses NaN, which compares as false.
        if low <= value <= high:
            return value
        self.refuse(column, f"a number from {low:g} to {high:g} is allowed")
        return low

    def matching(self, column: str, fits: Callable[[str], bool], rule: str) -> str:
        text = self.text(column)
        if not fits(text):
            self.refuse(column, rule)
        return text


def build_record(values: Mapping[str, str], line: int, report: Report) -> Record | None:
    """Return the place that a row describes; None, with every broken rule reported, if it is bad.

    Args:
        values: Text by column name, without space around it; missing optional columns get defaults.
        line: The row's line in its file.
        report: Takes each problem.
    """
    row = _Row(values, line, report)
    text = values.get
    feature_class = text("feature_class") or "P"
    if feature_class not in FEATURE_CLASSES:
        row.refuse("feature_class", f"one letter of {''.join(sorted(FEATURE_CLASSES))} is allowed")
    lat = row.number("lat", -90, 90, None)
    lon = row.number("lon", -180, 180, None)
    place = Place(
        id=row.matching("id", _is_id, "an identifier without spaces or '~' is required"),
        name=row.matching("name", _is_name, f"a name of 1 to {LONGEST_NAME} letters is required"),
        coordinates=Coordinates(lat=lat, lon=lon),
        feature_class=feature_class,
        feature_code=text("feature_code", ""),
        country=row.matching(
            "country", _is_country, "an ISO 3166-1 alpha-2 code in capitals, or nothing, is allowed"
        ),
        admin1=text("admin1", ""),
        admin2=text("admin2", ""),
        population=int(row.number("population", 0, MOST_PEOPLE, 0)),
        radius_km=row.number("radius_km", 0, WIDEST_KM, RADIUS_KM.get(feature_class, 5.0)),
        error_km=row.number("error_km", 0, WIDEST_KM, 1.0),
        source=text("source", ""),
    )
    return None if row.broken else Record(place=place, names=_names(row), line=line)


def _names(row: _Row) -> tuple[str, ...]:
    names = {row.text("ascii_name"): None}
    others = row.text("alternate_names")
    for name in others.split(SEPARATOR) if others else ():
        stripped = name.strip()
        if len(stripped) <= LONGEST_NAME:
            names[stripped] = None
    names.pop("", None)
    return tuple(names)


def _is_id(text: str) -> bool:
    # "~" parts a derived area from its parent's id.
    return len(text.split()) == 1 and "~" not in text


def _is_name(text: str) -> bool:
    # Nearly every name begins with a letter, which saves the walk over all of them.
    spelled = text[:1].isalnum() or any(letter.isalnum() for letter in text)
    return spelled and len(text) <= LONGEST_NAME


def _is_country(text: str) -> bool:
    letters = text.isascii() and text.isalpha() and text.isupper()
    return not text or (letters and len(text) == _CODE_LETTERS)
