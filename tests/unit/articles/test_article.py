"""Making an article."""

from datetime import date

import pytest

from mapapp.articles.article import LARGEST, content_hash, make_article
from mapapp.errors import ReadingError

DAY = date(2020, 2, 27)


def test_the_same_words_are_the_same_article():
    assert content_hash("Two  words\n") == content_hash(" Two words")
    assert content_hash("ﬁre") == content_hash("fire")
    assert content_hash("Two words") != content_hash("Words two")
    assert len(content_hash("x")) == 64


def test_metadata_outrank_what_the_text_says():
    text = "Rebels retake town\n\n27 February 2020\n\nThe rebels said that they were in the town."
    article = make_article(text)
    assert (article.title, article.published, article.language) == (
        "Rebels retake town", DAY, "en",
    )  # fmt: skip
    given = make_article(text, title="Other", published=date(2021, 1, 1), language="FR-fr")
    assert (given.title, given.published, given.language) == ("Other", date(2021, 1, 1), "fr")


def test_what_no_database_keeps_is_replaced_one_for_one():
    article = make_article("a\x00b\ud800c", title="t\x00\n u")
    assert article.text == "a\ufffdb\ufffdc"
    assert article.title == "t\ufffd u"


def test_nothing_and_too_much_are_refused():
    with pytest.raises(ReadingError, match="pasted is empty"):
        make_article(" \n", origin="pasted")
    with pytest.raises(ReadingError, match="allowed are 20,000,000"):
        make_article("x" * (LARGEST + 1))
