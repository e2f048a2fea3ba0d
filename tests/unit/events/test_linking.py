from datetime import date

import pytest

from mapapp.events.linking import link_events
from mapapp.events.telling import Telling
from mapapp.model.event import Count, DateRange, Event, Participant


def telling(article, place="a", day=1, killed=None, attacker="is", kind="Battles", number=0):  # noqa: PLR0917
    when = date(2020, 2, day)
    event = Event(
        start=0,
        end=1,
        type=kind,
        sub_type="Armed clash",
        place_ids=(place,),
        participants=(Participant(actor_id=attacker, role="attacker"),),
        when=DateRange(start=when, end=when, precision="day"),
        killed=Count(low=killed, high=killed) if killed is not None else None,
    )
    return Telling(article_id=article, number=number, event=event, source=f"paper {article}")


@pytest.fixture
def places(place):
    return {"a": place("a"), "near": place("near", lat=0.04), "far": place("far", lat=0.2)}


def test_one_event_with_several_sources_and_a_range_of_tolls(actors, places):
    (linked,) = link_events(
        [telling("x", killed=5), telling("y", "near", 3, killed=8)], places, actors
    )
    assert linked.sources == ("paper x", "paper y")
    assert linked.tolls == {"killed": (5, 8)}
    assert linked.differences == ("killed", "day", "places")
    assert len(linked.tellings) == 2


@pytest.mark.parametrize(
    "other",
    [
        telling("y", "far"),
        telling("y", day=4),
        telling("y", attacker="sy_gov"),
        telling("y", kind="Protests"),
        telling("x", number=1),
    ],
    ids=["5 km away", "3 days away", "another side", "another type", "same article"],
)
def test_what_keeps_reports_apart(actors, places, other):
    assert len(link_events([telling("x"), other], places, actors)) == 2


def test_a_reader_can_undo_the_link(actors, places):
    pair = [telling("x"), telling("y")]
    apart = {frozenset((pair[0].key, pair[1].key))}
    assert len(link_events(pair, places, actors)) == 1
    assert len(link_events(pair, places, actors, apart)) == 2


def test_a_report_joins_the_event_that_it_is_most_like(actors, places):
    other_day = telling("x", day=2, killed=5)
    same_day = telling("x", day=3, killed=30, number=1)
    groups = link_events([telling("y", day=3, killed=30), other_day, same_day], places, actors)
    assert [len(group.tellings) for group in groups] == [1, 2]


def test_full_reports_find_each_other_before_a_headline_does(actors, places):
    headline = telling("x")
    lead = telling("x", killed=30, number=1)
    groups = link_events([headline, lead, telling("y", killed=24)], places, actors)
    assert sorted(len(group.tellings) for group in groups) == [1, 2]
    (pair,) = (group for group in groups if len(group.tellings) == 2)
    assert pair.tolls == {"killed": (24, 30)}
