"""The corpus prior of a run: off unless asked for, one for all articles, noted in the database."""

import json

import pytest

from mapapp.articles.article import make_article
from mapapp.cli import main
from mapapp.engine.ingest import ingest_sources
from mapapp.engine.prior import learn_prior
from mapapp.engine.report import summary_json, summary_lines
from mapapp.model.reading import Correction
from mapapp.pipeline import PARSER_VERSION
from mapapp.store.database import Store
from mapapp.store.prior import kept_prior
from mapapp.store.upkeep import info

OPEN = "A bomb went off in Tripoli on Monday, residents said."
LEBANESE = ("Beirut", "Sidon", "Zahle", "Baalbek", "Nabatieh", "Bint Jbeil")


@pytest.fixture(scope="module")
def load(knowledge):
    return lambda: knowledge


@pytest.fixture
def fresh(tmp_path):
    def make(name):
        return Store(f"sqlite:///{tmp_path / name}.db")

    return make


def about_lebanon(count):
    return [
        make_article(f"Shells hit {LEBANESE[number % 6]} in Lebanon on day {number}, he said.")
        for number in range(count)
    ]


def country(store, article):
    (toponym,) = store.reading(article.id).toponyms
    return toponym.place.country


def test_off_an_article_is_read_the_same_in_any_company_and_order(fresh, load):
    article = make_article(OPEN)
    alone, among = fresh("alone"), fresh("among")
    ingest_sources([article], alone, load)
    summary = ingest_sources([*reversed(about_lebanon(25)), article], among, load)
    assert alone.reading(article.id) == among.reading(article.id)
    assert country(among, article) == "LY"
    assert (summary.read.prior.source, kept_prior(among)) == ("", {})


def test_on_a_new_database_is_read_for_itself_first(fresh, load):
    article, store = make_article(OPEN), fresh("new")
    summary = ingest_sources([article, *about_lebanon(30)], store, load, prior="corpus")
    assert summary.read.read == 31
    assert country(store, article) == "LB"
    assert summary.read.prior.articles >= 30
    assert summary.read.prior.shares["LB"] > 0.9
    assert info(store).parsers == {PARSER_VERSION: 31}


def test_on_the_order_of_the_articles_changes_nothing(fresh, load):
    articles = [make_article(OPEN), *about_lebanon(30)]
    first, second = fresh("first"), fresh("second")
    ingest_sources(articles, first, load, prior="corpus")
    ingest_sources(articles[::-1], second, load, prior="corpus")
    assert kept_prior(first) == kept_prior(second)
    for article in articles:
        assert first.reading(article.id) == second.reading(article.id)


def test_what_is_stored_is_enough_for_articles_that_come_later(fresh, load):
    store, later = fresh("later"), make_article(OPEN)
    ingest_sources(about_lebanon(30), store, load)
    summary = ingest_sources([later], store, load, prior="corpus")
    assert (summary.read.read, country(store, later)) == (1, "LB")


def test_corrections_teach_more_than_articles_do(fresh, load, knowledge):
    store, article = fresh("corrected"), make_article(OPEN)
    ingest_sources([article], store, load)
    at = OPEN.index("Tripoli")
    place = next(
        c.place for c in knowledge.gazetteer.candidates("Tripoli") if c.place.country == "LB"
    )
    before = learn_prior(store, knowledge.gazetteer).shares.get("LB", 0.0)
    store.add_correction(Correction(article_id=article.id, start=at, end=at + 7, place_id=place.id))
    learned = learn_prior(store, knowledge.gazetteer)
    assert (before, learned.corrections) == (0.0, 1)
    assert learned.shares["LB"] > 0.2


def test_a_file_makes_the_same_prior_again(fresh, load, tmp_path):
    path = tmp_path / "prior.json"
    path.write_text(json.dumps({"LB": 0.9}), encoding="utf-8")
    store, article = fresh("file"), make_article(OPEN)
    summary = ingest_sources([article], store, load, prior=str(path))
    assert country(store, article) == "LB"
    assert kept_prior(store) == {
        "source": "prior.json", "articles": 0, "corrections": 0, "shares": {"LB": 0.9},
    }  # fmt: skip
    assert "prior (prior.json): LB 0.900" in list(summary_lines(summary))
    assert json.loads(summary_json(summary))["read"]["prior"]["shares"] == {"LB": 0.9}


def test_a_run_without_one_takes_the_note_back(fresh, load, tmp_path):
    path = tmp_path / "prior.json"
    path.write_text('{"LB": 0.9}', encoding="utf-8")
    store = fresh("back")
    ingest_sources([make_article(OPEN)], store, load, prior=str(path))
    ingest_sources(about_lebanon(1), store, load)
    assert info(store).prior == {}


@pytest.fixture
def lines(tmp_path, capsys):
    """Return a function from options to the countries that `mapapp geoparse` answers with."""
    paths = []
    for number, text in enumerate([OPEN, *(article.text for article in about_lebanon(24))]):
        path = tmp_path / f"{number:02}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))

    def run(*options):
        assert main(["geoparse", *options, *paths]) == 0
        out, err = capsys.readouterr()
        answers = [json.loads(line) for line in out.splitlines()]
        assert [answer["id"] for answer in answers] == paths
        return answers[0]["toponyms"][0]["country"], err

    return run


def test_geoparse_learns_from_all_texts_only_when_told_to(lines, monkeypatch):
    assert lines() == ("LY", "")
    found, told = lines("--prior", "corpus")
    assert found == "LB"
    assert told.startswith('mapapp: prior {"LB": ')
    monkeypatch.setenv("MAPAPP_PRIOR", "corpus")
    assert lines()[0] == "LB"


def test_geoparse_takes_the_prior_that_correct_prints(lines, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MAPAPP_DATABASE", f"sqlite:///{tmp_path / 'some.db'}")
    assert main(["ingest", "--prior", "corpus", *map(str, tmp_path.glob("*.txt"))]) == 0
    assert "prior (corpus, " in capsys.readouterr().out
    assert main(["correct", "prior", "--json"]) == 0
    path = tmp_path / "prior.json"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    assert lines("--prior", str(path))[0] == "LB"
