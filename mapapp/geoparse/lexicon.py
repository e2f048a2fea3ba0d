"""Word lists that the geoparser judges names by, loaded once from text files beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType


@dataclass(frozen=True, kw_only=True, slots=True)
class Abbreviation:
    """A short form of a country or first-level unit.

    Attributes:
        country: ISO 3166-1 alpha-2 code.
        name: Full name of the first-level unit; empty when the country itself is meant.
        after_comma: Whether the form counts only after "X," because it is also a word.
    """

    country: str
    name: str
    after_comma: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class WordLists:
    """All lists; every word in lower case.

    Attributes:
        common: Frequent English words that are not names.
        first_names: Given names of many languages in Latin letters.
        surnames: Frequent family names.
        demonyms: Country code for each adjective or name of a people.
        abbreviations: Short forms by the form as written.
        shortened: Those forms with and without their last point, or up to an "&": how they begin.
        sections: The lists of context.txt by section name.
    """

    common: frozenset[str]
    first_names: frozenset[str]
    surnames: frozenset[str]
    demonyms: Mapping[str, str]
    abbreviations: Mapping[str, Abbreviation]
    shortened: frozenset[str]
    sections: Mapping[str, frozenset[str]]


@cache
def load_words() -> WordLists:
    """Load the word lists of the package; the same object each time."""
    sections = _sections()
    abbreviations = _abbreviations()
    return WordLists(
        common=frozenset(_words("common_words.txt")),
        first_names=frozenset((*_words("first_names.txt"), *_words("more_first_names.txt"))),
        surnames=frozenset(_words("surnames.txt")),
        demonyms=MappingProxyType(_demonyms()),
        abbreviations=MappingProxyType(abbreviations),
        shortened=frozenset(
            form.removesuffix(".").partition("&")[0] for form in abbreviations
        ).union(abbreviations),
        sections=MappingProxyType(sections),
    )


def _read(name: str) -> str:
    return (resources.files(__package__) / "words" / name).read_text(encoding="utf-8")


def _lines(name: str) -> Iterator[str]:
    return (line for line in _read(name).splitlines() if line and not line.startswith("#"))


def _words(name: str) -> list[str]:
    text = _read(name)
    return text.split() if not text.startswith("#") else " ".join(_lines(name)).split()


def _sections() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    current = ""
    for line in _lines("context.txt"):
        if line.startswith("["):
            current = line.strip("[]")
            found[current] = set()
        else:
            found[current].update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


def _demonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _lines("demonyms.txt"):
        country, *words = line.split()
        for word in words:
            found[word] = country
    return found


def _abbreviations() -> dict[str, Abbreviation]:
    found: dict[str, Abbreviation] = {}
    for line in _lines("abbreviations.txt"):
        form, country, name, mark = (line.split("\t") + [""] * 3)[:4]
        found[form] = Abbreviation(country=country, name=name, after_comma=mark == ",")
    return found
