"""Choosing a place for each name: provisional picks first, then all clues together, twice."""

import math
from collections.abc import Mapping, Sequence

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.clusters import Cluster
from mapapp.geoparse.features import measure, measure_nothing
from mapapp.geoparse.outlook import Outlook
from mapapp.model.place import Candidate

ROUNDS = 2


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
    for cluster in clusters:
        # Alone, without a context: population and kind of name decide.
        settle(cluster, outlook, weights)
    for _ in range(ROUNDS):
        outlook = Outlook(clusters, nations, prior, gazetteer)
        for cluster in clusters:
            settle(cluster, outlook, weights)
    return outlook


def settle(cluster: Cluster, outlook: Outlook, weights: Mapping[str, float]) -> None:
    """Pick the best candidate of a cluster as things stand, or none of them."""
    candidates = cluster.sense.candidates
    if not candidates:
        return
    scores = [score_of(candidate, cluster, outlook, weights) for candidate in candidates]
    nothing = nothing_of(cluster, outlook, weights)
    best = max(range(len(scores)), key=scores.__getitem__)
    top = max(scores[best], nothing)
    cluster.pick = candidates[best] if scores[best] >= nothing else None
    total = sum(math.exp(score - top) for score in scores) + math.exp(nothing - top)
    cluster.share = math.exp(scores[best] - top) / total


def nothing_of(cluster: Cluster, outlook: Outlook, weights: Mapping[str, float]) -> float:
    """Return the score of the answer that the gazetteer does not have the place at all."""
    get = weights.get
    return sum(value * get(name, 0.0) for name, value in measure_nothing(cluster, outlook).items())


def score_of(
    candidate: Candidate, cluster: Cluster, outlook: Outlook, weights: Mapping[str, float]
) -> float:
    """Return the weighted sum of a candidate's clues."""
    get = weights.get
    return sum(
        value * get(name, 0.0) for name, value in measure(candidate, cluster, outlook).items()
    )


def ranking(
    cluster: Cluster, outlook: Outlook, weights: Mapping[str, float]
) -> list[tuple[float, Candidate]]:
    """Return all candidates with their probabilities (0-1), likeliest first."""
    scores = [
        (score_of(candidate, cluster, outlook, weights), candidate)
        for candidate in cluster.sense.candidates
    ]
    if not scores:
        return []
    top = max(score for score, _ in scores)
    top = max(top, nothing_of(cluster, outlook, weights))
    total = sum(math.exp(score - top) for score, _ in scores)
    total += math.exp(nothing_of(cluster, outlook, weights) - top)
    shares = [(math.exp(score - top) / total, candidate) for score, candidate in scores]
    return sorted(shares, key=lambda pair: (-pair[0], pair[1].place.id))
