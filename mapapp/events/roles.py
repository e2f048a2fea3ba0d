"""Who attacked, who was attacked: roles from voice, prepositions and word order."""

from collections.abc import Mapping

from mapapp.events.background import CONTEXT_WORDS, is_charge, is_motive
from mapapp.events.blame import BLAME, is_responsible
from mapapp.events.casting import (
    ATTACKER,
    PARTY,
    TARGET,
    Part,
    settle,
)
from mapapp.events.governing import JOINTS, governing, is_outdone
from mapapp.events.labels import LABEL_RANK
from mapapp.events.parties import Party
from mapapp.events.passive import RELATIVES, has_come, is_deed, is_passive, suffers_last
from mapapp.events.planting import plants
from mapapp.events.prepositions import (
    BE,
    NONE,
    REPELLING,
    SUFFERED,
    joins,
    preposition_of,
    role_of_preposition,
)
from mapapp.events.reporting import DENIALS, ROLE_WORDS
from mapapp.events.scene import Scene, Segment
from mapapp.events.territory import RECEIVER_REACH, is_received
from mapapp.events.triggers import REMOTE, Form, Trigger

SUBJECT_MARKS = frozenset("launched carried conducted mounted staged opened perpetrated".split())
SUFFERING = frozenset(
    "under hit struck targeted in by from during survived subjected faced sustained".split()
)
"""Between a subject and an event noun, words that make the subject the one who suffers."""

FINDING = frozenset("found discovered recovered retrieved exhumed find".split())
"""Between a party and bodies, words of those who only found them."""

ASIDE_REACH = 5
CRAFT = frozenset("jet jets warplane warplanes drone drones uav uavs helicopters aircraft".split())
"""Right after a party, what of it may be shot at."""

WEAPON_SITES = frozenset(
    "complex complexes system systems launcher launchers battery batteries depot depots".split()
)
"""After a party or its weapon, what may be hit: "struck 4 Ukrainian missile complexes"."""

OPERATIONS = frozenset("operation operations crackdown".split())
OPERATION_REACH = 3
"""Tokens after a state in which its operation is named: "during Special Units operations"."""

OBJECT_LEADS = frozenset("a an the two three four five several at".split())
DURING = frozenset("during in amid".split())
DEADLY_KEYS = frozenset("kill attack arrest clash".split())
BLAMING = frozenset("blamed blames blaming".split())
REVERSED_KEYS = frozenset(("loss", "withdrawal"))
MEETING = frozenset("stepped stepping hit struck ran drove rode".split())
"""First words of triggers whose subject meets with a bomb."""

VERBLESS_KINDS = frozenset(("talks", "agreement", "protest", "displacement"))


DENIED_REACH = 4
"""Tokens after a party in which it denies its part."""


def find_parts(scene: Scene, segment: Segment, fixed: Mapping[int, str]) -> list[Part]:
    """Return the parties of an event with their roles, in text order.

    Args:
        scene: The sentence.
        segment: The stretch that tells the event.
        fixed: Role of those who speak here, by first token; empty for who only speaks.
    """
    roles: list[Part] = []
    blamed = not BLAME.isdisjoint(scene.lowers[segment.first : segment.last])
    for party in segment.parties(scene):
        if party.first in fixed:
            role = fixed[party.first]
        elif blamed and is_responsible(scene, segment, party):
            role = ATTACKER
        else:
            role = _role(scene, segment, party)
        if role:
            roles.append((party, role))
    return settle(scene, segment, roles)


def _receives(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Return whether ground goes to a party: "now under RSF control", "fell to the M23"."""
    near = trigger.last <= party.first <= trigger.last + RECEIVER_REACH
    return near and is_received(scene, trigger)


def _role(scene: Scene, segment: Segment, party: Party) -> str:
    """Return the role of a party in a segment; empty when it only stands near the event."""
    stopped = segment.main.kind.key == "disarm" and _owns_weapons(segment, party)
    if stopped or _is_shot_at(scene, segment, party):
        return TARGET
    if _denies_part(scene, party):
        return NONE
    preposition = preposition_of(scene, segment, party)
    if _acts(scene, segment, party):
        return ATTACKER
    if preposition == "between":
        return PARTY
    if joins(scene, segment, party, preposition):
        leaders = [p for p in segment.parties(scene) if p.last <= party.first]
        return _role(scene, segment, leaders[-1]) if leaders else NONE
    return _role_by_trigger(scene, segment, party, preposition)


def _role_by_trigger(scene: Scene, segment: Segment, party: Party, preposition: str) -> str:
    """Return the role that preposition and word order around the event word give a party."""
    trigger = governing(scene, segment, party)
    if trigger is not None and not preposition and suffers_last(scene, segment, party, trigger):
        return TARGET
    if trigger is None or _is_grieved(scene, segment, party):
        return NONE
    if preposition != "by" and _is_aside(scene, party):
        return NONE
    if trigger is not segment.main and is_motive(scene, segment.first, trigger):
        return NONE
    if trigger.form is Form.MUTUAL or _is_mutual_noun(scene, segment, trigger):
        return _mutual_role(preposition)
    role = role_of_preposition(scene, segment, party, preposition)
    if role is None and trigger.form is Form.NOUN:
        role = _noun_role(scene, party, trigger)
    return _verb_role(scene, segment, party, trigger) if role is None else role


def _is_aside(scene: Scene, party: Party) -> bool:
    """Return whether a party is only in what tells who somebody is: "who had opposed the TTP"."""
    for at in range(party.first - 1, max(party.first - ASIDE_REACH, scene.sentence.first) - 1, -1):
        if at in scene.trigger_tokens or at in scene.party_tokens or scene.lowers[at] == ",":
            return False
        if scene.lowers[at] in RELATIVES:
            verbs = scene.lowers[at + 1 : party.first]
            return any(word.endswith("ed") for word in verbs)
    return False


def _is_shot_at(scene: Scene, segment: Segment, party: Party) -> bool:
    """Return whether a party's craft are hit: "shot at two Russian jets"."""
    after = scene.lowers[party.last : party.last + 2]
    if CRAFT.isdisjoint(after[:1]) and WEAPON_SITES.isdisjoint(after):
        return False
    verbs = [t for t in segment.triggers if t.form is Form.VERB and t.last <= party.first]
    between = scene.lowers[verbs[-1].last : party.first] if verbs else ["without a verb"]
    return all(word in OBJECT_LEADS or word.isdigit() for word in between)


def _acts(scene: Scene, segment: Segment, party: Party) -> bool:
    """Return whether words beside a party make it the attacker, wherever else it stands."""
    for trigger in segment.triggers:
        if party.last == trigger.first and _makes(scene, trigger):
            return True
        if trigger.last <= party.first and _receives(scene, party, trigger):
            return True
    return (
        _is_charged(scene, segment, party)
        or _operates(scene, segment, party)
        or plants(scene, segment, party)
    )


def _operates(scene: Scene, segment: Segment, party: Party) -> bool:
    """Return whether others die in a state's operation: "killed during Turkish operations"."""
    if party.kind != "state" or segment.main.kind.key not in DEADLY_KEYS:
        return False
    last = min(party.last + OPERATION_REACH, segment.last)
    around = scene.lowers[max(party.first - 2, segment.first) : party.first]
    named = not OPERATIONS.isdisjoint(scene.lowers[party.first : last])
    own = named and not DURING.isdisjoint(around)
    before = scene.lowers[party.first - 3 : party.first]
    return own or ("of" in around and not OPERATIONS.isdisjoint(before))


def _is_charged(scene: Scene, segment: Segment, party: Party) -> bool:
    """Return whether a party is accused of the act: "accused the rebels of killing four"."""
    before = range(max(party.first - 2, segment.first), party.first)
    blamed = not BLAMING.isdisjoint(scene.lowers[before.start : before.stop])
    return (blamed and party.armed) or any(is_charge(scene, at) for at in before)


def _denies_part(scene: Scene, party: Party) -> bool:
    """Return whether a party denies that it did it: "the Taliban denied involvement in"."""
    at = party.last
    while at < scene.sentence.last and (at in scene.party_tokens or scene.lowers[at] in JOINTS):
        at += 1
    after = scene.lowers[at : at + DENIED_REACH]
    return not (DENIALS.isdisjoint(after) or ROLE_WORDS.isdisjoint(after))


def _owns_weapons(segment: Segment, party: Party) -> bool:
    """Return whether the weapons stopped are a party's: "shot down an Iranian drone"."""
    if segment.main.form is Form.NOUN:
        return party.last == segment.main.first
    others = (t for t in segment.triggers if t is not segment.main and t.kind.type == REMOTE)
    return any(party.last == t.first for t in others)


def _makes(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a party right before a trigger made that attack ("Russian shelling")."""
    makes = trigger.kind.type == REMOTE or trigger.kind.key == "attack"
    return trigger.form is Form.NOUN and makes and not _is_met(scene, trigger)


def _is_met(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a bomb's victim is the subject: "stepped on a landmine"."""
    return trigger.kind.key == "ied" and scene.lowers[trigger.first] in MEETING


def _is_grieved(scene: Scene, segment: Segment, party: Party) -> bool:
    """Return whether a party is what a protest is about."""
    if segment.main.kind.key != "protest":
        return False
    between = scene.lowers[segment.main.last : party.first]
    return any(word in CONTEXT_WORDS for word in between)


def _mutual_role(preposition: str) -> str:
    return NONE if preposition == "near" else PARTY


def _is_mutual_noun(scene: Scene, segment: Segment, trigger: Trigger) -> bool:
    """Return whether a noun has two equal sides: "clashes between", "clashes with"."""
    if trigger.form is not Form.NOUN or trigger.kind.key not in ("clash", "talks", "agreement"):
        return False
    ahead = scene.lowers[trigger.last : min(trigger.last + 3, segment.last)]
    return "between" in ahead or "with" in ahead or trigger.kind.key != "clash"


def _noun_role(scene: Scene, party: Party, trigger: Trigger) -> str:
    """Return the role beside an event noun: "Taliban attack", "attack by X", "shelling of Y"."""
    if trigger.kind.rank == LABEL_RANK:
        # "Property destruction: settlers cut down trees": the label's own doer comes first.
        first = next((p.first for p in scene.parties if p.first >= trigger.last), -1)
        return ATTACKER if party.first == first else TARGET
    if trigger.kind.key == "kill":
        found = scene.lowers[party.last : trigger.first]
        if found[-1:] == ["to"] and BE.isdisjoint(found) and _has_object(scene, party, trigger):
            return ATTACKER
        return TARGET if FINDING.isdisjoint(found) else NONE
    if party.last <= trigger.first:
        adjacent = trigger.first - party.last <= 1
        between = scene.lowers[party.last : trigger.first]
        if "," in between:
            between = between[len(between) - between[::-1].index(",") :]
        launches = any(word in SUBJECT_MARKS for word in between) or not between
        does = adjacent or launches or trigger.kind.key in VERBLESS_KINDS
        suffers = not does and not SUFFERING.isdisjoint(between)
        return TARGET if suffers or _is_met(scene, trigger) else ATTACKER
    if trigger.kind.key in VERBLESS_KINDS:
        return PARTY
    return TARGET


def _has_object(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Return whether somebody stands between a party and "to death": "X burned Y to death"."""
    return any(party.last <= other.first < trigger.first for other in scene.parties)


def _verb_role(scene: Scene, segment: Segment, party: Party, trigger: Trigger) -> str:
    subject = party.last <= trigger.first
    come = subject and party.armed and has_come(scene, party, trigger)
    if subject and is_outdone(scene, party, trigger) and not come:
        return NONE
    verb = scene.lowers[trigger.first]
    if verb in REPELLING or (verb in SUFFERED and subject):
        return TARGET if subject else ATTACKER
    if trigger.form is Form.INTRANSITIVE:
        return ATTACKER if subject else TARGET
    passive = is_passive(scene, segment, trigger) and not is_deed(scene, party, trigger)
    attacks = subject != passive or come
    if not subject and attacks and scene.lowers[trigger.last - 1] != "by":
        # After a passive verb only "by" names the attacker.
        return NONE if party.armed else TARGET
    if trigger.kind.key in REVERSED_KEYS:
        attacks = not attacks
    return ATTACKER if attacks else TARGET
