"""Points on the globe and the distance between them."""

import math
from dataclasses import dataclass

EARTH_RADIUS_KM = 6371.0088
"""Mean Earth radius R1 of the IUGG (Moritz 2000, Geodetic Reference System 1980)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Coordinates:
    """A point in degrees WGS 84, latitude before longitude."""

    lat: float
    lon: float

    def distance_km(self, other: "Coordinates") -> float:
        """Return the great-circle distance to another point in kilometers (haversine)."""
        return distance_km(self.lat, self.lon, other.lat, other.lon)


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Return the great-circle distance between two points, degrees in, kilometers out.

    For hot loops that hold bare numbers; elsewhere use `Coordinates.distance_km`.
    """
    phi_a, phi_b = math.radians(lat_a), math.radians(lat_b)
    half_lat = math.sin((phi_b - phi_a) / 2)
    half_lon = math.sin(math.radians(lon_b - lon_a) / 2)
    chord = half_lat * half_lat + math.cos(phi_a) * math.cos(phi_b) * half_lon * half_lon
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))
