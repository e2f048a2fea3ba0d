"""Roads that wars are fought along, cut into named segments."""

from dataclasses import dataclass

from mapapp.model.geometry import Coordinates


@dataclass(frozen=True, kw_only=True, slots=True)
class Waypoint:
    """A point on a highway; `basis` says what it rests on, `error_km` how far off it may be."""

    coordinates: Coordinates
    name: str
    basis: str
    error_km: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """A stretch between two named waypoints; waypoint indexes are inclusive."""

    id: str
    name: str
    first: int
    last: int
    length_km: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Highway:
    """A numbered road.

    Attributes:
        id: Stable, such as ``SY-M5``.
        shield: Text of the road sign, such as ``M5``.
        name: Long name, such as ``Damascus-Aleppo highway``.
        aliases: Other ways to write it, in any script.
        country: ISO 3166-1 alpha-2 code.
        waypoints: In order along the road.
        segments: In order along the road.
        source: Where the geometry comes from.
        approximate: Whether the line is drawn through waypoints and not surveyed.
    """

    id: str
    shield: str
    name: str
    aliases: tuple[str, ...]
    country: str
    waypoints: tuple[Waypoint, ...]
    segments: tuple[Segment, ...]
    source: str
    approximate: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class HighwayMention:
    """A road named in text; ids are empty for a generic "the highway".

    Attributes:
        start: First character in the article's text.
        end: One past the last character.
        text: The mention as written.
        highway_ids: Roads meant.
        segment_ids: Stretches meant, when the text limits the road to some.
    """

    start: int
    end: int
    text: str
    highway_ids: tuple[str, ...] = ()
    segment_ids: tuple[str, ...] = ()
