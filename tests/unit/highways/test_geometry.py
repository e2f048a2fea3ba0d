import pytest

from mapapp.errors import DataError
from mapapp.highways.geometry import Line, join, position, simplify
from mapapp.highways.nearby import project
from mapapp.highways.segments import length_km
from mapapp.model.geometry import Coordinates


def line(*pairs: tuple[float, float]) -> Line:
    return tuple(Coordinates(lat=lat, lon=lon) for lat, lon in pairs)


ROAD = line(*[(number / 10, 20.0) for number in range(11)])


def test_pieces_in_any_order_and_direction_become_one_line():
    pieces = [ROAD[7:][::-1], ROAD[:4], ROAD[3:8]]
    joined, rest = join(pieces)
    assert joined in (ROAD, ROAD[::-1])
    assert rest == []


def test_the_other_carriageway_is_dropped():
    other = line(*[(point.lat, 20.001) for point in ROAD])[::-1]
    joined, rest = join([ROAD[:6], ROAD[5:], other[:5], other[4:]])
    assert length_km(joined) == pytest.approx(length_km(ROAD))
    assert rest == []


def test_a_small_gap_is_bridged_and_a_far_piece_left_out():
    near = line((1.01, 20.0), (1.2, 20.0))
    far = line((5.0, 25.0), (5.1, 25.0))
    joined, rest = join([ROAD, near, far])
    assert {joined[0], joined[-1]} == {ROAD[0], near[-1]}
    assert [set(piece) for piece in rest] == [set(far)]


def test_at_a_junction_the_line_goes_straight_on():
    branch = line((0.5, 20.0), (0.5, 20.4))
    joined, _ = join([ROAD[:6], branch, ROAD[5:]])
    assert joined in (ROAD, ROAD[::-1])


def test_pieces_without_length_join_to_nothing():
    assert join([]) == ((), [])
    assert join([ROAD[:1]]) == ((), [])


def test_a_closed_road_ends():
    ring = line((0, 20), (0, 21), (1, 21), (0, 20))
    joined, rest = join([ring[:3], ring[2:]])
    assert length_km(joined) == pytest.approx(length_km(ring))
    assert rest == []


def test_simplifying_drops_what_lies_on_the_line_and_keeps_what_does_not():
    assert simplify(ROAD, 0.01) == (ROAD[0], ROAD[-1])
    bent = (*ROAD[:5], Coordinates(lat=0.45, lon=20.05), *ROAD[5:])
    thinned = simplify(bent, 1.0)
    assert bent[5] in thinned
    assert max(project(point, thinned).distance_km for point in bent) <= 1.0
    assert simplify(ROAD[:2], 5) == ROAD[:2]
    assert simplify((), 5) == ()


@pytest.mark.parametrize(
    ("lat", "lon"), [(90.1, 0), (0, -180.1), ("north", 0), (None, 0), (float("nan"), 0)]
)
def test_a_position_off_the_globe_is_refused(lat: object, lon: object):
    with pytest.raises(DataError, match=r"road\.json: a point with latitude"):
        position(lat, lon, "road.json")


def test_a_position_may_come_as_text():
    assert position("35.86", "36.8", "x") == Coordinates(lat=35.86, lon=36.8)
