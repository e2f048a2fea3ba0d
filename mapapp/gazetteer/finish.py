"""The last step of compiling: from staged rows to the sorted tables of the index."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from mapapp.gazetteer.packing import LINE, PRIMARY, pack_name, with_population

# A name of a duplicate becomes an alternate name of the place that stands for it.
_NAMES = """
SELECT key, coalesce(kept, place) AS number, exact,
       max(iif(kept IS NULL, flags, flags & ~:primary)) AS best, written, packed
FROM temp.spelling
     LEFT JOIN temp.merged ON duplicate = place
     JOIN temp.raw ON raw.number = coalesce(kept, place)
GROUP BY key, coalesce(kept, place), exact
ORDER BY key, best & :primary DESC, population DESC, 2, exact
"""
_FULLER_POPULATIONS = """
SELECT kept, stands.packed, max(duplicates.population)
FROM temp.merged
     JOIN temp.raw AS stands ON stands.number = kept
     JOIN temp.raw AS duplicates ON duplicates.number = duplicate
WHERE stands.population = 0
GROUP BY kept HAVING max(duplicates.population) > 0
"""
_PLACES = """
INSERT INTO place
SELECT number, packed FROM temp.raw WHERE number NOT IN (SELECT duplicate FROM temp.merged)
ORDER BY number
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
_LOOSE = "INSERT INTO loose SELECT DISTINCT key, fold FROM temp.loosely ORDER BY key, fold"
_OPENINGS = "INSERT INTO opening SELECT word, max(words) FROM temp.opens GROUP BY word"


def write_tables(database: sqlite3.Connection) -> None:
    """Fill the index's tables from the staging tables, duplicates merged."""
    _fill_populations(database)
    for statement in (_PLACES, _IDENTITIES, _COUNTRIES, _LOOSE, _OPENINGS):
        database.execute(statement)
    rows = database.execute(_NAMES, {"primary": PRIMARY})
    database.executemany("INSERT INTO name VALUES (?, ?)", _packed(rows))


def _fill_populations(database: sqlite3.Connection) -> None:
    """Give a place without a population that of its duplicate."""
    database.executemany(
        "UPDATE temp.raw SET population = ?, packed = ? WHERE number = ?",
        [
            (population, with_population(packed, population), number)
            for number, packed, population in database.execute(_FULLER_POPULATIONS)
        ],
    )


def _packed(rows: Iterator[tuple[str, int, str, int, str, str]]) -> Iterator[tuple[str, str]]:
    for key, group in groupby(rows, key=itemgetter(0)):
        lines = [
            pack_name(key, flags=flags, exact=exact, written=written, number=number, packed=packed)
            for _, number, exact, flags, written, packed in group
        ]
        yield key, LINE.join(lines)
