"""Whom "they" and "the attackers" mean in the sentence after an attack."""

import pytest

from mapapp.events.parties import ARMED_GROUP


def roles(events):
    return {(p.actor_id, p.role) for event in events for p in event.participants}


@pytest.mark.parametrize(
    "text",
    [
        "JNIM attacked a convoy. They also raided a camp of the FARDC.",
        "JNIM stormed a market. The attackers burned a camp of the FARDC.",
    ],
)
def test_who_attacked_before_attacks_again(read, text):
    second = read(text)[-1]
    assert ("sahel_jnim", "attacker") in roles([second])


def test_attackers_who_die_are_those_of_before(read):
    second = read("JNIM raided a post. Four attackers and a Malian soldier were killed.")[-1]
    assert ("sahel_jnim", "target") in roles([second])
    assert (ARMED_GROUP, "target") not in roles([second])


@pytest.mark.parametrize(
    "text",
    [
        "JNIM attacked a convoy. Unknown attackers shot a trader in Gao.",
        "JNIM attacked a convoy. They were attacked by Malian soldiers.",
        "JNIM attacked a convoy. Malian soldiers killed a trader.",
        "JNIM and Wagner attacked a convoy. They also burned a camp of the FARDC.",
    ],
)
def test_who_is_not_meant(read, text):
    second = read(text)[-1]
    assert ("sahel_jnim", "attacker") not in roles([second])
