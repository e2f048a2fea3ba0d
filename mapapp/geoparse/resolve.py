"""Choosing a place for each name: provisional picks first, then all clues together, twice."""

import math
from collections.abc import Mapping, Sequence

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.clusters import Cluster
from mapapp.geoparse.features import alone_scores, measure_nothing, scores_of
from mapapp.geoparse.measures import Case
from mapapp.geoparse.outlook import Outlook
from mapapp.geoparse.senses import FIRST_LEVEL_CODES
from mapapp.model.place import Candidate

ROUNDS = 2
TOWN = 20_000
"""Inhabitants from which on a name without any namesake is trusted."""

HOME_SHARE = 0.5
"""Share of the document's other places in a country that is its home."""

FAMOUS = frozenset({"country", "admin1", "metropolis"})


def resolve(
    clusters: Sequence[Cluster],
    nations: Mapping[str, int],
    prior: Mapping[str, float],
    gazetteer: Gazetteer,
    weights: Mapping[str, float],
) -> Outlook:
    """Pick a candidate for every cluster that has any.

    Args:
        clusters: Filled in place with pick and share.
        nations: How often each country's people are named.
        prior: Share of the corpus per country code, 0-1.
        gazetteer: To name countries in explanations.
        weights: Fitted weight of each clue.

    Returns:
        The outlook on the document with the final picks, for explanations.
    """
    outlook = Outlook((), nations, prior, gazetteer)
    known = [cluster for cluster in clusters if cluster.sense.candidates]
    for cluster in known:
        # Alone, without a context: population and kind of name decide.
        scores = alone_scores(cluster, outlook, weights)
        cluster.pick = cluster.sense.candidates[max(range(len(scores)), key=scores.__getitem__)]
    for _ in range(ROUNDS):
        outlook = Outlook(known, nations, prior, gazetteer)
        before = [cluster.pick for cluster in known]
        for cluster in known:
            settle(cluster, outlook, weights)
        if all(cluster.pick is pick for cluster, pick in zip(known, before, strict=True)):
            break  # another round would see what this one saw
    return outlook


def settle(cluster: Cluster, outlook: Outlook, weights: Mapping[str, float]) -> None:
    """Pick the best candidate of a cluster that has any as things stand, or none of them."""
    candidates = cluster.sense.candidates
    case = Case(cluster, outlook)
    scores = scores_of(case, weights)
    nothing = nothing_of(case, weights)
    best = max(range(len(scores)), key=scores.__getitem__)
    top = max(scores[best], nothing)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers) + math.exp(nothing - top)
    known = scores[best] >= nothing or _famous(cluster) or _at_home(case, candidates[best])
    known = known and not _is_exonym(case, candidates[best])
    cluster.pick = candidates[best] if known else None
    cluster.shares = [power / total for power in powers]
    cluster.share = cluster.shares[best]


def _is_exonym(case: Case, candidate: Candidate) -> bool:
    """Return whether a name is another language's for a province that nothing else speaks of.

    "Assia" is Hesse in Italian, and here a village of Benin that is not on record.
    """
    place, others = candidate.place, case.others
    if candidate.primary or place.feature_code not in FIRST_LEVEL_CODES or case.containers:
        return False
    return others.rest > 0 and not (others.country_share(place) or others.country_named(place))


def _famous(cluster: Cluster) -> bool:
    """Return whether a name is that of a place everybody knows: a doubt, but never unknown."""
    sense = cluster.sense
    if sense.loose or not (sense.capital or sense.kind in FAMOUS):
        return False
    return sense.primary or sense.kind != "admin1"  # "Assia" is Hesse in Italian only


def _at_home(case: Case, candidate: Candidate) -> bool:
    """Return whether a place of just that name lies where the document plays, as far as it says.

    It is placed with the doubt that its confidence shows; the one name beside it may be far off.
    """
    if candidate.key != "exact" or case.cluster.containers:
        return False
    countries = {namesake.place.country for namesake in case.cluster.sense.candidates}
    if candidate.place.population >= TOWN and len(countries) == 1:
        return True
    place, others = candidate.place, case.others
    alone = not others.rest
    return alone or others.country_share(place) >= HOME_SHARE or others.country_named(place) > 0


def nothing_of(case: Case, weights: Mapping[str, float]) -> float:
    """Return the score of the answer that the gazetteer does not have the place at all."""
    get = weights.get
    return sum([value * get(name, 0.0) for name, value in measure_nothing(case).items()])


def ranking(cluster: Cluster) -> list[tuple[float, Candidate]]:
    """Return all candidates with their probabilities (0-1), likeliest first."""
    shares = zip(cluster.shares, cluster.sense.candidates, strict=True)
    return sorted(shares, key=lambda pair: (-pair[0], pair[1].place.id))
