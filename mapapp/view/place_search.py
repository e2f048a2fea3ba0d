"""Places of the corpus by any spelling, in any script."""

from collections.abc import Collection
from dataclasses import dataclass

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.model.place import Place
from mapapp.text.fold import fold_key, name_words

MOST_HITS = 60
"""Gazetteer hits that are looked through for a place that the articles name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceHit:
    """What a search found.

    Attributes:
        place: The likeliest place among those that the articles name; None when there is none.
        elsewhere: The likeliest place of that name in the gazetteer, for the message that says
            that no article names it; None when the name is not known at all.
    """

    place: Place | None
    elsewhere: Place | None


def find_place(name: str, gazetteer: Gazetteer, known: Collection[Place]) -> PlaceHit:
    """Find a place by name: Saraqib, Saraqeb, Sarakib, سراقب.

    Args:
        name: As typed.
        gazetteer: Knows every spelling.
        known: The places that the articles name.
    """
    wanted = fold_key(name_words(name))
    by_id = {place.id: place for place in known}
    same = [place for place in known if fold_key(name_words(place.name)) == wanted]
    if wanted and same:
        return PlaceHit(place=min(same, key=lambda place: -place.population), elsewhere=None)
    hits = [hit.candidate.place for hit in gazetteer.search(name, MOST_HITS)]
    met = next((by_id[place.id] for place in hits if place.id in by_id), None)
    return PlaceHit(place=met, elsewhere=hits[0] if hits else None)
