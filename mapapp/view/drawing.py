"""What is drawn: marks for places and roads for highways, with the meaning of every sign."""

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from mapapp.model.actor import Side
from mapapp.model.highway import Highway
from mapapp.model.place import LARGEST_SPOT_KM, SPOT_CLASSES, WIDEST_AREA_KM, Place
from mapapp.view.outlines import Outlines
from mapapp.view.timeline import Timeline

SMALLEST_MARKER = 6.0
LARGEST_MARKER = 22.0
MARKER_GROWTH = 2.4
"""Pixels of radius for the square root of a mention: the marker's area follows the mentions."""


class Extent(IntEnum):
    """How far a place reaches on the map; the number is what the browser gets."""

    DOT = 0
    RING = 1
    AREA = 2
    WIDE = 3


class Texture(IntEnum):
    """The outline that tells a claim from a confirmed report."""

    SOLID = 0
    DASHED = 1
    DOUBLE = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A place as drawn.

    Attributes:
        place: Where and what it is called.
        mentions: Mentions in the selection.
        side: Id of the side with most mentions there; empty for none.
        texture: Solid, dashed for one side's claim, double for disputed.
        doubt: Whether no mention of it is resolved surely.
        faded: Whether it is only named there (dateline, metonym, affiliation).
        rival: Id of another side that is named there just as often; empty for none.
    """

    place: Place
    mentions: int
    side: str
    texture: Texture = Texture.SOLID
    doubt: bool = False
    faded: bool = False
    rival: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RoadState:
    """What the selection says about a stretch of road.

    Attributes:
        status: held, claimed, contested, cut or unknown.
        sides: Ids of the sides concerned, the holder first.
        words: Lines that say it in words, with source and date.
    """

    status: str = "unknown"
    sides: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """One step of the timeline.

    Attributes:
        first: First day, inclusive.
        last: Last day, inclusive.
        marks: Places as those days alone speak of them.
        roads: State by segment id as told up to the last day.
    """

    first: date
    last: date
    marks: tuple[Mark, ...]
    roads: dict[str, RoadState]


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawing:
    """Everything on the map besides its ground.

    Attributes:
        marks: Places, most mentioned first.
        sides: All sides, in the order of the legend.
        highways: Highways to draw.
        roads: State by segment id; a segment without one is unknown.
        selected: Id of the place, highway or segment that is open; empty for none.
        theme: ``light`` or ``dark``.
        outlines: Outlines of provinces and countries, for the places that have one.
        timeline: Mentions per day under all filters but that of days; empty for no timeline.
        days: First and last day chosen; None for no limit.
        frames: Steps to play; None until they are asked for.
    """

    marks: tuple[Mark, ...] = ()
    sides: tuple[Side, ...] = ()
    highways: tuple[Highway, ...] = ()
    roads: dict[str, RoadState]
    selected: str = ""
    theme: str = "light"
    outlines: Outlines = field(default_factory=Outlines)
    timeline: Timeline = field(default_factory=Timeline)
    days: tuple[date | None, date | None] = (None, None)
    frames: tuple[Frame, ...] | None = None


def extent_of(place: Place) -> Extent:
    """Return how a place is drawn: a province never as a town, "near X" never as X itself."""
    if place.feature_class in SPOT_CLASSES and not place.parent_id:
        return Extent.DOT
    if place.radius_km > WIDEST_AREA_KM:
        return Extent.WIDE
    if place.parent_id:
        return Extent.RING if place.radius_km <= LARGEST_SPOT_KM else Extent.AREA
    if place.feature_class == "A" or place.radius_km > LARGEST_SPOT_KM:
        return Extent.AREA
    return Extent.DOT


def extent_words(place: Place) -> str:
    """Return in words how exactly the place is known; empty for a town."""
    extent = extent_of(place)
    if extent is Extent.DOT:
        return ""
    if extent is Extent.RING:
        return f"near here, within about {place.radius_km:.0f} km"
    return f"an area: somewhere within about {place.radius_km:.0f} km"
