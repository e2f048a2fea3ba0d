"""Which countries a document is about, as far as actors need to know."""

from collections.abc import Iterable, Mapping, Sequence

from mapapp.actors.names import Hit
from mapapp.model.actor import Actor
from mapapp.model.toponym import Role, Toponym

ROLE_WEIGHTS: Mapping[Role, float] = {
    Role.EVENT_PLACE: 1.0,
    Role.AREA: 1.0,
    Role.METONYM: 0.3,
    Role.AFFILIATION: 0.2,
    Role.DATELINE: 0.1,
}
"""How much a toponym says about where the war is; a dateline may lie across the border."""

KIND_WEIGHTS = {"country": 0.6, "demonym": 0.25, "capital": 0.3}
ACTOR_WEIGHT = 0.6
"""A named group speaks for its home country, less than a resolved place does."""


def weigh_countries(
    toponyms: Iterable[Toponym], hits: Sequence[Hit], actors: Mapping[str, Actor]
) -> dict[str, float]:
    """Return the weight of each country code in a document, largest the likeliest.

    Doubtful toponyms weigh by their confidence. Country names, demonyms and groups named
    without doubt count too, so that a sentence without any place still has a context.
    """
    weights: dict[str, float] = {}
    for toponym in toponyms:
        if toponym.place is not None and toponym.place.country:
            share = ROLE_WEIGHTS[toponym.role] * max(toponym.confidence, 0.3)
            _add(weights, toponym.place.country, share)
    for hit in hits:
        _weigh_hit(hit, actors, weights)
    return weights


def _weigh_hit(hit: Hit, actors: Mapping[str, Actor], weights: dict[str, float]) -> None:
    certain = [alias for alias in hit.aliases if not alias.countries]
    if not certain or len({alias.key for alias in certain}) > 1:
        return
    alias = certain[0]
    if alias.kind in KIND_WEIGHTS:
        _add(weights, alias.key, KIND_WEIGHTS[alias.kind])
    elif alias.kind == "name" and actors[alias.key].home_country:
        _add(weights, actors[alias.key].home_country, ACTOR_WEIGHT)


def _add(weights: dict[str, float], country: str, weight: float) -> None:
    weights[country] = weights.get(country, 0.0) + weight


def main_country(weights: Mapping[str, float]) -> str:
    """Return the country that a document is about; empty when nothing tells."""
    return max(weights, key=lambda country: weights[country]) if weights else ""
