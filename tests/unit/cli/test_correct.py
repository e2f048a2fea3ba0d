"""`mapapp correct`."""

import csv
import io
import json

import pytest

from mapapp.cli import main
from mapapp.config import load_config
from mapapp.store.database import Store

TEXT = "A bomb went off in Tripoli on Monday, killing two people near the market."


@pytest.fixture
def database(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'test.db'}"
    monkeypatch.setenv("MAPAPP_DATABASE", url)
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    assert main(["ingest", str(path)]) == 0
    return url


@pytest.fixture
def article(database):
    (article,) = Store(database).articles()
    return article.id


@pytest.fixture
def span():
    start = TEXT.index("Tripoli")
    return [str(start), str(start + len("Tripoli"))]


@pytest.fixture
def other(knowledge):
    candidates = knowledge.gazetteer.candidates("Tripoli")
    return next(c.place.id for c in candidates if c.place.country == "LB")


def toponyms(article):
    return Store(load_config().database).reading(article).toponyms


def test_a_correction_is_applied_at_once(article, span, other):
    assert main(["correct", "set", article, *span, other]) == 0
    assert [t.place.id for t in toponyms(article)] == [other]


def test_no_place(article, span):
    assert main(["correct", "set", article, *span, "none"]) == 0
    assert list(toponyms(article)) == []


def test_remove_restores_what_the_rules_say(article, span):
    before = list(toponyms(article))
    main(["correct", "set", article, *span, "none"])
    assert main(["correct", "remove", article, *span]) == 0
    assert [t.place.id for t in toponyms(article)] == [t.place.id for t in before]
    assert main(["correct", "remove", article, *span]) == 1


def test_list_and_load_carry_corrections(article, span, other, tmp_path, capsys):
    main(["correct", "set", article, *span, other, "--note", "Lebanon"])
    capsys.readouterr()
    assert main(["correct", "list"]) == 0
    line = capsys.readouterr().out
    assert json.loads(line)["note"] == "Lebanon"
    main(["correct", "remove", article, *span])
    path = tmp_path / "corrections.jsonl"
    path.write_text(line)
    assert main(["correct", "load", str(path)]) == 0
    assert [t.place.id for t in toponyms(article)] == [other]


def test_the_prior_is_what_corrections_say(article, span, other, capsys):
    main(["correct", "set", article, *span, other])
    capsys.readouterr()
    assert main(["correct", "prior"]) == 0
    assert capsys.readouterr().out == "LB\t0.300\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["set"], "allowed is ARTICLE START END PLACE"),
        (["set", "{id}", "a", "b", "none"], "whole numbers"),
        (["set", "{id}", "5", "5000", "none"], "does not lie in article"),
        (["set", "{id}", "5", "9", "gn:nothing"], "No place 'gn:nothing'"),
        (["load"], "Name one file"),
    ],
)
def test_wrong_use_says_what_is_allowed(article, capsys, words, message):
    assert main(["correct", *[word.format(id=article) for word in words]]) == 1
    assert message in capsys.readouterr().err


@pytest.fixture
def pair(database, tmp_path):
    """Return the ids of two reports of one bombing, as the table of events lists them."""
    texts = (
        "A bomb exploded at the market of Benghazi on Monday, killing two people.",
        "Two people died when a bomb went off in the market of Benghazi on Monday.",
    )
    for number, text in enumerate(texts):
        path = tmp_path / f"told{number}.txt"
        path.write_text(text)
        assert main(["ingest", str(path), "--date", "2014-05-06"]) == 0
    return [f"{row.id[:16]}-e0" for row in Store(database).articles(limit=2)]


def exported(capsys):
    capsys.readouterr()
    assert main(["export", "--format", "events"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_two_reports_are_set_apart_and_put_together(pair, tmp_path, database, capsys):
    assert [row["reports"] for row in exported(capsys) if row["published"]] == ["2", "2"]
    assert main(["correct", "apart", *pair]) == 0
    capsys.readouterr()
    main(["correct", "list"])
    listed = capsys.readouterr().out
    assert set(json.loads(listed)) == {"one", "other"}
    assert {row["reports"] for row in exported(capsys)} == {"1"}
    assert main(["correct", "together", *reversed(pair)]) == 0
    assert main(["correct", "together", *pair]) == 1
    kept = tmp_path / "kept.jsonl"
    kept.write_text(listed)
    assert main(["correct", "load", str(kept)]) == 0
    assert len(Store(database).separations()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "allowed is REPORT REPORT"),
        (["nothing-e0", "nothing-e1"], "No report 'nothing-e0'"),
        (["x", "y"], "No report 'x'"),
    ],
)
@pytest.mark.usefixtures("pair")
def test_a_report_that_nobody_tells_is_refused(capsys, words, said):
    assert main(["correct", "apart", *words]) == 1
    assert said in capsys.readouterr().err
