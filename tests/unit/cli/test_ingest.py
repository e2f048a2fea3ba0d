"""`mapapp ingest`: options, summary and exit status; reading itself is the engine's business."""

import json

import pytest

from mapapp.cli import ingest, main
from mapapp.store.database import Store

BODY = "The army said on Monday that it had taken two villages near Saraqeb."


@pytest.fixture
def database(tmp_path, monkeypatch, knowledge):
    monkeypatch.setattr(ingest.ConfiguredKnowledge, "__call__", lambda _self: knowledge)
    return f"sqlite:///{tmp_path / 'cli.db'}"


def run(*words):
    return main(["ingest", *map(str, words)])


def test_files_are_stored_read_and_counted(tmp_path, database, capsys):
    (tmp_path / "a.txt").write_text(BODY)
    assert run(tmp_path / "a.txt", "--database", database, "--source", "AJ") == 0
    assert capsys.readouterr().out.startswith("1 new, 0 known already")
    (row,) = Store(database).articles()
    assert (row.source, row.published, row.read) == ("AJ", None, True)


def test_what_fails_is_named_and_the_rest_is_stored(tmp_path, database, capsys):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(BODY)
    (tmp_path / "in" / "b.txt").write_bytes(b"")
    assert run(tmp_path / "in", tmp_path / "none", "--database", database, "--json") == 1
    printed = capsys.readouterr()
    summary = json.loads(printed.out)
    assert (summary["new"], summary["failed"]) == (1, 2)
    assert "failed: b.txt is empty" in printed.err
    assert "Nothing at" in printed.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--date", "yesterday"], "--date 'yesterday' is no day"),
        (["--columns", "text"], "--columns has 'text' without a name"),
        (["http://w.example/rss", "--watch", "9"], "mapapp feeds add http://w.example/rss"),
    ],
)
def test_wrong_values_are_refused(database, capsys, words, message):
    assert run("--database", database, *words) == 1
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--workers", "0"], ["--watch", "0"], ["--workers", "x"]])
def test_wrong_numbers_are_wrong_usage(words):
    with pytest.raises(SystemExit) as caught:
        run(*words)
    assert caught.value.code == 2


def test_defaults_reach_the_articles(tmp_path, database):
    (tmp_path / "a.csv").write_text(f"nota\n{BODY}\n")
    words = ["--columns", "text=nota", "--date", "2020-02-27", "--lang", "en"]
    assert run(tmp_path / "a.csv", "--database", database, *words) == 0
    (row,) = Store(database).articles()
    assert (str(row.published), row.language) == ("2020-02-27", "en")
