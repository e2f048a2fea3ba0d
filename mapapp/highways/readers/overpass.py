"""Answers of OpenStreetMap's Overpass API in JSON (``out geom;`` or ways with their nodes)."""

import json
from collections.abc import Iterator
from typing import Any

from mapapp.errors import DataError
from mapapp.highways.geometry import Line, LineReader, RoadLine, position

Element = dict[str, Any]


def recognizes(data: bytes) -> bool:
    """Return whether the bytes are JSON with Overpass's list of elements."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and isinstance(found.get("elements"), list)


def read(data: bytes, origin: str) -> tuple[RoadLine, ...]:
    """Read the ways of an Overpass answer, and those inside its relations.

    Raises:
        DataError: Ways come without geometry and without their nodes, or a corner is not on
            the globe.
    """
    elements = [item for item in json.loads(data)["elements"] if isinstance(item, dict)]
    nodes = {item.get("id"): item for item in elements if item.get("type") == "node"}
    ways = [item for item in elements if item.get("type") == "way"]
    ways += [member for item in elements for member in _members(item)]
    lines = {
        points: RoadLine(points=points, name=_tag(way, "name"), ref=_tag(way, "ref"))
        for way in ways
        if (points := _points(way, nodes, origin))
    }
    if ways and not lines:
        message = (
            f"{origin}: {len(ways)} ways without geometry. End the Overpass query with 'out geom;' "
            "or with '(._;>;); out;', so that the answer holds the nodes' positions."
        )
        raise DataError(message)
    return tuple(lines.values())


def _members(relation: Element) -> Iterator[Element]:
    if relation.get("type") == "relation":
        for member in relation.get("members") or ():
            if isinstance(member, dict) and member.get("type") == "way":
                yield {**member, "tags": relation.get("tags") or {}}


def _tag(way: Element, key: str) -> str:
    return str((way.get("tags") or {}).get(key) or "")


def _points(way: Element, nodes: dict[Any, Element], origin: str) -> Line:
    corners = way.get("geometry") or [nodes.get(ref) for ref in way.get("nodes") or ()]
    return tuple(
        position(corner.get("lat"), corner.get("lon"), f"{origin}, way {way.get('id')}")
        for corner in corners
        if isinstance(corner, dict)
    )


READER = LineReader(name="Overpass JSON", recognizes=recognizes, read=read)
