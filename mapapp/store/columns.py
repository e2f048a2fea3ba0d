"""The columns in memory that filters and timelines run on.

Loaded once per database version and shared by every session. A newer version is reached from an
older copy by fetching only the batches that landed since.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import Connection, Text, cast, func, select

from mapapp.store import packed as layout
from mapapp.store.assemble import ArticleTable, State, assemble, localize
from mapapp.store.blocks import decode, merge
from mapapp.store.columns_file import read_columns
from mapapp.store.database import Store
from mapapp.store.schema import articles, batches, packed
from mapapp.store.shapes import (
    ROLE_NAMES,
    STATUS_NAMES,
    EventColumns,
    HighwayColumns,
    MentionColumns,
)
from mapapp.store.tables import Numbering, read_tables

__all__ = [
    "ROLE_NAMES",
    "STATUS_NAMES",
    "EventColumns",
    "HighwayColumns",
    "MentionColumns",
    "load_columns",
]

_MANY = 400
"""New batches from which on everything is loaded afresh: one scan beats many look-ups."""

_ROWS = 500
"""Rows that are held as the driver gives them: fewer than make the garbage collector look."""


def load_columns(
    store: Store, previous: MentionColumns | None = None, *, file: Path | None = None
) -> MentionColumns:
    """Return the columns of everything that has been read.

    Args:
        store: The database.
        previous: An older copy; only what changed since is fetched. It stays as it is.
        file: Where `keep_columns` may have kept them; used when there is no older copy.

    Raises:
        StoreError: The database cannot be read.
    """
    state = previous.state if previous else read_columns(file) if file else None
    with store.database.read() as connection:
        landed = _landed(connection)
        version = (len(landed), max(landed, default=0))
        if isinstance(state, State) and state.batches.items() <= landed.items():
            if previous is not None and previous.version == version:
                return previous
            if len(landed) - len(state.batches) < _MANY:
                grown = _load(connection, landed, state)
                if len(grown.articles.ids) == _count(connection):
                    return assemble(version, grown.tables, grown.articles, grown.blocks, grown)
        fresh = _load(connection, landed, None)
        return assemble(version, fresh.tables, fresh.articles, fresh.blocks, fresh)


def _landed(connection: Connection) -> dict[int, str]:
    """Return all batches by number, each with what tells it from another one of that number."""
    names = (cast(batches.c.at, Text), batches.c.parser, cast(batches.c.articles, Text))
    found = connection.execute(select(batches.c.key, *names))
    return {key: " ".join(words) for key, *words in found}


def _count(connection: Connection) -> int:
    """Return how many articles the columns should show: fewer than they do after a rebuild."""
    return int(connection.execute(select(func.count()).select_from(packed)).scalar_one())


def _load(connection: Connection, landed: Mapping[int, str], state: State | None) -> State:
    if state and landed.keys() == state.batches.keys():
        return state
    tables = read_tables(connection, state.tables if state else None)
    fetched = _fetch(connection, sorted(landed.keys() - state.batches) if state else None)
    old_articles = state.articles if state else ArticleTable(numbers=Numbering())
    table, index = old_articles.grow(fetched)
    blocks = localize(decode(fetched, index), tables, table)
    if state:
        replaced = np.zeros(len(table.ids), np.bool_)
        replaced[index] = True
        blocks = merge(state.blocks, blocks, replaced)
    return State(batches=landed, tables=tables, articles=table, blocks=blocks)


def _fetch(
    connection: Connection, new_batches: Sequence[int] | None
) -> Mapping[str, Sequence[Any]]:
    """Return what the columns need of each article, of all batches or of the new ones, by column.

    The driver's own tuples are taken: a row object for each of a million articles, and a look-up
    of each of its fields by name, would take longer than all the rest.
    """
    meta = (articles.c[name] for name in ("key", "id", "title", "source", "copy_of"))
    chosen = (*meta, packed.c.day, *(packed.c[name] for name in layout.EMPTY_COLUMNS))
    query = select(*chosen).join(packed, packed.c.article == articles.c.key)
    if new_batches is not None:
        query = query.where(packed.c.batch.in_(new_batches))
    result = connection.execute(query.order_by(articles.c.key))
    names = list(result.keys())
    columns: list[list[Any]] = [[] for _ in names]
    while result.cursor is not None and (rows := result.cursor.fetchmany(_ROWS)):
        for column, values in zip(columns, zip(*rows, strict=True), strict=True):
            column.extend(values)
    result.close()
    return dict(zip(names, columns, strict=True))
