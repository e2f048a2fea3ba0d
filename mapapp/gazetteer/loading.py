"""Writing places and the keys of their names into the tables of a new index."""

import sqlite3
from collections.abc import Sequence

from mapapp.gazetteer.names import (
    ARTICLE_COUNTRIES,
    SLAVIC_COUNTRIES,
    LooseName,
    loose_rows,
    name_keys,
    openings,
)
from mapapp.gazetteer.packing import ARABIC, COLUMN, PRIMARY, one_line, pack_place
from mapapp.gazetteer.record import Record
from mapapp.gazetteer.schema import STAGING
from mapapp.text.fold import SHORT_FORMS

_BATCH = 10_000
_REMEMBERED = 200_000

_Spelling = tuple[str, int, str, int, str]
_Looser = dict[str, tuple[str, Sequence[str]]]


class Loader:
    """Takes records one by one; memory does not grow with their number."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Make the staging tables in a database that has the index's own tables."""
        self.rows = 0
        self._database = database
        self._raw: list[tuple[object, ...]] = []
        self._places: list[tuple[int, str]] = []
        self._spellings: list[_Spelling] = []
        # Loose keys are computed for a batch at once, and once for all namesakes in it. By kind of
        # name, Slavic and Arabic or not: its fold key and bare words by the words in one.
        self._loose: dict[tuple[bool, bool], _Looser] = {}
        self._openings: dict[str, int] = {}
        self._sources: dict[str, int] = {}
        self._source_count = 0
        database.executescript(STAGING)

    def add(self, file: int, record: Record) -> None:
        """Add a place; `file` is the position of its file in the order of trust."""
        self.rows += 1
        place = record.place
        self._raw.append(
            (
                self.rows,
                file,
                place.id,
                place.coordinates.lat,
                place.coordinates.lon,
                place.feature_class,
                place.feature_code,
                place.country,
                place.population,
                one_line(place.name),
            )
        )
        self._places.append((self.rows, pack_place(place, self._source_number(place.source))))
        self._add_names(record)
        if len(self._places) >= _BATCH:
            self._flush()

    def finish(self) -> None:
        """Write what is still held back."""
        self._flush()
        self._flush_openings()

    def _source_number(self, text: str) -> int:
        number = self._sources.get(text)
        if number is None:
            if len(self._sources) >= _REMEMBERED:
                self._sources.clear()
            self._source_count += 1
            number = self._sources[text] = self._source_count
            self._database.execute("INSERT INTO source VALUES (?, ?)", (number, text))
        return number

    def _add_names(self, record: Record) -> None:
        place = record.place
        arabic = place.country in ARTICLE_COUNTRIES
        loose = self._loose.setdefault((place.country in SLAVIC_COUNTRIES, arabic), {})
        # Names that differ in case and marks only are one name; the primary one comes first.
        known: set[str] = set()
        folds: set[str] = set()
        flags = PRIMARY | (ARABIC if arabic else 0)
        for name in (place.name, *record.names):
            written = "" if name == place.name else one_line(name)
            for words, (exact, fold, bare) in name_keys(name, arabic=arabic):
                if exact in known:
                    continue
                known.add(exact)
                kept = "" if exact == fold else exact
                self._spellings.append((fold, self.rows, kept, flags, written))
                if len(words) > 1:
                    self._add_openings(openings(words, bare, arabic=arabic))
                if fold not in folds:
                    folds.add(fold)
                    loose[exact if bare is words else " ".join(bare)] = fold, bare
            flags &= ~PRIMARY

    def _add_openings(self, found: list[tuple[str, int]]) -> None:
        for word, count in found:
            short = SHORT_FORMS.get(word, word)
            if count > self._openings.get(short, 1):
                self._openings[short] = count

    def _flush(self) -> None:
        looser = [
            LooseName(fold, bare, slavic, arabic)
            for (slavic, arabic), names in self._loose.items()
            for fold, bare in names.values()
        ]
        loose = {(COLUMN.join(row),) for row in loose_rows(looser)}
        for statement, held in (
            ("INSERT INTO temp.raw VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self._raw),
            ("INSERT INTO place VALUES (?, ?)", self._places),
            ("INSERT INTO temp.spelling VALUES (?, ?, ?, ?, ?)", self._spellings),
            ("INSERT INTO temp.loosely VALUES (?)", loose),
        ):
            self._database.executemany(statement, held)
        for done in (self._raw, self._places, self._spellings, self._loose):
            done.clear()
        if len(self._openings) > _REMEMBERED:
            self._flush_openings()

    def _flush_openings(self) -> None:
        self._database.executemany("INSERT INTO temp.opens VALUES (?, ?)", self._openings.items())
        self._openings.clear()
