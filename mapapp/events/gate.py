"""Keeping out what only sounds like war: sport, courts, labor strikes, accidents, illness."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from mapapp.events.parties import CIVILIANS
from mapapp.events.scene import Scene, Segment
from mapapp.events.triggers import PROTESTS, REMOTE, RIOTS, Form
from mapapp.model.event import Count, Participant

UNRELATED = frozenset(
    "overdose overdoses crash crashed collided collision accident accidents accidental "
    "earthquake quake flood floods flooding landslide mudslide cyclone hurricane typhoon tornado "
    "disease cholera ebola coronavirus covid cancer virus malaria measles outbreak epidemic "
    "capsized shipwreck lightning heatwave drowned malnutrition suicide-watch avalanche derailed "
    "overturned plunged ravine swerved ferry smuggling pandemic traffic fentanyl drowning vaccine "
    "stampede electrocuted".split()
)
"""Words that make deaths no matter of conflict, unless a weapon or fighter stands beside."""

ACCIDENTS = frozenset(
    (one, other)
    for one in ("gas", "boiler", "furnace")
    for other in ("explosion", "explosions", "blast", "leak", "cylinder")
)
"""Pairs of words that do so too."""

AMBIGUOUS_KINDS = frozenset(
    "attack kill strike clash gain loss threat disarm looting movement withdrawal change transfer "
    "base arrest talks agreement doubt".split()
)
"""Kinds whose words peaceful news uses too; they need a fighter, a toll or a place."""

ARMED_ONLY = frozenset("doubt threat movement withdrawal change talks".split())
"""Kinds that without an actor of the war are no event of it."""

CRIMES = frozenset(("kill", "attack", "strike"))
INQUIRY = frozenset("investigating homicide domestic manslaughter".split())
KIN = frozenset("wife husband girlfriend boyfriend ex spouse partner".split())
"""After "his" and "her", the victims of a crime in a family."""

LABOR = frozenset("workers union unions staff crew pay wages conditions teachers' airline".split())
BARE_STRIKES = frozenset(("strike", "strikes"))
CROWDED = frozenset((PROTESTS, RIOTS))
"""Types of events that the news of a peaceful country tells too."""

TROOPS = frozenset("soldiers soldier troops army forces commandos paratroopers".split())
WEAPONS = frozenset(
    "gun guns gunfire rifle rifles bullets machete machetes knife knives shot armed weapon weapons "
    "explosive explosives grenade bomb shell shells fire gunshots gunshot ambush bullet "
    "firearms stabbed arson blast convoy hideout".split()
)


def is_of_war(
    scene: Scene,
    segment: Segment,
    participants: Sequence[Participant],
    counts: Mapping[str, Count],
    *,
    of_peace: bool,
) -> bool:
    """Return whether a segment tells an event of a conflict and not of everyday news.

    Args:
        scene: The sentence.
        segment: The stretch that may tell an event.
        participants: Its parties with their roles.
        counts: Its tolls.
        of_peace: Whether the document is about something else than a war.
    """
    kind = segment.main.kind
    if of_peace and kind.type not in CROWDED and not _has_fighters(scene, segment):
        return False
    words = scene.lowers[segment.first : segment.last]
    armed = any(party.armed for party in segment.parties(scene))
    bare = kind.key == "kill" and segment.main.form is Form.NOUN and not counts
    if bare or (kind.key in CRIMES and _is_peaceful(scene, segment, armed=armed)):
        return False
    if scene.lowers[segment.main.first] in BARE_STRIKES:
        return armed or not any(word in LABOR for word in words)
    if kind.key not in AMBIGUOUS_KINDS or armed:
        return True
    if kind.key in ARMED_ONLY:
        return any(p.actor_id != CIVILIANS for p in participants)
    weapon = any(word in WEAPONS for word in words)
    return bool(counts) or weapon or bool(scene.places) or _has_named(participants)


def _has_fighters(scene: Scene, segment: Segment) -> bool:
    """Return whether somebody fights here, or a weapon of war goes off."""
    if segment.main.kind.type == REMOTE and segment.main.kind.key != "strike":
        return scene.lowers[segment.main.first] not in BARE_STRIKES
    return any(
        party.armed and (party.kind != "state" or scene.lowers[party.last - 1] in TROOPS)
        for party in segment.parties(scene)
    )


def _is_peaceful(scene: Scene, segment: Segment, *, armed: bool) -> bool:
    """Return whether deaths are no matter of conflict: accidents, illness, everyday crime."""
    words = scene.lowers[segment.first : segment.last]
    unrelated = not (UNRELATED.isdisjoint(words) and ACCIDENTS.isdisjoint(pairwise(words)))
    if unrelated and not armed and segment.main.kind.key != "attack":
        return True
    return segment.main.kind.key != "strike" and _is_crime(scene, segment)


def _is_crime(scene: Scene, segment: Segment) -> bool:
    """Return whether a killing is the police's or a family's affair and of no fighters."""
    words = scene.lowers[segment.first : segment.last]
    if any(p.armed and p.kind != "state" for p in segment.parties(scene)):
        return False
    if not INQUIRY.isdisjoint(words):
        return True
    return any(one in ("his", "her") and other in KIN for one, other in pairwise(words))


def _has_named(participants: Sequence[Participant]) -> bool:
    return any(p.actor_id != CIVILIANS for p in participants)
