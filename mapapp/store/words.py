"""Words as the search index sees them: one fold for what is stored and for what is asked.

Neither FTS5 nor PostgreSQL folds Arabic letter forms, and their notions of a word differ. Both
are therefore given words that were cut and folded here, so that they answer alike.
"""

import re
import unicodedata
from collections.abc import Iterator

from mapapp.text.remembered import Remembered

LONGEST_WORD = 60
"""Characters of a word that are indexed; PostgreSQL refuses words of over 2 kB."""

_MARKS = (
    "\u0300-\u036f"  # combining diacritics
    "\u0591-\u05c7"  # Hebrew points
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"  # Arabic vowel signs
    "\u200c\u200d"  # joiners inside Persian and Urdu words
)
WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*")

_ASCII_WORD = re.compile(r"[a-z0-9]+")

_TYPOGRAPHY = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0"
"""Quotes, dashes and the space that does not break: no part of any word, and in every article."""

_LETTERS = str.maketrans(
    {
        "\u0671": "\u0627",  # alef wasla -> alef
        "\u0649": "\u064a",  # alef maqsura -> ya
        "\u06cc": "\u064a",  # Farsi ya -> ya
        "\u06a9": "\u0643",  # keheh -> kaf
        "\u0629": "\u0647",  # ta marbuta -> ha
        "\u0640": "",  # tatweel, which only stretches a word
        "ı": "i",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
    }
)


def fold_word(word: str) -> str:
    """Return a word without case, diacritics and Arabic letter variants; it may become empty."""
    decomposed = unicodedata.normalize("NFKD", word).casefold().translate(_LETTERS)
    kept = "".join(character for character in decomposed if character.isalnum())
    return kept[:LONGEST_WORD]


_FOLDED = Remembered(fold_word)


def fold_words(text: str) -> list[str]:
    """Return the folded words of a text in order."""
    for mark in _TYPOGRAPHY:
        text = text.replace(mark, " ")
    if text.isascii():
        return _fold_ascii(text)
    folded: list[str] = []
    for line in text.splitlines():  # one foreign name makes its line slow, not the whole article
        folded += _fold_ascii(line) if line.isascii() else _fold_any(line)
    return folded


def _fold_ascii(text: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in _ASCII_WORD.findall(text.lower())]


def _fold_any(text: str) -> list[str]:
    return list(filter(None, map(_FOLDED.__getitem__, WORD.findall(text))))


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and fold of every word of a text; offsets point into the text."""
    for match in WORD.finditer(text):
        folded = _FOLDED[match.group()]
        if folded:
            yield match.start(), match.end(), folded
