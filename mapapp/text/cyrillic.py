"""Cyrillic script: romanization of Ukrainian, Russian and their neighbors."""

import re

CYRILLIC = re.compile("[\u0400-\u052f]")
"""A letter of the Cyrillic script."""

_UKRAINIAN_LETTERS = re.compile("[іїєґ]")

# BGN/PCGN's simplified tables for Russian (1947) and the Cabinet of Ukraine's Resolution 55 (2010),
# without the apostrophes for soft signs, which folding removes anyway.
_RUSSIAN = {
    "а": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "д": "d",
    "е": "e",
    "ё": "e",
    "ж": "zh",
    "з": "z",
    "и": "i",
    "й": "y",
    "к": "k",
    "л": "l",
    "м": "m",
    "н": "n",
    "о": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ф": "f",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ы": "y",
    "ь": "",
    "э": "e",
    "ю": "yu",
    "я": "ya",
    "і": "i",
    "ї": "yi",
    "є": "ye",
    "ґ": "g",
    "ў": "w",
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ђ": "dj",
    "ћ": "c",
    "џ": "dz",
    "ѓ": "g",
    "ќ": "k",
    "ѕ": "dz",
    "қ": "q",
    "ғ": "gh",
    "ң": "ng",
    "ө": "o",
    "ү": "u",
    "ұ": "u",
    "ә": "a",
    "һ": "h",
}
_FROM_RUSSIAN = str.maketrans(_RUSSIAN)
_UKRAINIAN = _RUSSIAN | {"г": "h", "и": "y"}
_FIRST_UKRAINIAN = str.maketrans(_UKRAINIAN)
_FROM_UKRAINIAN = str.maketrans(_UKRAINIAN | {"ї": "i", "є": "ie", "ю": "iu", "я": "ia", "й": "i"})


def romanize_cyrillic(word: str) -> str:
    """Return a lower-case word in Latin letters.

    A word with a letter that only Ukrainian has is read as Ukrainian, any other as Russian; the
    loose keys bridge what that cannot tell (h and g, y and i).
    """
    if _UKRAINIAN_LETTERS.search(word):
        return word[:1].translate(_FIRST_UKRAINIAN) + word[1:].translate(_FROM_UKRAINIAN)
    return word.translate(_FROM_RUSSIAN)
