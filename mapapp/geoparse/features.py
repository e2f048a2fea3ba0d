"""The clues by which a candidate is judged: one function each, in one table.

Each returns a value that a fitted weight multiplies; the product is the clue's score, and the
table gives the words in which it is explained.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mapapp.geoparse.clusters import Cluster
from mapapp.geoparse.containment import contains
from mapapp.geoparse.outlook import Outlook
from mapapp.geoparse.senses import COUNTRY_CODES, FIRST_LEVEL_CODES
from mapapp.model.geometry import distance_km
from mapapp.model.place import Candidate, Place
from mapapp.model.toponym import Clue

CAPITAL_CODES = frozenset({"PPLC"})
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


HINT_WORDS: Mapping[str, str] = {
    "admin": "a province or district",
    "settlement": "a town or village",
    "water": "water",
    "mountain": "a mountain",
    "island": "an island",
    "area": "an area",
    "facility": "a site",
    "power": "a government",
}


def _population(candidate: Candidate, _cluster: Cluster, _outlook: Outlook) -> float:
    return math.log10(candidate.place.population + 1) / POWERS_OF_POPULATION


def _behind_the_largest(candidate: Candidate, cluster: Cluster, _outlook: Outlook) -> float:
    return math.log10(candidate.place.population + 1) / 5 - cluster.sense.log_population / 5


def _list_mates(candidate: Candidate, cluster: Cluster, _outlook: Outlook) -> float:
    places = [other.place for other in cluster.mates if other.place is not None]
    if not places:
        return 0.0
    place = candidate.place
    alike = (
        place.country == other.country and place.feature_class == other.feature_class
        if place.feature_code not in COUNTRY_CODES
        else other.feature_code in COUNTRY_CODES
        for other in places
    )
    return sum(alike) / len(places)


def _primary(candidate: Candidate, _cluster: Cluster, _outlook: Outlook) -> float:
    return float(candidate.primary)


def _spelling(candidate: Candidate, _cluster: Cluster, _outlook: Outlook) -> float:
    return candidate.similarity - 1.0


def _country(candidate: Candidate, _cluster: Cluster, _outlook: Outlook) -> float:
    return float(candidate.place.feature_code in COUNTRY_CODES)


def _first_level(candidate: Candidate, _cluster: Cluster, _outlook: Outlook) -> float:
    return float(candidate.place.feature_code in FIRST_LEVEL_CODES)


def _lower_unit(candidate: Candidate, _cluster: Cluster, _outlook: Outlook) -> float:
    place = candidate.place
    return float(place.feature_class == "A" and place.feature_code.startswith("ADM2"))


def _capital(candidate: Candidate, _cluster: Cluster, _outlook: Outlook) -> float:
    return float(candidate.place.feature_code in CAPITAL_CODES)


def _nature(candidate: Candidate, _cluster: Cluster, _outlook: Outlook) -> float:
    return float(candidate.place.feature_class in "HTLVR")


def _site(candidate: Candidate, _cluster: Cluster, _outlook: Outlook) -> float:
    return float(candidate.place.feature_class == "S")


def _type_named(candidate: Candidate, cluster: Cluster, _outlook: Outlook) -> float:
    if not cluster.hint:
        return 0.0
    if cluster.hint == "power":
        return 1.0 if candidate.place.feature_code in COUNTRY_CODES | CAPITAL_CODES else -1.0
    return 1.0 if candidate.place.feature_class in HINTED_CLASSES.get(cluster.hint, "") else -1.0


def _inside_container(candidate: Candidate, cluster: Cluster, _outlook: Outlook) -> float:
    if not cluster.containers:
        return 0.0
    places = [outer.place for outer in cluster.containers if outer.place is not None]
    if not places:
        return 0.0
    return 1.0 if any(contains(outer, candidate.place) for outer in places) else -1.0


def _holds_insiders(candidate: Candidate, cluster: Cluster, _outlook: Outlook) -> float:
    places = [inner.place for inner in cluster.insiders if inner.place is not None]
    if not places:
        return 0.0
    return sum(contains(candidate.place, inner) for inner in places) / len(places)


def _same_country(candidate: Candidate, cluster: Cluster, outlook: Outlook) -> float:
    return outlook.country_share(candidate.place, cluster)


def _same_unit(candidate: Candidate, cluster: Cluster, outlook: Outlook) -> float:
    return outlook.unit_share(candidate.place, cluster)


def _country_named(candidate: Candidate, cluster: Cluster, outlook: Outlook) -> float:
    return outlook.country_named(candidate.place, cluster)


def _unit_named(candidate: Candidate, cluster: Cluster, outlook: Outlook) -> float:
    return outlook.unit_named(candidate.place, cluster)


def _neighbors_country(candidate: Candidate, cluster: Cluster, _outlook: Outlook) -> float:
    places = [other.place for other in cluster.neighbors if other.place is not None]
    if not places:
        return 0.0
    return sum(place.country == candidate.place.country for place in places) / len(places)


def _distances(place: Place, cluster: Cluster) -> list[float]:
    here = place.coordinates
    return [
        distance_km(here.lat, here.lon, other.coordinates.lat, other.coordinates.lon)
        for neighbor in cluster.neighbors
        if (other := neighbor.place) is not None and other.feature_code not in COUNTRY_CODES
    ]


def _near_neighbors(candidate: Candidate, cluster: Cluster, _outlook: Outlook) -> float:
    distances = _distances(candidate.place, cluster)
    return sum(km <= NEAR_KM for km in distances) / len(distances) if distances else 0.0


def _nearby_neighbors(candidate: Candidate, cluster: Cluster, _outlook: Outlook) -> float:
    distances = _distances(candidate.place, cluster)
    return sum(km <= NEARBY_KM for km in distances) / len(distances) if distances else 0.0


def _nearest_neighbor(candidate: Candidate, cluster: Cluster, _outlook: Outlook) -> float:
    distances = _distances(candidate.place, cluster)
    return -math.log10(min(distances) + 1) / 4 if distances else 0.0


def _corpus(candidate: Candidate, _cluster: Cluster, outlook: Outlook) -> float:
    return outlook.prior.get(candidate.place.country, 0.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Feature:
    """A clue: how it is measured, and what it says when it speaks for and against."""

    measure: Callable[[Candidate, Cluster, Outlook], float]
    spoken_for: str
    against: str = ""


FEATURES: Mapping[str, Feature] = {
    "population": Feature(measure=_population, spoken_for="has {population} inhabitants"),
    "behind": Feature(
        measure=_behind_the_largest,
        spoken_for="largest place of that name",
        against="smaller than the largest place of that name",
    ),
    "list mates": Feature(
        measure=_list_mates, spoken_for="of one kind with the names listed beside it"
    ),
    "primary": Feature(measure=_primary, spoken_for="its main name"),
    "spelling": Feature(
        measure=_spelling, spoken_for="spelled alike", against="spelled a little differently"
    ),
    "country": Feature(measure=_country, spoken_for="a country"),
    "first level": Feature(measure=_first_level, spoken_for="a province or state"),
    "lower unit": Feature(
        measure=_lower_unit, spoken_for="a district or county", against="only a district or county"
    ),
    "capital": Feature(measure=_capital, spoken_for="a capital"),
    "nature": Feature(measure=_nature, spoken_for="a natural area", against="a natural area"),
    "site": Feature(measure=_site, spoken_for="a site", against="only a site"),
    "type": Feature(
        measure=_type_named,
        spoken_for="the text speaks of it as {hint}",
        against="the text speaks of it as {hint}, which it is not",
    ),
    "container": Feature(
        measure=_inside_container,
        spoken_for='lies in the place named after the comma ("{name}, {container}")',
        against="does not lie in {container}, which the text names with it",
    ),
    "insiders": Feature(measure=_holds_insiders, spoken_for="contains a place named before it"),
    "same country": Feature(
        measure=_same_country, spoken_for="{share:.0%} of the article's places lie in {country}"
    ),
    "same unit": Feature(
        measure=_same_unit, spoken_for="other places of the article lie in {admin1}"
    ),
    "country named": Feature(measure=_country_named, spoken_for="the article speaks of {country}"),
    "unit named": Feature(measure=_unit_named, spoken_for="the article names {admin1}"),
    "neighbors": Feature(
        measure=_neighbors_country, spoken_for="the names beside it lie in {country}"
    ),
    "near": Feature(measure=_near_neighbors, spoken_for="within 50 km of the names beside it"),
    "nearby": Feature(measure=_nearby_neighbors, spoken_for="within 150 km of the names beside it"),
    "nearest": Feature(
        measure=_nearest_neighbor,
        spoken_for="close to a name beside it",
        against="far from the names beside it",
    ),
    "corpus": Feature(measure=_corpus, spoken_for="your articles are often about {country}"),
}
"""Every clue by its name in the weights file."""


def measure(candidate: Candidate, cluster: Cluster, outlook: Outlook) -> dict[str, float]:
    """Return the value of every feature that is not zero."""
    return {
        name: value
        for name, feature in FEATURES.items()
        if (value := feature.measure(candidate, cluster, outlook))
    }


NOTHING = ("nothing", "nothing: focus", "nothing: exact", "nothing: hinted")
"""Clues for the answer that the gazetteer does not have the place, by name in the weights file."""


def measure_nothing(cluster: Cluster, outlook: Outlook) -> dict[str, float]:
    """Return the clues for none of the candidates: a text about one country, a loose spelling."""
    sense = cluster.sense
    return {
        "nothing": 1.0,
        "nothing: focus": outlook.focus(cluster),
        "nothing: exact": float(not sense.loose),
        "nothing: hinted": float(cluster.hint == "settlement"),
    }


def explain(
    candidate: Candidate,
    cluster: Cluster,
    outlook: Outlook,
    weights: Mapping[str, float],
    least: float = 0.05,
) -> tuple[Clue, ...]:
    """Return the clues for a candidate, strongest first; weaker ones than `least` are left out."""
    found = []
    words = _words(candidate, cluster, outlook)
    for name, value in measure(candidate, cluster, outlook).items():
        score = value * weights.get(name, 0.0)
        feature = FEATURES[name]
        text = feature.spoken_for if score > 0 else feature.against
        if abs(score) >= least and text:
            found.append(Clue(score=round(score, 3), reason=text.format(**words)))
    return tuple(sorted(found, key=lambda clue: -abs(clue.score)))


def _words(candidate: Candidate, cluster: Cluster, outlook: Outlook) -> dict[str, str | float]:
    place = candidate.place
    outer = next((c for c in cluster.containers if c.place is not None), None)
    return {
        "population": f"{place.population:,}",
        "hint": HINT_WORDS.get(cluster.hint, cluster.hint),
        "name": candidate.name,
        "container": outer.sense.key.title() if outer is not None else "",
        "country": outlook.country_name(place.country),
        "admin1": place.admin1,
        "share": outlook.country_share(place, cluster),
    }
