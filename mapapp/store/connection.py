"""A database behind a URL: SQLite or PostgreSQL, whole transactions, errors with a next step."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from mapapp.errors import ConfigurationError, StoreError

_NEXT_STEPS = {
    "disk is full": "Free space on that disk and run the command again; nothing is half written.",
    "no space left": "Free space on that disk and run the command again; nothing is half written.",
    "readonly": "The file or its folder may not be written. Choose another one with --database.",
    "read-only": "The database may not be written. Choose another one with --database.",
    "unable to open": "Check that the folder exists and may be written, or choose --database.",
    "locked": "Another program holds the database. Wait for it, or end it, and try again.",
    "not a database": "The file is no SQLite database. Move it away, or choose --database.",
    "malformed": "The file is damaged. Run `mapapp db check`, then restore a backup.",
    "no such table": "The database is empty. Run `mapapp ingest` on it first.",
    "does not exist": "Create the database or its tables: run `mapapp ingest` on it first.",
    "connection": "Check that the PostgreSQL server runs and that the URL is right.",
}


class Database:
    """Connections to one database; `read` and `write` are the only ways in.

    A `read` sees one snapshot however many statements it runs; a `write` is all or nothing.
    """

    def __init__(self, url: str, *, readonly: bool = False) -> None:
        """Prepare, without connecting yet.

        Args:
            url: ``sqlite:///path`` or ``postgresql://user@host/name``; a bare path is SQLite.
            readonly: Refuse every write; a SQLite file must then exist.

        Raises:
            ConfigurationError: The URL cannot be read or names another kind of database.
        """
        self.url = _parse(url)
        self.readonly = readonly
        self.dialect = self.url.get_backend_name()
        self.path = Path(self.url.database) if self._is_file() and self.url.database else None
        self.engine = self._sqlite() if self.dialect == "sqlite" else self._postgresql()

    def _is_file(self) -> bool:
        return self.dialect == "sqlite" and self.url.database not in {None, "", ":memory:"}

    def _sqlite(self) -> Engine:
        arguments: dict[str, Any] = {"isolation_level": None, "timeout": 30}
        url: URL | str = self.url
        if self.readonly and self.path and not _is_writable(self.path.parent):
            # WAL needs to write beside the file; on a read-only medium nobody else can write.
            url = f"sqlite:///file:{self.path}?immutable=1&uri=true"
        engine = create_engine(url, connect_args=arguments)
        event.listen(engine, "connect", self._set_pragmas)
        event.listen(engine, "begin", _begin)
        return engine

    def _set_pragmas(self, connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA busy_timeout=30000")
        connection.execute("PRAGMA cache_size=-65536")
        connection.execute("PRAGMA foreign_keys=ON")
        if self.readonly:
            connection.execute("PRAGMA query_only=ON")
        else:
            _use_wal(connection)
            connection.execute("PRAGMA synchronous=NORMAL")

    def _postgresql(self) -> Engine:
        # The planner's default cost of a random read is a spinning disk's: it then reads whole
        # tables where the index on words takes a few ms.
        options = "-c random_page_cost=1.1 -c jit=off"
        arguments = {"options": options, "connect_timeout": 10}
        return create_engine(self.url, connect_args=arguments, pool_pre_ping=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a transaction that sees one snapshot.

        Raises:
            StoreError: The database cannot be opened or read.
        """
        if self.path and not self.path.exists():
            raise StoreError(
                f"No database at {self.path}. Make it by `mapapp ingest PATH`, or name another "
                "with --database or MAPAPP_DATABASE."
            )
        options: dict[str, Any] = {}
        if self.dialect == "postgresql":
            options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with self._explained():
            engine = self.engine.execution_options(**options)
            with engine.connect() as connection, connection.begin():
                yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Open a transaction that commits as a whole, or not at all when an error leaves it.

        Raises:
            StoreError: The database cannot be opened or written.
        """
        if self.readonly:
            raise StoreError(f"{self.shown()} was opened for reading only.")
        with self._explained():
            engine = self.engine.execution_options(mapapp_write=True)
            with engine.connect() as connection, connection.begin():
                yield connection

    def close(self) -> None:
        """Close every connection; the next use opens new ones."""
        self.engine.dispose()

    def shown(self) -> str:
        """Return the URL as a person would write it and may see it: without its password."""
        url = self.url.set(drivername=self.dialect)
        return str(self.path) if self.path else url.render_as_string(hide_password=True)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise StoreError(f"{self.shown()}: {explain(error)}") from error


def explain(error: DBAPIError) -> str:
    """Return the driver's words, on one line, with the next step where one is known."""
    words = " ".join(str(error.orig).split())
    lowered = words.lower()
    steps = (step for mark, step in _NEXT_STEPS.items() if mark in lowered)
    return f"{words}. {next(steps, 'Run `mapapp db check`.')}"


def _is_writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch a database to WAL, which it then stays in.

    The switch needs the file for itself and does not wait for it. Where it is refused, another
    process is just making the same switch, or the file is busy as it is and works so too.
    """
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode != "wal":
        with contextlib.suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode=WAL")


def _parse(url: str) -> URL:
    allowed = "sqlite:///PATH, postgresql://USER@HOST/NAME or the path of a file"
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        parsed = make_url(url.replace("postgres://", "postgresql://", 1))
        name = parsed.get_backend_name()
        if name == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        parsed.get_dialect()
    except (ArgumentError, NoSuchModuleError) as error:
        raise ConfigurationError(f"Unknown database URL {url!r}; allowed: {allowed}.") from error
    if name not in {"sqlite", "postgresql"}:
        raise ConfigurationError(f"No support for {name} databases; allowed: {allowed}.")
    return parsed


def _begin(connection: Connection) -> None:
    """Start the transaction ourselves: the driver would start it only at the first write.

    A writer takes the lock at once, so that two writers wait for each other and never fail.
    """
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return  # VACUUM runs in no transaction
    writes = options.get("mapapp_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
