"""Who takes part in an event of a kind though nobody names them: its crowd, its civilians."""

from mapapp.events.casting import ATTACKER, TARGET
from mapapp.events.parties import CIVILIANS, PROTESTERS, RIOTERS
from mapapp.events.triggers import AGAINST_CIVILIANS, PROTESTS, RIOTS
from mapapp.model.event import Participant

CROWD_OF = {PROTESTS: PROTESTERS, RIOTS: RIOTERS}
"""Whose doing a kind of event is, whoever else is named."""


def add_unnamed(participants: list[Participant], kind: str) -> bool:
    """Add who takes part by the kind of event alone.

    Args:
        participants: Who is named; the others are added to them.
        kind: Event type.

    Returns:
        Whether the target is no more than a guess.
    """
    crowd = CROWD_OF.get(kind, "")
    if crowd and all(p.actor_id != crowd for p in participants):
        participants.insert(0, Participant(actor_id=crowd, role=ATTACKER))
    guessed = kind == AGAINST_CIVILIANS and all(p.role != TARGET for p in participants)
    if guessed:
        participants.append(Participant(actor_id=CIVILIANS, role=TARGET))
    return guessed
