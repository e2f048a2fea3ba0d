"""What a protest was: peaceful, broken up, met with lethal force, or violent itself."""

from collections.abc import Sequence
from itertools import pairwise

from mapapp.events.casting import ATTACKER, Part
from mapapp.events.means import has_crowd, opens_fire
from mapapp.events.parties import CIVILIANS, PROTESTERS, RIOTERS
from mapapp.events.scene import Scene, Segment
from mapapp.events.sub_types import (
    EXCESSIVE_FORCE,
    INTERVENTION,
    PEACEFUL_PROTEST,
    STATES,
    VIOLENT_DEMONSTRATION,
)
from mapapp.events.triggers import Form, Trigger

VIOLENT_KEYS = frozenset("clash looting crude riot".split())
FORCE_OF_POLICE = frozenset(
    "dispersed disperse dispersing teargas tear baton batons cannon cannons rubber arrested "
    "detained intervened crackdown cracked clubs truncheons beat removed evicted kettled "
    "charged".split()
)
LETHAL_FORCE = frozenset("live ammunition shot killing killed opened gunfire bullets".split())
LIVE = frozenset("ammunition rounds bullets fire ammo".split())
ABOUT = frozenset(
    "against over after following about because denouncing condemning since for".split()
)
"""After a protest, words of what it is about."""

BURNING = frozenset("tires tyres barricades burning stones logs debris".split())

JOINING = frozenset("and then also later".split())
TURNS = frozenset("when as while turned".split())
"""Words after which a protest turns: "over prices, when youths looted shops"."""

JOINED_REACH = 3
"""Tokens before a verb in which "and" makes it a deed of the protest."""


def protest_of(
    scene: Scene, segment: Segment, parts: Sequence[Part], *, killed: bool
) -> tuple[str, str]:
    """Return event type and sub-type of a protest.

    Args:
        scene: The sentence.
        segment: The stretch that tells the protest.
        parts: Its parties with their roles.
        killed: Whether a death toll is stated for it.
    """
    if any(
        t.kind.key in VIOLENT_KEYS
        and (t.form is not Form.NOUN or t.kind.key == "crude")
        and not _is_cause(scene, segment, t)
        for t in segment.triggers
    ):
        return VIOLENT_DEMONSTRATION
    words = scene.lowers[segment.first : segment.last]
    if killed and not LETHAL_FORCE.isdisjoint(words):
        return EXCESSIVE_FORCE
    if _is_shot_at(words, parts):
        return EXCESSIVE_FORCE
    return PEACEFUL_PROTEST if FORCE_OF_POLICE.isdisjoint(words) else INTERVENTION


def _is_shot_at(words: Sequence[str], parts: Sequence[Part]) -> bool:
    """Return whether armed people fire live rounds at protesters."""
    if all(role != ATTACKER or not party.armed for party, role in parts):
        return False
    live = any(one == "live" and other in LIVE for one, other in pairwise(words))
    return live or opens_fire(words)


def _is_cause(scene: Scene, segment: Segment, trigger: Trigger) -> bool:
    """Return whether violence is what a protest is about: "protested after thugs burned ..."."""
    between = scene.lowers[segment.main.last : trigger.first]
    turns = [at for at, word in enumerate(between) if word in TURNS]
    if ABOUT.isdisjoint(between[turns[-1] :] if turns else between):
        return False
    return trigger.form is Form.NOUN or JOINING.isdisjoint(between[-JOINED_REACH:])


def road_block_of(scene: Scene, segment: Segment, _: Sequence[Part]) -> tuple[str, str] | None:
    """Return the protest that a road block of a crowd is, with fire or stones a riot.

    A road that the lexicon of roads knows stays cut, whoever cut it.
    """
    if scene.roads:
        return None
    before = [party for party in segment.parties(scene) if party.first < segment.main.first]
    crowd = any(party.actor_id in (CIVILIANS, PROTESTERS, RIOTERS) for party in before)
    crowd = crowd or (not before and has_crowd(scene))
    if not crowd or any(party.armed and party.kind not in STATES for party in before):
        return None
    words = scene.lowers[segment.first : segment.last]
    violent = any(t.kind.key in VIOLENT_KEYS for t in segment.triggers)
    if violent or not BURNING.isdisjoint(words):
        return VIOLENT_DEMONSTRATION
    return PEACEFUL_PROTEST if FORCE_OF_POLICE.isdisjoint(words) else INTERVENTION
