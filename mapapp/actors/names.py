"""A tree of names over folded words, and its longest matches in a document."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress

from mapapp.model.document import Document
from mapapp.model.record import record
from mapapp.text.remembered import Remembered
from mapapp.text.tokens import tokenize

JOINTS = frozenset("-–/().,")
"""Marks inside a name that spelling varies on: al-Shabaab, SPLM/A, CPI (Maoist)."""

LONGEST_EXACT = 6
"""Letters of an acronym in mixed capitals, which is spelled in no other way ("CoBRA")."""

_APOSTROPHES = str.maketrans(dict.fromkeys("'’ʼ`‘ʿʾ."))


@record
class Alias:
    """One way to name something.

    Attributes:
        text: As the data file has it.
        kind: name, voice, demonym, country, capital or term.
        key: Id of the actor; code of the country for demonym, country, capital and term.
        countries: Codes of which the document must be about one; empty for everywhere.
        place: Whether it also is a place name, which a resolved toponym then outranks.
        shapes: For each word, ``A`` all capitals, ``a`` capitalized, the word itself where only
            that spelling will do, empty for any case.
    """

    text: str
    kind: str
    key: str
    countries: frozenset[str] = frozenset()
    place: bool = False
    shapes: tuple[str, ...] = ()


@record
class Hit:
    """Tokens ``first`` up to but not ``last`` that spell one or more aliases."""

    first: int
    last: int
    aliases: tuple[Alias, ...]


@dataclass(slots=True)
class _Node:
    following: dict[str, "_Node"] = field(default_factory=dict)
    aliases: list[Alias] = field(default_factory=list)


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Return a word in lower case without possessive ending, apostrophes and accents."""
    if word.isascii() and word.isalpha():
        return word.lower()
    lower = word.lower().replace("’", "'").removesuffix("'s").translate(_APOSTROPHES)
    if lower.isascii():
        return lower
    decomposed = unicodedata.normalize("NFKD", lower)
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


@lru_cache(maxsize=1 << 14)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as written, joints left out."""
    # Thousands of names are cut at each start: plain words need no tokenizer.
    if name.isascii() and name.replace(" ", "").isalpha():
        return tuple(name.split())
    return tuple(word for word in tokenize(name).words if word not in JOINTS)


def shape_of(word: str) -> str:
    """Return which capitals a word of an alias asks of the text."""
    if word.islower():
        return ""
    if (
        word[1:].islower() and word.isascii()
    ):  # most words, and there are ten thousand at each start
        return "a"
    letters = [letter for letter in word.removesuffix("'s") if letter.isalpha()]
    if not letters or letters[0].islower():
        return ""
    upper = sum(letter.isupper() for letter in letters)
    if len(letters) > 1 and upper == len(letters):
        return "A"
    # "LeT" is neither "let" nor "LET".
    return word if upper > 1 and len(letters) == len(word) <= LONGEST_EXACT else "a"


class NameTree:
    """Aliases by their folded words; immutable after it is built."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        """Index the aliases."""
        self._root = _Node()
        for alias in aliases:
            node = self._root
            for word in words_of(alias.text):
                node = node.following.setdefault(fold(word), _Node())
            node.aliases.append(alias)
        self._opens = Remembered(lambda word: fold(word) in self._root.following)

    def hits(self, document: Document) -> list[Hit]:
        """Return the longest alias at each position, left to right, none overlapping."""
        starters = self._root.following
        lowers = document.lowers
        found: list[Hit] = []
        free = 0
        last = len(lowers) - 1
        for index in compress(range(len(lowers)), map(self._opens.__getitem__, lowers)):
            if index < free:
                continue
            node = starters[fold(lowers[index])]
            if not node.aliases and (index == last or not _goes_on(node, lowers[index + 1])):
                continue
            hit = _longest(document, index, node)
            if hit is not None:
                if lowers[index] == "the":
                    hit = self._past_article(document, hit)
                found.append(hit)
                free = hit.last
        return found

    def spelled(self, folded: Iterable[str]) -> Sequence[Alias]:
        """Return the aliases of folded words; empty when they are none's name."""
        node: _Node | None = self._root
        for word in folded:
            node = node.following.get(word) if node else None
        return node.aliases if node else ()

    def shorter(self, document: Document, hit: Hit) -> list[Hit]:
        """Return what is named inside a hit that is not meant as a whole.

        In Kansas "state police", which is a Mexican force's name, still is "police".
        """
        found: list[Hit] = []
        free = hit.first
        for index in range(hit.first, hit.last):
            node = self._root.following.get(fold(document.lowers[index]))
            if index < free or node is None:
                continue
            whole = index == hit.first
            inner = _longest(document, index, node, hit.last - 1 if whole else hit.last)
            if inner is not None:
                found.append(inner)
                free = inner.last
        return found

    def _past_article(self, document: Document, hit: Hit) -> Hit:
        """Return the name that starts after "the" when it reaches further than the phrase.

        "The government" must not hide the "Government of National Accord".
        """
        node = self._root.following.get(fold(document.lowers[hit.first + 1]))
        longer = _longest(document, hit.first + 1, node) if node else None
        return longer if longer is not None and longer.last > hit.last else hit


def _goes_on(node: _Node, word: str) -> bool:
    """Return whether a word can follow, seen before anything is built: "the" starts many names."""
    return word in JOINTS or fold(word) in node.following


def _longest(document: Document, first: int, node: _Node, stop: int = 0) -> Hit | None:
    """Return the longest alias that starts at a token whose node in the tree is given.

    It ends no later than before `stop`, when there is one.
    """
    lowers, words = document.lowers, document.words
    best: Hit | None = None
    path = [first]
    index = first + 1
    while True:
        if stop and path[-1] >= stop:
            return best
        if node.aliases:
            fitting = tuple([alias for alias in node.aliases if _fits(alias, words, path)])
            if fitting:
                best = Hit(first=first, last=path[-1] + 1, aliases=fitting)
        while index < len(lowers) and lowers[index] in JOINTS:
            if lowers[index] == ")" and "(" not in lowers[first:index]:
                return best  # the name stands in the brackets: "(BCL) men"
            index += 1
        following = node.following.get(fold(lowers[index])) if index < len(lowers) else None
        if following is None:
            return best
        node = following
        path.append(index)
        index += 1


def _fits(alias: Alias, words: Sequence[str], path: Sequence[int]) -> bool:
    """Return whether the capitals of the text allow the alias.

    An alias in lower case takes any case. Capitalized words need one capital in the text, so
    that "boko Haram" passes and "free army" does not. Words in capitals need them all ("IS").
    """
    capital_asked = capital_found = False
    for shape, index in zip(alias.shapes, path, strict=True):
        if not shape:
            continue
        word = words[index]
        if shape == "A":
            if word[:2] != word[:2].upper():
                return False
        elif shape != "a" and word.removesuffix("'s") != shape:
            return False
        capital_asked = True
        capital_found = capital_found or word[0].isupper()
    return capital_found or not capital_asked
