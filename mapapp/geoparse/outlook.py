"""Where a document as a whole plays: shares of countries and first-level units."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.clusters import Cluster
from mapapp.geoparse.senses import COUNTRY_CODES, FIRST_LEVEL_CODES
from mapapp.model.place import Place

FEW_NAMES = 2.0
"""Names in a document that are worth as much as the corpus around it."""


class Outlook:
    """Counts over the picks so far; each distinct name weighs 1 + ln(its mentions)."""

    def __init__(
        self,
        clusters: Sequence[Cluster],
        nations: Mapping[str, int],
        prior: Mapping[str, float],
        gazetteer: Gazetteer,
    ) -> None:
        """Count the clusters' picks.

        Args:
            clusters: With provisional picks.
            nations: How often each country's people are named.
            prior: Share of the corpus per country code, 0-1.
            gazetteer: To name countries in explanations.
        """
        self.prior = prior
        self._gazetteer = gazetteer
        self._countries: dict[str, float] = defaultdict(float)
        self._units: dict[tuple[str, str], float] = defaultdict(float)
        self._named_countries: Counter[str] = Counter()
        self._named_units: Counter[tuple[str, str]] = Counter()
        self._total = 0.0
        for cluster in clusters:
            self._count(cluster)
        for country, count in nations.items():
            self._named_countries[country] += count

    def _count(self, cluster: Cluster) -> None:
        place = cluster.place
        if place is None:
            return
        weight = weight_of(cluster)
        self._total += weight
        self._countries[place.country] += weight
        if place.admin1:
            self._units[place.country, place.admin1] += weight
        if place.feature_code in COUNTRY_CODES:
            self._named_countries[place.country] += 1
        elif place.feature_code in FIRST_LEVEL_CODES:
            self._named_units[place.country, place.admin1] += 1

    def country_share(self, place: Place, own: Cluster) -> float:
        """Return the share (0-1) of the other clusters' weight in a place's country."""
        return self._share(
            self._countries.get(place.country, 0.0), own, _in_country(place, own.place)
        )

    def unit_share(self, place: Place, own: Cluster) -> float:
        """Return the share (0-1) of the other clusters' weight in a place's first-level unit."""
        if not place.admin1:
            return 0.0
        count = self._units.get((place.country, place.admin1), 0.0)
        return self._share(count, own, _in_unit(place, own.place))

    def _share(self, count: float, own: Cluster, counted: bool) -> float:  # noqa: FBT001
        weight = weight_of(own) if own.pick is not None else 0.0
        rest = self._total - weight
        if rest <= 0:
            return 0.0
        return max(0.0, (count - weight if counted else count) / rest)

    def brevity(self, own: Cluster) -> float:
        """Return how little the other clusters say about where the document plays: 1 for none.

        Each distinct name counts against `FEW_NAMES`.
        """
        weight = weight_of(own) if own.pick is not None else 0.0
        return FEW_NAMES / (FEW_NAMES + max(0.0, self._total - weight))

    def listed(self, area: Place) -> Place:
        """Return the gazetteer's own row of a derived area ("Southern Idlib"), else the area."""
        for candidate in self._gazetteer.candidates(area.name):
            place = candidate.place
            if place.feature_class == "L" and place.country == area.country:
                return place
        return area

    def focus(self, own: Cluster) -> float:
        """Return the share (0-1) of the weight of other clusters in the most frequent country."""
        weight = weight_of(own) if own.pick is not None else 0.0
        rest = self._total - weight
        if rest <= 0:
            return 0.0
        picked = own.place.country if own.place is not None else ""
        best = max(
            count - (weight if country == picked else 0.0)
            for country, count in self._countries.items()
        )
        return max(0.0, best / rest)

    def country_named(self, place: Place, own: Cluster) -> float:
        """Return 1 when the text names a place's country or people outside the cluster itself."""
        count = self._named_countries[place.country]
        picked = own.place
        if picked is not None and picked.country == place.country:
            count -= picked.feature_code in COUNTRY_CODES
        return float(count > 0 and place.feature_code not in COUNTRY_CODES)

    def unit_named(self, place: Place, own: Cluster) -> float:
        """Return 1 when the text names a place's first-level unit outside the cluster itself."""
        if not place.admin1 or place.feature_code in FIRST_LEVEL_CODES:
            return 0.0
        count = self._named_units[place.country, place.admin1]
        picked = own.place
        if picked is not None and _in_unit(place, picked):
            count -= picked.feature_code in FIRST_LEVEL_CODES
        return float(count > 0)

    def country_name(self, code: str) -> str:
        """Return the name of a country, or its code when the gazetteer lacks it."""
        place = self._gazetteer.country(code) if code else None
        return place.name if place is not None else code


def weight_of(cluster: Cluster) -> float:
    """Return 1 + ln(mentions): a name said ten times does not weigh ten names."""
    return 1.0 + math.log(len(cluster.mentions))


def _in_country(place: Place, picked: Place | None) -> bool:
    return picked is not None and picked.country == place.country


def _in_unit(place: Place, picked: Place | None) -> bool:
    return picked is not None and picked.country == place.country and picked.admin1 == place.admin1
