"""The features that a name has wherever it stands: worked out once for each distinct name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mapapp.geoparse.lexicon import load_words
from mapapp.geoparse.mention import NameSense
from mapapp.geoparse.word_classes import TIERS, capital_classes

MOST_WORDS = 3
"""Names of more words are not told apart by their number."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NameFeatures:
    """What a name says for and against its being a place.

    Attributes:
        opening: How well known it is, and its length.
        rest: Its spelling, and the lists that its words stand in.
        common: Whether it is a frequent English word, which what stands before it can excuse.
        agency: Whether it is a news agency when written in capitals.
        side: Whether it is a side of the compass.
    """

    opening: tuple[str, ...]
    rest: tuple[str, ...]
    common: bool
    agency: bool
    side: bool


@lru_cache(maxsize=1 << 14)
def of_name(sense: NameSense) -> NameFeatures:
    """Return the features of a name."""
    lists = load_words()
    tier = TIERS[sense.kind]
    single = sense.size == 1
    words = _of_word(sense.key, tier) if single else _of_words(sense.key, tier)
    return NameFeatures(
        opening=("bias", f"k:{sense.kind}", f"n:{min(sense.size, MOST_WORDS)}|{tier}"),
        rest=(*_of_spelling(sense, tier), *words),
        common=single and sense.key in lists.common,
        agency=single and sense.key in lists.sections["agencies"],
        side=single and sense.key in lists.sections["compass"],
    )


def _of_spelling(sense: NameSense, tier: str) -> Iterator[str]:
    if not sense.primary:
        yield f"alias|{tier}"
    if sense.loose:
        yield f"loose|{tier}"


def _of_word(key: str, tier: str) -> Iterator[str]:
    """Yield what speaks against a single word being a name of a place."""
    lists = load_words()
    sections = lists.sections
    if key in lists.common:
        yield f"common|{tier}"
    elif key in lists.first_names:
        yield f"first|{tier}"
    if key in lists.surnames:
        yield f"surname|{tier}"
    if key in sections["not_places"] or key in sections["calendar"]:
        yield "never"
    if key in sections["org_business"] or key in sections["titles"]:
        yield "business"
    if key in sections["compass"] or key in sections["type_suffixes"]:
        yield f"compass|{tier}"


def _of_words(key: str, tier: str) -> Iterator[str]:
    """Yield what the first and the last of several words say."""
    lists = load_words()
    opening, _, rest = key.partition(" ")
    if opening in lists.first_names:
        yield f"opens first|{tier}"
    if opening in lists.sections["not_places"] or opening in lists.demonyms:
        yield f"opens never|{tier}"
    ending = capital_classes().get(rest.rpartition(" ")[2])
    if ending is not None:
        yield f"ends:{ending}|{tier}"
