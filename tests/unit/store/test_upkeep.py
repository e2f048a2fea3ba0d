"""Looking after a database."""

import pytest
from sqlalchemy import delete, update

from mapapp.errors import StoreError
from mapapp.store import schema, upkeep
from mapapp.store.database import Store
from mapapp.store.feeds import add_feed, known_urls, list_feeds, note_fetch, remove_feed
from tests import sample

FIRST, SECOND = sample.readings()


@pytest.fixture
def filled(store):
    store.put([FIRST], parser="1")
    store.add([SECOND.article])
    return store


def test_info_counts(filled):
    found = upkeep.info(filled)
    assert (found.schema, found.articles, found.unread, found.failed) == (2, 2, 1, 0)
    assert found.mentions == len(FIRST.toponyms)
    assert found.parsers == {"1": 1}
    assert found.size > 10_000
    assert found.kind == filled.database.dialect


def test_a_sound_database_has_no_problems(filled):
    assert upkeep.check(filled) == []


def test_missing_rows_are_found(filled):
    with filled.database.write() as connection:
        connection.execute(delete(schema.mentions))
        connection.execute(delete(schema.readings))
        connection.execute(update(schema.packed).values(mentions=b""))
    problems = upkeep.check(filled)
    assert problems == [
        "1 read articles without their reading; run `mapapp db rebuild`.",
        f"{len(FIRST.toponyms)} mentions missing; run `mapapp db rebuild`.",
    ]
    upkeep.rebuild(filled)
    assert upkeep.check(filled) == []
    assert filled.count_todo("1") == 2


def test_vacuum_keeps_everything(filled):
    upkeep.vacuum(filled)
    assert filled.reading(FIRST.article.id) == FIRST
    assert filled.matching("recaptured") == [FIRST.article.id]


def test_a_backup_is_a_whole_database(filled, tmp_path):
    target = tmp_path / "copy.db"
    upkeep.backup(filled, target)
    if filled.database.dialect == "sqlite":
        assert Store(str(target), readonly=True).reading(FIRST.article.id) == FIRST
    else:
        assert target.read_bytes().startswith(b"PGDMP")
    with pytest.raises(StoreError, match="exists already"):
        upkeep.backup(filled, target)


def test_a_backup_of_nothing_is_refused(tmp_path):
    with pytest.raises(StoreError, match="No database at"):
        upkeep.backup(Store(str(tmp_path / "none.db")), tmp_path / "copy.db")


def test_feeds_are_followed(store):
    assert add_feed(store, "http://one.example/rss")
    assert not add_feed(store, "http://one.example/rss")
    assert add_feed(store, "http://two.example/rss")
    note_fetch(store, "http://one.example/rss", title="One")
    note_fetch(store, "http://two.example/rss", error="no answer")
    first, second = list_feeds(store)
    assert (first.title, first.error, first.fetched is not None) == ("One", "", True)
    assert second.error == "no answer"
    assert remove_feed(store, "http://two.example/rss")
    assert not remove_feed(store, "http://two.example/rss")


def test_known_addresses_are_told(store):
    article = sample.article("Text here", "T")
    store.add([type(article)(id="u", text="x", url="http://a.example/1")])
    assert known_urls(store, ["http://a.example/1", "http://a.example/2"]) == {"http://a.example/1"}
