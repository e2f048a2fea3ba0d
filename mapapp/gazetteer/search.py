"""Ranking what a person who types a name may mean."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from mapapp.model.place import Candidate, Place
from mapapp.text.arabic import romanize_arabic
from mapapp.text.fold import drop_articles, fold_key, name_words
from mapapp.text.similarity import edit_distance
from mapapp.text.sounds import is_arabic

_SPELLING_WEIGHT = 0.8
_MOST_DIGITS = 7.5
"""Decimal logarithm of the population at which prominence is full."""

_STANDING = {"PCLI": 1.0, "PPLC": 0.8, "ADM1": 0.6, "AIRB": 0.35, "AIRP": 0.3, "PPLA": 0.5}
"""Prominence that a feature code grants without any population."""

_LEAST_STANDING = 0.1
_WEIGHT_OF_PRIMARY = 0.02
_WEIGHT_OF_UNITS = 0.7
"""A province has its capital's people and more, yet the bare name means the capital."""

_LOOSE_KEYS = frozenset({"vowel", "skeleton"})
_LOOSENESS = 0.2
"""What a loose key costs: as much as prominence can add."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchHit:
    """A place that a search found.

    Attributes:
        candidate: The place and how its name was met.
        score: Spelling and prominence together, 0-1.
        distance: Letters to insert, delete or replace between the folded spellings.
    """

    candidate: Candidate
    score: float
    distance: int


def rank(name: str, found: Iterable[Candidate]) -> tuple[SearchHit, ...]:
    """Return the candidates as hits, the likeliest first."""
    typed = _comparable(name)
    hits = [
        SearchHit(
            candidate=candidate,
            score=round(_score(candidate), 4),
            distance=edit_distance(typed, _comparable(candidate.name)),
        )
        for candidate in found
    ]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.distance, hit.candidate.place.id)))


def _score(candidate: Candidate) -> float:
    """Spelling decides, and prominence among equals.

    A hamlet spelled as typed outranks a capital that only sounds like it.
    """
    spelling = candidate.similarity - (0.0 if candidate.primary else _WEIGHT_OF_PRIMARY)
    if candidate.key in _LOOSE_KEYS:
        spelling -= _LOOSENESS
    return _SPELLING_WEIGHT * spelling + (1 - _SPELLING_WEIGHT) * _prominence(candidate.place)


def _prominence(place: Place) -> float:
    by_people = math.log10(place.population + 1) / _MOST_DIGITS
    if place.feature_class == "A" and not place.feature_code.startswith("PCL"):
        by_people *= _WEIGHT_OF_UNITS
    return min(1.0, max(by_people, _STANDING.get(place.feature_code, _LEAST_STANDING)))


def _comparable(name: str) -> str:
    words = drop_articles(name_words(name))
    folded = fold_key(words)
    return romanize_arabic(folded) if is_arabic(words) else folded
