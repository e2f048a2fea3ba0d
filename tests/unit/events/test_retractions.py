"""Deaths that are told with a doubt and taken back, and those that stand."""

import pytest


def deaths(events):
    return [event.killed.low for event in events if event.killed is not None]


@pytest.mark.parametrize(
    "text",
    [
        "A warlord was presumed killed in an airstrike; later reports say he is alive and well.",
        "The bishop was initially reported killed by rebels, but turned out to be alive.",
        "Three miners were feared killed by rebels but were later found alive.",
        "Five rangers were feared dead after the attack; all were later found alive.",
        "Two pilots were presumed killed when rebels shot at them. Both were later found alive.",
        "Four rangers were believed killed in the raid. The four rangers were found alive.",
        "General Omar Dagash was feared dead after the shelling. Dagash later appeared alive.",
        "Two soldiers believed killed in the ambush had survived.",
        "A commander was reportedly killed in a raid. He later turned out to be alive.",
        "Ten guards were presumed killed in a raid, but the army says they are 'alive and well'.",
    ],
)
def test_a_death_taken_back_is_none(read, text):
    assert deaths(read(text)) == []


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A commander was presumed killed in a drone strike.", [1]),
        ("Five miners were feared killed by rebels; two others survived.", [5]),
        ("A commander was believed killed in a strike. His deputy survived.", [1]),
        ("A commander was believed killed in a strike. Another survived.", [1]),
        ("Two men were believed killed in a raid. It is not known if they are alive.", [2]),
        ("Three villagers were reportedly killed by gunmen, said a woman who survived.", [3]),
        ("The governor survived an attack in which his guard was reportedly killed.", [1]),
        ("Ten people are feared dead after an attack on a boat. No one survived.", [10]),
        ("Two pilots were presumed killed in a raid.\n\nThey were found alive.", [2]),
        ("Two soldiers were killed in an ambush. The driver was found alive.", [2]),
    ],
)
def test_the_survival_of_others_takes_nothing_back(read, text, killed):
    assert deaths(read(text)) == killed


def test_what_only_killed_those_alive_is_no_event(read):
    assert not read("Three miners were feared killed by rebels but were later found alive.")
