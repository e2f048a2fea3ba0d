"""How much detail the base map keeps where: fine in war regions, coarse elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Zone:
    """A box in degrees WGS 84 in which lines keep more detail.

    Attributes:
        name: For people.
        south: Lowest latitude.
        west: Lowest longitude.
        north: Highest latitude.
        east: Highest longitude.
        detail_km2: Smallest triangle (Visvalingam) that a kept point spans, in square kilometers.
    """

    name: str
    south: float
    west: float
    north: float
    east: float
    detail_km2: float

    def contains(self, lat: float, lon: float) -> bool:
        """Return whether a point in degrees lies in the box."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


WORLD_DETAIL_KM2 = 400.0
"""Outside all zones: about what Natural Earth's 1:110m to 1:50m maps show."""

ZONES = (
    Zone(name="Middle East", south=28, west=32, north=42, east=50, detail_km2=0.3),
    Zone(name="Ukraine", south=44, west=22, north=53, east=41, detail_km2=2.0),
    Zone(name="Caucasus", south=38, west=40, north=44, east=51, detail_km2=4.0),
    Zone(name="Yemen and the Horn", south=-2, west=38, north=19, east=55, detail_km2=10.0),
    Zone(name="Sudan", south=3, west=21, north=24, east=39, detail_km2=10.0),
    Zone(name="Libya", south=19, west=9, north=34, east=26, detail_km2=10.0),
    Zone(name="Sahel", south=4, west=-13, north=25, east=25, detail_km2=20.0),
    Zone(name="Egypt and Arabia", south=12, west=25, north=32, east=60, detail_km2=20.0),
    Zone(name="Iran and the Gulf", south=23, west=44, north=40, east=63, detail_km2=20.0),
    Zone(name="Afghanistan", south=29, west=60, north=39, east=75, detail_km2=10.0),
    Zone(name="Great Lakes", south=-6, west=26, north=5, east=36, detail_km2=20.0),
    Zone(name="Myanmar", south=9, west=92, north=29, east=102, detail_km2=20.0),
    Zone(name="Balkans and Turkey", south=35, west=13, north=47, east=45, detail_km2=20.0),
)

FINE_KM2 = 4.0
"""Zones at least this fine keep three decimals of a degree (about 100 m), others two."""


def detail_km2(lat: float, lon: float) -> float:
    """Return the smallest triangle worth keeping at a point in degrees, in square kilometers."""
    return min(
        (zone.detail_km2 for zone in ZONES if zone.contains(lat, lon)), default=WORLD_DETAIL_KM2
    )


def decimals(lat: float, lon: float) -> int:
    """Return how many decimals of a degree a point keeps."""
    return 3 if detail_km2(lat, lon) <= FINE_KM2 else 2
