"""Reading and checking the lexicon's CSV files: sides, states and one file per conflict."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mapapp.actors.names import Alias, shape_of, words_of
from mapapp.actors.states import State
from mapapp.errors import DataError
from mapapp.model.actor import Actor, Side

SIDE_COLUMNS = ("side", "name", "color", "shape")
STATE_COLUMNS = ("country", "name", "demonyms", "capitals", "side", "terms")
ACTOR_COLUMNS = (
    "actor_id",
    "name",
    "short_name",
    "kind",
    "side",
    "home_country",
    "valid_from",
    "valid_to",
    "aliases",
    "voices",
)
KINDS = (
    *("state", "rebel", "jihadist", "militia", "foreign"),
    *("party", "org", "monitor", "media", "civilian"),
)
SHAPES = (
    *("square", "circle", "half circle", "triangle", "diamond"),
    *("pentagon", "hexagon", "star", "inverted triangle", "cross", "ring"),
)

_ID = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
_COLOR = re.compile(r"#[0-9a-f]{6}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_ALIAS = re.compile(r"(?P<text>[^\[\]|]+?)(?: \[(?P<conditions>[A-Za-z ]+)\])?")
_PLACE = "place"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One line of a file, able to say exactly what is wrong with it."""

    path: Path
    line: int
    values: dict[str, str]

    def error(self, column: str, rule: str) -> DataError:
        """Return the exception for a value that breaks a rule."""
        return DataError(
            f"{self.path.name}, line {self.line}, column {column}: found "
            f"{self.values[column]!r}; {rule}. Correct the line and load again."
        )

    def list_of(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that are parted by ``|``."""
        return tuple(part.strip() for part in self.values[column].split("|") if part.strip())


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a file whose header must be exactly the given columns.

    Raises:
        DataError: The file is missing, not UTF-8, or its header or a row has other columns.
    """
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream)
            header = next(reader, [])
            if tuple(header) != tuple(columns):
                message = (
                    f"{path.name}, line 1: found the columns {', '.join(header) or 'none'}; "
                    f"allowed are exactly {', '.join(columns)}. Correct the header."
                )
                raise DataError(message)
            for values in reader:
                if len(values) != len(columns):
                    message = (
                        f"{path.name}, line {reader.line_num}: found {len(values)} cells; "
                        f"allowed are {len(columns)}. Put cells with commas in double quotes."
                    )
                    raise DataError(message)
                cells = dict(zip(columns, (value.strip() for value in values), strict=True))
                yield Row(path=path, line=reader.line_num, values=cells)
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path} cannot be read ({error}); allowed is a CSV file in UTF-8."
        raise DataError(message) from error


def side_of(row: Row) -> Side:
    """Return the side of a row of ``sides.csv``."""
    values = row.values
    if not _ID.fullmatch(values["side"]):
        raise row.error("side", "a side is lower-case letters, digits and single underscores")
    if not _COLOR.fullmatch(values["color"]):
        raise row.error("color", "a color is # and six lower-case hexadecimal digits")
    if values["shape"] not in SHAPES:
        raise row.error("shape", f"allowed are {', '.join(SHAPES)}")
    if not values["name"]:
        raise row.error("name", "a side needs a name")
    return Side(
        id=values["side"], name=values["name"], color=values["color"], shape=values["shape"]
    )


def state_of(row: Row, sides: dict[str, Side]) -> State:
    """Return the country of a row of ``states.csv``."""
    if not _COUNTRY.fullmatch(row.values["country"]):
        raise row.error("country", "a country is an ISO 3166-1 alpha-2 code such as SY")
    if not row.list_of("name"):
        raise row.error("name", "a country needs a name")
    if row.values["side"] and row.values["side"] not in sides:
        raise row.error("side", f"allowed are empty or {', '.join(sides)}")
    return State(
        country=row.values["country"],
        names=row.list_of("name"),
        demonyms=row.list_of("demonyms"),
        capitals=row.list_of("capitals"),
        side=row.values["side"],
        terms=row.list_of("terms"),
    )


def actor_of(row: Row, sides: dict[str, Side]) -> Actor:
    """Return the actor of a row of a conflict's file."""
    values = row.values
    if not _ID.fullmatch(values["actor_id"]):
        raise row.error("actor_id", "an id is lower-case letters, digits and single underscores")
    for column in ("name", "short_name"):
        if not values[column]:
            raise row.error(column, "an actor needs one")
    if values["kind"] not in KINDS:
        raise row.error("kind", f"allowed are {', '.join(KINDS)}")
    if values["side"] not in sides:
        raise row.error("side", f"allowed are the sides of sides.csv: {', '.join(sides)}")
    if not all(_COUNTRY.fullmatch(country) for country in countries_of(row)):
        raise row.error("home_country", "allowed are ISO 3166-1 alpha-2 codes, the home first")
    return Actor(
        id=values["actor_id"],
        name=values["name"],
        short_name=values["short_name"],
        kind=values["kind"],
        side=values["side"],
        home_country=next(iter(countries_of(row)), ""),
        valid_from=_day(row, "valid_from"),
        valid_to=_day(row, "valid_to"),
    )


def countries_of(row: Row) -> tuple[str, ...]:
    """Return the countries in which the actor of a row fights, its home country first."""
    return tuple(row.values["home_country"].split())


def aliases_of(row: Row) -> Iterator[Alias]:
    """Yield the aliases and voices of a row of a conflict's file."""
    if not row.list_of("aliases"):
        raise row.error("aliases", "an actor needs at least one alias")
    for column, kind in (("aliases", "name"), ("voices", "voice")):
        for cell in row.list_of(column):
            yield _alias(row, column, cell, kind)


def _alias(row: Row, column: str, cell: str, kind: str) -> Alias:
    match = _ALIAS.fullmatch(cell)
    conditions = (match["conditions"] or "").split() if match else []
    countries = [condition for condition in conditions if condition != _PLACE]
    if match is None or not all(_COUNTRY.fullmatch(country) for country in countries):
        raise row.error(
            column,
            f"the part {cell!r} must be a name, or a name and country codes or the word place "
            "in brackets, such as 'SNA [SY]'; parts are parted by |",
        )
    words = words_of(match["text"])
    if not words:
        raise row.error(column, f"the part {cell!r} has no word in it")
    return Alias(
        text=match["text"],
        kind=kind,
        key=row.values["actor_id"],
        countries=frozenset(countries),
        place=_PLACE in conditions,
        shapes=tuple(shape_of(word) for word in words),
    )


def _day(row: Row, column: str) -> date | None:
    if not row.values[column]:
        return None
    try:
        return date.fromisoformat(row.values[column])
    except ValueError as error:
        raise row.error(column, "allowed is empty or a day as YYYY-MM-DD") from error
