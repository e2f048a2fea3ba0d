"""Which keys a place's names get in the index, and which a query looks up."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mapapp.text.fold import SHORT_FORMS, drop_articles, exact_key, fold_key, hushed, name_words
from mapapp.text.slavic import slavic_key, slavic_keys
from mapapp.text.sounds import (
    arabic_skeleton,
    is_arabic,
    skeleton,
    skeletons,
    vowel_key,
    vowel_keys,
)

ARTICLE_COUNTRIES = frozenset(
    "AE BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA ML MR MT NE OM PS QA SA SD SO SS SY TD TN TR"
    " YE".split()
)
"""Countries where "al", "el", "ez" before a name are the Arabic article, not part of the name.

Elsewhere they stay: El Paso is not Paso, El Salvador not Salvador.
"""

SLAVIC_COUNTRIES = frozenset(
    "AM AZ BA BG BY CZ EE GE HR KG KZ LT LV MD ME MK PL RS RU SI SK TJ TM UA UZ XK".split()
)
"""Countries whose names are romanized from Cyrillic, or were while Russian was official."""

VOWEL, SLAVIC, SKELETON = "v", "s", "k"
"""Kinds of loose keys, and the first letters of rows of the index's table of loose keys."""

_LEAST_BONES = 3
_SHORT_BONES = 2


class LooseName(NamedTuple):
    """A name whose loose keys are wanted.

    Attributes:
        fold: Its fold key.
        bare: The words that `fold` joins.
        slavic: Whether the name may be romanized from Ukrainian or Russian.
        short: Whether skeletons of two consonants count. Only names of Arabic-speaking countries
            get them, so that نيالا finds Nyala and not hundreds of places the world over.
    """

    fold: str
    bare: Sequence[str]
    slavic: bool
    short: bool


class LooseKey(NamedTuple):
    """Where the index keeps the names that share a loose key.

    Attributes:
        kind: What the names share: `VOWEL`, `SLAVIC` or `SKELETON`.
        row: Key of the index's row. Names with one vowel key have one skeleton, so that a row of a
            skeleton serves both kinds.
        part: The part of the row that holds them; None for the whole row.
    """

    kind: str
    row: str
    part: str | None


class NameKeys(NamedTuple):
    """The strict keys of one reading of a name.

    Attributes:
        exact: Words joined by spaces.
        fold: Words joined by nothing, articles dropped where they are Arabic.
        bare: The words that `fold` joins.
    """

    exact: str
    fold: str
    bare: Sequence[str]


def readings(name: str) -> list[list[str]]:
    """Return the words of a name as written and, if it differs, with hushing letters spelled out.

    Empty for a name without a letter or digit.
    """
    words = name_words(name)
    other = "" if name.isascii() else hushed(name)
    if other:
        return [words, name_words(other)]
    return [words] if words else []


def strict_keys(words: Sequence[str], *, arabic: bool) -> NameKeys:
    """Return the strict keys of a reading; `arabic` says whether Arabic articles are dropped."""
    if len(words) == 1 and (word := words[0]).isascii():
        return NameKeys(word, SHORT_FORMS.get(word, word), words)  # half of all names
    exact = exact_key(words)
    bare = drop_articles(words) if arabic or (not exact.isascii() and is_arabic(words)) else words
    if len(bare) > 1 and bare[0] == "the":
        bare = bare[1:]
    return NameKeys(exact, fold_key(bare), bare)


def name_keys(name: str, *, arabic: bool) -> list[tuple[Sequence[str], NameKeys]]:
    """Return the words and the strict keys of each reading of a name; see `strict_keys`."""
    if name.isascii() and name.isalnum():  # nearly half of all names, and no work
        word = name.lower()
        words = (word,)
        return [(words, NameKeys(word, SHORT_FORMS.get(word, word), words))]
    return [(words, strict_keys(words, arabic=arabic)) for words in readings(name)]


def query_keys(name: str) -> list[tuple[NameKeys, bool]]:
    """Return the keys to look a name up by, and whether only Arabic names may be met by them.

    "El Paso" is looked up as it stands and, among Arabic names only, without its first word.
    """
    found: list[tuple[NameKeys, bool]] = []
    for words in readings(name):
        keys = strict_keys(words, arabic=False)
        found.append((keys, False))
        if len(keys.bare) > 1:
            bare = drop_articles(keys.bare)
            if len(bare) < len(keys.bare):
                found.append((NameKeys(keys.exact, fold_key(bare), bare), True))
    return found


def loose_keys(bare: Sequence[str]) -> list[LooseKey]:
    """Return the loose keys to look a name up by, the vowel key first."""
    if not "".join(bare).isascii():
        bones = arabic_skeleton(bare) if is_arabic(bare) else ""
        return [LooseKey(SKELETON, SKELETON + bones, None)] if len(bones) >= _SHORT_BONES else []
    keys: list[LooseKey] = []
    vowels = vowel_key(bare)
    bones = skeleton(vowels)
    if len(bones) >= _LEAST_BONES:
        keys.append(LooseKey(VOWEL, SKELETON + bones, vowels))
    elif len(bones) == _SHORT_BONES:
        keys.append(LooseKey(VOWEL, VOWEL + vowels, ""))
    if len(bones) >= _SHORT_BONES:
        keys.append(LooseKey(SKELETON, SKELETON + bones, None))
    if sound := slavic_key(bare):
        keys.append(LooseKey(SLAVIC, SLAVIC + sound, ""))
    return keys


def loose_rows(names: Sequence[LooseName]) -> list[tuple[str, str, str]]:
    """Return row, part and fold key of each entry that the index's loose keys get from some names.

    A name has none, one or several; all are computed at once, which is much faster.
    """
    latin = [name for name in names if name.fold.isascii()]
    found = _arabic_rows(name for name in names if not name.fold.isascii())
    keys = vowel_keys([name.bare for name in latin])
    for name, vowels, bones in zip(latin, keys, skeletons(keys), strict=True):
        if len(bones) >= _LEAST_BONES:
            found.append((SKELETON + bones, vowels, name.fold))
        elif len(bones) == _SHORT_BONES:
            found.append((VOWEL + vowels, "", name.fold))
            if name.short:
                found.append((SKELETON + bones, "", name.fold))
    return found + _slavic_rows([name for name in latin if name.slavic])


def _arabic_rows(names: Iterable[LooseName]) -> list[tuple[str, str, str]]:
    return [
        (SKELETON + bones, "", name.fold)
        for name in names
        if is_arabic(name.bare) and len(bones := arabic_skeleton(name.bare)) >= _SHORT_BONES
    ]


def _slavic_rows(names: Sequence[LooseName]) -> list[tuple[str, str, str]]:
    sounds = slavic_keys([name.bare for name in names])
    return [
        (SLAVIC + sound, "", name.fold) for name, sound in zip(names, sounds, strict=False) if sound
    ]


def is_short_skeleton(key: LooseKey) -> bool:
    """Return whether a loose key has so few consonants that it only serves across two scripts.

    Within one script the vowel key tells such names apart: Darayya is not Daraa.
    """
    return key.kind == SKELETON and len(key.row) <= _SHORT_BONES + 1


def openings(words: Sequence[str], bare: Sequence[str], *, arabic: bool) -> list[tuple[str, int]]:
    """Return with which words a name of several words can begin in text, and how many it then has.

    Text may write a name with its article, without it or, in Arabic names, with one more inside
    ("Jisr al-Shughur" for "Jisr Shughur").
    """
    inner = 1 if arabic and len(bare) == len(words) else 0
    found = [(words[0], len(words) + inner)] if len(words) > 1 else []
    if len(bare) > 1 and bare[0] != words[0]:
        found.append((bare[0], len(bare) + inner))
    return found
