"""Whom "they" and "the attackers" mean: who attacked in the event told before."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.events.casting import ATTACKER, Part
from mapapp.events.parties import ARMED_GROUP, Party
from mapapp.events.passive import is_passive
from mapapp.events.scene import Scene, Segment
from mapapp.events.triggers import Form
from mapapp.events.unnamed import UNKNOWN

ATTACKERS = frozenset(
    "attackers assailants perpetrators raiders invaders attacker assailant".split()
)
"""Words for who attacked before."""

FRESH = UNKNOWN | frozenset("other more armed masked suspected some".split())
"""Before "attackers", words that make them others than those told of."""

VERB_REACH = 4
"""Tokens after "they" in which the verb stands: "they also allegedly killed"."""

DEEDS = frozenset(
    "attack kill abduction looting shelling ied grenade strike air gain sexual arrest".split()
)
"""Kinds whose doer "they" may be."""


def sole_attacker(parts: Sequence[Part]) -> Party | None:
    """Return the one party that attacked; None where nobody or several did."""
    found = {p.actor_id: p for p, role in parts if role == ATTACKER and p.actor_id and p.armed}
    return next(iter(found.values())) if len(found) == 1 else None


def with_attacker(
    scene: Scene, segment: Segment, parts: Sequence[Part], before: Party | None
) -> list[Part]:
    """Return the parts of an event with who attacked before where a word means them.

    Args:
        scene: The sentence.
        segment: The stretch that tells the event.
        parts: Its parties with their roles.
        before: Who alone attacked in the event told before; None when nobody is known.
    """
    if before is None:
        return list(parts)
    found = [(_same(scene, party, before), role) for party, role in parts]
    at = _pronoun_at(scene, segment)
    if at < 0 or any(role == ATTACKER for _, role in found):
        return found
    doer = replace(before, first=at, last=at + 1)
    return [(doer, ATTACKER), *((p, r) for p, r in found if p.actor_id != doer.actor_id)]


def _same(scene: Scene, party: Party, before: Party) -> Party:
    """Return who "the attackers" and "four attackers" are: those who attacked before."""
    fresh = not FRESH.isdisjoint(scene.lowers[max(party.first - 2, 0) : party.first])
    meant = not fresh and party.unnamed and scene.lowers[party.last - 1] in ATTACKERS
    if not meant or party.actor_id != ARMED_GROUP:
        return party
    return replace(before, first=party.first, last=party.last)


def _pronoun_at(scene: Scene, segment: Segment) -> int:
    """Return the token of "they" as the subject of an act, -1 without one."""
    verb = next((t for t in segment.triggers if t.form is Form.VERB), None)
    if verb is None or verb.kind.key not in DEEDS or is_passive(scene, segment, verb):
        return -1
    first = max(segment.first, verb.first - VERB_REACH)
    before = scene.lowers[first : verb.first]
    return first + before.index("they") if "they" in before else -1
