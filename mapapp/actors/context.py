"""Which countries a document is about, as far as actors need to know."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from mapapp.actors.names import Alias, Hit
from mapapp.model.actor import ActorMention
from mapapp.model.toponym import Role, Toponym

ROLE_WEIGHTS: Mapping[Role, float] = {
    Role.EVENT_PLACE: 1.0,
    Role.AREA: 1.0,
    Role.METONYM: 0.3,
    Role.AFFILIATION: 0.2,
    Role.DATELINE: 0.1,
}
"""How much a toponym says about where the war is; a dateline may lie across the border."""

KIND_WEIGHTS = {"country": 0.6, "demonym": 0.25, "capital": 0.3, "term": 0.4}
REPEATED = 0.3
"""Share of a place's weight that it has when named again: one village, however often it is named,
outweighs no district and province that say otherwise."""

ACTOR_WEIGHT = 0.6
"""A named group speaks for its home country, less than a resolved place does.

Several groups of one country speak no louder than one: JNIM and ISGS beside each other, both of
Mali, outweigh no place in Burkina Faso.
"""


def weigh_countries(
    toponyms: Iterable[Toponym], hits: Sequence[Hit], reach: Mapping[str, Sequence[str]]
) -> dict[str, float]:
    """Return the weight of each country code in a document, largest the likeliest.

    Doubtful toponyms weigh by their confidence. Country names, demonyms, words of one country
    ("upazila") and groups named without doubt count too, so that a sentence without any place
    still has a context.

    Args:
        toponyms: Resolved place mentions.
        hits: Names found; aliases that ask for a country tell none.
        reach: Countries in which each actor fights by its id, the home country first.
    """
    weights: dict[str, float] = {}
    told: set[str] = set()
    for toponym in toponyms:
        if toponym.place is not None and toponym.place.country:
            share = ROLE_WEIGHTS[toponym.role] * max(toponym.confidence, 0.3)
            if toponym.text in told and not toponym.place.feature_code.startswith("PCL"):
                share *= REPEATED
            told.add(toponym.text)
            _add(weights, toponym.place.country, share)
    groups: set[str] = set()
    for hit in hits:
        alias = _certain(hit)
        if alias is None:
            _add_terms(weights, hit)
        elif alias.kind in KIND_WEIGHTS:
            _add(weights, alias.key, KIND_WEIGHTS[alias.kind])
        elif alias.kind == "name":
            groups.add(alias.key)
    _weigh_homes(weights, groups, reach)
    return weights


def home_countries(hits: Iterable[Hit], reach: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """Return how often each country is spoken of by its own groups and words, by country code.

    "Houthis in Al Bayda" is about Yemen, whatever else is called Al Bayda. A group of several
    countries speaks for each of them.
    """
    homes: dict[str, int] = defaultdict(int)
    for hit in hits:
        alias = _certain(hit)
        if alias is not None and alias.kind == "name":
            for country in reach.get(alias.key, ()):
                homes[country] += 1
        else:
            for term in hit.aliases:
                if term.kind == "term":
                    homes[term.key] += 1
    return homes


def _weigh_homes(
    weights: dict[str, float], groups: Iterable[str], reach: Mapping[str, Sequence[str]]
) -> None:
    """Add what groups say about the country, one of several countries last.

    Such a group is taken for one of the country of its reach that all else speaks for: JNIM in a
    province of Burkina Faso does not make the army Mali's.
    """
    reaches = {tuple(reach.get(group, ())) for group in groups}
    for home in {countries[0] for countries in reaches if len(countries) == 1}:
        _add(weights, home, ACTOR_WEIGHT)
    wide = sorted(countries for countries in reaches if len(countries) > 1)
    for home in {max(countries, key=lambda c: weights.get(c, 0.0)) for countries in wide}:
        _add(weights, home, ACTOR_WEIGHT)


def _add_terms(weights: dict[str, float], hit: Hit) -> None:
    for alias in hit.aliases:
        if alias.kind == "term":
            _add(weights, alias.key, KIND_WEIGHTS["term"])


def _certain(hit: Hit) -> Alias | None:
    """Return what a hit means in any country; None when that depends on the country."""
    certain: Alias | None = None
    for alias in hit.aliases:
        if not alias.countries:
            if certain is not None and alias.key != certain.key:
                return None
            certain = certain or alias
    return certain


def home_country(
    toponyms: Iterable[Toponym],
    mentions: Iterable[ActorMention],
    reach: Mapping[str, Sequence[str]],
    hits: Sequence[Hit] = (),
) -> str:
    """Return the country whose own fighters and places a document names most; empty for none.

    Args:
        toponyms: Resolved place mentions, weighed by role and confidence.
        mentions: Parties named; armed groups speak for their home country.
        reach: Countries in which each actor fights by its id, the home country first.
        hits: Names found, for the words of one country among them.
    """
    terms = [hit for hit in hits if hit.aliases[0].kind == "term"]
    weights = weigh_countries(toponyms, terms, {})
    _weigh_homes(weights, {m.actor.id for m in mentions if m.actor.kind != "foreign"}, reach)
    return main_country(weights)


def _add(weights: dict[str, float], country: str, weight: float) -> None:
    weights[country] = weights.get(country, 0.0) + weight


def main_country(weights: Mapping[str, float]) -> str:
    """Return the country that a document is about; empty when nothing tells."""
    return max(weights, key=lambda country: weights[country]) if weights else ""
