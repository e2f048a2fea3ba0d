"""Roles from word order, prepositions and what people may be."""

import pytest

from mapapp.events.ledger import GAINS
from mapapp.events.parties import ARMED_GROUP, CIVILIANS, PROTESTERS, RIOTERS


def roles(events):
    return {(p.actor_id, p.role) for event in events for p in event.participants}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An unidentified armed group attacked the Malian army near Gao.",
            (ARMED_GROUP, "attacker"),
        ),
        ("Two men shot dead a trader in Kano.", (ARMED_GROUP, "attacker")),
        ("Residents attacked a thief and beat him to death.", (RIOTERS, "attacker")),
        ("Unknown men abducted a nurse.", (ARMED_GROUP, "attacker")),
        ("Unknown gunmen kidnapped a judge near Owerri in Nigeria.", (ARMED_GROUP, "attacker")),
        ("The bodies of two unidentified men were found.", (CIVILIANS, "target")),
        ("JNIM alongside the Malian army attacked Gao.", ("ml_gov", "attacker")),
        ("JNIM said soldiers who had left its ranks attacked Gao.", ("sahel_jnim", "claimant")),
        ("Malian soldiers repelled an attack of JNIM near Gao.", ("sahel_jnim", "attacker")),
        ("An IED exploded near a Malian army patrol.", ("ml_gov", "target")),
        ("A bomb exploded in Kidal (JNIM assumed responsible).", ("sahel_jnim", "attacker")),
        ("JNIM claimed responsibility for an attack on Gao.", ("sahel_jnim", "attacker")),
        ("Militiamen of Dan Na Ambassagou killed four Fulani herders.", (CIVILIANS, "target")),
        ("Gunmen stopped a driver and they killed him.", (CIVILIANS, "target")),
        ("Two armed men killed two gendarmes.", (ARMED_GROUP, "attacker")),
        ("JNIM claimed to have killed a farmer in Gao.", ("sahel_jnim", "attacker")),
        ("LNA forces shelled a hospital run by GNA forces in Tripoli.", ("ly_gna", "target")),
        ("After a raid by JNIM, residents burned the offices.", (RIOTERS, "attacker")),
        ("Hayat Tahrir al-Sham security forces killed a man in Idlib.", ("sy_hts", "attacker")),
        ("The army accused JNIM of killing four traders in Boni.", ("sahel_jnim", "attacker")),
        ("Azerbaijan and Armenia accused each other of opening fire.", ("am_gov", "attacker")),
        ("Mali's army accused JNIM of killing civilians in Boni.", ("sahel_jnim", "attacker")),
        (
            "Officials blamed Boko Haram for the massacre of 13 farmers.",
            ("ng_boko_haram", "attacker"),
        ),
        ("The army lost the town of Bara to the RSF.", ("sd_rsf", "attacker")),
        ("A Houthi drone was intercepted over Abha.", ("ye_houthi", "target")),
        ("TTP claim responsibility for a blast in Pindi.", ("pk_ttp", "attacker")),
        (
            "A couple were shot dead in Gao. Police believe JNIM was responsible.",
            ("sahel_jnim", "attacker"),
        ),
        (
            "A couple were shot dead in Gao. Police blamed the shooting on JNIM.",
            ("sahel_jnim", "attacker"),
        ),
        (
            "Four men fired at a man in Gao. Officials believe the assailants were JNIM fighters.",
            ("sahel_jnim", "attacker"),
        ),
        ("Taliban fighters took 55 civilians hostage in Wardak.", ("af_taliban", "attacker")),
        (
            "Malian soldiers suffered casualties following an attack by JNIM.",
            ("sahel_jnim", "attacker"),
        ),
        (
            "A policeman was killed when his car hit a Taliban-planted IED in Khost.",
            ("af_taliban", "attacker"),
        ),
        ("A boy was hurt when his cart hit a Taliban-buried mine.", ("af_taliban", "attacker")),
        ("Soldiers stepped on mines set up by the Taliban in Khost.", ("af_taliban", "attacker")),
        (
            "A device belonging to the Taliban exploded in Khost and hurt a boy.",
            ("af_taliban", "attacker"),
        ),
        ("A parcel bomb sent by gunmen exploded in a shop in Gao.", (ARMED_GROUP, "attacker")),
        ("Two guards died in a Taliban-claimed bomb attack in Khost.", ("af_taliban", "attacker")),
        ("Israeli UAVs opened fire on a car in Gaza.", ("il_gov", "attacker")),
        ("Members of organized crime kidnapped a man in Puebla.", (ARMED_GROUP, "attacker")),
        (
            "Three women were killed by an IED in Gao. The device was likely planted by JNIM.",
            ("sahel_jnim", "attacker"),
        ),
        ("A Malian army convoy was subjected to an ambush near Boni.", ("ml_gov", "target")),
        ("The Houthis shot down an American drone over Marib.", ("us_gov", "target")),
        ("The army said rebels attacked its base in Homs, Syria.", ("sy_gov", "target")),
        ("Hamas said Israeli forces killed three of its fighters.", ("ps_hamas", "target")),
        ("Russia said its forces had captured the village of Krasne.", ("ru_gov", "attacker")),
        ("The Houthis said their base was bombed by Saudi jets.", ("ye_houthi", "target")),
        ("Turkish forces carried out airstrikes on PKK targets near Duhok.", ("tr_pkk", "target")),
        ("JNIM claimed an ambush on Malian soldiers near Boni.", ("sahel_jnim", "attacker")),
        ("IS claimed to have shelled the Nigerian army in Gwoza.", ("is", "attacker")),
        ("A man died under torture in Syrian regime prisons in Homs.", ("sy_gov", "attacker")),
        ("A detainee died in the prisons of the Syrian regime.", ("sy_gov", "attacker")),
        ("Unknown gunmen on 01/07 kidnapped a judge in Kaduna.", (ARMED_GROUP, "attacker")),
        ("A bomb exploded in Baidoa. Al Shabaab suspected.", ("so_al_shabaab", "attacker")),
        (
            "A bomb exploded in Baidoa. Police blamed Al Shabaab for the attack.",
            ("so_al_shabaab", "attacker"),
        ),
        (
            "The PMF shelled IS hideouts in Tikrit, causing unknown reported casualties.",
            ("is", "target"),
        ),
        (
            "An unidentified armed group (sources are not clear) shot a farmer in Gao.",
            (ARMED_GROUP, "attacker"),
        ),
        (
            "The Digil-Garre sub-clan shot a trader in Farxaane.",
            ("unknown:digil-garre-sub-clan", "attacker"),
        ),
    ],
)
def test_a_role(read, text, expected):
    assert expected in roles(read(text))


def test_civilians_attack_nobody_with_shells(read):
    events = read("Residents said shells hit the market, killing two women.")
    assert (CIVILIANS, "attacker") not in roles(events)


def test_nameless_soldiers_are_those_of_the_named_force(read):
    events = read("Al Shabaab ambushed a convoy of AMISOM, killing 8 soldiers.")
    assert ("so_amisom", "target") in roles(events)
    assert ("so_gov", "target") not in roles(events)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen attacked the house of the mayor and were repelled by Malian soldiers.",
         ("ml_gov", "target")),
        ("Property destruction: On 6 May, Israeli settlers cut down 30 trees in Burqa.",
         ("il_settlers", "attacker")),
        ("Afar militia attacked Issa pastoralists in Garba-Issa.", (CIVILIANS, "target")),
        ("Students protested against fees in Lahore.", (PROTESTERS, "attacker")),
        ("Police dispersed a demonstration in Minsk.", (PROTESTERS, "attacker")),
    ],
)  # fmt: skip
def test_who_takes_part(read, text, expected):
    assert expected in roles(read(text))


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("Gunmen attacked two farmers before being arrested by Malian police.", "ml_gov"),
        ("Gunmen clashed with Malian soldiers, according to inhabitants.", RIOTERS),
        ("The Malian police found three bodies near Gao.", "ml_gov"),
        ("Villagers beat a thief before handing him over to the Malian police.", "ml_gov"),
    ],
)
def test_who_takes_no_part(read, text, unexpected):
    assert unexpected not in {actor for actor, _ in roles(read(text))}


@pytest.mark.parametrize(
    ("text", "taker"),
    [
        ("The Sudanese town of Singa is now under RSF control.", "sd_rsf"),
        ("El Fasher is now under the full control of the Rapid Support Forces.", "sd_rsf"),
        ("Sirte is now under LNA control, residents said.", "ly_lna"),
        ("The city of Goma fell to M23 rebels on Tuesday.", "cd_m23"),
    ],
)
def test_whoever_holds_the_ground_now_took_it(read, text, taker):
    (event,) = read(text)
    assert event.sub_type in GAINS
    assert [p.actor_id for p in event.participants if p.role == "attacker"] == [taker]


@pytest.mark.parametrize(
    "text",
    [
        "Avdiivka is now under Russian fire.",
        "The village of Robotyne is now under attack by Russian forces.",
        "The number of Russian attacks on Kharkiv fell to three.",
    ],
)
def test_ground_under_fire_changes_no_hands(read, text):
    assert all(event.sub_type not in GAINS for event in read(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("LNA agents sent by the GNA killed a man in Sirte.", ("ly_gna", "attacker")),
        (
            "International forces hit Al Shabaab near Balcad in Somalia in an airstrike.",
            ("so_gov", "attacker"),
        ),
        (
            "Houthi fighters shot a boy in Hays, which had been made a military site.",
            ("ye_gov", "target"),
        ),
        ("Police blamed Al Shabaab for the attack.", ("so_gov", "attacker")),
        ("A bomb hit a lorry belonging to the Taliban in Khost.", ("af_taliban", "attacker")),
        ("Five people were killed in a crime wave in Puebla.", (ARMED_GROUP, "attacker")),
        (
            (
                "Five people were hurt in an attack in Gao. Both JNIM and the Malian army deny "
                "responsibility for the attack."
            ),
            ("sahel_jnim", "attacker"),
        ),
        (
            "The Taliban denied involvement in the bombing that killed 30.",
            ("af_taliban", "attacker"),
        ),
        (
            "Israel's army said it was looking into reports that a strike hit an ambulance.",
            ("il_gov", "attacker"),
        ),
        ("Sudan's RSF said its forces now control the town of Bara.", ("sd_gov", "attacker")),
        ("Hamas said Israeli forces killed three of its fighters.", ("ps_hamas", "attacker")),
        ("Russia's army confirmed that the town had been liberated.", ("ru_gov", "target")),
    ],
)
def test_no_role(read, text, wrong):
    assert wrong not in roles(read(text))


@pytest.mark.parametrize("many", ["a large number", "scores", "two squads", "a wave"])
def test_however_many_attack_they_are_the_attackers(read, place, many):
    (event,) = read(
        f"Two soldiers were killed in an attack by {many} of Boko Haram fighters in Diffa.",
        place("Diffa", country="NE"),
    )
    assert ("ng_boko_haram", "attacker") in {(p.actor_id, p.role) for p in event.participants}
