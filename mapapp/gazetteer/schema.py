"""The compiled name index: its tables and the name of its file."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from mapapp.gazetteer.stamps import content_hash

FORMAT_VERSION = 1
"""Raise it whenever tables, keys or what they mean change: every index is then compiled anew."""

PRIMARY = 2
"""Flag of a name: it is the place's primary name."""

ARABIC = 1
"""Flag of a name: its Arabic articles were dropped."""

# Tables without rowid keep all rows of a key on one page: one look-up is one fetch.
TABLES = """
CREATE TABLE place (
    number INTEGER PRIMARY KEY, id TEXT, name TEXT, lat REAL, lon REAL, feature_class TEXT,
    feature_code TEXT, country TEXT, admin1 TEXT, admin2 TEXT, population INTEGER,
    radius_km REAL, error_km REAL, source INTEGER
);
CREATE TABLE source (number INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE identity (id TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID;
CREATE TABLE name (
    key TEXT, place INTEGER, exact TEXT, flags INTEGER, written TEXT,
    PRIMARY KEY (key, place, exact)
) WITHOUT ROWID;
CREATE TABLE loose (key TEXT, fold TEXT, PRIMARY KEY (key, fold)) WITHOUT ROWID;
CREATE TABLE opening (word TEXT PRIMARY KEY, words INTEGER) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID;
"""


def index_path(files: Sequence[Path], cache_folder: Path) -> Path:
    """Return where the index of these files, with their present content, belongs.

    Raises:
        DataError: A file is missing or cannot be read.
    """
    digest = hashlib.sha256(f"mapapp name index {FORMAT_VERSION}".encode())
    for path in files:
        digest.update(content_hash(path, cache_folder).encode())
    return cache_folder / f"names-{digest.hexdigest()[:20]}.sqlite"
