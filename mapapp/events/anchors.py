"""Where: places and roads tied to the clause that tells the event."""

from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.events.scene import PlaceAt, RoadAt, Scene, Segment
from mapapp.model.place import Place
from mapapp.model.toponym import PLOTTED_ROLES, Toponym

SETTLEMENT_WORDS = frozenset(
    "town city village settlement area neighborhood neighbourhood suburb hamlet locality".split()
)
SMALL_WORDS = frozenset("town village settlement".split())
CITY_PEOPLE = 100_000
"""Inhabitants from which news says city rather than town."""

CITY_CODES = frozenset(("PPLC", "PPLA"))
"""Seats of a country or of its first-level units, which news calls cities."""

UNIT_WORDS = frozenset(
    "province governorate region state district county oblast township subdistrict".split()
)
SMALL_UNITS = frozenset("district county township subdistrict".split())
CAPITAL_CODE = "PPLC"
LESSER_CAPITALS = frozenset(
    "provincial regional state district county local administrative".split()
)
"""Before "capital", words by which it is not a country's."""

REFERRING = frozenset("the this that key strategic same".split())
MEMORY = 4
"""Sentences over which an event without any place keeps the last one's place."""

NAMED_MEMORY = 2
"""Sentences over which it keeps a place that was only named, where no event had one."""

ELSEWHERE = frozenset("elsewhere another other separate separately meanwhile".split())
"""Words by which an event without a place is not where the one before it was."""

BESIDE = frozenset(("near", "outside", "from"))
SIDES = frozenset(
    "north south east west northeast northwest southeast southwest km kilometres kilometers "
    "miles outskirts northern southern eastern western capital".split()
)
"""Before "of", words by which a place only tells where another one lies."""


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
    capital: Place | None = None
    event_places: tuple[str, ...] = ()
    named: Sequence[PlaceAt] = ()
    age: int = MEMORY + 1
    named_age: int = NAMED_MEMORY + 1

    def go_on(self) -> None:
        """Go on to the next sentence."""
        self.age += 1
        self.named_age += 1

    def name(self, place: Place) -> None:
        """Take a place that a sentence names into memory."""
        if place.feature_class == "P":
            self.settlement = place
            if place.feature_code not in CITY_CODES and place.population < CITY_PEOPLE:
                self.town = place
            if place.feature_code == CAPITAL_CODE:
                self.capital = place
        elif place.feature_class in ("A", "L") and place.feature_code[:3] != "PCL":
            self.unit = place

    def keep(self, place_ids: tuple[str, ...]) -> None:
        """Take the places of an event into memory."""
        self.event_places, self.age = place_ids, 0


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
    lowers = scene.lowers
    if roads_of(scene, segment):
        own = [p for p in own if not _is_country(p)]
        return _ordered(own, lowers) or _kept(scene, segment, memory)
    places = _ordered(own, lowers) or _ordered(scene.places, lowers)
    return places or _kept(scene, segment, memory)


def _kept(scene: Scene, segment: Segment, memory: Memory) -> tuple[str, ...]:
    """Return the places of the last event when a sentence of fighting names none.

    Where no event told one, those named in the sentences just before: "a hospital in Idlib has
    closed. The strike killed two".
    """
    kind = segment.main.kind
    if kind.type not in VIOLENT_TYPES and kind.key != "looting":
        return ()
    if memory.age <= MEMORY:
        return memory.event_places
    near = memory.named_age <= NAMED_MEMORY
    away = not ELSEWHERE.isdisjoint(scene.lowers[scene.sentence.first : scene.sentence.last])
    return _ordered(memory.named, scene.lowers) if near and not away else ()


def plotted(places: Sequence[PlaceAt]) -> list[PlaceAt]:
    """Return the places at which something may have happened."""
    return [place for place in places if place.toponym.role in PLOTTED_ROLES]


def remember(memory: Memory, places: Sequence[PlaceAt], lowers: Sequence[str]) -> None:
    """Take the places of a sentence into memory, the last one named last.

    Those that only tell where another one lies are left out: "buried in X, north of Y".

    Args:
        memory: What to fill.
        places: Places of the sentence.
        lowers: Folded tokens of the document.
    """
    if not places:
        return
    meant = [p for n, p in enumerate(places) if not (n and _is_beside(p, lowers))]
    for place_at in meant:
        if place_at.toponym.place is not None:
            memory.name(place_at.toponym.place)
    small = [p for p in meant if not _is_country(p)]
    if small:
        memory.named, memory.named_age = small, 0


def _is_beside(place_at: PlaceAt, lowers: Sequence[str]) -> bool:
    """Return whether a place only tells where another lies: "near X", "north of X"."""
    at = place_at.first
    before = lowers[at - 1] if at else ""
    return before in BESIDE or (before == "of" and at > 1 and lowers[at - 2] in SIDES)


def roads_of(scene: Scene, segment: Segment) -> list[RoadAt]:
    """Return the highway mentions of an event's clause."""
    return [road for road in scene.roads if segment.first <= road.first < segment.last]


def _ordered(places: Sequence[PlaceAt], lowers: Sequence[str]) -> tuple[str, ...]:
    """Return ids, small places before the areas around them, countries last or not at all."""
    if len(places) > 1:
        places = _without_owners(places, lowers)
    known = [p.toponym.place for p in places if p.toponym.place is not None]
    ordered = sorted(known, key=lambda place: (place.feature_class == "A", place.radius_km))
    if not ordered:
        return ()
    small = [place for place in ordered if place.feature_code[:3] != "PCL"]
    exact = _without_containers(small or ordered)
    return tuple(dict.fromkeys(place.id for place in exact))


def _without_owners(places: Sequence[PlaceAt], lowers: Sequence[str]) -> list[PlaceAt]:
    """Return places less those that own the next: "Baghdad's Sadr City"."""
    begins = {place.first for place in places if place.toponym.place is not None}
    return [p for p in places if p.last not in begins or not lowers[p.last - 1].endswith("'s")]


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
        word = lowers[at].removesuffix("'s")
        if word in SETTLEMENT_WORDS and _is_reference(lowers, at, segment.first):
            small = memory.town if word in SMALL_WORDS else None
            return small or memory.settlement or _next(coming, "P")
        if word in UNIT_WORDS and lowers[at - 1] in REFERRING:
            wide = memory.unit is None or memory.unit.feature_code == "ADM1"
            same = wide and word in SMALL_UNITS and lowers[at - 1] == "same"
            return (memory.settlement if same else memory.unit) or _next(coming, "A")
        if word == "capital" and _is_reference(lowers, at, segment.first):
            lesser = not LESSER_CAPITALS.isdisjoint(lowers[at - 2 : at])
            if memory.capital is not None and not lesser:
                return memory.capital
    return None


def _is_reference(lowers: Sequence[str], at: int, first: int) -> bool:
    return any(word in REFERRING for word in lowers[max(first, at - 3) : at])


def _next(coming: Sequence[Toponym], feature_class: str) -> Place | None:
    for toponym in coming:
        place = toponym.place
        if place and place.feature_class == feature_class and toponym.role in PLOTTED_ROLES:
            return place
    return None
