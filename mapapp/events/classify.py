"""From trigger and participants to ACLED's event type and sub-type."""

from collections.abc import Callable, Sequence

from mapapp.events.casting import ATTACKER, PARTY, TARGET, Part
from mapapp.events.conquest import territory_of
from mapapp.events.labels import LABEL_RANK
from mapapp.events.means import (
    AIR_WORDS,
    FLIERS,
    demonstrates,
    goes_off,
    has_crowd,
    has_shots,
    is_crowds,
    is_dispersal,
    is_flown,
    is_fought_out,
    made_with,
)
from mapapp.events.parties import CIVILIANS, PROTESTERS, RIOTERS
from mapapp.events.protests import protest_of, road_block_of
from mapapp.events.scene import Scene, Segment
from mapapp.events.sub_types import (
    ABDUCTION,
    AIR_STRIKE,
    ARMED_CLASH,
    ATTACK,
    BOMB,
    DISRUPTED,
    EXCESSIVE_FORCE,
    INTERVENTION,
    MOB,
    SHELLING,
    STATES,
    VIOLENT_DEMONSTRATION,
    WEAPONS,
)
from mapapp.events.territory import takes
from mapapp.events.told_means import made_as_told
from mapapp.events.triggers import REMOTE, Form
from mapapp.events.victims import by_victims, targets_of

MARCHES = frozenset("march rally demonstration protest in".split())
"""Protests that arrests beside them break up; "in" ends "sit-in"."""

POUNDING = frozenset("pounded pounding bombarded bombarding bombards bombard".split())
PEOPLES = frozenset(
    "communities families castes caste students supporters villagers workers activists residents "
    "neighbours neighbors locals lawmakers mlas fans lawyers traders inmates prisoners groups "
    "villages".split()
)
"""Who clash without arms where nobody died and no gun is named."""

GUNS = frozenset("armed gunfire firearms guns militia militias gunmen shots shot rifles".split())
GUNFIGHT = frozenset("gunfight gunbattle firefight shootout encounter".split())
HITTING = frozenset("hit hits hitting struck strikes striking pounded".split())
BOMBING = frozenset("bombing bombings bombed bombs".split())
"""Done from the air by those who have aircraft, else with a bomb that was laid."""

MANNED = frozenset(
    "aircraft plane planes jet jets helicopter helicopters warplane warplanes".split()
)
"""Shot down, they are targets; drones and missiles are weapons that were stopped."""


def classify(
    scene: Scene, segment: Segment, parts: Sequence[Part], *, killed: bool
) -> tuple[str, str]:
    """Return event type and sub-event type of a segment.

    Args:
        scene: The sentence.
        segment: The stretch that tells the event.
        parts: Its parties with their roles.
        killed: Whether a death toll is stated for this event.
    """
    kind = segment.main.kind
    if kind.rank == LABEL_RANK:
        return kind.type, kind.sub_type
    if kind.key in ("attack", "kill"):
        return _attack(scene, segment, parts)
    if kind.type == REMOTE and _is_fight(scene, segment, parts):
        return ARMED_CLASH
    if kind.key in ("gain", "loss"):
        return territory_of(scene, segment, parts)
    if kind.key == "protest":
        return protest_of(scene, segment, parts, killed=killed)
    rule = RULES.get(kind.key)
    found = rule(scene, segment, parts) if rule else None
    return found or (kind.type, kind.sub_type)


def _is_fight(scene: Scene, segment: Segment, parts: Sequence[Part]) -> bool:
    """Return whether remote weapons were used face to face with armed people."""
    if is_fought_out(scene, segment):
        return True
    shot = has_shots(scene, segment)
    return shot and by_victims(scene, segment, parts) == ARMED_CLASH


def _crude(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str]:
    """Return what petrol bombs are used for: by a crowd to riot, else to attack; or laid."""
    if is_crowds(segment, parts):
        return VIOLENT_DEMONSTRATION
    return BOMB if goes_off(scene, segment) else by_victims(scene, segment, parts)


def _dispersal(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    """Return a riot where tear gas meets violence, an attack where nobody gathered."""
    rioting = any(party.actor_id == RIOTERS for party, _ in parts)
    if rioting or any(t.kind.key in ("clash", "looting") for t in segment.triggers):
        return VIOLENT_DEMONSTRATION if demonstrates(scene) else MOB
    killed = any(t.kind == "killed" and segment.first <= t.at < segment.last for t in scene.tolls)
    if killed and has_shots(scene, segment):
        return EXCESSIVE_FORCE
    return None if is_dispersal(scene) else ATTACK


def _abduction(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    armed = _all_armed(scene, segment, parts)
    return ARMED_CLASH if armed and segment.main.kind.rank == 0 else None


def _arrest(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    """Return an abduction where no state arrests civilians, as ACLED's codebook has it."""
    if any(party.actor_id == PROTESTERS and role == TARGET for party, role in parts):
        return INTERVENTION
    marches = [scene.lowers[t.last - 1] for t in segment.triggers if t.kind.key == "protest"]
    if not MARCHES.isdisjoint(marches):
        return INTERVENTION
    kinds = {party.kind for party, role in parts if role == ATTACKER}
    armed = any(party.armed for party, role in parts if role == TARGET)
    return ABDUCTION if kinds and not kinds & STATES and not armed else None


def _clash(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    """Return a riot for a clash of a crowd with the police or with another crowd."""
    if all(party.actor_id not in (RIOTERS, PROTESTERS) for party, _ in parts):
        return _crowds(scene, segment, parts)
    armed = {party.kind for party, _ in parts if party.armed}
    if armed - STATES:
        return None
    if not armed and any(t.kind == "killed" and t.at < segment.last for t in scene.tolls):
        # Herders and farmers who kill each other come with guns.
        return None
    return VIOLENT_DEMONSTRATION if armed and demonstrates(scene) else MOB


def _crowds(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    """Return a riot where crowds clash, or one state's forces with demonstrators told before."""
    armed = {party.actor_id for party, _ in parts if party.armed}
    states = all(party.kind in STATES for party, _ in parts if party.armed)
    if len(armed) == 1 and states and has_crowd(scene):
        return VIOLENT_DEMONSTRATION
    words = scene.lowers[segment.first : segment.last]
    peoples = not armed and not PEOPLES.isdisjoint(words) and GUNS.isdisjoint(words)
    killed = any(t.kind == "killed" and t.at < segment.last for t in scene.tolls)
    return MOB if peoples and not killed else None


def _riot(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    """Return a battle where fighters "clashed with police", a mob without a demonstration."""
    fighters = any(
        party.armed and party.kind not in STATES and role in (ATTACKER, PARTY)
        for party, role in parts
    )
    inmates = scene.lowers[segment.main.first].startswith("riot")
    if fighters and not inmates and all(party.actor_id != RIOTERS for party, _ in parts):
        hit = any(role == TARGET for _, role in parts)
        return by_victims(scene, segment, parts) if hit else ARMED_CLASH
    return None if demonstrates(scene) else MOB


def _looting(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    """Return a riot where a crowd destroys, and the stopping of weapons that are destroyed."""
    if any(party.actor_id == RIOTERS and role == ATTACKER for party, role in parts):
        return MOB
    return DISRUPTED if takes(scene, segment.last, segment.main, WEAPONS) else None


def _disarm(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    """Return a battle where "neutralized" killed, a missile attack on what carries a crew."""
    word = scene.lowers[segment.main.first]
    if word.startswith("neutrali") and is_flown(scene, segment, parts):
        return AIR_STRIKE
    if word.startswith("neutrali") and any(party.armed and role == TARGET for party, role in parts):
        return ARMED_CLASH
    counted = any(t.kind == "killed" and t.at == segment.main.first for t in scene.tolls)
    if counted:
        return _attack(scene, segment, parts)
    passive = scene.lowers[segment.main.first - 1] in ("was", "were", "been")
    begin = segment.first if passive else segment.main.last
    after = scene.lowers[begin : segment.last]
    if word.startswith("intercept") and not any(w in WEAPONS or w in MANNED for w in after):
        return ATTACK
    manned = word.startswith(("sho", "down")) and not MANNED.isdisjoint(after)
    return SHELLING if manned else None


def _air(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    """Return a laid bomb for a "bombing" by nobody who flies."""
    if (
        scene.lowers[segment.main.last - 1] not in BOMBING
        or segment.main.last - 1 > segment.main.first
    ):
        return None
    kinds = {party.kind for party, role in parts if role == ATTACKER}
    if "dropped" in scene.lowers[segment.first : segment.last]:
        return None
    flown = any(word in AIR_WORDS for word in scene.lowers[segment.first : segment.last])
    return None if flown or kinds & STATES else BOMB


def _shelling(scene: Scene, segment: Segment, _: Sequence[Part]) -> tuple[str, str] | None:
    """Return an air strike where aircraft pound a place, or attack it with rockets."""
    before = scene.lowers[segment.first : segment.main.first]
    pounds = scene.lowers[segment.main.first] in POUNDING
    if pounds and not AIR_WORDS.isdisjoint(before):
        return AIR_STRIKE
    armed = any(t.kind.key == "attack" and t.first < segment.main.first for t in segment.triggers)
    return AIR_STRIKE if armed and not FLIERS.isdisjoint(before) else None


def _strike(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    """Return an air strike where somebody flies, else what armed people do who "hit" others."""
    flown = any(word in AIR_WORDS for word in scene.lowers[segment.first : segment.last])
    if flown or not scene.lowers[segment.main.first].startswith("hit"):
        return AIR_STRIKE if flown else None
    states = any(party.kind in STATES for party, role in parts if role == ATTACKER)
    return None if states else by_victims(scene, segment, parts)


def _displacement(_: Scene, __: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    """Return a withdrawal where soldiers or fighters flee, and nobody else."""
    fleeing = [party for party, role in parts if role in (ATTACKER, TARGET)]
    armed = bool(fleeing) and all(party.armed for party in fleeing)
    return ("Troop movement", "Withdrawal") if armed else None


RULES: dict[str, Callable[[Scene, Segment, Sequence[Part]], tuple[str, str] | None]] = {
    "abduction": _abduction,
    "arrest": _arrest,
    "clash": _clash,
    "riot": _riot,
    "crude": _crude,
    "dispersal": _dispersal,
    "road_cut": road_block_of,
    "looting": _looting,
    "disarm": _disarm,
    "displacement": _displacement,
    "air": _air,
    "strike": _strike,
    "shelling": _shelling,
}
"""Kinds whose type depends on who does it to whom."""


def _attack(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str]:
    """Return a battle when armed people were attacked, else violence against civilians."""
    roles = {party.actor_id: role for party, role in parts}
    if roles.get(RIOTERS) == ATTACKER:
        return MOB
    if roles.get(PROTESTERS) == TARGET:
        return EXCESSIVE_FORCE
    words = scene.lowers[segment.first : segment.last]
    if not GUNFIGHT.isdisjoint(words):
        return ARMED_CLASH
    if segment.main.form is Form.NOUN and "targets" in words and not HITTING.isdisjoint(words):
        return AIR_STRIKE
    made = made_as_told(scene, segment, parts) or made_with(scene, segment, parts)
    return made or by_victims(scene, segment, parts)


def _all_armed(scene: Scene, segment: Segment, parts: Sequence[Part]) -> bool:
    targets = targets_of(scene, segment, parts)
    return bool(targets) and all(party.armed and party.actor_id != CIVILIANS for party in targets)
