"""The clues by which a candidate is judged, in one table.

Each measures a value that a fitted weight multiplies; the product is the clue's score, and the
table gives the words in which it is explained.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mapapp.geoparse import measures
from mapapp.geoparse.clusters import Cluster
from mapapp.geoparse.measures import Case
from mapapp.geoparse.outlook import Outlook
from mapapp.model.place import Candidate
from mapapp.model.toponym import Clue

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Feature:
    """A clue: how it is measured, and what it says when it speaks for and against.

    A lasting clue depends on the candidate and its name alone, not on the document.
    """

    measure: Callable[[Case], float]
    spoken_for: str
    against: str = ""
    lasting: bool = False


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
        measure=measures.list_mates, spoken_for="of one kind with the names listed beside it"
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
    "capital": Feature(lasting=True, measure=measures.capital, spoken_for="a capital"),
    "nature": Feature(
        lasting=True, measure=measures.nature, spoken_for="a natural area", against="a natural area"
    ),
    "site": Feature(
        lasting=True, measure=measures.site, spoken_for="a site", against="only a site"
    ),
    "type": Feature(
        measure=measures.type_named,
        spoken_for="the text speaks of it as {hint}",
        against="the text speaks of it as {hint}, which it is not",
    ),
    "container": Feature(
        measure=measures.inside_container,
        spoken_for='lies in the place named after the comma ("{name}, {container}")',
        against="does not lie in {container}, which the text names with it",
    ),
    "insiders": Feature(
        measure=measures.holds_insiders, spoken_for="contains a place named before it"
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
        measure=measures.neighbors_country, spoken_for="the names beside it lie in {country}"
    ),
    "near": Feature(
        measure=measures.near_neighbors, spoken_for="within 50 km of the names beside it"
    ),
    "nearby": Feature(
        measure=measures.nearby_neighbors, spoken_for="within 150 km of the names beside it"
    ),
    "nearest": Feature(
        measure=measures.nearest_neighbor,
        spoken_for="close to a name beside it",
        against="far from the names beside it",
    ),
    "corpus": Feature(
        measure=measures.corpus, spoken_for="your articles are often about {country}"
    ),
}
"""Every clue by its name in the weights file."""


LASTING = tuple((name, f.measure) for name, f in FEATURES.items() if f.lasting)
PASSING = tuple((name, f.measure) for name, f in FEATURES.items() if not f.lasting)


def measure(candidate: Candidate, cluster: Cluster, outlook: Outlook) -> dict[str, float]:
    """Return the value of every feature that is not zero."""
    case = Case(candidate, cluster, outlook)
    return {name: value for name, feature in FEATURES.items() if (value := feature.measure(case))}


def lasting_scores(
    cluster: Cluster, outlook: Outlook, weights: Mapping[str, float]
) -> Sequence[float]:
    """Return what the lasting clues of each candidate add up to; remembered with the name."""
    sense = cluster.sense
    if sense.weighed_by is not weights:
        sense.lasting = [
            _total(Case(candidate, cluster, outlook), LASTING, weights)
            for candidate in sense.candidates
        ]
        sense.weighed_by = weights
    return sense.lasting


def passing_score(
    candidate: Candidate, cluster: Cluster, outlook: Outlook, weights: Mapping[str, float]
) -> float:
    """Return what the clues of the document add up to."""
    return _total(Case(candidate, cluster, outlook), PASSING, weights)


def _total(
    case: Case,
    clues: Sequence[tuple[str, Callable[[Case], float]]],
    weights: Mapping[str, float],
) -> float:
    get = weights.get
    total = 0.0
    for name, ask in clues:
        value = ask(case)
        if value:
            total += value * get(name, 0.0)
    return total


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
