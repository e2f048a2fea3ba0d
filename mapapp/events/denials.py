"""Denials that name no event of their own: "Kyiv denied the claim", "denied losing the town"."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from mapapp.events.casting import CLAIMANT
from mapapp.events.claims import Voice
from mapapp.model.event import Event, Participant, Status

GROUND = frozenset("town city village district area base airport crossing camp province".split())
"""After "the", words that stand for the place of what was said before."""

CLAIMS = frozenset("claim claims report reports allegation allegations statement it this".split())
"""After a denial, words that stand for what was said before."""


def denied_again(
    before: Event, voice: Voice | None, words: Sequence[str], places: Collection[str]
) -> Event | None:
    """Return an event as somebody denies it; None when a sentence denies something else.

    Args:
        before: The event told last.
        voice: Who speaks in the sentence.
        words: Its folded tokens, in order.
        places: Ids of the places in it: the denial of the same place is of the same event.
    """
    if voice is None or voice.attitude != "denies" or not voice.text:
        return None
    same = not CLAIMS.isdisjoint(words) or not set(before.place_ids).isdisjoint(places)
    same = same or any(one == "the" and other in GROUND for one, other in pairwise(words))
    if not same or before.claimant == voice.text or before.status is Status.DENIED:
        return None
    parts = [p for p in before.participants if p.role != CLAIMANT]
    if voice.actor_id and all(p.actor_id != voice.actor_id for p in parts):
        parts.append(Participant(actor_id=voice.actor_id, role=CLAIMANT))
    return replace(
        before,
        participants=tuple(parts),
        killed=None,
        injured=None,
        displaced=None,
        captured=None,
        missing=None,
        claimant=voice.text,
        claimant_id=voice.actor_id,
        attitude="denies",
        status=Status.DENIED,
    )
