"""Every name of the known roads, compiled for look-up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mapapp.highways.segments import cuts_of, place_key, place_words, same_place, segments_between
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


class RoadNames:
    """Aliases by first word, and places by spelling key."""

    def __init__(self, highways: Sequence[Highway]) -> None:
        """Compile the names of some roads."""
        self._highways = {highway.id: highway for highway in highways}
        self.aliases = _aliases(highways)
        self.first_words = frozenset(self.aliases)
        self._ends = _named_ends(highways)
        self._places: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for highway in highways:
            names = [name for _, name in cuts_of(highway)]
            names += [waypoint.name for waypoint in highway.waypoints]
            for words in sorted({place_words(name) for name in names}):
                self._places[place_key(words)].append((words, highway.id))

    def road_between(self, start: str, end: str) -> Road:
        """Return the road that joins two places, each in any spelling.

        A road named after the two is meant as a whole; else the shortest stretch between them is.
        """
        words = (place_words(start), place_words(end))
        called = {
            highway_id
            for ends, highway_id in self._ends
            if _same_ends(ends, words) or _same_ends(ends, words[::-1])
        }
        return Road(highways=tuple(sorted(called))) if called else self.stretch(start, end, ())

    def stretch(self, start: str, end: str, among: Sequence[str]) -> Road:
        """Return the shortest way between two places of one road.

        Args:
            start: A place name in any spelling.
            end: The other one.
            among: Ids of the roads to look at; empty for all.
        """
        known = self._roads_with(start)
        ways: list[tuple[float, Road]] = []
        for highway_id in sorted(known & self._roads_with(end) if known else ()):
            if not among or highway_id in among:
                segments = segments_between(self._highways[highway_id], start, end)
                ids = tuple(segment.id for segment in segments)
                road = Road(highways=(highway_id,), segments=ids)
                ways.append((sum(segment.length_km for segment in segments), road))
        found = [way for way in ways if way[1].segments]
        return min(found, key=lambda way: way[0])[1] if found else NO_ROAD

    def parts_with_places(self, ids: Sequence[str], names: Iterable[str]) -> tuple[str, ...]:
        """Return those of some roads that own a place among the names which no other one has.

        A place in a road's name counts as its own, on the line or not: the western M4 is called
        Aleppo-Latakia highway, so that Aleppo does not speak for the eastern one.
        """
        named: set[str] = set()
        for name in names:
            owners = self._roads_with(name)
            if owners:
                words = place_words(name)
                owners |= {road for ends, road in self._ends if _is_end(words, ends)}
            owners &= set(ids)
            if len(owners) == 1:
                named |= owners
        return tuple(highway_id for highway_id in ids if highway_id in named)

    def _roads_with(self, name: str) -> set[str]:
        words = place_words(name)
        places = self._places.get(place_key(words), ()) if words else ()
        return {highway_id for known, highway_id in places if same_place(known, words)}


Ends = tuple[tuple[str, ...], tuple[str, ...]]
"""Two places that a road is named after, as folded words."""


def _is_end(words: tuple[str, ...], ends: Ends) -> bool:
    return any(same_place(end, words) for end in ends)


def _same_ends(ends: Ends, words: Sequence[tuple[str, ...]]) -> bool:
    return all(same_place(end, word) for end, word in zip(ends, words, strict=True))


def _named_ends(highways: Sequence[Highway]) -> list[tuple[Ends, str]]:
    """Return the places that roads are named after: of "Damascus-Aleppo highway" both."""
    ends: list[tuple[Ends, str]] = []
    for highway in highways:
        for name in dict.fromkeys((highway.name, *highway.aliases)):
            named, _, road = name.rpartition(" ")
            start, hyphen, end = named.partition("-")
            if hyphen and road in ROADS and "-" not in end:
                ends.append(((place_words(start), place_words(end)), highway.id))
    return ends


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
