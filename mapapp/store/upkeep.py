"""Looking after a database: what is in it, whether it is sound, rebuild, compact, back up."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from mapapp.errors import StoreError
from mapapp.store import intake, migrations
from mapapp.store.connection import explain
from mapapp.store.database import Store
from mapapp.store.prior import kept_prior
from mapapp.store.schema import (
    DERIVED,
    articles,
    batches,
    corrections,
    feeds,
    mentions,
    packed,
    places,
    readings,
    texts,
)
from mapapp.store.words import fold_words

_CHUNK = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Info:
    """What a database holds.

    `size` is in bytes, `parsers` counts articles by version, `prior` is the corpus prior that
    articles were last read with, empty for none.
    """

    location: str
    kind: str
    schema: int
    size: int
    articles: int
    unread: int
    failed: int
    copies: int
    mentions: int
    places: int
    corrections: int
    feeds: int
    batches: int
    parsers: dict[str, int]
    prior: dict[str, Any]


def info(store: Store) -> Info:
    """Count what the database holds."""
    with store.database.read() as connection:
        by_parser = select(articles.c.parser, func.count()).group_by(articles.c.parser)
        parsers = {row[0]: int(row[1]) for row in connection.execute(by_parser)}
        return Info(
            location=store.database.shown(),
            kind=store.database.dialect,
            schema=migrations.version(connection) or 0,
            size=_size(store, connection),
            articles=sum(parsers.values()),
            unread=parsers.get(None, 0),
            failed=_count(connection, articles, articles.c.error.is_not(None)),
            copies=_count(connection, articles, articles.c.copy_of.is_not(None)),
            mentions=_count(connection, mentions),
            places=_count(connection, places),
            corrections=_count(connection, corrections),
            feeds=_count(connection, feeds),
            batches=_count(connection, batches),
            parsers={parser: count for parser, count in parsers.items() if parser is not None},
            prior=kept_prior(store),
        )


def _count(connection: Connection, rows: FromClause, *conditions: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(rows).where(*conditions)
    return int(connection.execute(query).scalar_one())


def _size(store: Store, connection: Connection) -> int:
    if store.database.path:
        beside = (Path(f"{store.database.path}{end}") for end in ("", "-wal"))
        return sum(file.stat().st_size for file in beside if file.exists())
    size = connection.execute(text("SELECT pg_database_size(current_database())"))
    return int(size.scalar_one())


def check(store: Store) -> list[str]:
    """Return what is wrong with the database, each as a sentence; nothing when it is sound."""
    problems = []
    with store.database.read() as connection:
        if connection.dialect.name == "sqlite":
            found = connection.execute(text("PRAGMA integrity_check")).scalars()
            problems += [f"SQLite: {line}; restore a backup." for line in found if line != "ok"]
            broken = len(connection.execute(text("PRAGMA foreign_key_check")).all())
            problems += [f"{broken:,} rows point to rows that are missing."] if broken else []
        problems += _missing(connection)
    return problems


def _missing(connection: Connection) -> list[str]:
    read = (articles.c.parser.is_not(None), articles.c.error.is_(None))
    total = _count(connection, articles)
    done = _count(connection, articles, *read)
    claimed = select(func.coalesce(func.sum(articles.c.mentions), 0))
    pairs = [
        ("articles without their text", total, _count(connection, texts)),
        ("read articles without their reading", done, _count(connection, readings)),
        (
            "mentions missing",
            int(connection.execute(claimed).scalar_one()),
            _count(connection, mentions),
        ),
        (
            "articles missing from the columns",
            done,
            _count(connection, packed.join(articles), *read),
        ),
    ]
    return [
        f"{wanted - found:,} {what}; run `mapapp db rebuild`."
        for what, wanted, found in pairs
        if wanted != found
    ]


def rebuild(store: Store) -> int:
    """Drop everything derived, index all words anew, mark every article unread; return how many."""
    with store.database.write() as connection:
        for table in DERIVED:
            connection.execute(table.delete())
        values = {"parser": None, "error": None, "mentions": 0, "places": 0, "events": 0}
        changed = connection.execute(update(articles).values(values)).rowcount
        connection.execute(insert(batches).values(parser="", articles=changed))
        _index_again(connection)
    return int(changed)


def _index_again(connection: Connection) -> None:
    emptied = {
        "sqlite": "INSERT INTO words (words) VALUES ('delete-all')",
        "postgresql": "TRUNCATE words",
    }
    connection.execute(text(emptied[connection.dialect.name]))
    whole = select(articles.c.key, articles.c.title, texts.c.text).join(
        texts, texts.c.article == articles.c.key
    )
    after = 0
    while rows := connection.execute(
        whole.where(articles.c.key > after).order_by(articles.c.key).limit(_CHUNK)
    ).all():
        words = {row.key: fold_words(row.title) + fold_words(row.text) for row in rows}
        intake.index_words(connection, words)
        after = rows[-1].key


def vacuum(store: Store) -> None:
    """Give back unused space and refresh what the planner knows."""
    if store.database.dialect == "sqlite":
        statements = ["INSERT INTO words (words) VALUES ('optimize')", "VACUUM", "ANALYZE"]
    else:
        statements = ["VACUUM ANALYZE"]
    engine = store.database.engine.execution_options(isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
    except DBAPIError as error:
        raise StoreError(f"{store.database.shown()}: {explain(error)}") from error


def backup(store: Store, target: Path) -> None:
    """Write a copy of the whole database while others go on reading and writing.

    Args:
        store: The database.
        target: A SQLite file, or a dump for ``pg_restore``; it must not exist yet.

    Raises:
        StoreError: The target exists or cannot be written, or ``pg_dump`` is missing or fails.
    """
    if target.exists():
        raise StoreError(f"{target} exists already; name a new file.")
    if store.database.dialect == "sqlite":
        _backup_file(store, target)
    else:
        _dump(store, target)


def _backup_file(store: Store, target: Path) -> None:
    with store.database.read():
        pass  # refuses a missing database: VACUUM INTO would make an empty one
    engine = store.database.engine.execution_options(isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(target),))
    except DBAPIError as error:
        raise StoreError(f"{target}: {explain(error)}") from error


def _dump(store: Store, target: Path) -> None:
    program = shutil.which("pg_dump")
    if program is None:
        raise StoreError("pg_dump is not installed; it comes with PostgreSQL's client programs.")
    url = store.database.url.set(drivername="postgresql")
    # The password goes by the environment: other users can see a program's arguments.
    address = url.set(password=None).render_as_string(hide_password=False)
    environment = {"PGPASSWORD": str(url.password)} if url.password else {}
    command = [program, "--format=custom", f"--file={target}", f"--dbname={address}"]
    done = subprocess.run(  # noqa: S603 (a fixed program, arguments as a list)
        command, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise StoreError(f"pg_dump failed: {done.stderr.strip()}")
