from datetime import date

import pytest

from mapapp.model.event import DateRange, Event, Participant, Status
from mapapp.store.columns import load_columns
from mapapp.store.database import Store
from mapapp.view.choose import Choice
from mapapp.view.corpus import build_corpus
from mapapp.view.drawing import RoadState
from mapapp.view.roads import road_mentions, road_states, road_table
from mapapp.view.selection import EVERYTHING
from tests import sample

EARLIER = DateRange(start=date(2020, 2, 1), end=date(2020, 2, 1), precision="day")


def _states(tmp_path, *events):
    text = "Roads\n\nThe rebels cut the M5 near Saraqib."
    place = sample.toponym(text, "Saraqib", sample.SARAQIB)
    reading = sample.reading(
        sample.article(text, "Roads", source="Wire", published=sample.DAY),
        [place],
        [sample.actor_mention(text, "rebels", sample.REBELS)],
        events=events,
    )
    with_army = sample.readings()[1]
    store = Store(f"sqlite:///{tmp_path / f'{len(list(tmp_path.iterdir()))}.db'}")
    store.create()
    store.put([reading, with_army], parser="1")
    corpus = build_corpus(load_columns(store), store.places(), sample.SIDES, (sample.M5,))
    store.close()
    return road_states(Choice(corpus, EVERYTHING))


def _event(sub_type, who, highway="SY-M5:1", **more):
    return Event(
        start=7,
        end=40,
        type="Strategic developments",
        sub_type=sub_type,
        highway_ids=(highway,),
        participants=(Participant(actor_id=who, role="attacker"),),
        **more,
    )


@pytest.mark.parametrize(
    ("events", "status", "sides"),
    [
        ([_event("Road cut", "sy_rebels")], "cut", ("opposition",)),
        ([_event("Government regains territory", "sy_gov")], "held", ("government",)),
        (
            [_event("Government regains territory", "sy_gov", status=Status.CLAIMED)],
            "claimed",
            ("government",),
        ),
        (
            [_event("Government regains territory", "sy_gov", status=Status.DISPUTED)],
            "contested",
            ("government",),
        ),
        (
            # One day, two parties: nothing says which of them came last.
            [_event("Government regains territory", "sy_gov"), _event("Road cut", "sy_rebels")],
            "contested",
            ("government", "opposition"),
        ),
        (
            [
                _event("Government regains territory", "sy_gov", when=EARLIER),
                _event("Road cut", "sy_rebels"),
            ],
            "cut",
            ("opposition",),
        ),
    ],
)
def test_status_of_a_stretch(tmp_path, events, status, sides):
    states = _states(tmp_path, *events)
    assert set(states) == {"SY-M5:1"}
    assert (states["SY-M5:1"].status, states["SY-M5:1"].sides) == (status, sides)


def test_words_name_source_and_date(tmp_path):
    (state,) = _states(tmp_path, _event("Road cut", "sy_rebels")).values()
    assert state.words == ("Road cut · by Syrian rebels · Reported · Wire · 27 February 2020",)


def test_a_claim_about_the_whole_road_is_drawn_only_near_its_place(tmp_path):
    assert _states(tmp_path, _event("Road cut", "sy_rebels", "SY-M5")) == {}
    near = _event("Road cut", "sy_rebels", "SY-M5", place_ids=("t:saraqib",))
    assert set(_states(tmp_path, near)) == {"SY-M5:1", "SY-M5:2"}


def test_plans_say_nothing_about_a_road(tmp_path):
    assert _states(tmp_path, _event("Road cut", "sy_rebels", status=Status.PLANNED)) == {}


def test_mentions_of_a_road_are_found(corpus):
    (mention,) = road_mentions(Choice(corpus, EVERYTHING))
    assert mention.highway_id == "SY-M5"
    assert sample.FIRST[mention.start : mention.end] == "The M5 motorway was cut near An Nayrab."


def test_the_table_lists_every_stretch_and_how_far_off_it_may_be():
    table = road_table(sample.M5, {"SY-M5:1": RoadState(status="cut", words=("<b>x</b>",))})
    assert "Hama – Saraqib" in table
    assert "<td>cut</td><td><ul><li>&lt;b&gt;x&lt;/b&gt;</li></ul></td>" in table
    assert "up to about 1.2 km off" in table
