"""Who is in a sentence: actors by name, and the unnamed (gunmen, villagers, protesters)."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mapapp.events.people import is_people
from mapapp.events.triggers import Trigger
from mapapp.model.actor import Actor, ActorMention
from mapapp.model.document import Document, Sentence
from mapapp.text.remembered import Remembered

CIVILIANS = "civilians"
PROTESTERS = "protesters"
RIOTERS = "rioters"
ARMED_GROUP = "unidentified_armed_group"
"""Ids of unnamed parties, as the lexicon has them."""

SOLDIERS = frozenset(
    "soldiers soldier jawan jawans cop cops troops police policemen policeman officers "
    "officer guards guard forces commandos commando army military conscripts recruits "
    "paramilitary paramilitaries servicemen serviceman marines sailors peacekeepers constables "
    "constable "
    "army's gendarme gendarmes gendarmerie carabinieri ranger rangers servicemember "
    "servicemembers troopers trooper airmen personnel bodyguard bodyguards colonel colonels "
    "lieutenant lieutenants sergeant sergeants corporal corporals brigadier leas".split()
)
GUNMEN = frozenset(
    "gunmen gunman militants militant attackers attacker assailants assailant insurgents "
    "insurgent cadres operatives elements bandits bandit fighters fighter rebels rebel "
    "terrorists terrorist jihadists jihadist militiamen militiaman militia militias "
    "guerrillas guerrilla guerillas extremists extremist separatists raiders mercenaries "
    "bomber bombers snipers sniper herdsmen gang gangs gangsters cultists kidnappers "
    "pirates dissidents combatants warriors robbers vigilantes hitmen hitman shooter shooters "
    "perpetrators assassins assassin infiltrators raider kidnapper".split()
)
DEMONSTRATORS = frozenset("protesters protestors demonstrators protester protestor".split())
MOB = frozenset("rioters rioter mob mobs".split())
ARMED_SITES = frozenset(
    "base bases camp camps checkpoint checkpoints checkpost outpost outposts convoy convoys "
    "patrol patrols barracks garrison headquarters positions position trenches trench "
    "stronghold strongholds hideout hideouts unit units prison prisons jail".split()
)
"""After an attack, sites that are held by armed people."""

ARMING = frozenset("armed masked hooded uniformed".split())
"""Before "men" or "people", words that make them fighters."""

UNKNOWN = frozenset("unidentified unknown unnamed".split())
"""Before "men" or "people", words that make them fighters unless they suffer."""

GROUPING = ARMING | UNKNOWN | frozenset("militant insurgent terrorist rebel criminal".split())
"""Before "group", words that make it an armed one."""

FORCE_ADJECTIVES = frozenset("military police army".split())
NO_FORCE_AFTER = frozenset(
    "site sites prison prisons court courts zone zones training service uniform uniforms fatigues "
    "equipment aid hospital intervention action presence academy".split()
)
"""After "military" and "police", nouns of which those words only tell the kind."""

OUTSIDE = frozenset("international foreign allied coalition multinational external".split())
"""Before "forces" and "troops", words that make them no forces of the country itself."""

FORMER = frozenset("former ex retired".split())
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


QUALIFIED_REACH = 4
QUALIFIERS = frozenset("village community religious traditional local tribal ethnic young".split())
CIVILIAN_PEOPLE = frozenset(
    "villagers civilians farmers residents people traders women children men families "
    "communities community civilian woman boy girl national nationals man chief chiefs "
    "hunter".split()
)
"""After the name of a people whose militia has the same name, words for those who do not fight."""

TRADES = frozenset("herders herder pastoralists herdsmen herdsman farmers traders hunters".split())
"""Last words of a militia's alias that name civilians where they suffer."""

CROWDS = {"demonstrators": PROTESTERS, "mob": RIOTERS}
GROUPS = (
    ("grouped", frozenset(("group", "groups"))),
    ("gunmen", GUNMEN),
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Cast:
    """Who the unnamed people of a document are, where only one party can be meant.

    Attributes:
        state: The only state of the document; None when there are none or several.
        rebels: The only armed group; None when there are none or several.
        by_word: Actor id by the last word of its mentions ("rebels", "fighters").
    """

    state: Actor | None
    rebels: Actor | None
    by_word: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """A party at tokens ``first`` up to but not ``last`` of a sentence.

    Attributes:
        first: First token.
        last: One past the last token.
        actor_id: Id of the actor; empty for armed people that no rule tells apart.
        armed: Whether it fights.
        kind: Kind of the actor: state, rebel, civilian ...
        country: The actor's home country, when it is a state.
        backer_id: Id of its backer; empty when none is named.
        unnamed: Whether only a common noun names it ("the soldiers").
        peaceful: Whether it is named by a trade, as herders that bear a militia's name.
    """

    first: int
    last: int
    actor_id: str
    armed: bool
    kind: str
    country: str = ""
    backer_id: str = ""
    unnamed: bool = False
    peaceful: bool = False


def find_parties(
    document: Document,
    sentence: Sentence,
    mentions: Sequence[ActorMention],
    triggers: Sequence[Trigger],
    cast: Cast,
) -> list[Party]:
    """Return the parties of a sentence in text order, none overlapping.

    Args:
        document: What to read.
        sentence: Where in it.
        mentions: Actors named in the sentence.
        triggers: Event words of the sentence, which end a party ("Russian | shelling").
        cast: Who "the rebels" and "soldiers" are in this document.
    """
    starts = {index for t in triggers for index in range(t.first, t.last)}
    named = [_named(document, mention, starts) for mention in mentions]
    taken = {index for party in named for index in range(party.first, party.last)}
    unnamed: list[Party] = []
    words = document.lowers[sentence.first : sentence.last]
    groups = enumerate(map(_GROUP_BY_WORD.__getitem__, words), sentence.first)
    for index, group in [(index, group) for index, group in groups if group]:
        if index in taken or _is_modifier(document.lowers, index, group):
            continue
        former = not FORMER.isdisjoint(document.lowers[max(index - 2, 0) : index])
        party = _unnamed(document.lowers, index, "civilian" if former else group, cast)
        if party is not None and not _repeats(document.lowers, index, taken):
            unnamed.append(party)
    return sorted([*named, *unnamed], key=lambda party: party.first)


def _is_modifier(lowers: Sequence[str], index: int, group: str) -> bool:
    """Return whether a civilian noun only says more of the next: "a Palestinian man"."""
    following = lowers[index + 1] if index + 1 < len(lowers) else ""
    return group == "civilian" and _GROUP_BY_WORD[following] in ("civilian", "titled")


def cast_of(mentions: Sequence[ActorMention], government: Actor | None = None) -> Cast:
    """Return who the unnamed parties of a document are, where only one can be meant.

    Args:
        mentions: Actors named in the document.
        government: Whose the soldiers are where no state is named; None when unknown.
    """
    by_group: dict[str, dict[str, Actor]] = {"state": {}, "rebel": {}}
    for mention in mentions:
        group = "state" if mention.actor.kind == "state" else "rebel"
        if mention.actor.kind in ("state", "rebel", "jihadist", "militia"):
            by_group[group][mention.actor.id] = mention.actor
    only = {key: next(iter(found.values())) for key, found in by_group.items() if len(found) == 1}
    words: dict[str, set[str]] = {}
    for mention in mentions:
        words.setdefault(mention.text.split()[-1].lower(), set()).add(mention.actor.id)
    by_word = {word: ids.pop() for word, ids in words.items() if len(ids) == 1}
    state = only.get("state") if by_group["state"] else government
    return Cast(state=state, rebels=only.get("rebel"), by_word=by_word)


def _named(document: Document, mention: ActorMention, triggers: set[int]) -> Party:
    first = bisect_left(document.starts, mention.start)
    end = max(bisect_left(document.starts, mention.end), first + 1)
    last = next((at for at in range(first + 1, end) if at in triggers), end)
    if mention.actor.kind == "militia" and last == end and _is_people_s(document, last):
        # "Fulani villagers" are villagers, whatever militia bears the people's name.
        return _party(first, CIVILIANS, "civilian", armed=False)
    return Party(
        first=first,
        last=last,
        actor_id=mention.actor.id,
        armed=mention.actor.kind not in ("civilian", "monitor", "media"),
        kind=mention.actor.kind,
        country=mention.actor.home_country,
        backer_id=mention.backer_id,
        peaceful=mention.actor.kind == "militia"
        and not TRADES.isdisjoint(document.lowers[last - 1 : end + 1]),
    )


def _is_people_s(document: Document, at: int) -> bool:
    """Return whether a people's name only qualifies civilians: "Fulani village chief"."""
    for index in range(at, min(at + QUALIFIED_REACH, len(document.lowers))):
        word = document.lowers[index]
        if word in CIVILIAN_PEOPLE:
            return True
        if not (word in QUALIFIERS or document.words[index][0].isupper()):
            return False
    return False


def _group_of(word: str) -> str:
    """Return which unnamed people a word means: empty when none."""
    bare = word.removesuffix("'s")
    for group, words in GROUPS:
        if bare in words:
            return group
    return "civilian" if is_people(bare) or bare == "civilian" else ""


_GROUP_BY_WORD = Remembered(_group_of)


def _unnamed(lowers: Sequence[str], index: int, group: str, cast: Cast) -> Party | None:
    if group == "gunmen":
        word = lowers[index]
        rebels = cast.rebels.id if cast.rebels and word in REFERRING_TO_REBELS else ARMED_GROUP
        known = cast.by_word.get(word) or cast.by_word.get(word + "s")
        return _party(index, known or rebels, "militia", armed=True)
    if group == "soldiers" and not _is_civil_staff(lowers, index):
        return None if _is_quality(lowers, index) else _soldiers(lowers, index, cast)
    if group in CROWDS:
        return _party(index, CROWDS[group], "civilian", armed=False)
    if group == "grouped" or _is_arming(lowers, index):
        return _group(lowers, index, group)
    if group == "titled" and (index == 0 or lowers[index - 1] not in LOCAL):
        return None
    return _party(index, CIVILIANS, "civilian", armed=False)


def _soldiers(lowers: Sequence[str], index: int, cast: Cast) -> Party:
    """Return the only state's soldiers, those of nobody known, or those of an unnamed state."""
    before = lowers[max(index - 2, 0) : index]
    if before[-1:] and before[-1] in UNKNOWN:
        return _party(index, ARMED_GROUP, "militia", armed=True)
    own = cast.state is not None and OUTSIDE.isdisjoint(before)
    return _party(index, cast.state.id if cast.state and own else "", "state", armed=True)


def _group(lowers: Sequence[str], index: int, group: str) -> Party | None:
    """Return "armed group" and "armed men" as fighters, "a group attacked" as a mob."""
    if group != "grouped" or (index and lowers[index - 1] in GROUPING):
        return _party(index, ARMED_GROUP, "militia", armed=True)
    mob = _acts(lowers, index)
    return _party(index, RIOTERS, "civilian", armed=False) if mob else None


def _acts(lowers: Sequence[str], index: int) -> bool:
    """Return whether nobody in particular acts: "a group beat", "a group attacked"."""
    following = lowers[index + 1] if index + 1 < len(lowers) else ""
    return lowers[index - 1] == "a" and (following.endswith("ed") or following in ("beat", "set"))


def _is_quality(lowers: Sequence[str], index: int) -> bool:
    """Return whether a force only tells of what kind the next noun is: "a military site"."""
    following = lowers[index + 1] if index + 1 < len(lowers) else ""
    return lowers[index] in FORCE_ADJECTIVES and following in NO_FORCE_AFTER


def _is_civil_staff(lowers: Sequence[str], index: int) -> bool:
    return lowers[index] == "personnel" and lowers[index - 1] in CIVIL_STAFF


def _is_arming(lowers: Sequence[str], index: int) -> bool:
    """Return whether the word before makes people fighters; those who suffer stay unknown."""
    before = lowers[index - 1] if index else ""
    if before not in UNKNOWN:
        return before in ARMING
    following = lowers[index + 1] if index + 1 < len(lowers) else ""
    return following not in ("was", "were", "killed", "dead", "found", "who")


def _party(index: int, actor_id: str, kind: str, *, armed: bool) -> Party:
    return Party(
        first=index, last=index + 1, actor_id=actor_id, armed=armed, kind=kind, unnamed=True
    )


def _repeats(lowers: Sequence[str], index: int, taken: set[int]) -> bool:
    """Return whether a noun only repeats a name beside it ("Taliban fighters", "fighters of X")."""
    word = lowers[index]
    if word in DEMONSTRATORS or word in MOB:
        return False
    if index - 1 in taken and (word in GUNMEN or word in SOLDIERS):
        return True
    if word not in GUNMEN and word not in SOLDIERS:
        return False
    if index + 1 in taken and lowers[index] not in ("police", "army", "troops"):
        return True
    of = index + 1 < len(lowers) and lowers[index + 1] in ("of", "from", "(")
    return of and any(at in taken for at in range(index + 2, index + 5))
