"""The single place where a map with one pin per text would put it."""

import math
from collections.abc import Mapping, Sequence

from mapapp.model.document import Document
from mapapp.model.place import Place
from mapapp.model.toponym import Role, Toponym

ROLE_WEIGHTS: Mapping[Role, float] = {
    Role.EVENT_PLACE: 1.0,
    Role.AREA: 0.9,
    Role.DATELINE: 0.1,
    Role.METONYM: 0.05,
    Role.AFFILIATION: 0.05,
}
"""What a mention counts by its role: governments and datelines only when there is nothing else."""

EARLINESS = 0.5
"""How much more the first words of a text count than its last: news says the place first."""

SURE_BONUS = 0.5

CITY_KM = 25.0
"""A city is as good an answer as a village: how often and how early it is named decides."""


def best_place(toponyms: Sequence[Toponym], document: Document | None = None) -> Toponym | None:
    """Return the first mention of the place that a text is most about; None without any place.

    Mentions add up by role, confidence and earliness; exact places outweigh the provinces and
    countries that contain them.

    Args:
        toponyms: Of one text, in text order.
        document: The text; None leaves earliness to the order of the mentions.
    """
    placed = [toponym for toponym in toponyms if toponym.place is not None]
    if not placed:
        return None
    length = len(document.text) if document is not None else placed[-1].end
    scores: dict[str, float] = {}
    counts: dict[str, int] = {}
    for toponym in placed:
        place = toponym.place
        if place is None:
            continue
        early = 1.0 + EARLINESS * (1.0 - toponym.start / max(length, 1))
        weight = ROLE_WEIGHTS[toponym.role] * (toponym.confidence + SURE_BONUS * toponym.sure)
        value = weight * early * specificity(place)
        seen = counts[place.id] = counts.get(place.id, 0) + 1
        scores[place.id] = max(scores.get(place.id, 0.0), value) + value / (1 + seen)
    top = max(scores, key=lambda place_id: (scores[place_id], place_id))
    return next(t for t in placed if t.place is not None and t.place.id == top)


def specificity(place: Place) -> float:
    """Return how exact a place is (0-1): 1 up to a city's size, little for a continent."""
    beyond = math.log10(max(1.0, place.radius_km / CITY_KM))
    return 1.0 / (1.0 + 2.0 * beyond**2)
