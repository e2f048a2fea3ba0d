"""What a report says about a road: held, cut, contested or reopened, by whom, from when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mapapp.events.casting import ATTACKER
from mapapp.events.ledger import UNTOLD
from mapapp.events.telling import Telling
from mapapp.events.triggers import BATTLES, REMOTE
from mapapp.model.event import Status


class RoadState(StrEnum):
    """State of a stretch of road as somebody tells it."""

    HELD = "held"
    CUT = "cut"
    CONTESTED = "contested"
    REOPENED = "reopened"


@dataclass(frozen=True, kw_only=True, slots=True)
class RoadClaim:
    """A claim about a highway or segment.

    Attributes:
        road_id: Highway or segment.
        state: What is said of it.
        by: Ids of the actors who hold, cut or reopened it.
        said_by: Id of the claimant; empty for the reporter or an unknown speaker.
        speaker: The claimant as written.
        valid_from: First day; None when unknown.
        valid_to: Last day, that is the day before a later claim of another state; None when open.
        status: How far it can be taken for a fact.
        telling: The report.
    """

    road_id: str
    state: RoadState
    by: tuple[str, ...]
    said_by: str
    speaker: str
    valid_from: date | None
    valid_to: date | None
    status: Status
    telling: Telling


def road_claims(tellings: Iterable[Telling]) -> tuple[RoadClaim, ...]:
    """Return the claims about roads, oldest first, undated last.

    A claim holds until a later one of the same speaker says otherwise; claims of different
    speakers stand beside each other.
    """
    claims = [
        claim
        for telling in tellings
        if telling.event.highway_ids and telling.event.status not in UNTOLD
        for claim in _claims_of(telling)
    ]
    claims.sort(key=lambda c: (c.valid_from is None, str(c.valid_from), c.telling.key))
    return tuple(_ended(claims, at) for at in range(len(claims)))


def state_of(telling: Telling) -> RoadState | None:
    """Return the state of the road that an event brings about; None when it tells none."""
    event = telling.event
    if event.sub_type == "Road cut":
        return RoadState.CUT
    if event.sub_type == "Road reopened":
        return RoadState.REOPENED
    if event.type == BATTLES and "territory" in event.sub_type:
        return RoadState.HELD
    if event.type in (BATTLES, REMOTE):
        return RoadState.CONTESTED
    return None


def _claims_of(telling: Telling) -> list[RoadClaim]:
    state = state_of(telling)
    if state is None:
        return []
    event = telling.event
    by = tuple(p.actor_id for p in event.participants if p.role == ATTACKER)
    return [
        RoadClaim(
            road_id=road_id,
            state=state,
            by=by,
            said_by=event.claimant_id,
            speaker=event.claimant,
            valid_from=telling.first_day,
            valid_to=None,
            status=event.status,
            telling=telling,
        )
        for road_id in event.highway_ids
    ]


def _ended(claims: Sequence[RoadClaim], at: int) -> RoadClaim:
    """Return a claim with the day on which its own speaker says otherwise as its end."""
    claim = claims[at]
    for later in claims[at + 1 :]:
        other = later.road_id == claim.road_id and later.said_by == claim.said_by
        changed = later.state is not claim.state or later.by != claim.by
        if other and changed and later.valid_from and claim.valid_from:
            return replace(claim, valid_to=later.valid_from)
    return claim
