"""What the weapons of a clause say of its kind: remote, face to face, thrown by a crowd.

ACLED's codebook (2023) has remote violence one-sided: where both sides fight, or raiders throw a
grenade and shoot, it is a battle. Crude bombs are no remote violence: a crowd riots with them.
"""

from collections.abc import Sequence
from itertools import pairwise

from mapapp.events.casting import ATTACKER, Part
from mapapp.events.parties import PROTESTERS, RIOTERS
from mapapp.events.scene import Scene, Segment
from mapapp.events.sub_types import AIR_STRIKE, BOMB, SHELLING
from mapapp.events.triggers import Form

AIR_WORDS = frozenset(
    "air aircraft plane planes warplane warplanes jet jets helicopter helicopters drone drones "
    "aerial airstrike airstrikes barrel uav uavs".split()
)
FLIERS = frozenset("planes plane jets warplanes aircraft helicopter helicopters gunships".split())
"""Just before an attack, those who made it from the air."""

FLYING_REACH = 7
"""Tokens before an attack in which they stand: "planes of the army carried out 12 raids"."""

MINES = frozenset("mines landmines ieds explosives mine ied landmine".split())
USING = frozenset(("with", "using"))
BY = frozenset(("by", "from"))
"""Before what attacks: only straight after the verb, for "airdropped by helicopters" is none."""

USING_REACH = 4
"""Tokens after "using" in which the aircraft or mine stands."""

DEMONSTRATING = frozenset(
    "protest protests protesting protested protesters protestors protester demonstration "
    "demonstrations demonstrators demonstrating demonstrated demonstrator rally rallies march "
    "marching marched marchers procession picket hartal bandh slogans dharna rallied".split()
)
"""Words of a demonstration; a crowd that is violent without one is a mob."""

DEMANDING = frozenset(
    "strike demanding demand demands blockade blocked blocking barricaded barricades tires tyres "
    "anti gathered denouncing against unrest".split()
)
"""Words that make a crowd of the same sentence demonstrators."""

TOLD_BEFORE = 60
"""Tokens before a sentence in which a demonstration may have been told."""

CROWDED = DEMONSTRATING | frozenset(
    "demanding demand blockade blocked barricaded barricades tires tyres gathered unrest "
    "crowd crowds disperse dispersed dispersing rioters riot mob clashed clashes gathering "
    "supporters stones rocks".split()
)
"""Words of people whom the police may disperse; tear gas on others is an attack."""

FACE_TO_FACE = frozenset("clash clashes clashed clashing skirmish skirmishes".split())
PASSED = frozenset("after following amid by recent from".split())
"""Before a clash, words that make it past."""

SHOTS = frozenset(
    "gunfire firearms gunshots bullets machineguns shooting gunbattle firefight shootout".split()
)
OPENED = frozenset("opened opening open opens".split())
WENT_OFF = frozenset(
    "exploded explode explosion explosions detonated blasts blast went off".split()
)
THROWN = frozenset("threw thrown throwing hurled hurling lobbed tossed throw hurl".split())


def demonstrates(scene: Scene) -> bool:
    """Return whether a sentence, or one just before it, tells of a demonstration."""
    first, last = scene.sentence.first, scene.sentence.last
    if not DEMANDING.isdisjoint(scene.lowers[first:last]):
        return True
    return not DEMONSTRATING.isdisjoint(scene.lowers[max(first - TOLD_BEFORE, 0) : last])


def has_crowd(scene: Scene) -> bool:
    """Return whether demonstrators are told of in a sentence or just before it."""
    begin = max(scene.sentence.first - TOLD_BEFORE, 0)
    return not DEMONSTRATING.isdisjoint(scene.lowers[begin : scene.sentence.last])


def is_dispersal(scene: Scene) -> bool:
    """Return whether there is a crowd for tear gas to disperse."""
    return not CROWDED.isdisjoint(scene.lowers[scene.sentence.first : scene.sentence.last])


def is_fought_out(scene: Scene, segment: Segment) -> bool:
    """Return whether remote weapons are only part of a clash told before them."""
    main = segment.main
    return any(
        t.kind.key == "clash"
        and (t.form is Form.MUTUAL or scene.lowers[t.first] in FACE_TO_FACE)
        and t.first < main.first
        and PASSED.isdisjoint(scene.lowers[max(t.first - 2, segment.first) : t.first])
        for t in segment.triggers
    )


def has_shots(scene: Scene, segment: Segment) -> bool:
    """Return whether guns are fired beside a bomb or grenade."""
    words = scene.lowers[segment.first : segment.last]
    if not SHOTS.isdisjoint(words):
        return True
    return opens_fire(words) or ("small", "arms") in pairwise(words)


def opens_fire(words: Sequence[str]) -> bool:
    """Return whether somebody opens fire."""
    return any(one in OPENED and other == "fire" for one, other in pairwise(words))


def made_with(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str] | None:
    """Return the type of an attack from the air, with mines or heavy weapons; None for others."""
    if is_flown(scene, segment, parts):
        return AIR_STRIKE
    if _is_made_with(scene, segment, MINES):
        return BOMB
    words = scene.lowers[segment.main.last : segment.last]
    heavy = any(one == "heavy" and two == "weapons" for one, two in pairwise(words))
    return SHELLING if heavy and not USING.isdisjoint(words) else None


def is_flown(scene: Scene, segment: Segment, parts: Sequence[Part]) -> bool:
    """Return whether an attack came by air: "attacked ... using helicopters", an air force's."""
    if _is_made_with(scene, segment, AIR_WORDS):
        return True
    lowers, last = scene.lowers, segment.main.last
    begin = max(segment.main.first - FLYING_REACH, segment.first)
    if not FLIERS.isdisjoint(lowers[begin : segment.main.first]):
        return True
    near = lowers[last : min(last + USING_REACH, segment.last)]
    if near and near[0] in BY and not AIR_WORDS.isdisjoint(near):
        return True
    for party, role in parts:
        if role == ATTACKER and party.last <= segment.main.first:
            named = lowers[party.first : min(party.last + 2, segment.main.first)]
            if any(one == "air" and two.startswith("force") for one, two in pairwise(named)):
                return True
    return False


def _is_made_with(scene: Scene, segment: Segment, weapons: frozenset[str]) -> bool:
    lowers = scene.lowers
    return any(
        lowers[at] in USING
        and not weapons.isdisjoint(lowers[at + 1 : min(at + 1 + USING_REACH, segment.last)])
        for at in range(segment.main.last, segment.last)
    )


def goes_off(scene: Scene, segment: Segment) -> bool:
    """Return whether a crude bomb was laid and went off, and not thrown."""
    words = scene.lowers[segment.first : segment.last]
    return not WENT_OFF.isdisjoint(words) and THROWN.isdisjoint(words)


def is_crowds(segment: Segment, parts: Sequence[Part]) -> bool:
    """Return whether a crowd or a protest is in a clause."""
    if any(t.kind.key in ("protest", "riot", "mob") for t in segment.triggers):
        return True
    return any(p.actor_id in (RIOTERS, PROTESTERS) and role == ATTACKER for p, role in parts)
