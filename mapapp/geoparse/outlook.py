"""Where a document as a whole plays: shares of countries and first-level units."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import itemgetter

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.clusters import Cluster
from mapapp.geoparse.senses import COUNTRY_CODES, FIRST_LEVEL_CODES
from mapapp.model.place import Place

ONE_DOUBT = 1.0
"""Added to the names that shares are taken of: one name says less than ten that agree."""

FEW_NAMES = 2.0
"""Names in a document that are worth as much as the corpus around it."""


class Outlook:
    """Counts over the picks so far; each distinct name weighs 1 + ln(its mentions).

    Attributes:
        prior: Share of the corpus per country code, 0-1.
        countries: Weight of the names picked in each country, by its code.
        units: Weight in each first-level unit, by country code and name.
        named_countries: How often each country or its people is named.
        named_units: How many names are picked as the unit itself.
        leaders: The two countries of most weight, with it.
        total: Weight of all picked names.
    """

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
        self.countries: dict[str, float] = defaultdict(float)
        self.units: dict[tuple[str, str], float] = defaultdict(float)
        self.named_countries: dict[str, int] = defaultdict(int)
        self.named_units: dict[tuple[str, str], int] = defaultdict(int)
        self.total = 0.0
        for cluster in clusters:
            self._count(cluster)
        for country, count in nations.items():
            self.named_countries[country] += count
        ranked = sorted(self.countries.items(), key=itemgetter(1), reverse=True)
        self.leaders = ranked[:2]

    def _count(self, cluster: Cluster) -> None:
        place = cluster.place
        if place is None:
            return
        weight = cluster.weight
        self.total += weight
        self.countries[place.country] += weight
        if place.admin1:
            self.units[place.country, place.admin1] += weight
        if place.feature_code in COUNTRY_CODES:
            self.named_countries[place.country] += 1
        elif place.feature_code in FIRST_LEVEL_CODES:
            self.named_units[place.country, place.admin1] += 1

    def listed(self, area: Place) -> Place:
        """Return the gazetteer's own row of a derived area ("Southern Idlib"), else the area."""
        for candidate in self._gazetteer.candidates(area.name):
            place = candidate.place
            if place.feature_class == "L" and place.country == area.country:
                return place
        return area

    def country_name(self, code: str) -> str:
        """Return the name of a country, or its code when the gazetteer lacks it."""
        place = self._gazetteer.country(code) if code else None
        return place.name if place is not None else code


class Others:
    """What the names of a document other than one cluster say about a place."""

    __slots__ = ("_outlook", "_picked", "_weight", "agreement", "rest")

    def __init__(self, outlook: Outlook, own: Cluster) -> None:
        """Take a cluster out of the counts.

        Args:
            outlook: The counts.
            own: The cluster whose candidates are to be judged; its pick must be the counted one.
        """
        self._outlook = outlook
        self._picked = own.place
        self._weight = own.weight if own.pick is not None else 0.0
        self.rest = max(0.0, outlook.total - self._weight)
        self.agreement = self.rest / (self.rest + ONE_DOUBT)

    def country_share(self, place: Place) -> float:
        """Return the share (0-1) of their weight in a place's country; 0 without any."""
        if not self.rest:
            return 0.0
        count = self._outlook.countries.get(place.country, 0.0)
        if self._picked is not None and self._picked.country == place.country:
            count -= self._weight
        return max(0.0, count / self.rest)

    def unit_share(self, place: Place) -> float:
        """Return the share (0-1) of their weight in a place's first-level unit; 0 without any."""
        if not place.admin1 or not self.rest:
            return 0.0
        count = self._outlook.units.get((place.country, place.admin1), 0.0)
        if self._picked_in_unit(place) is not None:
            count -= self._weight
        return max(0.0, count / self.rest)

    def brevity(self) -> float:
        """Return how little they say about where the document plays: 1 for none.

        Each distinct name counts against `FEW_NAMES`.
        """
        return FEW_NAMES / (FEW_NAMES + self.rest)

    def focus(self) -> float:
        """Return the share (0-1) of their weight in the most frequent country; 0 without any."""
        if not self.rest:
            return 0.0
        picked = self._picked.country if self._picked is not None else ""
        best = max(
            count - (self._weight if country == picked else 0.0)
            for country, count in self._outlook.leaders
        )
        return max(0.0, best / self.rest)

    def country_named(self, place: Place) -> float:
        """Return 1 when they name a place's country or people."""
        if place.feature_code in COUNTRY_CODES:
            return 0.0
        count = self._outlook.named_countries.get(place.country, 0)
        picked = self._picked
        if picked is not None and picked.country == place.country:
            count -= picked.feature_code in COUNTRY_CODES
        return float(count > 0)

    def unit_named(self, place: Place) -> float:
        """Return 1 when they name a place's first-level unit."""
        if not place.admin1 or place.feature_code in FIRST_LEVEL_CODES:
            return 0.0
        count = self._outlook.named_units.get((place.country, place.admin1), 0)
        picked = self._picked_in_unit(place)
        if picked is not None:
            count -= picked.feature_code in FIRST_LEVEL_CODES
        return float(count > 0)

    def _picked_in_unit(self, place: Place) -> Place | None:
        """Return the cluster's own pick when it lies in a place's first-level unit."""
        picked = self._picked
        if picked is None or picked.country != place.country or picked.admin1 != place.admin1:
            return None
        return picked
