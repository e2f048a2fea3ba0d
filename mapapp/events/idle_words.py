"""Words that tell an event only beside the right other word: "fired", "opened", "cut"."""

import re
from collections.abc import Callable, Sequence

AIMED = frozenset("at on upon into toward towards indiscriminately".split())
AMMUNITION = frozenset("shots shot gunshots rounds bullets bullet gunfire weapons".split())
FIRED_REACH = 7
"""Tokens after "fired" in which its aim or its ammunition stands; without, people lose jobs."""

TARGET_LEADS = frozenset(
    "the a an this that these those of for his its their on at against hit struck destroyed "
    "military enemy civilian key strategic strike possible potential high - value several "
    "multiple two three four five other".split()
)
TARGET_FOLLOWERS = frozenset(
    "in near at of and by with along across around inside outside as for from was were "
    ", . ;".split()
)
"""Beside "targets", words that make it those aimed at and no event."""

ROADS = frozenset(
    "road roads highway highways route routes motorway expressway autobahn roadway".split()
)
ROAD_CODE = re.compile(r"[a-z]{1,2}-?\d{1,4}")
"""Names of roads in letters and digits: "the M5", "the T0504"."""

ROAD_REACH = 8
BARS = frozenset(
    "in at near on after before during with by from while when who which and but into , . ; "
    ":".split()
)
"""Between a verb and its road, words that begin something else."""

PASSIVE = frozenset("is was were been are being be".split())
SUBJECT_REACH = 14
"""Tokens before "was cut" in which its road stands."""


PROTEST_FOLLOWERS = frozenset(
    "against for in outside at on to over near and peacefully demanding calling after during "
    "before with , . ;".split()
)
"""After "demonstrated", words that make it a protest; else something is shown."""


def is_idle(lowers: Sequence[str], at: int, end: int, first: int, last: int) -> bool:
    """Return whether trigger words tell no event where they stand.

    Args:
        lowers: Folded tokens.
        at: First token of the words.
        end: One past their last token.
        first: First token of the sentence.
        last: One past its last token.
    """
    rule = RULES.get(lowers[at] if end == at + 1 else " ".join(lowers[at:end]))
    return rule is not None and not rule(lowers, at, first, last)


def _is_shooting(lowers: Sequence[str], at: int, first: int, last: int) -> bool:
    """Return whether weapons are fired: "fired several shots at", "fired IFVs at"."""
    after = lowers[at + 1 : min(at + FIRED_REACH, last)]
    before = lowers[max(at - FIRED_REACH, first) : at]
    passive = not {"was", "were"}.isdisjoint(before[-2:])
    aimed = not AIMED.isdisjoint(after) and not passive
    return aimed or not AMMUNITION.isdisjoint(after) or not AMMUNITION.isdisjoint(before)


def _aims(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether "targets" is a verb: in "strikes on PKK targets near Erbil" it is not."""
    following = lowers[at + 1] if at + 1 < last else "."
    return not (lowers[at - 1] in TARGET_LEADS or following in TARGET_FOLLOWERS)


def _is_of_road(lowers: Sequence[str], at: int, first: int, last: int) -> bool:
    """Return whether a road is a verb's object, or its subject: "the M5 was cut"."""
    for word in lowers[at + 1 : min(at + ROAD_REACH, last)]:
        if word in BARS:
            break
        if _is_road(word):
            return True
    before = lowers[max(at - SUBJECT_REACH, first) : at]
    if lowers[at + 1 : at + 2] == ["it"]:
        return any(_is_road(word) for word in before)
    passive = not PASSIVE.isdisjoint(before[-2:])
    return passive and "," not in before and any(_is_road(word) for word in before)


def _is_protest(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether people demonstrate, and not their skills."""
    return at + 1 >= last or lowers[at + 1] in PROTEST_FOLLOWERS


def _is_found(lowers: Sequence[str], _: int, first: int, last: int) -> bool:
    """Return whether hidden weapons are found or taken, and not hit: "struck an arms depot"."""
    return not FOUND.isdisjoint(lowers[first:last])


def _is_ground_lost(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether ground is lost, and not a match or hope."""
    return not GROUND.isdisjoint(lowers[at + 1 : min(at + GROUND_REACH, last)])


def _is_taken(lowers: Sequence[str], at: int, first: int, _: int) -> bool:
    """Return whether somebody is taken hostage: "took 55 civilians hostage"."""
    return not TAKING.isdisjoint(lowers[max(at - TAKING_REACH, first) : at])


def _is_forced(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether people are taken by force, and do not come by force."""
    return not FORCED.isdisjoint(lowers[at + 1 : min(at + 3, last)])


def _is_fight(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether forces engage each other; people get engaged to be married."""
    promised = lowers[at - 1] in ("got", "get", "gets", "became", "been")
    return not promised and lowers[at + 1 : min(at + 2, last)] != ["to"]


def _is_road(word: str) -> bool:
    return word in ROADS or ROAD_CODE.fullmatch(word) is not None


def _is_driven_out(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether somebody is driven off ground: "drove Islamic State out of Sukhna"."""
    return not OFF.isdisjoint(lowers[at + 1 : min(at + DRIVEN_REACH, last)])


def _moves_forces(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether troops or their vehicles are sent: "sent hundreds of armored vehicles"."""
    for word in lowers[at + 1 : min(at + FORCES_REACH, last)]:
        if word in FORCES:
            return True
        if word in OBJECT_ENDS:
            return False
    return False


def _forces_move(lowers: Sequence[str], at: int, first: int, _: int) -> bool:
    """Return whether a column of troops comes: "a convoy of 60 military vehicles arrived"."""
    return not COLUMNS.isdisjoint(lowers[max(at - FORCES_REACH, first) : at])


def _pulls_forces(lowers: Sequence[str], at: int, first: int, last: int) -> bool:
    """Return whether troops are withdrawn: "pulled its troops out of Lysychansk"."""
    return _moves_forces(lowers, at, first, last) and _is_driven_out(lowers, at, first, last)


def _warns_to(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether a warning asks for something: "warned Syria to pull back"."""
    return not DEMAND.isdisjoint(lowers[at + 2 : min(at + DEMAND_REACH, last)])


def _warns_of_force(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether a warning is of what the speaker will do: "warned of retaliation"."""
    return not RETALIATION.isdisjoint(lowers[at + 2 : min(at + RETALIATION_REACH, last)])


def _is_shot(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether people are sprayed with bullets, and not with paint."""
    return not AMMUNITION.isdisjoint(lowers[at + 1 : min(at + DRIVEN_REACH, last)])


def _hits_site(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether "hit" has a site of war or a home as object: "hit a convoy", not "hit by"."""
    return not SITES.isdisjoint(lowers[at + 1 : min(at + HIT_REACH, last)]) and lowers[
        at + 1
    ] not in ("by", "with")


def _is_by_police(lowers: Sequence[str], _: int, first: int, last: int) -> bool:
    """Return whether somebody in uniform disperses people, and no wind seeds."""
    return not POLICE.isdisjoint(lowers[first:last])


def _downs_weapon(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether "downed" brings an aircraft or missile down."""
    return not FLYING.isdisjoint(lowers[at + 1 : min(at + HIT_REACH, last)])


def _is_assault(lowers: Sequence[str], at: int, _: int, last: int) -> bool:
    """Return whether a place is stormed; nobody is who "stormed to victory" or "out"."""
    return at + 1 >= last or lowers[at + 1] not in ("to", "off", "out", "ahead", "home", "back")


SITES = frozenset(
    "column convoy convoys base bases site sites position positions depot depots target targets "
    "airport airfield port refinery plant building buildings hospital school market camp camps "
    "headquarters bridge warehouse barracks post posts troops soldiers militants radar ship vessel "
    "substation apartment residential house houses home homes village villages town city "
    "neighborhood neighbourhood district infrastructure mosque church vehicle vehicles".split()
)
HIT_REACH = 6
"""Tokens after "hit" in which the site stands."""

POLICE = frozenset(
    "police policemen officers officer security forces troops soldiers gendarmes army authorities "
    "guards guard".split()
)
FLYING = frozenset(
    "drone drones uav uavs helicopter helicopters jet jets aircraft plane planes missile missiles "
    "rocket rockets".split()
)
OFF = frozenset(("out", "back"))
DRIVEN_REACH = 8
"""Tokens after "drove" in which "out" stands."""

COLUMNS = frozenset("military armored armoured troops tanks reinforcements".split())
FORCES = COLUMNS | frozenset("soldiers forces fighters mercenaries battalion brigade".split())
FORCES_REACH = 8
"""Tokens between troops and the verb that moves them."""

OBJECT_ENDS = BARS | frozenset("to as for wounded injured families".split())
"""After "sent", words with which its object is over, or is nobody who fights."""

DEMAND = frozenset(("to", "against", "not"))
DEMAND_REACH = 6
"""Tokens after "warned" in which the demand begins."""

RETALIATION = frozenset(
    "retaliation retaliate response respond consequences action force operation offensive strike "
    "strikes crush crushing severe".split()
)
RETALIATION_REACH = 10
"""Tokens after "warned of" in which the threat stands."""

GROUND = frozenset(
    "control town towns city cities village villages territory ground base bases positions "
    "district districts area areas".split()
)
GROUND_REACH = 5
"""Tokens after "losing" in which the ground stands."""

TAKING = frozenset("took take takes taking held holding hold".split())
TAKING_REACH = 8
"""Tokens before "hostage" in which the taking stands."""

FORCED = frozenset(
    "taken took recruited recruiting conscripted disappeared abducted removed deported "
    "transferred detained".split()
)
"""After "forcibly", what is done to people."""

FOUND = frozenset(
    "found discovered uncovered recovered seized unearthed confiscated dismantled located".split()
)

RULES: dict[str, Callable[[Sequence[str], int, int, int], bool]] = {
    "fired": _is_shooting,
    "targets": _aims,
    "hostage": _is_taken,
    "forcibly": _is_forced,
    "engaged": _is_fight,
    "losing": _is_ground_lost,
    "lose": _is_ground_lost,
    **dict.fromkeys("drove pushed flushed".split(), _is_driven_out),
    "sprayed": _is_shot,
    **dict.fromkeys("sent sends sending dispatched dispatching moved".split(), _moves_forces),
    **dict.fromkeys("arrived poured rolled".split(), _forces_move),
    "pulled": _pulls_forces,
    "warned": _warns_to,
    **dict.fromkeys(("warned of", "warned that"), _warns_of_force),
    "downed": _downs_weapon,
    "cut off": _is_of_road,
    **dict.fromkeys("hit hits hitting".split(), _hits_site),
    **dict.fromkeys("disperse dispersed dispersing".split(), _is_by_police),
    **dict.fromkeys("stormed storming".split(), _is_assault),
    **dict.fromkeys("demonstrate demonstrated demonstrating".split(), _is_protest),
    **dict.fromkeys(
        "cut cuts cutting shut shuts shutting severed severing blocked blocking closed closing "
        "blockaded reached barricaded secured cleared opened unblocked reopened reopens "
        "reopening".split(),
        _is_of_road,
    ),
    **dict.fromkeys(
        ("weapons cache", "arms cache", "weapons depot", "arms depot", "ammunition depot"),
        _is_found,
    ),
}
"""Word or phrase to the rule that tells whether it stands for an event."""
