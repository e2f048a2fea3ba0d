"""The stages together, on short texts of several wars."""

import pytest

from mapapp.model.article import Article
from mapapp.pipeline import read_article


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Fierce clashes raged between pro-government forces and Houthis in Al Bayda.",
         "Al Bayda", "YE"),
        ("Shells fell on Al Bayda, where forces of the LNA met protesters, in eastern Libya.",
         "Al Bayda", "LY"),
    ],
)  # fmt: skip
def test_the_groups_of_a_text_tell_its_country(knowledge, text, name, country):
    reading = read_article(Article(id="x", text=text), knowledge)
    (toponym,) = [found for found in reading.toponyms if found.text == name]
    assert toponym.place is not None
    assert toponym.place.country == country


def test_nameless_soldiers_are_those_of_the_country(knowledge):
    article = Article(id="x", text="Al Shabaab attacked a base in Baidoa, killing 3 soldiers.")
    (event,) = read_article(article, knowledge).events
    assert ("so_gov", "target") in {(p.actor_id, p.role) for p in event.participants}
