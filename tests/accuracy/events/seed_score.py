"""Score actors and events of the seed article against its annotation, the whole pipeline run."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from mapapp.model.article import Article
from mapapp.model.event import Event
from mapapp.model.geometry import Coordinates
from mapapp.model.reading import Reading
from mapapp.pipeline import Knowledge, read_article

HERE = Path(__file__).parent
GOLD: dict[str, Any] = json.loads((HERE / "seed.json").read_text(encoding="utf-8"))
SAME = {"sy_sna": "sy_rebels", "sy_fsa": "sy_rebels"}
"""Ids of the lexicon that the annotation does not tell apart."""


def read_seed(text: str, knowledge: Knowledge) -> Reading:
    published = date.fromisoformat(GOLD["published"])
    return read_article(Article(id="seed", text=text, published=published), knowledge)


def actor_scores(reading: Reading) -> dict[str, float]:
    """Return F1 of required mentions, gold actors missed and actors invented."""
    required = [f for f in GOLD["factions"] if f["required"]]
    optional = [f for f in GOLD["factions"] if not f["required"]]
    right = sum(any(_names(m, f) for m in reading.actors) for f in required)
    wrong = sum(
        not any(_names(m, f) for f in required) and not any(_touch(m, f) for f in optional)
        for m in reading.actors
    )
    gold = {actor for f in GOLD["factions"] for actor in f["actors"]}
    found = {SAME.get(m.actor.id, m.actor.id) for m in reading.actors}
    return {
        "actor F1": 2 * right / (2 * right + wrong + len(required) - right),
        "actors missed": len(gold - found),
        "actors invented": len(found - gold),
    }


def event_scores(reading: Reading) -> dict[str, float]:
    """Return F1 of sentences that tell an event, and the share of events at the right place."""
    gold = {_sentence(reading, event["start"]) for event in GOLD["events"]}
    also = {_sentence(reading, span["start"]) for span in GOLD["also"]}
    found = {_sentence(reading, event.start) for event in reading.events}
    right = len(gold & found)
    wrong = len(found - gold - also)
    strict = len(found - gold)
    matched = [(e, own) for e in GOLD["events"] if (own := _overlapping(reading, e))]
    placed = sum(any(_at_right_place(own, e, reading) for own in owns) for e, owns in matched)
    return {
        "event sentence F1": 2 * right / (2 * right + wrong + len(gold) - right),
        "event sentence F1, strict": 2 * right / (2 * right + strict + len(gold) - right),
        "place right": placed / len(matched),
    }


def toll_errors(reading: Reading) -> list[str]:
    """Return the gold tolls that no overlapping event has exactly."""
    return [
        f"{gold['id']} {kind}"
        for gold in GOLD["events"]
        for kind in ("killed", "injured", "displaced")
        if kind in gold
        and not any(_has_toll(own, gold, kind) for own in _overlapping(reading, gold))
    ]


def _has_toll(event: Event, gold: dict[str, Any], kind: str) -> bool:
    count = getattr(event, kind)
    high = None if gold.get(f"{kind}_min") else gold[kind]
    cumulative = bool(gold.get("cumulative")) and kind == "killed"
    return (
        count is not None
        and (count.low, count.high) == (gold[kind], high)
        and count.cumulative == cumulative
    )


def _names(mention: Any, faction: dict[str, Any]) -> bool:
    return (
        _touch(mention, faction)
        and SAME.get(mention.actor.id, mention.actor.id) in (faction["actors"])
    )


def _touch(span: Any, gold: dict[str, Any]) -> bool:
    return bool(span.start < gold["end"] and gold["start"] < span.end)


def _sentence(reading: Reading, at: int) -> int:
    return next(n for n, s in enumerate(reading.sentences) if at < s.end)


def _overlapping(reading: Reading, gold: dict[str, Any]) -> list[Event]:
    return [event for event in reading.events if _touch(event, gold)]


def _at_right_place(event: Event, gold: dict[str, Any], reading: Reading) -> bool:
    """Return whether a place lies within the gold radius, or a gold road is linked."""
    if not gold["places"]:
        return not event.place_ids
    if event.highway_ids and any("Motorway" in name for name in gold["places"]):
        return True
    places = {t.place.id: t.place for t in reading.toponyms if t.place is not None}
    return any(
        places[key].coordinates.distance_km(
            Coordinates(lat=GOLD["places"][name]["lat"], lon=GOLD["places"][name]["lon"])
        )
        <= GOLD["places"][name]["radius_km"]
        for key in event.place_ids
        if key in places
        for name in gold["places"]
    )
