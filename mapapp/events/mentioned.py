"""Who is in a sentence: actors by name, and the unnamed (gunmen, villagers, protesters)."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from mapapp.events.parties import CIVILIANS, Cast, Party, unnamed_party
from mapapp.events.triggers import Trigger
from mapapp.events.unnamed import (
    DEMONSTRATORS,
    FORMER,
    GROUP_BY_WORD,
    GUNMEN,
    HOLDING,
    MOB,
    SOLDIERS,
    unnamed_at,
)
from mapapp.model.actor import ActorMention
from mapapp.model.document import Document, Sentence

NAME_RULES = frozenset(("lexicon", "unknown group"))
"""Rules that find a party by its own name."""

QUALIFIED_REACH = 4
QUALIFIERS = frozenset("village community religious traditional local tribal ethnic young".split())
CIVILIAN_PEOPLE = frozenset(
    "villagers civilians farmers residents people traders women children men families "
    "communities community civilian woman boy girl national nationals man chief chiefs "
    "hunter village villages hamlet hamlets settlement homestead homesteads".split()
)
"""After the name of a people whose militia has the same name, words for those who do not fight."""

UNARMED = frozenset("civilian monitor media org party".split())
"""Kinds of actors that do not fight."""

LONGEST_AGENCY = 4
"""Letters of "UN", "AU" and "U.N."; missions with soldiers have longer acronyms."""

PEACEKEEPERS = frozenset(
    "peacekeepers peacekeeper troops soldiers forces contingent convoy".split()
)
"""Last words of an organization's name that make it a fighting one."""

TRADES = frozenset(
    "herders herder pastoralists herdsmen herdsman farmers traders hunters nomads nomad".split()
)
"""Last words of a militia's alias that name civilians where they suffer."""


LEAVERS = frozenset(
    "returnee returnees defector defectors deserter deserters sympathizer sympathizers "
    "sympathiser sympathisers informant informants informer informers collaborator "
    "collaborators".split()
)
"""After a group's name, civilians."""

FOLLOWERS = frozenset(
    "activist activists supporter supporters candidate candidates politician politicians "
    "worker workers voters campaigners lawmaker lawmakers".split()
)
"""After a party's name, those who suffer as civilians."""

POLITICAL = frozenset("league party congress".split())
OFFICERS = frozenset("leader leaders member members official officials man men".split())
"""After a name that ends like a political party's, those who suffer as civilians."""

GROUP_NOUNS = frozenset(
    "group movement faction militia organization organisation outfit alliance coalition".split()
)
"""Between a word for fighters and a name, what makes the word an apposition of the name."""

LINKS = frozenset(
    "loyal linked affiliated associated belonging belong allied aligned suspected believed thought "
    "presumed identified described".split()
)
LINK_WORDS = LINKS | frozenset(
    "to be being of with from the a an by reportedly allegedly members member part is are was were "
    "been have as closely supporters sympathizers sympathisers collaborators informants".split()
)
LINKED = GUNMEN | frozenset(
    "group groups men individuals soldiers troops forces elements suspects".split()
)
"""People, the word that links them to a party, and what may stand around it."""


MEN = frozenset("man men".split())
"""After a name, words for its people: "an army man"."""


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
    groups = enumerate(map(GROUP_BY_WORD.__getitem__, words), sentence.first)
    for index, group in [(index, group) for index, group in groups if group]:
        known = index in taken or (
            index - 1 in taken and (group == "titled" or document.lowers[index] in MEN)
        )
        if known or _is_modifier(document.lowers, index, group):
            continue
        former = not FORMER.isdisjoint(document.lowers[max(index - 2, 0) : index])
        party = unnamed_at(document.lowers, index, "civilian" if former else group, cast)
        if (
            party is not None
            and not _repeats(document.lowers, index, taken)
            and not _holds_ground(document.lowers, index)
        ):
            unnamed.append(party)
    return _without_appositions(
        document.lowers, sorted([*named, *unnamed], key=lambda party: party.first)
    )


def _without_appositions(lowers: Sequence[str], parties: Sequence[Party]) -> list[Party]:
    """Return parties without those that only tell what the next is: "the rebel group M23"."""
    found: list[Party] = []
    for party in parties:
        before = found[-1] if found else None
        if before is not None and _explains(lowers, before, party):
            found[-1] = replace(party, first=before.first)
        else:
            found.append(party)
    return found


def _explains(lowers: Sequence[str], party: Party, named: Party) -> bool:
    """Return whether a party is only a word for the named one after it."""
    between = lowers[party.last : named.first]
    common = party.armed and (party.unnamed or party.actor_id.endswith("_rebels"))
    grouped = len(between) == 1 and between[0] in GROUP_NOUNS
    # "armed group JNIM": the noun itself is the party.
    itself = not between and lowers[party.last - 1] in GROUP_NOUNS
    # "rebels identified as M23": the name reaches back to the noun.
    linked = named.first <= party.first
    return common and not named.unnamed and named.armed and (grouped or itself or linked)


def _holds_ground(lowers: Sequence[str], at: int) -> bool:
    """Return whether a party only holds what is named next: "a rebel-held suburb"."""
    return lowers[at + 1 : at + 2] == ["-"] and not HOLDING.isdisjoint(lowers[at + 2 : at + 3])


def _is_modifier(lowers: Sequence[str], index: int, group: str) -> bool:
    """Return whether a civilian noun only says more of the next: "a Palestinian man"."""
    following = lowers[index + 1] if index + 1 < len(lowers) else ""
    return group == "civilian" and GROUP_BY_WORD[following] in ("civilian", "titled")


def _named(document: Document, mention: ActorMention, triggers: set[int]) -> Party:
    first = bisect_left(document.starts, mention.start)
    end = max(bisect_left(document.starts, mention.end), first + 1)
    if mention.actor.kind != "state" and not LEAVERS.isdisjoint(document.lowers[end : end + 1]):
        return unnamed_party(first, CIVILIANS, "civilian", armed=False)
    linked = _first_linked(document.lowers, first)
    if linked < first and GROUP_BY_WORD[document.lowers[linked]] == "civilian":
        # "Villagers suspected to be supporters of Boko Haram" are villagers.
        return unnamed_party(first, CIVILIANS, "civilian", armed=False)
    last = end if mention.rule in NAME_RULES else _before_trigger(first, end, triggers)
    if mention.actor.kind == "militia" and last == end and _is_people_s(document, last):
        # "Fulani villagers" are villagers, whatever militia bears the people's name.
        return unnamed_party(first, CIVILIANS, "civilian", armed=False)
    return Party(
        first=linked,
        last=last,
        actor_id=mention.actor.id,
        armed=mention.actor.kind not in UNARMED or _keeps_peace(document, mention, end),
        kind=mention.actor.kind,
        country=mention.actor.home_country,
        backer_id=mention.backer_id,
        peaceful=_is_peaceful(document, mention, last, end),
    )


def _is_peaceful(document: Document, mention: ActorMention, last: int, end: int) -> bool:
    """Return whether a party's people do not fight: herders, supporters, a league's leader."""
    following = document.lowers[end : end + 1]
    trade = not TRADES.isdisjoint(document.lowers[last - 1 : end + 1])
    politician = document.lowers[end - 1] in POLITICAL and not OFFICERS.isdisjoint(following)
    unarmed = not FOLLOWERS.isdisjoint(following)
    return mention.actor.kind in ("militia", "org") and (trade or politician or unarmed)


def _first_linked(lowers: Sequence[str], first: int) -> int:
    """Return where people begin who are linked to the party named: "gunmen believed to be of IS".

    Its own first token where there are none.
    """
    at = first
    while at and lowers[at - 1] in LINK_WORDS:
        at -= 1
    if at == first:
        return first
    linked = at > 0 and not LINKS.isdisjoint(lowers[at:first])
    noun = lowers[at - 1]
    people = noun in LINKED or GROUP_BY_WORD[noun] == "civilian"
    return at - 1 if linked and people else first


def _before_trigger(first: int, end: int, triggers: set[int]) -> int:
    """Return where a party ends that an event word follows: "Russian | shelling"."""
    return next((at for at in range(first + 1, end) if at in triggers), end)


def without_names(
    document: Document, mentions: Sequence[ActorMention], triggers: Sequence[Trigger]
) -> list[Trigger]:
    """Return event words without those of proper names: "the Liberation Army"."""
    names = [(m.start, m.end) for m in mentions if m.rule in NAME_RULES]
    starts = [document.starts[trigger.first] for trigger in triggers] if names else []
    inside = {at for at in starts for start, end in names if start <= at < end}
    return [t for t in triggers if document.starts[t.first] not in inside]


def _keeps_peace(document: Document, mention: ActorMention, end: int) -> bool:
    """Return whether an organization is one with soldiers: "UN peacekeepers", "MINUSCA"."""
    mission = mention.text.isupper() and len(mention.text) > LONGEST_AGENCY
    return mention.actor.kind == "org" and (mission or document.lowers[end - 1] in PEACEKEEPERS)


def _is_people_s(document: Document, at: int) -> bool:
    """Return whether a people's name only qualifies civilians: "Fulani village chief"."""
    for index in range(at, min(at + QUALIFIED_REACH, len(document.lowers))):
        word = document.lowers[index]
        if word in CIVILIAN_PEOPLE:
            return True
        if not (word in QUALIFIERS or document.words[index][0].isupper()):
            return False
    return False


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
