"""What is said to have happened, by whom, to whom, and who says so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """How far an event can be taken for a fact."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    DENIED = "denied"
    DISPUTED = "disputed"
    ACKNOWLEDGED = "acknowledged"
    BACKGROUND = "background"
    PLANNED = "planned"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


FACTUAL_STATUSES = frozenset(
    {Status.REPORTED, Status.CLAIMED, Status.DISPUTED, Status.ACKNOWLEDGED}
)
"""Statuses of current events that somebody says did happen."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """A toll as a range.

    Attributes:
        low: Lowest number that the words allow.
        high: Highest number; None when the words set no upper bound ("more than 60").
        hedge: The hedging words as written ("about", "at least"); empty when none.
        who: The victims as written ("soldiers", "civilians"); empty when not said.
        cumulative: Whether it sums up earlier events ("to 19 this month").
    """

    low: int
    high: int | None
    hedge: str = ""
    who: str = ""
    cumulative: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Participant:
    """An actor's part in an event: attacker, target, claimant, backer or party."""

    actor_id: str
    role: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DateRange:
    """Days on which something happened; precision is day, week, month, year or unknown."""

    start: date | None
    end: date | None
    precision: str


UNKNOWN_DATE = DateRange(start=None, end=None, precision="unknown")


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One event told by one stretch of text.

    Attributes:
        start: First character of the evidence in the article's text.
        end: One past the last character of the evidence.
        type: ACLED's event type, or Displacement, Diplomacy, Threat, Troop movement.
        sub_type: ACLED's sub-event type, or mapapp's own where ACLED has none.
        place_ids: Where, most exact first; empty when not said.
        highway_ids: Highways and segments concerned.
        participants: Who, with their roles.
        when: Dates resolved against the publication date.
        killed: Deaths; None when none are stated.
        injured: Wounded; None when none are stated.
        displaced: People made to flee; None when none are stated.
        captured: Prisoners; None when none are stated.
        missing: Missing people; None when none are stated.
        claimant: Who says so, as written; empty for the reporter's own voice.
        claimant_id: The claimant's actor id; empty when it is no known actor.
        attitude: claims, denies, admits or reports.
        status: How far it can be taken for a fact.
        trigger: The word that gave the event away.
    """

    start: int
    end: int
    type: str
    sub_type: str
    place_ids: tuple[str, ...] = ()
    highway_ids: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    when: DateRange = UNKNOWN_DATE
    killed: Count | None = None
    injured: Count | None = None
    displaced: Count | None = None
    captured: Count | None = None
    missing: Count | None = None
    claimant: str = ""
    claimant_id: str = ""
    attitude: str = "reports"
    status: Status = Status.REPORTED
    trigger: str = ""
