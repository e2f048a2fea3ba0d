"""PLOVER as JSON Lines: one report of an event a line, coded by machine."""

import json
from typing import TextIO

from mapapp.exports import Export, machine_coded
from mapapp.model.actor import Actor
from mapapp.model.place import Place
from mapapp.view.coding import is_civilian, is_country, is_factual, parts
from mapapp.view.drawing import Extent, extent_of
from mapapp.view.extract import EventRecord, Extract

Json = dict[str, object]

CODES = {
    "Battles": ("ASSAULT", 4),
    "Explosions/Remote violence": ("ASSAULT", 4),
    "Violence against civilians": ("ASSAULT", 4),
    "Protests": ("PROTEST", 3),
    "Riots": ("PROTEST", 3),
    "Troop movement": ("MOBILIZE", 3),
    "Threat": ("THREATEN", 3),
    "Diplomacy": ("CONSULT", 1),
    "Displacement": ("COERCE", 4),
    "Strategic developments": ("COERCE", 4),
    "Road": ("COERCE", 4),
}
"""Event type to PLOVER's code and its quad code (1 verbal cooperation ... 4 material conflict)."""

SEIZE = ("territory", "seiz", "captur")
MODES = {
    "Air/drone strike": "aerial",
    "Shelling/artillery/missile attack": "heavy-weapons",
    "Suicide bomb": "suicide-attack",
    "Armed clash": "firearms",
    "Road cut": "restrict",
}


def write(extract: Extract, out: TextIO) -> None:
    """Write one JSON object a line."""
    for record in extract.events():
        if is_factual(record) and record.event.type in CODES:
            out.write(json.dumps(_event(record), ensure_ascii=False) + "\n")


def _event(record: EventRecord) -> Json:
    event, article = record.event, record.article
    code, quad, mode = _code(record)
    first, second = parts(record)
    date = event.when.start or article.published
    return {
        "id": record.id,
        "date": event.when.start.isoformat() if event.when.start else None,
        "actor": [_entity(actor) for actor in first],
        "event": code,
        "recipient": [_entity(actor) for actor in second],
        "event_loc": [_location(place) for place in record.places],
        "event_text": event.trigger or event.sub_type,
        "quad_code": quad,
        "mode": mode,
        "context": ["military"],
        "text": record.evidence,
        "size": _size(record),
        "text_info": {
            "sequence": event.start,
            "start": event.start,
            "end": event.end,
            "text_story": article.id,
        },
        "cite_info": {
            "publication": article.source,
            "url": article.url,
            "title": article.title,
            "language": article.language,
            "date": date.isoformat() if date else None,
        },
        "linked_event": record.event_id,
        "note": NOTE,
    }


def _code(record: EventRecord) -> tuple[str, int, str]:
    sub_type = record.event.sub_type
    if any(word in sub_type.lower() for word in SEIZE):
        return "COERCE", 4, "seize"
    code, quad = CODES[record.event.type]
    return code, quad, MODES.get(sub_type, "")


def _entity(actor: Actor) -> Json:
    sector = "CVL" if is_civilian(actor) else "MIL" if actor.kind == "state" else "REB"
    return {
        "code": actor.home_country or None,
        "sector": sector,
        "entity_text": actor.name,
        "identifier_id": actor.id,
    }


def _location(place: Place) -> Json:
    return {
        "name": place.name,
        "id": place.id,
        "lat": round(place.coordinates.lat, 5),
        "lon": round(place.coordinates.lon, 5),
        "country": place.country,
        "admin1": place.admin1,
        "resolution": resolution(place),
    }


def resolution(place: Place) -> int:
    """Return 4 for a town, 3 for second level and near a town, 2 for first level, 1 country."""
    if is_country(place):
        return 1
    by_extent = {Extent.DOT: 4, Extent.RING: 3, Extent.AREA: 2, Extent.WIDE: 1}
    return 3 if place.feature_code in {"ADM2", "ADM3"} else by_extent[extent_of(place)]


def _size(record: EventRecord) -> Json:
    event = record.event
    counts = (("dead", event.killed), ("injured", event.injured), ("arrested", event.captured))
    return {name: count.low for name, count in counts if count is not None}


NOTE = machine_coded("PLOVER")

EXPORT = Export(
    name="plover",
    label="PLOVER layout (JSON Lines)",
    suffix=".plover.jsonl",
    media_type="application/x-ndjson",
    note=NOTE,
    write=write,
)
