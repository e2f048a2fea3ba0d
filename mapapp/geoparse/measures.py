"""What each clue measures about a candidate; `mapapp.geoparse.features` has them in a table."""

import math
from collections.abc import Mapping

from mapapp.geoparse.clusters import Cluster
from mapapp.geoparse.containment import contains
from mapapp.geoparse.outlook import Outlook
from mapapp.geoparse.senses import COUNTRY_CODES, FIRST_LEVEL_CODES, people
from mapapp.model.place import Candidate

CAPITAL_CODES = frozenset({"PPLC"})
KM_OF_DEGREE = 111.195
POWERS_OF_POPULATION = 10.0
NEAR_KM, NEARBY_KM = 50.0, 150.0

HINTED_CLASSES: Mapping[str, str] = {
    "admin": "A",
    "settlement": "P",
    "water": "H",
    "mountain": "T",
    "island": "T",
    "area": "LAR",
    "facility": "S",
}
"""Feature classes that go with each hint."""


class Case:
    """A candidate of a cluster in its document: what a clue may look at."""

    __slots__ = ("_distances", "candidate", "cluster", "outlook", "place")

    def __init__(self, candidate: Candidate, cluster: Cluster, outlook: Outlook) -> None:
        """Measure nothing yet."""
        self.candidate = candidate
        self.place = candidate.place
        self.cluster = cluster
        self.outlook = outlook
        self._distances: list[float] | None = None

    def distances(self) -> list[float]:
        """Return the kilometers to the places named beside the candidate, countries left out.

        Measured on a flat map: clues ask for powers of ten, and this is asked for often.
        """
        if self._distances is None:
            here = self.place.coordinates
            lat, lon = here.lat, here.lon
            narrow = math.cos(math.radians(lat))
            self._distances = []
            for neighbor in self.cluster.neighbors:
                pick = neighbor.pick
                if pick is None or pick.place.feature_code in COUNTRY_CODES:
                    continue
                there = pick.place.coordinates
                east = (there.lon - lon + 180.0) % 360.0 - 180.0
                self._distances.append(KM_OF_DEGREE * math.hypot(there.lat - lat, east * narrow))
        return self._distances


def population(case: Case) -> float:
    """Return the logarithm of the population, about 0-0.9."""
    return math.log10(people(case.place) + 1) / POWERS_OF_POPULATION


def behind_the_largest(case: Case) -> float:
    """Return how far behind the largest namesake it is: 0 for the largest, negative else."""
    return math.log10(people(case.place) + 1) / 5 - case.cluster.sense.log_population / 5


def list_mates(case: Case) -> float:
    """Return the share of listed neighbors that are of one kind and country with it."""
    places = [other.place for other in case.cluster.mates if other.place is not None]
    if not places:
        return 0.0
    place = case.place
    alike = (
        place.country == other.country and place.feature_class == other.feature_class
        if place.feature_code not in COUNTRY_CODES
        else other.feature_code in COUNTRY_CODES
        for other in places
    )
    return sum(alike) / len(places)


def primary(case: Case) -> float:
    """Return 1 when the name is its main name."""
    return float(case.candidate.primary)


def spelling(case: Case) -> float:
    """Return 0 for the exact spelling, negative for others."""
    return case.candidate.similarity - 1.0


def country(case: Case) -> float:
    """Return 1 for a country."""
    return float(case.place.feature_code in COUNTRY_CODES)


def first_level(case: Case) -> float:
    """Return 1 for a first-level unit."""
    return float(case.place.feature_code in FIRST_LEVEL_CODES)


def lower_unit(case: Case) -> float:
    """Return 1 for a second-level unit."""
    place = case.place
    return float(place.feature_class == "A" and place.feature_code.startswith("ADM2"))


def capital(case: Case) -> float:
    """Return 1 for a national capital."""
    return float(case.place.feature_code in CAPITAL_CODES)


def nature(case: Case) -> float:
    """Return 1 for water, terrain, areas and roads."""
    return float(case.place.feature_class in "HTLVR")


def site(case: Case) -> float:
    """Return 1 for a site such as an airport."""
    return float(case.place.feature_class == "S")


def type_named(case: Case) -> float:
    """Return 1 when the text names its type, -1 when another, 0 when none."""
    if not case.cluster.hint:
        return 0.0
    if case.cluster.hint == "power":
        return 1.0 if case.place.feature_code in COUNTRY_CODES | CAPITAL_CODES else -1.0
    if case.place.feature_class in HINTED_CLASSES.get(case.cluster.hint, ""):
        return 1.0
    # "Hawija district" is told of a district by the name of its seat, which is what lists have.
    return 0.0 if case.cluster.hint == "admin" and case.place.feature_class == "P" else -1.0


def inside_container(case: Case) -> float:
    """Return 1 inside the place named after the comma, -1 outside, 0 without one."""
    if not case.cluster.containers:
        return 0.0
    places = [outer.place for outer in case.cluster.containers if outer.place is not None]
    if not places:
        return 0.0
    return 1.0 if any(contains(outer, case.place) for outer in places) else -1.0


def holds_insiders(case: Case) -> float:
    """Return the share of the places named before the comma that lie in it."""
    places = [inner.place for inner in case.cluster.insiders if inner.place is not None]
    if not places:
        return 0.0
    return sum(contains(case.place, inner) for inner in places) / len(places)


def same_country(case: Case) -> float:
    """Return the share of the document's places that lie in its country."""
    return case.outlook.country_share(case.place, case.cluster)


def same_unit(case: Case) -> float:
    """Return the share of the document's places that lie in its first-level unit."""
    return case.outlook.unit_share(case.place, case.cluster)


def country_named(case: Case) -> float:
    """Return 1 when the document names its country."""
    return case.outlook.country_named(case.place, case.cluster)


def unit_named(case: Case) -> float:
    """Return 1 when the document names its first-level unit."""
    return case.outlook.unit_named(case.place, case.cluster)


def neighbors_country(case: Case) -> float:
    """Return the share of the names beside it that lie in its country."""
    places = [other.place for other in case.cluster.neighbors if other.place is not None]
    if not places:
        return 0.0
    return sum(place.country == case.place.country for place in places) / len(places)


def near_neighbors(case: Case) -> float:
    """Return the share of the names beside it within 50 km."""
    distances = case.distances()
    return sum(km <= NEAR_KM for km in distances) / len(distances) if distances else 0.0


def nearby_neighbors(case: Case) -> float:
    """Return the share of the names beside it within 150 km."""
    distances = case.distances()
    return sum(km <= NEARBY_KM for km in distances) / len(distances) if distances else 0.0


def nearest_neighbor(case: Case) -> float:
    """Return minus the logarithm of the kilometers to the nearest name beside it."""
    distances = case.distances()
    return -math.log10(min(distances) + 1) / 4 if distances else 0.0


def corpus(case: Case) -> float:
    """Return the corpus prior of its country, less the more places the document itself has."""
    share = case.outlook.prior.get(case.place.country, 0.0)
    return share and share * case.outlook.brevity(case.cluster)
