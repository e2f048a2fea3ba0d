"""Pinned floors: a change that lowers a figure must say so here, with its reason."""

import importlib.util
import sys
from datetime import date
from pathlib import Path

import pytest

from mapapp.events.ledger import Relation, Standing, build_ledger
from mapapp.events.telling import Telling
from mapapp.model.event import Status

HERE = Path(__file__).parent
PUBLISHED = date(2020, 2, 27)


def load(name):
    spec = importlib.util.spec_from_file_location(f"events_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


score = load("score")
seed_score = load("seed_score")
linking_score = load("linking_score")

SENTENCE_FLOORS = {
    "type": 0.97,
    "sub_type": 0.96,
    "role": 0.97,
    "killed": 0.98,
    "injured": 0.95,
    "named groups": 0.98,
    "no false deaths": 0.96,
}


LINKING_FLOORS = {"dev": (0.60, 0.93), "held": (0.32, 0.88)}
"""Least recall and precision of linked pairs."""


@pytest.fixture(scope="module")
def tally(knowledge):
    return score.score_sentences(knowledge.lexicon)


@pytest.fixture(scope="module")
def reading(knowledge, seed_text):
    return seed_score.read_seed(seed_text, knowledge)


@pytest.mark.parametrize(("measure", "floor"), SENTENCE_FLOORS.items())
def test_labeled_sentences(tally, measure, floor):
    wrong = [error for error in tally.errors if error.startswith(f"{measure}:")]
    assert tally.share(measure) >= floor, "\n".join(wrong)


def test_there_are_enough_sentences_and_wars():
    lines = (HERE / "sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(lines) >= 150
    assert len({line.split("\t")[0] for line in lines}) >= 12


def test_actors_of_the_seed(reading):
    scores = seed_score.actor_scores(reading)
    assert scores["actor F1"] >= 0.95
    assert (scores["actors missed"], scores["actors invented"]) == (0, 0)


def test_events_of_the_seed(reading):
    scores = seed_score.event_scores(reading)
    assert scores["event sentence F1"] >= 0.95
    assert scores["event sentence F1, strict"] >= 0.85
    assert scores["place right"] >= 0.90


def test_tolls_of_the_seed(reading):
    assert seed_score.toll_errors(reading) == []


@pytest.mark.parametrize(("half", "floors"), LINKING_FLOORS.items())
def test_reports_of_one_event_are_linked(half, floors, knowledge):
    found = linking_score.score_linking(half, knowledge)
    assert found.recall >= floors[0], found
    assert found.precision >= floors[1], found


def test_the_ledger_of_saraqeb(reading, knowledge):
    """The coalition, the state agency, state media, the reporter's doubt and the monitor."""
    tellings = [
        Telling(article_id="seed", number=number, event=event, published=PUBLISHED)
        for number, event in enumerate(reading.events)
    ]
    (saraqib,) = {
        t.place.id for t in reading.toponyms if t.text == "Saraqeb" and t.place is not None
    }
    areas = {
        t.place.id for t in reading.toponyms if t.place is not None and t.place.feature_class == "L"
    }
    entries = build_ledger(saraqib, tellings, knowledge.lexicon.actors, areas)
    told = {(e.telling.event.claimant_id, e.telling.event.sub_type, e.standing) for e in entries}
    assert ("sy_nlf", "Non-state actor overtakes territory", Standing.CLAIM) in told
    assert ("sana", "Armed clash", Standing.ADMISSION) in told
    assert ("sy_gov", "Road cut", Standing.CLAIM) in told or (
        "sy_gov",
        "Road cut",
        Standing.ADMISSION,
    ) in told
    assert ("sohr", "Government regains territory", Standing.INDEPENDENT) in told
    assert any(entry.standing is Standing.DOUBT for entry in entries)
    (coalition,) = [e for e in entries if e.telling.event.claimant_id == "sy_nlf"]
    assert {link.relation for link in coalition.links} == {
        Relation.AGREES,
        Relation.CONTRADICTS,
        Relation.DOUBTS,
        Relation.AROUND,
    }
    assert coalition.status is Status.DISPUTED
