"""Search: both databases find the same, and what is typed is never run as a query."""

import contextlib

import pytest

from mapapp.errors import ConfigurationError
from mapapp.model.article import Article
from mapapp.store.search import Term, parse_query
from mapapp.store.upkeep import rebuild

TEXTS = {
    "omar": "Taher al-Omar spoke in Saraqeb. The army left Sarmin.",
    "sarmada": "Trucks reached Sarmada from Idlib by night.",
    "arabic": "سيطر الجيش على مدينة إدلب وريف حماة",
    "turkish": "Türk ordusu Şırnak ve Çukurca yakınlarında ilerledi.",
    "reverse": "The army spoke. Omar al left.",
    "ukraine": "Бої тривають поблизу Бахмута та Авдіївки.",
}


@pytest.fixture
def filled(store):
    store.add([Article(id=id_, text=text, title=f"T {id_}") for id_, text in TEXTS.items()])
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("army", {"omar", "reverse"}),
        ("ARMY saraqeb", {"omar"}),
        ("al-Omar", {"omar"}),
        ('"omar al"', {"reverse"}),
        ("sarm*", {"omar", "sarmada"}),
        ("sarm", set()),
        ("army -saraqeb", {"reverse"}),
        ('army -"al omar"', {"reverse"}),
        ("ادلب", {"arabic"}),
        ("حماه", {"arabic"}),
        ("sirnak", {"turkish"}),
        ("turk*", {"turkish"}),
        ("бахмута", {"ukraine"}),
        ('"unclosed', set()),
        ("sarmada", {"sarmada"}),
    ],
)
def test_queries_find(filled, query, found):
    assert {hit.article_id for hit in filled.search(query)} == found
    assert set(filled.matching(query)) == found


@pytest.mark.parametrize(
    "query",
    ["army OR NOT", "a' OR 1=1 --", "words:army", "NEAR(a b)", "army)", '"army" & !(', "^army",
     "{army}", "army :* |", "\\", "a\x00b", "%_", "army*omar", "col-umn:x"],
)  # fmt: skip
def test_the_index_language_has_no_power(filled, query):
    with contextlib.suppress(ConfigurationError):  # where no word is left to look for
        assert {hit.article_id for hit in filled.search(query)} <= TEXTS.keys()
    assert filled.count() == len(TEXTS)


def test_a_query_without_a_word_is_refused(filled):
    for query in ("", "  ", "-army", "...", '""'):
        with pytest.raises(ConfigurationError, match="Nothing to look for"):
            filled.search(query)


def test_hits_are_marked_in_the_original_text(filled):
    (hit,) = filled.search('"الجيش على"')
    text = TEXTS["arabic"]
    assert [text[start:end] for start, end in hit.marks] == ["الجيش", "على"]
    assert text[hit.start : hit.end] == hit.snippet
    (hit,) = filled.search("sirnak")
    assert [TEXTS["turkish"][start:end] for start, end in hit.marks] == ["Şırnak"]


def test_pages_come_last_stored_first(filled):
    assert [hit.article_id for hit in filled.search("army")] == ["reverse", "omar"]
    assert [hit.article_id for hit in filled.search("army", limit=1, offset=1)] == ["omar"]


def test_a_title_is_found_and_a_snippet_then_shows_the_beginning(filled):
    (hit,) = filled.search("ukraine")
    assert hit.marks == ()
    assert hit.snippet.startswith("Бої тривають")


def test_words_far_into_a_long_article_are_found(store):
    text = "filler word " * 12_000 + "needle in Saraqeb"
    store.add([Article(id="long", text=text)])
    assert store.matching('"needle in"') == ["long"]


def test_a_rebuild_indexes_the_same(filled):
    rebuild(filled)
    assert filled.matching("army") == ["reverse", "omar"]


def test_what_is_typed_becomes_terms():
    assert parse_query('Al-Omar "two  Words" sarm* -not -"a b"') == (
        Term(words=("al", "omar")),
        Term(words=("two", "words")),
        Term(words=("sarm",), prefix=True),
        Term(words=("not",), minus=True),
        Term(words=("a", "b"), minus=True),
    )
