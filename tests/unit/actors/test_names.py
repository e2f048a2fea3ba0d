import pytest

from mapapp.actors.names import Alias, NameTree, fold, shape_of, words_of
from mapapp.text.sentences import build_document


def alias(text, key="x", **conditions):
    shapes = tuple(shape_of(word) for word in words_of(text))
    return Alias(text=text, kind="name", key=key, shapes=shapes, **conditions)


def found(text, *aliases):
    document = build_document(text)
    return [
        document.text[document.starts[hit.first] : document.ends[hit.last - 1]]
        for hit in NameTree(aliases).hits(document)
    ]


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Kata'ib", "kataib"), ("Assad’s", "assad"), ("Séléka", "seleka"), ("U.S.", "us")],
)
def test_fold(word, folded):
    assert fold(word) == folded


@pytest.mark.parametrize(
    "text", ["Al-Shabaab attacked", "al Shabaab attacked", "Al Shabaab attacked"]
)
def test_hyphens_and_capitals_vary(text):
    assert len(found(text, alias("al-Shabaab"))) == 1


def test_capitals_are_asked_for_where_the_alias_has_them():
    assert found("what is IS?", alias("IS")) == ["IS"]
    assert found("the rada of elders", alias("Rada")) == []
    assert found("The Regime fell", alias("the regime")) == ["The Regime"]


def test_the_longest_name_wins():
    names = (alias("Islamic State"), alias("Islamic State West Africa Province", "y"))
    assert found("Islamic State West Africa Province fighters", *names) == [
        "Islamic State West Africa Province"
    ]


def test_a_longer_name_that_breaks_off_leaves_the_shorter_one():
    names = (alias("Islamic State"), alias("Islamic State West Africa Province", "y"))
    assert found("Islamic State West of Tripoli", *names) == ["Islamic State"]


def test_names_with_marks_inside():
    assert found(
        "the SPLM/A-North and CPI (Maoist)", alias("SPLM/A-North"), alias("CPI Maoist")
    ) == [
        "SPLM/A-North",
        "CPI (Maoist",
    ]
