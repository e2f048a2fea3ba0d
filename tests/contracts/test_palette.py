"""Sides can be told apart: by color even for color-blind readers, and never by color alone."""

import base64
import csv
import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE

from mapapp.model.actor import Side
from mapapp.view.signs import SHAPE_NAMES, sign

ROOT = Path(__file__).resolve().parents[2]
FLOOR = 29.0
"""CAM02-UCS distance; measured 32.8 for normal sight and 29.9 at worst, against 21.9 and 13.3 for
the conventional saturated dots of such maps."""

LIKENESS = 0.72
"""Share of their joint area that two shapes of one color may have in common. On a marker of twelve
pixels circle, pentagon and hexagon (0.88 to 0.91) look alike; square and diamond (0.70) do not."""

CORE = ("government", "opposition", "hts", "sdf", "is", "turkey", "russia")


def _sides():
    with (ROOT / "data" / "actors" / "sides.csv").open(encoding="utf-8", newline="") as lines:
        return {row["side"]: row for row in csv.DictReader(lines)}


def _seen(color, sight):
    numbers = np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    if sight == "normal":
        return numbers
    # Machado 2009, the simulation with which the palette was tuned.
    space = {"name": "sRGB1+CVD", "cvd_type": sight, "severity": 100}
    return np.clip(cspace_convert(numbers, space, "sRGB1"), 0, 1)


def _smallest(colors, sight):
    seen = [_seen(color, sight) for color in colors]
    pairs = combinations(seen, 2)
    return min(float(deltaE(a, b, input_space="sRGB1")) for a, b in pairs)


@pytest.mark.parametrize("sight", ["normal", "protanomaly", "deuteranomaly", "tritanomaly"])
def test_core_sides_are_told_apart(sight):
    assert _smallest([_sides()[side]["color"] for side in CORE], sight) >= FLOOR


@pytest.mark.parametrize("sight", ["normal", "protanomaly", "deuteranomaly", "tritanomaly"])
def test_other_sides_bring_no_closer_colors(sight):
    grey = {"#808080"}
    colors = {row["color"] for row in _sides().values()} - grey
    assert _smallest(sorted(colors), sight) >= FLOOR


def test_the_test_can_fail():
    assert _smallest(["#d4000a", "#e01020"], "normal") < FLOOR


def _outline(side):
    """Return the corners of a side's sign as it is drawn, round ones in small steps."""
    drawn = base64.b64decode(sign(side).split("base64,")[1].split('"')[0]).decode()
    points = re.search(r'points="([^"]+)"', drawn)
    if points:
        return np.array([point.split(",") for point in points.group(1).split()], float)
    arc = re.search(r'd="M(\S+) (\S+)a(\S+) ', drawn)
    circle = re.search(r'cx="(\S+)" cy="(\S+)" r="(\S+)"', drawn)
    numbers = [float(number) for number in (arc or circle).groups()]
    # The half circle begins at its left end and turns over its top.
    x, y, radius = (numbers[0] + numbers[2], *numbers[1:]) if arc else numbers
    turn = np.linspace(np.pi, 2 * np.pi if arc else 3 * np.pi, 90)
    return np.stack([x + radius * np.cos(turn), y + radius * np.sin(turn)], axis=1)


def _filled(outline):
    """Return which points of a fine net lie inside, counting crossings."""
    y, x = np.mgrid[0:24:240j, 0:24:240j]
    inside = np.zeros(x.shape, bool)
    for (x1, y1), (x2, y2) in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        if y1 != y2:
            between = (y1 > y) != (y2 > y)
            inside ^= between & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return inside


def _overlap(one, other):
    """Return how much of two signs' joint area both cover, 0-1."""
    first, second = _filled(_outline(one)), _filled(_outline(other))
    return (first & second).sum() / (first | second).sum()


def _side(color, shape):
    return Side(id="x", name="X", color=color, shape=shape)


def test_sides_of_one_color_have_shapes_that_are_told_apart_when_small():
    for one, other in combinations(_sides().values(), 2):
        if one["color"] != other["color"] or "cross" in (one["shape"], other["shape"]):
            continue
        signs = [_side(row["color"], row["shape"]) for row in (one, other)]
        assert _overlap(*signs) < LIKENESS, (one["side"], other["side"])


def test_the_test_of_shapes_can_fail():
    round_ones = [_side("#000000", shape) for shape in ("circle", "pentagon", "hexagon")]
    assert all(_overlap(*pair) > LIKENESS for pair in combinations(round_ones, 2))
    assert _overlap(_side("#000000", "square"), _side("#000000", "diamond")) < LIKENESS


def test_every_shape_can_be_drawn():
    assert {row["shape"] for row in _sides().values()} <= SHAPE_NAMES
    script = (ROOT / "mapapp" / "maps" / "assets" / "shapes.js").read_text(encoding="utf-8")
    for shape in SHAPE_NAMES:
        assert f"    {shape.replace(' ', '_')}: (" in script
