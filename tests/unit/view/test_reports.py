import re
from dataclasses import replace

import pytest

from mapapp.events.reports import Comparison
from mapapp.store.columns import load_columns
from mapapp.store.database import Store
from mapapp.view.corpus import build_corpus
from mapapp.view.ledger import told
from mapapp.view.linked import comparison, link, row_of_event, rows_of_article
from mapapp.view.reports import (
    also_told,
    differences_label,
    hidden_label,
    reports_summary,
    reports_table,
    sources_label,
)
from tests import sample

TAGS = re.compile(r"<[^>]*>")


@pytest.fixture
def twice(tmp_path):
    """Return the corpus of an event that two articles tell, and its reports' rows and readings."""
    first, hostile = sample.readings()
    again = sample.retold()
    again = replace(again, article=replace(again.article, source=sample.HOSTILE))
    store = Store(f"sqlite:///{tmp_path / 'twice.db'}")
    store.create()
    store.put([first, hostile, again], parser="1")
    corpus = build_corpus(load_columns(store), store.places(), sample.SIDES)
    rows = [rows_of_article(corpus, one.article.id)[0] for one in (first, again)]
    yield corpus, rows, store.readings([first.article.id, again.article.id])
    store.close()


def test_the_table_has_a_row_a_report_and_marks_what_differs(twice):
    corpus, rows, readings = twice
    compared = Comparison(tolls={}, differences=("place",))
    table = reports_table(corpus, told(corpus, rows), readings, compared)
    assert table.count("<tr>") == 3
    assert table.count('<span class="m-differs">Saraqib, Idlib, SY</span>') == 2
    assert table.count("m-differs") == 2
    assert "a spokesman" in table
    assert "Disputed" in table


def test_no_word_of_an_article_becomes_markup(twice):
    corpus, rows, readings = twice
    reports, compared = told(corpus, rows), comparison(corpus, rows)
    for made in (
        reports_table(corpus, reports, readings, compared),
        reports_summary(corpus, reports, compared),
    ):
        assert "<img src=x" not in made
        assert "<script" not in made
        assert "&lt;img src=x" in made


def test_sources_are_counted_by_article_and_copies_named(twice):
    corpus, rows, _ = twice
    reports = told(corpus, rows)
    assert sources_label(corpus, reports[:1]) == "Al Jazeera"
    assert sources_label(corpus, reports).startswith("2 articles: Al Jazeera, ")
    story = corpus.columns.story.copy()
    story[reports[1].article] = reports[0].article
    copied = replace(corpus, columns=replace(corpus.columns, story=story))
    assert sources_label(copied, reports).startswith("2 articles (1 copied): ")


def test_an_article_without_an_outlet_goes_by_its_title(twice):
    corpus, rows, _ = twice
    nameless = replace(corpus, columns=replace(corpus.columns, sources=("",) * 9))
    assert sources_label(nameless, told(corpus, rows[:1])) == "Rebels retake Saraqib"


def test_who_else_tells_it_is_said_beside_an_event(twice):
    corpus, rows, readings = twice
    links = link(corpus)
    first = readings[corpus.columns.article_ids[corpus.columns.events.article[rows[0]]]]
    event = first.events[0]
    assert row_of_event(corpus, first.article.id, event) == rows[0]
    assert row_of_event(corpus, first.article.id, replace(event, end=event.end - 1)) is None
    assert also_told(corpus, links, rows[1]) == "Al Jazeera"
    alone = rows_of_article(corpus, first.article.id)[1]
    assert also_told(corpus, links, alone) == ""


def test_words_for_differences_and_hidden_reports():
    compared = Comparison(tolls={"killed": (24, None)}, differences=("killed", "day"))
    assert differences_label(compared) == "deaths, day"
    assert hidden_label(0) == ""
    assert hidden_label(1) == "1 more report of it outside the filters."
    assert hidden_label(2) == "2 more reports of it outside the filters."


def test_the_summary_gives_the_range(twice):
    corpus, rows, _ = twice
    compared = Comparison(tolls={"killed": (24, 30)}, differences=("killed",))
    shown = TAGS.sub("", reports_summary(corpus, told(corpus, rows[:1]), compared))
    assert shown == "Al Jazeera · 24–30 killed differ in: deaths"
