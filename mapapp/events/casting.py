"""From the parties of a clause to its participants: what the kind of event allows them to be."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.events.parties import ARMED_GROUP, CIVILIANS, PROTESTERS, RIOTERS, Party
from mapapp.events.scene import Scene, Segment
from mapapp.events.segments import PROTEST_KEYS
from mapapp.events.unnamed import PERSONS
from mapapp.model.event import Participant

ATTACKER, TARGET, PARTY, BACKER, CLAIMANT = "attacker", "target", "party", "backer", "claimant"

Part = tuple[Party, str]
"""A party of an event with its role."""

MOB_KEYS = frozenset("attack kill clash looting abduction".split())
CROWD_WORDS = frozenset(
    "villagers residents locals youths youth students supporters civilians farmers inhabitants "
    "workers vendors drivers fans inmates prisoners settlers' people traders miners "
    "citizens neighbours neighbors relatives refugees migrants pupils community communities".split()
)
"""Civilians in the plural that riot when they attack."""

MEN = frozenset(
    "herders men man individuals individual persons person suspects suspect assailants youngsters "
    "strangers bikers motorcyclists".split()
)
"""People who are gunmen when they attack."""


POLITICAL_PARTY = "party"
"""Kind of the actors whose members are civilians when they are attacked."""

CRIMINALS = frozenset(
    "robbers robber bandits bandit kidnappers kidnapper criminals dacoits dacoit gangsters "
    "gangster rustlers traffickers trafficker smugglers poachers cultists thugs goons "
    "miscreants".split()
)
"""Fighters who are civilians to a mob that lynches them."""


def settle(scene: Scene, segment: Segment, roles: Sequence[Part]) -> list[Part]:
    """Return roles with what the kind of event rules out put right.

    Args:
        scene: The sentence.
        segment: The stretch that tells the event.
        roles: Its parties with the roles that word order gives them.
    """
    key = segment.main.kind.key
    if key in ("talks", "agreement"):
        return [(party, PARTY) for party, _ in roles]
    if key == "withdrawal" or (key == "movement" and all(role != ATTACKER for _, role in roles)):
        # "The army pulled its troops out": who is moved moves.
        return [(party, ATTACKER if role == TARGET else role) for party, role in roles]
    if key == "displacement":
        return [
            (party, TARGET if not party.armed else role)
            for party, role in roles
            if party.armed or role != ATTACKER or party.actor_id
        ]
    if key in PROTEST_KEYS:
        crowd = PROTESTERS if key == "protest" else RIOTERS
        return [
            (replace(party, actor_id=crowd), role)
            if party.actor_id == CIVILIANS and role == ATTACKER
            else (party, role)
            for party, role in roles
        ]
    led = any(
        party.armed and (role == ATTACKER or (role == PARTY and party.kind != "state"))
        for party, role in roles
    )
    settled = [_unmasked(scene, segment, part, led=led) for part in roles]
    settled = _without_casualties(_with_members(_with_lynched(scene, settled)))
    named = {p.kind == "state" for p, role in settled if _is_armed_target(p, role, unnamed=False)}
    return [
        (party, role)
        for party, role in settled
        if role
        and not (
            _is_armed_target(party, role, unnamed=True)
            and named
            and (party.kind == "state" or False in named)
        )
    ]


def _without_casualties(parts: Sequence[Part]) -> list[Part]:
    """Return parts without unnamed fighters who died in a clash of two that are named."""
    named = {p.actor_id for p, role in parts if role == PARTY and p.armed and not p.unnamed}
    if len(named) < 2:  # noqa: PLR2004  (a clash has two sides)
        return list(parts)
    return [part for part in parts if not _is_armed_target(*part, unnamed=True)]


def _is_armed_target(party: Party, role: str, *, unnamed: bool) -> bool:
    return role == TARGET and party.armed and party.unnamed is unnamed


def _unmasked(scene: Scene, segment: Segment, part: Part, *, led: bool) -> Part:
    """Return who civilians are that attack, and herders of a militia's people that suffer.

    A crowd that attacks riots; "men" who shoot are gunmen; other civilians, and those beside
    armed attackers, attack nobody.
    """
    party, role = part
    if role == TARGET and party.peaceful:
        return replace(party, actor_id=CIVILIANS, kind="civilian", armed=False), role
    if party.actor_id != CIVILIANS or role not in (ATTACKER, PARTY):
        return part
    word = scene.lowers[party.last - 1]
    crowd = word in CROWD_WORDS and segment.main.kind.key in MOB_KEYS and not led
    if role == PARTY and word in PERSONS:
        return replace(party, actor_id=ARMED_GROUP, kind="militia", armed=True), role
    if crowd or (role == PARTY and not led):
        return replace(party, actor_id=RIOTERS), role
    if word in MEN and not led:
        return replace(party, actor_id=ARMED_GROUP, kind="militia", armed=True), role
    return party, ""


def _with_lynched(scene: Scene, parts: Sequence[Part]) -> list[Part]:
    """Return parties with criminals whom a mob attacks as civilians: they do not fight."""
    if all(party.actor_id != RIOTERS or role != ATTACKER for party, role in parts):
        return list(parts)
    return [
        (replace(party, actor_id=CIVILIANS, kind="civilian", armed=False), role)
        if role == TARGET and scene.lowers[party.last - 1] in CRIMINALS
        else (party, role)
        for party, role in parts
    ]


def _with_members(parts: Sequence[Part]) -> list[Part]:
    """Return parties with civilians beside a political party that is attacked: its members."""
    found: list[Part] = []
    for party, role in parts:
        found.append((party, role))
        if role == TARGET and party.kind == POLITICAL_PARTY:
            found.append((replace(party, actor_id=CIVILIANS, kind="civilian"), role))
    return found


def participants_of(roles: Sequence[Part]) -> list[Participant]:
    """Return each actor with the role of its first mention, attackers before targets.

    Unidentified armed groups may be two: one attacks another.
    """
    order = {ATTACKER: 0, TARGET: 1, PARTY: 2, BACKER: 3, CLAIMANT: 4}
    found: dict[str, str] = {}
    backers: list[str] = []
    for party, role in roles:
        if party.actor_id:
            found.setdefault(party.actor_id, role)
        if party.backer_id:
            backers.append(party.backer_id)
    pairs = list(found.items())
    hostile = {ATTACKER, TARGET}
    if hostile <= {role for party, role in roles if party.actor_id == ARMED_GROUP}:
        (other,) = hostile - {found[ARMED_GROUP]} if found[ARMED_GROUP] in hostile else {TARGET}
        pairs.append((ARMED_GROUP, other))
    participants = [
        Participant(actor_id=actor_id, role=role)
        for actor_id, role in sorted(pairs, key=lambda pair: order[pair[1]])
    ]
    return participants + [
        Participant(actor_id=backer, role=BACKER)
        for backer in dict.fromkeys(backers)
        if backer not in found
    ]
