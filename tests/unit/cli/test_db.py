"""`mapapp db` and `mapapp search` on a small database."""

import json

import pytest

from mapapp.cli import db, ingest, main
from mapapp.engine.read import ReadSummary
from mapapp.store.database import Store
from tests import sample


@pytest.fixture
def database(tmp_path, monkeypatch, knowledge):
    monkeypatch.setattr(ingest.ConfiguredKnowledge, "__call__", lambda _self: knowledge)
    store = Store(f"sqlite:///{tmp_path / 'cli.db'}")
    store.create()
    store.put(sample.readings(), parser="1")
    store.close()
    return store.url


def test_info(database, capsys):
    assert main(["db", "info", "--json", "--database", database]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["articles"], found["mentions"], found["unread"]) == (2, 9, 0)
    assert main(["db", "info", "--database", database]) == 0
    assert "articles     2" in capsys.readouterr().out


def test_check(database, capsys):
    assert main(["db", "check", "--database", database]) == 0
    assert capsys.readouterr().out == "The database is sound.\n"
    with Store(database).database.write() as connection:
        connection.exec_driver_sql("DELETE FROM readings")
    assert main(["db", "check", "--database", database]) == 1
    assert "2 read articles without their reading" in capsys.readouterr().out


def test_vacuum_and_backup(database, tmp_path, capsys):
    assert main(["db", "vacuum", "--database", database]) == 0
    copy = tmp_path / "copy.db"
    assert main(["db", "backup", str(copy), "--database", database]) == 0
    assert Store(str(copy)).count() == 2
    assert main(["db", "backup", "--database", database]) == 1
    assert "needs the name of a new file" in capsys.readouterr().err


def test_rebuild_reads_everything_again(database, capsys, monkeypatch):
    seen = []

    def read_pending(store, *_arguments, **_options):
        seen.extend(store.todo("1"))
        return ReadSummary(read=2)

    monkeypatch.setattr(db, "read_pending", read_pending)
    assert main(["db", "rebuild", "--database", database]) == 0
    assert len(seen) == 2
    printed = capsys.readouterr().out
    assert "2 articles to read again" in printed
    assert "2 read, 0 failed" in printed


def test_a_missing_database_is_named(tmp_path, capsys):
    assert main(["db", "info", "--database", str(tmp_path / "none.db")]) == 1
    assert "Make it by `mapapp ingest PATH`" in capsys.readouterr().err


def test_search(database, capsys):
    assert main(["search", "recaptured", "saraqib", "--database", database]) == 0
    printed = capsys.readouterr().out
    assert "2020-02-27  Rebels retake Saraqib  Al Jazeera" in printed
    assert "Syrian rebels [recaptured] [Saraqib] on Thursday" in printed
    assert main(["search", "nowhere", "--database", database]) == 1
    assert "Nothing holds 'nowhere'" in capsys.readouterr().err
    assert main(["search", "army -hatay", "--json", "--database", database]) == 0
    hit = json.loads(capsys.readouterr().out.splitlines()[0])
    assert hit["published"] is None


def test_feeds(database, capsys):
    add = ["feeds", "add", "https://a.example/rss", "--database", database]
    assert main(add) == 0
    assert main(["feeds", "list", "--database", database]) == 0
    assert "https://a.example/rss\t\tnever\tok" in capsys.readouterr().out
    assert main(["feeds", "add", "ftp://x", "--database", database]) == 1
    assert "is no address" in capsys.readouterr().err
    assert main(["feeds", "remove", "https://a.example/rss", "--database", database]) == 0
    assert main(["feeds", "fetch", "--database", database]) == 1
    assert "No feed to fetch" in capsys.readouterr().err
