"""What each clue measures about a candidate; `mapapp.geoparse.features` has them in a table."""

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from mapapp.geoparse.clusters import Cluster
from mapapp.geoparse.containment import contains, unit_named_like
from mapapp.geoparse.outlook import ONE_DOUBT, Others, Outlook
from mapapp.geoparse.senses import COUNTRY_CODES, FIRST_LEVEL_CODES, people
from mapapp.model.place import Candidate, Place

CAPITAL_CODES = frozenset({"PPLC"})
POWER_CODES = COUNTRY_CODES | CAPITAL_CODES
KM_OF_DEGREE = 111.195
POWERS_OF_POPULATION = 10.0
NEAR_KM, NEARBY_KM, FAR_KM = 50.0, 150.0, 1000.0

SEAT_SHARE = 0.1
"""Share of the people of a unit that its main city has at least."""

UNIT_HINTS = frozenset({"admin", "region"})
"""Hints of a unit, which may also go with its seat: lists of towns have no other row."""

HINTED_CLASSES: Mapping[str, str] = {
    "admin": "A",
    "region": "AL",
    "settlement": "P",
    "water": "H",
    "mountain": "T",
    "island": "T",
    "area": "LAR",
    "facility": "S",
}
"""Feature classes that go with each hint."""


class Case:
    """A cluster in its document, its candidates one at a time: what a clue may look at.

    What is the same for all candidates is gathered once.

    Attributes:
        cluster: The name that is to be placed.
        outlook: The document.
        others: What the document's other names say.
        hint: Feature kind named beside it; empty when none.
        mates: Places listed with it.
        containers: Places named after a comma, as in "X, Y", and units named like them.
        insiders: Places that name this one after a comma.
        neighbors: Countries of the places named next to it.
        points: Those of them that are no countries, as degrees of latitude and longitude.
        prior: Share of the corpus per country code, 0-1; empty without one.
        candidate: The candidate that is looked at.
        place: Its place.
        distances: Kilometers from it to the points, ascending.
    """

    __slots__ = (
        "candidate",
        "cluster",
        "containers",
        "distances",
        "hint",
        "insiders",
        "mates",
        "neighbors",
        "others",
        "outlook",
        "place",
        "points",
        "prior",
    )

    def __init__(self, cluster: Cluster, outlook: Outlook) -> None:
        """Gather what holds for all candidates; none is looked at yet."""
        self.cluster = cluster
        self.outlook = outlook
        self.others = Others(outlook, cluster)
        self.hint = cluster.hint
        # Most names have none of these.
        self.mates = _places(cluster.mates) if cluster.mates else ()
        self.containers = _containers(cluster.containers) if cluster.containers else ()
        self.insiders = _places(cluster.insiders) if cluster.insiders else ()
        beside = _places(cluster.neighbors) if cluster.neighbors else ()
        self.neighbors = [place.country for place in beside]
        self.points = [
            (place.coordinates.lat, place.coordinates.lon)
            for place in beside
            if place.feature_code not in COUNTRY_CODES
        ]
        self.prior = outlook.prior
        self.candidate: Candidate
        self.place: Place
        self.distances: list[float]

    def turn_to(self, candidate: Candidate) -> None:
        """Look at a candidate.

        Distances are measured on a flat map: clues ask for powers of ten, and often.
        """
        self.candidate = candidate
        self.place = candidate.place
        self.distances = []
        if self.points:
            here = self.place.coordinates
            lat, lon = here.lat, here.lon
            narrow = math.cos(math.radians(lat))
            self.distances = sorted(
                [
                    KM_OF_DEGREE
                    * math.hypot(
                        there_lat - lat, ((there_lon - lon + 180.0) % 360.0 - 180.0) * narrow
                    )
                    for there_lat, there_lon in self.points
                ]
            )


def _containers(clusters: Sequence[Cluster]) -> Sequence[Place]:
    """Return the places picked for clusters, and the units that share their names."""
    found = [*_places(clusters)]
    for cluster in clusters:
        if cluster.pick is not None:
            unit = unit_named_like(cluster.pick.place, cluster.sense.candidates)
            if unit is not cluster.pick.place:
                found.append(unit)
    return found


def _places(clusters: Sequence[Cluster]) -> Sequence[Place]:
    return [cluster.pick.place for cluster in clusters if cluster.pick is not None]


def population(case: Case) -> float:
    """Return the logarithm of the population, about 0-0.9."""
    return math.log10(people(case.place) + 1) / POWERS_OF_POPULATION


def behind_the_largest(case: Case) -> float:
    """Return how far behind the largest namesake it is: 0 for the largest, negative else."""
    return math.log10(people(case.place) + 1) / 5 - case.cluster.sense.log_population / 5


def list_mates(case: Case) -> float:
    """Return the share of listed neighbors that are of one kind and country with it."""
    if not case.mates:
        return 0.0
    return sum(_alike(case, other) for other in case.mates) / len(case.mates)


def _alike(case: Case, other: Place) -> bool:
    """Return whether two places may well be named in one breath: capitals go with capitals."""
    place = case.place
    if place.feature_code in COUNTRY_CODES:
        return other.feature_code in COUNTRY_CODES
    if other.feature_code in CAPITAL_CODES and case.cluster.sense.capital:
        return place.feature_code in CAPITAL_CODES
    return place.country == other.country and place.feature_class == other.feature_class


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


def unit_of_seat(case: Case) -> float:
    """Return 1 for a unit named like its main city or a capital, where nothing says the unit.

    Homs is the city, and Quebec the province, whose city is a small part of it.
    """
    place = case.place
    if place.feature_class != "A" or place.feature_code in COUNTRY_CODES or case.hint in UNIT_HINTS:
        return 0.0
    sense = case.cluster.sense
    seat = sense.seats.get((place.country, place.admin1), 0)
    return float(sense.capital or seat > place.population * SEAT_SHARE)


def nature(case: Case) -> float:
    """Return 1 for water, terrain, areas and roads."""
    return float(case.place.feature_class in "HTLVR")


def site(case: Case) -> float:
    """Return 1 for a site such as an airport."""
    return float(case.place.feature_class == "S")


def type_named(case: Case) -> float:
    """Return 1 when the text names its type, -1 when another, 0 when none."""
    if not case.hint:
        return 0.0
    if case.hint == "power":
        return 1.0 if case.place.feature_code in POWER_CODES else -1.0
    if case.place.feature_class in HINTED_CLASSES.get(case.hint, ""):
        return 1.0
    # "Hawija district" is told of a district by the name of its seat, which is what lists have.
    return 0.0 if case.hint in UNIT_HINTS and case.place.feature_class == "P" else -1.0


def inside_container(case: Case) -> float:
    """Return 1 inside the place named after the comma, -1 outside, 0 without one."""
    if not case.containers:
        return 0.0
    return 1.0 if any(contains(outer, case.place) for outer in case.containers) else -1.0


def holds_insiders(case: Case) -> float:
    """Return the share of the places named before the comma that lie in it."""
    inside = [contains(case.place, inner) for inner in case.insiders]
    return sum(inside) / len(inside) if inside else 0.0


def same_country(case: Case) -> float:
    """Return the share of the document's places that lie in its country."""
    return case.others.country_share(case.place) * case.others.agreement


def same_unit(case: Case) -> float:
    """Return the share of the document's places that lie in its first-level unit."""
    return case.others.unit_share(case.place) * case.others.agreement


def country_named(case: Case) -> float:
    """Return 1 when the document names its country, up to 2 the fewer other names there are.

    Where a country and a town are all that a note names, the one says where the other is.
    """
    named = case.others.country_named(case.place)
    return named and named * (1.0 + case.others.brevity())


def unit_named(case: Case) -> float:
    """Return 1 when the document names its first-level unit."""
    return case.others.unit_named(case.place)


def neighbors_country(case: Case) -> float:
    """Return the share of the names beside it that lie in its country."""
    countries = case.neighbors
    return countries.count(case.place.country) / (len(countries) + ONE_DOUBT)


def near_neighbors(case: Case) -> float:
    """Return the share of the names beside it within 50 km."""
    distances = case.distances
    return bisect_right(distances, NEAR_KM) / (len(distances) + ONE_DOUBT)


def nearby_neighbors(case: Case) -> float:
    """Return the share of the names beside it within 150 km."""
    distances = case.distances
    return bisect_right(distances, NEARBY_KM) / (len(distances) + ONE_DOUBT)


def nearest_neighbor(case: Case) -> float:
    """Return minus the logarithm of the kilometers to the nearest name beside it.

    Beyond `FAR_KM` all is equally far: news tells of a town and of a council on another continent.
    """
    return -math.log10(min(FAR_KM, case.distances[0]) + 1) / 4 if case.distances else 0.0


def corpus(case: Case) -> float:
    """Return the corpus prior of its country, less the more places the document itself has."""
    share = case.prior.get(case.place.country, 0.0)
    return share and share * case.others.brevity()
