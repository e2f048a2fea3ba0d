"""Whether a verb of conquest is about ground, or about weapons, people and medals."""

from mapapp.events.people import is_people
from mapapp.events.scene import Scene
from mapapp.events.triggers import Trigger

TERRITORY = frozenset(
    "town towns city cities village villages district districts area areas control territory "
    "territories base bases position positions checkpoint checkpoints province provinces region "
    "hill hills highway highways road roads crossing airport airbase neighborhood neighbourhood "
    "neighborhoods neighbourhoods settlement settlements capital headquarters camp camps "
    "stronghold strongholds ground island bridge post posts outpost outposts front fronts "
    "enclave locality localities center centre municipality barracks garrison quarter "
    "quarters highlands heights dam field fields port mountain valley place places station "
    "stations".split()
)


SPOILS = frozenset(
    "weapons weapon arms ammunition munitions vehicle vehicles tank tanks equipment cattle "
    "livestock motorcycle motorcycles motorbikes food goods cars trucks rifles explosives drugs "
    "money property supplies cows goats sheep camels drone drones boat boats phones fuel alive "
    "rifle pistol pistols gun guns car truck bus cash gold belongings marijuana cocaine heroin "
    "opium hashish methamphetamine pills tons tonnes kilos kilograms kg contraband documents "
    "laptops tanker tankers ship vessel herd herds crops grain harvest firearms launcher "
    "launchers radio radios bikes bicycles motorbike fishing nets timber cigarettes "
    "lorry lorries van vans ambulance ambulances".split()
)
"""After "seized", things that make it no gain of ground."""

RANKS = frozenset(
    "colonel captain major general lieutenant sergeant commander leader pilot".split()
)
"""Who is taken one by one, under a name or none."""

_AWAY = frozenset(("by", "from", ",", "after"))
"""Words after which a verb's object is over."""

ALSO = frozenset("also later then reportedly".split())
SPOILS_REACH = 5

PASSIVE = frozenset("had has have been was were is are being".split())

RECEIVED = frozenset((("now", "under"), ("fell", "to"), ("falls", "to")))
"""First and last word of what tells that ground, its subject, goes to whoever is named next."""

HOLDS = frozenset("control rule authority administration occupation hands".split())
RECEIVER_REACH = 5
"""Tokens up to the receiver: "now under the full control of the RSF"."""


def is_received(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a trigger is one whose subject is the ground that goes to somebody."""
    return (scene.lowers[trigger.first], scene.lowers[trigger.last - 1]) in RECEIVED


def _has_receiver(scene: Scene, last: int, trigger: Trigger) -> bool:
    """Tell "now under RSF control" and "fell to the M23" from "now under fire", "fell to 3"."""
    stop = min(trigger.last + RECEIVER_REACH + 1, last)
    if scene.lowers[trigger.last - 1] == "under":
        return not HOLDS.isdisjoint(scene.lowers[trigger.last : stop])
    return any(trigger.last <= party.first < stop for party in scene.parties)


def takes(scene: Scene, last: int, trigger: Trigger, things: frozenset[str] = SPOILS) -> bool:
    """Return whether the object of a verb is one of some things, spoils unless given."""
    for word in scene.lowers[trigger.last : min(trigger.last + SPOILS_REACH, last)]:
        if word in things:
            return True
        if word in TERRITORY or word in (",", "after"):
            return False
    return False


def _before(scene: Scene, first: int, trigger: Trigger) -> int:
    """Return the token before a passive verb's auxiliaries, or before the verb."""
    at = trigger.first - 1
    while at > first and (scene.lowers[at] in PASSIVE or scene.lowers[at] in ALSO):
        at -= 1
    return at


def takes_people(scene: Scene, last: int, trigger: Trigger) -> bool:
    """Return whether people who do not fight are taken: "seized 31 travelers"."""
    at = _before(scene, scene.sentence.first, trigger)
    if at < trigger.first - 1 and is_people(scene.lowers[at]):
        return all(not party.armed for party in scene.parties if party.first <= at < party.last)
    for at in range(trigger.last, min(trigger.last + SPOILS_REACH, last)):
        if scene.lowers[at] == "by" or any(place.first == at for place in scene.places):
            return False
        if any(party.first == at and not party.armed for party in scene.parties):
            return True
        if is_people(scene.lowers[at]) and at not in scene.party_tokens:
            return True
        if scene.lowers[at] in TERRITORY:
            return False
    return False


def takes_fighters(scene: Scene, last: int, trigger: Trigger) -> bool:
    """Return whether armed people are taken, and no post of theirs: "captured two fighters"."""
    for at in range(trigger.last, min(trigger.last + SPOILS_REACH, last)):
        word = scene.lowers[at]
        if word in _AWAY or word in TERRITORY or any(place.first == at for place in scene.places):
            return False
        if is_people(word) or word in RANKS:
            following = scene.lowers[at + 1 : at + 3]
            return TERRITORY.isdisjoint(following) and "'" not in following[:1]
    return False


def _is_spoil(scene: Scene, first: int, trigger: Trigger) -> bool:
    """Return whether things were taken, told before the verb: "livestock was also seized"."""
    at = _before(scene, first, trigger)
    return at >= first and scene.lowers[at] in SPOILS


def is_about_ground(scene: Scene, first: int, last: int, trigger: Trigger) -> bool:
    """Return whether a clause names a place, a word for ground or a proper name as object.

    Args:
        scene: The sentence.
        first: First token of the clause.
        last: One past its last token.
        trigger: The verb of conquest.
    """
    if is_received(scene, trigger):
        return _has_receiver(scene, last, trigger)
    if any(told(scene, last, trigger) for told in (takes, takes_people, takes_fighters)):
        return False
    if _is_spoil(scene, first, trigger):
        return False
    if any(first <= place.first < last for place in scene.places):
        return True
    if any(word in TERRITORY for word in scene.lowers[first:last]):
        return True
    return _is_name(scene, trigger.last, last) or _is_name(
        scene, _subject(scene, first, trigger), last
    )


def _subject(scene: Scene, first: int, trigger: Trigger) -> int:
    """Return the token before a passive verb's auxiliaries: "Bakhmut" of "Bakhmut was taken"."""
    at = trigger.first - 1
    while at > first and (scene.lowers[at] in PASSIVE or scene.lowers[at].endswith("ly")):
        at -= 1
    return at if at < trigger.first - 1 else -1


def _is_name(scene: Scene, at: int, last: int) -> bool:
    """Return whether a token is a proper name and no party's."""
    if not 0 <= at < last or not scene.document.words[at][0].isupper():
        return False
    return not any(party.first <= at < party.last for party in scene.parties)
