"""A place: a row of a gazetteer, or an area derived from one."""

from dataclasses import dataclass

from mapapp.model.geometry import Coordinates

SPOT_CLASSES = frozenset("PRS")
"""GeoNames classes of what is a spot however large: settlements, roads, sites."""

LARGEST_SPOT_KM = 15.0
"""Radius up to which a place of another class can be a spot."""

WIDEST_AREA_KM = 120.0
"""Radius of the widest area that still tells where; countries above all are wider."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a toponym can point to.

    Attributes:
        id: Stable across rebuilds, such as ``gn:164786``. Derived areas append the derivation
            to their parent's id, such as ``gn:169387~south``.
        name: Primary name in Latin script.
        coordinates: Degrees WGS 84.
        feature_class: GeoNames class: A unit, P settlement, H water, L area, R road, S site,
            T terrain, V vegetation.
        feature_code: GeoNames code, such as PPLA or ADM1.
        country: ISO 3166-1 alpha-2 code; empty for seas and areas across borders.
        admin1: Name of the first-level unit; empty when unknown or not applicable.
        admin2: Name of the second-level unit; empty when unknown.
        population: Inhabitants; 0 when unknown.
        radius_km: Extent: the place lies within this distance of its coordinates.
        error_km: How far off the coordinates may be.
        source: Where the row comes from.
        parent_id: The place that a derived area was cut from; empty for gazetteer rows.
    """

    id: str
    name: str
    coordinates: Coordinates
    feature_class: str
    feature_code: str
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    radius_km: float = 5.0
    error_km: float = 1.0
    source: str = ""
    parent_id: str = ""

    def __hash__(self) -> int:
        """Return the hash of the id, which equal places share: names have dozens of places."""
        return hash(self.id)


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A place that a name may mean.

    Attributes:
        place: The gazetteer row.
        name: The gazetteer's name that was met.
        primary: Whether that is the place's primary name and not an alternate one.
        key: Which key met: ``exact``, ``fold``, ``vowel`` or ``skeleton``, strict before loose.
        similarity: Closeness of the two spellings, 0-1; 1 for exact.
    """

    place: Place
    name: str
    primary: bool
    key: str
    similarity: float = 1.0
