"""Roles in news prose: clauses, chains of prepositions, names and accusations."""

import pytest

from mapapp.events.parties import ARMED_GROUP, CIVILIANS


def roles(events):
    return {(p.actor_id, p.role) for event in events for p in event.participants}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Five traders were killed when JNIM allegedly raided a market in Gao.",
            ("sahel_jnim", "attacker"),
        ),
        (
            "Two men were wounded as gunmen threw a bomb into a bar in Kano.",
            (ARMED_GROUP, "attacker"),
        ),
        (
            "A Naxalite was killed in an encounter with Kanker police in India.",
            ("in_gov", "party"),
        ),
        (
            "Fighting between the Rapid Support Forces and the Sudanese army killed 9 women.",
            ("sd_gov", "party"),
        ),
        ("Malian soldiers came under fire from JNIM near Boni.", ("sahel_jnim", "attacker")),
        (
            "Two rockets were fired from a post of the Houthis at a ship.",
            ("ye_houthi", "attacker"),
        ),
        ("Gunmen fired at a truck belonging to the FARDC.", ("cd_gov", "target")),
        (
            "The Malian army, together with Wagner, attacked JNIM near Tin Zaouatine.",
            ("ru_wagner", "attacker"),
        ),
        (
            "FARDC in coordination with MONUSCO attacked a camp of the M23.",
            ("cd_monusco", "attacker"),
        ),
        (
            "A widow killed a commander of the People's Liberation Front of India.",
            ("in_jharkhand", "target"),
        ),
        ("Gunmen attacked on Monday a bus in Kano.", (ARMED_GROUP, "attacker")),
        ("Shells were fired from a hill belonging to the RSF.", ("sd_rsf", "attacker")),
        ("Gunmen burn a teacher to death in Yola.", (ARMED_GROUP, "attacker")),
        ("The attempted attack by gunmen targeted two Tunisian officers.",
         (ARMED_GROUP, "attacker")),
        ("Houthi fighters attacked on two fishermen.", ("ye_houthi", "attacker")),
        ("Three gunmen died during Turkish security forces operations.", ("tr_gov", "attacker")),
        ("Three gunmen died in an operation of the Turkish police.", ("tr_gov", "attacker")),
        ("A poet was killed in the regime's Sidnaya military prison in Syria.",
         ("sy_gov", "attacker")),
        ("Ukraine's army struck 4 Russian missile launchers.", ("ru_gov", "target")),
        ("Two nurses were killed by Russian mortar fire.", ("ru_gov", "attacker")),
        ("Two nurses were killed by a mine that JNIM had planted.", ("sahel_jnim", "attacker")),
        ("A rocket killed a nurse in Mandera; officials blamed Al Shabaab.",
         ("so_al_shabaab", "attacker")),
        ("JNIM burned the homes of a village near Mopti.", (CIVILIANS, "target")),
        ("A farmer stepped on a landmine near Ghazni.", (CIVILIANS, "target")),
        ("Ukrainian gunners shot at two Russian jets near Odesa.", ("ru_gov", "target")),
        ("Gunmen fired on a camp for displaced people in Ituri.", (CIVILIANS, "target")),
        ("A suicide bomber killed nine in Kabul.", (CIVILIANS, "target")),
        ("Rockets hit a market in Kramatorsk.", (CIVILIANS, "target")),
        ("RSF fighters went from house to house, killing women.", (CIVILIANS, "target")),
        ("Pakistani troops resorted to firing on farmers.", ("pk_gov", "attacker")),
        (
            "Two rebels were killed and an Indian army man was wounded in an encounter.",
            ("in_gov", "target"),
        ),
        (
            "JNIM fighters entered a hamlet near Mopti, two elders were killed and huts burned.",
            ("sahel_jnim", "attacker"),
        ),
        (
            "Syrian soldiers killed a shepherd in revenge for an attack on a Syrian officer.",
            (CIVILIANS, "target"),
        ),
        ("LNA fighters clashed with GNA fighters backed by alleged Syrian gunmen.",
         ("ly_gna", "party")),
        (
            "A man was shot dead. The elder's family has accused Kenyan police of killing him.",
            ("ke_gov", "attacker"),
        ),
        ("A gang leader was shot dead by three gang members in Cali.", (ARMED_GROUP, "target")),
        ("A gang leader was shot dead by three gang members in Cali.", (ARMED_GROUP, "attacker")),
    ],
)  # fmt: skip
def test_a_role_in_news_prose(read, text, expected):
    assert expected in roles(read(text))


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("Gunmen took cattle from JNIM near Gao.", ("sahel_jnim", "attacker")),
        ("Kenyan police said the army took arms from Al Shabaab.", ("so_al_shabaab", "attacker")),
        ("Two farmers were killed after Malian soldiers arrived.", ("ml_gov", "target")),
        ("JNIM attacked Malian soldiers, and the Malian soldiers fired back.",
         ("ml_gov", "attacker")),
        ("Baloch Liberation Army fighters killed nine passengers.", ("pk_gov", "target")),
        ("In Kano gunmen killed a trader.", (ARMED_GROUP, "target")),
        ("A farmer stepped on a landmine near Ghazni.", (ARMED_GROUP, "attacker")),
        ("Malian soldiers arrived and were attacked by JNIM.", ("ml_gov", "attacker")),
        ("Malian soldiers entered Boni, but were ambushed.", ("ml_gov", "attacker")),
        ("After a raid by JNIM, Malian soldiers attacked a camp.", ("sahel_jnim", "attacker")),
        ("Gunmen were burned to death in Yola.", (ARMED_GROUP, "attacker")),
        ("Men of the jihadist group JNIM attacked a trader.", (ARMED_GROUP, "attacker")),
        ("A car belonging to JNIM was hit by a rocket.", ("sahel_jnim", "attacker")),
        ("A shell hit a rebel-held suburb of Aleppo.", (ARMED_GROUP, "target")),
        ("A bomb killed nine soldiers in Kabul.", (CIVILIANS, "target")),
        ("JNIM fired on peacekeepers; one peacekeeper died in Gao.", (CIVILIANS, "target")),
        ("A bomb exploded in Aden, Yemen.", (CIVILIANS, "target")),
        ("A bomb went off near Power House Road in Kabul.", (CIVILIANS, "target")),
        ("Clashes between the M23 and the FARDC left nine fighters dead.",
         (ARMED_GROUP, "target")),
        ("Two Israeli soldiers were killed in an operation.", ("il_gov", "attacker")),
        ("An elder who had opposed JNIM was shot dead near Gao.", ("sahel_jnim", "target")),
        ("JNIM burned an arms depot near Mopti.", (CIVILIANS, "target")),
        ("A mine exploded in a village that JNIM had left.", ("sahel_jnim", "attacker")),
        ("An Indian army man was wounded near Uri.", (CIVILIANS, "target")),
    ],
)  # fmt: skip
def test_a_role_that_nobody_has(read, text, unexpected):
    assert unexpected not in roles(read(text))


def test_who_is_accused_of_killing_him_killed_whoever_died(read):
    (event,) = read(
        "A teacher was shot dead in Bida. His brother accused the Nigerian army of killing him."
    )
    assert event.killed.low == 1
    assert ("ng_gov", "attacker") in roles([event])
    assert (CIVILIANS, "target") in roles([event])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen killed a PML-N leader outside his house in Multan.", "Violence against civilians"),
        ("Chhatra League men hacked a Chhatra Dal activist in Feni.", "Violence against civilians"),
        ("Soldiers killed two fighters of the Chin National Army in Hakha.", "Battles"),
    ],
)
def test_members_of_a_political_party_are_civilians_when_they_are_attacked(read, text, kind):
    (event,) = read(text)
    targets = {p.actor_id for p in event.participants if p.role == "target"}
    assert event.type == kind
    assert (CIVILIANS in targets) is (kind != "Battles")
    assert len(targets) == (1 if kind == "Battles" else 2)


def test_rebels_identified_as_a_group_are_that_group(read, place):
    beni = place("Beni", country="CD")
    text = "Congolese troops left. Two women were shot in Beni by rebels identified as M23."
    (event,) = read(text, beni)
    attackers = [p.actor_id for p in event.participants if p.role == "attacker"]
    assert attackers == ["cd_m23"]
