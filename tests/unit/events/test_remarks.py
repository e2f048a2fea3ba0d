"""Coders' remarks about deaths, as coded notes have them."""

import pytest

from mapapp.events.remarks import find_remark
from mapapp.text.sentences import build_document


@pytest.mark.parametrize(
    ("text", "deaths", "own"),
    [
        ("Unknown fatalities coded as 10.", 10, False),
        ("Coded as 3 fatalities.", 3, False),
        ("20 fatalities split between 3 events.", 20, False),
        ("Fatalities are spread over four locations.", None, False),
        ("12 fatalities split across two events and coded as 6 for this event.", 6, True),
        ("90 fatalities split across 3 events, 30 coded here.", 30, True),
        ("4 fatalities coded to this event.", 4, True),
        ("2 fatalities.", 2, False),
        ("At least 5 fatalities were reported.", 5, False),
    ],
)
def test_the_number_of_a_remark(text, deaths, own):
    lowers = build_document(text).lowers
    remark = find_remark(lowers, 0, len(lowers))
    assert (remark.deaths, remark.own) == (deaths, own)


@pytest.mark.parametrize(
    "text",
    [
        "The clash, coded as Wadi Sirr, caused fatalities.",
        "The attack caused 12 fatalities in the north of the district.",
        "Three events were coded in the province.",
        "Troops were spread over three hills.",
        "Deaths: seven, at",
    ],
)
def test_sentences_without_a_remark(text):
    lowers = build_document(text).lowers
    assert find_remark(lowers, 0, len(lowers)) is None


def deaths_of(events):
    return [event.killed.low for event in events if event.killed]


def test_a_restated_toll_is_not_counted_twice(read):
    events = read("Gunmen killed two farmers near the river. 2 fatalities.")
    assert deaths_of(events) == [2]


def test_a_remark_gives_the_number_that_the_note_leaves_out(read):
    events = read("Rebels clashed with soldiers, killing several. Unknown fatalities coded as 10.")
    assert deaths_of(events) == [10]


def test_the_share_of_this_event_outranks_the_total(read):
    events = read(
        "Two clans clashed over a well. At least 10 people were killed. "
        "10 fatalities split across 2 events and coded as 5 for this event."
    )
    assert deaths_of(events) == [5]


def test_a_remark_of_dead_and_wounded_tells_no_event(read):
    events = read("A stand was shot at. One man died and two were hurt. 1 fatality, 2 injured")
    assert deaths_of(events) == [1]


def test_deaths_that_a_coder_does_not_believe_are_at_most_those_told(read):
    (event,) = read("Troops killed 3 civilians in a raid. Fatalities coded as 0 (rebels said 3).")
    assert (event.killed.low, event.killed.high) == (0, 3)
    (event,) = read("Troops fired at a village. Fatalities coded as 0.")
    assert event.killed is None
