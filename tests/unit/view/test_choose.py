from datetime import date

import numpy as np
import pytest

from mapapp.view.choose import Choice
from mapapp.view.selection import EVERYTHING, Selection


def _texts(corpus, **filters):
    columns = corpus.columns
    rows = Choice(corpus, Selection(**filters)).rows()
    return sorted(columns.place_ids[columns.place[row]] for row in rows)


def test_by_default_only_event_places_and_areas_pass(corpus):
    assert _texts(corpus) == [
        "t:idlib", "t:nayrab", "t:nayrab~near", "t:saraqib", "t:saraqib", "t:saraqib", "t:saraqib",
    ]  # fmt: skip


def test_named_adds_datelines_and_metonyms(corpus):
    assert set(_texts(corpus, named=True)) - set(_texts(corpus)) == {"t:hatay", "t:syria"}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"places": ("t:idlib",)}, ["t:idlib"]),
        ({"places": ("nowhere",)}, []),
        ({"sides": ("turkey",)}, ["t:idlib"]),
        ({"actors": ("sy_rebels",)}, ["t:saraqib"]),
        ({"sides": ("turkey",), "actors": ("sy_rebels",)}, ["t:idlib", "t:saraqib"]),
        ({"roles": ("metonym",)}, ["t:syria"]),
        ({"types": ("Explosions/Remote violence",)}, ["t:idlib"]),
        ({"confidence": 0.5, "places": ("t:saraqib",)}, ["t:saraqib"] * 3),
        ({"undated": False, "places": ("t:saraqib",)}, ["t:saraqib"] * 3),
        ({"start": date(2020, 2, 28), "undated": False}, []),
        ({"start": date(2020, 2, 28)}, ["t:nayrab", "t:saraqib"]),
        ({"end": date(2020, 2, 27), "undated": False, "sides": ("turkey",)}, ["t:idlib"]),
    ],
)
def test_each_filter(corpus, filters, expected):
    assert _texts(corpus, **filters) == expected


def test_words_choose_articles_found_by_search(corpus):
    second = corpus.columns.article_ids[int(np.flatnonzero(corpus.columns.article_day < 0)[0])]
    rows = Choice(corpus, Selection(words="witness"), [second]).rows()
    assert len(rows) == 2
    assert len(Choice(corpus, Selection(words="nothing"), []).rows()) == 0


def test_counts_are_taken_without_their_own_filter(corpus):
    facets = Choice(corpus, Selection(sides=("turkey",))).facets()
    assert facets.sides == {"government": 2, "opposition": 1, "turkey": 1}
    assert facets.places == {"t:idlib": 1}
    assert facets.roles == {"area": 1}
    assert facets.types == {"Explosions/Remote violence": 1}


def test_counts_of_a_fresh_page(corpus):
    facets = Choice(corpus, EVERYTHING).facets()
    assert facets.places["t:saraqib"] == 4
    assert facets.roles == {"event_place": 5, "area": 2, "dateline": 1, "metonym": 1}
    assert facets.types == {"Battles": 2, "Explosions/Remote violence": 1}
    assert facets.sources["Al Jazeera"] == 5


def test_a_mention_counts_once_for_a_side(corpus):
    assert Choice(corpus, Selection(places=("t:idlib",))).facets().sides == {"turkey": 1}
