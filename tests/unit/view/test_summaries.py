from datetime import date

import numpy as np

from mapapp.view.choose import Choice
from mapapp.view.drawing import Texture
from mapapp.view.selection import EVERYTHING, Selection
from mapapp.view.summaries import mark_of, plural, summarize


def _by_id(corpus, selection=EVERYTHING):
    rows = Choice(corpus, selection).rows()
    return {summary.place.id: summary for summary in summarize(corpus, rows)}


def test_a_summary_counts_mentions_articles_sides_and_days(corpus):
    saraqib = _by_id(corpus)["t:saraqib"]
    assert (saraqib.mentions, saraqib.articles, saraqib.undated) == (4, 2, 1)
    assert saraqib.by_side == {"government": 1, "opposition": 1}
    assert (saraqib.first, saraqib.last) == (date(2020, 2, 27), date(2020, 2, 27))
    assert saraqib.sure


def test_the_most_mentioned_place_comes_first(corpus):
    assert next(iter(_by_id(corpus))) == "t:saraqib"


def test_texture_follows_the_status_of_events(corpus):
    found = {id_: summary.texture for id_, summary in _by_id(corpus).items()}
    assert found == {
        "t:saraqib": Texture.DOUBLE,
        "t:nayrab": Texture.DASHED,
        "t:idlib": Texture.SOLID,
        "t:nayrab~near": Texture.SOLID,
    }


def test_a_place_that_is_only_named_is_pale(corpus):
    hatay = _by_id(corpus, Selection(named=True))["t:hatay"]
    mark = mark_of(hatay)
    assert mark.faded


def test_an_unsure_place_is_in_doubt(corpus):
    undated = Selection(places=("t:saraqib",), start=date(2021, 1, 1))
    mark = mark_of(_by_id(corpus, undated)["t:saraqib"])
    assert mark.doubt


def test_a_tie_between_sides_is_kept(corpus):
    found = _by_id(corpus)
    assert mark_of(found["t:saraqib"]).rival == "opposition"
    assert mark_of(found["t:nayrab"]).rival == ""
    assert mark_of(found["t:nayrab~near"]).rival == ""


def test_no_rows_give_no_summaries(corpus):
    assert summarize(corpus, np.empty(0, np.int64)) == []


def test_a_place_without_known_days(corpus):
    nayrab = _by_id(corpus)["t:nayrab"]
    assert (nayrab.first, nayrab.last, nayrab.undated) == (None, None, 1)


def test_plural():
    assert plural(1, "mention") == "1 mention"
    assert plural(1200, "mention") == "1,200 mentions"
    assert plural(2, "stretch", "stretches") == "2 stretches"
