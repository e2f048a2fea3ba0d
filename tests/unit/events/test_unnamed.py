"""Who unnamed people are: gunmen, soldiers, suspects, followers of a party, lynched thieves."""

import pytest

from mapapp.events.parties import ARMED_GROUP, CIVILIANS, RIOTERS


def roles(events):
    return {(p.actor_id, p.role) for event in events for p in event.participants}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shopkeeper was stabbed to death by miscreants in Feni.", (ARMED_GROUP, "attacker")),
        ("Goons attacked a polling officer in Kolkata.", (ARMED_GROUP, "attacker")),
        ("A nurse was abducted by individuals in Tepic.", (ARMED_GROUP, "attacker")),
        ("A clash broke out between police and suspects in Belem.", (ARMED_GROUP, "party")),
        ("Four armed illegal loggers shot a ranger in Mondulkiri.", (ARMED_GROUP, "attacker")),
        ("Herders armed with rifles killed six farmers in Benue.", (ARMED_GROUP, "attacker")),
        ("A cult group killed two students in Ikorodu.", (ARMED_GROUP, "attacker")),
        (
            "Gunmen believed to belong to Al Shabaab abducted a nurse.",
            ("so_al_shabaab", "attacker"),
        ),
        (
            "A group linked to the Allied Democratic Forces killed a farmer.",
            ("cd_adf", "attacker"),
        ),
        ("At least 30 gunmen attacked a market in Zurmi.", (ARMED_GROUP, "attacker")),
        ("Villagers beat two robbers to death in Feni.", (CIVILIANS, "target")),
        ("A mob killed two thieves in Jinja.", (CIVILIANS, "target")),
        ("Gunmen shot dead an Awami League leader in Pabna.", (CIVILIANS, "target")),
        ("Malian troops left. JNIM abducted a security official.", ("ml_gov", "target")),
        ("Taliban gunmen killed three pro-government militia members.", ("af_militias", "target")),
        ("Partisans blew up a train near Melitopol.", (ARMED_GROUP, "attacker")),
        ("NPA rebels killed a militia member in Negros.", (ARMED_GROUP, "target")),
        ("JNIM rebels killed five men of a pro-government militia.", (ARMED_GROUP, "target")),
    ],
)
def test_who_the_unnamed_are(read, text, expected):
    assert expected in roles(read(text))


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("Syrian fighter jets bombed a market in Idlib.", (ARMED_GROUP, "attacker")),
        ("Villagers armed with sticks attacked a bus in Benue.", (ARMED_GROUP, "attacker")),
        (
            "Soldiers loyal to a warlord attacked South Sudanese government troops near Nasir.",
            ("ss_gov", "attacker"),
        ),
        ("Malian soldiers killed three robbers in Gao.", (CIVILIANS, "target")),
        ("A JNIM informant was shot dead by gunmen.", ("sahel_jnim", "target")),
        (
            "Villagers suspected to be supporters of Boko Haram were killed by Nigerian soldiers.",
            ("ng_boko_haram", "target"),
        ),
        ("Malian soldiers killed a JNIM leader in Gao.", (CIVILIANS, "target")),
        ("Malian soldiers drove a truck belonging to JNIM.", ("sahel_jnim", "attacker")),
        ("A mob killed two thieves in Jinja.", (RIOTERS, "target")),
        ("Malian troops left. JNIM killed a police informer.", ("ml_gov", "target")),
        ("Ukrainian drones hit an airfield, damaging two bombers.", (ARMED_GROUP, "target")),
    ],
)
def test_who_the_unnamed_are_not(read, text, unexpected):
    assert unexpected not in roles(read(text))
