from dataclasses import replace
from datetime import date

from mapapp.view.drawing import Drawing, Frame, Mark, RoadState
from mapapp.view.outlines import Outlines
from mapapp.view.payload import (
    accuracy_words,
    highways_payload,
    places_payload,
    timeline_payload,
)
from mapapp.view.timeline import Timeline
from tests import sample

DRAWING = Drawing(
    marks=(
        Mark(place=sample.SARAQIB, mentions=5, side="opposition"),
        Mark(place=sample.NEAR, mentions=1, side="nobody", doubt=True, rival="turkey"),
    ),
    sides=sample.SIDES,
    highways=(sample.M5,),
    roads={"SY-M5:1": RoadState(status="held", sides=("government", "nobody"), words=("so",))},
    selected="SY-M5:1",
)


def test_a_place_is_an_array_in_a_fixed_order():
    first, second = places_payload(DRAWING)["places"]
    # What is 0 at the end is left out: a plain town is six values.
    assert first == ["t:saraqib", "Saraqib", 35.8644, 36.8058, 5, 1]
    # A side that no lexicon has is drawn as unknown; the last number is the tied side's, plus one.
    assert second == ["t:nayrab~near", "near An Nayrab", 35.88, 36.74, 1, 3, 1, 12.0, 0, 1, 3]


def test_a_country_has_its_outline_only_while_it_is_open():
    known = Outlines(
        arcs=(((35000, 34000), (36000, 34000), (36000, 35000), (35000, 34000)),),
        rings={"t:idlib": [[0]], "t:syria": [[0]], "t:hatay": [[0]]},
    )
    marks = tuple(Mark(place=place, mentions=1, side="") for place in (sample.IDLIB, sample.SYRIA))
    drawing = replace(DRAWING, marks=marks, outlines=known)
    assert set(places_payload(drawing)["outlines"]["of"]) == {"t:idlib"}
    opened = replace(drawing, selected="t:syria")
    assert set(places_payload(opened)["outlines"]["of"]) == {"t:idlib", "t:syria"}


def test_the_legend_lists_the_states_of_roads_that_are_drawn():
    assert [kind for kind, _ in places_payload(DRAWING)["roads"]] == ["held", "road"]


def test_segments_carry_colors_and_words():
    (road,) = highways_payload(DRAWING)
    held, other = road["segments"]
    assert held["colors"] == ["#d4000a"]
    assert held["words"] == [
        "M5: Hama – Saraqib",
        "so",
        "Approximate line through known points, up to about 1.2 km off",
    ]
    assert held["selected"]
    assert other["status"] == "unknown"
    assert other["words"][1] == "No claim about this stretch"
    assert road["line"][0] == [35.13, 36.75]


def test_a_surveyed_road_names_its_source():
    assert accuracy_words(replace(sample.M5, approximate=False), 0, 1) == "Line: by hand"


WEEK = Timeline(days=(date(1970, 1, 2), date(1970, 1, 9)), counts=(4, 2), undated=1)


def test_a_timeline_counts_days_from_the_epoch_and_waits_to_be_played():
    drawing = replace(DRAWING, timeline=WEEK, days=(date(1970, 1, 3), None))
    payload = timeline_payload(drawing)
    key = payload.pop("key")
    assert payload == {
        "days": [1, 8],
        "counts": (4, 2),
        "undated": 1,
        "from": 2,
        "to": None,
        "frames": None,
    }
    assert timeline_payload(replace(drawing, selected="t:saraqib"))["key"] == key
    assert timeline_payload(replace(drawing, marks=DRAWING.marks[:1]))["key"] != key
    one_day = replace(WEEK, days=WEEK.days[:1], counts=WEEK.counts[:1])
    assert timeline_payload(replace(DRAWING, timeline=one_day)) is None


def test_a_frame_names_places_by_their_number_in_the_drawing():
    shown = Frame(
        first=date(1970, 1, 2),
        last=date(1970, 1, 8),
        marks=(
            Mark(place=sample.NEAR, mentions=2, side="turkey", rival="government"),
            Mark(place=sample.HATAY, mentions=9, side="turkey"),
        ),
        roads={"SY-M5:2": RoadState(status="held", sides=("opposition", "nobody"))},
    )
    frames = timeline_payload(replace(DRAWING, timeline=WEEK, frames=(shown,)))["frames"]
    # A place that is not drawn is not in it.
    assert frames == [[1, 7, [[1, 2, 2, 1, 0]], {"SY-M5:2": ["held", ["#4eae98"]]}]]
