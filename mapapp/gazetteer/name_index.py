"""Reading the compiled name index: one SQL statement for each kind of question."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from mapapp.errors import DataError
from mapapp.gazetteer.packing import COLUMN, LINE, source_of, unpack_place
from mapapp.model.place import Place

MOST_NAMESAKES = 300
"""Most places that one name leads to: the most prominent ones, of thousands named San Antonio."""

_REMEMBERED_PLACES = 20_000
_REMEMBERED_SOURCES = 10_000
_MAPPED_BYTES = 1 << 32


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
            # Mapped pages belong to the operating system's cache, shared by all processes.
            self._database.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
            self._database.execute("SELECT 1 FROM name LIMIT 1").fetchone()
        except sqlite3.Error as error:
            message = f"The name index {path} cannot be read: {error}. Delete it and start again."
            raise DataError(message) from error
        self._execute = self._database.execute
        self._places: dict[str, Place] = {}
        self._sources: dict[int, str] = {}

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def names(self, key: str) -> list[NameRow]:
        """Return the names with a fold key, primary names and populous places first."""
        row = self._execute("SELECT lines FROM name WHERE key = ?", (key,)).fetchone()
        if row is None:
            return []
        lines = row[0].split(LINE, MOST_NAMESAKES)[:MOST_NAMESAKES]
        return [self._name(line.split(COLUMN), key) for line in lines]

    def has(self, key: str) -> bool:
        """Return whether any name has this fold key."""
        row = self._execute("SELECT 1 FROM name WHERE key = ?", (key,)).fetchone()
        return row is not None

    def folds(self, loose_key: str) -> list[str]:
        """Return the fold keys that share a loose key."""
        rows = self._execute("SELECT fold FROM loose WHERE key = ?", (loose_key,))
        return [row[0] for row in rows]

    def opening(self, word: str) -> int:
        """Return the most words of any name of several words that begins so; 0 for none."""
        row = self._execute("SELECT words FROM opening WHERE word = ?", (word,)).fetchone()
        return row[0] if row else 0

    def by_id(self, place_id: str) -> Place | None:
        """Return the place with an id, its own or that of a merged duplicate."""
        return self._numbered("SELECT place FROM identity WHERE id = ?", place_id)

    def by_country(self, code: str) -> Place | None:
        """Return the row of a country."""
        return self._numbered("SELECT place FROM country WHERE code = ?", code)

    def merged_ids(self, place_id: str) -> tuple[str, ...]:
        """Return all ids under which a place is known; reads the whole table of ids."""
        rows = self._execute(
            "SELECT id FROM identity WHERE place = (SELECT place FROM identity WHERE id = ?)"
            " ORDER BY id",
            (place_id,),
        )
        return tuple(row[0] for row in rows)

    def size(self) -> tuple[int, int]:
        """Return the number of places and of name keys; reads the whole index."""
        places = self._execute("SELECT count(*) FROM place").fetchone()[0]
        names = self._execute("SELECT count(*) FROM name").fetchone()[0]
        return places, names

    def _numbered(self, statement: str, value: str) -> Place | None:
        row = self._execute(statement, (value,)).fetchone()
        if row is None:
            return None
        known = self._places.get(str(row[0]))
        if known is not None:
            return known
        packed = self._execute("SELECT packed FROM place WHERE number = ?", row).fetchone()[0]
        return self._place(str(row[0]), packed.split(COLUMN))

    def _name(self, columns: list[str], key: str) -> NameRow:
        number = columns[3]
        place = self._places.get(number) or self._place(number, columns[4:])
        return NameRow(int(columns[0]), columns[1] or key, columns[2] or place.name, place)

    def _place(self, number: str, columns: list[str]) -> Place:
        place = unpack_place(columns, self._source(source_of(columns)))
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
