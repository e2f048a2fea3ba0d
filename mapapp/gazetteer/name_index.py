"""Reading the compiled name index: one SQL statement for each kind of question."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from mapapp.errors import DataError
from mapapp.model.geometry import Coordinates
from mapapp.model.place import Place

_PLACE = (
    "p.number, p.id, p.name, p.lat, p.lon, p.feature_class, p.feature_code, p.country, p.admin1,"
    " p.admin2, p.population, p.radius_km, p.error_km, p.source"
)
_BY_KEY = (
    f"SELECT n.flags, n.exact, n.written, {_PLACE} FROM name n JOIN place p ON p.number = n.place"
    " WHERE n.key = ?"
)
_BY_ID = f"SELECT {_PLACE} FROM identity i JOIN place p ON p.number = i.place WHERE i.id = ?"
_BY_COUNTRY = f"SELECT {_PLACE} FROM country c JOIN place p ON p.number = c.place WHERE c.code = ?"
_REMEMBERED_PLACES = 50_000
_REMEMBERED_SOURCES = 10_000


class NameRow(NamedTuple):
    """A name that a key leads to."""

    flags: int
    exact: str
    written: str
    place: Place


class NameIndex:
    """One index file, open for reading; nothing is loaded before it is asked for."""

    def __init__(self, path: Path) -> None:
        """Open the file; it never changes, so that SQLite needs no locks.

        Raises:
            DataError: The file is no index.
        """
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            # Reading from several threads is safe: SQLite serializes, nothing is written.
            self._database = sqlite3.connect(
                uri, uri=True, check_same_thread=False, isolation_level=None
            )
            self._database.execute("SELECT 1 FROM place LIMIT 1")
        except sqlite3.Error as error:
            message = f"The name index {path} cannot be read: {error}. Delete it and start again."
            raise DataError(message) from error
        self._execute = self._database.execute
        self._places: dict[int, Place] = {}
        self._sources: dict[int, str] = {}

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def names(self, key: str) -> list[NameRow]:
        """Return all names with a fold key, in no particular order."""
        rows = self._execute(_BY_KEY, (key,)).fetchall()
        return [NameRow(row[0], row[1], row[2], self._place(row, 3)) for row in rows]

    def has(self, key: str) -> bool:
        """Return whether any name has this fold key."""
        row = self._execute("SELECT 1 FROM name WHERE key = ? LIMIT 1", (key,)).fetchone()
        return row is not None

    def folds(self, loose_key: str) -> list[str]:
        """Return the fold keys that share a loose key."""
        return [
            row[0] for row in self._execute("SELECT fold FROM loose WHERE key = ?", (loose_key,))
        ]

    def opening(self, word: str) -> int:
        """Return the most words of any name of several words that begins so; 0 for none."""
        row = self._execute("SELECT words FROM opening WHERE word = ?", (word,)).fetchone()
        return row[0] if row else 0

    def by_id(self, place_id: str) -> Place | None:
        """Return the place with an id, its own or that of a merged duplicate."""
        row = self._execute(_BY_ID, (place_id,)).fetchone()
        return self._place(row, 0) if row else None

    def by_country(self, code: str) -> Place | None:
        """Return the row of a country."""
        row = self._execute(_BY_COUNTRY, (code,)).fetchone()
        return self._place(row, 0) if row else None

    def size(self) -> tuple[int, int]:
        """Return the number of places and of name keys; reads the whole index."""
        places = self._execute("SELECT count(*) FROM place").fetchone()[0]
        names = self._execute("SELECT count(*) FROM name").fetchone()[0]
        return places, names

    def _place(self, row: tuple, at: int) -> Place:  # type: ignore[type-arg]
        number = row[at]
        place = self._places.get(number)
        if place is None:
            place = Place(
                id=row[at + 1],
                name=row[at + 2],
                coordinates=Coordinates(lat=row[at + 3], lon=row[at + 4]),
                feature_class=row[at + 5],
                feature_code=row[at + 6],
                country=row[at + 7],
                admin1=row[at + 8],
                admin2=row[at + 9],
                population=row[at + 10],
                radius_km=row[at + 11],
                error_km=row[at + 12],
                source=self._source(row[at + 13]),
            )
            if len(self._places) >= _REMEMBERED_PLACES:
                self._places.clear()
            self._places[number] = place
        return place

    def _source(self, number: int) -> str:
        text = self._sources.get(number)
        if text is None:
            if len(self._sources) >= _REMEMBERED_SOURCES:
                self._sources.clear()
            row = self._execute("SELECT text FROM source WHERE number = ?", (number,)).fetchone()
            text = self._sources[number] = row[0]
        return text
