"""Who takes part in an event of a kind though nobody names them: its crowd, its civilians."""

from mapapp.events.casting import ATTACKER, PARTY, TARGET
from mapapp.events.parties import CIVILIANS, PROTESTERS, RIOTERS
from mapapp.events.scene import Scene, Segment
from mapapp.events.triggers import AGAINST_CIVILIANS, PROTESTS, REMOTE, RIOTS
from mapapp.model.event import Participant

CROWD_OF = {PROTESTS: PROTESTERS, RIOTS: RIOTERS}
"""Whose doing a kind of event is, whoever else is named."""

CIVILIAN_SITES = frozenset(
    "home homes house houses apartment apartments market marketplace church mosque temple shrine "
    "school hospital clinic bus minibus taxi restaurant cafe shop shops hotel bakery farm farms "
    "residential".split()
)
"""Sites whose people are hit by a bomb or a shell on them, though nobody counts them."""


def add_unnamed(scene: Scene, segment: Segment, participants: list[Participant], kind: str) -> bool:
    """Add who takes part by the kind of event alone.

    Args:
        scene: The sentence.
        segment: The stretch that tells the event.
        participants: Who is named; the others are added to them.
        kind: Event type.

    Returns:
        Whether the target is no more than a guess.
    """
    crowd = CROWD_OF.get(kind, "")
    if crowd and all(p.actor_id != crowd for p in participants):
        participants.insert(0, Participant(actor_id=crowd, role=ATTACKER))
    hit = kind == AGAINST_CIVILIANS or (kind == REMOTE and _hits_civilians(scene, segment))
    hit = hit or (segment.main.kind.key == "looting" and _is_at_home(scene, segment))
    guessed = hit and all(p.role not in (TARGET, PARTY) for p in participants)
    if guessed:
        participants.append(Participant(actor_id=CIVILIANS, role=TARGET))
    return guessed


def _hits_civilians(scene: Scene, segment: Segment) -> bool:
    """Return whether a bomb or shell hit people of whom nothing is told, or where they live."""
    tolls = [
        toll
        for toll in scene.tolls
        if segment.first <= toll.at < segment.last and toll.kind in ("killed", "injured")
    ]
    armed = {at for p in scene.parties if p.armed for at in range(p.first, p.last)}
    if any(not armed.isdisjoint(range(toll.first, toll.last)) for toll in tolls):
        return False
    return bool(tolls) or _is_at_home(scene, segment)


def _is_at_home(scene: Scene, segment: Segment) -> bool:
    """Return whether homes or other sites of civilians are hit; capitals make a site a name."""
    words = scene.document.words[segment.first : segment.last]
    return not CIVILIAN_SITES.isdisjoint(words)
