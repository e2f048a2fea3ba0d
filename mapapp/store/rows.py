"""Many rows into a table at once, past the per-row work that a general statement does.

SQLAlchemy looks every value of every row up by name and type. For the tables that take dozens of
rows an article that costs more than the database itself: here values go to the driver as they are.
"""

import functools
from collections.abc import Sequence

from sqlalchemy import Connection, Dialect, Table

Row = tuple[object, ...]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows whose values stand in the order of the table's columns, and are plain.

    SQLite runs one prepared statement over all rows; PostgreSQL takes one array a column, in one
    round trip.
    """
    if not rows:
        return
    statement = _statement(table, connection.dialect)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(statement, list(rows))
    else:
        connection.exec_driver_sql(statement, tuple(map(list, zip(*rows, strict=True))))


@functools.lru_cache(maxsize=64)
def _statement(table: Table, dialect: Dialect) -> str:
    quote = dialect.identifier_preparer.quote
    names = ", ".join(quote(column.name) for column in table.columns)
    into = f"INSERT INTO {quote(table.name)} ({names})"
    if dialect.name == "sqlite":
        return f"{into} VALUES ({', '.join('?' * len(table.columns))})"
    arrays = ", ".join(f"%s::{column.type.compile(dialect)}[]" for column in table.columns)
    return f"{into} SELECT * FROM unnest({arrays})"  # noqa: S608 (our own names)
