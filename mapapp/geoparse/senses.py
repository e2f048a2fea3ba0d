"""What a name may mean: gazetteer candidates, and how well known the best of them is."""

import math
from functools import lru_cache

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.lexicon import Abbreviation
from mapapp.geoparse.mention import UNKNOWN, NameSense
from mapapp.model.place import Candidate, Place

METROPOLIS, CITY, TOWN = 500_000, 50_000, 5_000
"""Smallest populations of the kinds of settlements."""

LARGE_UNIT, SMALL_UNIT = 2_000_000, 100_000
"""Smallest populations of first-level units that all know, and that are more than a parish."""

UNCOUNTED = 1_000
"""People taken for a settlement whose population is unknown: lists of towns begin at 500."""

MOST_CANDIDATES = 60
"""Namesakes beyond this many of the most populous are never meant without saying more."""

LEADING_ARTICLES = frozenset({"the", "an", "as", "la", "le", "los", "las", "en"})
SHORT_ALIAS = 3

APOSTROPHES = frozenset("'’ʼ‘`ʻʿʾ")
"""Marks inside names of Arabic, Hebrew, Ukrainian and other languages."""

COUNTRY_CODES = frozenset({"PCLI", "PCL", "PCLD", "PCLF", "PCLS", "PCLIX", "TERR", "CONT", "PCLH"})
FIRST_LEVEL_CODES = frozenset({"ADM1", "ADM1H"})
DEEP_POCKET = 1 << 14


@lru_cache(maxsize=DEEP_POCKET)
def sense_of(gazetteer: Gazetteer, key: str) -> NameSense | None:
    """Return what a name may mean; None when the gazetteer does not have it.

    Memoized, because names repeat and the answer depends on the two arguments alone.
    """
    candidates = tuple(c for c in gazetteer.candidates(key) if _fits(key, c))
    if not candidates:
        return None
    return make_sense(key, candidates)


@lru_cache(maxsize=DEEP_POCKET)
def word_sense(gazetteer: Gazetteer, key: str) -> NameSense | None:
    """Return what a name may mean that is not written in capitals: "Wa" does not stand for "WA"."""
    candidates = tuple(
        c for c in gazetteer.candidates(key) if _fits(key, c) and not c.name.isupper()
    )
    return make_sense(key, candidates) if candidates else None


@lru_cache(maxsize=DEEP_POCKET)
def hushed_sense(gazetteer: Gazetteer, key: str) -> NameSense | None:
    """Return what a name written with an apostrophe may mean: "Dar'a" is not Senegal's Dara.

    Namesakes that nobody writes with one are left out where there are others.
    """
    candidates = tuple(c for c in gazetteer.candidates(key) if _fits(key, c))
    written = tuple(c for c in candidates if not APOSTROPHES.isdisjoint(c.name))
    return make_sense(key, written or candidates) if candidates else None


@lru_cache(maxsize=DEEP_POCKET)
def typed_sense(
    gazetteer: Gazetteer, key: str, kind: str, bare: NameSense | None
) -> NameSense | None:
    """Return what "Santhia upazila" may mean: places of the countries that have the full name.

    The town of that name may stand for its unit as ever, and a town elsewhere may not; a unit
    elsewhere may: "Karak district" is in Jordan's Karak as well as in Pakistan.
    """
    full = sense_of(gazetteer, f"{key} {kind}")
    if full is None:
        return bare
    homes = {candidate.place.country for candidate in full.candidates}
    if bare is None:
        return make_sense(key, full.candidates)
    strangers = [c.place for c in bare.candidates if c.place.country not in homes]
    if not strangers or any(place.feature_class == "A" for place in strangers):
        return bare
    local = tuple(c for c in bare.candidates if c.place.country in homes)
    return make_sense(key, local or full.candidates)


def _fits(key: str, candidate: Candidate) -> bool:
    """Return whether a candidate was not met by a coincidence of short forms or articles.

    "The China Daily" is not China with an article before it, and "M.D." is not Maryland's "Md.".
    """
    opening, _, rest = key.partition(" ")
    if rest and opening in LEADING_ARTICLES:
        return candidate.name[: len(opening)].casefold() == opening
    return candidate.primary or len(key) > SHORT_ALIAS or candidate.name.isalpha()


def make_sense(key: str, candidates: tuple[Candidate, ...]) -> NameSense:
    """Return the sense of a name from its candidates; an unknown name has none."""
    ranked = sorted(candidates, key=_rank)[:MOST_CANDIDATES]
    kind, logarithm = UNKNOWN, 0.0
    if ranked:
        kind = min((kind_of(candidate.place) for candidate in ranked), key=KIND_RANKS.__getitem__)
        logarithm = math.log10(max(people(candidate.place) for candidate in ranked) + 1)
    return NameSense(key, tuple(ranked), kind, logarithm, key.count(" ") + 1)


@lru_cache(maxsize=DEEP_POCKET)
def unknown_sense(key: str) -> NameSense:
    """Return the sense of a name that the gazetteer does not have."""
    return make_sense(key, ())


def people(place: Place) -> int:
    """Return the population, or a small town's for a settlement that nobody counted."""
    if place.population or place.feature_class != "P":
        return place.population
    return UNCOUNTED


@lru_cache(maxsize=1 << 9)
def abbreviation_sense(
    gazetteer: Gazetteer, key: str, abbreviation: Abbreviation
) -> NameSense | None:
    """Return the one meaning of an abbreviation; None when the gazetteer lacks the place."""
    if abbreviation.name:
        place = gazetteer.admin1(abbreviation.country, abbreviation.name)
    else:
        place = gazetteer.country(abbreviation.country)
    if place is None:
        return None
    candidate = Candidate(place=place, name=key, primary=True, key="exact")
    return make_sense(key, (candidate,))


KIND_RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (
            "country",
            "admin1",
            "metropolis",
            "city",
            "unit",
            "town",
            "nature",
            "admin",
            "village",
            "spot",
            UNKNOWN,
        )
    )
}


def kind_of(place: Place) -> str:
    """Return how well known a place is, as one of the kinds of `NameSense`."""
    code, feature_class = place.feature_code, place.feature_class
    if code in COUNTRY_CODES:
        return "country"
    if code in FIRST_LEVEL_CODES:
        return _unit_kind(place.population)
    if feature_class == "P":
        return _settlement_kind(place.population)
    if feature_class == "A":
        return "admin"
    return "nature" if feature_class in {"H", "T", "L"} else "spot"


def _unit_kind(population: int) -> str:
    """Return the kind of a first-level unit: many small ones share their names with people."""
    if population >= LARGE_UNIT:
        return "admin1"
    return "unit" if population >= SMALL_UNIT else "admin"


def _settlement_kind(population: int) -> str:
    if population >= METROPOLIS:
        return "metropolis"
    if population >= CITY:
        return "city"
    return "town" if population >= TOWN else "village"


def _rank(candidate: Candidate) -> tuple[int, int, str]:
    return (not candidate.primary, -candidate.place.population, candidate.place.id)
