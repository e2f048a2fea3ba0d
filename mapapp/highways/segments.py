"""Stretches of a road between named places: how they are cut and found again by name."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from mapapp.model.geometry import Coordinates
from mapapp.model.highway import Highway, Segment, Waypoint
from mapapp.text.fold import drop_articles, fold_key, name_words
from mapapp.text.similarity import jaro_winkler
from mapapp.text.sounds import arabic_skeleton, is_arabic, skeleton, vowel_key

JOINER = " - "
"""Between the two places of a segment's name; no place of a highway file may contain it."""

CLOSE_ENOUGH = 0.8
"""Least Jaro-Winkler likeness of two Latin spellings that share their consonants."""


@lru_cache(maxsize=4096)
def place_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a place name, Arabic articles left out."""
    return tuple(drop_articles(name_words(name)))


@lru_cache(maxsize=4096)
def place_key(words: tuple[str, ...]) -> str:
    """Return the key on which spellings of one place meet; empty when there is nothing to go by."""
    if not words:
        return ""
    if is_arabic(words):
        return arabic_skeleton(words)
    vowels = vowel_key(words)
    return skeleton(vowels) if vowels else fold_key(words)


def same_place(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Return whether two names, as `place_words`, are spellings of one place.

    Saraqeb and سراقب are Saraqib: their consonants agree. Across scripts that is all there is to
    compare; two Latin spellings must also look alike.
    """
    if left == right:
        return True
    if not left or not right or place_key(left) != place_key(right):
        return False
    if is_arabic(left) != is_arabic(right):
        return True
    return jaro_winkler(fold_key(left), fold_key(right)) >= CLOSE_ENOUGH


def length_km(line: Sequence[Coordinates]) -> float:
    """Return the length of a line in kilometers; 0 for fewer than two points."""
    return sum(a.distance_km(b) for a, b in pairwise(line))


def build_segments(
    highway_id: str, waypoints: Sequence[Waypoint], cuts: Sequence[tuple[int, str]]
) -> tuple[Segment, ...]:
    """Cut a road at named places.

    Args:
        highway_id: Becomes the first part of each segment's id.
        waypoints: All points of the road, in order.
        cuts: Index of a waypoint and the name of the place there, in order along the road.

    Returns:
        One segment per pair of neighboring cuts; lengths along the waypoints in kilometers,
        to a tenth, the accuracy that a line through waypoints can claim at best.
    """
    return tuple(
        Segment(
            id=f"{highway_id}:{_slug(start)}--{_slug(end)}",
            name=f"{start}{JOINER}{end}",
            first=first,
            last=last,
            length_km=round(length_km([w.coordinates for w in waypoints[first : last + 1]]), 1),
        )
        for (first, start), (last, end) in pairwise(cuts)
    )


def cuts_of(highway: Highway) -> list[tuple[int, str]]:
    """Return the cuts from which `build_segments` makes the highway's segments."""
    cuts: dict[int, str] = {}
    for segment in highway.segments:
        start, _, end = segment.name.partition(JOINER)
        cuts[segment.first] = start
        cuts[segment.last] = end
    return sorted(cuts.items())


def segments_between(highway: Highway, start: str, end: str) -> tuple[Segment, ...]:
    """Return the stretches between two places of a road, in the road's order.

    Args:
        highway: Where to look.
        start: Any spelling of a place where the road is cut, or of a waypoint.
        end: The other place; the order of the two does not matter.

    Returns:
        Every segment of which a part lies between the two; empty when the road does not name
        both places, or when they are the same.
    """
    places = places_of(highway)
    first = _find(places, place_words(start))
    last = _find(places, place_words(end))
    return () if first is None or last is None else segments_within(highway, first, last)


def segments_within(highway: Highway, start: int, end: int) -> tuple[Segment, ...]:
    """Return the segments of which a part lies between two waypoints, given by index."""
    low, high = min(start, end), max(start, end)
    return tuple(s for s in highway.segments if s.first < high and s.last > low and low < high)


def find_segments(
    highways: Sequence[Highway], start: str, end: str
) -> tuple[tuple[Highway, tuple[Segment, ...]], ...]:
    """Return each road that names both places, with its stretches between them."""
    found = ((highway, segments_between(highway, start, end)) for highway in highways)
    return tuple((highway, segments) for highway, segments in found if segments)


def places_of(highway: Highway) -> list[tuple[tuple[str, ...], int]]:
    """Return folded place names with the index of their waypoint, cuts before other waypoints."""
    named = [(name, index) for index, name in cuts_of(highway)]
    named += [(waypoint.name, index) for index, waypoint in enumerate(highway.waypoints)]
    return [(words, index) for name, index in named if (words := place_words(name))]


def _find(places: Sequence[tuple[tuple[str, ...], int]], words: tuple[str, ...]) -> int | None:
    return next((index for known, index in places if same_place(known, words)), None)


def _slug(name: str) -> str:
    return "-".join(name_words(name))
