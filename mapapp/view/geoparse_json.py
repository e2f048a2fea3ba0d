"""The answer of `mapapp geoparse`: a contract that other tools rely on, keys kept stable."""

from mapapp.model.event import Count, Event
from mapapp.model.reading import Reading
from mapapp.model.toponym import Toponym

Json = dict[str, object]


def answer_of(given_id: object, reading: Reading, best: Toponym | None) -> Json:
    """Return the answer to one text.

    Args:
        given_id: The caller's id, handed back as it came.
        reading: What was found.
        best: The mention that a map with one pin for the text would show; None for no pin.
    """
    return {
        "id": given_id,
        "toponyms": [_toponym(toponym) for toponym in reading.toponyms],
        "actors": [
            {
                "start": mention.start,
                "end": mention.end,
                "text": mention.text,
                "actor_id": mention.actor.id,
                "name": mention.actor.name,
                "side": mention.actor.side,
            }
            for mention in reading.actors
        ],
        "events": [_event(event) for event in reading.events],
        "best": _best(best),
        "error": None,
    }


def refusal_of(given_id: object, message: str) -> Json:
    """Return the answer to a text that could not be read."""
    return {
        "id": given_id,
        "toponyms": [],
        "actors": [],
        "events": [],
        "best": None,
        "error": message,
    }


def _toponym(toponym: Toponym) -> Json:
    return {
        "start": toponym.start,
        "end": toponym.end,
        "text": toponym.text,
        "role": toponym.role.value,
        "plotted": toponym.plotted,
        **_location(toponym),
        "confidence": round(toponym.confidence, 4),
        "sure": toponym.sure,
        "reasons": [clue.reason for clue in toponym.clues],
        "rivals": [
            {
                "place_id": rival.place.id,
                "name": rival.place.name,
                "country": rival.place.country,
                "confidence": round(rival.confidence, 4),
            }
            for rival in toponym.rivals
        ],
    }


def _location(toponym: Toponym) -> Json:
    place = toponym.place
    if place is None:
        keys = (
            "place_id", "name", "lat", "lon", "radius_km", "feature_class", "country", "admin1",
        )  # fmt: skip
        return dict.fromkeys(keys)
    return {
        "place_id": place.id,
        "name": place.name,
        "lat": round(place.coordinates.lat, 5),
        "lon": round(place.coordinates.lon, 5),
        "radius_km": place.radius_km,
        "feature_class": place.feature_class,
        "country": place.country,
        "admin1": place.admin1,
    }


def _best(best: Toponym | None) -> Json | None:
    if best is None or best.place is None:
        return None
    place = best.place
    return {
        "place_id": place.id,
        "name": place.name,
        "lat": round(place.coordinates.lat, 5),
        "lon": round(place.coordinates.lon, 5),
        "radius_km": place.radius_km,
        "confidence": round(best.confidence, 4),
    }


def _event(event: Event) -> Json:
    when = event.when
    return {
        "start": event.start,
        "end": event.end,
        "type": event.type,
        "sub_type": event.sub_type,
        "place_ids": list(event.place_ids),
        "highway_ids": list(event.highway_ids),
        "actors": [
            {"actor_id": participant.actor_id, "role": participant.role}
            for participant in event.participants
        ],
        "date_start": when.start.isoformat() if when.start else None,
        "date_end": when.end.isoformat() if when.end else None,
        "date_precision": when.precision,
        "killed": _count(event.killed),
        "injured": _count(event.injured),
        "displaced": _count(event.displaced),
        "captured": _count(event.captured),
        "missing": _count(event.missing),
        "claimant": event.claimant or None,
        "attitude": event.attitude,
        "status": event.status.value,
    }


def _count(count: Count | None) -> Json | None:
    if count is None:
        return None
    return {
        "low": count.low,
        "high": count.high,
        "hedge": count.hedge,
        "who": count.who,
        "cumulative": count.cumulative,
    }
