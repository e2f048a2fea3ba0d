"""The clues by which a candidate is judged, in one table.

Each measures a value that a fitted weight multiplies; the product is the clue's score, and the
table gives the words in which `mapapp.geoparse.explain` tells it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mapapp.geoparse import measures
from mapapp.geoparse.clusters import Cluster
from mapapp.geoparse.measures import Case
from mapapp.geoparse.outlook import ONE_DOUBT, Outlook
from mapapp.model.place import Candidate


@dataclass(frozen=True, kw_only=True, slots=True)
class Feature:
    """A clue: how it is measured, and what it says when it speaks for and against.

    Attributes:
        measure: Returns its value for the case's candidate.
        spoken_for: Words for a score above 0.
        against: Words for a score below 0; empty when it then goes without saying.
        lasting: Whether it depends on the candidate and its name alone, not on the document.
        needs: What of the case it measures by; where that is empty, the clue is 0.
    """

    measure: Callable[[Case], float]
    spoken_for: str
    against: str = ""
    lasting: bool = False
    needs: str = "cluster"


FEATURES: Mapping[str, Feature] = {
    "population": Feature(
        lasting=True, measure=measures.population, spoken_for="has {population} inhabitants"
    ),
    "behind": Feature(
        lasting=True,
        measure=measures.behind_the_largest,
        spoken_for="largest place of that name",
        against="smaller than the largest place of that name",
    ),
    "list mates": Feature(
        needs="mates",
        measure=measures.list_mates,
        spoken_for="of one kind with the names listed beside it",
    ),
    "primary": Feature(lasting=True, measure=measures.primary, spoken_for="its main name"),
    "spelling": Feature(
        lasting=True,
        measure=measures.spelling,
        spoken_for="spelled alike",
        against="spelled a little differently",
    ),
    "country": Feature(lasting=True, measure=measures.country, spoken_for="a country"),
    "first level": Feature(
        lasting=True, measure=measures.first_level, spoken_for="a province or state"
    ),
    "lower unit": Feature(
        lasting=True,
        measure=measures.lower_unit,
        spoken_for="a district or county",
        against="only a district or county",
    ),
    "unit of seat": Feature(
        measure=measures.unit_of_seat,
        spoken_for="the unit around a city of that name",
        against="a city of that name lies in it",
    ),
    "capital": Feature(lasting=True, measure=measures.capital, spoken_for="a capital"),
    "nature": Feature(
        lasting=True, measure=measures.nature, spoken_for="a natural area", against="a natural area"
    ),
    "site": Feature(
        lasting=True, measure=measures.site, spoken_for="a site", against="only a site"
    ),
    "type": Feature(
        needs="hint",
        measure=measures.type_named,
        spoken_for="the text speaks of it as {hint}",
        against="the text speaks of it as {hint}, which it is not",
    ),
    "container": Feature(
        needs="containers",
        measure=measures.inside_container,
        spoken_for='lies in the place named after the comma ("{name}, {container}")',
        against="does not lie in {container}, which the text names with it",
    ),
    "insiders": Feature(
        needs="insiders",
        measure=measures.holds_insiders,
        spoken_for="contains a place named before it",
    ),
    "same country": Feature(
        measure=measures.same_country,
        spoken_for="{share:.0%} of the article's places lie in {country}",
    ),
    "same unit": Feature(
        measure=measures.same_unit, spoken_for="other places of the article lie in {admin1}"
    ),
    "country named": Feature(
        measure=measures.country_named, spoken_for="the article speaks of {country}"
    ),
    "unit named": Feature(measure=measures.unit_named, spoken_for="the article names {admin1}"),
    "neighbors": Feature(
        needs="neighbors",
        measure=measures.neighbors_country,
        spoken_for="the names beside it lie in {country}",
    ),
    "near": Feature(
        needs="points",
        measure=measures.near_neighbors,
        spoken_for="within 50 km of the names beside it",
    ),
    "nearby": Feature(
        needs="points",
        measure=measures.nearby_neighbors,
        spoken_for="within 150 km of the names beside it",
    ),
    "nearest": Feature(
        needs="points",
        measure=measures.nearest_neighbor,
        spoken_for="close to a name beside it",
        against="far from the names beside it",
    ),
    "corpus": Feature(
        needs="prior", measure=measures.corpus, spoken_for="your articles are often about {country}"
    ),
}
"""Every clue by its name in the weights file."""


Named = tuple[str, Feature]
"""A clue and its name in the weights file."""

LASTING = tuple((name, feature) for name, feature in FEATURES.items() if feature.lasting)
PASSING = tuple((name, feature) for name, feature in FEATURES.items() if not feature.lasting)


def measure(candidate: Candidate, case: Case) -> dict[str, float]:
    """Return the value of every feature that is not zero, and turn the case to the candidate."""
    case.turn_to(candidate)
    return {
        name: value
        for name, feature in FEATURES.items()
        if getattr(case, feature.needs) and (value := feature.measure(case))
    }


def scores_of(case: Case, weights: Mapping[str, float]) -> list[float]:
    """Return what all clues of each candidate add up to, in the order of the sense."""
    clues = _weighed(speaking(case), weights)
    return [
        lasting + _total(case, candidate, clues)
        for lasting, candidate in zip(
            lasting_scores(case.cluster, case.outlook, weights),
            case.cluster.sense.candidates,
            strict=True,
        )
    ]


def speaking(case: Case) -> Sequence[Named]:
    """Return the passing clues that have something to measure by."""
    return _passing(tuple([bool(getattr(case, need)) for need in _NEEDS]))


_NEEDS = tuple(dict.fromkeys([feature.needs for _, feature in PASSING]))


@cache
def _passing(given: Sequence[bool]) -> Sequence[Named]:
    """Return the passing clues whose needs, in the order of `_NEEDS`, are given."""
    needs = {need for need, is_given in zip(_NEEDS, given, strict=True) if is_given}
    return tuple(clue for clue in PASSING if clue[1].needs in needs)


def lasting_scores(
    cluster: Cluster, outlook: Outlook, weights: Mapping[str, float]
) -> Sequence[float]:
    """Return what the lasting clues of each candidate add up to; remembered with the name."""
    sense = cluster.sense
    if sense.weighed_by is not weights:
        case, clues = Case(cluster, outlook), _weighed(LASTING, weights)
        sense.lasting = [_total(case, candidate, clues) for candidate in sense.candidates]
        sense.told = {}
        sense.weighed_by = weights
    return sense.lasting


def alone_scores(
    cluster: Cluster, outlook: Outlook, weights: Mapping[str, float]
) -> Sequence[float]:
    """Return what the candidates' own clues add up to, and whether a unit is meant or its seat.

    A list of towns would else begin as a list of provinces, and its names confirm one another.
    """
    scores = lasting_scores(cluster, outlook, weights)
    if not cluster.sense.seats:
        return scores
    case, weight = Case(cluster, outlook), weights.get("unit of seat", 0.0)
    found = []
    for score, candidate in zip(scores, cluster.sense.candidates, strict=True):
        case.turn_to(candidate)
        found.append(score + weight * measures.unit_of_seat(case))
    return found


_Weighed = list[tuple[Callable[[Case], float], float]]


def _weighed(clues: Iterable[Named], weights: Mapping[str, float]) -> _Weighed:
    return [(feature.measure, weights.get(name, 0.0)) for name, feature in clues]


def _total(case: Case, candidate: Candidate, clues: _Weighed) -> float:
    case.turn_to(candidate)
    total = 0.0
    for ask, weight in clues:
        total += ask(case) * weight
    return total


TOWN_POWERS = 4.0
"""Powers of ten of inhabitants from which on a name is known far beyond its country."""

NOTHING = (
    "nothing",
    "nothing: focus",
    "nothing: exact",
    "nothing: hinted",
    "nothing: known",
    "nothing: famous",
)
"""Clues for the answer that the gazetteer does not have the place, by name in the weights file."""


def measure_nothing(case: Case) -> dict[str, float]:
    """Return the clues for none of the candidates: a text about one country, a loose spelling."""
    return {
        "nothing": 1.0,
        "nothing: focus": case.others.focus() * case.others.rest / (case.others.rest + ONE_DOUBT),
        "nothing: exact": float(not case.cluster.sense.loose),
        "nothing: hinted": float(case.hint == "settlement"),
        "nothing: known": case.cluster.sense.log_population / measures.POWERS_OF_POPULATION,
        "nothing: famous": max(0.0, case.cluster.sense.log_population - TOWN_POWERS),
    }
