"""What a whole article is about: war, or a disease, a disaster, a match, a trade."""

from collections.abc import Sequence

WAR = frozenset(
    "war soldier soldiers troops army armies militia militias militiamen militant militants rebel "
    "rebels insurgent insurgents insurgency fighter fighters gunman gunmen jihadist jihadists "
    "terrorist terrorists guerrillas paramilitary paramilitaries separatists commandos airstrike "
    "airstrikes shelling shelled artillery rocket rockets missile missiles bomb bombs bombed "
    "bombing bombings explosion explosions drone drones warplanes clash clashes clashed frontline "
    "ceasefire truce offensive offensives siege besieged ambush ambushed checkpoint checkpoints "
    "ied mortar mortars hostilities massacre massacred raid raided raids attackers assailants "
    "bandits gunfire armed kidnapped abducted beheaded occupation shootout".split()
)
"""Words of which an article about a war has many."""

OTHERWISE = frozenset(
    "flu influenza h5n1 h1n1 h7n7 infected infection infections infectious outbreak outbreaks "
    "epidemic pandemic cholera ebola malaria measles coronavirus covid virus viruses vaccine "
    "vaccines vaccinated vaccination bacteria symptoms disease diseases illness illnesses "
    "diagnosed patients overdose overdoses fentanyl poisoned liquor avian swine poultry "
    "earthquake quake tsunami hurricane cyclone typhoon tornado flood floods flooding landslide "
    "landslides wildfire wildfires derailed shipwreck capsized crash crashed collision season "
    "seasons league tournament striker championship coach goalkeeper playoffs film films album "
    "actress actor shareholders investors revenue inflation airline flights hackers hacking "
    "emails email malware furnace boiler leak".split()
)
"""Words of articles about other things."""

FEW = 3
"""Words of another topic that any note of war may have: a killing over a lockdown, a crash."""

LONG = 120
"""Tokens of a text from which the silence about war says that it is about something else."""


def is_of_peace(lowers: Sequence[str]) -> bool:
    """Return whether a text is about something else than a war.

    It is where words of other topics outnumber those of war, and where a longer text has none
    of war: there deaths, attacks and strikes are those of illness, politics and work.

    Args:
        lowers: All folded tokens of a document.
    """
    war = len([word for word in lowers if word in WAR])
    if not war and len(lowers) >= LONG:
        return True
    return len([word for word in lowers if word in OTHERWISE]) > max(war, FEW)
