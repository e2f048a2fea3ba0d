"""Who is blamed, or claims responsibility, in a sentence after the event."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Gao, killing two soldiers. JNIM claimed responsibility.",
        "A bomb exploded in Gao, killing two soldiers. Claimed by JNIM on Friday.",
        "A bomb exploded in Gao, killing two soldiers. JNIM claimed it a day later.",
        "A bomb exploded in Gao, killing two soldiers. The attack was claimed by JNIM.",
        "A mortar attack killed a child. JNIM are believed to be responsible.",
        "Unidentified gunmen killed a trader. The attack was attributed to JNIM.",
    ],
)
def test_the_blamed_is_the_attacker(read, text):
    event = read(text)[0]
    attackers = {p.actor_id for p in event.participants if p.role == "attacker"}
    assert attackers == {"sahel_jnim"}


def test_an_acronym_beside_the_name_is_no_rival(read):
    event = read("The Islamic State (IS) claimed responsibility for shooting to death a priest.")[0]
    assert {p.actor_id for p in event.participants if p.role == "attacker"} == {"is"}


def test_a_known_attacker_stays(read):
    event = read("JNIM killed a trader. Islamic State claimed responsibility.")[0]
    attackers = {p.actor_id for p in event.participants if p.role == "attacker"}
    assert attackers == {"sahel_jnim"}


def test_a_denial_of_responsibility_blames_nobody(read):
    event = read("A bomb exploded in Gao. JNIM denied responsibility.")[0]
    assert all(p.actor_id != "sahel_jnim" for p in event.participants)
