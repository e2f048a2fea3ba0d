"""The geoparser stays at or above its pinned figures; only a deliberate flag lowers them."""

import importlib.util
import json
from dataclasses import replace
from pathlib import Path

import pytest

from mapapp.geoparse.weights import load_weights

HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("geoparse_score", HERE / "score.py")
score = importlib.util.module_from_spec(spec)
spec.loader.exec_module(score)


@pytest.fixture(scope="module")
def floors():
    return json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


def test_no_figure_is_below_its_floor(knowledge, floors):
    assert score.regressions(score.figures(knowledge.gazetteer), floors) == []


def test_the_floors_hold_what_was_promised(floors):
    assert floors["seed span f1"] >= 0.97
    assert floors["seed inside radius"] == 1.0
    assert floors["seed governments kept off the map"] == 1.0


def test_the_gate_can_fail(knowledge, floors):
    deaf = replace(load_weights(), document={}, threshold=0.99)
    assert score.regressions(score.figures(knowledge.gazetteer, deaf), floors) != []


def test_only_a_deliberate_flag_lowers_a_floor():
    floors = {"a": 0.9}
    assert score.updated({"a": 0.5}, floors, allow_regression=False) == {"a": 0.9}
    assert score.updated({"a": 0.95}, floors, allow_regression=False) == {"a": 0.95}
    assert score.updated({"a": 0.5}, floors, allow_regression=True) == {"a": 0.5}
