"""Columns kept in a file: the same as from the database, and never believed when they differ."""

import dataclasses

import numpy as np
import pytest
from sqlalchemy import update

from mapapp.store import columns_file
from mapapp.store.columns import load_columns
from mapapp.store.columns_file import columns_path, keep_columns, read_columns
from mapapp.store.database import Store
from mapapp.store.schema import articles
from mapapp.store.upkeep import backup, rebuild
from tests import sample
from tests.unit.store.test_columns import same

FIRST, SECOND = sample.readings()


@pytest.fixture(autouse=True)
def _keep_small_ones_too(monkeypatch):
    monkeypatch.setattr(columns_file, "SMALLEST", 1)
    monkeypatch.setattr(columns_file, "BEHIND", 1)


@pytest.fixture
def file(store, tmp_path):
    return columns_path(tmp_path, store)


def arrays(whole):
    return {
        name: value
        for part in (whole, whole.events, whole.highways)
        for name in part.__slots__
        if isinstance(value := getattr(part, name), np.ndarray)
    }


def test_a_file_gives_back_what_was_kept(store, file):
    store.put([FIRST, SECOND], parser="1")
    whole = load_columns(store)
    assert keep_columns(whole, file)
    again = load_columns(store, file=file)
    same(again, whole)
    assert again.actors == whole.actors
    found = arrays(again)
    assert all(np.array_equal(values, found[name]) for name, values in arrays(whole).items())
    assert all(values.dtype == found[name].dtype for name, values in arrays(whole).items())


def test_it_is_used_and_newer_batches_are_added(store, file):
    store.put([FIRST], parser="1")
    keep_columns(load_columns(store), file)
    with store.database.write() as connection:
        connection.execute(update(articles).values(title="changed behind the file's back"))
    store.put([SECOND], parser="1")
    assert load_columns(store, file=file).titles == (FIRST.article.title, SECOND.article.title)
    assert load_columns(store).titles[0] == "changed behind the file's back"


def test_it_is_written_anew_only_when_it_lags_behind(store, file, monkeypatch):
    store.put([FIRST], parser="1")
    assert keep_columns(load_columns(store), file)
    assert not keep_columns(load_columns(store), file)
    store.put([SECOND], parser="1")
    monkeypatch.setattr(columns_file, "BEHIND", 2)
    assert not keep_columns(load_columns(store), file)
    monkeypatch.setattr(columns_file, "BEHIND", 1)
    assert keep_columns(load_columns(store), file)


def test_a_small_database_keeps_none(store, file, monkeypatch):
    monkeypatch.setattr(columns_file, "SMALLEST", 10_000)
    store.put([FIRST], parser="1")
    assert not keep_columns(load_columns(store), file)
    assert not file.exists()


def test_a_rebuilt_database_is_read_itself(store, file):
    store.put([FIRST, SECOND], parser="1")
    keep_columns(load_columns(store), file)
    rebuild(store)
    assert len(load_columns(store, file=file).article) == 0


def test_a_backup_that_went_another_way_is_read_itself(tmp_path):
    path, copy = tmp_path / "a.db", tmp_path / "copy.db"
    store = Store(str(path))
    store.create()
    store.put([FIRST], parser="1")
    backup(store, copy)
    store.put([SECOND], parser="1")
    file = columns_path(tmp_path, store)
    keep_columns(load_columns(store), file)
    store.close()
    copy.replace(path)
    again = Store(str(path))
    assert load_columns(again, file=file).article_ids == (FIRST.article.id,)
    again.put([dataclasses.replace(FIRST, events=())], parser="2")
    same(load_columns(again, file=file), load_columns(again))


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04" + b"\0" * 50])
def test_a_broken_file_is_not_believed(store, file, content):
    store.put([FIRST], parser="1")
    file.parent.mkdir()
    file.write_bytes(content)
    assert read_columns(file) is None
    same(load_columns(store, file=file), load_columns(store))


def test_half_a_file_is_not_believed(store, file):
    store.put([FIRST], parser="1")
    keep_columns(load_columns(store), file)
    file.write_bytes(file.read_bytes()[:-2000])
    assert read_columns(file) is None


def test_a_file_of_another_shape_is_not_believed(store, file, monkeypatch):
    store.put([FIRST], parser="1")
    keep_columns(load_columns(store), file)
    monkeypatch.setattr(columns_file, "_SHAPE", "another")
    assert read_columns(file) is None


def test_a_folder_that_may_not_be_written_costs_only_the_file(store, tmp_path):
    (tmp_path / "columns").write_text("a file in the way", encoding="utf-8")
    store.put([FIRST], parser="1")
    assert not keep_columns(load_columns(store), columns_path(tmp_path, store))
