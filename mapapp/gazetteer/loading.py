"""Writing places and the keys of their names into the tables of a new index."""

import sqlite3

from mapapp.gazetteer.names import (
    ARTICLE_COUNTRIES,
    SLAVIC_COUNTRIES,
    loose_keys,
    name_keys,
    openings,
)
from mapapp.gazetteer.record import Record
from mapapp.gazetteer.schema import ARABIC, PRIMARY
from mapapp.model.place import Place

_BATCH = 20_000
_REMEMBERED = 200_000

# Unsorted rows go to temporary tables on disk; SQLite sorts them into the index at the end, in
# bounded memory, which is many times faster than inserting millions of keys in random order.
_STAGING = """
CREATE TEMP TABLE spelling (key TEXT, place INTEGER, exact TEXT, flags INTEGER, written TEXT);
CREATE TEMP TABLE loosely (key TEXT, fold TEXT);
CREATE TEMP TABLE opens (word TEXT, words INTEGER);
CREATE TEMP TABLE merged (duplicate INTEGER PRIMARY KEY, kept INTEGER);
CREATE TEMP TABLE origin (place INTEGER PRIMARY KEY, file INTEGER);
"""


class Loader:
    """Takes records one by one; memory does not grow with their number."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Make the staging tables in a database that has the index's own tables."""
        self.rows = 0
        self._database = database
        self._places: list[tuple[object, ...]] = []
        self._origins: list[tuple[int, int]] = []
        self._spellings: list[tuple[str, int, str, int, str]] = []
        self._loose: set[tuple[str, str]] = set()
        self._openings: dict[str, int] = {}
        self._sources: dict[str, int] = {}
        self._source_count = 0
        database.executescript(_STAGING)

    def add(self, file: int, record: Record) -> None:
        """Add a place; `file` is the position of its file in the order of trust."""
        self.rows += 1
        place = record.place
        self._places.append(self._place_row(place))
        self._origins.append((self.rows, file))
        written = dict.fromkeys((place.name, *record.names))
        for name in written:
            self._add_name(name, place, primary=name == place.name)
        if len(self._places) >= _BATCH:
            self._flush()

    def finish(self) -> None:
        """Write what is still held back."""
        self._flush()
        self._flush_openings()

    def _place_row(self, place: Place) -> tuple[object, ...]:
        return (
            self.rows,
            place.id,
            place.name,
            place.coordinates.lat,
            place.coordinates.lon,
            place.feature_class,
            place.feature_code,
            place.country,
            place.admin1,
            place.admin2,
            place.population,
            place.radius_km,
            place.error_km,
            self._source_number(place.source),
        )

    def _source_number(self, text: str) -> int:
        number = self._sources.get(text)
        if number is None:
            if len(self._sources) >= _REMEMBERED:
                self._sources.clear()
            self._source_count += 1
            number = self._sources[text] = self._source_count
            self._database.execute("INSERT INTO source VALUES (?, ?)", (number, text))
        return number

    def _add_name(self, name: str, place: Place, *, primary: bool) -> None:
        arabic = place.country in ARTICLE_COUNTRIES
        slavic = place.country in SLAVIC_COUNTRIES
        flags = (PRIMARY if primary else 0) | (ARABIC if arabic else 0)
        for keys in name_keys(name, arabic=arabic):
            self._spellings.append((keys.fold, self.rows, keys.exact, flags, name))
            self._loose.update((key, keys.fold) for key in loose_keys(keys.bare, slavic=slavic))
            for word, count in openings(keys, arabic=arabic):
                if count > self._openings.get(word, 1):
                    self._openings[word] = count

    def _flush(self) -> None:
        database = self._database
        database.executemany(f"INSERT INTO place VALUES ({_marks(14)})", self._places)
        database.executemany("INSERT INTO temp.origin VALUES (?, ?)", self._origins)
        database.executemany(f"INSERT INTO temp.spelling VALUES ({_marks(5)})", self._spellings)
        database.executemany("INSERT INTO temp.loosely VALUES (?, ?)", self._loose)
        for held in (self._places, self._origins, self._spellings, self._loose):
            held.clear()
        if len(self._openings) > _REMEMBERED:
            self._flush_openings()

    def _flush_openings(self) -> None:
        self._database.executemany("INSERT INTO temp.opens VALUES (?, ?)", self._openings.items())
        self._openings.clear()


def _marks(count: int) -> str:
    return ", ".join("?" * count)
