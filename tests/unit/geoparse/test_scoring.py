"""The scorer."""

import pytest

from mapapp.geoparse.scoring import Answer, GoldToponym, Tally, calibration_error, pair
from mapapp.model.geometry import Coordinates

HERE = Coordinates(lat=35.0, lon=36.0)
NEAR = Coordinates(lat=35.1, lon=36.0)
FAR = Coordinates(lat=45.0, lon=36.0)


def gold(start, end, point=HERE, **more):
    return GoldToponym(start=start, end=end, point=point, **more)


def answer(start, end, point=HERE, confidence=1.0):
    return Answer(start=start, end=end, point=point, confidence=confidence)


def test_exact_pairs_come_before_overlaps():
    assert pair([gold(0, 5)], [answer(0, 9), answer(0, 5)]) == [(0, 1)]
    assert pair([gold(0, 5)], [answer(3, 9)]) == [(0, 0)]
    assert pair([gold(0, 5)], [answer(3, 9)], exact_only=True) == []


def test_metrics():
    tally = Tally()
    tally.add(
        [gold(0, 5), gold(10, 15), gold(20, 25, ignored=True), gold(30, 35, None)],
        [answer(0, 5, NEAR), answer(10, 15, FAR), answer(20, 25), answer(40, 45)],
    )
    figures = tally.metrics()
    assert figures["overlap_precision"] == pytest.approx(2 / 3)
    assert figures["overlap_recall"] == pytest.approx(2 / 3)
    assert figures["end_to_end_precision"] == pytest.approx(1 / 3)
    assert figures["end_to_end_recall"] == pytest.approx(1 / 2)
    assert figures["acc161"] == pytest.approx(1 / 2)
    assert figures["acc25"] == pytest.approx(1 / 2)


def test_an_unplaced_answer_counts_against_strict_accuracy_only():
    tally = Tally()
    tally.add([gold(0, 5), gold(6, 9)], [answer(0, 5), answer(6, 9, None)])
    figures = tally.metrics()
    assert figures["acc161"] == 1.0
    assert figures["strict_acc161"] == pytest.approx(1 / 2)


def test_calibration_error():
    assert calibration_error([]) == 0.0
    assert calibration_error([(0.95, True)] * 19 + [(0.95, False)]) == pytest.approx(0.0)
    assert calibration_error([(0.95, False)]) == pytest.approx(0.95)
