"""The schema's version: made, recognized, brought up to date, or refused."""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, inspect, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mapapp.errors import StoreError
from mapapp.store.schema import SCHEMA_VERSION, WORD_INDEX, meta, metadata, separations

Step = Callable[[Connection], None]


def _keep_separations(connection: Connection) -> None:
    separations.create(connection, checkfirst=True)


STEPS: Mapping[int, Step] = {1: _keep_separations}
"""What brings version n to version n + 1; each with a test that starts from a file of version n."""


def upgrade(connection: Connection) -> None:
    """Make a new schema, or bring an old one up to date.

    Raises:
        StoreError: The schema is newer than this mapapp, or no mapapp made it.
    """
    found = version(connection)
    if found is None:
        _make(connection)
        return
    check(found)
    for step in range(found, SCHEMA_VERSION):
        STEPS[step](connection)
        values = {"value": str(step + 1)}
        connection.execute(update(meta).where(meta.c.name == "schema").values(values))


def version(connection: Connection) -> int | None:
    """Return the schema's version; None for an empty database."""
    tables = set(inspect(connection).get_table_names())
    if meta.name in tables:
        value = select(meta.c.value).where(meta.c.name == "schema")
        found = connection.execute(value).scalar_one_or_none()
        return None if found is None else int(found)
    strangers = tables & metadata.tables.keys()
    if strangers:
        raise StoreError(
            f"The database has tables of another program ({', '.join(sorted(strangers))}). "
            "Choose an empty one with --database or MAPAPP_DATABASE."
        )
    return None


def check(found: int) -> None:
    """Refuse a schema that this mapapp does not know.

    Raises:
        StoreError: It is newer.
    """
    if found > SCHEMA_VERSION:
        raise StoreError(
            f"The database has schema {found}, this mapapp knows up to {SCHEMA_VERSION}. "
            "Install a newer mapapp, or choose another database with --database."
        )


def _make(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        # Two processes that start together: the second waits here, then finds all tables made.
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7236418)")
    metadata.create_all(connection)
    for statement in WORD_INDEX[connection.dialect.name]:
        connection.exec_driver_sql(statement)
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    row = {"name": "schema", "value": str(SCHEMA_VERSION)}
    connection.execute(make(meta).values(row).on_conflict_do_nothing())
