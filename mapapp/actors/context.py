"""Which countries a document is about, as far as actors need to know."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mapapp.actors.names import Alias, Hit
from mapapp.model.actor import Actor, ActorMention
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
"""A named group speaks for its home country, less than a resolved place does.

Several groups of one country speak no louder than one: JNIM and ISGS beside each other, both of
Mali, outweigh no place in Burkina Faso.
"""


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
    homes: set[str] = set()
    for hit in hits:
        alias = _certain(hit)
        if alias is None:
            continue
        if alias.kind in KIND_WEIGHTS:
            _add(weights, alias.key, KIND_WEIGHTS[alias.kind])
        elif alias.kind == "name":
            homes.add(actors[alias.key].home_country)
    _weigh_homes(weights, homes)
    return weights


SEATS = frozenset({"AT", "BE", "CH", "FR", "GB", "US"})
"""Where bodies sit that watch the wars of other countries: their seat says nothing of the place."""


def home_countries(hits: Iterable[Hit], actors: Mapping[str, Actor]) -> Counter[str]:
    """Return how often each country's own groups are named without doubt, by country code.

    "Houthis in Al Bayda" is about Yemen, whatever else is called Al Bayda.
    """
    homes: Counter[str] = Counter()
    for hit in hits:
        alias = _certain(hit)
        if alias is None or alias.kind != "name":
            continue
        actor = actors[alias.key]
        seated = actor.kind == "monitor" and actor.home_country in SEATS
        if actor.home_country and not seated:
            homes[actor.home_country] += 1
    return homes


def _weigh_homes(weights: dict[str, float], homes: Iterable[str]) -> None:
    for country in homes:
        if country:
            _add(weights, country, ACTOR_WEIGHT)


def _certain(hit: Hit) -> Alias | None:
    """Return what a hit means in any country; None when that depends on the country."""
    certain = [alias for alias in hit.aliases if not alias.countries]
    return certain[0] if len({alias.key for alias in certain}) == 1 else None


def home_country(toponyms: Iterable[Toponym], mentions: Iterable[ActorMention]) -> str:
    """Return the country whose own fighters and places a document names most; empty for none.

    Args:
        toponyms: Resolved place mentions, weighed by role and confidence.
        mentions: Parties named; armed groups speak for their home country.
    """
    weights = weigh_countries(toponyms, (), {})
    _weigh_homes(weights, {m.actor.home_country for m in mentions if m.actor.kind != "foreign"})
    return main_country(weights)


def _add(weights: dict[str, float], country: str, weight: float) -> None:
    weights[country] = weights.get(country, 0.0) + weight


def main_country(weights: Mapping[str, float]) -> str:
    """Return the country that a document is about; empty when nothing tells."""
    return max(weights, key=lambda country: weights[country]) if weights else ""
