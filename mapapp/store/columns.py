"""The columns in memory that filters and timelines run on.

Loaded once per database version and shared by every session. A newer version is reached from an
older copy by fetching only the batches that landed since.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Connection, func, select

from mapapp.store import packed as layout
from mapapp.store.assemble import ArticleTable, assemble, localize
from mapapp.store.blocks import Blocks, decode, merge
from mapapp.store.database import Store
from mapapp.store.schema import articles, batches, packed
from mapapp.store.shapes import (
    ROLE_NAMES,
    STATUS_NAMES,
    EventColumns,
    HighwayColumns,
    MentionColumns,
)
from mapapp.store.tables import Numbering, Tables, read_tables

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


@dataclass(frozen=True, kw_only=True, slots=True)
class _State:
    """What a later load can build upon."""

    batches: frozenset[int]
    tables: Tables
    articles: ArticleTable
    blocks: Blocks


def load_columns(store: Store, previous: MentionColumns | None = None) -> MentionColumns:
    """Return the columns of everything that has been read.

    Args:
        store: The database.
        previous: An older copy; only what changed since is fetched. It stays as it is.

    Raises:
        StoreError: The database cannot be read.
    """
    with store.database.read() as connection:
        landed = frozenset(connection.scalars(select(batches.c.key)))
        version = (len(landed), max(landed, default=0))
        if previous is not None and previous.version == version:
            return previous
        state = previous.state if previous else None
        if isinstance(state, _State) and len(landed - state.batches) < _MANY:
            grown = _load(connection, landed, state)
            if len(grown.articles.ids) == _count(connection):
                return assemble(version, grown.tables, grown.articles, grown.blocks, grown)
        fresh = _load(connection, landed, None)
        return assemble(version, fresh.tables, fresh.articles, fresh.blocks, fresh)


def _count(connection: Connection) -> int:
    """Return how many articles the columns should show: fewer than they do after a rebuild."""
    return int(connection.execute(select(func.count()).select_from(packed)).scalar_one())


def _load(connection: Connection, landed: frozenset[int], state: _State | None) -> _State:
    tables = read_tables(connection, state.tables if state else None)
    fetched = _fetch(connection, sorted(landed - state.batches) if state else None)
    old_articles = state.articles if state else ArticleTable(numbers=Numbering())
    table, index = old_articles.grow(fetched)
    blocks = localize(decode(fetched, index), tables, table)
    if state:
        replaced = np.zeros(len(table.ids), np.bool_)
        replaced[index] = True
        blocks = merge(state.blocks, blocks, replaced)
    return _State(batches=landed, tables=tables, articles=table, blocks=blocks)


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
    rows = result.cursor.fetchall() if result.cursor is not None else []
    result.close()
    return dict(zip(names, zip(*rows, strict=True) if rows else [()] * len(names), strict=True))
