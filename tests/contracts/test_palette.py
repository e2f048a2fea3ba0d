"""Sides can be told apart: by color even for color-blind readers, and never by color alone."""

import csv
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE

from mapapp.view.signs import SHAPE_NAMES

ROOT = Path(__file__).resolve().parents[2]
FLOOR = 29.0
"""CAM02-UCS distance; measured 32.8 for normal sight and 29.9 at worst, against 21.9 and 13.3 for
the conventional saturated dots of such maps."""

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


def test_no_two_sides_share_color_and_shape():
    signs = [(row["color"], row["shape"]) for row in _sides().values()]
    assert len(set(signs)) == len(signs)


def test_every_shape_can_be_drawn():
    assert {row["shape"] for row in _sides().values()} <= SHAPE_NAMES
    script = (ROOT / "mapapp" / "maps" / "assets" / "shapes.js").read_text(encoding="utf-8")
    for shape in SHAPE_NAMES:
        assert f"    {shape.replace(' ', '_')}: (" in script
