"""Weapons of which only the sentences around tell: "raids" of aircraft, "fire" of artillery."""

from collections.abc import Sequence
from itertools import pairwise

from mapapp.events.casting import ATTACKER, Part
from mapapp.events.means import FLIERS, SHOTS, TOLD_BEFORE
from mapapp.events.scene import Scene, Segment
from mapapp.events.sub_types import AIR_STRIKE, SHELLING, STATES
from mapapp.events.triggers import Form

RAIDS = frozenset(("raid", "raids"))
HITS = frozenset("hit hits struck strikes pounded targeted flattened".split())
"""Done to a place by a raid from the air; on the ground a raid is on it."""

HIT_REACH = 8
"""Tokens after "raid" in which it hits: "a raid by the government hit a base"."""

FLYING = FLIERS | frozenset("airstrike airstrikes drone drones warplane helicopter jet".split())
FLOWN = frozenset("strike strikes raid raids bombardment bombing force".split())
"""After "air", words of an attack from it."""

ON_THE_GROUND = frozenset(
    "raided troops soldiers gunmen police militants stormed arrested house detained "
    "searched night cattle dawn arrests".split()
)
"""Words by which a raid is no air raid."""

SHELLED = frozenset(
    "artillery shelling shelled shells shell mortar mortars howitzer howitzers tank tanks "
    "rocket rockets bombardment".split()
)
FIRED = frozenset(("fire", "rounds", "salvo", "salvoes", "salvos"))
BY = frozenset(("by", "in", "from", "under"))
FALLS = frozenset("hit fell landed struck fired slammed crashed".split())


def made_as_told(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    """Return the type of an attack by the weapons told around it; None where none are."""
    if _is_air_raid(scene, segment, parts):
        return AIR_STRIKE
    return SHELLING if _is_shelled(scene, segment) else None


def _is_air_raid(scene: Scene, segment: Segment, parts: Sequence[Part]) -> bool:
    """Return whether a "raid" came by air: it hit something, or aircraft are told of before."""
    lowers = scene.lowers
    at = next(
        (t.first for t in segment.triggers if t.form is Form.NOUN and lowers[t.first] in RAIDS), -1
    )
    words = lowers[segment.first : segment.last]
    rebels = any(p.armed and p.kind not in STATES and role == ATTACKER for p, role in parts)
    if at < 0 or not ON_THE_GROUND.isdisjoint(words):
        return False
    after = lowers[at + 1 : min(at + HIT_REACH, segment.last)]
    acted = next((t for t in segment.triggers if t.first > at), None)
    if acted is not None and lowers[acted.first] in HITS and lowers[acted.first] in after:
        return True
    return not rebels and _is_told(scene, FLYING, FLOWN)


def _is_shelled(scene: Scene, segment: Segment) -> bool:
    """Return whether "fire" and "rounds" are those of the artillery told of before."""
    words = scene.lowers[segment.first : segment.last]
    if FIRED.isdisjoint(words) or not SHOTS.isdisjoint(words):
        return False
    by = any(one in BY and two == "fire" for one, two in pairwise(words))
    fell = "fire" not in words and not FALLS.isdisjoint(words)
    return (by or fell) and _is_told(scene, SHELLED, frozenset())


def _is_told(scene: Scene, weapons: frozenset[str], flown: frozenset[str]) -> bool:
    """Return whether weapons are named in a sentence or just before it."""
    begin = max(scene.sentence.first - TOLD_BEFORE, 0)
    before = scene.lowers[begin : scene.sentence.last]
    if not weapons.isdisjoint(before):
        return True
    return bool(flown) and any(one == "air" and two in flown for one, two in pairwise(before))
