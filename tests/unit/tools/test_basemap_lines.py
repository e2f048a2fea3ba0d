"""The arithmetic behind the base map; the data that come out have a contract of their own."""

from itertools import pairwise

import pytest

from tools.basemap.simplify import (
    encloses,
    is_clockwise,
    ring_km2,
    rounded,
    simplified_ring,
    simplify,
)
from tools.basemap.stitch import stitch
from tools.basemap.zones import WORLD_DETAIL_KM2, decimals, detail_km2

SQUARE = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0)]


def test_detail_is_fine_in_syria_and_coarse_in_brazil():
    assert detail_km2(35.9, 36.8) < 1
    assert detail_km2(-10.0, -55.0) == WORLD_DETAIL_KM2
    assert (decimals(35.9, 36.8), decimals(-10.0, -55.0)) == (3, 2)


def test_the_smallest_triangle_goes_first():
    line = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (2.5, 1.0), (3.0, 0.0)]
    assert simplify(line, lambda _lat, _lon: 5_000.0) == [line[0], *line[2:]]
    assert simplify(line, lambda _lat, _lon: 0.0001) == line
    assert simplify(line, lambda _lat, _lon: 1e9) == [line[0], line[-1]]


def test_detail_may_change_along_one_line():
    wave = [(number / 10, (number % 2) / 100) for number in range(41)]
    thinned = simplify(wave, lambda _lat, lon: 0.01 if lon < 2 else 1000.0)
    assert sum(lon < 2 for lon, _ in thinned) == 20
    assert sum(lon > 2 for lon, _ in thinned) <= 2


def test_short_lines_stay():
    assert simplify([]) == []
    assert simplify(SQUARE[:1]) == SQUARE[:1]
    assert simplify(SQUARE[:2]) == SQUARE[:2]


def test_rounding_drops_repeated_points():
    assert rounded([(36.80001, 35.90001), (36.80002, 35.90002), (36.9, 35.9)]) == [
        (36.8, 35.9),
        (36.9, 35.9),
    ]


def test_area_and_direction_of_a_ring():
    assert ring_km2(SQUARE) == pytest.approx(111.195**2, rel=1e-3)
    assert is_clockwise(SQUARE)
    assert not is_clockwise(SQUARE[::-1])


def test_a_ring_too_small_to_show_is_dropped():
    assert simplified_ring(SQUARE, smallest=2.0) is not None
    assert simplified_ring(SQUARE, smallest=1e6) is None


def test_a_ring_encloses_its_inside():
    assert encloses(SQUARE, (0.5, 0.5))
    assert not encloses(SQUARE, (1.5, 0.5))
    assert not encloses(SQUARE, (0.5, -0.5))


def test_edges_are_joined_from_junction_to_junction():
    a, b, c, d, e = (0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (3.0, 0.0)
    assert stitch([(b, c), (d, c), (a, b), (c, e)]) == [[a, b, c], [c, d], [c, e]]


def test_a_ring_of_edges_is_one_line():
    (line,) = stitch(pairwise(SQUARE))
    assert line[0] == line[-1]
    assert len(line) == 5


def test_repeated_and_empty_edges_do_not_matter():
    a, b = (0.0, 0.0), (1.0, 0.0)
    assert stitch([(a, b), (b, a), (a, a)]) == [[a, b]]
    assert stitch([]) == []
