"""Arabic script: one spelling per word, a plain romanization and the consonants behind it."""

import re

ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3]")
"""A letter of the Arabic script, Persian and Kurdish ones included."""

_ARTICLE = "ال"
_LEAST_LETTERS = 2

_LETTERS = str.maketrans(
    {
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ێ": "ي",
        "ک": "ك",
        "ة": "ه",
        "ہ": "ه",
        "ە": "ه",
        "ۆ": "و",
        "ڕ": "ر",
        "ڵ": "ل",
        "ء": None,
        "ـ": None,
        "\u200c": None,
        "\u200d": None,
    }
)
_SOUNDS = {
    "ب": "b",
    "ت": "t",
    "ط": "t",
    "ث": "th",
    "ج": "j",
    "ح": "h",
    "ه": "h",
    "خ": "kh",
    "د": "d",
    "ذ": "dh",
    "ض": "d",
    "ر": "r",
    "ز": "z",
    "ژ": "j",
    "ظ": "z",
    "س": "s",
    "ص": "s",
    "ش": "sh",
    "غ": "gh",
    "ف": "f",
    "ق": "q",
    "ك": "k",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ع": "",
    "چ": "ch",
    "پ": "b",
    "گ": "k",
    "ڤ": "w",
    "و": "u",
    "ي": "i",
    "ا": "a",
}
_ROMAN = str.maketrans(_SOUNDS)


def fold_arabic(word: str) -> str:
    """Return a word with one form per letter; marks must have been removed before.

    Hamza carriers and madda come apart in Unicode's NFKD, so that only letter variants of
    Persian, Kurdish and Arabic, the tatweel and the loose hamza are left to unite here.
    """
    return word.translate(_LETTERS)


def bare_arabic(word: str) -> str:
    """Return a folded word without the article and the feminine ending.

    The article falls only where at least two letters follow it.
    """
    if len(word) >= _LEAST_LETTERS + len(_ARTICLE) and word.startswith(_ARTICLE):
        word = word[len(_ARTICLE) :]
    if len(word) > _LEAST_LETTERS and word.endswith("ه"):
        word = word[:-1]
    return word


def romanize_arabic(word: str) -> str:
    """Return a rough romanization of a folded word: consonants and long vowels only."""
    return word.translate(_ROMAN)
