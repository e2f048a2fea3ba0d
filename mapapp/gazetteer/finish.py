"""The last step of compiling: from staged rows to the sorted tables of the index.

SQLite sorts and joins the rows into lines itself, in bounded memory and without a Python object
for each of them. That `group_concat` keeps the order of a sorted subquery is what SQLite does;
the tests of the order of candidates watch over it.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from mapapp.gazetteer.packing import COLUMN, LINE, PRIMARY, with_population

_FULLER_POPULATIONS = """
SELECT kept, place.packed, max(duplicates.population)
FROM temp.merged
     JOIN temp.raw AS stands ON stands.number = kept
     JOIN temp.raw AS duplicates ON duplicates.number = duplicate
     JOIN place ON place.number = kept
WHERE stands.population = 0
GROUP BY kept HAVING max(duplicates.population) > 0
"""
# A name of a duplicate becomes an alternate name of the place that stands for it; the duplicate's
# own name, which its row leaves out, must then be written.
_MOVE_NAMES = """
UPDATE temp.spelling
SET place = kept, flags = flags & ~:primary, written = iif(written = '', name, written)
FROM temp.merged JOIN temp.raw ON number = duplicate
WHERE place = duplicate
"""
_DROP_NAMES_MET_TWICE = """
DELETE FROM temp.spelling WHERE rowid IN (
    SELECT name FROM (
        SELECT rowid AS name,
               row_number() OVER (PARTITION BY place, key, exact ORDER BY flags DESC, rowid) AS rank
        FROM temp.spelling WHERE place IN (SELECT kept FROM temp.merged)
    ) WHERE rank > 1
)
"""
_IDENTITIES = """
INSERT OR IGNORE INTO identity
SELECT id, coalesce(kept, number) FROM temp.raw LEFT JOIN temp.merged ON duplicate = number
ORDER BY id, number
"""
_COUNTRIES = """
INSERT OR IGNORE INTO country
SELECT country, number FROM temp.raw
WHERE feature_code LIKE 'PCL%' AND country <> ''
      AND number NOT IN (SELECT duplicate FROM temp.merged)
ORDER BY country, feature_code <> 'PCLI', population DESC, number
"""
_OPENINGS = "INSERT INTO opening SELECT word, max(words) FROM temp.opens GROUP BY word"
_NAMES = """
INSERT INTO name
SELECT key, group_concat(line, char(10)), iif(min(number) = max(number), number, NULL) FROM (
    SELECT key, number, flags || char(9) || exact || char(9) || written || char(9) || number AS line
    FROM temp.spelling JOIN temp.raw ON number = place
    ORDER BY key, flags & :primary DESC, population DESC, number, iif(exact = '', key, exact)
) GROUP BY key
"""
_DUPLICATES = "DELETE FROM place WHERE number IN (SELECT duplicate FROM temp.merged)"


def write_tables(database: sqlite3.Connection) -> None:
    """Fill the index's tables from the staging tables, duplicates merged."""
    _fill_populations(database)
    database.execute(_MOVE_NAMES, {"primary": PRIMARY})
    for statement in (_DROP_NAMES_MET_TWICE, _IDENTITIES, _COUNTRIES, _OPENINGS):
        database.execute(statement)
    lines = database.execute("SELECT DISTINCT line FROM temp.loosely ORDER BY line")
    database.executemany("INSERT INTO loose VALUES (?, ?)", _loose(line for (line,) in lines))
    database.execute(_NAMES, {"primary": PRIMARY})
    database.execute(_DUPLICATES)


def _loose(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the rows of loose keys from sorted lines of row's key, part and fold key.

    A row has a line for each part; one comparison of whole lines sorts them, as a tab comes before
    every letter.
    """
    parted = (line.split(COLUMN) for line in lines)
    for key, entries in groupby(parted, key=itemgetter(0)):
        folds: dict[str, list[str]] = {}
        for _, part, fold in entries:
            folds.setdefault(part, [part]).append(fold)
        yield key, LINE.join([COLUMN.join(cells) for cells in folds.values()])


def _fill_populations(database: sqlite3.Connection) -> None:
    """Give a place without a population that of its duplicate."""
    fuller = database.execute(_FULLER_POPULATIONS).fetchall()
    database.executemany(
        "UPDATE temp.raw SET population = ? WHERE number = ?",
        [(population, number) for number, _, population in fuller],
    )
    database.executemany(
        "UPDATE place SET packed = ? WHERE number = ?",
        [(with_population(packed, population), number) for number, packed, population in fuller],
    )
