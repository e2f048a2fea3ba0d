"""Sentences that only tell a toll, joined to the event before them."""

from datetime import date

import pytest

from mapapp.events.parties import CIVILIANS
from mapapp.model.article import Part, PartKind


def test_victims_of_the_next_sentence_are_the_targets(read):
    (event,) = read("Russian forces shelled the village. One civilian was killed.")
    assert (event.type, event.killed.low) == ("Explosions/Remote violence", 1)
    assert (CIVILIANS, "target") in [(p.actor_id, p.role) for p in event.participants]


def test_armed_victims_make_an_attack_a_battle(read):
    (event,) = read("Gunmen attacked the town. Three soldiers were killed in the attack.")
    assert (event.type, event.killed.low) == ("Battles", 3)


def test_the_same_toll_told_again_is_one_event(read):
    (event,) = read("A raid killed four villagers. Four people were killed in the raid.")
    assert event.killed.low == 4


def test_another_toll_stays_apart(read):
    events = read("A raid killed four villagers. Two soldiers were killed in the raid.")
    assert [event.killed.low for event in events] == [4, 2]


def test_a_toll_with_its_own_attacker_stays_apart(read):
    events = read("Gunmen attacked the town. Three villagers were killed by militiamen.")
    assert len(events) == 2


def test_a_new_paragraph_joins_nothing(read):
    events = read("Gunmen attacked the town.\n\nThree soldiers were killed.")
    assert len(events) == 2


def test_the_injured_of_a_brawl_are_its_own(read):
    (event,) = read("Students clashed at a campus. Five people were injured.")
    assert (event.type, event.injured.low) == ("Riots", 5)


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "One civilian and one officer died in Aden. 2 rebels were also killed in the clash.",
            [2, 2],
        ),
        (
            "A raid killed three soldiers. Another three people were killed in the attack.",
            [3, 3],
        ),
        (
            "Gunmen attacked a base, killing five soldiers. Ten rebels also died in the battle.",
            [5, 10],
        ),
        ("A raid killed three men, while two soldiers were also killed.", [5]),
    ],
)
def test_a_toll_told_beside_another_is_kept(read, text, tolls):
    assert [event.killed.low for event in read(text)] == tolls


def test_what_a_headline_tells_is_found_where_the_text_tells_it(read):
    headline = "Seven villagers killed in Nigeria"
    text = f"{headline}\n\nSeven villagers were killed with axes on Monday by Boko Haram."
    parts = [
        Part(start=0, end=len(headline), kind=PartKind.TITLE, rule="first_line"),
        Part(start=len(headline) + 2, end=len(text), kind=PartKind.BODY, rule=""),
    ]
    (event,) = read(text, published=date(2020, 2, 27), parts=parts)
    assert text[event.start : event.end].startswith("Seven villagers were killed")
    assert str(event.when.start) == "2020-02-24"


def test_whom_a_strike_was_aimed_at_is_no_comment_on_it(read):
    (event,) = read("Israel said that a strike in Gaza was aimed at a Hamas commander.")
    assert event.sub_type == "Air/drone strike"
