"""What is no event of a war, whatever words it shares with one."""

import pytest

from mapapp.events.topic import LONG, is_of_peace

PADDING = " The council met in the town hall to speak about schools and parks." * 10


@pytest.mark.parametrize(
    "text",
    [
        "The outbreak of bird flu has infected 40 people. The virus killed 12 patients in Jakarta.",
        "31 deaths from cholera were reported; patients had symptoms of the disease, an epidemic.",
        "The coach said the striker attacked well all season. The league champions beat Leeds.",
        "Hackers attacked the emails of a bank; the malware targeted investors.",
        "The cyclone and its flood killed 20 people; landslides and flooding left 100 missing.",
        "A woman was attacked by a dog in the park." + PADDING,
    ],
)
def test_articles_about_other_things_tell_no_event(read, text):
    assert not read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 12 patients in Kabul amid an outbreak of cholera, a disease of the flood.",
        "Soldiers shot two men over a curfew against the virus that infected hundreds of patients.",
        "Two people were killed in Homs.",
    ],
)
def test_a_war_goes_on_beside_other_things(read, text):
    assert read(text)


def test_a_protest_is_one_in_any_article(read):
    (event,) = read("Nurses protested in Seoul against the flu vaccine, the virus and the disease.")
    assert event.type == "Protests"


def test_a_short_text_needs_no_word_of_war():
    assert not is_of_peace(["a", "man", "was", "killed"])
    assert is_of_peace(["word"] * LONG)


@pytest.mark.parametrize(
    "text",
    [
        "A gas explosion killed two people in a restaurant.",
        "The pupils demonstrated great skill in Homs.",
        "Everybody should get a flu shot.",
        "Refugees crossed the bridge forcibly to go home.",
        "A shepherd got engaged to a nurse in Gao.",
    ],
)
def test_a_phrase_that_only_sounds_like_war(read, text):
    assert not read(text)


def test_the_united_nations_do_not_fight_but_its_peacekeepers_do(read):
    (event,) = read("The UN said six aid workers were killed in South Sudan.")
    assert event.type == "Violence against civilians"
    (event,) = read("JNIM attacked UN peacekeepers near Kidal.")
    assert event.type == "Battles"


def test_alleged_people_speak_for_nobody(read):
    (event,) = read("LNA forces clashed with GNA forces and alleged Syrian mercenaries in Tripoli.")
    assert not event.claimant
