"""Keeping out what only sounds like war: sport, courts, labor strikes, accidents, illness."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from mapapp.events.casting import ATTACKER
from mapapp.events.everyday import (
    DEVICES,
    is_animal,
    is_everyday,
    is_history,
    is_match,
    is_petty,
    is_soft,
)
from mapapp.events.parties import CIVILIANS, RIOTERS
from mapapp.events.scene import Scene, Segment
from mapapp.events.triggers import PROTESTS, REMOTE, RIOTS, Form
from mapapp.model.event import Count, Participant

UNRELATED = frozenset(
    "overdose overdoses crash crashed collided collision accident accidents accidental "
    "earthquake quake flood floods flooding landslide mudslide cyclone hurricane typhoon tornado "
    "disease cholera ebola coronavirus covid cancer virus malaria measles outbreak epidemic "
    "capsized shipwreck lightning heatwave drowned malnutrition suicide-watch avalanche derailed "
    "overturned plunged ravine swerved ferry smuggling pandemic traffic fentanyl drowning vaccine "
    "stampede electrocuted collapse collapsed storm trees".split()
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
"""After "his" and "her", the victim or the doer of a crime in a family ("shot his wife")."""

LABOR = frozenset(
    "workers union unions staff crew pay wages conditions teachers' airline owners drivers "
    "passengers students doctors nurses teachers pilots lawyers shopkeepers".split()
)
ENTERING = frozenset("entered enters entering".split())
"""Verbs by which ground is taken where fighters do it; anybody else may come in."""

BARE_STRIKES = frozenset(("strike", "strikes"))
CROWDED = frozenset((PROTESTS, RIOTS))
"""Types of events that the news of a peaceful country tells too."""

TROOPS = frozenset("soldiers soldier troops army forces commandos paratroopers".split())
WEAPONS = frozenset(
    "gun guns gunfire rifle rifles bullets machete machetes knife knives shot armed weapon weapons "
    "explosive explosives grenade bomb shell shells fire gunshots gunshot ambush bullet "
    "firearms stabbed arson blast convoy hideout".split()
)


ARMS = (WEAPONS - {"fire", "convoy", "blast"}) | {"sticks", "bricks", "clubs", "stones"}
"""Weapons that no accident has, and those of a brawl."""

PEACE = frozenset(
    "peace ceasefire truce war conflict hostage hostages prisoner prisoners fighting negotiations "
    "withdrawal sanctions border rebel rebels attack attacks crisis mediation mediators".split()
)
"""Beside talks, words of a war; without one, talks need two parties."""


DIED = frozenset("died dies die perished".split())
"""Words of death that name no killer and no violence."""

NOTHING: frozenset[str] = frozenset()
BACKING = {"agreement": PEACE, "disarm": DEVICES}
"""Words that back a kind of event where nobody armed is named."""


def is_of_war(
    scene: Scene,
    segment: Segment,
    participants: Sequence[Participant],
    counts: Mapping[str, Count],
    *,
    of_peace: bool,
    war: bool,
) -> bool:
    """Return whether a segment tells an event of a conflict and not of everyday news.

    Args:
        scene: The sentence.
        segment: The stretch that tells the event.
        participants: Who is in it.
        counts: Its tolls by kind.
        of_peace: Whether the document is about something else than a war.
        war: Whether the text before it told an event, or names somebody who fights.
    """
    kind = segment.main.kind
    words = scene.lowers[segment.first : segment.last]
    armed = any(party.armed for party in segment.parties(scene))
    silent = of_peace and kind.type not in CROWDED and not _has_fighters(scene, segment)
    silent = silent or _only_enters(scene, segment)
    if silent or _is_other_news(scene, segment, participants, counts, armed=armed):
        return False
    if scene.lowers[segment.main.first] in BARE_STRIKES:
        return armed or bool(counts) or LABOR.isdisjoint(words)
    if kind.key not in AMBIGUOUS_KINDS or armed:
        return True
    if kind.key in ARMED_ONLY:
        return _has_named(participants)
    if (is_soft(scene, segment) or _just_died(scene, segment)) and not (
        war or any(p.armed for p in scene.parties)
    ):
        return _is_backed(words, participants, counts)
    weapon = not WEAPONS.isdisjoint(words)
    weapon = weapon or not BACKING.get(kind.key, NOTHING).isdisjoint(words)
    return weapon or bool(counts or scene.places) or _has_named(participants)


def _is_other_news(
    scene: Scene,
    segment: Segment,
    participants: Sequence[Participant],
    counts: Mapping[str, Count],
    *,
    armed: bool,
) -> bool:
    """Return whether a segment tells of old times, an accident, a crime or peaceful life."""
    kind = segment.main.kind
    bare = kind.key == "kill" and segment.main.form is Form.NOUN and not counts
    if bare or (kind.key in CRIMES and _is_peaceful(scene, segment, participants, armed=armed)):
        return True
    if any(is_other(scene, segment) for is_other in (is_history, is_petty, is_animal)):
        return True
    if _is_courtesy(scene, segment, participants):
        return True
    if "killed" not in counts and is_match(scene, segment):
        return True
    return not armed and is_everyday(scene, segment, killed="killed" in counts)


def _is_courtesy(scene: Scene, segment: Segment, participants: Sequence[Participant]) -> bool:
    """Return whether a meeting is of one party and about no war."""
    if segment.main.kind.key != "talks":
        return False
    alone = len([p for p in participants if p.actor_id != CIVILIANS]) <= 1
    return alone and PEACE.isdisjoint(scene.lowers[segment.first : segment.last])


def _just_died(scene: Scene, segment: Segment) -> bool:
    """Return whether people died and nothing tells of what: "two climbers died"."""
    words = scene.lowers[segment.first : segment.last]
    died = scene.lowers[segment.main.first] in DIED and ARMS.isdisjoint(words)
    return died and all(t.kind.key == "kill" for t in segment.triggers)


def _is_backed(
    words: Sequence[str], participants: Sequence[Participant], counts: Mapping[str, Count]
) -> bool:
    """Return whether deaths, weapons or fighters back a word that peaceful news uses too."""
    hurt = ("killed" in counts or "injured" in counts) and DIED.isdisjoint(words)
    return (
        hurt
        or not ARMS.isdisjoint(words)
        or any(p.actor_id not in (CIVILIANS, RIOTERS) for p in participants)
    )


def _only_enters(scene: Scene, segment: Segment) -> bool:
    """Return whether somebody comes into a place who takes no ground: aid workers, a visitor."""
    if scene.lowers[segment.main.first] not in ENTERING:
        return False
    return not any(p.armed and p.last <= segment.main.first for p in segment.parties(scene))


def _has_fighters(scene: Scene, segment: Segment) -> bool:
    """Return whether somebody fights here, or a weapon of war goes off."""
    if segment.main.kind.type == REMOTE and segment.main.kind.key != "strike":
        return scene.lowers[segment.main.first] not in BARE_STRIKES
    return any(
        party.armed and (party.kind != "state" or scene.lowers[party.last - 1] in TROOPS)
        for party in segment.parties(scene)
    )


def _is_peaceful(
    scene: Scene, segment: Segment, participants: Sequence[Participant], *, armed: bool
) -> bool:
    """Return whether deaths are no matter of conflict: accidents, illness, everyday crime."""
    words = scene.lowers[segment.first : segment.last]
    if any(p.actor_id == RIOTERS and p.role == ATTACKER for p in participants):
        return False
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
    return any(
        scene.lowers[at] in ("his", "her")
        and scene.lowers[at + 1] in KIN
        and (at - 1 in scene.trigger_tokens or scene.lowers[at - 1] == "by")
        for at in range(segment.first + 1, segment.last - 1)
    )


def _has_named(participants: Sequence[Participant]) -> bool:
    return any(p.actor_id != CIVILIANS for p in participants)
