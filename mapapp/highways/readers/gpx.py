"""GPX tracks and routes, as GPS receivers record them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from mapapp.errors import DataError
from mapapp.highways.geometry import LineReader, RoadLine, position

HEAD_BYTES = 2000
"""The root element of a GPX file stands within these."""


def recognizes(data: bytes) -> bool:
    """Return whether the bytes look like GPX."""
    return b"<gpx" in data[:HEAD_BYTES]


def read(data: bytes, origin: str) -> tuple[RoadLine, ...]:
    """Read every track segment and route of a GPX file.

    Raises:
        DataError: The XML is broken, uses entities (which can fill the memory), or a point has
            no position.
    """
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError) as error:
        message = (
            f"{origin}: no readable GPX ({error}); allowed is GPX 1.0 or 1.1 without entities."
        )
        raise DataError(message) from error
    return tuple(
        RoadLine(
            points=tuple(position(c.get("lat"), c.get("lon"), origin) for c in corners), name=name
        )
        for name, corners in _paths(root)
        if corners
    )


def _paths(root: Element) -> Iterator[tuple[str, list[Element]]]:
    for item in root.iter():
        kind = _local(item)
        if kind == "trk":
            for part in item:
                if _local(part) == "trkseg":
                    yield _name(item), [corner for corner in part if _local(corner) == "trkpt"]
        elif kind == "rte":
            yield _name(item), [corner for corner in item if _local(corner) == "rtept"]


def _local(item: Element) -> str:
    return item.tag.rpartition("}")[2] if isinstance(item.tag, str) else ""


def _name(item: Element) -> str:
    return next(((part.text or "").strip() for part in item if _local(part) == "name"), "")


READER = LineReader(name="GPX", recognizes=recognizes, read=read)
