"""The gazetteer as the stages see it: names in, places out."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from mapapp.gazetteer.name_index import NameIndex
from mapapp.gazetteer.names import (
    SKELETON,
    SLAVIC,
    VOWEL,
    LooseKey,
    is_short_skeleton,
    loose_keys,
    query_keys,
)
from mapapp.gazetteer.packing import ARABIC, make_candidate
from mapapp.gazetteer.schema import index_path
from mapapp.gazetteer.search import SearchHit, rank
from mapapp.model.place import Candidate, Place
from mapapp.text.fold import SHORT_FORMS
from mapapp.text.similarity import jaro_winkler
from mapapp.text.sounds import alike

FOLD_SIMILARITY = 0.97
"""Similarity of names that differ in spacing, articles and short forms only."""

LEAST_SIMILARITY = 0.85
"""Jaro-Winkler similarity that two names with one skeleton need, as measured on news variants."""

_LEAST_VOWEL_SIMILARITY = 0.72
_MOST_LOOSE_SIMILARITY = 0.96
_MOST_SPELLINGS = 20
_REMEMBERED_NAMES = 1 << 15
_REMEMBERED_WORDS = 1 << 17
_REMEMBERED_COUNTRIES = 1 << 9


def open_gazetteer(
    files: Sequence[Path],
    cache_folder: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> "Gazetteer":
    """Open the gazetteer made of some files; compiles its name index if there is none yet.

    Args:
        files: In order of trust, the bundled file first.
        cache_folder: Where compiled indexes are kept.
        progress: Called with rows done and rows in all while the index is compiled.

    Raises:
        DataError: A file is missing or in no known format, or the cache cannot be written.
    """
    path = index_path(files, cache_folder)
    if not path.exists():
        # Readers and the compiler are not needed for a warm start.
        from mapapp.gazetteer.compile import compile_index  # noqa: PLC0415

        compile_index(files, path, progress=progress)
    return Gazetteer(NameIndex(path))


class Gazetteer:
    """Look-ups by name, id and country; a bounded number of answers is remembered."""

    def __init__(self, index: NameIndex) -> None:
        """Answer from an open index."""
        self._index = index
        self._remembered = lru_cache(maxsize=_REMEMBERED_NAMES)(self._candidates)
        self._remembered_longest = lru_cache(maxsize=_REMEMBERED_WORDS)(self._longest)
        self._remembered_country = lru_cache(maxsize=_REMEMBERED_COUNTRIES)(index.by_country)

    def close(self) -> None:
        """Close the index."""
        self._index.close()

    def candidates(self, name: str, *, loose: bool = False) -> tuple[Candidate, ...]:
        """Return the places that a name may mean, best first; empty when there are none.

        Best are names met exactly, then primary names, then populous places.

        Args:
            name: In any script and spelling; words may be parted by anything but letters.
            loose: Also try the loose keys where the strict ones give nothing: first the vowel key,
                then the skeleton with spellings at least `LEAST_SIMILARITY` alike.
        """
        return self._remembered(name, loose)

    def longest(self, first_word: str) -> int:
        """Return the most words of any name that begins with a word, 0 when none does.

        Args:
            first_word: Folded by `mapapp.text.fold.fold_word`. Words count as `name_words` cuts
                them: articles do, hyphens do not.
        """
        return self._remembered_longest(first_word)

    def place(self, place_id: str) -> Place | None:
        """Return the place with an id, also the id of a duplicate that was merged into it."""
        return self._index.by_id(place_id)

    def country(self, code: str) -> Place | None:
        """Return a country's own row by its ISO 3166-1 alpha-2 code."""
        return self._remembered_country(code)

    def admin1(self, country: str, name: str) -> Place | None:
        """Return a country's first-level unit by any of its names."""
        for loose in (False, True):
            for candidate in self.candidates(name, loose=loose):
                place = candidate.place
                if place.feature_code == "ADM1" and place.country == country:
                    return place
        return None

    def search(self, name: str, limit: int = 10) -> tuple[SearchHit, ...]:
        """Return what a person who types a name may mean, likeliest first.

        All keys are tried at once, and prominence counts beside spelling.

        Args:
            name: In any spelling, in Latin, Arabic or Cyrillic letters.
            limit: Most hits to return.
        """
        met = [
            *self._strict(name),
            *self._loose(name, SLAVIC + VOWEL),
            *self._loose(name, SKELETON),
        ]
        return rank(name, _best_of_each_place(met))[:limit]

    def size(self) -> tuple[int, int]:
        """Return the number of places and of name keys; reads the whole index, so do not poll."""
        return self._index.size()

    def _candidates(self, name: str, loose: bool) -> tuple[Candidate, ...]:  # noqa: FBT001
        found = self._strict(name)
        if not found and loose:
            found = self._loose(name, SLAVIC + VOWEL) or self._loose(name, SKELETON)
        return tuple(_best_of_each_place(found) if len(found) > 1 else found)

    def _strict(self, name: str) -> list[Candidate]:
        found: list[Candidate] = []
        for keys, arabic_only in query_keys(name):
            exact = keys.exact
            for flags, own, written, place in self._index.names(keys.fold):
                if flags & ARABIC or not arabic_only:
                    if own == exact:
                        found.append(make_candidate(place, written, flags, "exact", 1.0))
                    else:
                        found.append(make_candidate(place, written, flags, "fold", FOLD_SIMILARITY))
        return found

    def _loose(self, name: str, kinds: str) -> list[Candidate]:
        found: list[Candidate] = []
        for keys, arabic_only in query_keys(name):
            for key in loose_keys(keys.bare):
                if key.kind in kinds:
                    found += self._by_loose_key(key, keys.fold, arabic_only=arabic_only)
        return found

    def _by_loose_key(self, key: LooseKey, typed: str, *, arabic_only: bool) -> list[Candidate]:
        if key.kind == SKELETON:
            kind, likeness, least = "skeleton", _likeness, LEAST_SIMILARITY
        else:
            kind, likeness, least = "vowel", _vowel_likeness, _LEAST_VOWEL_SIMILARITY
        folds = self._index.folds(key.row, key.part)
        if is_short_skeleton(key):
            folds = [fold for fold in folds if fold.isascii() != typed.isascii()]
        spellings = sorted(((likeness(typed, fold), fold) for fold in folds), reverse=True)
        return [
            make_candidate(place, written, flags, kind, min(similarity, _MOST_LOOSE_SIMILARITY))
            for similarity, fold in spellings[:_MOST_SPELLINGS]
            if similarity >= least
            for flags, _, written, place in self._index.names(fold)
            if flags & ARABIC or not arabic_only
        ]

    def _longest(self, first_word: str) -> int:
        if not first_word:
            return 0
        opening = SHORT_FORMS.get(first_word, first_word)
        if first_word.isascii():
            return self._index.longest(opening, first_word)
        # Arabic writes the article onto the word, and fold keys go without it.
        folds = {keys.fold for keys, _ in query_keys(first_word)}
        return max(self._index.longest(opening, fold) for fold in (first_word, *folds))


def _likeness(left: str, right: str) -> float:
    """Return similarity on the strength of one skeleton; what is too small is not exact."""
    return alike(left, right, LEAST_SIMILARITY)


def _vowel_likeness(left: str, right: str) -> float:
    """Return similarity on the strength of one vowel key: never so low that the key is for nothing.

    Short names in two romanizations (Kyiv, Kiev) share few letters in order.
    """
    return max(jaro_winkler(left, right), _LEAST_VOWEL_SIMILARITY)


def _best_of_each_place(found: Iterable[Candidate]) -> list[Candidate]:
    best: dict[str, Candidate] = {}
    for candidate in sorted(found, key=_order):
        best.setdefault(candidate.place.id, candidate)
    return list(best.values())


def _order(candidate: Candidate) -> tuple[float, bool, int, str]:
    place = candidate.place
    return (-candidate.similarity, not candidate.primary, -place.population, place.id)
