"""The same dead told of again are no second toll; others beside them are."""

import pytest


def tolls(events):
    return [event.killed.low for event in events if event.killed]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "At least five militants were killed in a raid near Gao. Officials said troops "
                "acted on a tip. The militants opened fire on them. Five militants were killed and "
                "six injured as troops fired back."
            ),
            [5],
        ),
        (
            (
                "A trader was shot dead by gunmen in Gao. Police said the trader was killed on his "
                "way home."
            ),
            [1],
        ),
        ("13 villagers died when gunmen raided Gao. A resident said they killed 13 people.", [13]),
        (
            (
                "Shells hit a bus in Gao, and five civilians were killed. Five civilians were "
                "killed when shells hit their bus, medics said."
            ),
            [5],
        ),
        ("Rebels said up to 300 soldiers were killed in Gao. The raid killed 300 soldiers.", [1]),
    ],
)
def test_a_toll_told_again_is_one(read, text, expected):
    assert tolls(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Others, elsewhere, another day, another party's dead.
        ("Gunmen killed two men in Gao. Gunmen killed two soldiers on a road.", [2, 2]),
        ("Raiders killed three men in Gao. Raiders also killed three men in Mopti.", [3, 3]),
        ("On Monday gunmen killed three men. On Tuesday gunmen killed three men.", [3, 3]),
        ("A guard was shot dead by gunmen in Gao. Gunmen killed a guard on a road.", [1, 1]),
        ("Two soldiers were killed in Gao. Four soldiers were killed on a road.", [2, 4]),
        ("JNIM killed three men in Gao. The Malian army killed three men in Gao.", [3, 3]),
    ],
)
def test_another_toll_of_the_same_number_is_kept(read, place, text, expected):
    assert tolls(read(text, place("Gao"), place("Mopti"))) == expected


def test_what_a_retelling_adds_is_kept(read):
    text = "Five men were killed by gunmen. The mayor spoke. Five men were killed and six injured."
    (event,) = read(text)
    assert (event.killed.low, event.injured.low) == (5, 6)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A man and his wife were found murdered at their home.", 2),
        ("Gunmen killed a chief and his wife in Gao.", 2),
        ("A bomb killed a chief and his wife in Gao.", 2),
        ("A man shot his wife in Gao and fled.", 0),
        ("A woman was killed by her husband in Gao.", 0),
    ],
)
def test_a_wife_among_the_dead_makes_no_family_crime(read, text, killed):
    assert sum(tolls(read(text))) == killed


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Rebels attacked Goma. 28 people died. Le Phare reported 34 dead.", 28, 34),
        ("Rebels attacked Goma. Twelve people were killed. AFP put the toll at 19.", 12, 19),
        (
            "Rebels attacked Goma. Nine people died. A later report indicated at least 20 dead.",
            9,
            None,
        ),
        ("Rebels attacked Goma. Nine people died. Other sources said seven were killed.", 7, 9),
    ],
)
def test_another_source_s_number_widens_the_toll(read, place, text, low, high):
    (event,) = read(text, place("Goma", country="CD"))
    assert (event.killed.low, event.killed.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Goma. Three soldiers died. The army said 20 rebels were killed.",
        "Rebels attacked Goma. Five people were killed. Reports say another four people died.",
    ],
)
def test_other_dead_of_another_source_stay_a_toll_of_their_own(read, place, text):
    first, second = read(text, place("Goma", country="CD"))
    assert first.killed.low != second.killed.low
