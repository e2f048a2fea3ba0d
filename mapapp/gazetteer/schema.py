"""The compiled name index: its tables and the name of its file."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from mapapp.gazetteer.stamps import content_hash

FORMAT_VERSION = 4
"""Raise it whenever tables, keys or what they mean change: every index is then compiled anew."""

# Tables without rowid keep a row beside its key: one look-up descends one tree.
TABLES = """
CREATE TABLE place (number INTEGER PRIMARY KEY, packed TEXT);
CREATE TABLE source (number INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE identity (id TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID;
CREATE TABLE name (key TEXT PRIMARY KEY, lines TEXT, only INTEGER) WITHOUT ROWID;
CREATE TABLE loose (key TEXT PRIMARY KEY, parts TEXT) WITHOUT ROWID;
CREATE TABLE opening (word TEXT PRIMARY KEY, words INTEGER) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID;
"""
"""The tables of a finished index.

`mapapp.gazetteer.packing` says what packed, lines and parts hold.
`only` is the place of a name that one place alone has, so that one statement fetches both.
"""

# Unsorted rows go to temporary tables on disk; SQLite sorts them into the index at the end, in
# bounded memory, which is many times faster than inserting millions of keys in random order.
STAGING = """
CREATE TEMP TABLE raw (
    number INTEGER PRIMARY KEY, file INTEGER, id TEXT, lat REAL, lon REAL, feature_class TEXT,
    feature_code TEXT, country TEXT, population INTEGER, name TEXT
);
CREATE TEMP TABLE spelling (key TEXT, place INTEGER, exact TEXT, flags INTEGER, written TEXT);
CREATE TEMP TABLE loosely (line TEXT);
CREATE TEMP TABLE opens (word TEXT, words INTEGER);
CREATE TEMP TABLE merged (duplicate INTEGER PRIMARY KEY, kept INTEGER);
"""
"""The tables of an index in the making, besides its own."""


def index_path(files: Sequence[Path], cache_folder: Path) -> Path:
    """Return where the index of these files, with their present content, belongs.

    Raises:
        DataError: A file is missing or cannot be read.
    """
    digest = hashlib.sha256(f"mapapp name index {FORMAT_VERSION}".encode())
    for path in files:
        digest.update(content_hash(path, cache_folder).encode())
    return cache_folder / f"names-{digest.hexdigest()[:20]}.sqlite"
