"""Reading weights, and turning raw confidence into probability."""

import json

import pytest

from mapapp.errors import DataError
from mapapp.geoparse.features import FEATURES, NOTHING
from mapapp.geoparse.weights import load_weights, weights_of

RECORD = {
    "local": {},
    "document": {},
    "threshold": 0.5,
    "resolution": {},
    "opinion": {},
    "calibration": [[0.2, 0.1], [0.6, 0.5]],
    "sure": 0.5,
    "provenance": "test",
}


@pytest.mark.parametrize(
    ("raw", "probability"), [(0.0, 0.1), (0.2, 0.1), (0.4, 0.3), (0.6, 0.5), (1.0, 0.5)]
)
def test_calibration(raw, probability):
    assert weights_of(json.dumps(RECORD)).calibrated(raw) == pytest.approx(probability)


@pytest.mark.parametrize("text", ["", "{}", "[]", json.dumps(RECORD | {"threshold": "x"})])
def test_damage_is_reported(text):
    with pytest.raises(DataError, match="fit_weights"):
        weights_of(text)


def test_the_bundled_weights_know_every_clue():
    weights = load_weights()
    assert set(weights.resolution) == {*FEATURES, *NOTHING}
    assert weights.provenance
    values = [value for _, value in weights.calibration]
    assert values == sorted(values)
