"""Every name of the known roads, compiled for look-up."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mapapp.highways.segments import (
    place_key,
    place_words,
    places_of,
    same_place,
    segments_within,
)
from mapapp.highways.words import DASHES, ROADS
from mapapp.model.highway import Highway
from mapapp.text.tokens import tokenize

_SHIELD = re.compile(r"([^\W\d_]+)[\s-]?(\d+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Alias:
    """A name of one or several roads.

    Attributes:
        words: Its tokens in lower case without hyphens.
        highway_ids: The roads that bear it, sorted.
        countries: Their countries.
        is_number: Whether it is a road number, which means another road in each country.
    """

    words: tuple[str, ...]
    highway_ids: tuple[str, ...]
    countries: frozenset[str]
    is_number: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Road:
    """What a mention means: ids of roads, and of segments where it is limited to some."""

    highways: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()


NO_ROAD = Road()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Role:
    """What a place is to a road: a waypoint of it, or one of the two places in a name of it."""

    highway_id: str
    waypoint: int = -1
    name: str = ""
    is_start: bool = True


class RoadNames:
    """Aliases by first word, and places by spelling key."""

    def __init__(self, highways: Sequence[Highway]) -> None:
        """Compile the names of some roads."""
        self._highways = {highway.id: highway for highway in highways}
        self.aliases = _aliases(highways)
        self.first_words = frozenset(self.aliases)
        self.seconds = {
            first: frozenset([alias.words[1] for alias in aliases])
            for first, aliases in self.aliases.items()
            if all(len(alias.words) > 1 for alias in aliases)
        }
        self._places: dict[str, list[tuple[tuple[str, ...], _Role]]] = defaultdict(list)
        for highway in highways:
            for words, role in _roles(highway):
                self._places[place_key(words)].append((words, role))

    def road_between(self, start: str, end: str) -> Road:
        """Return the road that joins two places, each in any spelling.

        A road named after the two is meant as a whole; else the shortest stretch between them is.
        """
        first = self._roles_of(start)
        if not first:
            return NO_ROAD
        last = self._roles_of(end)
        named = {(role.highway_id, role.name, not role.is_start) for role in first if role.name}
        called = {
            role.highway_id for role in last if (role.highway_id, role.name, role.is_start) in named
        }
        if called:
            return Road(highways=tuple(sorted(called)))
        return self._shortest(first, last, ())

    def stretch(self, start: str, end: str, among: Sequence[str]) -> Road:
        """Return the shortest way between two places of one road.

        Args:
            start: A place name in any spelling.
            end: The other one.
            among: Ids of the roads to look at.
        """
        first = self._roles_of(start)
        return self._shortest(first, self._roles_of(end), among) if first else NO_ROAD

    def parts_with_places(self, ids: Sequence[str], names: Iterable[str]) -> tuple[str, ...]:
        """Return those of some roads that own a place among the names which no other one has.

        A place in a road's name counts as its own, on the line or not: the western M4 is called
        Aleppo-Latakia highway, so that Aleppo does not speak for the eastern one.
        """
        named: set[str] = set()
        for name in names:
            owners = {role.highway_id for role in self._roles_of(name)} & set(ids)
            if len(owners) == 1:
                named |= owners
        return tuple(highway_id for highway_id in ids if highway_id in named)

    def _roles_of(self, name: str) -> list[_Role]:
        words = place_words(name)
        places = self._places.get(place_key(words), ()) if words else ()
        return [role for known, role in places if same_place(known, words)]

    def _shortest(
        self, first: Iterable[_Role], last: Iterable[_Role], among: Sequence[str]
    ) -> Road:
        starts, ends = _waypoints(first), _waypoints(last)
        best, shortest = NO_ROAD, math.inf
        for highway_id in sorted(starts.keys() & ends.keys()):
            segments = segments_within(
                self._highways[highway_id], starts[highway_id], ends[highway_id]
            )
            length = sum(segment.length_km for segment in segments)
            if segments and length < shortest and (not among or highway_id in among):
                ids = tuple(segment.id for segment in segments)
                best, shortest = Road(highways=(highway_id,), segments=ids), length
        return best


def _waypoints(roles: Iterable[_Role]) -> dict[str, int]:
    """Return the waypoint by road; a place where the road is cut outranks other waypoints."""
    found: dict[str, int] = {}
    for role in roles:
        if not role.name:
            found.setdefault(role.highway_id, role.waypoint)
    return found


def _roles(highway: Highway) -> Iterator[tuple[tuple[str, ...], _Role]]:
    """Yield every place of a road: on its line, then in its names ("Damascus-Aleppo highway")."""
    for words, index in places_of(highway):
        yield words, _Role(highway_id=highway.id, waypoint=index)
    for name in dict.fromkeys((highway.name, *highway.aliases)):
        named, _, road = name.rpartition(" ")
        start, hyphen, end = named.partition("-")
        if hyphen and road in ROADS and "-" not in end:
            for place, is_start in ((start, True), (end, False)):
                words = place_words(place)
                yield words, _Role(highway_id=highway.id, name=named, is_start=is_start)


def _aliases(highways: Sequence[Highway]) -> dict[str, tuple[Alias, ...]]:
    """Return aliases by first word, the longest first."""
    roads: dict[tuple[str, ...], list[Highway]] = defaultdict(list)
    numbers: set[tuple[str, ...]] = set()
    for highway in highways:
        for name in (highway.shield, highway.name, *highway.aliases):
            for words in _spellings(name):
                roads[words].append(highway)
                if any(character.isdigit() for character in name):
                    numbers.add(words)
    by_first: dict[str, list[Alias]] = defaultdict(list)
    for words, owners in roads.items():
        alias = Alias(
            words=words,
            highway_ids=tuple(sorted({highway.id for highway in owners})),
            countries=frozenset(highway.country for highway in owners),
            is_number=words in numbers,
        )
        by_first[words[0]].append(alias)
    return {
        first: tuple(sorted(aliases, key=lambda alias: (-len(alias.words), alias.words)))
        for first, aliases in by_first.items()
    }


def _spellings(name: str) -> set[tuple[str, ...]]:
    """Return an alias as tokens; a number also with its letter apart: "M5", "M-5", "M 5"."""
    words = tuple(word for word in tokenize(name).lowers if word not in DASHES)
    spellings = {words} if words else set()
    shield = _SHIELD.fullmatch(name)
    if shield:
        spellings.add((shield[1].lower(), shield[2]))
        spellings.add((shield[1].lower() + shield[2],))
    return spellings
