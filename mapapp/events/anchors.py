"""Where: places and roads tied to the clause that tells the event."""

from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.events.scene import PlaceAt, RoadAt, Scene, Segment
from mapapp.model.place import Place
from mapapp.model.toponym import PLOTTED_ROLES, Toponym

SETTLEMENT_WORDS = frozenset("town city village settlement area neighborhood neighbourhood".split())
SMALL_WORDS = frozenset("town village settlement".split())
CITY_PEOPLE = 100_000
"""Inhabitants from which news says city rather than town."""

CITY_CODES = frozenset(("PPLC", "PPLA"))
"""Seats of a country or of its first-level units, which news calls cities."""

UNIT_WORDS = frozenset("province governorate region state district county oblast".split())
REFERRING = frozenset("the this that key strategic same".split())
MEMORY = 4
"""Sentences over which an event without any place keeps the last one's place."""

PREPOSITIONS = frozenset("in at near on of outside around inside into from over across to".split())
VIOLENT_TYPES = frozenset(
    ("Battles", "Explosions/Remote violence", "Violence against civilians", "Road")
)


@dataclass(slots=True)
class Memory:
    """What an article named so far, for "the town" and for sentences without a place."""

    settlement: Place | None = None
    town: Place | None = None
    unit: Place | None = None
    event_places: tuple[str, ...] = ()
    age: int = MEMORY + 1


def places_of(
    scene: Scene, segment: Segment, memory: Memory, coming: Sequence[Toponym]
) -> tuple[str, ...]:
    """Return the ids of the places of an event, most exact first.

    Places of its own clause come first, then "the town" and "the province" as last named or,
    at the start of an article, as named next, then places of the rest of the sentence.
    """
    own = [p for p in scene.places if segment.first <= p.first < segment.last]
    referred = _referred(scene, segment, memory, coming)
    if referred is not None and _refines(referred, own):
        return (referred.id,)
    if roads_of(scene, segment):
        own = [p for p in own if not _is_country(p)]
        return _ordered(own) or _kept(segment, memory)
    if own:
        return _ordered(own)
    if scene.places:
        return _ordered(scene.places)
    return _kept(segment, memory)


def _kept(segment: Segment, memory: Memory) -> tuple[str, ...]:
    """Return the places of the last event when a sentence of fighting names none."""
    told = segment.main.kind.type in VIOLENT_TYPES and memory.age <= MEMORY
    return memory.event_places if told else ()


def plotted(places: Sequence[PlaceAt]) -> list[PlaceAt]:
    """Return the places at which something may have happened."""
    return [place for place in places if place.toponym.role in PLOTTED_ROLES]


def remember(memory: Memory, places: Sequence[PlaceAt]) -> None:
    """Take the places of a sentence into memory, the last one named last."""
    for place_at in places:
        place = place_at.toponym.place
        if place is None:
            continue
        if place.feature_class == "P":
            memory.settlement = place
            if place.feature_code not in CITY_CODES and place.population < CITY_PEOPLE:
                memory.town = place
        elif place.feature_class in ("A", "L") and place.feature_code[:3] != "PCL":
            memory.unit = place


def roads_of(scene: Scene, segment: Segment) -> list[RoadAt]:
    """Return the highway mentions of an event's clause."""
    return [road for road in scene.roads if segment.first <= road.first < segment.last]


def _ordered(places: Sequence[PlaceAt]) -> tuple[str, ...]:
    """Return ids, small places before the areas around them, countries last or not at all."""
    known = [p.toponym.place for p in places if p.toponym.place is not None]
    ordered = sorted(known, key=lambda place: (place.feature_class == "A", place.radius_km))
    if not ordered:
        return ()
    small = [place for place in ordered if place.feature_code[:3] != "PCL"]
    exact = _without_containers(small or ordered)
    return tuple(dict.fromkeys(place.id for place in exact))


def _without_containers(places: Sequence[Place]) -> list[Place]:
    """Return places less the units that only say where a smaller one of them lies."""
    kept: list[Place] = []
    for place in places:
        inside = any(small.feature_class == "P" and _contains(place, small) for small in kept)
        if not inside:
            kept.append(place)
    return kept


def _contains(place: Place, small: Place) -> bool:
    """Return whether an area or unit is the one that a settlement lies in."""
    if place.feature_class == "L":
        return _near(small, place)
    names = (small.admin1, small.admin2)
    return place.feature_class == "A" and (
        place.name in names or bool(small.admin1 and small.admin1 == place.admin1)
    )


def _refines(referred: Place, own: Sequence[PlaceAt]) -> bool:
    """Return whether "the town" says more exactly where than the clause's own places do."""
    places = [p.toponym.place for p in own if p.toponym.place is not None]
    return all(
        place.feature_class in ("A", "L") and place.id != referred.id and _near(referred, place)
        for place in places
    )


def _is_country(place_at: PlaceAt) -> bool:
    place = place_at.toponym.place
    return place is not None and place.feature_code[:3] == "PCL"


def _near(small: Place, large: Place) -> bool:
    return small.coordinates.distance_km(large.coordinates) <= large.radius_km


def _referred(
    scene: Scene, segment: Segment, memory: Memory, coming: Sequence[Toponym]
) -> Place | None:
    """Return what "the town" or "the province" of a segment refers to."""
    lowers = scene.lowers
    for at in range(segment.first + 1, segment.last):
        word = lowers[at]
        if word in SETTLEMENT_WORDS and _is_reference(lowers, at, segment.first):
            small = memory.town if word in SMALL_WORDS else None
            return small or memory.settlement or _next(coming, "P")
        if word in UNIT_WORDS and lowers[at - 1] in REFERRING:
            return memory.unit or _next(coming, "A")
    return None


def _is_reference(lowers: Sequence[str], at: int, first: int) -> bool:
    return any(word in REFERRING for word in lowers[max(first, at - 3) : at])


def _next(coming: Sequence[Toponym], feature_class: str) -> Place | None:
    for toponym in coming:
        place = toponym.place
        if place and place.feature_class == feature_class and toponym.role in PLOTTED_ROLES:
            return place
    return None
