"""Which keys a place's names get in the index, and which a query looks up."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mapapp.text.fold import drop_articles, exact_key, fold_key, hushed, name_words
from mapapp.text.sounds import arabic_skeleton, is_arabic, skeleton, slavic_key, vowel_key

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
"""First letter of a loose key, by kind."""

_LEAST_BONES = 2


class NameKeys(NamedTuple):
    """The keys of one reading of a name.

    Attributes:
        exact: Words joined by spaces.
        fold: Words joined by nothing, articles dropped where they are Arabic.
        bare: The words that `fold` joins.
    """

    exact: str
    fold: str
    bare: tuple[str, ...]


def name_keys(name: str, *, arabic: bool) -> Iterator[NameKeys]:
    """Yield the keys of each way to read a name: as written, and with hushing letters spelled out.

    Args:
        name: As the gazetteer or the text has it.
        arabic: Whether Arabic articles may be dropped.
    """
    words = name_words(name)
    if not words:
        return
    yield _keys(words, arabic=arabic)
    other = hushed(name)
    if other:
        yield _keys(name_words(other), arabic=arabic)


def _keys(words: Sequence[str], *, arabic: bool) -> NameKeys:
    bare = drop_articles(words) if arabic or is_arabic(words) else list(words)
    if len(bare) > 1 and bare[0] == "the":
        bare = bare[1:]
    return NameKeys(exact_key(words), fold_key(bare), tuple(bare))


def query_keys(name: str) -> Iterator[tuple[NameKeys, bool]]:
    """Yield the keys to look a name up by, and whether only Arabic names may be met by them.

    "El Paso" is looked up as it stands and, among Arabic names only, without its first word.
    """
    for keys in name_keys(name, arabic=False):
        yield keys, False
        bare = tuple(drop_articles(keys.bare))
        if bare != keys.bare:
            yield NameKeys(keys.exact, fold_key(bare), bare), True


def loose_keys(bare: Sequence[str], *, slavic: bool) -> tuple[str, ...]:
    """Return the loose keys of a name, each led by the letter of its kind.

    Args:
        bare: Folded words without articles.
        slavic: Whether the name may be romanized from Ukrainian or Russian.
    """
    ascii_only = "".join(bare).isascii()
    if not ascii_only and is_arabic(bare):
        bones = arabic_skeleton(bare)
        return (SKELETON + bones,) if len(bones) >= _LEAST_BONES else ()
    vowels = vowel_key(bare) if ascii_only else ""
    if not vowels:
        return ()
    bones = skeleton(vowels)
    keys = [VOWEL + vowels]
    if len(bones) >= _LEAST_BONES:
        keys.append(SKELETON + bones)
    if slavic and (sound := slavic_key(bare)):
        keys.append(SLAVIC + sound)
    return tuple(keys)


def openings(keys: NameKeys, *, arabic: bool) -> Iterable[tuple[str, int]]:
    """Return with which words a name can begin in text, and how many words follow from there.

    Text may write a name with its article, without it, with one more inside ("Jisr al-Shughur" for
    "Jisr Shughur") or as one word ("Kafrnabl" for "Kafr Nabl").
    """
    words = keys.exact.split(" ")
    bare = len(keys.bare)
    inner = 1 if arabic and bare > 1 and bare == len(words) else 0
    found = [(words[0], len(words) + inner), (keys.bare[0], bare + inner), (keys.fold, 1)]
    return found if bare > 1 else found[:2]
