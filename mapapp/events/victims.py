"""Whom an attack was on: armed people and their sites, or civilians."""

from collections.abc import Sequence

from mapapp.events.background import MOTIVES
from mapapp.events.casting import ATTACKER, TARGET, Part
from mapapp.events.parties import Party
from mapapp.events.scene import Scene, Segment
from mapapp.events.sub_types import ARMED_CLASH, ATTACK
from mapapp.events.unnamed import ARMED_SITES

ARMED_OWNERS = frozenset(
    "military army training militant militants rebel terrorist police guerrilla insurgent base "
    "joint soldiers security forces fighters gendarmerie border".split()
)
CIVILIAN_OWNERS = frozenset(
    "displaced displacement refugee refugees idp idps mining gold miners' fishing logging".split()
)
SHARED_SITES = frozenset("camp camps site sites convoy convoys column columns".split())
"""Sites that civilians have too."""
SITE_REACH = 7
"""Tokens before "was attacked" in which the site stands."""


def by_victims(scene: Scene, segment: Segment, parts: Sequence[Part]) -> tuple[str, str]:
    """Return a battle where armed people or their site were attacked, else an attack.

    Args:
        scene: The sentence.
        segment: The stretch that tells the attack.
        parts: Its parties with their roles.
    """
    targets = targets_of(scene, segment, parts)
    armed = [party for party in targets if party.armed and not party.peaceful]
    civilians = [party for party in targets if not party.armed or party.peaceful]
    if _targets_site(scene, segment, spared=bool(civilians) and not armed):
        return ARMED_CLASH
    if armed and (not civilians or armed[0].first < civilians[0].first):
        return ARMED_CLASH
    return ATTACK


def targets_of(scene: Scene, segment: Segment, parts: Sequence[Part]) -> list[Party]:
    """Return the parties that were attacked, the unnamed victims of the tolls included."""
    named = any(role == TARGET and party.actor_id for party, role in parts)
    attackers = {party.first: party.actor_id for party, role in parts if role == ATTACKER}
    spans = [range(t.first, t.last) for t in scene.tolls if segment.first <= t.at < segment.last]
    hit = {party.first: party for party, role in parts if role == TARGET}
    words = scene.lowers[segment.main.last : segment.last]
    avenged = next((at for at, word in enumerate(words) if word in MOTIVES), len(words))
    for party in segment.parties(scene):
        if party.first > segment.main.last + avenged:
            # "Killed a farmer in revenge for an attack on a soldier": the farmer was hit.
            hit.pop(party.first, None)
            continue
        made = "by" in scene.lowers[max(party.first - 2, segment.first) : party.first]
        suffers = any(party.first in span for span in spans) and not made
        suffers = suffers and party.actor_id not in attackers.values()
        nameless = not party.actor_id and party.armed and not named and bool(attackers)
        if (suffers or nameless) and party.first not in attackers:
            hit.setdefault(party.first, party)
    return [hit[at] for at in sorted(hit)]


def _targets_site(scene: Scene, segment: Segment, *, spared: bool) -> bool:
    """Return whether a military site was attacked ("attacked an army base").

    A camp is one only by its words, or where no civilians are hit in it.
    """
    if _is_site(scene, segment):
        return True
    after = scene.lowers[segment.main.last : min(segment.main.last + 8, segment.last)]
    for at, word in enumerate(after):
        if word in ARMED_SITES:
            before = after[max(at - 3, 0) : at]
            if word in SHARED_SITES and spared:
                return any(w in ARMED_OWNERS for w in before)
            return not any(w in CIVILIAN_OWNERS for w in before)
        if word in (",", "and", "killing", "in", "near", "outside", "passing"):
            return False
    return False


def _is_site(scene: Scene, segment: Segment) -> bool:
    """Return whether an armed site is the subject: "an army post in Gao was attacked"."""
    at = segment.main.first
    passive = at > segment.first and scene.lowers[at - 1] in ("was", "were", "been")
    before = scene.lowers[max(segment.first, at - SITE_REACH) : at]
    if not passive or CIVILIAN_OWNERS & set(before):
        return False
    return not (ARMED_SITES - SHARED_SITES).isdisjoint(before)
