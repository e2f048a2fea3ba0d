"""Areas cut from places: "southern Idlib", "rural Aleppo", "10 km north of X", "between A and B".

A derived place keeps its parent's id with the derivation appended, so that two articles that say
the same thing meet on the map.
"""

import math
from dataclasses import replace

from mapapp.geoparse.mention import Mention
from mapapp.geoparse.spelling import HYPHENS
from mapapp.model.document import Document
from mapapp.model.geometry import Coordinates
from mapapp.model.place import Place

KM_OF_DEGREE = 111.195
SHIFT_SHARE = 0.35
"""Part of the parent's radius by which a named side is moved: the middle of a half-disk, nearly."""

MOST_SHIFT_KM = 110.0
SIDE_RADIUS_SHARE = 0.77
LEAST_COUNTRYSIDE_KM = 30.0
DISTRICT_KM = 40.0
MILES = 1.609344
LONGEST_OFFSET_KM = 500.0
LONGEST_SEGMENT_KM = 80.0
OFFSET_DOUBT = 0.2
"""Radius of an offset as a share of its distance: "10 km north" is a round number."""

_BEARINGS = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}
_CORNERS = {f"{ns}{ew}": (ns, ew) for ns in ("north", "south") for ew in ("east", "west")}
_SIDES = {
    form: side
    for side in (*_BEARINGS, *_CORNERS)
    for stem in (side, "-".join(_CORNERS.get(side, (side,))))
    for form in (stem, f"{stem}ern")
}
_RURAL = frozenset({"rural", "countryside", "suburbs", "hinterland"})
_UNITS = {
    "km": 1.0, "kms": 1.0, "kilometers": 1.0, "kilometres": 1.0, "kilometer": 1.0,
    "kilometre": 1.0, "mile": MILES, "miles": MILES,
}  # fmt: skip
_AROUND = frozenset({"of", "from"})
_CUTTING = frozenset((*_SIDES, *_RURAL, *_UNITS))
"""Words without one of which no area is cut."""

_BACK, _AHEAD = 8, 4
"""Tokens before and after a name that are read."""


def side_of(word: str) -> str:
    """Return the compass side that a word names, such as ``northeast``; empty when none."""
    return _SIDES.get(word, "")


def bearing_of(side: str) -> tuple[float, float]:
    """Return the unit vector of a side as northward and eastward parts."""
    north = east = 0.0
    for name, (up, right) in _BEARINGS.items():
        if name in side:
            north, east = north + up, east + right
    length = math.hypot(north, east) or 1.0
    return north / length, east / length


def moved(start: Coordinates, side: str, distance_km: float) -> Coordinates:
    """Return the point some kilometers to a side of another."""
    north, east = bearing_of(side)
    lat = max(-90.0, min(90.0, start.lat + north * distance_km / KM_OF_DEGREE))
    narrow = max(0.01, math.cos(math.radians(start.lat)))
    lon = start.lon + east * distance_km / (KM_OF_DEGREE * narrow)
    return Coordinates(lat=lat, lon=(lon + 180.0) % 360.0 - 180.0)


def derive(document: Document, mention: Mention, place: Place) -> Place:
    """Return the area that the words around a mention cut from its place, else the place itself."""
    sentence = document.sentences[mention.sentence]
    first, last = max(sentence.first, mention.first - _BACK), mention.last + _AHEAD
    if _CUTTING.isdisjoint(document.lowers[first : min(sentence.last, last)]):
        return place
    words = _Words(document, mention)
    offset = words.offset()
    if offset is not None:
        side, distance = offset
        return _offset(place, side, distance)
    side = words.side()
    if side and place.radius_km >= LEAST_COUNTRYSIDE_KM:
        return _side(place, side)
    if words.rural():
        return _countryside(place, side)
    return place


def between(left: Place, right: Place) -> Place | None:
    """Return the stretch between two places; None when they are too far apart to be one place."""
    distance = left.coordinates.distance_km(right.coordinates)
    if not 0 < distance <= LONGEST_SEGMENT_KM:
        return None
    first, second = sorted((left, right), key=lambda place: place.id)
    middle = Coordinates(
        lat=(left.coordinates.lat + right.coordinates.lat) / 2,
        lon=(left.coordinates.lon + right.coordinates.lon) / 2,
    )
    return replace(
        left,
        id=f"{first.id}~to~{second.id}",
        name=f"Between {left.name} and {right.name}",
        coordinates=middle,
        feature_class="L",
        feature_code="AREA",
        population=0,
        radius_km=round(distance / 2 + min(left.radius_km, right.radius_km), 1),
        parent_id=left.id,
    )


def somewhere_in(parent: Place, name: str, key: str) -> Place:
    """Return the place of a name that no gazetteer has, known only to lie inside a parent.

    A town stands for the district around it.
    """
    radius = max(parent.radius_km, DISTRICT_KM if parent.feature_class == "P" else 0.0)
    return replace(
        parent,
        id=f"{parent.id}~in~{key.replace(' ', '-')}",
        name=f"{name} (somewhere in {parent.name})",
        feature_class="L",
        feature_code="AREA",
        population=0,
        radius_km=radius,
        error_km=radius,
        parent_id=parent.id,
    )


def _side(place: Place, side: str) -> Place:
    shift = min(place.radius_km * SHIFT_SHARE, MOST_SHIFT_KM)
    return replace(
        place,
        id=f"{place.id}~{side}",
        name=f"{side.capitalize()}ern {place.name}",
        coordinates=moved(place.coordinates, side, shift),
        feature_class="L",
        feature_code="AREA",
        population=0,
        radius_km=round(place.radius_km * SIDE_RADIUS_SHARE, 1),
        parent_id=place.id,
    )


def _countryside(place: Place, side: str) -> Place:
    radius = max(LEAST_COUNTRYSIDE_KM, place.radius_km)
    center = moved(place.coordinates, side, radius * SHIFT_SHARE) if side else place.coordinates
    return replace(
        place,
        id=f"{place.id}~{side}rural",
        name=f"{(side + 'ern ').capitalize() if side else ''}{place.name} countryside",
        coordinates=center,
        feature_class="L",
        feature_code="AREA",
        population=0,
        radius_km=radius,
        parent_id=place.id,
    )


def _offset(place: Place, side: str, distance: float) -> Place:
    label = f"{distance:g}km{side}"
    center = moved(place.coordinates, side, distance) if side else place.coordinates
    radius = max(2.0, distance * OFFSET_DOUBT) if side else distance
    return replace(
        place,
        id=f"{place.id}~{label}",
        name=f"{distance:g} km {side + ' of' if side else 'from'} {place.name}",
        coordinates=center,
        feature_class="L",
        feature_code="AREA",
        population=0,
        radius_km=round(radius, 1),
        parent_id=place.id,
    )


class _Words:
    """Reads compass words, countryside and distances around a mention."""

    def __init__(self, document: Document, mention: Mention) -> None:
        sentence = document.sentences[mention.sentence]
        reach = max(sentence.first, mention.first - _BACK)
        # Hyphens are tokens: "north-west" and "north west" are read alike.
        self.before = [word for word in document.lowers[reach : mention.first] if _counts(word)]
        # A capital belongs to the next name: "Oromia's West Wollega zone" is no side of Oromia.
        after = document.words[mention.last : min(sentence.last, mention.last + _AHEAD)]
        self.after = [word for word in after if _counts(word)]
        self.possessive = mention.end < document.ends[mention.last - 1]

    def side(self) -> str:
        """Return the side named right before the name, or after its possessive."""
        before = _trimmed(self.before)
        found = _side_at(before, len(before) - 1)
        if found:
            return found
        if before[-1:] == ["of"]:
            return self._side_of_phrase(before)
        if self.possessive and self.after:
            return _side_ahead(self.after)
        return ""

    def _side_of_phrase(self, before: list[str]) -> str:
        """Return the side of "the north of X", "eastern countryside of X"."""
        at = len(before) - 2
        while at >= 0 and (before[at] in _RURAL or before[at] in {"part", "parts", "half"}):
            at -= 1
        found = _side_at(before, at)
        if not found:
            return ""
        opened = at - 1 >= 0 and before[at - 1] in {"the", "in", "across"}
        return found if at < len(before) - 2 or opened else ""

    def rural(self) -> bool:
        """Return whether the words speak of the countryside around the name."""
        before = self.before
        near = before[-1:] + (before[-2:-1] if before[-1:] == ["of"] else [])
        if any(word in _RURAL for word in near):
            return True
        ahead = self.after[:2] if side_of(self.after[0] if self.after else "") else self.after[:1]
        return any(word in _RURAL for word in ahead)

    def offset(self) -> tuple[str, float] | None:
        """Return side and kilometers of "10 km north of X"; no side for "within 10 km of X"."""
        before = self.before
        if not before or before[-1] not in _AROUND:
            return None
        at = len(before) - 2
        side = _side_at(before, at)
        if side:
            at -= 2 if at > 0 and side != _SIDES.get(before[at]) else 1
        if at >= 0 and before[at] == "the":
            at -= 2
        if at < 1 or before[at] not in _UNITS:
            return None
        distance = _number(before[at - 1])
        if distance is None or not (side or before[-1] == "of" or "within" in before):
            return None
        kilometers = round(distance * _UNITS[before[at]], 1)
        return (side, kilometers) if 0 < kilometers <= LONGEST_OFFSET_KM else None


def _counts(word: str) -> bool:
    return word not in HYPHENS and word != "("


def _trimmed(words: list[str]) -> list[str]:
    return words[:-1] if words and words[-1] == "the" else words


def _side_at(words: list[str], at: int) -> str:
    """Return the side named by the word at an index, or by it and the one before ("north west")."""
    if at < 0:
        return ""
    found = side_of(words[at])
    if found in {"east", "west"} and at > 0 and side_of(words[at - 1]) in {"north", "south"}:
        return side_of(words[at - 1]) + found
    return found


def _side_ahead(words: list[str]) -> str:
    found = side_of(words[0])
    if found in {"north", "south"} and len(words) > 1 and side_of(words[1]) in {"east", "west"}:
        return found + side_of(words[1])
    return found


def _number(word: str) -> float | None:
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return _WORDS.get(word)


_WORDS = {
    word: float(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
} | {"fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0}
