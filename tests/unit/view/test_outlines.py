import json

import pytest

from mapapp.view.outlines import MOST_OUTLINES, Outlines, load_outlines, outlines_payload
from tests import sample

# Two squares of one degree, the left one open along a disputed line in its west.
SHARED = ((36000, 35000), (36000, 36000))
WEST = ((36000, 36000), (35000, 36000), (35000, 35000), (36000, 35000))
EAST = ((36000, 36000), (37000, 36000), (37000, 35000), (36000, 35000))
KNOWN = Outlines(
    arcs=(WEST, SHARED, EAST), disputed=frozenset({0}), rings={"west": [[0, 1]], "east": [[2, 1]]}
)
EASTERN = sample.place("east", "East", 35.5, 36.5, kind="A.ADM1", radius=60.0)
WESTERN = sample.place("west", "West", 35.5, 35.5, kind="A.ADM1", radius=60.0)


def part(id_, parent):
    return sample.place(id_, id_, 35.3, 36.5, kind="L.AREA", radius=40.0, parent_id=parent)


def corners(payload, id_):
    """Walk the rings of a place as the browser does."""
    arcs = []
    for steps in payload["arcs"]:
        x = y = 0
        points = []
        for at in range(0, len(steps), 2):
            x, y = x + steps[at], y + steps[at + 1]
            points.append((x, y))
        arcs.append(points)
    return [
        [point for s in ring for point in (arcs[s] if s >= 0 else arcs[~s][::-1])]
        for ring in payload["of"][id_]
    ]


def test_only_the_arcs_of_places_drawn_travel_each_once():
    payload = outlines_payload(KNOWN, [EASTERN])
    assert payload["of"] == {"east": [[0, 1]]}
    assert payload["arcs"] == [
        [36000, 36000, 1000, 0, 0, -1000, -1000, 0],
        [36000, 35000, 0, 1000],
    ]
    assert payload["open"] == []
    both = outlines_payload(KNOWN, [EASTERN, WESTERN])
    assert both["of"]["west"] == [[2, 1]]
    assert len(both["arcs"]) == 3
    assert both["open"] == [2]


def test_a_place_without_outline_is_left_out():
    assert outlines_payload(KNOWN, [sample.IDLIB])["of"] == {}
    assert outlines_payload(Outlines(), [EASTERN])["of"] == {}


@pytest.mark.parametrize(
    ("side", "box"),
    [
        ("south", (36000, 35000, 37000, 35500)),
        ("north", (36000, 35500, 37000, 36000)),
        ("east", (36500, 35000, 37000, 36000)),
        ("west", (36000, 35000, 36500, 36000)),
    ],
)
def test_a_side_of_a_unit_is_that_half_of_its_outline(side, box):
    (ring,) = corners(outlines_payload(KNOWN, [part(f"east~{side}", "east")]), f"east~{side}")
    lons, lats = zip(*ring, strict=True)
    assert (min(lons), min(lats), max(lons), max(lats)) == box
    assert ring[0] == ring[-1]


def test_a_corner_of_a_unit_is_cut_at_a_true_diagonal():
    (ring,) = corners(outlines_payload(KNOWN, [part("east~southwest", "east")]), "east~southwest")
    assert (36000, 35000) in ring
    assert (37000, 36000) not in ring


def test_a_part_waits_where_the_whole_is_drawn():
    south = part("east~south", "east")
    assert outlines_payload(KNOWN, [south])["parts"] == []
    assert outlines_payload(KNOWN, [south, EASTERN])["parts"] == ["east~south"]


def test_a_name_somewhere_in_a_unit_has_the_unit_s_outline():
    payload = outlines_payload(KNOWN, [part("east~in~nowhere", "east")])
    assert payload["of"] == {"east~in~nowhere": [[0, 1]]}


@pytest.mark.parametrize("id_", ["west~south", "east~10kmnorth", "east~rural", "east~northish"])
def test_no_half_is_made_of_an_open_outline_nor_of_other_derivations(id_):
    assert outlines_payload(KNOWN, [part(id_, id_.partition("~")[0])])["of"] == {}


def test_a_crowded_drawing_keeps_the_most_mentioned():
    many = Outlines(arcs=(WEST,), rings={f"u{n}": [[0]] for n in range(MOST_OUTLINES + 5)})
    places = [
        sample.place(f"u{n}", "U", 35.5, 35.5, kind="A.ADM1") for n in range(MOST_OUTLINES + 5)
    ]
    found = outlines_payload(many, places)["of"]
    assert len(found) == MOST_OUTLINES
    assert "u0" in found


def test_a_file_is_read_as_it_is_written(tmp_path):
    data = {"arcs": [[1, 2, 3, -1]], "disputed": [0], "outlines": {"a": [[0]]}}
    (tmp_path / "outlines.json").write_text(json.dumps(data), encoding="utf-8")
    found = load_outlines(tmp_path)
    assert found.arcs == (((1, 2), (4, 1)),)
    assert found.disputed == {0}
    assert found.rings == {"a": [[0]]}
    assert load_outlines(tmp_path / "nowhere").rings == {}
