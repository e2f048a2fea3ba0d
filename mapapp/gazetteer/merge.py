"""Finding rows of different sources that are one place."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from mapapp.model.geometry import distance_km

# How far apart two sources may put one place, by feature class. Units are put at centroids or at
# their capitals, so that they differ more; they must agree in their feature code instead.
_APART_KM = {"A": 60.0, "P": 5.0}
_APART_OTHERS_KM = 10.0
_DEGREE_KM = 111.0


class _Row(NamedTuple):
    key: str
    place: int
    file: int
    lat: float
    lon: float
    kind: str
    apart_km: float


def merge_duplicates(database: sqlite3.Connection, *, files: int) -> None:
    """Fill ``temp.merged`` with duplicates and the place that stands for each.

    Rows with one id are one place. Rows of different files are one place when they share a folded
    name, are of one kind and lie close together; the row of the earlier file stands.
    """
    database.execute(
        "INSERT OR IGNORE INTO temp.merged SELECT number, first FROM"
        " (SELECT number, min(number) OVER (PARTITION BY id) AS first FROM temp.raw)"
        " WHERE number <> first"
    )
    if files > 1:
        pairs = _pairs(_rows(database))
        database.executemany("INSERT OR IGNORE INTO temp.merged VALUES (?, ?)", pairs)
    _resolve_chains(database)


def _rows(database: sqlite3.Connection) -> Iterator[_Row]:
    cursor = database.execute(
        "SELECT DISTINCT key, number, file, lat, lon, feature_class, feature_code"
        " FROM temp.spelling JOIN temp.raw ON number = place"
        " WHERE number NOT IN (SELECT duplicate FROM temp.merged)"
        " ORDER BY key, lat"
    )
    for key, number, file, lat, lon, feature_class, feature_code in cursor:
        kind = feature_code if feature_class == "A" else feature_class
        apart = _APART_KM.get(feature_class, _APART_OTHERS_KM)
        yield _Row(key, number, file, lat, lon, kind, apart)


def _pairs(rows: Iterable[_Row]) -> Iterator[tuple[int, int]]:
    for _, group in groupby(rows, key=itemgetter(0)):
        namesakes = list(group)
        if len({row.file for row in namesakes}) > 1:
            yield from _pairs_of(namesakes)


def _pairs_of(namesakes: list[_Row]) -> Iterator[tuple[int, int]]:
    """Yield each later row with the nearest earlier one; namesakes are in order of latitude."""
    for index, row in enumerate(namesakes):
        near = [
            (distance_km(row.lat, row.lon, other.lat, other.lon), other.place)
            for other in _window(namesakes, index)
            if other.file < row.file and other.kind == row.kind
        ]
        best = min(near, default=None)
        if best is not None and best[0] <= row.apart_km:
            yield row.place, best[1]


def _window(namesakes: list[_Row], index: int) -> Iterator[_Row]:
    row = namesakes[index]
    reach = row.apart_km / _DEGREE_KM
    for step, at in ((-1, index - 1), (1, index + 1)):
        position = at
        while 0 <= position < len(namesakes) and abs(namesakes[position].lat - row.lat) <= reach:
            yield namesakes[position]
            position += step


def _resolve_chains(database: sqlite3.Connection) -> None:
    """Point each duplicate at a place that is none; ends, as places point to earlier ones only."""
    changed = 1
    while changed > 0:
        changed = database.execute(
            "UPDATE temp.merged SET kept ="
            " (SELECT next.kept FROM temp.merged AS next WHERE next.duplicate = merged.kept)"
            " WHERE kept IN (SELECT duplicate FROM temp.merged)"
        ).rowcount
