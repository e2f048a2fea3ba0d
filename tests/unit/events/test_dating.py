from datetime import date

import pytest

THURSDAY = date(2020, 2, 27)


def last_day(read, place, text):
    when = read(text, place("Golo"), place("Tamra"), published=THURSDAY)[-1].when
    return str(when.start), when.precision


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Golo on Monday. They shot two farmers on the road to the mill.",
        "A bomb went off in Golo on Monday, police said.\n\nThe blast destroyed a row of shops.",
        "Rebels attacked Golo on Monday. Troops fled. Rebels burned houses in Golo at noon.",
        "Rebels killed nine men in Golo on Monday. The rebels also burned their houses.",
        "This week, on Monday 24 February, rebels shelled Golo.",
        "Police said on Tuesday that rebels shelled Golo on Monday.",
        "A clinic in Golo was shelled on Tuesday. Rebels had attacked it a day earlier.",
        "Two men were buried on Tuesday in Golo. Rebels had shelled the town the day before.",
    ],
)
def test_a_sentence_goes_on_with_the_day_of_the_one_before(read, place, text):
    assert last_day(read, place, text) == ("2020-02-24", "day")


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Golo on Monday. They are attacking the mill.",
        "Rebels shelled Golo on Monday. Rebels shot two farmers in Tamra.",
        "Rebels shelled Golo on Monday.\n\nGunmen shot two farmers on a road.",
        "Rebels shelled Golo on Monday. Elsewhere, gunmen shot two farmers.",
        "Rebels shelled Golo on Monday. Rain fell. Roads closed. Gunmen shot two farmers.",
        "Rebels shelled Golo, police said.",
    ],
)
def test_a_sentence_that_goes_on_with_nothing_has_no_day_of_its_own(read, place, text):
    when = read(text, place("Golo"), place("Tamra"), published=THURSDAY)[-1].when
    assert (when.end, when.precision) == (THURSDAY, "week")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Rebels shelled Golo on Monday.\n\nGunmen shot two farmers on a road.", "2020-02-24"),
        ("Rebels shelled Golo on 2 February.\n\nGunmen shot two farmers.", "2020-02-27"),
        ("Rebels shelled Golo.\n\nGunmen shot two farmers on a road.", "2020-02-27"),
    ],
)
def test_news_begins_with_the_day_told_before(read, place, text, start):
    assert last_day(read, place, text) == (start, "week")


def test_a_day_of_words_is_the_last_on_which_a_deed_can_be(read, place):
    text = "Police said on Tuesday that rebels shelled Golo."
    assert last_day(read, place, text) == ("2020-02-25", "week")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The number of people killed by a car bomb in Golo has climbed to nine.", "2020-02-24"),
        ("Nine people are now known to have died in the shelling of Golo.", "2020-02-24"),
        ("The toll of a car bomb in Golo rose to nine, police said on Tuesday.", "2020-02-22"),
        ("The number of people killed by Monday's car bomb in Golo rose to nine.", "2020-02-24"),
        ("A car bomb killed nine people in Golo.", "2020-02-27"),
    ],
)
def test_a_toll_that_rises_is_of_the_days_before(read, place, text, start):
    assert last_day(read, place, text)[0] == start
