"""What several event layouts share: who stands on which part, and how exact place and day are."""

from mapapp.model.actor import Actor
from mapapp.model.event import FACTUAL_STATUSES, DateRange
from mapapp.model.place import Place
from mapapp.view.drawing import Extent, extent_of
from mapapp.view.extract import EventRecord

WEEK = 7
MONTH = 31


def is_factual(record: EventRecord) -> bool:
    """Return whether somebody says that it did happen: no plans, threats or background."""
    return record.event.status in FACTUAL_STATUSES


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


def article_source(record: EventRecord) -> str:
    """Return the source as a person would name it."""
    return record.article.source or record.article.origin
