"""A second opinion on what is a place name: weighed, off by default, plain when it is missing."""

import importlib.util
import sys
from dataclasses import replace

import pytest

import mapapp.geoparse.opinions
from mapapp.cli import main
from mapapp.errors import ConfigurationError
from mapapp.geoparse.consult import LONGEST_PIECE, kinds_of, load_opinion
from mapapp.geoparse.lexicon import load_words
from mapapp.geoparse.opinion import Entity, Opinion
from mapapp.geoparse.opinions.spacy_small import MODEL
from mapapp.geoparse.parse import geoparse
from mapapp.geoparse.scan import scan
from mapapp.geoparse.weights import load_weights
from mapapp.registry import discover
from mapapp.text.sentences import build_document

OPINIONS = discover(mapapp.geoparse.opinions, "OPINION", Opinion)
STRONG = {"place": 20.0, "person": -20.0, "group": -20.0, "nothing": 0.0}


def says(kind, *names):
    """Return an opinion that takes these names for one kind."""

    def read(text):
        found = [Entity(at, at + len(n), kind) for n in names if (at := text.find(n)) >= 0]
        return sorted(found, key=lambda entity: entity.start)

    return read


def texts(text, gazetteer, opinion, weights):
    found = geoparse(build_document(text), gazetteer, weights=weights, opinion=opinion)
    return [toponym.text for toponym in found]


def test_what_it_says_is_added_to_what_the_rules_say(knowledge):
    text = "Paris told Homs that shells had hit Saraqib."
    strong = replace(load_weights(), opinion=STRONG)
    rules = texts(text, knowledge.gazetteer, None, strong)
    assert texts(text, knowledge.gazetteer, lambda _: [], strong) == rules
    assert "Saraqib" in rules
    without = texts(text, knowledge.gazetteer, says("person", "Saraqib"), strong)
    assert without == [name for name in rules if name != "Saraqib"]
    both = texts(text, knowledge.gazetteer, says("place", "Paris", "Homs"), strong)
    assert both == ["Paris", "Homs", "Saraqib"]


def test_fitted_weights_trust_it_in_the_right_direction():
    weights = load_weights().opinion
    assert weights["person"] < weights["group"] < 0 < weights["place"]
    assert weights["nothing"] < 0


def test_a_long_text_is_asked_about_in_pieces_that_lose_nothing(knowledge):
    text = "Shells hit Saraqib and Idlib on Monday. " * 2000 + "Saraqib " * 5000
    document = build_document(text)
    mentions, _ = scan(document, knowledge.gazetteer, load_words())
    lengths = []

    def read(piece):
        lengths.append(len(piece))
        start, found = piece.find("Saraqib"), []
        while start >= 0:
            found.append(Entity(start, start + 7, "place"))
            start = piece.find("Saraqib", start + 7)
        return found

    kinds = kinds_of(document, mentions, read)
    assert max(lengths) <= LONGEST_PIECE
    names = [text[mention.start : mention.end] for mention in mentions[:4000]]
    assert kinds[:4000] == ["place" if name == "Saraqib" else "nothing" for name in names]


@pytest.mark.parametrize("name", OPINIONS)
def test_one_that_is_not_installed_says_how_to_install_it(name, monkeypatch):
    monkeypatch.setitem(sys.modules, MODEL, None)
    with pytest.raises(ConfigurationError, match=r"pip install 'mapapp\[nlp\]'"):
        load_opinion(name)


def test_an_unknown_one_is_refused_with_the_names_there_are():
    with pytest.raises(ConfigurationError, match="allowed are spacy_small"):
        load_opinion("oracle")


@pytest.mark.parametrize("command", ["geoparse", "evaluate", "ingest"])
def test_commands_tell_it_plainly(command, monkeypatch, tmp_path, capsys):
    monkeypatch.setitem(sys.modules, MODEL, None)
    monkeypatch.setenv("MAPAPP_DATABASE", f"sqlite:///{tmp_path / 'a.db'}")
    path = tmp_path / "a.txt"
    path.write_text("Shells hit Saraqib.", encoding="utf-8")
    assert main([command, "--second-opinion", "spacy_small", str(path)]) == 1
    assert "pip install 'mapapp[nlp]'" in capsys.readouterr().err


@pytest.mark.skipif(not importlib.util.find_spec(MODEL), reason="the extra nlp is not installed")
def test_the_small_model_of_spacy_tells_people_from_places():
    read = load_opinion("spacy_small")
    found = read("Angela Merkel met Joe Biden in Berlin on Monday.")
    kinds = {entity.kind for entity in found}
    assert Entity(31, 37, "place") in found
    assert "person" in kinds
