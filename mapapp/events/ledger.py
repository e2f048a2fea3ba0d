"""Claim against counter-claim: what is said about one place in one span of days.

The rule, with its table of cases, is in docs/events.md. A statement that serves the side of who
makes it is a claim; one that concedes the other side's gain is an admission against interest; one
by an outlet or monitor of no side is independent. Nothing is averaged and nothing is summed.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from mapapp.events.telling import Telling, side_of, sides_acting, sides_suffering
from mapapp.model.actor import Actor
from mapapp.model.event import Status

WINDOW_DAYS = 3
"""Statements this close in time are about the same course of events."""

GAINS = frozenset(("Government regains territory", "Non-state actor overtakes territory"))
CUT = "Road cut"
CONCEDED = GAINS | {CUT}
"""What serves who does it, so that another side's word for it is an admission."""
UNTOLD = frozenset(
    (Status.BACKGROUND, Status.PLANNED, Status.THREATENED, Status.HYPOTHETICAL, Status.NEGATED)
)
LISTED = UNTOLD - {Status.HYPOTHETICAL}
"""Statuses of events that nobody says have just happened; a ledger lists doubts all the same."""


class Standing(StrEnum):
    """What a statement is worth, seen from who makes it."""

    CLAIM = "claim"
    ADMISSION = "admission against interest"
    DENIAL = "denial"
    INDEPENDENT = "independent report"
    DOUBT = "doubt"


class Relation(StrEnum):
    """How two statements about one place stand to each other."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    DOUBTS = "doubts"
    AROUND = "tells of the area around"


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """One statement of a ledger seen from another."""

    key: tuple[str, int]
    relation: Relation


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A statement with its standing and its links to the others.

    Attributes:
        telling: The event as told.
        speaker_side: Side of who says so; empty for independent speakers.
        holder_side: Side that holds the place if the statement is true; empty when contested.
        standing: What the statement is worth.
        status: Status in the light of the other entries.
        links: Entries that agree with or contradict it.
    """

    telling: Telling
    speaker_side: str
    holder_side: str
    standing: Standing
    status: Status
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Read:
    telling: Telling
    speaker: str
    holder: str
    cutters: frozenset[str]
    standing: Standing
    exact: bool


def build_ledger(
    place_id: str,
    tellings: Sequence[Telling],
    actors: Mapping[str, Actor],
    around: Collection[str] = (),
) -> tuple[Entry, ...]:
    """Return what is said about a place, in order of day and text, each statement linked.

    Args:
        place_id: Place or highway segment.
        tellings: Events of any articles; those elsewhere, planned or past are left out.
        actors: Known actors by id, for their sides.
        around: Areas that the place lies in. Who is said to hold one stands beside who holds the
            place and changes no status, for who holds the area need not hold the place.
    """
    there = [
        telling
        for telling in tellings
        if _is_about(telling, (place_id, *around)) and telling.event.status not in LISTED
    ]
    there.sort(key=lambda t: (t.first_day is None, str(t.first_day), t.article_id, t.number))
    reads = [_read(telling, actors, exact=_is_about(telling, (place_id,))) for telling in there]
    return tuple(_entry(read, reads) for read in reads)


def _is_about(telling: Telling, ids: Sequence[str]) -> bool:
    concerned = (*telling.event.place_ids, *telling.event.highway_ids)
    return any(key in concerned for key in ids)


def _read(telling: Telling, actors: Mapping[str, Actor], *, exact: bool) -> _Read:
    event = telling.event
    speaker = side_of(event.claimant_id, actors)
    gained = event.sub_type in GAINS and event.status is not Status.DENIED
    acting = sides_acting(event, actors)
    suffering = sides_suffering(event, actors)
    # "Liberated from Assad's gangs", said by the rebels, names only the loser.
    own = "" if speaker in suffering else speaker
    holder = next(iter(sorted(acting - suffering)), own) if gained else ""
    return _Read(
        telling=telling,
        speaker=speaker,
        holder=holder,
        cutters=acting if event.sub_type == CUT else frozenset(),
        standing=_standing(telling, speaker, acting, suffering),
        exact=exact,
    )


def _standing(
    telling: Telling, speaker: str, acting: frozenset[str], suffering: frozenset[str]
) -> Standing:
    event = telling.event
    if event.status is Status.HYPOTHETICAL:
        return Standing.DOUBT
    if event.attitude == "denies" or event.status is Status.DENIED:
        return Standing.DENIAL
    if not speaker:
        return Standing.INDEPENDENT
    gained_by_others = event.sub_type in CONCEDED and bool(acting or suffering)
    concedes = gained_by_others and speaker not in acting and (speaker in suffering or bool(acting))
    return Standing.ADMISSION if concedes or event.attitude == "admits" else Standing.CLAIM


def _entry(read: _Read, reads: Sequence[_Read]) -> Entry:
    links = tuple(
        Link(key=other.telling.key, relation=relation)
        for other in reads
        if other is not read and (relation := _relation(read, other)) is not None
    )
    return Entry(
        telling=read.telling,
        speaker_side=read.speaker,
        holder_side=read.holder,
        standing=read.standing,
        status=_status(read, reads),
        links=links,
    )


def _relation(one: _Read, other: _Read) -> Relation | None:
    """Return how two statements stand to each other; None when they can both be true."""
    if not _close(one.telling, other.telling):
        return None
    if one.exact and other.exact:
        return _of_one_place(one, other)
    beside = one.exact != other.exact and one.holder and other.holder
    return Relation.AROUND if beside else None


def _of_one_place(one: _Read, other: _Read) -> Relation | None:
    """Return how two statements about the same place and days stand to each other."""
    if Standing.DOUBT in (one.standing, other.standing):
        return Relation.DOUBTS if one.holder or other.holder else None
    if Standing.DENIAL in (one.standing, other.standing):
        return _denied(one, other)
    if one.telling.event.sub_type not in GAINS and other.telling.event.sub_type not in GAINS:
        return _both_cut(one, other)
    if one.holder and other.holder:
        return Relation.AGREES if one.holder == other.holder else _turned(one, other)
    fighting = "Armed clash" in (one.telling.event.sub_type, other.telling.event.sub_type)
    said = one.speaker and other.speaker and one.speaker != other.speaker
    return Relation.CONTRADICTS if fighting and said else None


def _both_cut(one: _Read, other: _Read) -> Relation | None:
    """Return an agreement where speakers of two sides say that the same side cut the road."""
    agreed = one.speaker != other.speaker and not one.cutters.isdisjoint(other.cutters)
    return Relation.AGREES if agreed else None


def _denied(one: _Read, other: _Read) -> Relation | None:
    """Return a contradiction between a denial and who says what it denies.

    "The city has not fallen" and "fighting goes on in the city" can both be true.
    """
    if one.standing is other.standing or one.speaker == other.speaker:
        return None
    same = one.telling.event.sub_type == other.telling.event.sub_type
    return Relation.CONTRADICTS if same or one.holder or other.holder else None


def _turned(one: _Read, other: _Read) -> Relation | None:
    """Return a contradiction only for the same day: on a later day the place changed hands."""
    same_day = one.telling.first_day == other.telling.first_day
    return Relation.CONTRADICTS if same_day else None


def _close(one: Telling, other: Telling) -> bool:
    if one.first_day is None or other.first_day is None:
        # Undated statements of one article stand beside each other in the same news.
        undated = one.first_day is None and other.first_day is None
        return undated and one.article_id == other.article_id
    return abs(one.first_day - other.first_day) <= timedelta(days=WINDOW_DAYS)


FIXED = {Standing.DENIAL: Status.DENIED, Standing.DOUBT: Status.HYPOTHETICAL}
"""Standings that no other statement changes."""


def _status(read: _Read, reads: Sequence[_Read]) -> Status:
    """Return disputed, acknowledged, reported or claimed; see the table in docs/events.md."""
    if read.standing in FIXED:
        return FIXED[read.standing]
    relations = [
        (other, relation)
        for other in reads
        if other is not read and (relation := _relation(read, other)) is not None
    ]
    agreeing = [other for other, relation in relations if relation is Relation.AGREES]
    if read.standing is Standing.ADMISSION or any(
        other.standing is Standing.ADMISSION for other in agreeing
    ):
        return Status.ACKNOWLEDGED
    if any(relation is Relation.CONTRADICTS for _, relation in relations):
        return Status.DISPUTED
    if read.standing is Standing.INDEPENDENT or any(
        other.standing is Standing.INDEPENDENT for other in agreeing
    ):
        return Status.REPORTED
    return Status.CLAIMED
