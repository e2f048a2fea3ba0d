"""What taking was: ground gained or left, things looted or stopped, people held."""

from collections.abc import Sequence

from mapapp.events.casting import ATTACKER, TARGET, Part
from mapapp.events.scene import Scene, Segment
from mapapp.events.sub_types import (
    ABDUCTION,
    ARMED_CLASH,
    ARRESTS,
    DISRUPTED,
    GOVERNMENT_GAIN,
    LOOTING,
    OTHER_GAIN,
    STATES,
    TRANSFER,
    WEAPONS,
)
from mapapp.events.territory import is_about_ground, takes, takes_fighters, takes_people

PEACEFUL = frozenset(("withdrawal", "transfer"))
FIGHTING = frozenset("clash attack kill air shelling ied suicide grenade strike loss".split())


def territory_of(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str]:
    """Return who gained ground, or what it was when no ground changed hands.

    Args:
        scene: The sentence.
        segment: The stretch that tells it.
        parts: Its parties with their roles.
    """
    if not is_about_ground(scene, segment.first, segment.last, segment.main):
        return _taken(scene, segment, parts)
    keys = {trigger.kind.key for trigger in scene.triggers}
    if keys & PEACEFUL and not keys & FIGHTING:
        return TRANSFER
    countries = {place.toponym.place.country for place in scene.places if place.toponym.place}
    takers = [
        party
        for party, role in parts
        if role == ATTACKER and (party.actor_id or party.kind == "state")
    ]
    if takers:
        # Peacekeepers take a town for the state beside them.
        taker = next((party for party in takers if party.kind != "org"), takers[0])
        home = not countries or not taker.actor_id or taker.country in countries
        return GOVERNMENT_GAIN if taker.kind == "state" and home else OTHER_GAIN
    losers = [party for party, role in parts if role == TARGET and party.actor_id]
    if losers and all(party.kind != "state" for party in losers):
        return GOVERNMENT_GAIN
    return OTHER_GAIN


def _taken(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str]:
    """Return what it was where people or things were taken."""
    if takes_people(scene, segment.last, segment.main):
        return _captives(parts)
    if takes_fighters(scene, segment.last, segment.main):
        return ARRESTS if _captives(parts) == ARRESTS else ARMED_CLASH
    if takes(scene, segment.last, segment.main):
        return _spoils(scene, segment, parts)
    captured = any(
        t.kind == "captured" and segment.first <= t.at < segment.last for t in scene.tolls
    )
    return ARRESTS if captured else LOOTING


def _captives(parts: Sequence[Part]) -> tuple[str, str]:
    """Return what seizing people who do not fight was: an arrest or an abduction."""
    attackers = [party for party, role in parts if role == ATTACKER]
    state = any(party.kind in STATES for party in attackers)
    return ARRESTS if state or not attackers else ABDUCTION


def _spoils(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str]:
    """Return what taking things was: weapons taken by a state are stopped, the rest is looted."""
    state = any(party.kind == "state" for party, role in parts if role == ATTACKER)
    return DISRUPTED if state and takes(scene, segment.last, segment.main, WEAPONS) else LOOTING
