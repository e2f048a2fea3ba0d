"""Reading the compiled name index: one SQL statement for most questions."""

import sqlite3
from pathlib import Path

from mapapp.errors import DataError
from mapapp.gazetteer.packing import COLUMN, LINE, source_of, unpack_place
from mapapp.model.place import Place

MOST_NAMESAKES = 300
"""Most places that one name leads to: the most prominent ones, of thousands named San Antonio."""

_REMEMBERED_PLACES = 20_000
_REMEMBERED_SOURCES = 10_000
_MAPPED_BYTES = 1 << 32

_NAMES = "SELECT lines, only, packed FROM name LEFT JOIN place ON number = only WHERE key = ?"
_PLACE = "SELECT packed FROM place WHERE number = ?"
_LONGEST = (
    "SELECT (SELECT words FROM opening WHERE word = ?), EXISTS (SELECT 1 FROM name WHERE key = ?)"
)


NameRow = tuple[int, str, str, Place]
"""A name that a key leads to: flags, exact key, name as written, place.

A plain tuple, as look-ups make many: one with named fields takes seven times as long to make.
"""


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
        self._places: dict[int, Place] = {}
        self._sources: dict[int, str] = {}

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def names(self, key: str) -> list[NameRow]:
        """Return the names with a fold key, primary names and populous places first."""
        row = self._execute(_NAMES, (key,)).fetchone()
        if row is None:
            return []
        lines, number, packed = row
        if number is not None and LINE not in lines:
            flags, exact, written, _ = lines.split(COLUMN)
            place = self._places.get(number) or self._place(number, packed)
            return [(int(flags), exact or key, written or place.name, place)]
        return self._names_of_lines(key, lines.split(LINE, MOST_NAMESAKES)[:MOST_NAMESAKES])

    def folds(self, key: str, part: str | None) -> list[str]:
        """Return the fold keys in a row of loose keys, or in one part of it."""
        row = self._execute("SELECT parts FROM loose WHERE key = ?", (key,)).fetchone()
        if row is None:
            return []
        parts = [line.split(COLUMN) for line in row[0].split(LINE)]
        if part is not None:
            return next((folds for name, *folds in parts if name == part), [])
        return list(dict.fromkeys(fold for _, *folds in parts for fold in folds))

    def longest(self, opening: str, key: str) -> int:
        """Return the most words of a name.

        Args:
            opening: First word of names of several words, in its short form.
            key: Fold key that a name of one word has.
        """
        words, is_name = self._execute(_LONGEST, (opening, key)).fetchone()
        return int(words or is_name)

    def by_id(self, place_id: str) -> Place | None:
        """Return the place with an id, its own or that of a merged duplicate."""
        return self._numbered("SELECT place FROM identity WHERE id = ?", place_id)

    def by_country(self, code: str) -> Place | None:
        """Return the row of a country."""
        return self._numbered("SELECT place FROM country WHERE code = ?", code)

    def size(self) -> tuple[int, int]:
        """Return the number of places and of name keys; reads the whole index."""
        places = self._execute("SELECT count(*) FROM place").fetchone()[0]
        names = self._execute("SELECT count(*) FROM name").fetchone()[0]
        return places, names

    def _numbered(self, statement: str, value: str) -> Place | None:
        row = self._execute(statement, (value,)).fetchone()
        return None if row is None else self._by_number(row[0])

    def _names_of_lines(self, key: str, lines: list[str]) -> list[NameRow]:
        names = []
        for line in lines:
            flags, exact, written, number = line.split(COLUMN)
            place = self._by_number(int(number))
            names.append((int(flags), exact or key, written or place.name, place))
        return names

    def _by_number(self, number: int) -> Place:
        known = self._places.get(number)
        if known is not None:
            return known
        return self._place(number, self._execute(_PLACE, (number,)).fetchone()[0])

    def _place(self, number: int, packed: str) -> Place:
        columns = packed.split(COLUMN)
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
