"""Parties that only a common noun names: gunmen, soldiers, villagers, protesters."""

from collections.abc import Sequence

from mapapp.events.parties import (
    ARMED_GROUP,
    CIVILIANS,
    PROTESTERS,
    RIOTERS,
    Cast,
    Party,
    unnamed_party,
)
from mapapp.events.people import is_people
from mapapp.text.remembered import Remembered

SOLDIERS = frozenset(
    "soldiers soldier jawan jawans cop cops troops police policemen policeman officers "
    "officer guards guard forces commandos commando army military conscripts recruits "
    "paramilitary paramilitaries servicemen serviceman marines sailors peacekeepers constables "
    "constable "
    "army's gendarme gendarmes gendarmerie carabinieri ranger rangers servicemember "
    "servicemembers troopers trooper airmen personnel bodyguard bodyguards colonel colonels "
    "lieutenant lieutenants sergeant sergeants corporal corporals brigadier leas inspector "
    "peacekeeper paratrooper paratroopers".split()
)
GUNMEN = frozenset(
    "gunmen gunman militants militant attackers attacker assailants assailant insurgents "
    "insurgent cadres operatives elements bandits bandit fighters fighter rebels rebel "
    "terrorists terrorist jihadists jihadist militiamen militiaman militia militias "
    "guerrillas guerrilla guerillas extremists extremist separatists raiders mercenaries "
    "bomber bombers snipers sniper herdsmen gang gangs gangsters cultists kidnappers "
    "pirates dissidents combatants warriors robbers vigilantes hitmen hitman shooter shooters "
    "perpetrators assassins assassin infiltrators raider kidnapper cadre miscreants miscreant "
    "goons goon thugs thug hoodlums dacoits dacoit traffickers trafficker smugglers poachers "
    "rustlers abductors captors hijackers invaders criminals outlaws henchmen "
    "partisans".split()
)
DEMONSTRATORS = frozenset("protesters protestors demonstrators protester protestor".split())
MOB = frozenset("rioters rioter mob mobs".split())
ARMED_SITES = frozenset(
    "base bases camp camps checkpoint checkpoints checkpost outpost outposts convoy convoys "
    "patrol patrols barracks garrison headquarters positions position trenches trench "
    "stronghold strongholds hideout hideouts unit units prison prisons jail posts checkposts "
    "bunker bunkers armory armoury column columns".split()
)
"""After an attack, sites that are held by armed people."""

ARMING = frozenset("armed masked hooded uniformed".split())
"""Before "men" or "people", words that make them fighters."""

UNKNOWN = frozenset("unidentified unknown unnamed".split())
"""Before "men" or "people", words that make them fighters unless they suffer."""

GROUPING = (
    ARMING
    | UNKNOWN
    | frozenset(
        "militant insurgent terrorist rebel criminal cult jihadist vigilante bandit".split()
    )
)
"""Before "group", words that make it an armed one."""

ARMED_QUALITIES = frozenset("illegal young masked uniformed local ethnic tribal rival".split())
"""Words that may stand between "armed" and "men"."""

FIREARMS = frozenset("guns rifles rifle firearms weapons kalashnikovs aks ak pistols".split())
"""After "armed with", what makes people fighters; with sticks they stay a crowd."""

HOLDING = frozenset("held controlled run ruled occupied dominated infested".split())
"""After a party and a hyphen, words that make it the holder of what is named next."""

FLYING = frozenset("jet jets aircraft plane planes bomber bombers".split())
"""After "fighter", words that make it no person."""

BOMBERS = frozenset(("bomber", "bombers"))
AIRFIELDS = frozenset("airfield airfields airbase airport strategic aircraft jets".split())
"""Before "bombers", words that make them aircraft."""

MILITIAS = frozenset("militia militias militiamen militiaman".split())
"""Words that rebels are not called by."""

OFFICES = frozenset("police army military security".split())
"""Before an official or commander, words that make him one of the forces."""

PERSONS = frozenset("individuals individual suspects suspect".split())
"""Words that tell nothing of people but that they are some."""

FORCE_ADJECTIVES = frozenset("military police army".split())
NO_FORCE_AFTER = frozenset(
    "site sites prison prisons court courts zone zones training service uniform uniforms fatigues "
    "equipment aid hospital intervention action presence academy informer informers informant "
    "informants".split()
)
"""After "military" and "police", nouns of which those words only tell the kind."""

OUTSIDE = frozenset("international foreign allied coalition multinational external".split())
"""Before "forces" and "troops", words that make them no forces of the country itself."""

STATION_REACH = 4
"""Tokens before "police station" in which "under" makes it a district."""

FORMER = frozenset("former ex retired late".split())
"""Before a fighter or soldier, words that make him a civilian."""

CIVIL_STAFF = frozenset(
    "medical health humanitarian civilian aid un hospital academic emergency technical".split()
)
"""Before "personnel", words that make them civilians."""

LOCAL = frozenset("village tribal local community traditional religious council".split())
"""Before a chief, leader or member, words that make him a civilian."""

NO_CIVILIANS = frozenset(
    "president minister spokesman chief commander leader general colonel captain major governor "
    "mayor official officials members member reporter journalists leaders commanders diplomats "
    "activist activists ambassador bodies lives victims casualties others individuals families "
    "agent agents figure head one senior deputy analyst suspect suspects lieutenant sergeant "
    "pilot prisoners detainees recruits staff ministers defector defectors spokeswoman "
    "spokespersons".split()
)
"""Person nouns that tell too little to call them civilians."""

CIVILIAN_NOUNS = frozenset("civilian idps thieves".split())
"""Words for civilians that count nobody alone."""

ORGANIZED = frozenset(("organized", "organised"))
CROWDS = {"demonstrators": PROTESTERS, "mob": RIOTERS}
GROUPS = (
    ("grouped", frozenset(("group", "groups"))),
    ("gunmen", GUNMEN | {"crime"}),
    ("soldiers", SOLDIERS),
    ("demonstrators", DEMONSTRATORS),
    ("mob", MOB),
    ("titled", NO_CIVILIANS),
)
"""Which unnamed people a word means, first match first."""

REFERRING_TO_REBELS = frozenset(
    "rebel rebels insurgents insurgent militants militant fighters fighter terrorists "
    "militiamen militia separatists separatist jihadists".split()
)
"""Words that mean the document's only armed group when it has just one."""


def _group_of(word: str) -> str:
    """Return which unnamed people a word means: empty when none."""
    bare = word.removesuffix("'s")
    for group, words in GROUPS:
        if bare in words:
            return group
    return "civilian" if is_people(bare) or bare in CIVILIAN_NOUNS else ""


GROUP_BY_WORD = Remembered(_group_of)
"""Word to which unnamed people it means: empty when none."""


def unnamed_at(lowers: Sequence[str], index: int, group: str, cast: Cast) -> Party | None:
    """Return the party that a common noun names; None when it names none here.

    Args:
        lowers: Folded tokens.
        index: Token of the noun.
        group: Which people the noun means, by `GROUP_BY_WORD`.
        cast: Who "the rebels" and "soldiers" are in this document.
    """
    if group == "gunmen":
        return _gunmen(lowers, index, cast)
    officer = group == "titled" and index > 0 and lowers[index - 1] in OFFICES
    if officer or (group == "soldiers" and not _is_civil_staff(lowers, index)):
        return None if _is_quality(lowers, index) else _soldiers(lowers, index, cast)
    if group in CROWDS:
        return unnamed_party(index, CROWDS[group], "civilian", armed=False)
    if group == "grouped" or _is_arming(lowers, index):
        return _group(lowers, index, group)
    local = index > 0 and lowers[index - 1] in LOCAL
    if group == "titled" and not local and lowers[index] not in PERSONS:
        return None
    return unnamed_party(index, CIVILIANS, "civilian", armed=False)


def _gunmen(lowers: Sequence[str], index: int, cast: Cast) -> Party | None:
    """Return the only armed group of the document, or one that nobody knows."""
    word, following = lowers[index], lowers[index + 1] if index + 1 < len(lowers) else ""
    flown = word in BOMBERS and not AIRFIELDS.isdisjoint(lowers[max(index - 12, 0) : index])
    if word == "crime" and (not index or lowers[index - 1] not in ORGANIZED):
        return None
    if flown or (word == "fighter" and following in FLYING):
        return None
    rival = word in MILITIAS and cast.rebels is not None and cast.rebels.kind != "militia"
    if rival or "pro" in lowers[max(index - 3, 0) : index]:
        # "Pro-government militia" fight on the other side than the rebels.
        return unnamed_party(index, ARMED_GROUP, "militia", armed=True)
    rebels = cast.rebels.id if cast.rebels and word in REFERRING_TO_REBELS else ARMED_GROUP
    known = cast.by_word.get(word) or cast.by_word.get(word + "s")
    return unnamed_party(index, known or rebels, "militia", armed=True)


OWN = (["its"], ["their"], ["his"])
"""Before "forces", words by which they are a speaker's, whoever that is."""


def _soldiers(lowers: Sequence[str], index: int, cast: Cast) -> Party:
    """Return the only state's soldiers, those of nobody known, or those of an unnamed state."""
    before = lowers[max(index - 2, 0) : index]
    if before[-1:] and before[-1] in UNKNOWN:
        return unnamed_party(index, ARMED_GROUP, "militia", armed=True)
    own = cast.state is not None and OUTSIDE.isdisjoint(before)
    own = own and before[-1:] not in OWN
    own = own and lowers[index + 1 : index + 3] != ["loyal", "to"]
    return unnamed_party(index, cast.state.id if cast.state and own else "", "state", armed=True)


def _group(lowers: Sequence[str], index: int, group: str) -> Party | None:
    """Return "armed group" and "armed men" as fighters, "a group attacked" as a mob."""
    if group != "grouped" or (index and lowers[index - 1] in GROUPING):
        return unnamed_party(index, ARMED_GROUP, "militia", armed=True)
    mob = _acts(lowers, index)
    return unnamed_party(index, RIOTERS, "civilian", armed=False) if mob else None


def _acts(lowers: Sequence[str], index: int) -> bool:
    """Return whether nobody in particular acts: "a group beat", "a group attacked"."""
    following = lowers[index + 1] if index + 1 < len(lowers) else ""
    return lowers[index - 1] == "a" and (following.endswith("ed") or following in ("beat", "set"))


def _is_quality(lowers: Sequence[str], index: int) -> bool:
    """Return whether a force only tells of what kind the next noun is: "a military site"."""
    following = lowers[index + 1] if index + 1 < len(lowers) else ""
    before = lowers[max(index - STATION_REACH, 0) : index]
    if lowers[index : index + 2] == ["police", "station"] and "under" in before:
        # "A village under Sarai police station" only tells where it lies.
        return True
    return lowers[index] in FORCE_ADJECTIVES and following in NO_FORCE_AFTER


def _is_civil_staff(lowers: Sequence[str], index: int) -> bool:
    return lowers[index] == "personnel" and lowers[index - 1] in CIVIL_STAFF


def _is_arming(lowers: Sequence[str], index: int) -> bool:
    """Return whether the word before makes people fighters; those who suffer stay unknown."""
    before = lowers[index - 1] if index else ""
    if lowers[index + 1 : index + 3] == ["armed", "with"]:
        return not FIREARMS.isdisjoint(lowers[index + 3 : index + 5])
    if before in ARMED_QUALITIES and index > 1:
        return lowers[index - 2] in ARMING
    if before not in UNKNOWN:
        return before in ARMING
    following = lowers[index + 1] if index + 1 < len(lowers) else ""
    return following not in ("was", "were", "killed", "dead", "found", "who")
