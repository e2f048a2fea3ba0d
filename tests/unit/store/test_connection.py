"""URLs, and what a person is told when a database cannot be used."""

import contextlib
import os
import sqlite3
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import event, insert

from mapapp.errors import ConfigurationError, StoreError
from mapapp.model.article import Article
from mapapp.model.reading import Correction
from mapapp.store import migrations, schema
from mapapp.store.database import Store

ARTICLE = Article(id="a", text="Text")


def test_a_bare_path_is_a_sqlite_file(tmp_path):
    store = Store(str(tmp_path / "deep" / "er" / "x.db"))
    store.create()
    store.add([ARTICLE])
    store.close()
    assert (tmp_path / "deep" / "er" / "x.db").exists()


@pytest.mark.parametrize("url", ["mysql://host/db", "nonsense://x", "sqlite+no:///x", "://"])
def test_other_databases_are_refused_with_what_is_allowed(url):
    with pytest.raises(ConfigurationError, match="postgresql://USER@HOST/NAME"):
        Store(url)


def test_a_password_is_never_shown():
    store = Store("postgres://me:secret@127.0.0.1:1/none")
    assert store.database.shown() == "postgresql://me:***@127.0.0.1:1/none"
    assert "secret" in store.url
    with pytest.raises(StoreError, match="Check that the PostgreSQL server runs") as caught:
        store.create()
    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "x.db"
    path.write_bytes(b"This is a letter to my aunt. " * 100)
    with pytest.raises(StoreError, match="no SQLite database"):
        Store(str(path)).create()
    assert path.read_bytes().startswith(b"This is a letter")


def test_the_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE articles (x)")
    connection.close()
    with pytest.raises(StoreError, match="tables of another program"):
        Store(str(path)).create()


def test_a_schema_without_separations_gets_them_and_keeps_the_rest(store, reopen):
    store.add_correction(Correction(article_id="x", start=0, end=1, place_id=""))
    with store.database.write() as connection:
        schema.separations.drop(connection)
        connection.execute(schema.meta.update().values(value="1"))
    again = reopen()
    again.create()
    assert again.separations() == []
    assert len(again.corrections()) == 1
    with again.database.read() as connection:
        assert migrations.version(connection) == schema.SCHEMA_VERSION


def test_a_newer_schema_is_refused(store, reopen):
    with store.database.write() as connection:
        connection.execute(schema.meta.update().values(value="99"))
    with pytest.raises(StoreError, match="schema 99, this mapapp knows up to"):
        reopen().create()


def test_an_empty_database_says_what_to_do(url):
    store = Store(url)
    if store.database.path:
        store.database.path.touch()
    with pytest.raises(StoreError, match="mapapp ingest"):
        store.count()
    store.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="Cannot make the folder"):
        Store(str(tmp_path / "file" / "x.db")).create()


def test_a_full_disk_loses_nothing(tmp_path):
    """SQLite's own page limit stands in for the disk: it gives the same error."""
    store = Store(str(tmp_path / "x.db"))
    store.create()
    store.add([ARTICLE])
    store.close()
    with sqlite3.connect(tmp_path / "x.db") as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.close()
    event.listen(
        store.database.engine,
        "connect",
        lambda opened, _: opened.execute(f"PRAGMA max_page_count={pages + 2}"),
    )
    big = [Article(id=f"b{number}", text=os.urandom(4000).hex()) for number in range(20)]
    with pytest.raises(StoreError, match="Free space on that disk"):
        store.add(big)
    assert store.count() == 1
    store.close()


@contextlib.contextmanager
def nobody():
    """Be somebody who may not write everywhere, where the tests run as root."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.fixture
def open_folder():
    """A folder that everybody can reach, which pytest's own are not."""
    with tempfile.TemporaryDirectory(prefix="mapapp-test-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_read_only_folder_can_be_read_and_says_so_when_written(open_folder):
    path = open_folder / "x.db"
    store = Store(str(path))
    store.create()
    store.add([ARTICLE])
    store.close()
    path.chmod(0o444)
    open_folder.chmod(0o555)
    with nobody():
        assert Store(str(path), readonly=True).count() == 1
        with pytest.raises(StoreError, match="may not be written"):
            Store(str(path)).create()
        with pytest.raises(StoreError, match="Check that the folder exists and may be written"):
            Store(str(open_folder / "new.db")).create()
    open_folder.chmod(0o755)


def test_the_driver_begins_no_transaction_behind_our_back(store):
    def write_and_break():
        with store.database.write() as connection:
            connection.execute(insert(schema.feeds), {"url": "http://a/", "title": ""})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_break()
    with store.database.read() as connection:
        assert connection.execute(schema.feeds.select()).all() == []
