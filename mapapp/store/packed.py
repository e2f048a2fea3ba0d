"""An article's mentions, events and roads as packed bytes: what the columns in memory load.

A million rows of SQL take seconds to fetch; the same numbers as one blob an article take a
tenth of that, because the driver then makes one object an article and not twelve a mention.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mapapp.store.prepared import UNKNOWN, Prepared

_INT = "<i4"

MENTION = np.dtype(
    [
        ("start", _INT),
        ("end", _INT),
        ("sentence_start", _INT),
        ("sentence_end", _INT),
        ("place", _INT),
        ("confidence", "<f4"),
        ("role", _INT),
        ("sure", "?"),
    ]
)
LINK = np.dtype([("mention", _INT), ("actor", _INT)])
EVENT = np.dtype(
    [
        (name, _INT)
        for name in (
            "start",
            "end",
            "type",
            "sub_type",
            "status",
            "attitude",
            "day_start",
            "day_end",
            "precision",
            "claimant",
            "killed_low",
            "killed_high",
            "injured_low",
            "injured_high",
            "displaced_low",
            "displaced_high",
            "captured_low",
            "captured_high",
            "missing_low",
            "missing_high",
        )
    ]
)
EVENT_LINK = np.dtype([("event", _INT), ("kind", _INT), ("target", _INT), ("role", _INT)])
HIGHWAY = np.dtype(
    [
        ("start", _INT),
        ("end", _INT),
        ("sentence_start", _INT),
        ("sentence_end", _INT),
        ("highway", _INT),
    ]
)

EVENT_TERMS = ("type", "sub_type", "status", "attitude", "precision")
"""Fields of an event that hold a word and are stored as the key of a term."""

LINK_KINDS = ("place", "actor", "highway")
"""What an event is linked to; the position is the stored number."""

EMPTY_COLUMNS = dict.fromkeys(("mentions", "links", "events", "event_links", "highways"), b"")
"""The columns of the table `packed` for an article in which nothing was found."""

Term = tuple[str, str]
"""Kind and name of a term: ``("status", "claimed")``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyTables:
    """The database's small keys of ids and words."""

    places: Mapping[str, int]
    actors: Mapping[str, int]
    terms: Mapping[Term, int]


def terms_of(prepared: Prepared) -> set[Term]:
    """Return every term that packing an article needs a key for."""
    found = {("role", mention[6]) for mention in prepared.mentions}
    found |= {(name, str(event[name])) for event in prepared.events for name in EVENT_TERMS}
    found |= {("participant", link[3]) for link in prepared.event_links}
    found |= {("highway", link[2]) for link in prepared.event_links if link[1] == "highway"}
    return found | {("highway", road[4]) for road in prepared.highways if road[4]}


def actor_ids_of(prepared: Prepared) -> set[str]:
    """Return the ids of every actor that packing an article needs a key for."""
    found = {actor_id for _, actor_id in prepared.links}
    found |= {link[2] for link in prepared.event_links if link[1] == "actor"}
    found |= {str(event["claimant"]) for event in prepared.events}
    return found - {""}


def pack_columns(prepared: Prepared, keys: KeyTables) -> tuple[bytes, ...]:
    """Return one article's columns of the table `packed`, in the order of `EMPTY_COLUMNS`."""
    places, terms = keys.places, keys.terms
    mentions = [
        (start, end, from_, to, places.get(place, UNKNOWN), score, terms["role", role], sure)
        for start, end, from_, to, place, score, role, sure in prepared.mentions
    ]
    links = [(number, keys.actors[actor_id]) for number, actor_id in prepared.links]
    events = [_event(event, keys) for event in prepared.events]
    event_links = [
        (number, LINK_KINDS.index(kind), _target(kind, id_, keys), terms["participant", role])
        for number, kind, id_, role in prepared.event_links
    ]
    highways = [(*road[:4], terms.get(("highway", road[4]), UNKNOWN)) for road in prepared.highways]
    tables = (
        (mentions, MENTION), (links, LINK), (events, EVENT), (event_links, EVENT_LINK),
        (highways, HIGHWAY),
    )  # fmt: skip
    return tuple(np.array(rows, kind).tobytes() if rows else b"" for rows, kind in tables)


def _event(event: Mapping[str, int | str], keys: KeyTables) -> tuple[int, ...]:
    numbers = dict(event)
    for name in EVENT_TERMS:
        numbers[name] = keys.terms[name, str(event[name])]
    numbers["claimant"] = keys.actors.get(str(event["claimant"]), UNKNOWN)
    return tuple(int(numbers[name]) for name in EVENT.names or ())


def _target(kind: str, id_: str, keys: KeyTables) -> int:
    if kind == "place":
        return keys.places.get(id_, UNKNOWN)
    return keys.actors[id_] if kind == "actor" else keys.terms["highway", id_]
