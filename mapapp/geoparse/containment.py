"""Whether one place lies inside another, as far as the gazetteer knows."""

from collections.abc import Sequence

from mapapp.geoparse.senses import COUNTRY_CODES, FIRST_LEVEL_CODES
from mapapp.model.geometry import distance_km
from mapapp.model.place import Candidate, Place

UNIT_CODES = FIRST_LEVEL_CODES | {"ADM2", "ADM2H"}

NEAR_CITY_KM = 40.0
"""How far a quarter or suburb may lie from the city that is named after it in "X, Y"."""


def contains(outer: Place, inner: Place) -> bool:  # noqa: PLR0911 (a decision list)
    """Return whether the outer place contains the inner one.

    Countries and first-level units are compared by name, second-level units by name or extent,
    settlements and natural areas by distance.
    """
    if outer.id == inner.id:
        return False
    code = outer.feature_code
    if code in COUNTRY_CODES:
        return bool(outer.country) and outer.country == inner.country
    if outer.country and inner.country and outer.country != inner.country:
        return False
    if code in FIRST_LEVEL_CODES:
        return _unit_contains(outer, inner)
    if inner.feature_code in COUNTRY_CODES or inner.feature_code in FIRST_LEVEL_CODES:
        return False
    if outer.feature_class == "A" and inner.admin2:
        return inner.admin2 in {outer.name, outer.admin2} and inner.admin1 == outer.admin1
    reach = max(outer.radius_km, NEAR_CITY_KM)
    here, there = outer.coordinates, inner.coordinates
    if outer.feature_class == "P" and outer.population < inner.population:
        return False
    return distance_km(here.lat, here.lon, there.lat, there.lon) <= reach


def unit_named_like(place: Place, candidates: Sequence[Candidate]) -> Place:
    """Return the unit around a town among its namesakes; the place itself when there is none.

    "Zarichne, Donetsk" is a village of the province and not of the city.
    """
    if place.feature_class != "P":
        return place
    for candidate in candidates:
        unit = candidate.place
        if unit.feature_code in UNIT_CODES and contains(unit, place):
            return unit
    return place


def _unit_contains(outer: Place, inner: Place) -> bool:
    if inner.feature_code in COUNTRY_CODES or inner.feature_code in FIRST_LEVEL_CODES:
        return False
    if inner.admin1:
        return inner.admin1 in {outer.admin1, outer.name}
    here, there = outer.coordinates, inner.coordinates
    return distance_km(here.lat, here.lon, there.lat, there.lon) <= outer.radius_km
