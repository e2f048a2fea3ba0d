"""What a corpus is about, as a clue: one vote an article, damped while few."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from mapapp.errors import ConfigurationError, DataError
from mapapp.geoparse.prior import (
    CORRECTION_VOTES,
    corpus_prior,
    count_votes,
    read_prior,
    vote_of,
    votes_of_corrections,
)

# Two Tripolis: the text alone says nothing.
TEXT = "A bomb went off in Tripoli on Monday, residents said."


def test_an_article_has_one_vote_however_often_it_names_a_place(parse):
    text = "Shells hit Idlib in Syria. Rockets hit Beirut. Drones hit Beirut. Jets hit Beirut."
    sure = [replace(toponym, confidence=0.95) for toponym in parse(text)]
    assert vote_of(sure) == {"SY": pytest.approx(2 / 3), "LB": pytest.approx(1 / 3)}


def test_governments_and_doubts_do_not_vote(parse):
    assert vote_of(parse("Ankara vowed to respond, and Turkey-backed groups agreed.")) == {}
    (place,) = parse("Shells hit Saraqib, residents said.")
    assert vote_of([replace(place, confidence=0.95)]) == {"SY": 1.0}
    assert vote_of([replace(place, confidence=0.5)]) == {}


def test_shares_are_damped_while_votes_are_few():
    assert corpus_prior({}) == {}
    assert corpus_prior({"SY": 1.0}) == {"SY": 0.05}
    assert corpus_prior({"TR": 10.0, "SY": 30.0, "FR": 0.1}) == {"SY": 0.748, "TR": 0.249}


def test_a_correction_counts_as_several_articles():
    place = SimpleNamespace(country="LB")
    votes = count_votes([votes_of_corrections([place, place]), {"SY": 1.0, "LB": 0.5}])
    assert votes == {"LB": 2 * CORRECTION_VOTES + 0.5, "SY": 1.0}


def test_a_prior_moves_what_the_text_leaves_open_and_says_so(parse):
    (alone,) = parse(TEXT)
    (moved,) = parse(TEXT, prior={"LB": 0.95})
    assert (alone.place.country, moved.place.country) == ("LY", "LB")
    assert "your articles are often about Lebanon" in [clue.reason for clue in moved.clues]


def test_a_prior_does_not_outrank_the_text(parse):
    (first, _) = parse("A bomb went off in Tripoli, Libya, residents said.", prior={"LB": 0.95})
    assert first.place.country == "LY"


def test_a_prior_is_read_from_a_file(tmp_path):
    path = tmp_path / "prior.json"
    path.write_text(json.dumps({"sy": 0.75, "TR": 0}), encoding="utf-8")
    assert read_prior(str(path)) == {"SY": 0.75, "TR": 0.0}


@pytest.mark.parametrize("text", ["[]", "{", '{"SY": 2}', '{"SY": "much"}', '{"SY": true}', "\xff"])
def test_what_is_no_prior_is_refused_with_the_form_that_is_allowed(tmp_path, text):
    path = tmp_path / "prior.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(DataError, match="allowed is one JSON object"):
        read_prior(str(path))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ConfigurationError, match="mapapp correct prior --json"):
        read_prior(str(tmp_path / "none.json"))
