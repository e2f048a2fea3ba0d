"""What several event layouts share: who stands on which part, and how exact place and day are."""

from collections.abc import Iterator

from mapapp.model.actor import Actor
from mapapp.model.event import FACTUAL_STATUSES, DateRange
from mapapp.model.place import Place
from mapapp.view.drawing import Extent, extent_of
from mapapp.view.extract import EventRecord, Extract, LinkedRecord

WEEK = 7
MONTH = 31


def is_factual(record: EventRecord) -> bool:
    """Return whether somebody says that it did happen: no plans, threats or background."""
    return record.event.status in FACTUAL_STATUSES


def factual_events(extract: Extract) -> Iterator[tuple[EventRecord, LinkedRecord]]:
    """Yield each event that somebody says did happen: its fullest such report, and all of them."""
    for linked in extract.linked_events():
        lead = next(filter(is_factual, linked.reports), None)
        if lead is not None:
            yield lead, linked


def parts(record: EventRecord) -> tuple[list[Actor], list[Actor]]:
    """Return the actors on the first and on the second part; an actor stands on one only."""
    first = [actor for actor, role in record.actors if role == "attacker"]
    second = [actor for actor, role in record.actors if role == "target"]
    for actor, role in record.actors:
        if role == "party" and actor not in first and actor not in second:
            (first if len(first) <= len(second) else second).append(actor)
    return first, second


def is_civilian(actor: Actor) -> bool:
    """Return whether an actor is no armed party."""
    return actor.kind in {"civilian", "org", "monitor", "media"}


def is_country(place: Place) -> bool:
    """Return whether a place is a whole country: nowhere in particular."""
    return extent_of(place) is Extent.WIDE or place.feature_code.startswith("PCL")


def days_between(when: DateRange) -> int | None:
    """Return how many days a range covers, both ends included; None without a start."""
    if when.start is None:
        return None
    return ((when.end or when.start) - when.start).days + 1


def lowest(linked: LinkedRecord, kind: str) -> int | None:
    """Return the lowest number that a report of an event tells; None where none tells one."""
    return linked.comparison.tolls[kind][0] if kind in linked.comparison.tolls else None
