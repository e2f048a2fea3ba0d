"""From trigger and participants to ACLED's event type and sub-type."""

from collections.abc import Sequence

from mapapp.events.casting import ATTACKER, TARGET
from mapapp.events.parties import ARMED_SITES, CIVILIANS, PROTESTERS, RIOTERS, Party
from mapapp.events.scene import Scene, Segment
from mapapp.events.territory import is_about_ground
from mapapp.events.triggers import AGAINST_CIVILIANS, BATTLES, PROTESTS, RIOTS, STRATEGIC
from mapapp.model.event import Participant

ARMED_CLASH = (BATTLES, "Armed clash")
GOVERNMENT_GAIN = (BATTLES, "Government regains territory")
OTHER_GAIN = (BATTLES, "Non-state actor overtakes territory")
ATTACK = (AGAINST_CIVILIANS, "Attack")
LOOTING = (STRATEGIC, "Looting/property destruction")
ARRESTS = (STRATEGIC, "Arrests")

FORCE_OF_POLICE = frozenset(
    "dispersed disperse dispersing teargas tear baton batons cannon cannons rubber arrested "
    "detained intervened crackdown cracked clubs truncheons beat".split()
)
LETHAL_FORCE = frozenset("live ammunition shot killing killed opened gunfire bullets".split())
GUNFIGHT = frozenset("gunfight gunbattle firefight shootout encounter".split())


def classify(
    scene: Scene, segment: Segment, participants: Sequence[Participant], *, killed: bool
) -> tuple[str, str]:
    """Return event type and sub-event type of a segment.

    Args:
        scene: The sentence.
        segment: The stretch that tells the event.
        participants: Its parties with their roles.
        killed: Whether a death toll is stated for this event.
    """
    kind = segment.main.kind
    if kind.key in ("attack", "kill"):
        return _attack(scene, segment, participants)
    if kind.key in ("gain", "loss"):
        return _territory(scene, segment, participants)
    if kind.key == "protest":
        return _protest(scene, segment, killed=killed)
    if kind.key == "abduction" and _all_armed(scene, segment, participants):
        return ARMED_CLASH if kind.rank == 0 else (kind.type, kind.sub_type)
    return kind.type, kind.sub_type


def _attack(scene: Scene, segment: Segment, participants: Sequence[Participant]) -> tuple[str, str]:
    """Return a battle when armed people were attacked, else violence against civilians."""
    roles = {p.actor_id: p.role for p in participants}
    if roles.get(RIOTERS) == ATTACKER:
        return RIOTS, "Mob violence"
    if roles.get(PROTESTERS) == TARGET:
        return PROTESTS, "Excessive force against protesters"
    words = scene.lowers[segment.first : segment.last]
    if _targets_site(scene, segment) or any(word in GUNFIGHT for word in words):
        return ARMED_CLASH
    targets = _targets(scene, segment, participants)
    armed = [party for party in targets if party.armed]
    civilians = [party for party in targets if not party.armed]
    if armed and (not civilians or armed[0].first < civilians[0].first):
        return ARMED_CLASH
    return ATTACK


def _targets(scene: Scene, segment: Segment, participants: Sequence[Participant]) -> list[Party]:
    """Return the parties that were attacked, the unnamed victims of the tolls included."""
    ids = {p.actor_id for p in participants if p.role == TARGET}
    attackers = {p.actor_id for p in participants if p.role == ATTACKER}
    spans = [range(t.first, t.last) for t in scene.tolls if segment.first <= t.at < segment.last]
    return [
        party
        for party in segment.parties(scene)
        if (party.actor_id in ids and party.actor_id)
        or (any(party.first in span for span in spans) and party.actor_id not in attackers)
        or (not party.actor_id and party.armed and bool(ids) is False and bool(attackers))
    ]


def _targets_site(scene: Scene, segment: Segment) -> bool:
    """Return whether a military site was attacked ("attacked an army base")."""
    after = scene.lowers[segment.main.last : min(segment.main.last + 8, segment.last)]
    for at, word in enumerate(after):
        if word in ARMED_SITES:
            before = after[max(at - 3, 0) : at]
            return not any(w in ("displaced", "refugee", "idp", "idps", "mining") for w in before)
        if word in (",", "and", "killing", "in"):
            return False
    return False


def _territory(
    scene: Scene, segment: Segment, participants: Sequence[Participant]
) -> tuple[str, str]:
    """Return who gained ground, or what it was when no ground changed hands."""
    if not is_about_ground(scene, segment.first, segment.last, segment.main):
        captured = any(
            t.kind == "captured" and segment.first <= t.at < segment.last for t in scene.tolls
        )
        return ARRESTS if captured else LOOTING
    parties = {party.actor_id: party for party in scene.parties if party.actor_id}
    countries = {place.toponym.place.country for place in scene.places if place.toponym.place}
    gainers = [p.actor_id for p in participants if p.role == ATTACKER and p.actor_id in parties]
    for actor_id in gainers:
        party = parties[actor_id]
        home = not countries or party.country in countries
        return GOVERNMENT_GAIN if party.kind == "state" and home else OTHER_GAIN
    losers = [p.actor_id for p in participants if p.role == TARGET and p.actor_id in parties]
    if losers and all(parties[actor_id].kind != "state" for actor_id in losers):
        return GOVERNMENT_GAIN
    return OTHER_GAIN


def _protest(scene: Scene, segment: Segment, *, killed: bool) -> tuple[str, str]:
    words = set(scene.lowers[segment.first : segment.last])
    if killed and words & LETHAL_FORCE:
        return PROTESTS, "Excessive force against protesters"
    if words & FORCE_OF_POLICE:
        return PROTESTS, "Protest with intervention"
    return PROTESTS, "Peaceful protest"


def _all_armed(scene: Scene, segment: Segment, participants: Sequence[Participant]) -> bool:
    targets = _targets(scene, segment, participants)
    return bool(targets) and all(party.armed and party.actor_id != CIVILIANS for party in targets)
